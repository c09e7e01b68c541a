import { sortedBy } from '../layers/table.ts';
import type { AreaColumn } from './area-columns.ts';
import type { AreaRow } from './types.ts';
import type { Sort } from './url.ts';

/**
 * Rows as the reader wants them sorted; what is missing comes last, both ways. Names are not compared here: the server
 * has put rows and municipalities in the order of the page's language, and a browser might know another one.
 * @param rows in name order; equal rows keep it
 * @param columns of the table; an order by a column that it does not have is the order by name
 */
export function sortRows(
	rows: readonly AreaRow[],
	{ by, descending }: Sort,
	columns: readonly AreaColumn[]
): AreaRow[] {
	const column = columns.find(({ sort }) => sort === by);
	if (!column || by === 'name') return by === 'name' && descending ? rows.toReversed() : [...rows];
	return sortedBy(rows, column.order, descending);
}
