/** A foreign table as it was read: headings and cells as texts, whatever the format was. */
export interface SourceTable {
	format: 'json-stat' | 'csv';
	/** What the table calls itself; null when it does not say. */
	title: string | null;
	/** Headings, all different and never empty. */
	columns: readonly string[];
	/** Every row has a cell for each column. */
	rows: readonly (readonly string[])[];
	/** Columns whose meaning the format itself tells. */
	known: Readonly<Partial<Record<ColumnRole, string>>>;
}

/** What a column of a foreign table can be, besides holding figures. */
export const COLUMN_ROLES = ['code', 'name', 'municipality', 'year', 'category'] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Why a file or an answer cannot be read as a table, or not without being told more. */
export const TABLE_PROBLEMS = [
	'empty',
	/** A web page: mostly a sign-in, an error or the page about the table. */
	'web_page',
	/** XLSX, XLS, ODS or ZIP. */
	'spreadsheet',
	/** What PxWeb says about a table before it is asked for data. */
	'description',
	/** JSON, but not a data set of JSON-stat 2. */
	'not_json_stat',
	/** JSON-stat with more cells or kinds of figures than a table here may have. */
	'too_large',
	/** No heading with at least one row below it. */
	'no_rows',
	/** No column with codes or names of places. */
	'place_column',
	/** No column with figures, or several that it could be. */
	'value_column',
	/** A column was named that the table does not have. */
	'column',
	/** The table has no column of years and no year was given. */
	'year',
	/** The year that was asked for is not in the table. */
	'no_such_year',
	/** The unit does not fit what the indicator measures. */
	'unit'
] as const;
export type TableProblem = (typeof TABLE_PROBLEMS)[number];

/** A table that cannot be read. `detail` names the column, year or cell, where there is one to name. */
export class TableError extends Error {
	readonly problem: TableProblem;
	readonly detail: string;
	/** The columns there are, where one of them has to be named. */
	readonly columns: readonly string[];

	constructor(problem: TableProblem, detail = '', columns: readonly string[] = []) {
		super(`The table cannot be read: ${problem}${detail === '' ? '' : ` (${detail})`}.`);
		this.name = 'TableError';
		this.problem = problem;
		this.detail = detail;
		this.columns = columns;
	}
}

/** Texts made different by a number behind each that came before; an empty one becomes `#3`, its place in the row. */
export function distinctHeadings(headings: readonly string[]): string[] {
	const taken = new Set<string>();
	return headings.map((heading, position) => {
		const plain = heading.trim() === '' ? `#${position + 1}` : heading.trim();
		let distinct = plain;
		for (let number = 2; taken.has(distinct); number++) distinct = `${plain} (${number})`;
		taken.add(distinct);
		return distinct;
	});
}
