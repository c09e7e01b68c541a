import type { IsoDate, PublicStatus } from '../activity/types.ts';
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import { residentsReached, type ResidentsReached } from './residents.ts';
import { statusShares, type StatusShares } from './shares.ts';

/** What is known of the whole country as of a day. */
export interface DayFacts {
	day: IsoDate;
	/** Of a parish or town, as its reader may see it. */
	statusOf: (code: string) => PublicStatus;
	/** Approved communities by territory: one that works in several places counts in each, once in a larger area. */
	communities: ReadonlyMap<string, number>;
}

/** How far an area is covered on a day: numbers of class P, except that the statuses are those of its reader. */
export interface AreaCoverage {
	code: string;
	units: StatusShares;
	residents: ResidentsReached;
	communities: number;
}

/**
 * Coverage of an area.
 * @param populationOf residents of a unit itself; null = not known
 */
export function areaCoverage(
	index: TerritoryIndex,
	code: string,
	{ statusOf, communities }: DayFacts,
	populationOf: (code: string) => number | null
): AreaCoverage {
	const units = index.unitsOf(code);
	return {
		code,
		units: statusShares(units, statusOf),
		residents: residentsReached(units, statusOf, populationOf),
		communities: communities.get(code) ?? 0
	};
}
