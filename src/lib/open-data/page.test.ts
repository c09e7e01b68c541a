import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageOf } from './page.ts';

const self = (key: string): string => key;

describe('pageOf', () => {
	it('gives everything once, in the order of keys, when pages are followed', () => {
		const keys = fc.uniqueArray(fc.string({ minLength: 1 }));
		fc.assert(
			fc.property(keys, fc.integer({ min: 1, max: 7 }), (all, limit) => {
				const seen: string[] = [];
				let after: string | undefined;
				do {
					const page = pageOf(all, self, { limit, after });
					expect(page.rows.length).toBeLessThanOrEqual(limit);
					seen.push(...page.rows);
					after = page.next ?? undefined;
				} while (after !== undefined);
				expect(seen).toEqual([...all].sort((a, b) => (a < b ? -1 : 1)));
			})
		);
	});

	it('neither repeats nor leaves out a record when one before the page goes', () => {
		const { next } = pageOf(['a', 'b', 'c', 'd'], self, { limit: 2 });
		expect(pageOf(['b', 'c', 'd'], self, { limit: 2, after: next ?? '' })).toEqual({
			rows: ['c', 'd'],
			next: null
		});
	});

	it('is everything in formats without pages', () => {
		expect(pageOf(['b', 'a'], self, { limit: 1, format: 'csv' })).toEqual({ rows: ['a', 'b'], next: null });
		expect(pageOf(['b', 'a'], self, { limit: 1, format: 'json' }).rows).toEqual(['a']);
	});
});
