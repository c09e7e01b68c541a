import { describe, expect, it } from 'vitest';
import { readFigure, yearIn } from './figure.ts';

const LONE_SIGNS = ['grouping', 'decimal', 'unclear'] as const;

describe('readFigure', () => {
	it.each([
		['1234', 1234],
		['1 234', 1234],
		['1\u00a0234,5', 1234.5],
		['1234.5', 1234.5],
		['1.234,5', 1234.5],
		['1,234.5', 1234.5],
		['1,234,567', 1234567],
		['12,3 %', 12.3],
		['0', 0],
		['-3', -3],
		['25.', 25]
	])('%s is %d', (text, figure) => {
		for (const lone of LONE_SIGNS) expect(readFigure(text, lone)).toBe(figure);
	});

	it.each([
		['21.000', 21000, 21],
		['21,000', 21000, 21],
		['1.234', 1234, 1.234],
		['-1,234', -1234, -1.234]
	])('%s is %d people, %d per cent, and of what may be either it is neither', (text, people, share) => {
		expect(readFigure(text, 'grouping')).toBe(people);
		expect(readFigure(text, 'decimal')).toBe(share);
		expect(readFigure(text, 'unclear')).toBeUndefined();
	});

	it.each([
		['0,375', 0.375],
		['1234.567', 1234.567],
		['1.234.567', 1234567],
		['1,234.567', 1234.567]
	])('%s is %d, whatever is counted: nobody groups digits so, or the other sign tells', (text, figure) => {
		for (const lone of LONE_SIGNS) expect(readFigure(text, lone)).toBe(figure);
	});

	it.each(['', ' ', '-', '–', '…', '..', ':', 'x', 'Nav datu', 'N/A'])(
		'%j says that there is none, never 0',
		(text) => {
			expect(readFigure(text, 'grouping')).toBeNull();
		}
	);

	it.each(['Ludza', '12 / 15', '1,2,3', '1.23,4.5', '12a', '1e3', '--'])('%s is no figure', (text) => {
		expect(readFigure(text, 'grouping')).toBeUndefined();
	});
});

describe('yearIn', () => {
	it.each([
		['2025', 2025],
		['01.01.2025.', 2025],
		['2025-07-01', 2025],
		['2025. gada sākumā', 2025],
		['2024/2025', null],
		['120255', null],
		['', null]
	])('%s: %s', (text, year) => {
		expect(yearIn(text)).toBe(year);
	});
});
