import { describe, expect, it } from 'vitest';
import { NO_FACTS, SMALL_COUNTRY, SMALL_FACTS } from '../../../tests/fixtures/small-country.ts';
import { indicatorFigure, type FigureId } from '../layers/figures.ts';
import { LEVELS } from '../territories/types.ts';
import type { RowFacts } from './row-facts.ts';
import { areaRow, areaRows, byName, countCommunities, type Filters } from './rows.ts';

const ALL: Filters = { region: null, municipality: null, status: [], zone: null, name: '' };

function rowOf(code: string, facts: RowFacts = SMALL_FACTS) {
	const territory = SMALL_COUNTRY.byCode(code);
	if (!territory) throw new Error(`No territory ${code}`);
	return areaRow(facts, territory, ALL);
}

function matching(level: 'parish' | 'municipality' | 'region', filters: Partial<Filters>): string[] {
	return byName(areaRows(SMALL_FACTS, level, { ...ALL, ...filters }))
		.filter((row) => row.matches)
		.map((row) => row.label);
}

describe('areaRows', () => {
	it('has the areas of the level in name order; a state city stands at two levels', () => {
		const names = (level: (typeof LEVELS)[number]) =>
			byName(areaRows(SMALL_FACTS, level, ALL)).map((row) => row.label);
		expect(names('parish')).toEqual(['Alfas pagasts', 'Beta', 'Delta', 'Gammas pagasts']);
		expect(names('municipality')).toEqual(['Delta', 'Lielais novads', 'Mazais novads']);
		expect(names('region')).toEqual(['Latgales plānošanas reģions', 'Rīgas plānošanas reģions']);
	});

	it('says of a unit what is known', () => {
		expect(rowOf('0010200')).toMatchObject({
			municipality: 'Mazais novads',
			municipalityCode: '0010000',
			status: 'emerging',
			unitCounts: null,
			communities: 2,
			activities: 2,
			lastEvidence: 'Vienošanās, 2025. gada 29. oktobris',
			easternBorder: true
		});
	});

	it('keeps unsaid what lies behind “no news”: neither number nor date', () => {
		expect(rowOf('0020010')).toMatchObject({ status: 'no_news', activities: null, lastEvidence: null });
	});

	it('says the same of a unit with “no news” whether facts are behind it or not', () => {
		const known = SMALL_FACTS.statuses.get('0020010');
		if (!known) throw new Error('fixture');
		const silent: RowFacts = {
			...SMALL_FACTS,
			statuses: new Map(SMALL_FACTS.statuses).set('0020010', { ...known, facts: null })
		};
		expect(rowOf('0020010', silent)).toEqual(rowOf('0020010'));
	});

	it('gives a state city no single status, but its communities, those of neighbourhoods included', () => {
		expect(rowOf('0003000')).toMatchObject({
			status: null,
			unitCounts: null,
			communities: 1,
			municipality: null,
			municipalityCode: '0003000'
		});
	});

	it('counts units of a larger area per status, without state cities and without zeros', () => {
		expect(rowOf('latgale')).toMatchObject({
			status: null,
			unitCounts: { emerging: 1, no_news: 2 },
			communities: 2,
			activities: null
		});
		expect(rowOf('riga')?.unitCounts).toEqual({});
	});

	it('has no row for the country', () => {
		expect(rowOf('LV')).toBeNull();
	});

	it('takes a unit that nothing is known of as not surveyed', () => {
		const empty: RowFacts = { ...SMALL_FACTS, statuses: new Map() };
		expect(rowOf('0010200', empty)).toMatchObject({
			status: 'not_surveyed',
			activities: 0,
			lastEvidence: null
		});
		expect(NO_FACTS.activities).toBe(0);
	});
});

