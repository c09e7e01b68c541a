import type { Locale } from './drivers/app.ts';

/**
 * Languages of the tests that are about the look of a page: Latvian, and Russian, whose words are the longest; all of
 * them in `npm run test:deep`.
 */
export const LOCALES: readonly Locale[] = process.env.DEEP ? ['lv', 'en', 'ru'] : ['lv', 'ru'];

/** One choice per factor, e.g. `{ page: '/map', scheme: 'dark' }`. */
export type Combination<F extends Record<string, readonly unknown[]>> = { [K in keyof F]: F[K][number] };

/** Every combination of all factors. */
export function everyCombination<F extends Record<string, readonly unknown[]>>(factors: F): Combination<F>[] {
	let rows: Record<string, unknown>[] = [{}];
	for (const [name, values] of Object.entries(factors)) {
		rows = rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value })));
	}
	return rows as Combination<F>[];
}

/** All pairs of choices that one combination contains, as comparable texts. */
function pairsOf(row: Record<string, unknown>): string[] {
	const entries = Object.entries(row);
	return entries.flatMap(([a, x], i) =>
		entries.slice(i + 1).map(([b, y]) => `${a}=${String(x)} ${b}=${String(y)}`)
	);
}

/**
 * A small set of combinations in which every pair of choices of two factors occurs at least once.
 * Greedy: always takes the combination with the most pairs not yet seen.
 */
export function pairwise<F extends Record<string, readonly unknown[]>>(factors: F): Combination<F>[] {
	const rows = everyCombination(factors);
	const missing = new Set(rows.flatMap(pairsOf));
	const chosen: Combination<F>[] = [];
	while (missing.size > 0) {
		let best = rows[0];
		let bestGain = -1;
		for (const row of rows) {
			const gain = pairsOf(row).filter((pair) => missing.has(pair)).length;
			if (gain > bestGain) [best, bestGain] = [row, gain];
		}
		if (!best) break;
		chosen.push(best);
		for (const pair of pairsOf(best)) missing.delete(pair);
	}
	return chosen;
}
