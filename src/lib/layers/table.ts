import type { Level } from '../territories/types.ts';
import { ACTIVITY_LAYERS } from './activity.ts';
import type { FigureRow } from './figures.ts';
import type { FillId } from './fills.ts';
import type { SecondLayer } from './overlays.ts';
import { activityMayStandBeside } from './together.ts';
import type { Layer, LayerAccess, LayerColumn } from './types.ts';

/**
 * The columns that fill and second layer bring: of each first the value. Status or share of an area stands in every
 * table where it may, because it is what the map is about.
 * @param reader whose rights the table follows
 */
export function layerColumns(
	fill: { id: FillId; layer: Layer<FigureRow> },
	second: SecondLayer | null,
	reader: LayerAccess,
	level: Level
): LayerColumn<FigureRow>[] {
	const over = second?.draw === 'pattern' ? second.columns : [];
	const status = activityMayStandBeside(fill.id, second?.id ?? null, reader)
		? ACTIVITY_LAYERS[level].columns
		: [];
	const columns = [...fill.layer.columns, ...over, ...status];
	return columns.filter(({ id }, position) => columns.findIndex((each) => each.id === id) === position);
}

/**
 * Rows in the order of a column. What is missing comes last, whichever way the others run; equal rows keep their
 * order.
 */
export function sortedBy<Row>(
	rows: readonly Row[],
	order: (row: Row) => number | null,
	descending: boolean
): Row[] {
	const sign = descending ? -1 : 1;
	return rows.toSorted((a, b) => {
		const [left, right] = [order(a), order(b)];
		if (left === null || right === null) return Number(left === null) - Number(right === null);
		return sign * (left - right);
	});
}
