import type { FigureRow } from './figures.ts';
import type { ClassGrid, Layer, LayerClass, Overlay } from './types.ts';

/** A row as far as counting needs it. */
export interface Countable {
	/** Inside the reader's filters. */
	matches: boolean;
}

/** How many areas inside the filter a class has. */
export interface ClassCount {
	look: LayerClass;
	count: number;
}

/** Everything a legend says of a layer; page, picture, print and export make theirs of it. */
export interface LegendModel {
	title: string;
	unit: string | null;
	/** What the values mean and do not mean. */
	note: string | null;
	/** Years the values are of: “2011”, “2010–2020”; null where they are of the day shown. */
	years: string | null;
	classes: ClassCount[];
	/** Patterns over the fills, only those that occur. */
	overlays: { overlay: Overlay; count: number }[];
	/** Rows and columns of a layer of two values; null for all others. */
	grid: LegendGrid | null;
}

/** A legend of two values at once: `cells[row][column]`. */
export interface LegendGrid {
	rows: { id: string; label: string }[];
	columns: { id: string; label: string }[];
	cells: ClassCount[][];
}

/**
 * Areas per class, in legend order. “No data” stands last and only where it occurs; every other class always
 * stands, so that a missing colour is seen to be missing.
 */
export function classCounts<Row extends Countable>(rows: readonly Row[], layer: Layer<Row>): ClassCount[] {
	const counts = new Map<string, number>();
	for (const row of rows) {
		if (!row.matches) continue;
		const id = layer.classOf(row) ?? layer.noData.id;
		counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	const looks: readonly LayerClass[] = [...layer.classes, layer.noData];
	return looks
		.map((look) => ({ look, count: counts.get(look.id) ?? 0 }))
		.filter(({ look, count }) => count > 0 || look.id !== layer.noData.id);
}

/** The legend of a layer over rows; only rows inside the filter are counted. */
export function legendModel<Row extends Countable>(layer: Layer<Row>, rows: readonly Row[]): LegendModel {
	const classes = classCounts(rows, layer);
	return {
		title: layer.title(),
		unit: layer.unit(),
		note: layer.note?.() ?? null,
		years: yearsText(rows.flatMap((row) => (row.matches ? (layer.yearOf(row) ?? []) : []))),
		classes,
		overlays: layer.overlays
			.map((overlay) => ({ overlay, count: rows.filter((row) => isOver(layer, row, overlay)).length }))
			.filter(({ count }) => count > 0),
		grid: layer.grid ? gridOf(layer.grid, classes) : null
	};
}

/**
 * Rows of which those outside the chosen classes no longer match. The classes themselves are those of all rows, so
 * that choosing one does not move the limits.
 * @param only ids of classes, `no_data` among them; empty = all
 */
export function withinClasses<Row extends Countable>(
	rows: readonly Row[],
	layer: Layer<Row>,
	only: readonly string[]
): Row[] {
	if (only.length === 0) return [...rows];
	return rows.map((row) =>
		row.matches && !only.includes(layer.classOf(row) ?? layer.noData.id) ? { ...row, matches: false } : row
	);
}

/** How many areas inside the filter have the pattern of a second layer. */
export function notableCount(
	rows: readonly (FigureRow & Countable)[],
	{ holds }: { holds: (row: FigureRow) => boolean }
): number {
	return rows.filter((row) => row.matches && holds(row)).length;
}

function isOver<Row extends Countable>(layer: Layer<Row>, row: Row, { pattern }: Overlay): boolean {
	return row.matches && layer.classOf(row) !== null && layer.overlayOf(row) === pattern;
}

/** No number of our own: a year is written in all languages alike. */
function yearsText(years: readonly number[]): string | null {
	if (years.length === 0) return null;
	const [first, last] = years.reduce(
		([from, to], year) => [Math.min(from, year), Math.max(to, year)],
		[Infinity, -Infinity]
	);
	return first === last ? String(first) : `${first}–${last}`;
}

function gridOf({ rows, columns, classOf }: ClassGrid, classes: readonly ClassCount[]): LegendGrid {
	const worded = (parts: ClassGrid['rows']) => parts.map(({ id, label }) => ({ id, label: label() }));
	return {
		rows: worded(rows),
		columns: worded(columns),
		cells: rows.map((row) =>
			columns.flatMap((column) => classes.find(({ look }) => look.id === classOf(row.id, column.id)) ?? [])
		)
	};
}
