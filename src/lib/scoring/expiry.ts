import type { IsoDate } from './types.ts';

/**
 * The day `months` calendar months later; where that month has no such day, its last one: 31 August + 6 months =
 * 28 or 29 February.
 * @param date a day of the calendar, checked before
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	const first = new Date(Date.UTC(2000, month - 1 + months, 1));
	// Two-digit years would be taken for those of the 20th century, so years are added by hand.
	const targetYear = year + first.getUTCFullYear() - 2000;
	const targetMonth = first.getUTCMonth() + 1;
	const last = daysInMonth(targetYear, targetMonth);
	return [pad(targetYear, 4), pad(targetMonth, 2), pad(Math.min(day, last), 2)].join('-');
}

/** Has something that was true on a day, and counts for so many months, run out? On the last day it has not. */
export function hasExpired(trueOn: IsoDate, months: number, asOf: IsoDate): boolean {
	return addMonths(trueOn, months) < asOf;
}

function daysInMonth(year: number, month: number): number {
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function pad(value: number, digits: number): string {
	return String(value).padStart(digits, '0');
}
