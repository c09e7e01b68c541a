import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, prefixDistance } from './edit-distance.ts';

describe('editDistance', () => {
	it.each([
		['', '', 0],
		['ludza', 'ludza', 0],
		['ludza', 'ludzas', 1],
		['ludza', 'luzda', 1],
		['ludza', 'rudza', 1],
		['', 'abc', 3],
		['merdzene', 'mezene', 2]
	])('%s → %s is %i', (a, b, expected) => {
		expect(editDistance(a, b)).toBe(expected);
	});

	it('is symmetric, zero only for equal texts and never more than the longer text', () => {
		const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 });
		fc.assert(
			fc.property(text, text, (a, b) => {
				const distance = editDistance(a, b);
				expect(distance).toBe(editDistance(b, a));
				expect(distance === 0).toBe(a === b);
				expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
				expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
			})
		);
	});
});

describe('prefixDistance', () => {
	it('does not count what has not been typed yet', () => {
		expect(prefixDistance('merdz', 'merdzenes pagasts')).toBe(0);
		expect(prefixDistance('merzene', 'merdzenes pagasts')).toBe(1);
		expect(prefixDistance('xyz', 'merdzenes')).toBe(3);
	});
});
