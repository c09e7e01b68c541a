import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	CLASS_METHODS,
	classIndex,
	classRanges,
	MAX_CLASSES,
	printedValue,
	type ClassMethod,
	type ClassWish
} from './classes.ts';
import { classify } from './classify.ts';

const wish = (method: ClassMethod, classes: number, digits = 0, limits?: number[]): ClassWish => ({
	method,
	classes,
	digits,
	limits
});

/** Values as indicators have them: shares with decimals, counts, distances; often equal, sometimes negative. */
const values = fc.oneof(
	fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { maxLength: 60 }),
	fc.array(fc.integer({ min: 0, max: 700_000 }), { maxLength: 60 }),
	fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 60 }),
	fc.array(
		fc.integer({ min: 0, max: 1000 }).map((steps) => steps / 10),
		{ maxLength: 60 }
	)
);
const wishes: fc.Arbitrary<ClassWish> = fc.record({
	method: fc.constantFrom(...CLASS_METHODS),
	classes: fc.integer({ min: 1, max: 9 }),
	digits: fc.integer({ min: 0, max: 2 }),
	limits: fc.array(fc.double({ min: -200, max: 1_000_000 }), { maxLength: 9 })
});

const distinctPrinted = (list: readonly number[], digits: number) =>
	new Set(list.map((value) => printedValue(value, digits))).size;

describe('classify', () => {
	it('finds the gaps of the values and puts round limits into them', () => {
		const list = [1, 2, 3, 41, 43, 44, 97, 99];
		expect(classify(list, wish('natural', 3)).limits).toEqual([20, 50]);
	});

	it('cuts into classes of as many values each', () => {
		const list = [1, 2, 3, 4, 50, 60, 70, 80, 900, 1000, 1100, 1200];
		const { limits } = classify(list, wish('quantiles', 3));
		expect(limits).toEqual([30, 500]);
	});

	it('cuts into classes of equal round width', () => {
		expect(classify([0, 3, 98], wish('equal', 3)).limits).toEqual([50]);
		expect(classify([0.4, 3, 41, 60, 98], wish('equal', 5, 1)).limits).toEqual([20, 40, 60, 80]);
		expect(classify([-7, 0, 2, 9], wish('equal', 4)).limits).toEqual([-5, 0, 5]);
	});

	it('takes chosen limits, sorted and each once', () => {
		const list = Array.from({ length: 100 }, (_, value) => value);
		expect(classify(list, wish('manual', 6, 0, [50, 10, 50, Number.NaN, 25])).limits).toEqual([10, 25, 50]);
	});

	it('keeps chosen classes that are empty, as long as there are fewer of them than values', () => {
		const limits = [10, 20, 30];
		expect(classify([15, 16, 17, 18], wish('manual', 4, 0, limits)).limits).toEqual(limits);
		expect(classify([15, 25], wish('manual', 4, 0, limits)).limits).toEqual([20]);
	});

	it('has no classes without values and one for a single value', () => {
		expect(classify([], wish('natural', 5))).toEqual({ limits: [], extent: null, digits: 0 });
		for (const method of CLASS_METHODS) {
			expect(classify([7, 7, 7.2], wish(method, 5, 0, [1, 7, 9])), method).toEqual({
				limits: [],
				extent: [7, 7],
				digits: 0
			});
		}
	});

	it('has never more classes than wished, than different printed values, and than colours', () => {
		fc.assert(
			fc.property(values, wishes, (list, each) => {
				const classes = classRanges(classify(list, each)).length;
				expect(classes).toBeLessThanOrEqual(distinctPrinted(list, each.digits));
				expect(classes).toBeLessThanOrEqual(MAX_CLASSES);
				if (each.method !== 'manual') expect(classes).toBeLessThanOrEqual(each.classes);
			})
		);
	});

	it('has ascending limits, each once, with no more decimals than printed', () => {
		fc.assert(
			fc.property(values, wishes, (list, each) => {
				const { limits } = classify(list, each);
				for (const [position, limit] of limits.slice(1).entries()) {
					expect(limit).toBeGreaterThan(limits[position] ?? Number.NaN);
				}
				for (const limit of limits) expect(printedValue(limit, each.digits)).toBe(limit);
			})
		);
	});

	it('does not depend on the order of the values', () => {
		const withShuffle = values.chain((list) =>
			fc.tuple(
				fc.constant(list),
				fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })
			)
		);
		fc.assert(
			fc.property(withShuffle, wishes, ([list, shuffled], each) => {
				expect(classify(shuffled, each)).toEqual(classify(list, each));
			})
		);
	});

	it('gives every class a value, except where limits are chosen or equal', () => {
		fc.assert(
			fc.property(values, wishes, (list, each) => {
				fc.pre(each.method === 'natural' || each.method === 'quantiles');
				const classification = classify(list, each);
				const used = new Set(list.map((value) => classIndex(classification, value)));
				expect(used.size).toBe(classRanges(classification).length);
			})
		);
	});
});

