import { describe, expect, it } from 'vitest';
import { readFigure, yearIn } from './figure.ts';

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
		expect(readFigure(text)).toBe(figure);
	});

	it.each(['', ' ', '-', '–', '…', '..', ':', 'x', 'Nav datu', 'N/A'])(
		'%j says that there is none, never 0',
		(text) => {
			expect(readFigure(text)).toBeNull();
		}
	);

	it.each(['Ludza', '12 / 15', '1,2,3', '1.23,4.5', '12a', '1e3', '--'])('%s is no figure', (text) => {
		expect(readFigure(text)).toBeUndefined();
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
