import type { AreaRow } from '../types.ts';
import type { Cell, ExportColumn } from './types.ts';

/** Excel takes a file without it for one in the old code page of the country. */
const BYTE_ORDER_MARK = '\uFEFF';
/** RFC 4180. */
const LINE_END = '\r\n';

/** Rows as CSV (RFC 4180, UTF-8): for programs, so commas between values, points in numbers, one line of headings. */
export function toCsv(columns: readonly ExportColumn[], rows: readonly AreaRow[]): string {
	return csvFile([columns.map(({ id }) => id), ...rows.map((row) => columns.map(({ value }) => value(row)))]);
}

/** Lines of values as a file, the headings first. */
export function csvFile(lines: readonly (readonly Cell[])[]): string {
	return BYTE_ORDER_MARK + lines.map((line) => line.map(csvCell).join(',') + LINE_END).join('');
}

/** One value; a text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvCell(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell !== 'string') return String(cell);
	const text = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
