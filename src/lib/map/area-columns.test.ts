import { describe, expect, it } from 'vitest';
import { SMALL_FACTS } from '../../../tests/fixtures/small-country.ts';
import { fillLayer, secondLayer } from '../layers/catalogue.ts';
import type { FillId } from '../layers/fills.ts';
import { zoneOutline } from '../layers/overlays.ts';
import { prepareFill } from '../layers/prepare.ts';
import type { LayerAccess } from '../layers/types.ts';
import type { Level } from '../territories/types.ts';
import { areaColumns, type TableView } from './area-columns.ts';
import { areaRows } from './rows.ts';
import { DEFAULT_MAP_STATE, SORT_KEYS } from './url.ts';

function columns(fill: FillId, second: string | null, reader: LayerAccess, level: Level = 'parish') {
	const layer = fillLayer(prepareFill(fill, []), level);
	const over = second === null ? null : secondLayer(second);
	return areaColumns({ fill: { id: fill, layer }, second: over, level, reader }, new Map());
}
const ZONE = zoneOutline({ id: 'seaside', name: 'Zona pie jūras', sourceId: 'law' });

/** The column of what lies over the map of activity without being a number. */
function overColumn(id: string, change: Partial<TableView>) {
	const layer = fillLayer(prepareFill('activity', []), change.level ?? 'parish');
	const second = secondLayer(id, [ZONE]);
	const view = { fill: { id: 'activity' as const, layer }, second, level: 'parish' as const };
	return areaColumns({ ...view, reader: 'public', ...change }, new Map()).find((each) => each.id === id);
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
			'second',
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

	it('counts the points in each area, where activity may show', () => {
		const rows = areaRows(SMALL_FACTS, 'parish', DEFAULT_MAP_STATE);
		const points = [{ within: ['LV', '0010000', '0010010'] }, { within: ['LV', '0010000'] }];
		const column = overColumn('resource-centres', { points });
		expect(column?.numeric).toBe(true);
		const cells = Object.fromEntries(rows.map((row) => [row.code, column?.value(row)]));
		expect(cells).toMatchObject({ '0010010': 1, '0010200': 0 });
		const [alfa] = rows.map((row) => ({ ...row, communities: null }));
		expect(alfa && column?.value(alfa)).toBeNull();
		const larger = areaRows(SMALL_FACTS, 'municipality', DEFAULT_MAP_STATE);
		expect(larger.map((row) => [row.code, column?.value(row)])).toContainEqual(['0010000', 2]);
	});

	it('says of units whether they lie in the zone over them, and nothing of larger areas', () => {
		const rows = areaRows(SMALL_FACTS, 'parish', DEFAULT_MAP_STATE);
		const column = overColumn(ZONE.id, { zoneUnits: ['0010010'] });
		const inside = rows.filter((row) => column?.value(row) === 'inside').map(({ code }) => code);
		expect(inside).toEqual(['0010010']);
		expect(column?.label()).toBe('Zona pie jūras');
		expect(overColumn(ZONE.id, { zoneUnits: ['0010010'], level: 'municipality' })).toBeUndefined();
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
