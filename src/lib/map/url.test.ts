import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PUBLIC_STATUSES } from '../activity/types.ts';
import { REGION_CODES } from '../territories/types.ts';
import {
	correctedQuery,
	DEFAULT_MAP_STATE,
	EARLIEST_AS_OF,
	levelChoices,
	mapPath,
	parseMapUrl,
	serialiseMapUrl,
	SORT_KEYS,
	windowOf,
	type MapState,
	type MapUrlContext
} from './url.ts';
import { fillInfo } from '../layers/fills.ts';
import { LEVEL_CHOICES } from './types.ts';

const TODAY = '2026-03-15';

const TERRITORIES = [
	{ code: 'LV', kind: 'country', region: null },
	{ code: 'latgale', kind: 'region', region: 'latgale' },
	{ code: '0002000', kind: 'state_city', region: 'latgale' },
	{ code: '0036000', kind: 'municipality', region: 'latgale' },
	{ code: '0043560', kind: 'parish', region: 'latgale' },
	{ code: '0040000', kind: 'municipality', region: 'riga' },
	{ code: 'LVRIG01', kind: 'neighbourhood', region: 'riga' }
] as const;

const context: MapUrlContext = {
	today: TODAY,
	territory: (code) =>
		code === '9936000'
			? TERRITORIES[3] // a code in force that differs from the stable one
			: TERRITORIES.find((territory) => territory.code === code)
};

const parse = (query: string) => parseMapUrl(new URLSearchParams(query), context);
const correct = (query: string) => {
	const params = new URLSearchParams(query);
	return correctedQuery(params, parseMapUrl(params, context));
};

const dates = fc
	.date({
		min: new Date(`${EARLIEST_AS_OF}T00:00:00Z`),
		max: new Date('2026-03-14T00:00:00Z'),
		noInvalidDate: true
	})
	.map((date) => date.toISOString().slice(0, 10));

/** Fills with all that hangs on them: method, limits, year, window and classes. */
const fills = [
	{ layer: 'activity', method: null, limits: [], year: null, classes: [] },
	{ layer: 'minority-share', method: null, limits: [], year: 2011, classes: ['c1', 'no_data'] },
	{ layer: 'minority-share', method: 'manual', limits: [5, 33.3], year: null, classes: [] },
	{ layer: 'population', method: 'equal', limits: [], year: 2020, classes: ['c2', 'c6'] },
	{ layer: 'border-distance', method: 'natural', limits: [], year: null, classes: ['c1'] },
	{ layer: 'evidence-days', method: 'quantiles', limits: [], year: null, classes: [] },
	{ layer: 'activity-minority', method: null, limits: [], year: 2011, classes: ['unknown-most'] },
	{ layer: 'active-communities', method: null, limits: [], year: null, window: 12, classes: ['c2'] },
	{ layer: 'plan-done', method: null, limits: [], year: null, classes: ['few'] }
] as const satisfies readonly Partial<MapState>[];

/** States that an address can mean: a municipality lies in the region, today is not written out. */
const states: fc.Arbitrary<MapState> = fc
	.record({
		fill: fc.constantFrom(...fills),
		second: fc.option(fc.constantFrom('resource-centres', 'councils', 'regions', 'zone-eastern-border')),
		level: fc.constantFrom(...LEVEL_CHOICES),
		region: fc.option(fc.constantFrom(...REGION_CODES)),
		municipality: fc.option(fc.constantFrom('0002000', '0036000', '0040000')),
		status: fc.subarray([...PUBLIC_STATUSES]),
		zone: fc.option(fc.constantFrom('eastern-border', 'border-30-km')),
		name: fc.constantFrom('', 'Mērdzenes', 'a & b=c', 'сала', 'x'.repeat(60)),
		asOf: fc.option(dates),
		place: fc.option(fc.constantFrom('latgale', '0002000', '0036000', '0043560', 'LVRIG01')),
		sort: fc.record({ by: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() })
	})
	.map(({ fill, ...rest }) => {
		const { levels } = fillInfo(fill.layer);
		const level = levelChoices({ levels }).includes(rest.level) ? rest.level : 'parish';
		const byNumber = fillInfo(fill.layer).classes !== null;
		const state = {
			...{ ...rest, window: null, ...fill, level },
			...(fillInfo(fill.layer).hidesFew && { asOf: null }),
			classes: level === 'auto' && byNumber ? [] : [...fill.classes]
		};
		const region = TERRITORIES.find((territory) => territory.code === state.municipality)?.region;
		return state.region !== null && state.region !== region ? { ...state, municipality: null } : state;
	});

