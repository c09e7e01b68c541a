import { z } from 'zod';
import type { IsoDate } from '../activity/types.ts';
import { countCommunities, type RowFacts } from '../map/rows.ts';
import { COUNTRY_CODE } from '../territories/types.ts';
import { loadUnitStatuses, readerOf, seesMore, type Reader } from './activity.ts';
import type { Backend } from './client.ts';
import { knownSession } from './guard.ts';
import { oncePerRequest } from './per-request.ts';
import { readAll } from './rows.ts';
import { loadTerritories, territoryLabels } from './territories.ts';

/** Everything the map shows as of a day, before filter and level are applied. */
export interface MapFacts extends RowFacts {
	asOf: IsoDate;
	/** Who may see more than the public; null: everything here is public. */
	reader: Reader | null;
	/** Something here is not public: it must not be kept for others, and the page says so. */
	seesMore: boolean;
}

/**
 * Reads what map, table and picture show as of a day.
 * @param reader null: what everybody may see
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadMapFacts(
	backend: Backend,
	asOf: IsoDate,
	reader: Reader | null = null
): Promise<MapFacts> {
	const [index, statuses, placements] = await Promise.all([
		loadTerritories(backend),
		loadUnitStatuses(backend, asOf, reader),
		loadCommunityPlacements(backend, asOf)
	]);
	return {
		asOf,
		index,
		statuses,
		communities: countCommunities(
			index,
			placements.map(({ territoryCodes }) => territoryCodes)
		),
		label: territoryLabels(index),
		reader,
		seesMore: seesMore(index, reader, COUNTRY_CODE)
	};
}

/**
 * As `loadMapFacts` for whoever asks, read once per request however many loads ask.
 * @throws AppError when the database does not answer or answers nonsense
 */
export const mapFactsOf = oncePerRequest(async (locals, asOf: IsoDate) =>
	loadMapFacts(locals.backend, asOf, readerOf(await knownSession(locals)))
);

const placementRow = z
	.object({
		id: z.string().min(1),
		territory_code: z.string().min(1),
		further_territory_codes: z.array(z.string().min(1)).nullable()
	})
	.transform((row) => ({
		id: row.id,
		territoryCodes: [row.territory_code, ...(row.further_territory_codes ?? [])]
	}));

/** Own and further territories of a community. */
export interface Placement {
	id: string;
	territoryCodes: string[];
}

/**
 * Own and further territories of each community known on a day.
 * @throws AppError when the database does not answer or answers nonsense
 */
export function loadCommunityPlacements(backend: Backend, asOf: IsoDate): Promise<Placement[]> {
	const client = backend.publicClient();
	return readAll('public_communities', placementRow, (from, to) =>
		client
			.from('public_communities')
			.select('id, territory_code, further_territory_codes')
			.lte('known_since', asOf)
			.order('id')
			.range(from, to)
	);
}
