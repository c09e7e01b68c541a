/** From a foreign table to one figure for each place and year. */
import { z } from 'zod';
import { normaliseName } from '../../territories/names.ts';
import { nameParts, type Named, type Vintage } from '../match.ts';
import { INDICATOR_IDS, type Basis, type IndicatorId, type Method } from '../types.ts';
import { formulaOf, rolesOf, type Formula } from './columns.ts';
import { readFigure, yearIn, type LoneSign } from './figure.ts';
import { COLUMN_ROLES, distinctHeadings, TableError, type ColumnRole, type SourceTable } from './table.ts';
import { inOwnUnit, loneSignOf, UNIT_IDS, unitsOf, type Unit } from './units.ts';

const columnName = z.string().trim().min(1).max(300);

/** What whoever imports says of a table. Columns need a word only where their headings do not tell. */
export const readingSchema = z.object({
	indicator: z.enum(INDICATOR_IDS),
	/** In what the table counts; without it, as the product does. */
	unit: z.enum(UNIT_IDS).optional(),
	/** The year of the figures, or the one to take; without it, every year of the table. */
	year: z.int('a year has four digits').min(1900).max(2100).optional(),
	/** Of which day the names are. */
	vintage: z.enum(['today', '2018'] as const satisfies readonly Vintage[]).default('today'),
	/** Whether the table is the office's own, or quotes it. */
	method: z.enum(['published', 'secondhand'] as const satisfies readonly Method[]).default('published'),
	basis: z
		.enum(['census', 'register', 'estimate', 'stated'] as const satisfies readonly Basis[])
		.default('stated'),
	columns: z
		.object({
			code: columnName,
			name: columnName,
			municipality: columnName,
			year: columnName,
			/** Kinds of people below each other, in a table with several rows for each place. */
			category: columnName,
			/** The figures themselves. */
			value: columnName,
			/** For a share: all people; the people counted, or those not counted. */
			of: columnName,
			part: z.array(columnName).min(1),
			without: z.array(columnName).min(1)
		})
		.partial()
		.default({}),
	/** Only rows with these cells. */
	where: z.array(z.object({ column: columnName, cell: z.string() })).default([]),
	/** Which territory is meant, by the label of a row that is not found or may be several: a code. */
	places: z.record(z.string(), z.string()).default({})
});
export type Reading = z.output<typeof readingSchema>;

/** A row as it is matched: a place, a year and a figure in the unit of the product. */
export interface ReadRow extends Named {
	year: number;
	figure: number;
}

/** Rows of a table, and what is wrong with the others. */
export interface ReadRows {
	rows: ReadRow[];
	/** How many cells say that there is no figure. */
	empty: number;
	/** Cells that are no figure, or one that cannot be. */
	unreadable: { label: string; text: string }[];
	/** Where the figures were found, to be shown. */
	formula: Formula;
}

/** How a row is called in reports. */
export function labelOf({ code, name, municipality }: Named): string {
	const words = [name, municipality].filter((word) => word !== null && word !== '').join(', ');
	return words === '' ? (code ?? '') : words;
}

/**
 * Reads every row.
 * @throws TableError when columns, unit or year are not clear
 */
