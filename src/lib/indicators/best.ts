import type { LoadedValue, Method } from './types.ts';

/** Behind each other when all else is equal: the office itself, who quotes it, what we computed. */
const METHOD_ORDER: readonly Method[] = ['published', 'secondhand', 'derived', 'inherited'];

/**
 * Order of two values of the same territory and indicator, the better one first: its own value before one inherited
 * from the municipality, whatever the years; then the newer year; then the better method; then what was loaded later.
 */
export function compareValues(a: LoadedValue, b: LoadedValue): number {
	return (
		Number(a.method === 'inherited') - Number(b.method === 'inherited') ||
		b.year - a.year ||
		METHOD_ORDER.indexOf(a.method) - METHOD_ORDER.indexOf(b.method) ||
		compareTexts(b.loadedAt, a.loadedAt) ||
		// Loaded in one moment: any order will do, but always the same.
		compareTexts(a.importId, b.importId)
	);
}

function compareTexts(a: string, b: string): number {
	return a === b ? 0 : a < b ? -1 : 1;
}

/**
 * The value to show for each territory: the best that was known for a year.
 * @param values of one indicator, in any order
 * @param year only values of this year or earlier count; without it, all do
 * @returns by territory code; a territory without a value is missing, which means “nav datu”, never 0
 */
export function bestValues(values: readonly LoadedValue[], year = Infinity): Map<string, LoadedValue> {
	const best = new Map<string, LoadedValue>();
	for (const value of values) {
		if (value.year > year) continue;
		const known = best.get(value.territoryCode);
		if (!known || compareValues(value, known) < 0) best.set(value.territoryCode, value);
	}
	return best;
}

/** Years for which there is anything, oldest first: the stops of a year slider. */
export function yearsOf(values: readonly LoadedValue[]): number[] {
	return [...new Set(values.map(({ year }) => year))].sort((a, b) => a - b);
}
