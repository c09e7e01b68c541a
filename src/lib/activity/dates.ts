import type { IsoDate } from './types.ts';

/** Today's date in Latvia at the given instant, whatever time zone the machine is in. */
export function todayInRiga(now: Date): IsoDate {
	const parts = new Intl.DateTimeFormat('en', {
		timeZone: 'Europe/Riga',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric'
	}).formatToParts(now);
	const part = (type: 'year' | 'month' | 'day'): number =>
		Number(parts.find((each) => each.type === type)?.value);
	return toIsoDate(part('year'), part('month'), part('day'));
}

/** The last second of a day in Latvia, as an ISO moment. */
export function endOfDayInRiga(day: IsoDate): string {
	// Clocks are never changed in the evening, so the offset at noon in Greenwich is that of the evening.
	const offset = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Riga', timeZoneName: 'longOffset' })
		.formatToParts(new Date(`${day}T12:00:00Z`))
		.find(({ type }) => type === 'timeZoneName')
		?.value.replace('GMT', '');
	return new Date(`${day}T23:59:59${offset ?? 'Z'}`).toISOString();
}

/** True for a text `YYYY-MM-DD` that names a day of the calendar; `2026-02-30` is none. */
export function isIsoDate(value: unknown): value is IsoDate {
	return typeof value === 'string' && parse(value) !== null;
}

/**
 * The date `months` calendar months later (earlier when negative). Where that month has no such day its last day
 * is taken: 31 March − 1 month = 28 or 29 February.
 * @throws RangeError when `date` is no ISO date
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
	const parts = parse(date);
	if (parts === null) throw new RangeError(`Not a date: ${date}`);
	const monthsSinceYear0 = parts.year * 12 + (parts.month - 1) + months;
	const year = Math.floor(monthsSinceYear0 / 12);
	const month = (monthsSinceYear0 % 12) + 1;
	return toIsoDate(year, month, Math.min(parts.day, daysInMonth(year, month)));
}

function parse(text: string): { year: number; month: number; day: number } | null {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (match === null) return null;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
	return exists ? { year, month, day } : null;
}

function daysInMonth(year: number, month: number): number {
	if (month === 2) return isLeapYear(year) ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function toIsoDate(year: number, month: number, day: number): IsoDate {
	return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
		'-'
	);
}
