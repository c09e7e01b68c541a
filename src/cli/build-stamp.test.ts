import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isBuildFresh, sourcesHash } from './build-stamp.ts';

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'drosa-kopiena-stamp-'));
	write('src/routes/+page.svelte', 'a');
	write('package.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string): void {
	mkdirSync(dirname(join(root, file)), { recursive: true });
	writeFileSync(join(root, file), text);
}

it('knows a build of these sources', () => {
	expect(isBuildFresh(root)).toBe(false);
	write('build/.stamp', `${sourcesHash(root)}\n`);
	expect(isBuildFresh(root)).toBe(false);
	write('build/handler.js', '');
	expect(isBuildFresh(root)).toBe(true);
});

it.each([
	'src/routes/+page.svelte',
	'static/geo/new.json',
	'package-lock.json',
	'svelte.config.js',
	'src/lib/i18n/messages/lv.json'
])('wants a new build when %s changes', (file) => {
	const before = sourcesHash(root);
	write(file, 'changed');
	expect(sourcesHash(root)).not.toBe(before);
});

it.each([
	'src/lib/i18n/paraglide/runtime.js',
	'src/cli/start.ts',
	'src/lib/x.test.ts',
	'README.md',
	'supabase/seed.sql'
])('keeps the build when %s changes', (file) => {
	const before = sourcesHash(root);
	write(file, 'changed');
	expect(sourcesHash(root)).toBe(before);
});

it('notices a renamed file', () => {
	const before = sourcesHash(root);
	write('src/routes/about.svelte', '');
	const between = sourcesHash(root);
	rmSync(join(root, 'src/routes/about.svelte'));
	write('src/routes/other.svelte', '');
	expect(new Set([before, between, sourcesHash(root)]).size).toBe(3);
});