describe('numbers of rows', () => {
	const population = indicatorFigure({
		value: 500,
		year: 2020,
		method: 'published',
		inheritedFrom: null,
		basis: 'estimate',
		sourceId: 'population-2020'
	});
	const facts: RowFacts = {
		...SMALL_FACTS,
		asOf: '2025-11-21',
		indicators: new Map([
			['0010200', { population }],
			['0010000', { population: { ...population, value: 2000 } }]
		]),
		communities: new Map([...SMALL_FACTS.communities, ['0010200', 4]]),
		atHome: new Map([['0010200', 4]]),
		assessed: new Map([['0010200', { communities: 1, withinYear: 0 }]])
	};
	const figuresOf = (code: string, wanted: readonly FigureId[]) => {
		const territory = SMALL_COUNTRY.byCode(code);
		if (!territory) throw new Error(`No territory ${code}`);
		return areaRow(facts, territory, ALL, wanted)?.figures;
	};

	it('are only those that the layers want; without a wish nothing travels', () => {
		expect(rowOf('0010200', facts)).not.toHaveProperty('figures');
		expect(figuresOf('0010200', ['population'])).toEqual({ population });
		expect(figuresOf('0020010', ['population', 'minority-share'])).toEqual({});
	});

	it('are computed from communities, population, assessments and dated facts', () => {
		const wanted = ['communities-per-1000', 'assessed-share', 'evidence-days'] as const;
		expect(figuresOf('0010200', wanted)).toMatchObject({
			'communities-per-1000': { value: 8, year: 2020 },
			'assessed-share': { value: 25 },
			'evidence-days': { value: 23, atLeast: false }
		});
		expect(figuresOf('0010000', wanted)).toMatchObject({ 'communities-per-1000': { value: 1 } });
	});

	it('say nothing of what lies behind “no news”', () => {
		const known = SMALL_FACTS.statuses.get('0020010');
		if (!known) throw new Error('fixture');
		const hidden = {
			...NO_FACTS,
			endLast: '2025-01-01',
			endLastPrecision: 'day',
			surveyOn: '2025-01-01'
		} as const;
		const statuses = new Map(SMALL_FACTS.statuses).set('0020010', { ...known, facts: hidden });
		const [row] = areaRows({ ...facts, statuses }, 'parish', ALL, ['evidence-days', 'survey-days']).filter(
			({ code }) => code === '0020010'
		);
		expect(row).toMatchObject({ status: 'no_news', figures: {} });
	});
});

describe('filters', () => {
	it('keep every row and mark what matches', () => {
		expect(areaRows(SMALL_FACTS, 'parish', { ...ALL, status: ['active'] })).toHaveLength(4);
		expect(matching('parish', { status: ['active'] })).toEqual([]);
		expect(matching('parish', {})).toHaveLength(4);
	});

	it('by region', () => {
		expect(matching('parish', { region: 'riga' })).toEqual(['Delta']);
		expect(matching('municipality', { region: 'latgale' })).toEqual(['Lielais novads', 'Mazais novads']);
		expect(matching('region', { region: 'riga' })).toEqual(['Rīgas plānošanas reģions']);
	});

	it('by municipality; a region matches when it holds the municipality', () => {
		expect(matching('parish', { municipality: '0010000' })).toEqual(['Alfas pagasts', 'Beta']);
		expect(matching('parish', { municipality: '0003000' })).toEqual(['Delta']);
		expect(matching('municipality', { municipality: '0010000' })).toEqual(['Mazais novads']);
		expect(matching('region', { municipality: '0003000' })).toEqual(['Rīgas plānošanas reģions']);
	});

	it('by status; a larger area matches when one of its units has it, a state city never', () => {
		expect(matching('parish', { status: ['emerging'] })).toEqual(['Beta']);
		expect(matching('parish', { status: ['not_surveyed'] })).toEqual([]);
		expect(matching('municipality', { status: ['emerging'] })).toEqual(['Mazais novads']);
		expect(matching('region', { status: ['active', 'no_news'] })).toEqual(['Latgales plānošanas reģions']);
	});

	it('by name or that of the municipality, as the place search compares names', () => {
		expect(matching('parish', { name: 'GĀMMAS' })).toEqual(['Gammas pagasts']);
		expect(matching('parish', { name: 'mazais' })).toEqual(['Alfas pagasts', 'Beta']);
		expect(matching('region', { name: 'mazais' })).toEqual([]);
	});

	it('by border zone, and all together', () => {
		expect(matching('parish', { zone: 'eastern-border' })).toEqual([
			'Alfas pagasts',
			'Beta',
			'Gammas pagasts'
		]);
		expect(
			matching('parish', { zone: 'eastern-border', status: ['no_news'], municipality: '0020000' })
		).toEqual(['Gammas pagasts']);
	});
});

describe('countCommunities', () => {
	it('counts a community once in each larger area, however many places there are its own', () => {
		const counts = countCommunities(SMALL_COUNTRY, [
			['0010010', '0010200'],
			['0010010', '0020010']
		]);
		expect(Object.fromEntries(counts)).toEqual({
			'0010010': 2,
			'0010200': 1,
			'0020010': 1,
			'0010000': 2,
			'0020000': 1,
			latgale: 2,
			LV: 2
		});
	});
});
