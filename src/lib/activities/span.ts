/** When something happened, as people type it: the fields fit how exactly it is known. */
import { isIsoDate } from '../activity/dates.ts';
import type { DatePrecision, IsoDate } from '../activity/types.ts';
import type { Problem } from '../ui/problems.ts';

/** The two fields of each precision; all of them are sent, those of the chosen precision count. */
export const SPAN_FIELDS = {
	day: { from: 'day_from', to: 'day_to' },
	month: { from: 'month_from', to: 'month_to' },
	year: { from: 'year_from', to: 'year_to' },
	period: { from: 'period_from', to: 'period_to' }
} as const satisfies Record<DatePrecision, { from: string; to: string }>;
export type SpanField = (typeof SPAN_FIELDS)[DatePrecision]['from' | 'to'];

export interface DateSpan {
	starts_on: IsoDate;
	ends_on: IsoDate;
}

export type SpanRead =
	{ ok: true; span: DateSpan } | { ok: false; problems: Partial<Record<SpanField, Problem>> };

/** Nothing older is recorded, and nothing that lies far ahead; the database allows a little more. */
const EARLIEST = '1990-01-01';
const LATEST = '2099-12-31';

/** What a field of each precision must look like. */
const SHAPE: Record<DatePrecision, { pattern: RegExp; problem: Problem }> = {
	day: { pattern: /^\d{4}-\d{2}-\d{2}$/, problem: 'date' },
	month: { pattern: /^\d{4}-\d{2}$/, problem: 'month' },
	year: { pattern: /^\d{4}$/, problem: 'year' },
	period: { pattern: /^\d{4}(-\d{2}){0,2}$/, problem: 'date_part' }
};

/**
 * Reads the fields of a precision. An empty second field means the same as the first, except for a period, which needs
 * both ends.
 */
export function readSpan(precision: DatePrecision, typed: Readonly<Record<string, string>>): SpanRead {
	const { from, to } = SPAN_FIELDS[precision];
	const { pattern, problem } = SHAPE[precision];
	const first = (typed[from] ?? '').trim();
	const last = (typed[to] ?? '').trim();
	const problems: Partial<Record<SpanField, Problem>> = {};
	const read = (field: SpanField, text: string, end: 'first' | 'last'): IsoDate | null => {
		const date = pattern.test(text) ? dayOf(text, end) : null;
		if (date === null) problems[field] = text === '' ? 'required' : problem;
		return date;
	};
	const starts_on = read(from, first, 'first');
	const ends_on = last === '' && precision !== 'period' ? lastOf(first, pattern) : read(to, last, 'last');
	if (starts_on !== null && ends_on !== null && ends_on < starts_on) problems[to] = 'end_before_start';
	if (starts_on === null || ends_on === null || Object.keys(problems).length > 0)
		return { ok: false, problems };
	return { ok: true, span: { starts_on, ends_on } };
}

function lastOf(text: string, pattern: RegExp): IsoDate | null {
	return pattern.test(text) ? dayOf(text, 'last') : null;
}

/** First or last day of a year, a month or a day; null when the calendar has none or it lies out of reach. */
function dayOf(text: string, end: 'first' | 'last'): IsoDate | null {
	const [year = '', month, day] = text.split('-');
	const date =
		day !== undefined
			? text
			: month === undefined
				? `${year}-${end === 'first' ? '01-01' : '12-31'}`
				: end === 'first'
					? `${text}-01`
					: lastDayOfMonth(text);
	return isIsoDate(date) && date >= EARLIEST && date <= LATEST ? date : null;
}

function lastDayOfMonth(month: string): string {
	const days = ['31', '30', '29', '28'].map((day) => `${month}-${day}`);
	return days.find((date) => isIsoDate(date)) ?? '';
}

/** What the fields show for a recorded span: the shortest text that means the same days. */
export function typedSpan(
	precision: DatePrecision,
	{ starts_on, ends_on }: DateSpan
): Partial<Record<SpanField, string>> {
	const { from, to } = SPAN_FIELDS[precision];
	const [first, last] = [shown(precision, starts_on, 'first'), shown(precision, ends_on, 'last')];
	return { [from]: first, [to]: last === first && precision !== 'period' ? '' : last };
}

function shown(precision: DatePrecision, date: IsoDate, end: 'first' | 'last'): string {
	const [year, month] = [date.slice(0, 4), date.slice(0, 7)];
	switch (precision) {
		case 'day':
			return date;
		case 'month':
			return month;
		case 'year':
			return year;
		case 'period':
			return [year, month].find((text) => dayOf(text, end) === date) ?? date;
	}
}
