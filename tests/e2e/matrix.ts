import type { Locale } from './drivers/app.ts';

/**
 * Languages of the tests that are about the look of a page: Russian, whose words are the longest; all of them in
 * `npm run test:deep`. What a page does is tested in Latvian.
 */
export const LOCALES: readonly Locale[] = process.env.DEEP ? ['lv', 'en', 'ru'] : ['ru'];

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
