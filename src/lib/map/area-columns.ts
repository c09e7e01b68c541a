import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { FigureRow } from '../layers/figures.ts';
import { fillInfo, type FillId } from '../layers/fills.ts';
import type { SecondLayer } from '../layers/overlays.ts';
import { layerColumns } from '../layers/table.ts';
import { activityMayStandBeside } from '../layers/together.ts';
import type { Layer, LayerAccess, LayerColumn } from '../layers/types.ts';
import type { Level } from '../territories/types.ts';
import type { AreaRow, PlacePoint } from './types.ts';
import type { SortKey } from './url.ts';

/** What decides which columns a table of areas has: exactly what the map shows. */
export interface TableView {
	fill: { id: FillId; layer: Layer<FigureRow> };
	/** What lies over the fill; null = nothing. */
	second: SecondLayer | null;
	level: Level;
	/** Whose rights the table follows. */
	reader: LayerAccess;
	/** Units inside the zone that lies over the fill; null or absent where that is no zone. */
	zoneUnits?: readonly string[] | null;
	/** Points that lie over the fill. */
	points?: readonly Pick<PlacePoint, 'within'>[];
}

/** A column of the table of areas, and how the address names its order. */
export interface AreaColumn extends LayerColumn<AreaRow> {
	/** Null: the table is not sorted by it. */
	sort: SortKey | null;
}

/**
 * The columns of table and exports, in their order: the place, where it lies, what the layers say of it, and what is
 * known of its communities where that may stand beside them.
 * @param municipalityOrder place of a municipality among all in name order, by code
 */
export function areaColumns(view: TableView, municipalityOrder: ReadonlyMap<string, number>): AreaColumn[] {
	const { fill, second, level, reader } = view;
	const over = second?.id ?? null;
	const keys = sortKeys(fill.id, over);
	const ofLayers = layerColumns(fill, second, reader, level).map((column): AreaColumn => ({
		...column,
		...secondLabel(column, over),
		sort: keys.get(column.id) ?? null
	}));
	const activity = activityMayStandBeside(fill.id, over, reader);
	const status = ofLayers.findIndex(({ sort }) => sort === 'status');
	if (activity && level === 'parish') ofLayers.splice(status + 1, 0, LAST);
	return [
		NAME,
		...(level === 'parish' ? [withinColumn(municipalityOrder)] : []),
		...ofLayers,
		...overColumns(view),
		...(activity ? [COMMUNITIES] : []),
		// An activity may lie in several units, so those of a larger area cannot be added up.
		...(activity && level === 'parish' ? [ACTIVITIES] : [])
	];
}

const NAME: AreaColumn = {
	id: 'name',
	sort: 'name',
	label: m.table_name,
	numeric: false,
	inTable: true,
	text: (row) => row.label,
	value: (row) => row.label,
	// Rows come in the order of the page's language (`sortRows`).
	order: () => null
};

function withinColumn(municipalityOrder: ReadonlyMap<string, number>): AreaColumn {
	return {
		id: 'municipality',
		sort: 'within',
		label: m.table_within,
		numeric: false,
		inTable: true,
		text: (row) => row.municipality ?? '',
		value: (row) => row.municipality,
		order: (row) => municipalityOrder.get(row.municipalityCode ?? '') ?? null
	};
}

const LAST: AreaColumn = {
	id: 'last-evidence',
	sort: null,
	label: m.table_last,
	numeric: false,
	inTable: true,
	text: (row) => row.lastEvidence ?? '',
	value: (row) => row.lastEvidence,
	order: () => null
};

const COMMUNITIES: AreaColumn = {
	id: 'communities',
	sort: 'communities',
	label: m.table_communities,
	numeric: true,
	inTable: true,
	text: (row) => countText(row.communities),
	value: (row) => row.communities,
	order: (row) => row.communities
};

const ACTIVITIES: AreaColumn = {
	id: 'activities',
	sort: 'activities',
	label: m.table_activities,
	numeric: true,
	inTable: true,
	text: (row) => countText(row.activities),
	value: (row) => row.activities,
	order: (row) => row.activities
};

/** What lies over the fill without being a number of the areas: points in each, and whether it is in the zone. */
function overColumns({ second, level, zoneUnits, points = [] }: TableView): AreaColumn[] {
	if (second?.draw === 'points') return [pointsColumn(second, points)];
	// A larger area may be partly inside.
	if (second?.draw !== 'outline' || !zoneUnits || level !== 'parish') return [];
	return [zoneColumn(second, new Set(zoneUnits))];
}

function pointsColumn({ id, title }: SecondLayer, points: readonly Pick<PlacePoint, 'within'>[]): AreaColumn {
	const counts = new Map<string, number>();
	for (const code of points.flatMap(({ within }) => within)) counts.set(code, (counts.get(code) ?? 0) + 1);
	// Points are left out where activity must not show.
	const count = (row: AreaRow) => (row.communities === null ? null : (counts.get(row.code) ?? 0));
	return {
		...{ id, sort: 'second', label: title, numeric: true, inTable: true },
		text: (row) => countText(count(row)),
		value: count,
		order: count
	};
}

function zoneColumn({ id, title }: SecondLayer, inside: ReadonlySet<string>): AreaColumn {
	return {
		...{ id, sort: 'second', label: title, numeric: false, inTable: true },
		text: ({ code }) => (inside.has(code) ? m.table_zone_inside() : m.table_zone_outside()),
		value: ({ code }) => (inside.has(code) ? 'inside' : 'outside'),
		order: ({ code }) => (inside.has(code) ? 0 : 1)
	};
}

function countText(count: number | null): string {
	return count === null ? m.table_unknown() : formatNumber(count);
}

/** What the address calls the columns of the layers: it must not change when another layer is chosen. */
function sortKeys(fill: FillId, second: string | null): Map<string, SortKey> {
	const keys = new Map<string, SortKey>([
		['status', 'status'],
		['reached', 'status']
	]);
	const of = (figure: string | null | undefined, key: 'value' | 'second') => {
		if (figure === null || figure === undefined) return;
		keys.set(figure, key).set(`${figure}-year`, `${key}-year`).set(`${figure}-method`, `${key}-method`);
	};
	of(second, 'second');
	of(fillInfo(fill).figures[0], 'value');
	return keys;
}

/** “Gads” and “Kā zināms” of two layers must be told apart. */
function secondLabel({ id, label }: LayerColumn<FigureRow>, second: string | null) {
	if (second === null || !id.startsWith(`${second}-`)) return {};
	return { label: () => m.table_second_column({ column: label() }) };
}
