import { METHODS, type Method } from '../indicators/types.ts';
import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import {
	classIndex,
	classRanges,
	fromSteps,
	printedValue,
	type Classification,
	type ClassRange
} from './classes.ts';
import { figureOf, type Figure, type FigureId, type FigureRow } from './figures.ts';
import type { NumberFill } from './fills.ts';
import { NO_DATA } from './no-data.ts';
import { SEQUENTIAL, spread, type SequentialName } from './palettes.ts';
import type { Layer, LayerClass, LayerColumn, Overlay } from './types.ts';

/** A layer that colours areas by a number. Everything but the classes, which need the values, stands here. */
export interface NumericDefinition extends NumberFill {
	kind: 'numeric';
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
}

/** Everything a numeric layer takes from the rows: plain data, computed once where the rows are made. */
export interface Prepared {
	classification: Classification;
	/** Keys of `data_sources` of the values, in order of first use. */
	sources: readonly string[];
}

/** Class 1 has the smallest values. */
export type NumericClass = `c${number}`;

const INHERITED: Overlay = {
	pattern: 'lines',
	label: m.layer_inherited,
	explain: m.layer_explain_inherited
};

/** The layer of a definition with classes that fit the values. */
export function numericLayer(
	definition: NumericDefinition,
	{ classification, sources }: Prepared
): Layer<FigureRow, NumericClass> {
	const { id } = definition;
	const classes = numericClasses(definition, classification);
	return {
		id,
		title: definition.title,
		unit: definition.unit,
		subject: definition.subject,
		note: definition.note,
		sources: [...definition.sources, ...sources],
		levels: definition.levels,
		access: definition.access,
		classes,
		classOf: (row) => {
			const figure = figureOf(row, id);
			return figure === null ? null : (classes[classIndex(classification, figure.value)]?.id ?? null);
		},
		noData: NO_DATA,
		overlays: definition.dated ? [INHERITED] : [],
		overlayOf: (row) => (figureOf(row, id)?.method === 'inherited' ? INHERITED.pattern : 'none'),
		yearOf: (row) => figureOf(row, id)?.year ?? null,
		describe: (row) => rowText(definition, row),
		columns: numericColumns(definition)
	};
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
	definition: Pick<NumericDefinition, 'formatValue' | 'classes'>,
	figure: Figure | null
): string {
	if (figure === null) return m.layer_no_data();
	const value = printedText(definition, figure.value);
	return figure.atLeast ? m.layer_value_at_least({ value }) : value;
}

/** “43,2 % (2011, no bijušās teritorijas: Ludzas novads)” */
export function figureText(
	definition: Pick<NumericDefinition, 'formatValue' | 'classes' | 'dated'>,
	figure: Figure | null
): string {
	const value = valueText(definition, figure);
	if (figure === null || !definition.dated) return value;
	const about = [figure.year === null ? null : String(figure.year), methodText(figure)].filter(
		(part) => part !== null
	);
	return m.layer_value_about({ value, about: about.join(', ') });
}

/** `figureText` for a row; of one outside the reader's mandate it says that instead. */
export function rowText(
	definition: Pick<NumericDefinition, 'id' | 'formatValue' | 'classes' | 'dated'>,
	row: FigureRow
): string {
	return row.isOutside ? m.layer_outside_mandate() : figureText(definition, figureOf(row, definition.id));
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
	classification: Classification
): LayerClass<NumericClass>[] {
	const ranges = classRanges(classification);
	const fills = spread(SEQUENTIAL[definition.palette], ranges.length);
	if (definition.strongest === 'least') fills.reverse();
	return ranges.map((range, position) => ({
		id: `c${position + 1}`,
		label: () => rangeText(range, classification.digits),
		explain: () => m.layer_explain_range({ layer: definition.title() }),
		fill: fills[position] ?? NO_DATA.fill,
		pattern: 'none'
	}));
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
		text: (row) =>
			row.isOutside ? m.layer_outside_mandate() : valueText(definition, figureOf(row, definition.id)),
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