export function readRows(table: SourceTable, reading: Reading): ReadRows {
	const unit = reading.unit ?? unitsOf(reading.indicator)[0];
	if (unit === undefined || !unitsOf(reading.indicator).includes(unit)) throw new TableError('unit', unit);
	const asked = restricted(table, reading);
	const roles = rolesFor(asked, reading);
	if (roles.code === undefined && roles.name === undefined) {
		throw new TableError('place_column', '', table.columns);
	}
	if (roles.year === undefined && reading.year === undefined) throw new TableError('year');
	const wide = roles.category === undefined ? asked : widened(asked, roles, roles.category, reading);
	const formula = formulaFor(wide, roles, reading);

	const cellOf = cells(wide);
	// The numbers of JSON have one way of being written; a share is counted from people.
	const usual = loneSignOf(formula.kind === 'share' ? 'people' : unit);
	const lone = table.format === 'json-stat' ? 'decimal' : usual;
	const read: ReadRows = { rows: [], empty: 0, unreadable: [], formula };
	let ofYear = 0;
	for (const row of wide.rows) {
		const named = namedBy((role) => cellOf(row, roles[role]), roles);
		const year = roles.year === undefined ? reading.year : yearIn(cellOf(row, roles.year));
		if (year !== null && reading.year !== undefined && year !== reading.year) continue;
		ofYear++;
		const figure = figureOf((column) => cellOf(row, column), formula, lone, reading.indicator, unit);
		if (figure.kind === 'none') read.empty++;
		else if (figure.kind === 'wrong' || year === null || year === undefined) {
			read.unreadable.push({
				label: labelOf(named),
				text: figure.kind === 'wrong' ? figure.text : cellOf(row, roles.year)
			});
		} else read.rows.push({ ...named, year, figure: figure.value });
	}
	if (ofYear === 0) throw new TableError('no_such_year', String(reading.year));
	return read;
}

type Roles = Partial<Record<ColumnRole, string>>;

/** The column somebody named, however they spelled it. */
function columnOf(columns: readonly string[], name: string): string {
	const found = sameColumn(columns, name);
	if (found === undefined) throw new TableError('column', name, columns);
	return found;
}

function sameColumn(columns: readonly string[], name: string): string | undefined {
	return (
		columns.find((column) => column === name) ??
		columns.find((column) => normaliseName(column) === normaliseName(name))
	);
}

function cells(table: SourceTable): (row: readonly string[], column: string | undefined) => string {
	const positions = new Map(table.columns.map((column, position) => [column, position]));
	return (row, column) => row[positions.get(column ?? '') ?? -1] ?? '';
}

function restricted(table: SourceTable, { where }: Reading): SourceTable {
	const cellOf = cells(table);
	const conditions = where.map(({ column, cell }) => ({
		column: columnOf(table.columns, column),
		cell: normaliseName(cell)
	}));
	const rows = table.rows.filter((row) =>
		conditions.every(({ column, cell }) => normaliseName(cellOf(row, column)) === cell)
	);
	if (rows.length === 0) throw new TableError('no_rows');
	return { ...table, rows };
}

function rolesFor(table: SourceTable, { columns: named }: Reading): Roles {
	// What is named as a figure is nothing else, whatever its heading is like.
	const figures = [named.value, named.of, ...(named.part ?? []), ...(named.without ?? [])].map(
		(column) => column && sameColumn(table.columns, column)
	);
	const guessed: Roles = {
		...rolesOf(table.columns.filter((column) => !figures.includes(column))),
		...table.known
	};
	const told = COLUMN_ROLES.flatMap((role): [ColumnRole, string][] => {
		const column = named[role];
		return column === undefined ? [] : [[role, columnOf(table.columns, column)]];
	});
	return { ...guessed, ...Object.fromEntries(told) };
}

/** Columns that hold figures, as far as is known. */
function figureColumns(table: SourceTable, roles: Roles): string[] {
	const taken = new Set(Object.values(roles));
	return table.columns.filter((column) => !taken.has(column));
}