describe('classes as printed', () => {
	const contains = (value: number, from: number | null, to: number | null) =>
		(from === null || value >= from) && (to === null || value <= to);

	it('join without a gap: the next class begins one printed step later', () => {
		expect(classRanges(classify([1, 12, 13, 40, 41], wish('manual', 3, 1, [10, 20])))).toEqual([
			{ from: null, to: 10 },
			{ from: 10.1, to: 20 },
			{ from: 20.1, to: null }
		]);
		expect(classRanges(classify([4, 9], wish('equal', 1)))).toEqual([{ from: 4, to: 9 }]);
	});

	it('hold every value exactly once, and it is the class of the value', () => {
		fc.assert(
			fc.property(values, wishes, (list, each) => {
				const classification = classify(list, each);
				const ranges = classRanges(classification);
				for (const value of list) {
					const printed = printedValue(value, each.digits);
					const holders = ranges.flatMap(({ from, to }, position) =>
						contains(printed, from, to) ? [position] : []
					);
					expect(holders).toEqual([classIndex(classification, value)]);
				}
			})
		);
	});

	it('never part a value from what is printed of it', () => {
		fc.assert(
			fc.property(values, wishes, (list, each) => {
				const classification = classify(list, each);
				for (const value of list) {
					const printed = printedValue(value, each.digits);
					expect(classIndex(classification, printed)).toBe(classIndex(classification, value));
				}
			})
		);
	});

	it('grow with the values', () => {
		fc.assert(
			fc.property(values, wishes, (list, each) => {
				const classification = classify(list, each);
				const indexes = list.toSorted((a, b) => a - b).map((value) => classIndex(classification, value));
				expect(indexes).toEqual(indexes.toSorted((a, b) => a - b));
			})
		);
	});
});

describe('zero as a class of its own', () => {
	const counts = [0, 0, 0, 0, 1, 1, 2, 7, 9];
	const wish = { classes: 4, digits: 0, zeroApart: true } as const;

	it('stands apart from few, whatever the method', () => {
		for (const method of ['natural', 'quantiles', 'equal'] as const) {
			const { limits } = classify(counts, { ...wish, method });
			expect(limits[0], method).toBe(0);
			expect(limits.length, method).toBeLessThanOrEqual(3);
		}
		expect(classify(counts, { ...wish, method: 'natural' }).limits).toEqual([0, 5, 7]);
	});

	it('is no class where nothing is 0, and the only one where everything is', () => {
		expect(classify([1, 2, 3], { ...wish, method: 'natural' }).limits).toEqual([1, 2]);
		expect(classify([0, 0], { ...wish, method: 'natural' })).toMatchObject({ limits: [], extent: [0, 0] });
		expect(classify([0, 4], { ...wish, method: 'natural' }).limits).toEqual([0]);
	});

	it('leaves limits of one’s own alone', () => {
		expect(classify(counts, { ...wish, method: 'manual', limits: [3] }).limits).toEqual([3]);
	});
});
