import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
	AMBIGUOUS_COUNTRY as index,
	AMBIGUOUS_FORMER as former
} from '../../../../tests/fixtures/ambiguous-country.ts';
import { planImport, type ImportPlan } from './plan.ts';
import { decode, readTable } from './read.ts';
import { readingSchema } from './reading.ts';
import { TableError } from './table.ts';

const reference = { index, former, label: (code: string) => index.byCode(code)?.name ?? null };

const bytes = (name: string): Uint8Array =>
	readFileSync(new URL(`../../../../tests/fixtures/indicators/${name}`, import.meta.url));
const plan = (name: string, reading: Record<string, unknown>): ImportPlan =>
	planImport(readTable(decode(bytes(name))), readingSchema.parse(reading), reference);
const ofText = (text: string, reading: Record<string, unknown>): ImportPlan =>
	planImport(readTable(text), readingSchema.parse(reading), reference);
const valuesOf = ({ values }: ImportPlan): Record<string, number> =>
	Object.fromEntries(values.map(({ territoryCode, value }) => [territoryCode, value]));

function problemOf(work: () => unknown): [string, string] {
	try {
		work();
	} catch (error) {
		if (error instanceof TableError) return [error.problem, error.detail];
		throw error;
	}
	return ['none', ''];
}

describe('population of CSP, JSON-stat', () => {
	it('is read for a year, by codes old and new; a region of statistics is not a planning region', () => {
		const read = plan('csp-population.json', { indicator: 'population', year: 2025 });
		expect(valuesOf(read)).toEqual({
			...{ LV: 1862700, '0002000': 77100, '0037000': 20900, '0037210': 7400, '0037540': 470 },
			...{ '0037600': 600, '0038230': 1800 }
		});
		expect(read.values[0]).toEqual({
			...{ territoryCode: 'LV', indicator: 'population', year: 2025, value: 1862700, method: 'published' },
			...{ inheritedFrom: null, basis: 'stated', caveat: null }
		});
		expect(read.report.unmatched.map(({ label }) => label)).toEqual(['Latgales statistiskais reģions']);
		expect(read.obstacles).toEqual([]);
	});

	it('is read for all years of the table; what has no figure is missing', () => {
		const read = plan('csp-population.json', { indicator: 'population' });
		expect(read.years).toEqual([2024, 2025]);
		expect(read.values).toHaveLength(13);
		expect(read.report.empty).toBe(1);
		expect(read.report.covered).toEqual([
			{ level: 'parish', have: 5, all: 11 },
			{ level: 'municipality', have: 2, all: 3 },
			{ level: 'region', have: 0, all: 1 }
		]);
	});

	it('has no other years', () => {
		expect(problemOf(() => plan('csp-population.json', { indicator: 'population', year: 2011 }))).toEqual([
			'no_such_year',
			'2011'
		]);
	});
});

describe('shares from counts', () => {
	it('are those who are not Latvians, of everybody and not of women', () => {
		const read = plan('csp-ethnicity.json', { indicator: 'minority-share', year: 2025, basis: 'estimate' });
		expect(valuesOf(read)).toEqual({ '0037210': 40.54, '0037540': 70, '0037600': 80 });
		expect(read.report.formula).toEqual({
			...{ kind: 'share', part: ['Latvieši · Abi dzimumi'], whole: 'Pavisam · Abi dzimumi', isRest: true }
		});
		expect(read.values[0]?.basis).toBe('estimate');
	});

	it('of a group that is not told are missing, never 0', () => {
		const read = plan('csp-ethnicity.json', { indicator: 'russian-share', year: 2025 });
		expect(valuesOf(read)).toEqual({ '0037210': 32.43, '0037540': 50 });
		expect(read.report.empty).toBe(1);
	});

	it('come from columns beside each other, as PMLP has them; a municipality in its own row', () => {
		const read = plan('pmlp.csv', { indicator: 'minority-share', year: 2025, basis: 'register' });
		expect(valuesOf(read)).toEqual({
			...{ '0037000': 36.59, '0037210': 40.54, '0037600': 80, '0002000': 80.52 }
		});
		expect(valuesOf(plan('pmlp.csv', { indicator: 'polish-share', year: 2025 }))['0002000']).toBe(13.64);
		expect(valuesOf(plan('pmlp.csv', { indicator: 'population', year: 2025 }))['0002000']).toBe(77000);
	});

	it('come from rows below each other', () => {
		const read = plan('csp-long.csv', { indicator: 'minority-share' });
		expect(valuesOf(read)).toEqual({ '0037210': 40.54, '0037600': 80 });
		expect(read.years).toEqual([2025]);
		expect(valuesOf(plan('csp-long.csv', { indicator: 'russian-share' }))).toEqual({ '0037210': 32.43 });
	});

	it('may be counted from columns that are named', () => {
		const columns = { part: ['krievi', 'Baltkrievi'], of: 'KOPA' };
		const read = plan('pmlp.csv', { indicator: 'russian-share', year: 2025, columns });
		expect(valuesOf(read)['0002000']).toBe(53.9);
		const without = { without: ['Latvieši'], of: 'Kopā' };
		expect(
			valuesOf(plan('pmlp.csv', { indicator: 'minority-share', year: 2025, columns: without }))['0002000']
		).toBe(80.52);
	});

	it('are never taken from a column of Latvians alone', () => {
		const text = 'Novads;Latvieši\nLudzas novads;63,41\n';
		expect(problemOf(() => ofText(text, { indicator: 'minority-share', year: 2025 }))).toEqual([
			'value_column',
			''
		]);
	});

	it('above the whole are wrong', () => {
		const text = 'Novads;Krievi;Kopā\nLudzas novads;30;20\n';
		const read = ofText(text, { indicator: 'russian-share', year: 2025 });
		expect(read.report.unreadable).toEqual([{ label: 'Ludzas novads', text: '20 | 30' }]);
		expect(read.obstacles).toEqual(['nothing']);
	});
});

