import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { fewFiles } from './src/lib/offline/few-files.ts';
import { offlineFiles } from './src/lib/offline/files.ts';

/**
 * Recompiles texts while `npm run dev` runs, with the settings of `npm run i18n:compile`. Everything else compiles them
 * beforehand: the plugin's watcher would keep a test run from ending.
 */
const texts = () =>
	paraglideVitePlugin({
		project: './src/lib/i18n/project.inlang',
		outdir: './src/lib/i18n/paraglide',
		strategy: ['url', 'baseLocale'],
		outputStructure: 'message-modules'
	});

export default defineConfig(({ command }) => ({
	plugins: [...(command === 'serve' && !process.env.VITEST ? [texts()] : []), sveltekit(), offlineFiles()],
	// MapLibre is one large file, loaded only when a map is wanted.
	build: { target: 'es2022', chunkSizeWarningLimit: 1100 },
	environments: {
		client: { build: { rolldownOptions: { output: { codeSplitting: { groups: fewFiles() } } } } }
	},
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
					environment: 'node',
					// Loading the texts anew for each file would take most of the time; no test changes what others load.
					isolate: false,
					// Properties take a second; on a busy machine ten.
					testTimeout: 60_000
				}
			},
			{
				extends: true,
				test: {
					name: 'database',
					include: ['tests/**/*.db.test.ts'],
					environment: 'node',
					testTimeout: 120_000,
					hookTimeout: 120_000,
					globalSetup: ['tests/database/global-setup.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'server',
					include: ['tests/server/**/*.proc.test.ts'],
					environment: 'node',
					testTimeout: 120_000,
					hookTimeout: 120_000,
					fileParallelism: false,
					globalSetup: ['tests/server/global-setup.ts'],
					// Answers are timed against enumeration; a busy machine may be late once.
					retry: process.env.CI ? 1 : 0
				}
			}
		]
	}
}));
