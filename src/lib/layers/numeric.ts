import { METHODS, type Method } from '../indicators/types.ts';
import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { Level } from '../territories/types.ts';
import {
	classIndex,
	classRanges,
	fromSteps,
	printedValue,
	type Classification,
	type ClassRange
} from './classes.ts';
import { figureOf, type Figure, type FigureId, type FigureRow } from './figures.ts';
import { FEW_ID, type NumberFill, type WindowMonths } from './fills.ts';
import { NO_DATA } from './no-data.ts';
import { SEQUENTIAL, spread, type SequentialName } from './palettes.ts';
import type { Layer, LayerClass, LayerColumn, Overlay } from './types.ts';

/** A layer that colours areas by a number. Everything but the classes, which need the values, stands here. */
export interface NumericDefinition extends NumberFill {
	kind: 'numeric';
	title: () => string;
	/** What the numbers count, for legend and table. */
	unit: () => string;
	/** A number with its unit, as in a sentence; the number is rounded already. */
	formatValue: (value: number) => string;
	note: (() => string) | null;
	/** Sources behind every value; those of single values come with them. */
	sources: readonly string[];
	palette: SequentialName;
	/** Which end gets the strongest colour. */
	strongest: 'most' | 'least';
	/**
	 * Whether a larger area's own value is of the same kind, as a share or a density is. The people of a region or the
	 * nearest of its places say nothing about one place: that is compared with the middle of all.
	 */
	comparesWhole: boolean;
	/** Where a larger area has no such value: the mean weighted by this, or the middle of all values. */
	weighBy: 'population' | 'area' | null;
	/** A number so small in most places that the middle of all of them is no measure. */
	isAlone?: true;
	/** What a share of one unit says: 100 and 0. */
	whole?: { all: () => string; nothing: () => string };
	/** Heading of the column that says of how many units the number of a larger area is made. */
	madeOf?: () => string;
	/** A number that municipalities are to reach within a window, so that their map says how far they are. */
	target?: { value: number; window: WindowMonths };
}

/** What the reader chose that changes what a layer says. */
export interface NumericView {
	level?: Level;
	/** How many months back it looks; null where it has no window. */
	window?: WindowMonths | null;
}

/** Everything a numeric layer takes from the rows: plain data, computed once where the rows are made. */
export interface Prepared {
	classification: Classification;
	/** Keys of `data_sources` of the values, in order of first use. */
	sources: readonly string[];
}

/** Class 1 has the smallest values. */
export type NumericClass = `c${number}` | typeof FEW_ID;

/** Areas of which the number of communities is too small to say anything. */
const FEW: LayerClass<typeof FEW_ID> = {
	id: FEW_ID,
	label: m.layer_few,
	explain: m.layer_explain_few,
	fill: NO_DATA.fill,
	pattern: 'dots'
};

/** The words of a window, to stand behind a title. */
export const windowWord: Record<WindowMonths, () => string> = {
	12: m.window_12,
	24: m.window_24,
	36: m.window_36
};

/** The definition as it is called over a window: “Kopienas, kas darbojušās pēdējo 3 gadu laikā”. */
export function withinWindow(definition: NumericDefinition, window: WindowMonths | null): NumericDefinition {
	const { title } = definition;
	if (window === null) return definition;
	return {
		...definition,
		title: () => m.layer_within({ layer: title(), window: windowWord[window]() })
	};
}

const INHERITED: Overlay = {
	pattern: 'lines',
	label: m.layer_inherited,
	explain: m.layer_explain_inherited
};

/** The layer of a definition with classes that fit the values. */
export function numericLayer(
	untitled: NumericDefinition,
	{ classification, sources }: Prepared,
	{ level, window = null }: NumericView = {}
): Layer<FigureRow, NumericClass> {
	const definition = withinWindow(untitled, window);
	const { id } = definition;
	const classes = numericClasses(definition, classification, level);
	const target = targetAt(definition, { level, window });
	return {
		id,
		title: definition.title,
		unit: definition.unit,
		subject: definition.subject,
		note: definition.note,
		sources: [...definition.sources, ...sources],
		levels: definition.levels,
		access: definition.access,
		classes: definition.hidesFew ? [...classes, FEW] : classes,
		classOf: (row) => {
			if (row.isFew && definition.hidesFew) return FEW_ID;
			const figure = figureOf(row, id);
			return figure === null ? null : (classes[classIndex(classification, figure.value)]?.id ?? null);
		},
		noData: NO_DATA,
		overlays: definition.dated ? [INHERITED] : [],
		overlayOf: (row) => (figureOf(row, id)?.method === 'inherited' ? INHERITED.pattern : 'none'),
		yearOf: (row) => figureOf(row, id)?.year ?? null,
		describe: (row) => rowText(definition, row),
		...(target !== null && { summary: (rows) => targetSummary(rows, id, target) }),
		columns: [
			...numericColumns(definition),
			...(definition.madeOf && level !== 'parish' ? [madeOfColumn(id, definition.madeOf)] : []),
			...(target === null ? [] : [targetColumn(id, target)])
		]
	};
}

