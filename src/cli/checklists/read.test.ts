import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeMistake, readVersion } from './read.ts';

const TEXT = '{ lv: Teksts, en: Text, ru: Текст }';
const HEAD = `id: small
version: '1.0.0'
status: draft
title: ${TEXT}
summary: ${TEXT}
drillItem: '1.1'
levels: [${[TEXT, TEXT, TEXT, TEXT].join(', ')}]
helpers:
  library: ${TEXT}
links: {}
domains: [one]
`;
const ITEM = `  - id: '1.1'
    weight: 3
    critical: true
    quick: true
    effort: 1
    expiryMonths: 12
    title: ${TEXT}
    explanation: ${TEXT}
    levels:
      - ${TEXT}
      - ${TEXT}
      - ${TEXT}
      - ${TEXT}
    why: ${TEXT}
    nextStep: ${TEXT}
    evidence: ${TEXT}
    helpers: [library]
`;
const DOMAIN = `id: one
title: ${TEXT}
intro: ${TEXT}
items:
${ITEM}`;

let root: string;
let directory: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'drosa-kopiena-test-'));
	directory = join(root, 'small', '1.0.0');
	mkdirSync(directory, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Writes the files and reads them. */
function read(domain = DOMAIN, head = HEAD, name = '01-one.yaml') {
	writeFileSync(join(directory, 'checklist.yaml'), head);
	writeFileSync(join(directory, name), domain);
	return readVersion(directory);
}
const mistakes = (...files: Parameters<typeof read>): string[] =>
	(read(...files).mistakes ?? []).map(describeMistake);

describe('readVersion', () => {
	it('makes a definition of the files, with what was left out', () => {
		const { definition } = read();
		expect(definition).toMatchObject({
			id: 'small',
			version: '1.0.0',
			domains: [{ id: 'one', title: { lv: 'Teksts', en: 'Text', ru: 'Текст' } }],
			items: [
				{
					id: '1.1',
					domain: 'one',
					naAllowed: false,
					sensitive: false,
					tags: [],
					links: [],
					helpers: ['library']
				}
			]
		});
		expect(definition?.items[0]).not.toHaveProperty('hazard');
	});

	it.each([
		['weight: 3', 'weight: 4', '01-one.yaml, line 6: items.0.weight: write 3 (protects life'],
		['    weight: 3\n', '', '01-one.yaml, line 5: items.0.weight: write 3 (protects life'],
		['effort: 1', 'efort: 1', '01-one.yaml, line 5: items.0: remove “efort” or correct the spelling'],
		[
			'critical: true',
			'critical: yes',
			'01-one.yaml, line 7: items.0.critical: write true, or leave the line out'
		],
		[
			'quick: true',
			'quick: true\n    hazard: fire',
			'01-one.yaml, line 9: items.0.hazard: write one of: border, flood'
		],
		[
			"id: '1.1'",
			'id: 1.1',
			"01-one.yaml, line 5: items.0.id: write the number of an item in quotes, such as '12.1'"
		],
		[
			`title: ${TEXT}\n    expl`,
			'title: { lv: Teksts, en: Text }\n    expl',
			'01-one.yaml, line 11: items.0.title.ru: write the text in Russian'
		],
		[`why: ${TEXT}`, "why: { lv: Teksts, en: '', ru: Текст }", 'items.0.why.en: write the text in English'],
		[`why: ${TEXT}`, 'why: Teksts', 'items.0.why: write the text under lv:, en: and ru:'],
		[`      - ${TEXT}\n`, '', '01-one.yaml, line 13: items.0.levels: write exactly four statements'],
		[
			'[library]',
			'[librari]',
			'helpers.0: write one of the helpers of checklist.yaml (library): there is no librari'
		],
		[
			'critical: true',
			'critical: true\n    naAllowed: true',
			'01-one.yaml, line 8: items.0.naAllowed: leave the line out'
		],
		['weight: 3', 'weight: 2', '01-one.yaml, line 6: items.0.weight: write 3: a must-have protects life'],
		['id: one', 'id: two', '01-one.yaml, line 1: id: write one, as the file is called']
	])('says what to write instead of %j → %j', (from, to, message) => {
		expect(DOMAIN).toContain(from);
		expect(mistakes(DOMAIN.replace(from, to))).toContainEqual(expect.stringContaining(message));
	});

	it.each([
		[
			"version: '1.0.0'",
			'version: 1.0',
			'checklist.yaml, line 2: version: write a version of three numbers in quotes'
		],
		[
			"version: '1.0.0'",
			"version: '1.1.0'",
			"checklist.yaml, line 2: version: write '1.0.0', as the folder is called"
		],
		[
			"drillItem: '1.1'",
			"drillItem: '1.2'",
			'checklist.yaml, line 6: drillItem: write the number of an item'
		],
		['status: draft', 'status: done', 'checklist.yaml, line 3: status: write one of: draft, published'],
		[
			'links: {}',
			'links: { x: { url: http://x.lv, title: {} } }',
			'links.x.url: write an address that begins with https://'
		],
		['[one]', '[one, two]', 'checklist.yaml, line 11: domains.1: write the file 02-two.yaml, or remove two']
	])('says what to write in the head instead of %j → %j', (from, to, message) => {
		expect(HEAD).toContain(from);
		expect(mistakes(DOMAIN, HEAD.replace(from, to))).toContainEqual(expect.stringContaining(message));
	});

	it('names every mistake at once, in all files', () => {
		const wrong = DOMAIN.replace('weight: 3', 'weight: 9').replace('effort: 1', 'effort: 9');
		expect(mistakes(wrong, HEAD.replace('status: draft', 'status: x'))).toHaveLength(1);
		expect(mistakes(wrong)).toHaveLength(2);
	});

	it('names broken YAML with its line', () => {
		expect(mistakes(DOMAIN.replace('weight: 3', 'weight: [3'))[0]).toMatch(
			/^01-one\.yaml, line \d+: correct the YAML: /
		);
		expect(mistakes(`${DOMAIN}id: again\n`)[0]).toMatch(/line 22: correct the YAML: Map keys must be unique/);
	});

	it('names files that belong nowhere, and the one that is missing', () => {
		writeFileSync(join(directory, '09-stray.yaml'), DOMAIN);
		expect(mistakes()).toEqual([
			'09-stray.yaml, line 1: add its domain to domains: of checklist.yaml, or remove the file'
		]);
		rmSync(join(directory, 'checklist.yaml'));
		expect(readVersion(directory).mistakes?.map(describeMistake)[0]).toMatch(
			/^checklist\.yaml, line 1: write this file/
		);
	});
});

describe('the mistakes of a long file', () => {
	it('are found where they are in the first published checklist', () => {
		const source = join(import.meta.dirname, '../../../checklists/drosa-kopiena/1.0.0');
		cpSync(source, directory, { recursive: true });
		const file = join(directory, '02-sakari.yaml');
		const lines = readFileSync(file, 'utf8').split('\n');
		const at = lines.findIndex((line) => line.includes("id: '2.3'")) + 1;
		expect(lines[at]).toBe('    weight: 3');
		writeFileSync(file, lines.with(at, '    weight: 7').join('\n'));
		expect(readVersion(directory).mistakes).toMatchObject([
			{ file: '02-sakari.yaml', line: at + 1, field: 'items.2.weight' }
		]);
	});
});
