import type { Level } from '../territories/types.ts';

/** Who may see a layer (class P or M of the privacy rules). */
export type LayerAccess = 'public' | 'mandated';

/** A fill pattern that tells classes apart without colour. */
export type Pattern = 'none' | 'dots' | 'lines' | 'crosses' | 'hatch';

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

/**
 * A map layer. Style, legend, table column, tooltip, export and alternative text all derive from
 * this object, so that they cannot tell different stories.
 */
export interface Layer<Row, Id extends string = string> {
	id: string;
	title: () => string;
	unit: () => string | null;
	/** Keys of `data_sources`, shown under map and table. */
	sources: readonly string[];
	levels: readonly Level[];
	access: LayerAccess;
	classes: readonly LayerClass<Id>[];
	/** The class of a row; null = no data, its own class on the map. */
	classOf: (row: Row) => Id | null;
	noData: LayerClass<'no_data'>;
	/** What table cell, tooltip and export say of a row. */
	describe: (row: Row) => string;
}
