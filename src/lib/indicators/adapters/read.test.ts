import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, readTable } from './read.ts';
import { TableError } from './table.ts';

const fixture = (name: string): string =>
	readFileSync(new URL(`../../../../tests/fixtures/indicators/${name}`, import.meta.url), 'utf8');

function problemOf(work: () => unknown): string {
	try {
		work();
	} catch (error) {
		if (error instanceof TableError) return error.problem;
		throw error;
	}
	return 'none';
}

describe('JSON-stat 2', () => {
	it('has a row for each place and year', () => {
		const table = readTable(fixture('csp-population.json'));
		expect(table.title).toMatch(/^Iedzīvotāju skaits/);
		expect(table.columns).toEqual([
			'AREA',
			'Teritoriālā vienība',
			'Laika periods',
			'Iedzīvotāju skaits gada sākumā'
		]);
		expect(table.rows).toHaveLength(16);
		expect(table.rows[9]).toEqual(['LV0037210', '..Ludza', '2025', '7400']);
		expect(table.rows[14]?.at(-1)).toBe('');
		expect(table.known).toEqual({ code: 'AREA', name: 'Teritoriālā vienība', year: 'Laika periods' });
	});

	it('has a column for each kind of figure, in any order of dimensions, also with only what there is', () => {
		const table = readTable(fixture('csp-ethnicity.json'));
		expect(table.columns.slice(3)).toEqual([
			'Pavisam · Abi dzimumi',
			'Pavisam · Sievietes',
			'Latvieši · Abi dzimumi',
			'Latvieši · Sievietes',
			'Krievi · Abi dzimumi',
			'Krievi · Sievietes'
		]);
		expect(table.rows[1]?.slice(0, 4)).toEqual(['LV0037540', 'Pasienes pagasts', '2025', '470']);
		expect(table.rows[2]?.slice(3)).toEqual(['600', '', '120', '', '', '']);
	});

	it('puts every figure of a cube beside its place and year, whatever the order of its dimensions', () => {
		const size = fc.integer({ min: 1, max: 4 });
		const order = fc.shuffledSubarray(['AREA', 'TIME', 'SEX', 'ETHNICITY'], { minLength: 4 });
		fc.assert(
			fc.property(order, fc.tuple(size, size, size, size), fc.boolean(), (ids, sizes, isSparse) => {
				const codes = (id: string): string[] =>
					Array.from({ length: sizes[ids.indexOf(id)] ?? 0 }, (_, at) =>
						id === 'TIME' ? String(2000 + at) : `${id}${at}`
					);
				// Each figure is named after its cell: where it stands can be read off.
				const cells = ids.reduce<string[][]>(
					(rows, id) => rows.flatMap((row) => codes(id).map((code) => [...row, code])),
					[[]]
				);
				const figureOf = (cell: readonly string[]): number =>
					Number(
						['AREA', 'TIME', 'SEX', 'ETHNICITY']
							.map((id) => codes(id).indexOf(cell[ids.indexOf(id)] ?? ''))
							.join('')
					);
				const figures = cells.map(figureOf);
				const label = (id: string) => Object.fromEntries(codes(id).map((code) => [code, code]));
				const dimension = Object.fromEntries(
					ids.map((id) => [id, { category: { index: codes(id), label: label(id) } }])
				);
				const value = isSparse ? Object.fromEntries(figures.map((figure, at) => [at, figure])) : figures;
				const table = readTable(JSON.stringify({ class: 'dataset', id: ids, size: sizes, dimension, value }));
				for (const row of table.rows) {
					for (const [at, heading] of table.columns.entries()) {
						if (at < 3) continue;
						const digit = (id: string): number =>
							codes(id).length === 1 ? 0 : codes(id).findIndex((code) => heading.split(' · ').includes(code));
						const place = codes('AREA').indexOf(row[0] ?? '');
						const year = codes('TIME').indexOf(row[2] ?? '');
						expect(Number(row[at])).toBe(Number([place, year, digit('SEX'), digit('ETHNICITY')].join('')));
					}
				}
				expect(table.rows.length * (table.columns.length - 3)).toBe(cells.length);
			})
		);
	});

	it.each<[string, string, string]>([
		['what PxWeb says of a table', '{"title": "IRD062", "variables": [{"code": "AREA"}]}', 'description'],
		['another JSON', '{"rows": []}', 'not_json_stat'],
		['JSON-stat 1', '{"dataset": {"dimension": {"id": ["AREA"], "size": [1]}}}', 'not_json_stat'],
		['broken JSON', '{"class": "dataset", ', 'not_json_stat'],
		[
			'no places',
			'{"class":"dataset","id":["SEX"],"size":[1],"dimension":{"SEX":{"category":{"label":{"T":"Abi"}}}},"value":[1]}',
			'place_column'
		],
		[
			'sizes that do not fit',
			'{"class":"dataset","id":["AREA"],"size":[2],"dimension":{"AREA":{"category":{"label":{"LV":"Latvija"}}}},"value":[1]}',
			'not_json_stat'
		],
		[
			'far too many cells',
			'{"class":"dataset","id":["AREA","X"],"size":[100000,100000],"dimension":{},"value":[]}',
			'too_large'
		]
	])('with %s is refused', (_, text, problem) => {
		expect(problemOf(() => readTable(text))).toBe(problem);
	});
});

describe('CSV', () => {
	it('leaves out the title above and the note below', () => {
		const table = readTable(fixture('csp-table.csv'));
		expect(table.title).toMatch(/^IRD062/);
		expect(table.columns).toEqual(['Teritoriālā vienība', 'Rādītāji', '2024', '2025']);
		expect(table.rows).toHaveLength(7);
		expect(table.rows.at(-1)?.at(-1)).toBe('…');
	});

	it.each([',', ';', '\t', '|'])('may be divided by %j', (sign) => {
		const text = [
			['kods', 'vērtība'],
			['0037600', '12']
		]
			.map((row) => row.join(sign))
			.join('\r\n');
		expect(readTable(`\ufeff${text}`).rows).toEqual([['0037600', '12']]);
	});

	it('makes headings different and gives the nameless ones a number', () => {
		const table = readTable('kods,,Kopā,Kopā\n0037600,a,1,2\n');
		expect(table.columns).toEqual(['kods', '#2', 'Kopā', 'Kopā (2)']);
	});

	it.each([
		['', 'empty'],
		['  \n ', 'empty'],
		['tikai teksts', 'no_rows'],
		['kods,vērtība\n', 'no_rows'],
		['<!doctype html><title>Kļūda</title>', 'web_page']
	])('%j is refused', (text, problem) => {
		expect(problemOf(() => readTable(text))).toBe(problem);
	});
});

describe('decode', () => {
	it('reads UTF-8, else Windows-1257', () => {
		expect(decode(new TextEncoder().encode('Zaļesjes'))).toBe('Zaļesjes');
		expect(decode(new Uint8Array([0x5a, 0x61, 0xef, 0x65, 0x73]))).toBe('Zaļes');
	});

	it('knows a spreadsheet when it sees one', () => {
		expect(problemOf(() => decode(new Uint8Array([0x50, 0x4b, 3, 4])))).toBe('spreadsheet');
		expect(problemOf(() => decode(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])))).toBe('spreadsheet');
	});
});
