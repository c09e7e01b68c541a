import type { IsoDate } from '../activity/types.ts';
import { communityRow, placeRow, type CommunityKind, type KeptPlaceKind } from '../communities/schema.ts';
import type { PointKind } from '../layers/overlays.ts';
import type { PlacePoint } from '../map/types.ts';
import type { Backend } from './client.ts';
import { COMMUNITY_COLUMNS, PLACE_COLUMNS } from './communities.ts';
import { readAll } from './rows.ts';
import { loadTerritories, territoryLabels } from './territories.ts';

/** Bodies that speak for the residents of a place, by law or by custom. */
const COUNCILS: readonly CommunityKind[] = ['residents_council', 'consultative_council'];

/** Points that are places, by their kind in the data. */
const PLACE_KIND: Record<Exclude<PointKind, 'councils'>, KeptPlaceKind> = {
	'resource-centres': 'resource_centre',
	'smart-villages': 'smart_village'
};

/** What a point is made of: a place or a body of the data. */
interface Pinned {
	id: string;
	name: string;
	territoryCode: string;
	place: string | null;
	sourceId: string | null;
	lon?: number | null;
	lat?: number | null;
}

/**
 * Places and bodies as points of the map, as of a day. What has no coordinates stands at the centre of its territory:
 * places smaller than a parish are shown no more exactly than they are published.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadPoints(backend: Backend, kind: PointKind, asOf: IsoDate): Promise<PlacePoint[]> {
	const [index, pinned] = await Promise.all([loadTerritories(backend), loadPinned(backend, kind, asOf)]);
	const label = territoryLabels(index);
	return pinned.flatMap(({ id, name, territoryCode, place, sourceId, lon, lat }) => {
		const territory = index.byCode(territoryCode);
		if (!territory) return [];
		return {
			id,
			kind,
			name,
			territoryCode,
			within: [...index.ancestors(territoryCode).map(({ code }) => code), territoryCode],
			territory: label(territoryCode) ?? territoryCode,
			place,
			lon: lon ?? territory.lon,
			lat: lat ?? territory.lat,
			sourceId
		};
	});
}

function loadPinned(backend: Backend, kind: PointKind, asOf: IsoDate): Promise<Pinned[]> {
	const client = backend.publicClient();
	switch (kind) {
		case 'resource-centres':
		case 'smart-villages':
			return readAll('public_places', placeRow, (from, to) =>
				client
					.from('public_places')
					.select(PLACE_COLUMNS)
					.eq('kind', PLACE_KIND[kind])
					.lte('known_since', asOf)
					.order('name')
					.order('id')
					.range(from, to)
			);
		case 'councils':
			return readAll('public_communities', communityRow, (from, to) =>
				client
					.from('public_communities')
					.select(COMMUNITY_COLUMNS)
					.in('kind', COUNCILS)
					.lte('known_since', asOf)
					.order('name')
					.order('id')
					.range(from, to)
			);
	}
}
