import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level } from '../territories/types.ts';
import { fillLayer, secondLayer } from './catalogue.ts';
import type { FillId } from './fills.ts';
import { prepareFill } from './prepare.ts';
import { layerColumns, sortedBy } from './table.ts';
import type { LayerAccess } from './types.ts';

const ids = (fill: FillId, second: string | null, reader: LayerAccess, level: Level = 'parish') =>
	layerColumns(
		{ id: fill, layer: fillLayer(prepareFill(fill, []), level) },
		second === null ? null : secondLayer(second),
		reader,
		level
	)
		.filter(({ inTable }) => inTable)
		.map(({ id }) => id);

describe('layerColumns', () => {
	it('begins with the value of the fill, then the second layer, then the status', () => {
		expect(ids('population', null, 'public')).toEqual([
			'population',
			'population-year',
			'population-method',
			'status'
		]);
		expect(ids('activity', null, 'public')).toEqual(['status']);
		expect(ids('activity', 'minority-share', 'mandated')).toEqual([
			'status',
			'minority-share',
			'minority-share-year',
			'minority-share-method'
		]);
	});

	it('gives larger areas their share instead of a status that they have not', () => {
		expect(ids('population', null, 'public', 'region').at(-1)).toBe('reached');
		expect(ids('activity', null, 'public', 'region')).toEqual(['reached']);
	});

	it('keeps the status out of the public table beside ethnicity', () => {
		expect(ids('minority-share', null, 'public')).not.toContain('status');
		expect(ids('population', 'minority-share', 'public')).not.toContain('status');
		expect(ids('minority-share', null, 'mandated')).toContain('status');
	});
});

describe('sortedBy', () => {
	const rows = [3, null, 1, null, 2].map((value, position) => ({ value, position }));
	const sorted = (descending: boolean) => sortedBy(rows, (row) => row.value, descending);

	it('puts what is missing last, both ways', () => {
		expect(sorted(false).map(({ value }) => value)).toEqual([1, 2, 3, null, null]);
		expect(sorted(true).map(({ value }) => value)).toEqual([3, 2, 1, null, null]);
	});

	it('loses nothing and keeps the order of equal rows', () => {
		const lists = fc
			.array(fc.option(fc.integer({ min: 0, max: 3 })))
			.map((values) => values.map((value, position) => ({ value, position })));
		fc.assert(
			fc.property(lists, fc.boolean(), (list, descending) => {
				const result = sortedBy(list, (row) => row.value, descending);
				expect(new Set(result)).toEqual(new Set(list));
				for (const [i, row] of result.slice(1).entries()) {
					const before = result[i];
					if (before?.value === row.value) expect(before.position).toBeLessThan(row.position);
				}
			})
		);
	});
});
