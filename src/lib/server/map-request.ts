import { todayInRiga } from '../activity/dates.ts';
import type { IsoDate } from '../activity/types.ts';
import { parseMapUrl, type MapState, type MapUrlProblem } from '../map/url.ts';
import type { Backend } from './client.ts';
import { loadTerritories } from './territories.ts';

/** The address of a map request, read. */
export interface MapRequest {
	state: MapState;
	problems: MapUrlProblem[];
	/** Today in Europe/Riga. */
	today: IsoDate;
	/** The day to show. */
	asOf: IsoDate;
}

/**
 * Reads the address of the map page or of its picture; it never fails on what stands there.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function readMapRequest(
	backend: Backend,
	params: URLSearchParams,
	now = new Date()
): Promise<MapRequest> {
	const index = await loadTerritories(backend);
	const today = todayInRiga(now);
	const { state, problems } = parseMapUrl(params, { today, territory: (code) => index.resolve(code) });
	return { state, problems, today, asOf: state.asOf ?? today };
}
