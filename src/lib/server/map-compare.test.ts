import { describe, expect, it } from 'vitest';
import { indicatorFigure, type FigureRow } from '../layers/figures.ts';
import type { Pair } from '../map/compare.ts';
import { DEFAULT_MAP_STATE, type MapState } from '../map/url.ts';
import { withSameClasses } from './map-compare.ts';

const pairOf = (left: Partial<MapState>, right: Partial<MapState> = {}): Pair => ({
	left: { ...DEFAULT_MAP_STATE, ...left },
	right: { ...DEFAULT_MAP_STATE, ...right },
	view: 'side'
});

describe('withSameClasses', () => {
	const rows = [1, 2, 50, 900, 4000].map((value): FigureRow => ({
		kind: 'parish',
		status: null,
		unitCounts: null,
		communities: 0,
		figures: {
			population: indicatorFigure({
				value,
				year: 2020,
				method: 'published',
				inheritedFrom: null,
				basis: null,
				sourceId: 's'
			})
		}
	}));

	it('gives both sides the limits of all values', () => {
		const { left, right } = withSameClasses(
			pairOf({ layer: 'population' }, { layer: 'population', year: 2011 }),
			rows
		);
		expect(left.limits.length).toBeGreaterThan(0);
		expect(right).toMatchObject({ method: 'manual', limits: left.limits, year: 2011 });
	});

	it('leaves different layers and chosen limits alone', () => {
		const different = pairOf({ layer: 'population' }, { layer: 'border-distance' });
		expect(withSameClasses(different, rows)).toBe(different);
		const chosen = pairOf({ layer: 'minority-share' }, { layer: 'minority-share' });
		expect(withSameClasses(chosen, rows)).toBe(chosen);
	});
});
