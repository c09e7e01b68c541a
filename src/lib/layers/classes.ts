/** Ways to cut values into classes; `manual` takes limits that somebody has chosen. */
export const CLASS_METHODS = ['natural', 'quantiles', 'equal', 'manual'] as const;
export type ClassMethod = (typeof CLASS_METHODS)[number];

/** More classes than these cannot be told apart by their colour (`palettes.ts`). */
export const MAX_CLASSES = 6;

/** How values are to be classed. */
export interface ClassWish {
	method: ClassMethod;
	/** How many classes at most; there may be fewer. */
	classes: number;
	/** Decimals with which values are printed. A value belongs to the class in which its print lies. */
	digits: number;
	/** Limits for `manual`; other methods do not read them. */
	limits?: readonly number[];
	/** Numbers of things: 0 is a class of its own, and the method classes the rest. Not with limits of one's own. */
	zeroApart?: true;
}

/** Classes of values: one more than there are limits. A limit is the last value of its class. */
export interface Classification {
	/** Upper limits of all classes but the last; ascending, each once, with `digits` decimals at most. */
	limits: readonly number[];
	/** Smallest and largest value as printed; null where there are no values, and then no classes either. */
	extent: readonly [min: number, max: number] | null;
	digits: number;
}

/** A class as it is printed: both ends belong to it, and no printed value lies between two classes. */
export interface ClassRange {
	/** Null for the first of several classes, which reaches down without end; not where it has one value only. */
	from: number | null;
	/** Null for the last of several classes, which reaches up without end. */
	to: number | null;
}

/** Which class a value belongs to: 0 … number of limits. */
export function classIndex({ limits, digits }: Classification, value: number): number {
	const printed = toSteps(value, digits);
	const found = limits.findIndex((limit) => printed <= toSteps(limit, digits));
	return found === -1 ? limits.length : found;
}

/** The classes as they are printed, from small to large: “… 10”, “11 … 20”, “21 …”. */
export function classRanges({ limits, extent, digits }: Classification): ClassRange[] {
	if (extent === null) return [];
	if (limits.length === 0) return [{ from: extent[0], to: extent[1] }];
	const after = (limit: number) => fromSteps(toSteps(limit, digits) + 1, digits);
	// A first class of a single value is printed as that value: 0 km touches the border.
	const first = extent[0] === limits[0] ? extent[0] : null;
	return [...limits, null].map((to, position) => {
		const before = limits[position - 1];
		return { from: before === undefined ? first : after(before), to };
	});
}

/** A value as it is printed, with so many decimals. */
export function printedValue(value: number, digits: number): number {
	return fromSteps(toSteps(value, digits), digits);
}

// All comparisons run in whole steps of the last printed decimal: they are exact.

/** A value in whole steps of its last printed decimal. */
export function toSteps(value: number, digits: number): number {
	return Math.round(value * 10 ** digits);
}

/** The value of so many steps. `+ 0` turns the minus zero of a rounded small negative number into zero. */
export function fromSteps(steps: number, digits: number): number {
	return steps / 10 ** digits + 0;
}
