import { describe, expect, it } from 'vitest';
import { activityLayer } from './activity.ts';
import { minorityShare } from './ethnicity.ts';
import type { Figure, FigureRow } from './figures.ts';
import { legendModel, withinClasses } from './legend.ts';
import { numericLayer } from './numeric.ts';
import { prepare } from './prepare.ts';

type Row = FigureRow & { matches: boolean };
const row = (value: number | null, change: Partial<Figure> = {}, matches = true): Row => ({
	kind: 'parish',
	status: 'active',
	unitCounts: null,
	communities: 1,
	matches,
	figures:
		value === null
			? {}
			: {
					'minority-share': {
						value,
						year: 2011,
						method: 'published',
						inheritedFrom: null,
						basis: null,
						sourceId: null,
						atLeast: false,
						...change
					}
				}
});

const rows = [
	row(5),
	row(8, { year: 2010 }),
	row(20, { method: 'inherited', inheritedFrom: 'Ludzas novads' }),
	row(60),
	row(90, { year: 2000, method: 'inherited', inheritedFrom: 'Zilupes novads' }, false),
	row(null)
];
const layer = numericLayer(minorityShare, prepare(minorityShare, rows));

describe('legendModel', () => {
	it('counts what is inside the filter, class by class', () => {
		const { classes } = legendModel(layer, rows);
		expect(classes.map(({ look, count }) => [look.id, count])).toEqual([
			['c1', 2],
			['c2', 1],
			['c3', 0],
			['c4', 1],
			['c5', 0],
			['no_data', 1]
		]);
	});

	it('says unit, years and what the values mean', () => {
		expect(legendModel(layer, rows)).toMatchObject({
			title: 'Mazākumtautību daļa',
			unit: '% no iedzīvotājiem',
			years: '2010–2011',
			grid: null
		});
		expect(legendModel(layer, rows).note).toContain('neko');
		expect(legendModel(layer, [row(5)]).years).toBe('2011');
		expect(legendModel(activityLayer, rows)).toMatchObject({ years: null, note: null, overlays: [] });
	});

	it('explains a pattern only where it occurs', () => {
		const overlays = (list: Row[]) => legendModel(layer, list).overlays.map(({ count }) => count);
		expect(overlays(rows)).toEqual([1]);
		expect(overlays([row(5)])).toEqual([]);
	});
});

describe('withinClasses', () => {
	const matching = (only: string[]) =>
		withinClasses(rows, layer, only).flatMap(({ matches }, i) => (matches ? [i] : []));

	it('keeps all rows and marks those of the chosen classes', () => {
		expect(withinClasses(rows, layer, ['c1'])).toHaveLength(rows.length);
		expect(matching(['c1'])).toEqual([0, 1]);
		expect(matching(['c4', 'no_data'])).toEqual([3, 5]);
		expect(matching(['c5'])).toEqual([]);
		expect(matching([])).toEqual([0, 1, 2, 3, 5]);
	});

	it('agrees with the counts of the legend', () => {
		for (const { look, count } of legendModel(layer, rows).classes) {
			expect(matching([look.id])).toHaveLength(count);
		}
	});
});
