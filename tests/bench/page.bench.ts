import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { chromiumPath } from '../../src/cli/machine.ts';
import { CHROMIUM_ARGUMENTS } from '../e2e/chromium.ts';
import { summarise, type Measurement } from './measure.ts';

const RUNS = 7;

/** The production server on a port of its own with a fresh data directory. */
async function startServer(): Promise<{ address: string; stop: () => Promise<void> }> {
	const dataDir = mkdtempSync(join(tmpdir(), 'drosa-kopiena-bench-'));
	const port = 20_000 + (process.pid % 20_000);
	const address = `http://localhost:${port}`;
	const child = spawn(process.execPath, ['src/cli/start.ts'], {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, ORIGIN: address }
	});
	const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
	for (let attempt = 0; ; attempt++) {
		const up = await fetch(`${address}/api/health`).then(
			(response) => response.ok,
			() => false
		);
		if (up) break;
		if (attempt > 240 || child.exitCode !== null) throw new Error('The server did not start.');
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
	return {
		address,
		stop: async () => {
			child.kill('SIGTERM');
			await ended;
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
}

/** Milliseconds from navigation until an element matches, seen at a frame; each run in a fresh profile. */
async function timeUntil(browser: Browser, address: string, selectors: readonly string[]): Promise<number[]> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	try {
		const page = await context.newPage();
		await page.addInitScript((wanted: readonly string[]) => {
			const seen: (number | null)[] = wanted.map(() => null);
			Object.assign(globalThis, { benchSeen: seen });
			const look = () => {
				wanted.forEach((selector, i) => {
					if (seen[i] === null && document.querySelector(selector)) seen[i] = performance.now();
				});
				if (seen.includes(null)) requestAnimationFrame(look);
			};
			requestAnimationFrame(look);
		}, selectors);
		await page.goto(address, { waitUntil: 'commit' });
		const handle = await page.waitForFunction(
			() => {
				const { benchSeen } = globalThis as unknown as { benchSeen?: (number | null)[] };
				return benchSeen && !benchSeen.includes(null) ? benchSeen : false;
			},
			undefined,
			{ timeout: 60_000 }
		);
		return (await handle.jsonValue()) as number[];
	} finally {
		await context.close();
	}
}

/** Time to the first readable map and to the interactive one, against a text page of the same server. */
export async function page(): Promise<Measurement[]> {
	const server = await startServer();
	const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS });
	try {
		const blank: number[] = [];
		const readable: number[] = [];
		const interactive: number[] = [];
		for (let run = -1; run < RUNS; run++) {
			const [text = Number.NaN] = await timeUntil(browser, `${server.address}/about/accessibility`, [
				'main h1'
			]);
			const [drawn = Number.NaN, ready = Number.NaN] = await timeUntil(browser, `${server.address}/map`, [
				'svg.map-picture',
				'[data-map][data-ready]'
			]);
			if (run < 0) continue;
			blank.push(text);
			readable.push(drawn);
			interactive.push(ready);
		}
		const yardstick = summarise('text-page', {}, blank);
		return [
			yardstick,
			summarise('map-readable', {}, readable, yardstick),
			summarise('map-interactive', {}, interactive, yardstick)
		];
	} finally {
		await browser.close();
		await server.stop();
	}
}
