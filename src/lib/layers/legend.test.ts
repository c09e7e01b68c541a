import { describe, expect, it } from 'vitest';
import { activityLayer } from './activity.ts';
import { minorityShare } from './ethnicity.ts';
import type { Figure, FigureRow } from './figures.ts';
import { bySentence, legendModel, secondText, withinClasses } from './legend.ts';
import { notablePattern } from './notable.ts';
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
		expect(legendModel(layer, rows).notes).toHaveLength(1);
		expect(legendModel(layer, rows).notes[0]).toContain('neko');
		expect(legendModel(layer, [row(5)]).years).toBe('2011');
		expect(legendModel(activityLayer, rows)).toMatchObject({ years: null, notes: [], overlays: [] });
	});

	it('explains a pattern only where it occurs', () => {
		const overlays = (list: Row[]) => legendModel(layer, list).overlays.map(({ count }) => count);
		expect(overlays(rows)).toEqual([1]);
		expect(overlays([row(5)])).toEqual([]);
	});

	it('says as much of a pattern over the fill as of the fill', () => {
		const over = notablePattern(minorityShare);
		const held = [...rows, row(70, { year: 2018, method: 'inherited', inheritedFrom: 'Ludzas novads' })];
		const { notes, years, second } = legendModel(activityLayer, held, over);
		expect(years).toBe(null);
		expect(notes[0]).toContain('neko');
		expect(second).toMatchObject({
			count: 2,
			details: ['Dati par: 2010–2018', 'No tām vērtība no lielākas teritorijas: 1', 'Nav datu: 1']
		});
		expect(second && secondText(second)).toMatch(/: 2\. Dati par: 2010–2018\. No tām .*: 1\. Nav datu: 1\.$/);
		// The same sentence stands once.
		expect(legendModel(layer, held, over).notes).toHaveLength(1);
		expect(legendModel(activityLayer, [row(5)], over).second).toMatchObject({
			count: 0,
			details: ['Dati par: 2011']
		});
	});

	it('says that nothing is known only where nothing is', () => {
		const notes = (list: Row[]) =>
			legendModel(numericLayer(minorityShare, prepare(minorityShare, list)), list).notes;
		expect(notes([row(null)])).toHaveLength(2);
		expect(notes([row(null), row(5)])).toHaveLength(1);
		expect(notes([row(null, {}, false)])).toHaveLength(1);
	});
});

it('gathers signs behind the sentence that is true of all of them', () => {
	const sign = (id: number, sentence: string) => ({ id, explain: () => sentence });
	const found = bySentence([sign(1, 'a'), sign(2, 'b'), sign(3, 'a')]);
	expect([...found].map(([sentence, signs]) => [sentence, signs.map(({ id }) => id)])).toEqual([
		['a', [1, 3]],
		['b', [2]]
	]);
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
