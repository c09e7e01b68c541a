import { shareOf } from '../layers/activity.ts';
import type { Layer } from '../layers/types.ts';
import type { AreaRow } from './types.ts';
import type { Sort } from './url.ts';

/**
 * Rows as the reader wants them sorted. Names are not compared here: the server has put rows and municipalities
 * in the order of the page's language, and a browser might know another one.
 * @param rows in name order; equal rows keep it
 * @param municipalityOrder place of a municipality among all, by code
 */
export function sortRows(
	rows: readonly AreaRow[],
	{ by, descending }: Sort,
	layer: Layer<AreaRow>,
	municipalityOrder: ReadonlyMap<string, number>
): AreaRow[] {
	if (by === 'name') return descending ? rows.toReversed() : [...rows];
	const key = (row: AreaRow): number => {
		switch (by) {
			case 'within':
				return municipalityOrder.get(row.municipalityCode ?? '') ?? -1;
			case 'status':
				return rankOf(row, layer);
			case 'communities':
				return row.communities;
			case 'activities':
				return row.activities ?? -1;
		}
	};
	const sign = descending ? -1 : 1;
	return rows.toSorted((a, b) => sign * (key(a) - key(b)));
}

/** Legend order for single statuses, the share itself for larger areas; what has neither comes last. */
function rankOf(row: AreaRow, layer: Layer<AreaRow>): number {
	const share = shareOf(row);
	if (share !== null) return share;
	const position = layer.classes.findIndex((each) => each.id === layer.classOf(row));
	return position === -1 ? layer.classes.length : position;
}
