import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock } from './lock.ts';

let directory: string;
let file: string;
beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), 'drosa-kopiena-lock-'));
	file = join(directory, 'lock');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const MODULE = join(import.meta.dirname, 'lock.ts');
const TAKE = `const { acquireLock } = await import(${JSON.stringify(MODULE)}); acquireLock(process.argv[1]);`;

/** Runs a few lines in a process of their own. */
function inProcess(code: string): { status: number | null; stderr: string } {
	return spawnSync(process.execPath, ['--input-type=module', '-e', code, file], { encoding: 'utf8' });
}

describe('acquireLock', () => {
	it('is taken, released, and taken again', () => {
		const release = acquireLock(file);
		expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
		release();
		release();
		expect(existsSync(file)).toBe(false);
		acquireLock(file)();
		expect(readdirSync(directory)).toEqual([]);
	});

	it('is refused while its holder lives, with the number of the process', () => {
		const release = acquireLock(file);
		expect(() => acquireLock(file)).toThrow(
			`Another process (${process.pid}) already uses this data directory`
		);
		const other = inProcess(TAKE);
		expect(other.status).not.toBe(0);
		expect(other.stderr).toContain(`Another process (${process.pid})`);
		release();
	});

	it('does not outlive a process that ends by itself', () => {
		expect(inProcess(TAKE).status).toBe(0);
		expect(existsSync(file)).toBe(false);
	});

	it('is taken over from a process that was killed', async () => {
		const holder = spawn(process.execPath, [
			'--input-type=module',
			'-e',
			`${TAKE} setInterval(() => {}, 1000);`,
			file
		]);
		while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 20));
		expect(() => acquireLock(file)).toThrow(`Another process (${holder.pid})`);
		const ended = new Promise((resolve) => holder.once('exit', resolve));
		holder.kill('SIGKILL');
		await ended;
		expect(existsSync(file)).toBe(true);
		acquireLock(file)();
		expect(readdirSync(directory)).toEqual([]);
	});

	it('is taken over when the number of the dead process belongs to another one now', () => {
		writeFileSync(file, JSON.stringify({ pid: process.ppid, startedAt: 'long ago' }));
		acquireLock(file)();
	});

	it('is taken over when it says nothing', () => {
		for (const text of ['', '{', '{"pid":-1}', '{"pid":"1"}']) {
			writeFileSync(file, text);
			acquireLock(file)();
		}
	});

	it('is not removed by one who no longer holds it', () => {
		const release = acquireLock(file);
		writeFileSync(file, 'of somebody else');
		release();
		expect(readFileSync(file, 'utf8')).toBe('of somebody else');
	});

	it('goes to exactly one of many who come at once', async () => {
		writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'never' }));
		const code = `${TAKE} console.log('mine'); setTimeout(() => {}, 1500);`;
		const contenders = Array.from({ length: 6 }, async () => {
			const child = spawn(process.execPath, ['--input-type=module', '-e', code, file]);
			let output = '';
			child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
			await new Promise((resolve) => child.once('close', resolve));
			return output;
		});
		const outputs = await Promise.all(contenders);
		expect(outputs.filter((output) => output === 'mine\n').length).toBe(1);
	}, 30_000);
});
