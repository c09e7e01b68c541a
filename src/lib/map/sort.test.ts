import { describe, expect, it } from 'vitest';
import { SMALL_FACTS } from '../../../tests/fixtures/small-country.ts';
import { activityLayer, activityShareLayer } from '../layers/activity.ts';
import { DEFAULT_MAP_STATE, SORT_KEYS, type Sort } from './url.ts';
import { areaRows, byName } from './rows.ts';
import { sortRows } from './sort.ts';

const units = byName(areaRows(SMALL_FACTS, 'parish', DEFAULT_MAP_STATE));
const municipalities = byName(areaRows(SMALL_FACTS, 'municipality', DEFAULT_MAP_STATE));
const order = new Map(municipalities.map(({ code }, position) => [code, position]));

function names(sort: Sort): string[] {
	return sortRows(units, sort, activityLayer, order).map((row) => row.label);
}

describe('sortRows', () => {
	it('keeps the name order of the server, or turns it round', () => {
		expect(names({ by: 'name', descending: false })).toEqual(units.map((row) => row.label));
		expect(names({ by: 'name', descending: true })).toEqual(units.map((row) => row.label).reverse());
	});

	it('sorts by municipality in the order of municipalities, then by name', () => {
		expect(names({ by: 'within', descending: false })).toEqual([
			'Delta',
			'Gammas pagasts',
			'Alfas pagasts',
			'Beta'
		]);
	});

	it('sorts statuses as the legend does', () => {
		expect(names({ by: 'status', descending: false })).toEqual([
			'Beta',
			'Alfas pagasts',
			'Gammas pagasts',
			'Delta'
		]);
	});

	it('sorts numbers; what is not said comes below zero', () => {
		expect(names({ by: 'communities', descending: true })[0]).toBe('Beta');
		expect(names({ by: 'activities', descending: false })).toEqual([
			'Alfas pagasts',
			'Gammas pagasts',
			'Delta',
			'Beta'
		]);
	});

	it('sorts larger areas by their share', () => {
		const sorted = sortRows(municipalities, { by: 'status', descending: true }, activityShareLayer, order);
		expect(sorted.map((row) => row.label)).toEqual(['Delta', 'Mazais novads', 'Lielais novads']);
	});

	it('loses no row and leaves the given list alone', () => {
		const before = [...units];
		for (const by of SORT_KEYS) {
			for (const descending of [true, false]) {
				expect(new Set(sortRows(units, { by, descending }, activityLayer, order))).toEqual(new Set(units));
			}
		}
		expect(units).toEqual(before);
	});
});