const PARAMS = [
	'layer',
	'level',
	'region',
	'municipality',
	'status',
	'class',
	'border',
	'zone',
	'name',
	'asOf',
	'place',
	'sort',
	'method',
	'limits',
	'ownLimits',
	'year',
	'window',
	'second',
	'utm_source'
];
const queries = fc.array(
	fc.tuple(
		fc.oneof(fc.constantFrom(...PARAMS), fc.string()),
		fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom(
				'',
				'activity',
				'minority-share',
				'border-distance',
				'manual',
				'quantiles',
				'10,5,5.55,x',
				'20; 40,5',
				`${'1; '.repeat(40)}x`,
				'2011',
				'none',
				'zone-x',
				'c1,no_data',
				'latgale',
				'0036000',
				'only',
				'active,dormant',
				'2025-01-01',
				'-name',
				'LV'
			)
		)
	),
	{ maxLength: 12 }
);

describe('parseMapUrl', () => {
	it('gives the default state for no query', () => {
		expect(parse('')).toEqual({ state: DEFAULT_MAP_STATE, problems: [] });
	});

	it('reads every parameter', () => {
		const query =
			'level=auto&region=latgale&municipality=0036000&status=dormant&status=active,nonsense&border=only&asOf=2025-10-29&place=0043560&sort=-communities';
		expect(parse(query)).toEqual({
			state: {
				...DEFAULT_MAP_STATE,
				layer: 'activity',
				level: 'auto',
				region: 'latgale',
				municipality: '0036000',
				status: ['active', 'dormant'],
				zone: 'eastern-border',
				asOf: '2025-10-29',
				place: '0043560',
				sort: { by: 'communities', descending: true }
			},
			problems: []
		});
	});

	it('names a day that cannot be shown and takes today', () => {
		for (const [value, reason] of [
			['31-31-2026', 'not_a_date'],
			['2026-02-30', 'not_a_date'],
			['yesterday', 'not_a_date'],
			['2026-03-16', 'future'],
			['1999-12-31', 'too_early'],
			['0000-01-01', 'too_early']
		] as const) {
			const { state, problems } = parse(`asOf=${value}`);
			expect(state.asOf).toBeNull();
			expect(problems).toEqual([{ param: 'asOf', value, reason }]);
		}
	});

	it('takes today itself and an empty field as no wish', () => {
		expect(parse(`asOf=${TODAY}`)).toEqual({ state: DEFAULT_MAP_STATE, problems: [] });
		expect(parse('asOf=')).toEqual({ state: DEFAULT_MAP_STATE, problems: [] });
	});

	it('follows a code in force to the stable code', () => {
		expect(parse('municipality=9936000').state.municipality).toBe('0036000');
	});

	it('drops a municipality outside the region, and a parish as municipality', () => {
		expect(parse('region=latgale&municipality=0040000').state).toMatchObject({
			region: 'latgale',
			municipality: null
		});
		expect(parse('municipality=0043560').state.municipality).toBeNull();
	});

	it('does not select the country or an unknown code', () => {
		expect(parse('place=LV').state.place).toBeNull();
		expect(parse('place=1234567').state.place).toBeNull();
	});

	it('reads a layer with its method, year, classes and the layer over it', () => {
		const query =
			'layer=minority-share&method=quantiles&year=2011&second=zone-eastern-border&class=no_data&class=c5,c1,c99';
		expect(parse(query).state).toMatchObject({
			layer: 'minority-share',
			method: 'quantiles',
			limits: [],
			year: 2011,
			second: 'zone-eastern-border',
			classes: ['c1', 'c5', 'no_data']
		});
		expect(parse('second=none').state.second).toBeNull();
	});

	it('takes limits only for the method that needs them, sorted, rounded and each once', () => {
		expect(parse('layer=minority-share&method=manual&limits=50,10.04,10,x,1e5').state).toMatchObject({
			method: 'manual',
			limits: [10, 50]
		});
		expect(parse('layer=population&method=manual&limits=').state).toMatchObject({ method: null, limits: [] });
		expect(parse('layer=population&method=equal&limits=10').state).toMatchObject({
			method: 'equal',
			limits: []
		});
		expect(parse('layer=activity&method=equal').state.method).toBeNull();
	});

	it('takes limits as they are typed, and says so where it cannot read them', () => {
		const asked = 'layer=minority-share&method=manual&ownLimits=';
		expect(parse(`${asked}20; 40,5`)).toMatchObject({ state: { limits: [20, 40.5] }, problems: [] });
		expect(correct(`${asked}20; 40,5`)).toBe('?layer=minority-share&method=manual&limits=20,40.5');
		expect(parse(`${asked}20; daudz`)).toMatchObject({
			state: { method: null, limits: [] },
			problems: [{ param: 'ownLimits', value: '20; daudz', reason: 'not_limits' }]
		});
		// The sentence is still there after the address was corrected.
		expect(correct(correct(`${asked}20; daudz`) ?? '')).toBeNull();
		for (const endless of ['1;'.repeat(50), '🏡'.repeat(50), '🏡'.repeat(100), `1;${' '.repeat(80)}2`]) {
			expect(parse(`${asked}${endless}`).problems).toHaveLength(1);
			expect(correct(correct(`${asked}${endless}`) ?? '')).toBeNull();
		}
		// What stands in the field belongs to a way of classing that was left.
		expect(parse('layer=minority-share&method=equal&ownLimits=20').state).toMatchObject({
			...{ method: 'equal', limits: [] }
		});
		expect(parse(asked)).toMatchObject({ state: { method: null }, problems: [] });
	});

	it('knows no class of a number where the zoom chooses the level', () => {
		expect(parse('layer=population&level=auto&class=c1').state.classes).toEqual([]);
		expect(parse('layer=population&level=region&class=c1').state.classes).toEqual(['c1']);
	});

	it('does not ask for the year of what has none, and for no year that cannot be', () => {
		expect(parse('layer=evidence-days&year=2011').state.year).toBeNull();
		expect(parse('year=2011').state.year).toBeNull();
		expect(parse('second=minority-share&year=2011').state.year).toBe(2011);
		for (const year of ['1900', '2027', '11', '2011.5', 'NaN']) {
			expect(parse(`layer=population&year=${year}`).state.year, year).toBeNull();
		}
	});

	it('shows no level that the layer knows nothing of', () => {
		expect(parse('layer=border-distance&level=region').state.level).toBe('parish');
		expect(parse('layer=border-distance&level=auto').state.level).toBe('parish');
		expect(parse('layer=population&level=auto').state.level).toBe('auto');
		expect(parse('layer=population&level=region').state.level).toBe('region');
	});

	it('lays no layer over itself, and nothing unknown', () => {
		expect(parse('layer=minority-share&second=minority-share').state.second).toBe('resource-centres');
		expect(parse('second=population').state.second).toBe('resource-centres');
		expect(parse('second=zone-../x').state.second).toBe('resource-centres');
	});

	it('never throws, whatever the address holds', () => {
		fc.assert(
			fc.property(queries, (pairs) => {
				const { state } = parseMapUrl(new URLSearchParams(pairs), context);
				expect(LEVEL_CHOICES).toContain(state.level);
			})
		);
	});
});

