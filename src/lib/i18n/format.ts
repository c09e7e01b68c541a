import type { DatePrecision, IsoDate } from '../activity/types.ts';
import { getLocale } from './paraglide/runtime.js';

/** English here is written for Europe: the day stands before the month. */
function formattingLocale(): string {
	const locale = getLocale();
	return locale === 'en' ? 'en-GB' : locale;
}

/** A calendar date has no time zone; reading and writing it in UTC keeps the day as it is. */
function toDate(date: IsoDate): Date {
	return new Date(`${date}T00:00:00Z`);
}

/** Making an `Intl` object costs a hundred times more than using it, so each is made once per language. */
const made = new Map<string, unknown>();
function once<T>(what: string, make: (locale: string) => T): T {
	const locale = formattingLocale();
	const key = `${locale} ${what}`;
	if (!made.has(key)) made.set(key, make(locale));
	return made.get(key) as T;
}

/** A whole number or a decimal in the page's language, e.g. `1 750` or `3,5`. */
export function formatNumber(value: number, fractionDigits = 0): string {
	return once(
		`number ${fractionDigits}`,
		(locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: fractionDigits })
	).format(value);
}

/** A number as somebody would type it into a field: without signs between its thousands. */
export function formatTyped(value: number, fractionDigits: number): string {
	return once(
		`typed ${fractionDigits}`,
		(locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: fractionDigits, useGrouping: false })
	).format(value);
}

/** A share 0…1 as whole per cent: `25 %`, in English `25%`. */
export function formatShare(share: number): string {
	const text = once(
		'share',
		(locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
	).format(share);
	// Latvian sets a space before the sign; the locale data of `Intl` do not know it.
	return getLocale() === 'lv' ? text.replace(/(?<=\d)%/, '\u00a0%') : text;
}

/** A calendar date written out: `2025. gada 29. oktobris`. */
export function formatDate(date: IsoDate): string {
	return once(
		'date',
		(locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
	).format(toDate(date));
}

/** A moment as day and time in Latvia: `2025. gada 29. okt. 14:05`. */
export function formatMoment(moment: string): string {
	const format = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Riga' } as const;
	return new Intl.DateTimeFormat(getLocale(), format).format(new Date(moment));
}

/** The day of a moment, as it was in Latvia, written out. */
export function formatDayOf(moment: string): string {
	return new Intl.DateTimeFormat(getLocale(), { dateStyle: 'long', timeZone: 'Europe/Riga' }).format(
		new Date(moment)
	);
}

/** A date no more exact than it is known: a day, a month, a year or a span of years. */
export function formatSpan(startsOn: IsoDate, endsOn: IsoDate, precision: DatePrecision): string {
	switch (precision) {
		case 'day':
			return startsOn === endsOn ? formatDate(endsOn) : `${formatDate(startsOn)} – ${formatDate(endsOn)}`;
		case 'month':
			return formatRange(startsOn, endsOn, { year: 'numeric', month: 'long' });
		case 'year':
		case 'period':
			return formatRange(startsOn, endsOn, { year: 'numeric' });
	}
}

function formatRange(startsOn: IsoDate, endsOn: IsoDate, options: Intl.DateTimeFormatOptions): string {
	const format = once(
		`range ${JSON.stringify(options)}`,
		(locale) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
	);
	return format.formatRange(toDate(startsOn), toDate(endsOn));
}

/** Compares texts as the page's language sorts them (ā after a, š after s). */
export function compareText(a: string, b: string): number {
	return once('order', (locale) => new Intl.Collator(locale)).compare(a, b);
}
