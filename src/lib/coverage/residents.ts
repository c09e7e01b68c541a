import type { PublicStatus } from '../activity/types.ts';
import type { Territory } from '../territories/types.ts';
import { REACHED_STATUSES } from './shares.ts';

/** Residents of an area, as far as their number is known unit by unit. */
export interface ResidentsReached {
	/** Residents of units reached (`REACHED_STATUSES`). */
	reached: number;
	/** Residents of all units whose population is known. */
	residents: number;
	/** Units with a status whose population is known, of all units with a status. */
	known: number;
	units: number;
	/** `reached / residents`, 0…1; null where the population of most units is not known: it would say nothing of them. */
	share: number | null;
}

/**
 * How many residents live where somebody is active or there is somebody to start with. State cities get no single
 * status, so their residents are in no count.
 * @param units units of an area, see `TerritoryIndex.unitsOf`
 * @param statusOf public status of a unit by its code; not asked for state cities
 * @param populationOf residents of a unit itself, never taken over from a larger one; null = not known
 */
export function residentsReached(
	units: Iterable<Pick<Territory, 'code' | 'kind'>>,
	statusOf: (code: string) => PublicStatus,
	populationOf: (code: string) => number | null
): ResidentsReached {
	const sums = { reached: 0, residents: 0, known: 0, units: 0 };
	for (const { code, kind } of units) {
		if (kind === 'state_city') continue;
		sums.units += 1;
		const population = populationOf(code);
		if (population === null) continue;
		sums.known += 1;
		sums.residents += population;
		if (REACHED.has(statusOf(code))) sums.reached += population;
	}
	const isEnough = sums.residents > 0 && sums.known * 2 >= sums.units;
	return { ...sums, share: isEnough ? sums.reached / sums.residents : null };
}

const REACHED: ReadonlySet<PublicStatus> = new Set(REACHED_STATUSES);