describe('a table with a column for each year', () => {
	const read = plan('csp-table.csv', { indicator: 'population', year: 2025 });

	it('is read for the year', () => {
		expect(valuesOf(read)).toEqual({
			...{ LV: 1862700, '0037000': 20900, '0037210': 7400, '0031550': 2850 }
		});
		expect(problemOf(() => plan('csp-table.csv', { indicator: 'population' }))[0]).toBe('year');
	});

	it('says what is open, with candidates', () => {
		expect(read.report.ambiguous).toEqual([
			{
				label: 'Pilskalnes pagasts',
				candidates: [
					{ code: '0032550', name: 'Pilskalnes pagasts' },
					{ code: '0037998', name: 'Pilskalnes pagasts' }
				]
			}
		]);
		expect(read.report.unmatched.map(({ label, suggestions }) => [label, suggestions[0]?.code])).toEqual([
			['Zaļešjas pagasts', '0037600']
		]);
	});

	it('takes the places that are told', () => {
		const places = { 'Pilskalnes pagasts': '0037998', 'Zaļešjas pagasts': '0037600' };
		const told = plan('csp-table.csv', { indicator: 'population', year: 2025, places });
		expect(valuesOf(told)).toMatchObject({ '0037998': 1080, '0037600': 600 });
		expect([told.report.ambiguous, told.report.unmatched]).toEqual([[], []]);
	});
});

describe('a table of before 2021', () => {
	const reading = { indicator: 'minority-share', year: 2011, vintage: '2018', method: 'secondhand' };

	it('leads through old codes to today’s units; a share is inherited by all parts', () => {
		const read = plan('of-2018.csv', { ...reading, columns: { value: 'īpatsvars' } });
		expect(
			read.values.map(({ territoryCode, value, method, inheritedFrom }) => [
				...[territoryCode, value, method, inheritedFrom]
			])
		).toEqual([
			['0037600', 72.5, 'secondhand', null],
			['0025210', 24.93, 'inherited', 'Iecavas novads'],
			['0025460', 24.93, 'inherited', 'Iecavas novads']
		]);
		expect(read.report.spread).toEqual([{ label: 'Iecavas novads', parts: 2 }]);
		expect(read.report.unmatched.map(({ label }) => label)).toEqual(['Zilupes novads', 'Nekurienes pagasts']);
	});

	it('by name: a parish’s own share beats the inherited one', () => {
		const text = 'nosaukums;vērtība\nZilupes novads;61\nZaļesjes pagasts;72,5\n';
		expect(ofText(text, reading).values.map(({ territoryCode, value }) => [territoryCode, value])).toEqual([
			['0037600', 72.5],
			['0037540', 61]
		]);
	});

	it('never spreads people', () => {
		const text = 'nosaukums;iedzīvotāju skaits\nZilupes novads;3000\n';
		const read = ofText(text, { ...reading, indicator: 'population' });
		expect(read.values).toEqual([]);
		expect(read.report.notSpread).toEqual(['Zilupes novads']);
	});
});

