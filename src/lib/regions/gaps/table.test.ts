import { describe, expect, it } from 'vitest';
import { SMALL_COUNTRY } from '../../../../tests/fixtures/small-country.ts';
import { assessedUnit, SMALL_CHECKLIST, smallGaps } from '../../../../tests/fixtures/small-gaps.ts';
import { askedOf, gapColumns } from '../../coverage/matrix.ts';
import { colourDistance, COLOUR_VISIONS } from '../../layers/colour-vision.ts';
import { lookOf } from '../../layers/types.ts';
import type { AreaRow } from '../../map/types.ts';
import { gapLayer, gapLooks } from './layer.ts';
import { gapTable, type GapTableParts } from './table.ts';
import { layerParts } from './view.ts';

const asked = askedOf(SMALL_CHECKLIST);
const columns = gapColumns(asked, 'all', 'low');
const gaps = smallGaps([
	assessedUnit('0010010', { '1.1': [1, 0, 2, 0] }),
	assessedUnit('0010200', { '1.1': [3, 0, 0, 0] }),
	// Answered other items only.
	assessedUnit('0003000', { '2.1': [0, 0, 3, 0] })
]);
const parts: GapTableParts = {
	...{ columns, gaps, measure: 'low', sort: { by: 'name', descending: false } },
	rows: SMALL_COUNTRY.atLevel('parish').map(({ code, name }) => ({ code, label: name })),
	total: { code: '0010000', label: 'Mazais novads' }
};
const order = (sort: GapTableParts['sort']) =>
	gapTable({ ...parts, sort }).rows.map(({ label, cells }) => [label, cells[0]?.state]);

describe('gapTable', () => {
	it('sorts by a column with what is missing last, and those without an assessment after all', () => {
		expect(order({ by: 'water', descending: true })).toEqual([
			['Beta', 'shown'],
			['Alfas pagasts', 'shown'],
			['Delta', 'few'],
			['Gammas pagasts', 'unassessed']
		]);
		expect(order({ by: 'water', descending: false }).map(([label]) => label)).toEqual([
			...['Alfas pagasts', 'Beta', 'Delta', 'Gammas pagasts']
		]);
		expect(order({ by: 'name', descending: true })[0]?.[0]).toBe('Delta');
	});

	it('has no row of areas outside the mandate, and adds up what is asked for', () => {
		const [first, ...rest] = parts.rows;
		if (first === undefined) throw new Error('no rows');
		const table = gapTable({ ...parts, rows: [{ ...first, isOutside: true }, ...rest] });
		expect(table.rows.map(({ code }) => code)).not.toContain(first.code);
		expect(table.total).toMatchObject({ communities: 6, cells: [{ value: 4 / 6 }, { state: 'few' }] });
	});
});

describe('the layer of gaps', () => {
	const state = { of: 'water', measure: 'low', level: 'parish', second: null, sort: parts.sort } as const;
	const layer = gapLayer(layerParts({ asked, state, gaps }));
	const row = (code: string, more: Partial<AreaRow> = {}) => ({ code, matches: true, ...more }) as AreaRow;

	it('has a class for places without an assessment, for little data, and for each quarter', () => {
		expect(['0010010', '0010200', '0003000', '0020010'].map((code) => layer.classOf(row(code)))).toEqual([
			...['half', 'all', 'few', null]
		]);
		expect(layer.classOf(row('0010200', { isOutside: true }))).toBeNull();
		expect(layer.describe(row('0010200'))).toMatch(/^100\s%$/);
	});

	it('hatches what is not firm, and only what is shown', () => {
		expect(lookOf(layer, row('0010200')).pattern).toBe('lines');
		expect(layer.overlayOf(row('0003000'))).toBe('none');
		expect(layer.overlayOf(row('0020010'))).toBe('none');
	});

	it('looks the same in the matrix', () => {
		const looks = gapLooks('low', asked);
		const table = gapTable({ ...parts, columns: gapColumns(asked, 'all', 'low') });
		for (const { code, area, cells } of table.rows) {
			const [cell] = cells;
			if (cell === undefined) throw new Error('no cell');
			expect(looks.lookOf(cell, area)).toEqual(lookOf(layer, row(code)));
		}
	});

	it.each(['low', 'median'] as const)('%s: no class looks like little data or like none', (measure) => {
		const { classes } = gapLooks(measure, asked);
		const fills = [...classes.map(({ fill }) => fill), layer.noData.fill];
		for (const ground of ['light', 'dark'] as const) {
			for (const vision of COLOUR_VISIONS) {
				for (const [at, first] of fills.entries()) {
					for (const second of fills.slice(at + 1)) {
						expect(colourDistance(first[ground], second[ground], vision)).toBeGreaterThan(0.05);
					}
				}
			}
		}
	});
});
