import type { Level } from '../territories/types.ts';

/** Who may see a layer (class P or M of the privacy rules). */
export type LayerAccess = 'public' | 'mandated';

/** What a layer speaks of. Activity and ethnicity side by side are for mandated readers only (`together.ts`). */
export const LAYER_SUBJECTS = ['activity', 'ethnicity', 'people', 'place'] as const;
export type LayerSubject = (typeof LAYER_SUBJECTS)[number];

/** A fill pattern that tells classes apart without colour. */
export type Pattern = 'none' | 'dots' | 'lines' | 'crosses' | 'hatch' | 'bars';

/** One class of a layer: legend entry, fill and pattern in one place. */
export interface LayerClass<Id extends string = string> {
	id: Id;
	/** Label in the language of the page. */
	label: () => string;
	/** One sentence that says what the class means. */
	explain: () => string;
	/** Fill colours for light and dark ground, `#rrggbb`. */
	fill: { light: string; dark: string };
	pattern: Pattern;
}

/** A pattern that lies over the fill of some rows, whatever their class: values of a larger unit, for example. */
export interface Overlay {
	pattern: Exclude<Pattern, 'none'>;
	label: () => string;
	explain: () => string;
}

/** What a layer adds to table and export. */
export interface LayerColumn<Row> {
	/** Key in exports and in the address; lower-case English. */
	id: string;
	label: () => string;
	numeric: boolean;
	/** False: only in exports, where each row must carry what stands under the table once. */
	inTable: boolean;
	/** The cell in the language of the page; what is missing is said in words. */
	text: (row: Row) => string;
	/** The cell of an export: no words of a language, no rounding; null = missing. */
	value: (row: Row) => string | number | null;
	/** What rows are sorted by; null = missing, always last. */
	order: (row: Row) => number | null;
}

/** How the classes of two values stand in rows and columns. */
export interface ClassGrid {
	rows: readonly { id: string; label: () => string }[];
	columns: readonly { id: string; label: () => string }[];
	/** Id of the class in a cell. */
	classOf: (row: string, column: string) => string;
}

/**
 * A map layer. Style, legend, table column, tooltip, export and alternative text all derive from
 * this object, so that they cannot tell different stories.
 */
export interface Layer<Row, Id extends string = string> {
	id: string;
	title: () => string;
	unit: () => string | null;
	subject: LayerSubject;
	/** What the values mean and what they do not mean; stands wherever they are shown. Null = nothing to say. */
	note: (() => string) | null;
	/** Keys of `data_sources`, shown under map and table. */
	sources: readonly string[];
	levels: readonly Level[];
	access: LayerAccess;
	classes: readonly LayerClass<Id>[];
	/** The class of a row; null = no data, its own class on the map. */
	classOf: (row: Row) => Id | null;
	noData: LayerClass<'no_data'>;
	/** Rows and columns of the legend, where two values make the class. */
	grid?: ClassGrid;
	/** Patterns that `overlayOf` may give, for the legend. */
	overlays: readonly Overlay[];
	/** The pattern over the fill of a row; `none` leaves the pattern of its class. */
	overlayOf: (row: Row) => Pattern;
	/** The year the value of a row is of; null where it is of the day shown. */
	yearOf: (row: Row) => number | null;
	/** What tooltip and card say of a row. */
	describe: (row: Row) => string;
	/** One sentence over all rows inside the filter; it stands with the note. */
	summary?: (rows: readonly Row[]) => string;
	/** The value itself comes first. */
	columns: readonly LayerColumn<Row>[];
}

/** The class of a row as it is drawn: its fill, and the pattern over it. */
export function lookOf<Row>(layer: Layer<Row>, row: Row): LayerClass {
	const id = layer.classOf(row);
	const look: LayerClass = layer.classes.find((each) => each.id === id) ?? layer.noData;
	const over = id === null ? 'none' : layer.overlayOf(row);
	return over === 'none' ? look : { ...look, pattern: over };
}
