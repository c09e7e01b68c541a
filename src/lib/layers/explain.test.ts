import { describe, expect, it } from 'vitest';
import { borderDistance } from './border.ts';
import { minorityShare } from './ethnicity.ts';
import { explain, type Comparison, type ExplainFacts } from './explain.ts';
import { comparisonText } from './explain-words.ts';
import { indicatorFigure, type Figure, type FigureId, type Figures } from './figures.ts';
import { population, populationDensity } from './population.ts';

const figure = (value: number, change: Partial<Figure> = {}): Figure => ({
	...indicatorFigure({
		value,
		year: 2020,
		method: 'published',
		inheritedFrom: null,
		basis: null,
		sourceId: 'source'
	}),
	...change
});
const unit = (code: string, municipalityCode: string, region: string, areaKm2 = 100) => ({
	code,
	municipalityCode,
	region,
	areaKm2
});
const units = [
	unit('a', 'm', 'east'),
	unit('b', 'm', 'east', 300),
	unit('c', 'n', 'east'),
	unit('city', 'city', 'west')
];

function facts(figures: Record<string, Partial<Record<FigureId, number>>>): ExplainFacts {
	const read = (code: string): Figures =>
		Object.fromEntries(Object.entries(figures[code] ?? {}).map(([id, value]) => [id, figure(value)]));
	return { units, figuresOf: read, country: 'LV' };
}

describe('comparisonText', () => {
	it('says how a value is known', () => {
		const counts = { scope: 'region', code: 'east', value: 38.46, known: 90, of: 104 } as const;
		const basis = { whole: null, years: '2011–2018', inherited: 72 };
		const text = (change: Pick<Comparison, 'by'> & Partial<Comparison>) =>
			comparisonText(minorityShare, { ...counts, ...basis, ...change }, 'Latgale').replaceAll('\u00a0', ' ');
		expect(text({ by: 'own', whole: figure(38.46), inherited: 0, years: '2020' })).toBe(
			'Latgale: 38,5 % (2020, publicēts)'
		);
		expect(text({ by: 'weighted' })).toBe(
			'Latgale: 38,5 % (aprēķināts; zināmas vietas: 90 no 104; no tām par lielāku teritoriju: 72; 2011–2018)'
		);
		expect(text({ by: 'median', inherited: 0, years: null })).toBe(
			'Latgale: pusei vietu ir 38,5 % vai mazāk (zināmas vietas: 90 no 104)'
		);
	});
});

describe('explain', () => {
	it('weighs shares by population where all of it is known', () => {
		const known = facts({
			a: { 'minority-share': 10, population: 1000 },
			b: { 'minority-share': 40, population: 3000 }
		});
		const mean = { value: 32.5, by: 'weighted', whole: null, years: '2020', inherited: 0 };
		expect(explain(minorityShare, 'a', known)?.comparisons).toEqual([
			{ scope: 'municipality', code: 'm', ...mean, known: 2, of: 2 },
			{ scope: 'region', code: 'east', ...mean, known: 2, of: 3 },
			{ scope: 'country', code: 'LV', ...mean, known: 2, of: 4 }
		]);
	});

	it('takes the median where a population is missing, and says so', () => {
		const half = facts({ a: { 'minority-share': 10, population: 1000 }, b: { 'minority-share': 40 } });
		expect(explain(minorityShare, 'a', half)?.comparisons[0]).toMatchObject({ value: 25, by: 'median' });
	});

	it('weighs a density by area: people of both over the area of both', () => {
		const known = facts({ a: { 'population-density': 20 }, b: { 'population-density': 4 } });
		expect(explain(populationDensity, 'a', known)?.comparisons[0]).toMatchObject({
			value: 8,
			by: 'weighted'
		});
	});

	it('compares people with the middle of all places, never with the people of a whole region', () => {
		const known = facts({
			...{ a: { population: 800 }, b: { population: 1200 }, c: { population: 400 } },
			...{ m: { population: 2000 }, east: { population: 2400 }, LV: { population: 1_900_000 } }
		});
		const compared = explain(population, 'a', known)?.comparisons;
		expect(compared?.map(({ value, by }) => [value, by])).toEqual([
			[1000, 'median'],
			[800, 'median'],
			[800, 'median']
		]);
	});

	it('never weighs a distance, nor takes that of the nearest place for its municipality’s', () => {
		const known = facts({
			a: { 'border-distance': 0 },
			b: { 'border-distance': 30 },
			c: { 'border-distance': 90 },
			m: { 'border-distance': 0 }
		});
		expect(explain(borderDistance, 'a', known)?.comparisons[0]).toMatchObject({ value: 15, by: 'median' });
		expect(explain(borderDistance, 'a', known)?.comparisons[1]).toMatchObject({ value: 30, by: 'median' });
	});

	it('prefers the larger area’s own value', () => {
		const own = facts({ a: { 'minority-share': 10 }, m: { 'minority-share': 33 } });
		expect(explain(minorityShare, 'a', own)?.comparisons[0]).toMatchObject({
			value: 33,
			by: 'own',
			known: 1,
			of: 2,
			whole: { value: 33 },
			years: '2020'
		});
	});

	it('counts values of larger territories, and says of which years all are', () => {
		const from = (value: number, inheritedFrom: string) =>
			figure(value, { method: 'inherited', inheritedFrom, year: 2018 });
		const shares: Record<string, Figure> = {
			...{ a: from(10, 'Ludzas novads'), b: from(10, 'Ludzas novads'), c: from(30, 'Zilupes novads') },
			city: figure(50)
		};
		const found = explain(minorityShare, 'a', {
			...{ units, country: 'LV' },
			figuresOf: (code) => ({ ...(shares[code] && { 'minority-share': shares[code] }) })
		});
		// All that is known of the municipality is the very number of the place: comparing them says nothing.
		expect(found?.comparisons).toMatchObject([
			{ scope: 'region', value: 10, inherited: 3, years: '2018' },
			{ scope: 'country', value: 20, inherited: 3, years: '2018–2020' }
		]);
		expect(found?.distribution).toMatchObject({ known: 4, inherited: 3, years: '2018–2020' });
	});

	it('compares a unit without data all the same, and nothing where nothing is known', () => {
		const known = facts({ b: { 'minority-share': 40 } });
		expect(explain(minorityShare, 'a', known)).toMatchObject({
			figure: null,
			comparisons: [{ value: 40 }, {}, {}]
		});
		expect(explain(minorityShare, 'a', facts({}))).toEqual({
			figure: null,
			comparisons: [],
			distribution: null,
			inherited: false
		});
	});

	it('does not compare a state city with itself', () => {
		const known = facts({ city: { 'minority-share': 40 } });
		expect(explain(minorityShare, 'city', known)?.comparisons.map(({ scope }) => scope)).toEqual([
			'region',
			'country'
		]);
	});

	it('says when the value is that of a larger territory', () => {
		const inherited: ExplainFacts = {
			units,
			country: 'LV',
			figuresOf: (code) =>
				code === 'a'
					? { 'minority-share': figure(10, { method: 'inherited', inheritedFrom: 'Ludzas novads' }) }
					: {}
		};
		expect(explain(minorityShare, 'a', inherited)?.inherited).toBe(true);
	});

	it('knows only units', () => {
		expect(explain(minorityShare, 'LV', facts({}))).toBeNull();
	});
});
