/** A value of one unit, with what it weighs in a mean. */
export interface Weighed {
	/** Null: no data. */
	value: number | null;
	/** Residents, for a share of residents; km² for a density. Null: not known. */
	weight: number | null;
}

/** What the units of a larger area have together, to compare one of them with. */
export interface Reference {
	value: number;
	/**
	 * `own`: a value of the larger area itself. `weighted`: the mean by weight, which is the area's true value as far
	 * as units are known. `median`: half of the units lie below; for values that cannot be added up or whose weights
	 * are not all known.
	 */
	by: 'own' | 'weighted' | 'median';
	/** Units with a value, and units in all. */
	known: number;
	of: number;
}

/**
 * The value of a larger area. Its own value, where it has one, beats what can be computed. A weighted mean needs the
 * weight of every unit that has a value: leaving out those without would move the mean unseen.
 * @param own the area's own value; null = none
 * @param weigh false: values of this kind have no weights, the median is right
 * @returns null where nothing is known
 */
export function referenceOf(own: number | null, units: readonly Weighed[], weigh: boolean): Reference | null {
	const known = units.filter((unit): unit is Weighed & { value: number } => unit.value !== null);
	const counts = { known: known.length, of: units.length };
	if (own !== null) return { value: own, by: 'own', ...counts };
	if (known.length === 0) return null;
	const mean = weigh ? weightedMean(known) : null;
	return mean === null
		? { value: median(known.map(({ value }) => value)), by: 'median', ...counts }
		: { value: mean, by: 'weighted', ...counts };
}

/** Σ value·weight / Σ weight; null when a weight is missing or all are zero. */
export function weightedMean(units: readonly { value: number; weight: number | null }[]): number | null {
	let sum = 0;
	let weights = 0;
	for (const { value, weight } of units) {
		if (weight === null || weight < 0) return null;
		sum += value * weight;
		weights += weight;
	}
	return weights > 0 ? sum / weights : null;
}

/** The middle of values, or the mean of the two in the middle; NaN for none. */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
	const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
	return (lower + upper) / 2;
}