describe('serialiseMapUrl', () => {
	it('leaves defaults out and keeps a fixed order', () => {
		expect(serialiseMapUrl(DEFAULT_MAP_STATE)).toBe('');
		expect(
			serialiseMapUrl({
				...DEFAULT_MAP_STATE,
				place: '0043560',
				status: ['active', 'dormant'],
				level: 'region',
				zone: 'eastern-border'
			})
		).toBe('?level=region&status=active,dormant&zone=eastern-border&place=0043560');
	});

	it('is read back as the same state', () => {
		fc.assert(
			fc.property(states, (state) => {
				expect(parse(serialiseMapUrl(state))).toEqual({ state, problems: [] });
			})
		);
	});

	it('gives the address that needs no correction', () => {
		fc.assert(
			fc.property(states, (state) => {
				expect(correct(serialiseMapUrl(state))).toBeNull();
			})
		);
	});
});

describe('correctedQuery', () => {
	it('drops unknown values and parameters', () => {
		expect(correct('region=mars')).toBe('');
		expect(correct('region=latgale&status=happy&utm_source=x')).toBe('?region=latgale');
		expect(correct('region=&municipality=&asOf=')).toBe('');
	});

	it('writes repeated statuses as one list', () => {
		expect(correct('status=dormant&status=active')).toBe('?status=active,dormant');
	});

	it('leaves another order of the same parameters alone', () => {
		expect(correct('place=0043560&region=latgale')).toBeNull();
	});

	it('keeps a day that cannot be shown, so that the page can speak of it', () => {
		expect(correct('asOf=31-31-2026')).toBeNull();
		expect(correct('region=mars&asOf=31-31-2026')).toBe('?asOf=31-31-2026');
	});

	it('shortens an endless value without breaking a letter', () => {
		const corrected = correct(`asOf=${'x'.repeat(39)}${'🏡'.repeat(50)}`);
		expect(corrected).toBe(`?asOf=${'x'.repeat(39)}${encodeURIComponent('🏡')}`);
	});

	it('needs one correction at most, whatever the address holds', () => {
		fc.assert(
			fc.property(queries, (pairs) => {
				const params = new URLSearchParams(pairs);
				const once = correctedQuery(params, parseMapUrl(params, context));
				if (once !== null) expect(correct(once)).toBeNull();
			}),
			{ numRuns: 500 }
		);
	});
});

