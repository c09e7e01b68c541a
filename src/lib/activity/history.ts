/** Statuses as they were on each of several days, from dated facts: nothing of it is stored. */
import { addMonths } from './dates.ts';
import type { ActivityFacts, IsoDate } from './types.ts';

/** From this day on the facts of a unit are these, until its next change; null = nothing is known any more. */
export interface FactsChange {
	day: IsoDate;
	territoryCode: string;
	facts: ActivityFacts | null;
}

/**
 * The last day of each of the months before this one, oldest first, and today.
 * @param months how many before this one
 */
export function monthEnds(today: IsoDate, months: number): IsoDate[] {
	// The first of a month minus one day: every month has a first, and `addMonths` keeps it.
	const first = `${today.slice(0, 8)}01`;
	const ends = Array.from({ length: months }, (_, before) => dayBefore(addMonths(first, -before)));
	return [...ends.toReversed(), today];
}

/**
 * The facts of every unit on each day, by territory code.
 * @param changes in the order of their days, as `activity_history` of the database gives them
 * @param days those asked for, in their order
 */
export function factsOnDays(
	changes: readonly FactsChange[],
	days: readonly IsoDate[]
): Map<IsoDate, ReadonlyMap<string, ActivityFacts>> {
	const now = new Map<string, ActivityFacts>();
	const byDay = Map.groupBy(changes, ({ day }) => day);
	return new Map(
		days.map((day) => {
			for (const { territoryCode, facts } of byDay.get(day) ?? []) {
				if (facts === null) now.delete(territoryCode);
				else now.set(territoryCode, facts);
			}
			return [day, new Map(now)];
		})
	);
}

function dayBefore(day: IsoDate): IsoDate {
	return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
