import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editorSchema, readChecklists, SCHEMA_FILE } from './folder.ts';

const DIRECTORY = join(import.meta.dirname, '../../../checklists');

describe('checklists/', () => {
	it('has no mistakes, and every published version is as it was frozen', () => {
		const folders = readChecklists(DIRECTORY);
		expect(folders.flatMap(({ mistakes }) => mistakes)).toEqual([]);
		for (const { id, version, definition, frozen } of folders)
			expect(frozen, `${id} ${version}`).toBe(definition?.status === 'published' ? 'same' : 'none');
	});

	it('has hints for editors that agree with the schema', async () => {
		expect(readFileSync(join(DIRECTORY, SCHEMA_FILE), 'utf8')).toBe(await editorSchema());
	});
});

describe('readChecklists', () => {
	let root: string;
	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), 'drosa-kopiena-test-'));
		cpSync(join(DIRECTORY, 'drosa-kopiena', '1.0.0'), join(root, 'drosa-kopiena', '1.0.0'), {
			recursive: true
		});
	});
	afterEach(() => rmSync(root, { recursive: true, force: true }));
	const edit = (version: string, file: string, from: string, to: string): void => {
		const path = join(root, 'drosa-kopiena', version, file);
		const text = readFileSync(path, 'utf8');
		expect(text).toContain(from);
		writeFileSync(path, text.replace(from, to));
	};

	it('notices a change of a published version', () => {
		expect(readChecklists(root)[0]?.frozen).toBe('same');
		edit('1.0.0', '01-vadiba.yaml', 'expiryMonths: 12', 'expiryMonths: 24');
		expect(readChecklists(root)[0]?.frozen).toBe('differs');
	});

	it('puts versions in order and lets a draft be', () => {
		for (const version of ['1.10.0', '1.9.0']) {
			const folder = join(root, 'drosa-kopiena', version);
			cpSync(join(root, 'drosa-kopiena', '1.0.0'), folder, { recursive: true });
			rmSync(join(folder, 'definition.json'));
			edit(version, 'checklist.yaml', 'status: published', 'status: draft');
			edit(version, 'checklist.yaml', "version: '1.0.0'", `version: '${version}'`);
		}
		expect(readChecklists(root).map(({ version, frozen }) => [version, frozen])).toEqual([
			['1.0.0', 'same'],
			['1.9.0', 'none'],
			['1.10.0', 'none']
		]);
	});

	it('names mistakes by the path of the file', () => {
		edit('1.0.0', 'checklist.yaml', 'id: drosa-kopiena', 'id: other');
		expect(readChecklists(root)[0]?.mistakes).toEqual([
			'checklists/drosa-kopiena/1.0.0/checklist.yaml: id: write drosa-kopiena, as the folder is called'
		]);
		edit('1.0.0', '04-kaimini.yaml', 'id: kaimini', 'name: kaimini');
		expect(readChecklists(root)[0]?.mistakes[0]).toMatch(
			/^checklists\/drosa-kopiena\/1\.0\.0\/04-kaimini\.yaml, line 1: /
		);
	});
});
