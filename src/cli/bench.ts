/**
 * `npm run bench [-- NAME …]`: measures and prints JSON. Needs what `npm test` needs; `page` builds when sources
 * have changed. Without a name every case runs.
 */
import { cpus } from 'node:os';
import { createServer } from 'vite';
import type { CASES as Cases } from '../../tests/bench/cases.ts';
import { ensureMachine } from './machine.ts';

ensureMachine();
// Vite resolves the texts and aliases that the measured code imports.
const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom', logLevel: 'error' });
try {
	const { CASES } = (await vite.ssrLoadModule('/tests/bench/cases.ts')) as { CASES: typeof Cases };
	const wanted = process.argv.slice(2);
	const unknown = wanted.filter((name) => !(name in CASES));
	if (unknown.length > 0) {
		console.error(`Unknown benchmark: ${unknown.join(', ')}. There are: ${Object.keys(CASES).join(', ')}.`);
		process.exitCode = 2;
	} else {
		const results = [];
		for (const [name, run] of Object.entries(CASES)) {
			if (wanted.length === 0 || wanted.includes(name)) results.push(...(await run()));
		}
		console.log(
			JSON.stringify({ node: process.version, cores: cpus().length, unit: 'ms', results }, null, '\t')
		);
	}
} finally {
	await vite.close();
}
