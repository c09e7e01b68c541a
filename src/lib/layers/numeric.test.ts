import { describe, expect, it } from 'vitest';
import { borderDistance } from './border.ts';
import { minorityShare, polishShare } from './ethnicity.ts';
import { evidenceDays } from './evidence.ts';
import { indicatorFigure, type Figure, type FigureId, type FigureRow } from './figures.ts';
import { figureText, numericLayer, rangeText } from './numeric.ts';
import { population } from './population.ts';
import { SEQUENTIAL } from './palettes.ts';
import { prepare } from './prepare.ts';
import { lookOf } from './types.ts';

const value = (number: number, change: Partial<Figure> = {}): Figure => ({
	...indicatorFigure({
		value: number,
		year: 2011,
		method: 'secondhand',
		inheritedFrom: null,
		basis: 'census',
		sourceId: 'census-2011'
	}),
	...change
});
const row = (id: FigureId, figure: Figure | null): FigureRow => ({
	kind: 'parish',
	status: 'not_surveyed',
	unitCounts: null,
	communities: 0,
	figures: figure === null ? {} : { [id]: figure }
});

const shares = [4, 12.5, 50, 50.04, 50.06, 91].map((each) => row('minority-share', value(each)));
const unknown = row('minority-share', null);
const inherited = row('minority-share', value(30, { method: 'inherited', inheritedFrom: 'Ludzas novads' }));
const layer = numericLayer(minorityShare, prepare(minorityShare, [...shares, unknown, inherited]));

describe('numericLayer', () => {
	it('has a class with a label and a colour for each range', () => {
		expect(layer.classes.map((each) => each.label())).toEqual([
			'Līdz 10',
			'10,1–25',
			'25,1–50',
			'50,1–75',
			'75,1 un vairāk'
		]);
		expect(layer.classes.map((each) => each.fill)).toEqual(
			[0, 1, 3, 4, 5].map((position) => SEQUENTIAL.plum[position])
		);
		expect(layer.unit()).toBe('% no iedzīvotājiem');
	});

	it('classes a value as it is printed: 50.04 is “50 %” and no majority, 50.06 is “50,1 %”', () => {
		expect(shares.map((each) => layer.classOf(each))).toEqual(['c1', 'c2', 'c3', 'c3', 'c4', 'c5']);
	});

	it('has no class for what is missing, and says so in words and exports', () => {
		expect(layer.classOf(unknown)).toBeNull();
		expect(lookOf(layer, unknown)).toMatchObject({ id: 'no_data', pattern: 'hatch' });
		expect(layer.describe(unknown)).toBe('Nav datu');
		for (const column of layer.columns) {
			expect(column.value(unknown), column.id).toBeNull();
			expect(column.order(unknown), column.id).toBeNull();
		}
	});

	it('draws lines over inherited values and names the territory they are of', () => {
		expect(lookOf(layer, inherited)).toMatchObject({ id: 'c3', pattern: 'lines' });
		expect(layer.describe(inherited)).toMatch(/^30\s% \(2011, par visu teritoriju: Ludzas novads\)$/u);
		expect(lookOf(layer, shares[0] ?? unknown).pattern).toBe('none');
	});

	it('carries year, method and source of each value into table and export', () => {
		const cells = Object.fromEntries(layer.columns.map((column) => [column.id, column.value(inherited)]));
		expect(cells).toEqual({
			'minority-share': 30,
			'minority-share-year': 2011,
			'minority-share-method': 'inherited',
			'minority-share-source': 'census-2011'
		});
		expect(layer.columns.filter((column) => column.inTable).map((column) => column.label())).toEqual([
			'Mazākumtautību daļa',
			'Gads',
			'Kā zināms'
		]);
	});

	it('names the sources of its values', () => {
		expect(layer.sources).toEqual(['census-2011']);
	});

	it('turns the colours round where little is strong: near the border', () => {
		const near = [0, 5, 20].map((each) => row('border-distance', value(each)));
		const distances = numericLayer(borderDistance, prepare(borderDistance, near));
		const [touching] = distances.classes;
		expect(touching?.fill).toBe(SEQUENTIAL[borderDistance.palette].at(-1));
		expect(distances.classOf(near[0] ?? unknown)).toBe('c1');
		expect(touching?.label()).toBe('0');
	});

	it('says “at least” where the day is not exactly known', () => {
		const figure = value(400, { atLeast: true, year: null, method: 'derived' });
		expect(figureText(evidenceDays, figure)).toMatch(/^vismaz 400\sd\.$/u);
	});

	it('has no classes without values', () => {
		const empty = numericLayer(population, prepare(population, [unknown]));
		expect(empty.classes).toEqual([]);
		expect(empty.classOf(unknown)).toBeNull();
	});
});

describe('prepare', () => {
	it('follows the reader’s choice of method and limits', () => {
		const limits = (choice: Parameters<typeof prepare>[2]) =>
			prepare(minorityShare, shares, choice).classification.limits;
		expect(limits({ method: null })).toEqual([10, 25, 50, 75]);
		expect(limits({ method: 'equal' })).toEqual([20, 40, 60, 80]);
		expect(limits({ method: 'manual', limits: [33.3] })).toEqual([33.3]);
		expect(limits({ method: 'manual', limits: [] })).toEqual([10, 25, 50, 75]);
	});

	it('reads nothing but the values: who is inside a filter does not move the limits', () => {
		const rows = [1, 2, 3, 40, 41, 90].map((each) => row('polish-share', value(each)));
		const faded = rows.map((each, position) => ({ ...each, matches: position === 0 }));
		expect(prepare(polishShare, faded)).toEqual(prepare(polishShare, rows));
	});

	it('gives plain data, which arrive in the browser as they were', () => {
		const prepared = prepare(minorityShare, shares);
		expect(JSON.parse(JSON.stringify(prepared))).toEqual(prepared);
	});
});

describe('rangeText', () => {
	it('writes a single value once', () => {
		expect(rangeText({ from: 7, to: 7 }, 0)).toBe('7');
		expect(rangeText({ from: 25.1, to: 50 }, 1, (text) => `${text} %`)).toBe('25,1–50 %');
	});
});
