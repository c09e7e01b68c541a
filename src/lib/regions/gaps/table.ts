import type { AreaGaps } from '../../coverage/gaps.ts';
import { gapCell, needOf, type GapCell, type GapColumn, type GapMeasure } from '../../coverage/matrix.ts';
import { compareText } from '../../i18n/format.ts';
import type { AreaRow } from '../../map/types.ts';
import type { GapSort } from './url.ts';

/** An area of the matrix with one cell for each column. */
export interface GapTableRow {
	code: string;
	label: string;
	/** Communities that finished a self-assessment; told of every area. */
	communities: number;
	withinYear: number;
	confirmed: number;
	area: AreaGaps | undefined;
	cells: GapCell[];
}

/** What screen and files show; the same rows in the same order. */
export interface GapTable {
	columns: readonly GapColumn[];
	/** Areas where somebody was assessed, in the order asked for, and at the end those where nobody was, by name. */
	rows: GapTableRow[];
	/** All of the reader's area together; null where the mandate is for a part of it. */
	total: GapTableRow | null;
}

/** What a table is made of. */
export interface GapTableParts {
	rows: readonly Pick<AreaRow, 'code' | 'label' | 'isOutside'>[];
	columns: readonly GapColumn[];
	measure: GapMeasure;
	gaps: ReadonlyMap<string, AreaGaps>;
	sort: GapSort;
	total: { code: string; label: string } | null;
}

/** The matrix of areas and columns; areas outside the mandate have no row. */
export function gapTable({ rows, columns, measure, gaps, sort, total }: GapTableParts): GapTable {
	const rowOf = ({ code, label }: { code: string; label: string }): GapTableRow => {
		const area = gaps.get(code);
		return {
			code,
			label,
			communities: area?.communities ?? 0,
			withinYear: area?.withinYear ?? 0,
			confirmed: area?.confirmed ?? 0,
			area,
			cells: columns.map((column) => gapCell(area, column, measure))
		};
	};
	const at = columns.findIndex(({ id }) => id === sort.by);
	const orderOf = (row: GapTableRow): number | null => {
		const cell = row.cells[at];
		return cell === undefined ? row.communities : needOf(cell, measure);
	};
	const direction = sort.descending ? -1 : 1;
	const all = rows
		.filter(({ isOutside }) => isOutside !== true)
		.map(rowOf)
		.sort((a, b) => compareText(a.label, b.label) * (sort.by === 'name' ? direction : 1));
	const assessed = all.filter(({ communities }) => communities > 0);
	if (sort.by !== 'name') assessed.sort((a, b) => missingLast(orderOf(a), orderOf(b), direction));
	return {
		columns,
		rows: [...assessed, ...all.filter(({ communities }) => communities === 0)],
		total: total && rowOf(total)
	};
}

/** Numbers in their direction; what is missing comes last in both. */
function missingLast(a: number | null, b: number | null, direction: 1 | -1): number {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	return (a - b) * direction;
}
