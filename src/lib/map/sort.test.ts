import { describe, expect, it } from 'vitest';
import { SMALL_FACTS } from '../../../tests/fixtures/small-country.ts';
import { fillLayer } from '../layers/catalogue.ts';
import { prepareFill } from '../layers/prepare.ts';
import type { Level } from '../territories/types.ts';
import { areaColumns } from './area-columns.ts';
import { DEFAULT_MAP_STATE, SORT_KEYS, type Sort } from './url.ts';
import { areaRows, byName } from './rows.ts';
import { sortRows } from './sort.ts';

const units = byName(areaRows(SMALL_FACTS, 'parish', DEFAULT_MAP_STATE));
const municipalities = byName(areaRows(SMALL_FACTS, 'municipality', DEFAULT_MAP_STATE));
const order = new Map(municipalities.map(({ code }, position) => [code, position]));

const columns = (level: Level) =>
	areaColumns(
		{
			fill: { id: 'activity', layer: fillLayer(prepareFill('activity', []), level) },
			second: null,
			level,
			reader: 'public'
		},
		order
	);

function names(sort: Sort): string[] {
	return sortRows(units, sort, columns('parish')).map((row) => row.label);
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

	it('sorts numbers; what is not said comes last, both ways', () => {
		expect(names({ by: 'communities', descending: true })[0]).toBe('Beta');
		const [smallest, largest] = [
			names({ by: 'activities', descending: false }),
			names({ by: 'activities', descending: true })
		];
		expect(smallest).toEqual(['Delta', 'Beta', 'Alfas pagasts', 'Gammas pagasts']);
		expect(largest).toEqual(['Beta', 'Delta', 'Alfas pagasts', 'Gammas pagasts']);
	});

	it('keeps the name order where the table has no such column', () => {
		expect(names({ by: 'value', descending: true })).toEqual(units.map((row) => row.label));
	});

	it('sorts larger areas by their share', () => {
		const sorted = sortRows(municipalities, { by: 'status', descending: true }, columns('municipality'));
		expect(sorted.map((row) => row.label)).toEqual(['Mazais novads', 'Lielais novads', 'Delta']);
	});

	it('loses no row and leaves the given list alone', () => {
		const before = [...units];
		for (const by of SORT_KEYS) {
			for (const descending of [true, false]) {
				expect(new Set(sortRows(units, { by, descending }, columns('parish')))).toEqual(new Set(units));
			}
		}
		expect(units).toEqual(before);
	});
});
