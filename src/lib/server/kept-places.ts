/** Resource centres and smart villages as national staff keeps them. Everybody reads them; the map has `map-points.ts`. */
import type { IsoDate } from '../activity/types.ts';
import { KEPT_PLACE_KINDS, placeRow, type KeptPlaceKind, type Source } from '../communities/schema.ts';
import { asJson, expectDone, unwrap, type Backend, type Client } from './client.ts';
import { PLACE_COLUMNS } from './communities.ts';
import { sourceData, type GivenSource } from './given-source.ts';
import { readAll } from './rows.ts';

/** A place as it is written. */
export interface WrittenPlace {
	/** Null: a new one. */
	id: string | null;
	name: string;
	kind: KeptPlaceKind;
	territoryCode: string;
	/** Where in the territory, in words; empty: not said. */
	place: string;
	knownSince: IsoDate;
}

/**
 * Every public place of these kinds, by id.
 * @throws AppError when the database does not answer or answers nonsense
 */
export function listKeptPlaces(backend: Backend) {
	const client = backend.publicClient();
	return readAll('public_places', placeRow, (from, to) =>
		client
			.from('public_places')
			.select(PLACE_COLUMNS)
			.in('kind', KEPT_PLACE_KINDS)
			.order('id')
			.range(from, to)
	);
}

/**
 * Adds a place or changes one.
 * @param known the sources there are
 * @throws AppError `forbidden`, `not_found`, `invalid_input` with the field
 */
export async function savePlace(
	client: Client,
	place: WrittenPlace,
	source: GivenSource,
	known: readonly Pick<Source, 'id'>[]
): Promise<void> {
	const data = {
		...(place.id === null ? {} : { id: place.id }),
		name: place.name,
		kind: place.kind,
		territory_code: place.territoryCode,
		place: place.place,
		known_since: place.knownSince,
		...sourceData(source, known, 'document')
	};
	unwrap(await client.rpc('save_place', { data: asJson(data) }));
}

/**
 * Takes back a place that was entered wrongly.
 * @throws AppError `forbidden`, `not_found`, `already_used` (it has signed an agreement and stays named there)
 */
export async function removePlace(client: Client, id: string): Promise<void> {
	expectDone(await client.rpc('remove_place', { id }));
}
