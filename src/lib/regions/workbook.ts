import type { Row, Sheet } from 'write-excel-file/universal';
import type { About } from '../map/export/about.ts';
import { aboutSheet, heading, sheetName } from '../map/export/xlsx.ts';
import type { DataTable, TableCell } from './tables.ts';

/**
 * Tables as the sheets of a workbook, one each, behind a sheet that says what they are. Numbers are numbers, words are
 * texts whatever they begin with, and what is not known is empty.
 */
export function tableSheets(tables: readonly DataTable[], about: About): Sheet<never>[] {
	return [aboutSheet(about), ...tables.map(tableSheet)];
}

function tableSheet({ title, columns, rows }: DataTable): Sheet<never> {
	return {
		sheet: sheetName(title),
		columns: columns.map(({ numeric }, at) => ({ width: numeric ? 16 : at === 0 ? 32 : 60 })),
		stickyRowsCount: 1,
		stickyColumnsCount: 1,
		data: [
			columns.map(({ label }) => heading(label)),
			...rows.map(({ cells }) => cells.map((cell) => sheetCell(cell)))
		]
	};
}

/** All decimals of a share stay in the cell; it is shown in whole per cent, as on the page. */
function sheetCell({ text, value, isShare }: TableCell): Row[number] {
	if (value === null) return null;
	if (typeof value === 'string') return { value: text, wrap: true };
	return isShare ? { value, format: '0%' } : value;
}