/** A table with the kinds of people below each other, with a column for each of them instead. */
function widened(
	table: SourceTable,
	roles: Roles,
	category: string,
	{ columns, year }: Reading
): SourceTable {
	const value =
		columns.value === undefined
			? formulaOf(figureColumns(table, roles), 'population', year)
			: { kind: 'column' as const, column: columnOf(table.columns, columns.value) };
	if (value?.kind !== 'column') throw new TableError('value_column', '', figureColumns(table, roles));
	const cellOf = cells(table);
	const keys = [roles.code, roles.name, roles.municipality, roles.year].filter((role) => role !== undefined);
	const kinds = [...new Set(table.rows.map((row) => cellOf(row, category)))];
	const places = new Map<string, { key: string[]; figures: Map<string, string> }>();
	for (const row of table.rows) {
		const key = keys.map((column) => cellOf(row, column));
		const place = places.get(key.join('\n')) ?? { key, figures: new Map<string, string>() };
		places.set(key.join('\n'), place);
		const kind = cellOf(row, category);
		const [before, figure] = [place.figures.get(kind), cellOf(row, value.column)];
		// Two figures where one belongs are no figure: whoever imports has to say which rows are meant.
		place.figures.set(kind, before === undefined || before === figure ? figure : `${before} / ${figure}`);
	}
	return {
		...table,
		columns: distinctHeadings([...keys, ...kinds]),
		rows: [...places.values()].map(({ key, figures }) => [
			...key,
			...kinds.map((kind) => figures.get(kind) ?? '')
		])
	};
}

function formulaFor(table: SourceTable, roles: Roles, reading: Reading): Formula {
	const { value, of, part, without } = reading.columns;
	const counted = part ?? without;
	if (of !== undefined && counted !== undefined) {
		return {
			kind: 'share',
			part: counted.map((column) => columnOf(table.columns, column)),
			whole: columnOf(table.columns, of),
			isRest: part === undefined
		};
	}
	if (value !== undefined && roles.category === undefined) {
		return { kind: 'column', column: columnOf(table.columns, value) };
	}
	const candidates = figureColumns(table, roles);
	const found = formulaOf(candidates, reading.indicator, reading.year);
	if (found === null) throw new TableError('value_column', '', candidates);
	return found;
}

/** Code, name and municipality of a row. The row of a whole municipality may have no other name. */
function namedBy(cell: (role: ColumnRole) => string, roles: Roles): Named {
	const given = cell('name') === '' ? cell('municipality') : cell('name');
	const { name, municipality } = nameParts(given);
	const holder = cell('name') === '' ? '' : cell('municipality');
	return {
		code: roles.code === undefined || cell('code') === '' ? null : cell('code'),
		name: name === '' ? null : name,
		municipality: holder === '' ? municipality : holder
	};
}

type Figure = { kind: 'value'; value: number } | { kind: 'none' } | { kind: 'wrong'; text: string };

/** What computed shares are rounded to: hundredths of a per cent. */
const SHARE_DIGITS = 2;

function figureOf(
	cell: (column: string) => string,
	formula: Formula,
	lone: LoneSign,
	indicator: IndicatorId,
	unit: Unit
): Figure {
	if (formula.kind === 'column') {
		const text = cell(formula.column);
		const figure = readFigure(text, lone);
		if (figure === null) return { kind: 'none' };
		return checked(figure === undefined ? undefined : inOwnUnit(figure, unit), indicator, text);
	}
	const texts = [formula.whole, ...formula.part].map(cell);
	const figures = texts.map((each) => readFigure(each, lone));
	const text = texts.join(' | ');
	if (figures.includes(undefined)) return { kind: 'wrong', text };
	const [whole, ...parts] = figures;
	// A group that is not told is not a group of nobody.
	if (whole === null || whole === undefined || parts.some((part) => part === null)) return { kind: 'none' };
	const part = parts.reduce<number>((sum, each) => sum + (each ?? 0), 0);
	if (whole <= 0 || part > whole) return { kind: 'wrong', text };
	const share = (100 * (formula.isRest ? whole - part : part)) / whole;
	return checked(Number(share.toFixed(SHARE_DIGITS)), indicator, text);
}

/** A figure that can be: not below 0, a share not above 100, people in whole numbers. */
function checked(value: number | undefined, indicator: IndicatorId, text: string): Figure {
	const isShare = unitsOf(indicator).includes('percent');
	const isPossible =
		value !== undefined &&
		value >= 0 &&
		(!isShare || value <= 100) &&
		(indicator !== 'population' || Number.isInteger(value));
	return isPossible ? { kind: 'value', value } : { kind: 'wrong', text };
}
