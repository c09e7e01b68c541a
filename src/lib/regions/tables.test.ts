import { describe, expect, it } from 'vitest';
import { SMALL_COUNTRY as index } from '../../../tests/fixtures/small-country.ts';
import { areaCoverage } from '../coverage/summary.ts';
import { overwriteGetLocale } from '../i18n/paraglide/runtime.js';
import { headlines, regionTables } from './tables.ts';
import type { MandatedView, RegionView } from './view.ts';

overwriteGetLocale(() => 'lv');

const day = (reached: string[], communities: [string, number][]) => (code: string) =>
	areaCoverage(
		index,
		code,
		{
			day: '2026-11-22',
			statusOf: (unit) => (reached.includes(unit) ? 'emerging' : 'not_surveyed'),
			communities: new Map(communities)
		},
		(unit) => (unit === '0010010' ? 300 : unit === '0010200' ? 900 : null)
	);
const now = day(
	['0010010'],
	[
		['latgale', 4],
		['0010000', 4]
	]
);
const before = day([], []);

const view = (mandated: MandatedView | null, index: number | null = 40): RegionView => ({
	...{ code: 'latgale', name: 'Latgale', asOf: '2026-11-22', before: '2025-11-22' },
	...{
		privacy: mandated === null ? 'P' : 'M',
		seesFew: false,
		populationYears: [2025],
		bands: [],
		sources: []
	},
	coverage: { now: now('latgale'), before: before('latgale') },
	published: { now: 3, before: 0 },
	mandated,
	inside: ['0010000', '0020000'].map((code) => ({
		...{ code, label: code, now: now(code), before: before(code) },
		gaps:
			mandated === null
				? null
				: { communities: 4, index: index === null ? null : { communities: 4, median: index, half: null } }
	}))
});
const mandated: MandatedView = {
	communities: { now: 4, before: 0 },
	withinYear: { now: 4, before: 0 },
	confirmed: 1,
	index: { now: { communities: 4, median: 40, half: null }, before: null },
	mustHaves: [
		{ id: '1.1', title: text('Ūdens'), now: standing(4, 0.25), before: null },
		{ id: '1.2', title: text('Sakari'), now: null, before: null },
		{ id: '1.3', title: text('Siltums'), now: standing(4, 0.75), before: standing(3, 1) }
	]
};

function text(lv: string) {
	return { lv, en: lv, ru: lv };
}
function standing(answers: number, none: number) {
	const lacking = none * answers;
	return { answers, none, low: none, median: 1, levels: [lacking, 0, 0, answers - lacking] } as const;
}
const table = (of: RegionView, id: string) => regionTables(of).find((each) => each.id === id);
const texts = (of: RegionView, id: string) =>
	table(of, id)?.rows.map(({ cells }) => cells.map((cell) => cell.text));

describe('headline numbers', () => {
	it('say the number, a year ago, what they are made of and what they mean', () => {
		const [units, residents] = headlines(view(null));
		expect(units).toMatchObject({
			value: { text: '33\u00a0%', value: 1 / 3 },
			before: { value: 0 },
			change: 'Pirms gada (2025. gada 22. novembris): 0\u00a0%',
			base: '1 no 3 pagastiem un pilsētām'
		});
		expect(residents).toMatchObject({ value: { value: 0.25 } });
		expect(residents?.base).toContain('zināms 2 vietām no 3 (2025)');
		for (const { definition } of headlines(view(mandated))) expect(definition).not.toBe('');
	});

	it('give the public what is published, and no points', () => {
		expect(headlines(view(null)).map(({ id, value }) => [id, value.value])).toEqual([
			['units-reached', 1 / 3],
			['residents-reached', 0.25],
			['communities', 4],
			['assessed-published', 3]
		]);
		expect(
			headlines(view(mandated))
				.map(({ id, value }) => [id, value.value])
				.slice(3)
		).toEqual([
			['assessed', 4],
			['index-median', 40]
		]);
	});

	it('say of too few communities that they are few, and never 0', () => {
		const few = view({ ...mandated, index: { now: null, before: null } });
		expect(headlines(few).at(-1)).toMatchObject({
			value: { text: 'Maz datu', value: null },
			before: { text: '–', value: null }
		});
	});
});

describe('tables of a region', () => {
	it('hold for the public neither must-haves nor assessed communities of a municipality', () => {
		expect(regionTables(view(null)).map(({ id }) => id)).toEqual([
			'summary',
			'statuses',
			'municipalities',
			'bands'
		]);
		expect(table(view(null), 'municipalities')?.columns.map(({ id }) => id)).not.toContain('assessed');
		expect(JSON.stringify(regionTables(view(null)))).not.toMatch(/Punktu|index/);
	});

	it('put first the must-have that most lack, and last the one of which nothing may be said', () => {
		expect(texts(view(mandated), 'must-haves')).toEqual([
			['Siltums', '75\u00a0%', '4', '100\u00a0%'],
			['Ūdens', '25\u00a0%', '4', '–'],
			['Sakari', 'Maz datu', '', '–']
		]);
	});

	it('tell nobody assessed from too few', () => {
		expect(texts(view(mandated, null), 'municipalities')?.[0]?.slice(-2)).toEqual(['4', 'Maz datu']);
	});

	it('have as many cells in every row as there are columns', () => {
		for (const { columns, rows } of [...regionTables(view(null)), ...regionTables(view(mandated))])
			for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
	});
});
