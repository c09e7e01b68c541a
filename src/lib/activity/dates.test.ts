import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, endOfDayInRiga, isIsoDate, todayInRiga } from './dates.ts';

const anyDate = fc
	.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

describe('addMonths', () => {
	it.each([
		['2026-11-21', -12, '2025-11-21'],
		['2026-11-21', 0, '2026-11-21'],
		['2026-01-31', 1, '2026-02-28'],
		['2024-01-31', 1, '2024-02-29'],
		['2024-02-29', 12, '2025-02-28'],
		['2025-02-28', -12, '2024-02-28'],
		['2026-03-31', -1, '2026-02-28'],
		['2026-05-31', 1, '2026-06-30'],
		['2026-01-15', -1, '2025-12-15'],
		['2026-12-15', 1, '2027-01-15'],
		['2026-08-31', -18, '2025-02-28'],
		['2100-02-28', 12, '2101-02-28'],
		['2000-02-29', -1200, '1900-02-28'],
		['0001-01-31', 1, '0001-02-28']
	])('%s %i months → %s', (date, months, expected) => {
		expect(addMonths(date, months)).toBe(expected);
	});

	it('keeps the order of days', () => {
		fc.assert(
			fc.property(anyDate, anyDate, fc.integer({ min: -120, max: 120 }), (a, b, months) => {
				const [earlier, later] = a <= b ? [a, b] : [b, a];
				expect(addMonths(earlier, months) <= addMonths(later, months)).toBe(true);
			})
		);
	});

	it('moves by whole months and never past the month', () => {
		fc.assert(
			fc.property(anyDate, fc.integer({ min: -120, max: 120 }), (date, months) => {
				const month = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
				const moved = addMonths(date, months);
				expect(isIsoDate(moved)).toBe(true);
				expect(month(moved) - month(date)).toBe(months);
				expect(moved.slice(8) <= date.slice(8)).toBe(true);
			})
		);
	});

	it('refuses what is no date', () => {
		expect(() => addMonths('31-31-2026', 1)).toThrow(RangeError);
	});
});

describe('isIsoDate', () => {
	it.each(['2026-11-21', '2024-02-29', '2000-02-29', '1900-12-31'])('accepts %s', (text) => {
		expect(isIsoDate(text)).toBe(true);
	});

	it.each([
		...['31-31-2026', '2026-13-01', '2026-00-10', '2026-02-29', '1900-02-29', '2026-04-31', '2026-01-00', ''],
		...[
			'2026-1-1',
			'2026-11-21T00:00',
			' 2026-11-21',
			'2026-11-21\n',
			'２０２６-11-21',
			'+02026-11-21',
			'today'
		],
		...[null, undefined, 20261121, new Date(0)]
	])('refuses %j', (value) => {
		expect(isIsoDate(value)).toBe(false);
	});

	it('agrees with the calendar of the platform', () => {
		fc.assert(fc.property(anyDate, (date) => isIsoDate(date)));
	});
});

describe('todayInRiga', () => {
	it.each([
		['summer time begins the day three hours early', '2026-06-30T21:00:00Z', '2026-07-01'],
		['a second before that it is still yesterday', '2026-06-30T20:59:59Z', '2026-06-30'],
		['winter time begins the day two hours early', '2026-12-31T22:00:00Z', '2027-01-01'],
		['a second before that it is still last year', '2026-12-31T21:59:59Z', '2026-12-31']
	])('%s', (_, instant, expected) => {
		expect(todayInRiga(new Date(instant))).toBe(expected);
	});
});

describe('endOfDayInRiga', () => {
	it.each([
		['2026-01-31', '2026-01-31T21:59:59.000Z'],
		['2026-07-01', '2026-07-01T20:59:59.000Z'],
		// Clocks go forward and back on these days.
		['2026-03-29', '2026-03-29T20:59:59.000Z'],
		['2026-10-25', '2026-10-25T21:59:59.000Z']
	])('%s ends at %s', (day, moment) => {
		expect(endOfDayInRiga(day)).toBe(moment);
	});
});
