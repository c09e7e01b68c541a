import { describe, expect, it } from 'vitest';
import { fillLayer, secondLayer } from '../layers/catalogue.ts';
import type { FillId } from '../layers/fills.ts';
import { prepareFill } from '../layers/prepare.ts';
import type { LayerAccess } from '../layers/types.ts';
import type { Level } from '../territories/types.ts';
import { areaColumns } from './area-columns.ts';
import { SORT_KEYS } from './url.ts';

function columns(fill: FillId, second: string | null, reader: LayerAccess, level: Level = 'parish') {
	const layer = fillLayer(prepareFill(fill, []), level);
	const over = second === null ? null : secondLayer(second);
	return areaColumns({ fill: { id: fill, layer }, second: over, level, reader }, new Map());
}
const keys = (...of: Parameters<typeof columns>) =>
	columns(...of)
		.filter(({ inTable }) => inTable)
		.map(({ sort, id }) => sort ?? id);

describe('areaColumns', () => {
	it('names the place, then what the map shows, then what is known of communities', () => {
		expect(keys('activity', 'resource-centres', 'public')).toEqual([
			'name',
			'within',
			'status',
			'last-evidence',
			'communities',
			'activities'
		]);
		expect(keys('activity', null, 'public', 'region')).toEqual(['name', 'status', 'communities']);
		expect(keys('population', null, 'public')).toEqual([
			'name',
			'within',
			'value',
			'value-year',
			'value-method',
			'status',
			'last-evidence',
			'communities',
			'activities'
		]);
	});

	it('says nothing of activity beside ethnicity, except to readers with a mandate', () => {
		const ethnic = ['name', 'within', 'value', 'value-year', 'value-method'];
		expect(keys('minority-share', null, 'public')).toEqual(ethnic);
		expect(keys('minority-share', null, 'mandated')).toEqual(
			expect.arrayContaining(['status', 'activities'])
		);
		expect(keys('population', 'minority-share', 'public')).not.toContain('communities');
	});

	it('can be sorted by each layer of two, and each order belongs to one column', () => {
		const sorts = columns('activity-minority', null, 'mandated').flatMap(({ sort }) => sort ?? []);
		expect(sorts).toEqual(expect.arrayContaining(['status', 'value', 'value-year', 'value-method']));
		const two = columns('population', 'minority-share', 'mandated').flatMap(({ sort }) => sort ?? []);
		expect(new Set(two).size).toBe(two.length);
		expect(new Set(two)).toEqual(new Set(SORT_KEYS));
	});

	it('tells year and method of the second layer apart from those of the fill', () => {
		const labels = columns('population', 'minority-share', 'mandated').map(({ label }) => label());
		expect(new Set(labels).size).toBe(labels.length);
	});
});
