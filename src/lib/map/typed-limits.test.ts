import { describe, expect, it } from 'vitest';
import { readLimits } from './typed-limits.ts';

describe('readLimits', () => {
	it.each([
		['20; 40,5', [20, 40.5]],
		['10 25.5 50', [10, 25.5, 50]],
		['10, 25, 50', [10, 25, 50]],
		['50;10;10,04', [10, 50]],
		['1 000; 10 000', [1000, 10000]],
		['1\u00a0000', [1000]],
		['0;', [0]],
		[' 33,3% ', [33.3]]
	])('%s: %j', (text, limits) => {
		expect(readLimits(text, 1)).toEqual(limits);
	});

	it.each([
		['', 'nothing'],
		['10;x', 'a word among numbers'],
		['10,25.5,50', 'commas alone'],
		['3 000', 'a number torn apart'],
		['1.000; 5.000', 'thousands or ones'],
		['1;2;3;4;5;6', 'more classes than can be told apart'],
		[`1${' '.repeat(80)}`, 'too long']
	])('%j cannot be read: %s', (text) => {
		expect(readLimits(text, 1)).toBeNull();
	});
});