/** The number that areas of a level are to reach; null where there is none. */
export function targetAt(
	{ target }: Pick<NumericDefinition, 'target'>,
	{ level, window }: NumericView
): number | null {
	return target !== undefined && level === 'municipality' && window === target.window ? target.value : null;
}

/** How far an area is: “3 no 5”. */
export function targetText(value: number, target: number): string {
	return m.target_progress({ value: formatNumber(value), target: formatNumber(target) });
}

function targetSummary(rows: readonly FigureRow[], id: FigureId, target: number): string {
	const values = rows.flatMap((row) => figureOf(row, id)?.value ?? []);
	return m.target_summary({
		target: formatNumber(target),
		reached: formatNumber(values.filter((value) => value >= target).length),
		of: formatNumber(values.length)
	});
}

/** A value as it is printed, with its unit. What is more than nothing is never printed as 0. */
export function printedText(
	{ formatValue, classes: { digits } }: Pick<NumericDefinition, 'formatValue' | 'classes'>,
	value: number
): string {
	const printed = printedValue(value, digits);
	return printed === 0 && value > 0
		? m.layer_value_below({ value: formatValue(fromSteps(1, digits)) })
		: formatValue(printed);
}

/** “43,2 %”; null says that there are no data. */
export function valueText(
	definition: Pick<NumericDefinition, 'formatValue' | 'classes' | 'whole'>,
	figure: Figure | null
): string {
	if (figure === null) return m.layer_no_data();
	if (figure.isWhole && definition.whole) {
		return figure.value > 0 ? definition.whole.all() : definition.whole.nothing();
	}
	const value = printedText(definition, figure.value);
	return figure.atLeast ? m.layer_value_at_least({ value }) : value;
}

/** “43,2 % (2011, no bijušās teritorijas: Ludzas novads)” */
export function figureText(
	definition: Pick<NumericDefinition, 'formatValue' | 'classes' | 'dated' | 'whole'>,
	figure: Figure | null
): string {
	const value = valueText(definition, figure);
	if (figure === null || !definition.dated) return value;
	const about = [
		figure.year === null ? null : String(figure.year),
		methodText(figure),
		figure.madeOf ? m.compare_known(countsText(figure.madeOf)) : null
	].filter((part) => part !== null);
	return m.layer_value_about({ value, about: about.join(', ') });
}

/** `figureText` for a row; where its number must not be said it says that instead. */
export function rowText(
	definition: Pick<NumericDefinition, 'id' | 'formatValue' | 'classes' | 'dated' | 'whole' | 'hidesFew'>,
	row: FigureRow
): string {
	return unsaidText(definition, row) ?? figureText(definition, figureOf(row, definition.id));
}

/** Why a number must not be said; null where it may, or where there is none. */
function unsaidText({ hidesFew }: Pick<NumericDefinition, 'hidesFew'>, row: FigureRow): string | null {
	if (row.isOutside) return m.layer_outside_mandate();
	return row.isFew && hidesFew ? m.layer_few() : null;
}

function countsText({ known, of }: { known: number; of: number }): { known: string; of: string } {
	return { known: formatNumber(known), of: formatNumber(of) };
}

const methodWord: Record<Exclude<Method, 'inherited'>, () => string> = {
	published: m.layer_method_published,
	secondhand: m.layer_method_secondhand,
	derived: m.layer_method_derived
};

/** How a value is known, in words. */
export function methodText({ method, inheritedFrom }: Pick<Figure, 'method' | 'inheritedFrom'>): string {
	if (method !== 'inherited') return methodWord[method]();
	return inheritedFrom === null ? m.layer_inherited() : m.layer_method_inherited({ from: inheritedFrom });
}

