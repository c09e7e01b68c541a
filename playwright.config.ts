import { defineConfig } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath } from './src/cli/machine.ts';
import { CHROMIUM_ARGUMENTS } from './tests/e2e/chromium.ts';

// The configuration is read once per worker; all of them must speak of the same server.
const port = (process.env.E2E_PORT ??= String(20_000 + (process.pid % 20_000)));
const dataDir = (process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'drosa-kopiena-e2e-')));
const baseURL = `http://localhost:${port}`;

/** Browser tests: real Chromium against the production build with its embedded database. */
export default defineConfig({
	testDir: 'tests',
	testMatch: ['e2e/**/*.spec.ts', 'offline/**/*.spec.ts'],
	fullyParallel: true,
	workers: 2,
	// A busy machine may be late once; Playwright reports such a test as flaky.
	retries: process.env.CI ? 1 : 0,
	timeout: 90_000,
	expect: { timeout: 20_000 },
	reporter: 'list',
	use: {
		baseURL,
		browserName: 'chromium',
		viewport: { width: 1280, height: 900 },
		locale: 'lv-LV',
		timezoneId: 'Europe/Riga',
		// Recording costs a third of the time: where a test is tried again, only then.
		trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
		launchOptions: {
			executablePath: chromiumPath(),
			args: CHROMIUM_ARGUMENTS
		}
	},
	webServer: {
		command: 'node src/cli/start.ts',
		url: `${baseURL}/api/health`,
		// The build is part of it, when there is none yet.
		timeout: 300_000,
		// Three sample people do what a village does in a day.
		env: { PORT: port, DATA_DIR: dataDir, HOST: '127.0.0.1', RATE_LIMIT_FACTOR: '20' },
		gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 }
	}
});