describe('what an import says of itself', () => {
	it('counts in the unit of the product', () => {
		const text = 'kods;vērtība\n0037600;0,6\n0037210;7,4\n';
		expect(valuesOf(ofText(text, { indicator: 'population', year: 2025, unit: 'thousands' }))).toEqual({
			...{ '0037600': 600, '0037210': 7400 }
		});
		expect(valuesOf(ofText(text, { indicator: 'border-distance', year: 2025, unit: 'm' }))['0037210']).toBe(
			0.0074
		);
		expect(problemOf(() => ofText(text, { indicator: 'population', year: 2025, unit: 'km' }))).toEqual([
			...['unit', 'km']
		]);
	});

	it('warns of fractions where per cent were said', () => {
		const text = 'kods;vērtība\n0037600;0,8\n0037210;0,4\n';
		const reading = { indicator: 'minority-share', year: 2025 };
		expect(ofText(text, reading).report.mayBeFractions).toBe(true);
		const fractions = ofText(text, { ...reading, unit: 'fraction' });
		expect([fractions.report.mayBeFractions, valuesOf(fractions)['0037600']]).toEqual([false, 80]);
	});

	it('refuses what cannot be a figure', () => {
		const text = 'kods;vērtība\n0037600;-1\n0037210;12,5\n0037540;daudz\n0037000;20900\n';
		const read = ofText(text, { indicator: 'population', year: 2025 });
		expect(valuesOf(read)).toEqual({ '0037000': 20900 });
		expect(read.report.unreadable).toEqual([
			{ label: '0037600', text: '-1' },
			{ label: '0037210', text: '12,5' },
			{ label: '0037540', text: 'daudz' }
		]);
	});

	it('reads grouped people as thousands, and asks where a figure may be two', () => {
		const text = 'kods;vērtība\n0037000;21.000\n0037210;7,400\n';
		const reading = { indicator: 'population', year: 2025 };
		expect(valuesOf(ofText(text, reading))).toEqual({ '0037000': 21000, '0037210': 7400 });
		const density = ofText(text, { ...reading, indicator: 'population-density' });
		expect(density.report.unreadable.map(({ text }) => text)).toEqual(['21.000', '7,400']);
		expect(valuesOf(ofText(text, { ...reading, indicator: 'minority-share' }))).toEqual({
			...{ '0037000': 21, '0037210': 7.4 }
		});
		const counted = 'kods;Pavisam;Krievi\n0037000;20.000;5.000\n';
		expect(valuesOf(ofText(counted, { ...reading, indicator: 'russian-share' }))).toEqual({ '0037000': 25 });
	});

	it('reads a number of JSON as it is written', () => {
		const json = readFileSync(
			new URL('../../../../tests/fixtures/indicators/csp-population.json', import.meta.url),
			'utf8'
		).replace(/"value":\s*\[[^\]]*\]/, `"value": [${Array.from({ length: 16 }, () => '1.234').join(', ')}]`);
		const read = ofText(json, { indicator: 'population-density', year: 2025 });
		expect(new Set(Object.values(valuesOf(read)))).toEqual(new Set([1.234]));
	});

	it('stops at two figures for one place, but not at the same figure twice', () => {
		const text = 'kods;vērtība\n0002000;77000\n0002000;77000\n0037600;600\n0037600;601\n';
		const read = ofText(text, { indicator: 'population', year: 2025 });
		expect(read.report.clashes).toEqual([{ label: 'Zaļesjes pagasts', year: 2025, figures: [600, 601] }]);
		expect(read.obstacles).toEqual(['clashes']);
	});

	it('takes only the rows that are asked for', () => {
		const text =
			'kods;Dzimums;Tautība;vērtība\n0037600;Visi;Pavisam;600\n0037600;Visi;Latvieši;120\n' +
			'0037600;Sievietes;Pavisam;320\n0037600;Sievietes;Latvieši;60\n';
		const reading = { indicator: 'minority-share', year: 2025, columns: { value: 'vērtība' } };
		expect(ofText(text, reading).report.unreadable).toEqual([
			{ label: '0037600', text: '600 / 320 | 120 / 60' }
		]);
		const where = [{ column: 'dzimums', cell: 'visi' }];
		expect(valuesOf(ofText(text, { ...reading, where }))).toEqual({ '0037600': 80 });
	});

	it.each([
		['Poļi', 'russian-share'],
		['Krievi', 'population'],
		['Latviešu un citu skaits · Latvieši', 'polish-share'],
		['Iedzīvotāju skaits', 'minority-share'],
		['Blīvums', 'population']
	])('never takes a lone column %s for %s', (heading, indicator) => {
		const text = `kods;${heading}\n0037600;12\n`;
		expect(problemOf(() => ofText(text, { indicator, year: 2025 }))).toEqual(['value_column', '']);
		const named = { indicator, year: 2025, columns: { value: heading } };
		expect(valuesOf(ofText(text, named))).toEqual({ '0037600': 12 });
	});

	it('takes a lone column of which nothing is known, or of the people meant', () => {
		for (const heading of ['Rādītājs A', 'Krievi']) {
			const text = `kods;${heading}\n0037600;12\n`;
			expect(valuesOf(ofText(text, { indicator: 'russian-share', year: 2025 }))).toEqual({ '0037600': 12 });
		}
		// Russians “in all” are people, and not all of themselves.
		const text = 'kods;Krievi · Pavisam\n0037600;12\n';
		expect(problemOf(() => ofText(text, { indicator: 'russian-share', year: 2025 }))[0]).toBe('value_column');
	});

	it('asks for columns that it does not know', () => {
		const text = 'vieta;a;b\nLudza;1;2\n';
		const reading = { indicator: 'population', year: 2025 };
		expect(problemOf(() => ofText(text, reading))[0]).toBe('value_column');
		expect(valuesOf(ofText(text, { ...reading, columns: { value: 'B' } }))).toEqual({ '0037210': 2 });
		expect(problemOf(() => ofText(text, { ...reading, columns: { value: 'c' } }))).toEqual(['column', 'c']);
		expect(problemOf(() => ofText('q;w\nLudza;1\n', reading))[0]).toBe('place_column');
		expect(problemOf(() => ofText('vieta;w\nLudza;1\n', { indicator: 'population' }))[0]).toBe('year');
	});
});
