/**
 * Is `build/` made from the sources as they are now? The last step of `npm run build` leaves a stamp in it, the hash
 * of everything it was made from; `npm start` compares.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const INPUTS = [
	'src/**/*',
	'static/**/*',
	'checklists/**/*',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

/** Not part of the build: made by it, or only run beside it. */
const BESIDE = [
	/^src\/lib\/i18n\/paraglide\//,
	/^src\/lib\/i18n\/project\.inlang\/(?!settings)/,
	/^src\/cli\//,
	/\.test\.ts$/
];

const STAMP = 'build/.stamp';

/** Hash of the sources of the build. */
export function sourcesHash(root: string): string {
	const hash = createHash('sha256');
	const files = globSync(INPUTS, { cwd: root }).map((file) => file.replaceAll('\\', '/'));
	for (const file of files.sort()) {
		const path = join(root, file);
		if (BESIDE.some((pattern) => pattern.test(file)) || !statSync(path).isFile()) continue;
		hash.update(`${file}\0`).update(readFileSync(path));
	}
	return hash.digest('hex');
}

/** Is there a build, made from exactly these sources? */
export function isBuildFresh(root: string): boolean {
	const stamp = join(root, STAMP);
	if (!existsSync(stamp) || !existsSync(join(root, 'build/handler.js'))) return false;
	return readFileSync(stamp, 'utf8').trim() === sourcesHash(root);
}

if (import.meta.main) {
	const root = join(import.meta.dirname, '..', '..');
	writeFileSync(join(root, STAMP), `${sourcesHash(root)}\n`);
}
