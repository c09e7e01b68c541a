import { describe, expect, it } from 'vitest';
import { SMALL_FACTS } from '../../../tests/fixtures/small-country.ts';
import type { LoadedValue } from '../indicators/types.ts';
import { indicatorFigure, type Figures } from '../layers/figures.ts';
import type { RowFacts } from '../map/row-facts.ts';
import { ownFigures, placeFigures, shownFigures } from './place-figures.ts';

const share = (value: number, method: 'published' | 'inherited' = 'published'): Figures => ({
	'minority-share': indicatorFigure({
		value,
		year: 2021,
		method,
		inheritedFrom: method === 'inherited' ? 'Mazais novads' : null,
		basis: 'census',
		sourceId: 'census'
	})
});
const facts: RowFacts = {
	...SMALL_FACTS,
	indicators: new Map([
		['0010010', share(60, 'inherited')],
		['0010200', share(20)],
		['0010000', share(45)],
		['LV', share(37)]
	])
};
const sources = [{ id: 'census', title: 'Tautas skaitīšana' }];
const explained = (code: string) => placeFigures(facts, code, ['minority-share'], sources)[0];

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('placeFigures', () => {
	it('compares a unit with its municipality, region and country, and says how each is known', () => {
		const alfa = explained('0010010');
		expect(alfa?.figure).toMatchObject({ value: 60, method: 'inherited', year: 2021 });
		expect(alfa?.source).toEqual({ id: 'census', title: 'Tautas skaitīšana' });
		expect(alfa?.comparisons).toHaveLength(3);
		expect(alfa?.comparisons[0]).toMatch(/^Mazais novads: 45/);
		// The region has no value of its own, and without population nothing can be weighed.
		expect(alfa?.comparisons[1]).toMatch(/^Latgales plānošanas reģions: .*40.*2.*3/);
		expect(alfa?.comparisons[2]).toMatch(/^Latvija: 37/);
		expect(alfa?.distribution).toMatchObject({ known: 2, of: 4, own: { value: 60 } });
	});

	it('counts communities per 1,000 residents of every area, the country among them, and never prints them as 0', () => {
		const people = (value: number): Figures => ({
			population: indicatorFigure({
				...{ value, year: 2020, method: 'secondhand', inheritedFrom: null },
				...{ basis: 'estimate', sourceId: 'census' }
			})
		});
		const counted: RowFacts = {
			...SMALL_FACTS,
			indicators: new Map([
				['0010200', people(500)],
				['latgale', people(100_000)],
				['LV', people(2_000_000)]
			])
		};
		const [beta] = placeFigures(counted, '0010200', ['communities-per-1000'], sources);
		expect(beta).toMatchObject({ figure: { value: 4, year: 2020 }, source: { id: 'census' } });
		// Three communities among two million people: 0.0015 for each thousand.
		expect(beta?.comparisons.map(plain)).toEqual([
			'Mazais novads: 4 (aprēķināts; zināmas vietas: 1 no 2; 2020)',
			'Latgales plānošanas reģions: 0,02 (2020, aprēķināts)',
			'Latvija: mazāk nekā 0,01 (2020, aprēķināts)'
		]);
	});

	it('gives a larger area its value alone, and never 0 for what is missing', () => {
		expect(explained('0010000')).toMatchObject({
			figure: { value: 45 },
			comparisons: [],
			distribution: null
		});
		expect(explained('0003000')).toMatchObject({ figure: null, source: null });
	});
});

