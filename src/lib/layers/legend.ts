import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { FigureRow } from './figures.ts';
import type { SecondLayer } from './overlays.ts';
import type { ClassGrid, Layer, LayerClass, Overlay } from './types.ts';
import { yearsText } from './years.ts';

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
	/** What the values mean and do not mean, those of the second layer too; each sentence once. */
	notes: readonly string[];
	/** Years the values are of: “2011”, “2010–2020”; null where they are of the day shown. */
	years: string | null;
	classes: ClassCount[];
	/** Classes that have no cell in the grid; all where there is none. */
	listed: ClassCount[];
	/** Patterns over the fills, only those that occur. */
	overlays: { overlay: Overlay; count: number }[];
	/** The pattern of the second layer; null where none lies over the fills. */
	second: SecondPattern | null;
	/** Rows and columns of a layer of two values; null for all others. */
	grid: LegendGrid | null;
}

/** The pattern of a second layer, which says as much of its values as a fill does. */
export interface SecondPattern {
	overlay: Overlay;
	/** How many areas have it. */
	count: number;
	/** Of which years its values are, how many of the areas have the value of a larger unit, and how many have none. */
	details: readonly string[];
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

/**
 * The legend of a layer over rows; only rows inside the filter are counted.
 * @param second what lies over the fills
 */
export function legendModel<Row extends Countable & FigureRow>(
	layer: Layer<Row>,
	rows: readonly Row[],
	second: SecondLayer | null = null
): LegendModel {
	const classes = classCounts(rows, layer);
	const known = classes.filter(({ count }) => count > 0);
	const isEmpty = known.length > 0 && known.every(({ look }) => look.id === layer.noData.id);
	const pattern = second?.draw === 'pattern' ? second : null;
	const summary = () => layer.summary?.(rows.filter(({ matches }) => matches));
	const grid = layer.grid ? gridOf(layer.grid, classes) : null;
	const inGrid = new Set(grid?.cells.flat());
	return {
		title: layer.title(),
		unit: layer.unit(),
		notes: [...new Set([layer.note, summary, pattern?.note, isEmpty ? m.legend_empty : null])].flatMap(
			(note) => note?.() ?? []
		),
		years: yearsOf(rows, layer),
		classes,
		listed: classes.filter((each) => !inGrid.has(each)),
		overlays: layer.overlays
			.map((overlay) => ({ overlay, count: rows.filter((row) => isOver(layer, row, overlay)).length }))
			.filter(({ count }) => count > 0),
		second: pattern && secondPattern(pattern, rows),
		grid
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

/** Signs by the sentence that explains them: each sentence once, in order of its first sign. */
export function bySentence<Sign extends { explain: () => string }>(
	signs: readonly Sign[]
): Map<string, Sign[]> {
	const found = new Map<string, Sign[]>();
	for (const sign of signs) {
		const sentence = sign.explain();
		found.set(sentence, [...(found.get(sentence) ?? []), sign]);
	}
	return found;
}

/** The pattern of a second layer in one sentence after another, for pictures and files. */
export function secondText({ overlay, count, details }: SecondPattern): string {
	return [m.legend_item({ label: overlay.label(), count: formatNumber(count) }), ...details]
		.map((part) => `${part}.`)
		.join(' ');
}

/** The year counts wherever there is a value: an area without the pattern is said to be below. */
function secondPattern(
	second: Extract<SecondLayer, { draw: 'pattern' }>,
	rows: readonly (FigureRow & Countable)[]
): SecondPattern {
	const held = rows.filter((row) => row.matches && second.holds(row));
	const years = yearsOf(rows, second);
	const inherited = held.filter((row) => second.inherits(row)).length;
	const unknown = rows.filter((row) => row.matches && !second.isKnown(row)).length;
	return {
		overlay: second.overlay,
		count: held.length,
		details: [
			...(years === null ? [] : [m.legend_years({ years })]),
			...(inherited === 0 ? [] : [m.legend_second_inherited({ count: formatNumber(inherited) })]),
			...(unknown === 0 ? [] : [m.legend_item({ label: m.layer_no_data(), count: formatNumber(unknown) })])
		]
	};
}

function isOver<Row extends Countable>(layer: Layer<Row>, row: Row, { pattern }: Overlay): boolean {
	return row.matches && layer.classOf(row) !== null && layer.overlayOf(row) === pattern;
}

function yearsOf<Row extends Countable>(
	rows: readonly Row[],
	{ yearOf }: { yearOf: (row: Row) => number | null }
): string | null {
	return yearsText(rows.flatMap((row) => (row.matches ? (yearOf(row) ?? []) : [])));
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
