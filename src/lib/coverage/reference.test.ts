import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, referenceOf, weightedMean } from './reference.ts';

const units = fc.array(
	fc.record({
		value: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
		weight: fc.option(fc.integer({ min: 1, max: 100_000 }))
	}),
	{ maxLength: 30 }
);

describe('referenceOf', () => {
	it('lies between the smallest and the largest value, whatever is missing', () => {
		fc.assert(
			fc.property(units, fc.boolean(), (list, weigh) => {
				const values = list.flatMap(({ value }) => value ?? []);
				const reference = referenceOf(null, list, weigh);
				if (values.length === 0) {
					expect(reference).toBeNull();
					return;
				}
				expect(reference).toMatchObject({ known: values.length, of: list.length });
				expect(reference?.value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
				expect(reference?.value).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
			})
		);
	});

	it('weighs only when the weight of every value is known; weights without value do not matter', () => {
		const known = [
			{ value: 10, weight: 1 },
			{ value: 40, weight: 3 },
			{ value: null, weight: null }
		];
		expect(referenceOf(null, known, true)).toEqual({ value: 32.5, by: 'weighted', known: 2, of: 3 });
		const half = [...known, { value: 100, weight: null }];
		expect(referenceOf(null, half, true)).toEqual({ value: 40, by: 'median', known: 3, of: 4 });
		expect(referenceOf(null, known, false)).toMatchObject({ value: 25, by: 'median' });
	});
});

describe('weightedMean', () => {
	it('of areas in two steps is that of all units at once', () => {
		const parts = fc.array(
			fc.record({ value: fc.integer({ min: 0, max: 100 }), weight: fc.integer({ min: 1, max: 9999 }) }),
			{ minLength: 2, maxLength: 20 }
		);
		fc.assert(
			fc.property(parts, fc.nat(), (list, cut) => {
				const at = 1 + (cut % (list.length - 1));
				const halves = [list.slice(0, at), list.slice(at)].map((half) => ({
					value: weightedMean(half) ?? Number.NaN,
					weight: half.reduce((sum, { weight }) => sum + weight, 0)
				}));
				expect(weightedMean(halves)).toBeCloseTo(weightedMean(list) ?? Number.NaN, 6);
			})
		);
	});

	it('is unknown without weights', () => {
		expect(weightedMean([])).toBeNull();
		expect(weightedMean([{ value: 1, weight: 0 }])).toBeNull();
		expect(weightedMean([{ value: 1, weight: null }])).toBeNull();
	});
});

describe('median', () => {
	it('is the middle, or between the two in the middle', () => {
		expect(median([9, 1, 5])).toBe(5);
		expect(median([1, 9, 5, 6])).toBe(5.5);
		expect(median([])).toBeNaN();
	});
});