describe('numbers that municipalities are to reach', () => {
	const active: RowFacts = {
		...SMALL_FACTS,
		window: 36,
		active: new Map([
			['0010000', 2],
			['0010200', 2],
			['0003000', 6]
		])
	};
	const figureOf = (code: string, of: RowFacts = active) =>
		placeFigures(of, code, ['active-communities'], [])[0];

	it('are told of the municipality that a place is in, and of those of a region in name order', () => {
		expect(figureOf('0010200')?.progress).toEqual({
			target: 5,
			areas: [{ code: '0010000', label: 'Mazais novads', value: 2 }]
		});
		expect(figureOf('latgale')?.progress?.areas.map(({ label, value }) => [label, value])).toEqual([
			['Lielais novads', 0],
			['Mazais novads', 2]
		]);
	});

	it('stand as a line among all municipalities, a state city being one; a place is measured by no middle', () => {
		for (const code of ['0010000', '0003000']) {
			expect(figureOf(code)).toMatchObject({ line: 5, distribution: { known: 3, of: 3 } });
		}
		expect(figureOf('0010200')).toMatchObject({ line: null, distribution: null, comparisons: [] });
	});

	it('are told of no other time', () => {
		expect(figureOf('0010000', { ...active, window: 12 })).toMatchObject({ progress: null, line: null });
	});
});

describe('what only people with a mandate see', () => {
	const mandated: RowFacts = {
		...SMALL_FACTS,
		reaches: (code) => ['0010000', '0010010', '0010200'].includes(code),
		atHome: new Map([
			['0010200', 4],
			['0010000', 4],
			['latgale', 8],
			['LV', 9]
		]),
		assessed: new Map([
			['0010200', { communities: 1, withinYear: 1 }],
			['0010000', { communities: 1, withinYear: 1 }],
			['latgale', { communities: 4, withinYear: 1 }]
		])
	};

	it('is compared with nothing outside their area', () => {
		const [share] = placeFigures(mandated, '0010200', ['assessed-share'], []);
		expect(share?.comparisons.map(plain)).toEqual([expect.stringMatching(/^Mazais novads: 25/)]);
	});

	it('says that too few communities have a plan, not that nothing is known', () => {
		const plans = { shares: new Map<string, number>(), few: new Set(['0010200']) };
		const [steps] = placeFigures({ ...mandated, plans }, '0010200', ['plan-done'], []);
		expect(steps).toMatchObject({ figure: null, text: 'Maz datu' });
	});
});

describe('shownFigures', () => {
	it('are those of fill and second layer, each once', () => {
		expect(shownFigures({ layer: 'activity', second: 'resource-centres' })).toEqual([]);
		expect(shownFigures({ layer: 'population', second: 'minority-share' })).toEqual([
			'population',
			'minority-share'
		]);
		expect(shownFigures({ layer: 'activity-minority', second: 'minority-share' })).toEqual([
			'minority-share'
		]);
	});
});

describe('ownFigures', () => {
	const loaded = (value: Partial<LoadedValue>): LoadedValue => ({
		territoryCode: '0010010',
		indicator: 'population',
		year: 2020,
		value: 812,
		method: 'published',
		inheritedFrom: null,
		basis: 'census',
		caveat: null,
		sourceId: 'census',
		importId: 'a',
		loadedAt: '2026-01-01T00:00:00Z',
		...value
	});
	const values = [
		loaded({}),
		loaded({ year: 2011, value: 900 }),
		loaded({ indicator: 'minority-share', value: 45, caveat: 'Aplēse' })
	];

	it('has the best value of each figure, and a line for what is missing', () => {
		const figures = ownFigures(values, 40, 'parish', true, sources);
		expect(figures.find(({ id }) => id === 'population')).toMatchObject({
			figure: { value: 812, year: 2020 }
		});
		expect(figures.find(({ id }) => id === 'population-density')).toMatchObject({
			figure: { value: 20.3, year: 2020, method: 'derived' },
			source: { id: 'census' }
		});
		expect(figures.find(({ id }) => id === 'minority-share')?.caveat).toBe('Aplēse');
		expect(figures.find(({ id }) => id === 'border-distance')).toMatchObject({ figure: null, source: null });
	});

	it('leaves ethnicity out where activity stands beside it, and what a level does not have', () => {
		const ids = ownFigures(values, 40, 'region', false, sources).map(({ id }) => id);
		expect(ids).toEqual(['population', 'population-density']);
	});
});
