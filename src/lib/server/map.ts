import { z } from 'zod';
import type { IsoDate } from '../activity/types.ts';
import type { RowFacts } from '../map/row-facts.ts';
import { countCommunities } from '../map/rows.ts';
import { liesInside } from '../people/mandate.ts';
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
	/** A mandate reaches as far as its areas: what only mandated readers may see, they see of these. */
	reaches: (code: string) => boolean;
	/** Who may see more than the public; null: everything here is public. */
	reader: Reader | null;
	/** Something here is not public: it must not be kept for others, and the page says so. */
	seesMore: boolean;
	/** Where the communities known on the day are. */
	placements: readonly Placement[];
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
		placements,
		reaches: (code) => reader !== null && liesInside(index, code, reader.areas),
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
		further_territory_codes: z.array(z.string().min(1)).nullable(),
		known_since: z.iso.date(),
		confirmed_on: z.iso.date().nullable()
	})
	.transform((row): Placement => ({
		id: row.id,
		knownSince: row.known_since,
		confirmedOn: row.confirmed_on,
		territoryCodes: [row.territory_code, ...(row.further_territory_codes ?? [])]
	}));

/** Where a community is, since when it is known and when somebody last confirmed that it is there. */
export interface Placement {
	id: string;
	knownSince: IsoDate;
	/** Null: nobody has. It may be later than the day asked for. */
	confirmedOn: IsoDate | null;
	/** The own territory first, then the further ones. */
	territoryCodes: string[];
}

/**
 * Where each community is that is known on a day.
 * @throws AppError when the database does not answer or answers nonsense
 */
export function loadCommunityPlacements(backend: Backend, asOf: IsoDate): Promise<Placement[]> {
	const client = backend.publicClient();
	return readAll('public_communities', placementRow, (from, to) =>
		client
			.from('public_communities')
			.select('id, territory_code, further_territory_codes, known_since, confirmed_on')
			.lte('known_since', asOf)
			.order('id')
			.range(from, to)
	);
}
