import { ckmeans } from 'simple-statistics';
import { fromSteps, MAX_CLASSES, toSteps, type Classification, type ClassWish } from './classes.ts';

/**
 * Cuts values into classes. Limits are as round as they can be without moving a single value into another class
 * than the method wants; equal classes get a round width. There are never more classes than different printed
 * values, and the order of the values does not matter.
 * @param values finite numbers; what is missing is left out by the caller
 */
export function classify(values: readonly number[], wish: ClassWish): Classification {
	const { digits } = wish;
	const steps = values.map((value) => toSteps(value, digits)).sort((a, b) => a - b);
	const distinct = [...new Set(steps)];
	const [min] = distinct;
	const max = distinct.at(-1);
	if (min === undefined || max === undefined) return { limits: [], extent: null, digits };
	const classes = Math.max(1, Math.min(wish.classes, MAX_CLASSES, distinct.length));
	const isApart = wish.zeroApart === true && wish.method !== 'manual' && min === 0 && max > 0;
	const limits = isApart
		? [
				0,
				...limitsOf(
					steps.filter((step) => step > 0),
					classes - 1,
					wish
				)
			]
		: limitsOf(steps, classes, wish);
	return {
		limits: limits.map((limit) => fromSteps(limit, digits)),
		extent: [fromSteps(min, digits), fromSteps(max, digits)],
		digits
	};
}

function limitsOf(sorted: readonly number[], classes: number, wish: ClassWish): number[] {
	const distinct = unique(sorted);
	return fewest(limitsInSteps(sorted, distinct, classes, wish), distinct);
}

function limitsInSteps(
	sorted: readonly number[],
	distinct: readonly number[],
	classes: number,
	{ method, digits, limits = [] }: ClassWish
): number[] {
	switch (method) {
		case 'natural':
			return roundLimits(lastOfClusters(sorted, classes), distinct);
		case 'quantiles':
			return roundLimits(lastOfQuantiles(sorted, classes), distinct);
		case 'equal':
			return equalLimits(distinct, classes);
		case 'manual':
			return manualLimits(limits, digits);
	}
}

function lastOfClusters(sorted: readonly number[], classes: number): number[] {
	return ckmeans(sorted, classes).flatMap((cluster) => cluster.at(-1) ?? []);
}

function lastOfQuantiles(sorted: readonly number[], classes: number): number[] {
	return Array.from(
		{ length: classes },
		(_, position) => sorted[Math.ceil(((position + 1) * sorted.length) / classes) - 1] ?? 0
	);
}

/**
 * For each last value of a class the roundest limit before the first value of the next class. The largest
 * value of all needs no limit.
 */
function roundLimits(lasts: readonly number[], distinct: readonly number[]): number[] {
	return unique(lasts).flatMap((last) => {
		const next = distinct[distinct.indexOf(last) + 1];
		return next === undefined ? [] : roundest(last, next);
	});
}

/** The number with the most zeros at its end in [from, before), and of several the one nearest to the middle. */
function roundest(from: number, before: number): number {
	for (
		let unit = 10 ** Math.ceil(Math.log10(Math.max(1, Math.abs(from), Math.abs(before))));
		unit > 1;
		unit /= 10
	) {
		for (const wide of [unit, unit / 2]) {
			if (!Number.isInteger(wide)) continue;
			const nearest = Math.round((from + before) / 2 / wide) * wide;
			const found = [nearest, nearest - wide].find((limit) => limit >= from && limit < before);
			if (found !== undefined) return found;
		}
	}
	return from;
}

/** Widths of equal classes: these, and these times ten, a hundred … */
const ROUND_WIDTHS = [1, 2, 2.5, 5] as const;

/** Limits at multiples of the smallest round width that needs no more classes than wished. */
function equalLimits(distinct: readonly number[], classes: number): number[] {
	const min = distinct[0] ?? 0;
	const max = distinct.at(-1) ?? min;
	if (classes === 1 || min === max) return [];
	for (let unit = 1; ; unit *= 10) {
		for (const factor of ROUND_WIDTHS) {
			const width = unit * factor;
			if (!Number.isInteger(width)) continue;
			// A smallest value on a limit begins the first class: nobody wants a class of its own for 0 %.
			const first = Math.floor(min / width) + 1;
			const count = Math.ceil(max / width) - first;
			if (count < classes) return Array.from({ length: count }, (_, position) => (first + position) * width);
		}
	}
}

function manualLimits(limits: readonly number[], digits: number): number[] {
	return unique(
		limits
			.filter(Number.isFinite)
			.map((limit) => toSteps(limit, digits))
			.sort((a, b) => a - b)
	).slice(0, MAX_CLASSES - 1);
}

/**
 * Chosen and equal limits may leave classes empty, which says something (“nobody within three months”); but where
 * there would be more classes than different values, empty ones are joined with their neighbour.
 */
function fewest(limits: readonly number[], distinct: readonly number[]): number[] {
	const kept = [...limits];
	while (kept.length >= distinct.length) {
		const empty = kept.findIndex(
			(limit, position) =>
				!distinct.some((value) => value <= limit && value > (kept[position - 1] ?? Number.NEGATIVE_INFINITY))
		);
		// Where every class with an upper limit has a value, the open last one is empty.
		kept.splice(empty === -1 ? kept.length - 1 : empty, 1);
	}
	return kept;
}

function unique(sorted: readonly number[]): number[] {
	return [...new Set(sorted)];
}
