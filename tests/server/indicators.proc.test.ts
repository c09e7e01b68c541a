/** `npm run indicators:import` as a process, on an embedded database of its own and a small server with tables. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, temporaryDirectory } from './server-process.ts';

const directory = temporaryDirectory();
const DATA_DIR = join(directory.path, 'data');
const fixture = (name: string): string => join(ROOT, 'tests/fixtures/indicators', name);

let tables: Server;
let origin: string;

beforeAll(async () => {
	tables = createServer((request, response) => {
		if (request.url === '/population') response.end(readFileSync(fixture('csp-population.json')));
		else if (request.url === '/page') response.end('<!doctype html><title>Pieslēgties</title>');
		else response.writeHead(404).end();
	});
	await new Promise<void>((resolve) => tables.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(tables.address() as AddressInfo).port}`;
});
afterAll(() => {
	tables.close();
	directory.remove();
});

interface Ended {
	code: number | null;
	stdout: string;
	stderr: string;
}

function run(...words: string[]): Promise<Ended> {
	const inherited = Object.entries(process.env).filter(
		([name]) => !/^(SUPABASE_|DATA_DIR|DEMO|DEBUG)/.test(name)
	);
	const child = spawn(process.execPath, [join(ROOT, 'src/cli/indicators-import.ts'), ...words], {
		env: { ...Object.fromEntries(inherited), DATA_DIR, DEMO: '0' }
	});
	const printed = { stdout: '', stderr: '' };
	child.stdout.on('data', (chunk: Buffer) => (printed.stdout += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (printed.stderr += chunk.toString()));
	return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...printed })));
}

const POPULATION = ['--indicator', 'population', '--year', '2025', '--source', 'population-2020-eurostat'];

describe('indicators:import', () => {
	it.each<[string, () => string, RegExp]>([
		['an answer with an error', () => `${origin}/nothing`, /cannot be fetched: .* status 404/],
		['a page in place of a table', () => `${origin}/page`, /It is a web page, not a table/],
		['no such file', () => 'nowhere.csv', /nowhere\.csv cannot be read/]
	])('says what is wrong before it opens the database: %s', async (_, from, said) => {
		const { code, stderr } = await run('--from', from(), ...POPULATION);
		expect([code, stderr]).toEqual([1, expect.stringMatching(said)]);
		expect(existsSync(DATA_DIR)).toBe(false);
	});

	it('stops at open rows, loads the rest when it is told to, and takes it back once', async () => {
		const open = await run('--from', `${origin}/population`, ...POPULATION, '--dry-run');
		expect(open.code).toBe(2);
		expect(open.stdout).toContain('population, 2025: 7 values from “Iedzīvotāju skaits gada sākumā”.');
		expect(open.stdout).toMatch(/Not found \(1\):\n {2}Latgales statistiskais reģions/);
		expect(open.stderr).toMatch(/^Nothing was loaded/);

		const loaded = await run('--from', `${origin}/population`, ...POPULATION, '--skip');
		const id = /Loaded as ([0-9a-f-]{36})\./.exec(loaded.stdout)?.[1] ?? '';
		expect([loaded.code, id]).toEqual([0, expect.stringMatching(/./)]);

		expect(await run('--undo', id)).toMatchObject({ code: 0, stdout: 'Taken back: 7 values.\n' });
		const again = await run('--undo', id);
		expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/taken back before/)]);
	});

	it('refuses a source that there is not, and brings a new one with it', async () => {
		const asked = ['--from', fixture('pmlp.csv'), '--indicator', 'minority-share', '--year', '2025'];
		const unknown = await run(...asked, '--source', 'nowhere');
		expect([unknown.code, unknown.stderr]).toEqual([
			1,
			expect.stringMatching(/There is no source “nowhere”/)
		]);
		const words = ['--source-title', 'Pārbaužu tabula', '--source-publisher', 'PMLP', '--basis', 'register'];
		const loaded = await run(...asked, ...words);
		expect([loaded.stderr, loaded.code]).toEqual(['', 0]);
		expect(loaded.stdout).toContain('4 values from share of all but “Latvieši” in “Kopā”');
	});
});
