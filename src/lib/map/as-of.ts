/** The times that the map can be moved through: days where facts are dated, years where figures are. */
import { addMonths } from '../activity/dates.ts';
import type { IsoDate } from '../activity/types.ts';
import { fillInfo } from '../layers/fills.ts';
import type { MapState } from './url.ts';

/** One step in time; null means the newest, so that a link keeps showing it. */
export type TimeStep =
	{ by: 'day'; day: IsoDate; newest: boolean } | { by: 'year'; year: number; newest: boolean };

/** Steps further back would show empty maps; this many fit a slider on a phone. */
const MAX_MONTHS = 240;

/**
 * The steps for a state, oldest first; fewer than two mean that there is no history to move through.
 * @param years for which the layers have values, oldest first
 * @param firstDay of anything known; null = nothing is
 */
export function timeSteps(
	{ layer }: Pick<MapState, 'layer'>,
	today: IsoDate,
	years: readonly number[],
	firstDay: IsoDate | null
): TimeStep[] {
	const { subject, hidesFew } = fillInfo(layer);
	if (hidesFew) return [];
	if (subject !== 'activity') {
		return years.map((year, i) => ({ by: 'year', year, newest: i === years.length - 1 }));
	}
	const days = firstDay === null ? [today] : [...monthEnds(firstDay, today), today];
	return days.map((day, i) => ({ by: 'day', day, newest: i === days.length - 1 }));
}

/** The last day of each month from that of `first` to the one before today's. */
export function monthEnds(first: IsoDate, today: IsoDate): IsoDate[] {
	const ends: IsoDate[] = [];
	// Day 31 is cut to the last day that a month has.
	const newest = `${today.slice(0, 4)}-01-31`;
	for (let back = 12 - Number(today.slice(5, 7)); ends.length < MAX_MONTHS; back++) {
		const end = addMonths(newest, 11 - back);
		if (end < first) break;
		if (end < today) ends.push(end);
	}
	return ends.reverse();
}

/** The step that a state shows: the last one that is not after it. */
export function stepOf(steps: readonly TimeStep[], { asOf, year }: Pick<MapState, 'asOf' | 'year'>): number {
	const after = steps.findIndex((step) =>
		step.by === 'day' ? asOf !== null && step.day > asOf : year !== null && step.year > year
	);
	return after === -1 ? steps.length - 1 : Math.max(0, after - 1);
}

/** What a step changes in the state of the page. */
export function changeTo(step: TimeStep): Partial<MapState> {
	if (step.by === 'day') return { asOf: step.newest ? null : step.day };
	return { year: step.newest ? null : step.year };
}
