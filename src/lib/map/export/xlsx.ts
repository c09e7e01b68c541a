import type { Row, Sheet } from 'write-excel-file/universal';
import { m } from '../../i18n/paraglide/messages.js';
import type { AreaRow, PlacePoint } from '../types.ts';
import type { About } from './about.ts';
import { POINT_COLUMNS } from './points.ts';
import type { ExportColumn, ExportedMap } from './types.ts';

/**
 * Rows as the sheets of a workbook, for people: headings and words in the language of the page, numbers as
 * numbers, missing values empty. The second sheet says what the first one is; points over the areas have a third.
 */
export function toSheets(
	columns: readonly ExportColumn[],
	{ rows, points, second }: Pick<ExportedMap, 'rows' | 'points' | 'second'>,
	about: About
): Sheet<never>[] {
	return [
		{
			sheet: m.export_sheet_data(),
			columns: columns.map(({ id }) => ({ width: WIDTHS[id] ?? WIDTH })),
			stickyRowsCount: 1,
			stickyColumnsCount: 2,
			data: [
				columns.map(({ label }) => heading(label)),
				...rows.map((row) => columns.map((column) => sheetCell(column, row)))
			]
		},
		aboutSheet(about),
		...(points.length === 0 || second === null ? [] : [pointSheet(second.title(), points)])
	];
}

/** The sheet that says what the others are. */
export function aboutSheet(about: About): Sheet<never> {
	return {
		sheet: m.export_sheet_about(),
		columns: [{ width: 32 }, { width: 100 }],
		data: [
			[{ value: about.title, fontWeight: 'bold' }],
			...about.facts.map(({ term, text }) => [
				{ ...heading(term), alignVertical: 'top' as const },
				{ value: text, wrap: true }
			])
		]
	};
}

/** The heading of a column or line. */
export function heading(label: string): { value: string; fontWeight: 'bold'; wrap: true } {
	return { value: label, fontWeight: 'bold', wrap: true };
}

/** A name that Excel takes for a sheet: of at most 31 letters, without the signs that it reserves. */
export function sheetName(title: string): string {
	const allowed = title.replace(/\s*[[\]:*?/\\]\s*/g, ' ').trim();
	return allowed.slice(0, 31).trimEnd();
}

function pointSheet(title: string, points: readonly PlacePoint[]): Sheet<never> {
	return {
		sheet: sheetName(title),
		columns: POINT_COLUMNS.map(({ id }) => ({ width: WIDTHS[id] ?? WIDTH })),
		stickyRowsCount: 1,
		data: [
			POINT_COLUMNS.map(({ label }) => heading(label())),
			...points.map((point) => POINT_COLUMNS.map(({ value }) => value(point)))
		]
	};
}

/** Columns that hold more or less than a number, in characters. */
const WIDTHS: Readonly<Record<string, number>> = {
	name: 32,
	municipality: 24,
	place: 32,
	territory: 32,
	region: 28,
	'class-label': 28,
	'last-evidence': 32,
	note: 60
};
const WIDTH = 16;

function sheetCell(column: ExportColumn, row: AreaRow): Row[number] {
	const { digits, text } = column;
	const value = column.value(row);
	if (value === null) return null;
	if (typeof value === 'number' && digits !== null) return { value, format: numberFormat(digits) };
	return text === undefined ? value : text(row);
}

/** All decimals stay in the cell; only as many as on the map are shown. */
function numberFormat(digits: number): string {
	return digits === 0 ? '0' : `0.${'0'.repeat(digits)}`;
}
