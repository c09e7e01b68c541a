import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribution } from './distribution.ts';

const known = (value: number | null) =>
	value === null ? null : ({ value, year: 2020, method: 'published' } as const);

describe('distribution', () => {
	it('spreads values over round bins and marks one of them', () => {
		const plot = distribution([0, 10, 12, 55, 100, null].map(known), 55, 1);
		expect(plot).toMatchObject({ known: 5, of: 6, median: 12, own: { value: 55, bin: 5 } });
		expect(plot?.bins).toHaveLength(10);
		expect(plot?.bins[1]).toEqual({ from: 10, to: 20, count: 2 });
		// The upper end belongs to the last bin.
		expect(plot?.bins.at(-1)).toEqual({ from: 90, to: 100, count: 1 });
	});

	it('has nothing to show where there is nothing to compare', () => {
		expect(distribution([], null, 0)).toBeNull();
		expect(distribution([null, 7, 7.2].map(known), 7, 0)).toBeNull();
	});

	it('marks nothing where the area has no value', () => {
		expect(distribution([1, 2, null].map(known), null, 0)?.own).toBeNull();
	});

	it('counts every value once, in adjoining bins, few enough for a phone', () => {
		const values = fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
			minLength: 2,
			maxLength: 80
		});
		fc.assert(
			fc.property(values, (list) => {
				const plot = distribution(list.map(known), list[0] ?? null, 1);
				fc.pre(plot !== null);
				const counted = plot.bins.reduce((sum, { count }) => sum + count, 0);
				expect(counted).toBe(plot.known);
				expect(plot.bins.length).toBeLessThanOrEqual(21);
				for (const [i, bin] of plot.bins.slice(1).entries()) expect(bin.from).toBe(plot.bins[i]?.to);
				if (plot.own !== null) expect(plot.bins[plot.own.bin]?.count).toBeGreaterThan(0);
			})
		);
	});
});