function numericClasses(
	definition: NumericDefinition,
	classification: Classification,
	level: Level | undefined
): LayerClass<NumericClass>[] {
	const ranges = classRanges(classification);
	const palette = SEQUENTIAL[definition.palette];
	// Nothing anywhere is no middling number.
	const isNothing = ranges.length === 1 && classification.extent?.[1] === 0;
	const fills = isNothing ? palette.slice(0, 1) : spread(palette, ranges.length);
	if (definition.strongest === 'least') fills.reverse();
	return ranges.map((range, position) => ({
		id: `c${position + 1}`,
		label: () => wholeText(definition, range, level) ?? rangeText(range, classification.digits),
		explain: () => m.layer_explain_range({ layer: definition.title() }),
		fill: fills[position] ?? NO_DATA.fill,
		pattern: 'none'
	}));
}

/** The word for a class of single units; null where they have none. */
function wholeText(
	{ whole }: NumericDefinition,
	{ to }: ClassRange,
	level: Level | undefined
): string | null {
	if (whole === undefined || level !== 'parish') return null;
	return to === null || to === 100 ? whole.all() : whole.nothing();
}

/**
 * “Līdz 10”, “10,1–25”, “75,1 un vairāk”
 * @param withUnit writes the unit after the last number, where no heading says it
 */
export function rangeText(
	{ from, to }: ClassRange,
	digits: number,
	withUnit: (number: string) => string = (number) => number
): string {
	const number = (value: number) => formatNumber(value, digits);
	if (to === null) return from === null ? '' : m.layer_range_from({ from: withUnit(number(from)) });
	const last = withUnit(number(to));
	if (from === null) return m.layer_range_up_to({ to: last });
	return from === to ? last : m.layer_range_between({ from: number(from), to: last });
}

/** What a numeric layer adds to table and export, as fill and as second layer alike. */
export function numericColumns(definition: NumericDefinition): LayerColumn<FigureRow>[] {
	return [valueColumn(definition), ...(definition.dated ? datedColumns(definition.id) : [])];
}

function valueColumn(definition: NumericDefinition): LayerColumn<FigureRow> {
	const value = (row: FigureRow) => figureOf(row, definition.id)?.value ?? null;
	return {
		id: definition.id,
		label: definition.title,
		numeric: true,
		inTable: true,
		text: (row) => unsaidText(definition, row) ?? valueText(definition, figureOf(row, definition.id)),
		value,
		order: value
	};
}

/** Year, method and source of each value: a number from far away must not look like one from here. */
function datedColumns(id: FigureId): LayerColumn<FigureRow>[] {
	const year = (row: FigureRow) => figureOf(row, id)?.year ?? null;
	return [
		{
			id: `${id}-year`,
			label: m.table_year,
			numeric: true,
			inTable: true,
			text: (row) => String(year(row) ?? ''),
			value: year,
			order: year
		},
		{
			id: `${id}-method`,
			label: m.table_method,
			numeric: false,
			inTable: true,
			text: (row) => {
				const figure = figureOf(row, id);
				return figure === null ? '' : methodText(figure);
			},
			value: (row) => figureOf(row, id)?.method ?? null,
			order: (row) => {
				const figure = figureOf(row, id);
				return figure === null ? null : METHODS.indexOf(figure.method);
			}
		},
		{
			id: `${id}-source`,
			label: m.table_source,
			numeric: false,
			inTable: false,
			text: (row) => figureOf(row, id)?.sourceId ?? '',
			value: (row) => figureOf(row, id)?.sourceId ?? null,
			order: () => null
		}
	];
}

/** Of how many units the number of a larger area is made. */
function madeOfColumn(id: FigureId, label: () => string): LayerColumn<FigureRow> {
	const madeOf = (row: FigureRow) => figureOf(row, id)?.madeOf ?? null;
	return {
		...{ id: `${id}-made-of`, label, numeric: false, inTable: true },
		text: (row) => {
			const counts = madeOf(row);
			return counts === null ? '' : m.layer_made_of(countsText(counts));
		},
		value: (row) => madeOf(row)?.known ?? null,
		order: () => null
	};
}

/** How far each area is on the way to a number; for programs a share, 1 where it is reached. */
function targetColumn(id: FigureId, target: number): LayerColumn<FigureRow> {
	const value = (row: FigureRow) => figureOf(row, id)?.value ?? null;
	return {
		id: `${id}-target`,
		label: () => m.target_column({ target: formatNumber(target) }),
		numeric: false,
		inTable: true,
		text: (row) => {
			const reached = value(row);
			return reached === null ? '' : targetText(reached, target);
		},
		value: (row) => {
			const reached = value(row);
			return reached === null ? null : Math.min(1, reached / target);
		},
		order: () => null
	};
}
