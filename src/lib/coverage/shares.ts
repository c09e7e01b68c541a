import { PUBLIC_STATUSES, type PublicStatus } from '../activity/types.ts';
import type { Territory } from '../territories/types.ts';

/** Statuses that count as reached: a community is active, or there is somebody to start with. */
export const REACHED_STATUSES = ['active', 'emerging'] as const satisfies readonly PublicStatus[];

/** How the units of an area are spread over the statuses. */
export interface StatusShares {
	/** Units per status; every status is present, 0 where no unit has it. */
	counts: Record<PublicStatus, number>;
	/** Units that have a status: parishes and towns. The counts add up to this. */
	units: number;
	/** State cities of the area. They get no single status, so they are in no count and no share. */
	stateCities: number;
	/** Units reached (`REACHED_STATUSES`). */
	reached: number;
	/** `reached / units`, 0…1; null for an area without units that have a status. */
	share: number | null;
}

/**
 * Counts units per status. State cities are counted apart: one colour for a whole city would say
 * nothing true about its neighbourhoods.
 * @param units units of an area, see `TerritoryIndex.unitsOf`
 * @param statusOf public status of a unit by its code; not asked for state cities
 */
export function statusShares(
	units: Iterable<Pick<Territory, 'code' | 'kind'>>,
	statusOf: (code: string) => PublicStatus
): StatusShares {
	const counts = emptyCounts();
	let total = 0;
	let stateCities = 0;
	for (const unit of units) {
		if (unit.kind === 'state_city') {
			stateCities += 1;
			continue;
		}
		counts[statusOf(unit.code)] += 1;
		total += 1;
	}
	const reached = reachedUnits(counts);
	return { counts, units: total, stateCities, reached, share: total === 0 ? null : reached / total };
}

/** Units reached among counts per status; a missing status counts as 0. */
export function reachedUnits(counts: Partial<Record<PublicStatus, number>>): number {
	return REACHED_STATUSES.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
}

/** Share of units reached, 0…1; null when the counts hold no unit. */
export function reachedShare(counts: Partial<Record<PublicStatus, number>>): number | null {
	const units = PUBLIC_STATUSES.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
	return units === 0 ? null : reachedUnits(counts) / units;
}

function emptyCounts(): Record<PublicStatus, number> {
	return { active: 0, emerging: 0, dormant: 0, inactive: 0, not_surveyed: 0, no_news: 0 };
}
