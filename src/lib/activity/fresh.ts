import { addMonths } from './dates.ts';
import type { DatePrecision, IsoDate } from './types.ts';

/** An activity as far as its time is known. */
export interface Dated {
	/** An agreement speaks of the day on which it was signed. */
	isAgreement: boolean;
	startsOn: IsoDate;
	endsOn: IsoDate;
	precision: DatePrecision;
}

/** A period longer than this says nothing of its end. */
const LONG_PERIOD_MONTHS = 12;

/**
 * The day that an activity is news of, as `activity_evidence` of the database counts it: its last day, no later than the
 * day asked for; of an agreement and of a long period the first.
 * @returns null where it had not begun by then
 */
export function freshDay({ isAgreement, startsOn, endsOn, precision }: Dated, asOf: IsoDate): IsoDate | null {
	if (startsOn > asOf) return null;
	const isLong = precision === 'period' && endsOn > addMonths(startsOn, LONG_PERIOD_MONTHS);
	if (isAgreement || isLong) return startsOn;
	const last = lastDay(endsOn, precision);
	return last < asOf ? last : asOf;
}

/** The last day that a date can mean. */
function lastDay(endsOn: IsoDate, precision: DatePrecision): IsoDate {
	switch (precision) {
		case 'day':
		case 'period':
			return endsOn;
		case 'month':
			// Day 31 is cut to the last day that the month has.
			return addMonths(`${endsOn.slice(0, 4)}-01-31`, Number(endsOn.slice(5, 7)) - 1);
		case 'year':
			return `${endsOn.slice(0, 4)}-12-31`;
	}
}
