import { describe, expect, it } from 'vitest';
import { SMALL_FACTS } from '../../../tests/fixtures/small-country.ts';
import { allowedState, pointsWithinRights, publicState, withinRights } from './rights.ts';
import { areaRows } from './rows.ts';
import { DEFAULT_MAP_STATE, type MapState } from './url.ts';

const of = (change: Partial<MapState>) => publicState({ ...DEFAULT_MAP_STATE, ...change });

describe('publicState', () => {
	it('leaves alone what is public', () => {
		for (const change of [
			{},
			{ status: ['active'] as const },
			{ layer: 'population', status: ['active'] as const, sort: { by: 'status', descending: true } },
			{ layer: 'minority-share', second: 'zone-eastern-border', zone: 'eastern-border', classes: ['c5'] }
		] satisfies Partial<MapState>[]) {
			expect(of(change)).toEqual({ state: { ...DEFAULT_MAP_STATE, ...change }, refused: [] });
		}
	});

	it('gives another layer for one that needs a mandate', () => {
		const { state, refused } = of({ layer: 'activity-minority', classes: ['unknown-most'], year: 2011 });
		expect(state).toEqual(DEFAULT_MAP_STATE);
		expect(refused).toEqual(['layer']);
	});

	it('lays neither of activity and ethnicity over the other', () => {
		expect(of({ second: 'minority-share' })).toMatchObject({
			state: { layer: 'activity', second: null },
			refused: ['second']
		});
		expect(of({ layer: 'minority-share', second: 'councils' })).toMatchObject({
			state: { second: null },
			refused: ['second']
		});
		// Nobody asked for the usual points.
		expect(of({ layer: 'minority-share' })).toMatchObject({ state: { second: null }, refused: [] });
	});

	it('does not let filter and order tell what the colours may not', () => {
		for (const layers of [
			{ layer: 'minority-share' },
			{ layer: 'population', second: 'minority-share' }
		] satisfies Partial<MapState>[]) {
			expect(
				of({ ...layers, status: ['inactive'], sort: { by: 'communities', descending: true } })
			).toMatchObject({
				state: { status: [], sort: DEFAULT_MAP_STATE.sort },
				refused: ['status', 'sort']
			});
		}
	});
});

describe('allowedState', () => {
	const zones = [{ id: 'eastern-border', name: 'Austrumu pierobeža', sourceId: 'plan' }];
	const allowed = (change: Partial<MapState>, reader: 'public' | 'mandated') =>
		allowedState({ ...DEFAULT_MAP_STATE, ...change }, reader, zones);

	it('gives mandated readers what they ask for', () => {
		for (const change of [
			{ layer: 'activity-minority' },
			{ second: 'minority-share', status: ['inactive'] }
		] satisfies Partial<MapState>[]) {
			expect(allowed(change, 'mandated')).toEqual({
				state: { ...DEFAULT_MAP_STATE, ...change },
				refused: []
			});
		}
	});

	it('knows the zones of the day; instead of others there is the usual layer', () => {
		expect(allowed({ second: 'zone-eastern-border' }, 'public').state.second).toBe('zone-eastern-border');
		expect(allowed({ zone: 'eastern-border' }, 'public').state.zone).toBe('eastern-border');
		expect(allowed({ zone: 'of-yesterday' }, 'public').state.zone).toBeNull();
		expect(allowed({ second: 'zone-of-yesterday' }, 'public')).toEqual({
			state: DEFAULT_MAP_STATE,
			refused: []
		});
		// The usual layer is about activity, so it must give way, too.
		expect(
			allowed({ layer: 'minority-share', second: 'zone-of-yesterday' }, 'public').state.second
		).toBeNull();
	});
});

describe('withinRights', () => {
	const share = { value: 60, year: 2011, method: 'published', inheritedFrom: null, basis: null } as const;
	const rows = areaRows(SMALL_FACTS, 'parish', DEFAULT_MAP_STATE).map((row) => ({
		...row,
		figures: { 'minority-share': { ...share, sourceId: null, atLeast: false } }
	}));
	const nobody = () => false;
	const seen = (change: Partial<MapState>, reaches: (row: { code: string }) => boolean) =>
		withinRights(rows, { ...DEFAULT_MAP_STATE, ...change }, reaches);
	const speaksOfActivity = (row: (typeof rows)[number]) =>
		[row.status, row.communities, row.activities, row.lastEvidence].some((each) => each !== null);

	it('leaves rows alone where activity and ethnicity do not meet', () => {
		expect(seen({ layer: 'population' }, nobody)).toEqual(rows);
		expect(rows.some(speaksOfActivity)).toBe(true);
	});

	it('sends nothing about activity to a public map of ethnicity', () => {
		for (const row of seen({ layer: 'minority-share', second: null }, nobody)) {
			expect(row).toMatchObject({
				...{ status: null, unitCounts: null, communities: null, activities: null, lastEvidence: null },
				figures: { 'minority-share': { value: 60 } },
				matches: true
			});
		}
	});

	it('joins the two as far as a mandate reaches, and fades what lies outside', () => {
		const mine = (row: { code: string }) => row.code === '0010200';
		for (const change of [
			{ layer: 'activity-minority' },
			{ layer: 'activity', second: 'minority-share' },
			{ layer: 'minority-share', second: null, status: ['emerging'] }
		] satisfies Partial<MapState>[]) {
			for (const row of seen(change, mine)) {
				expect(row.matches).toBe(mine(row));
				expect(row.figures).toEqual(mine(row) ? rows[0]?.figures : {});
				// Numbers that must not be said are not missing ones.
				expect(row.isOutside).toBe(mine(row) ? undefined : true);
			}
		}
		// Points over the numbers join nothing: those outside are left out instead.
		expect(
			seen({ layer: 'minority-share', second: 'resource-centres' }, mine).every((row) => row.matches)
		).toBe(true);
		expect(
			pointsWithinRights(
				[{ code: '0010010' }, { code: '0010200' }],
				{ layer: 'minority-share', second: 'resource-centres', status: [] },
				mine
			)
		).toEqual([{ code: '0010200' }]);
		const [outside, inside] = ['0010010', '0010200'].map((code) =>
			seen({ layer: 'minority-share', second: null }, mine).find((row) => row.code === code)
		);
		expect(outside).toMatchObject({ status: null, matches: true, figures: { 'minority-share': share } });
		expect(inside).toMatchObject({ status: 'emerging', figures: { 'minority-share': share } });
	});
});
