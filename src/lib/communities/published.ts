import type { DatePrecision, IsoDate } from '../activity/types.ts';

/**
 * The date of a source, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as a day with its precision, so that it is written no more
 * exactly than it is known.
 */
export function publishedSpan(published: string): { date: IsoDate; precision: DatePrecision } {
	const [year, month, day] = published.split('-');
	if (day !== undefined) return { date: published, precision: 'day' };
	if (month !== undefined) return { date: `${published}-01`, precision: 'month' };
	return { date: `${year}-01-01`, precision: 'year' };
}
