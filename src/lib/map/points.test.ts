import { describe, expect, it } from 'vitest';
import { SMALL_COUNTRY, SMALL_FACTS } from '../../../tests/fixtures/small-country.ts';
import { LEVELS, type Level } from '../territories/types.ts';
import { pointsInFilter } from './points.ts';
import { areaRows, type Filters } from './rows.ts';
import { DEFAULT_MAP_STATE } from './url.ts';

const at = (territoryCode: string) => ({
	territoryCode,
	within: [...SMALL_COUNTRY.ancestors(territoryCode).map(({ code }) => code), territoryCode]
});
/** In a parish, a town, a state city and its neighbourhood; for a municipality, a region and the country. */
const POINTS = ['0010010', '0010200', '0003000', 'LVDEL01', '0010000', 'latgale', 'LV'].map(at);

function kept(level: Level, filters: Partial<Filters>): string[] {
	const rows = areaRows(SMALL_FACTS, level, { ...DEFAULT_MAP_STATE, ...filters });
	return pointsInFilter(POINTS, rows).map(({ territoryCode }) => territoryCode);
}

describe('pointsInFilter', () => {
	it.each(LEVELS)('keeps every point where nothing is filtered, at level %s', (level) => {
		expect(kept(level, {})).toHaveLength(POINTS.length);
	});

	it.each(LEVELS)('keeps the points of a region only, at level %s', (level) => {
		expect(kept(level, { region: 'riga' })).toEqual(['0003000', 'LVDEL01', 'LV']);
		expect(kept(level, { region: 'latgale' })).toEqual(['0010010', '0010200', '0010000', 'latgale', 'LV']);
		expect(kept(level, { region: 'kurzeme' })).toEqual([]);
	});

	it('keeps the points of a municipality, and of a place by its name', () => {
		expect(kept('parish', { municipality: '0020000' })).toEqual(['latgale', 'LV']);
		expect(kept('municipality', { municipality: '0010000' })).toEqual([
			...['0010010', '0010200', '0010000', 'latgale', 'LV']
		]);
		expect(kept('parish', { name: 'beta' })).toEqual(['0010200', '0010000', 'latgale', 'LV']);
	});
});