describe('mapPath', () => {
	it('changes one thing and keeps the rest', () => {
		const state = parse('region=latgale&status=active').state;
		expect(mapPath(state, { place: '0043560' })).toBe('/map?region=latgale&status=active&place=0043560');
		expect(mapPath(state, { region: null, status: [] })).toBe('/map');
	});

	it('drops a filter by class that would mean something else', () => {
		const people = parse('layer=population&class=c1').state;
		const kept = { region: 'latgale', asOf: '2025-01-01', place: '0043560', second: null } as const;
		for (const [part, value] of Object.entries(kept)) {
			expect(mapPath(people, { [part]: value }), part).toContain('class=c1');
		}
		const moved = { level: 'region', year: 2020, method: 'equal', limits: [10] } as const;
		for (const [part, value] of Object.entries(moved)) {
			expect(mapPath(people, { [part]: value }), part).not.toContain('class');
		}
		const days = parse('layer=evidence-days&class=c1').state;
		expect(mapPath(days, { asOf: '2025-01-01' })).toBe('/map?layer=evidence-days&asOf=2025-01-01');
		// Those of two values at once never move.
		const both = parse('layer=activity-minority&class=active-few').state;
		expect(mapPath(both, { asOf: '2025-01-01', year: 2011 })).toContain('class=active-few');
		// A class that is chosen together with its level stays.
		expect(mapPath(people, { level: 'municipality', classes: ['c2'] })).toContain('class=c2');
	});
});

describe('how far back a layer looks', () => {
	it('is a choice of layers that look back so far and no further, and no other number of months', () => {
		expect(parse('layer=active-communities&window=12').state.window).toBe(12);
		expect(parse('layer=surveyed-share&window=36').state.window).toBe(36);
		for (const query of ['layer=population&window=12', 'layer=active-communities&window=7', 'window=12']) {
			expect(parse(query).state.window, query).toBeNull();
		}
	});

	it('is left out of the address where it is as usual, and corrected where it is none', () => {
		expect(correct('layer=active-communities&window=36')).toBe('?layer=active-communities');
		expect(correct('layer=population&window=12')).toBe('?layer=population');
		expect(windowOf(parse('layer=active-communities').state)).toBe(36);
		expect(windowOf(parse('layer=active-communities&window=12').state)).toBe(12);
		expect(windowOf(parse('layer=population').state)).toBeNull();
	});

	it('decides what a class means', () => {
		const { state } = parse('layer=active-communities&class=c2');
		expect(mapPath(state, { window: 12 })).toBe('/map?layer=active-communities&window=12');
	});
});

describe('layers of which only today may be said', () => {
	it('know no other day', () => {
		const { state, problems } = parse('layer=plan-done&asOf=2025-01-01');
		expect([state.asOf, problems]).toEqual([null, []]);
		expect(correct('layer=plan-done&asOf=2025-01-01')).toBe('?layer=plan-done');
		expect(correct('layer=plan-done&asOf=nonsense')).toBe('?layer=plan-done');
	});
});
