import { median } from '../coverage/reference.ts';
import { printedValue } from './classes.ts';
import type { Figure } from './figures.ts';
import { yearsText } from './years.ts';

/** How the values of many areas are spread, for a small plot with one area marked. */
export interface Distribution {
	/** Of equal width and adjoining, from small to large. */
	bins: readonly Bin[];
	/** The largest number of areas in a bin. */
	highest: number;
	/** Areas with a value, and areas in all: a plot must say how many it does not show. */
	known: number;
	of: number;
	/** How many of the known values are those of larger territories. */
	inherited: number;
	/** Years of the values: “2011–2020”; null where they are of the day shown. */
	years: string | null;
	/** Half of the areas lie below. */
	median: number;
	/** The marked area: its value and its bin; null where it has no value. */
	own: { value: number; bin: number } | null;
}

/** What a number is made of, as far as its readers must know. */
type Known = Pick<Figure, 'value' | 'year' | 'method'>;

/** How many of numbers are those of larger territories, and of which years all of them are. */
export function basisOf(known: readonly Known[]): Pick<Distribution, 'inherited' | 'years'> {
	return {
		inherited: known.filter(({ method }) => method === 'inherited').length,
		years: yearsText(known.flatMap(({ year }) => year ?? []))
	};
}

/** Values from `from` up to but without `to`; the last bin holds its upper end, too. */
export interface Bin {
	from: number;
	to: number;
	count: number;
}

/** Most that a plot as wide as a phone can show. */
const MAX_BINS = 20;
const ROUND = [1, 2, 2.5, 5];

/**
 * Spreads values over bins of a round width.
 * @param values of all areas, null where one has none
 * @param own value of the marked area; it must be among the values
 * @param digits decimals with which values are printed, and counted
 * @returns null when fewer than two different values are known: there is nothing to compare
 */
export function distribution(
	values: readonly (Known | null)[],
	own: number | null,
	digits: number
): Distribution | null {
	const figures = values.filter((each) => each !== null);
	const known = figures.map(({ value }) => printedValue(value, digits)).sort((a, b) => a - b);
	const min = known[0];
	const max = known.at(-1);
	if (min === undefined || max === undefined || min === max) return null;
	const width = roundWidth(max - min);
	const first = Math.floor(min / width);
	// An upper end that lies on an edge does not open a bin of its own.
	const count = Math.max(1, Math.ceil(max / width) - first);
	const binOf = (value: number) => Math.min(count - 1, Math.max(0, Math.floor(value / width) - first));
	const bins = Array.from({ length: count }, (_, position) => ({
		from: tidy((first + position) * width),
		to: tidy((first + position + 1) * width),
		count: 0
	}));
	for (const value of known) {
		const bin = bins[binOf(value)];
		if (bin) bin.count += 1;
	}
	return {
		bins,
		highest: Math.max(...bins.map((bin) => bin.count)),
		known: known.length,
		of: values.length,
		...basisOf(figures),
		median: median(known),
		own: own === null ? null : { value: own, bin: binOf(printedValue(own, digits)) }
	};
}

/** The smallest round width with which the span fits into the bins, one more for its ragged ends. */
function roundWidth(span: number): number {
	const least = span / (MAX_BINS - 1);
	const unit = 10 ** Math.floor(Math.log10(least));
	const factor = ROUND.find((each) => each * unit >= least) ?? 10;
	return tidy(factor * unit);
}

/** Takes back the dust of multiplied decimals: 0.30000000000000004 → 0.3. */
function tidy(value: number): number {
	return Number.parseFloat(value.toPrecision(12));
}
