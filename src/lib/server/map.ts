import { z } from 'zod';
import type { IsoDate } from '../activity/types.ts';
import type { Source } from '../communities/schema.ts';
import { activityLayer } from '../layers/activity.ts';
import { countCommunities, type RowFacts } from '../map/rows.ts';
import type { PlacePoint } from '../map/types.ts';
import { COUNTRY_CODE } from '../territories/types.ts';
import { loadUnitStatuses, readerOf, seesMore, type Reader } from './activity.ts';
import type { Backend } from './client.ts';
import { loadPublicPlaces, loadSources } from './communities.ts';
import { knownSession } from './guard.ts';
import { readAll } from './rows.ts';
import { loadTerritories, territoryLabels } from './territories.ts';

/** Everything the map shows as of a day, before filter and level are applied. */
export interface MapFacts extends RowFacts {
	asOf: IsoDate;
	points: PlacePoint[];
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
	const [index, statuses, placements, points] = await Promise.all([
		loadTerritories(backend),
		loadUnitStatuses(backend, asOf, reader),
		loadCommunityPlacements(backend, asOf),
		loadPublicPlaces(backend)
	]);
	return {
		asOf,
		index,
		statuses,
		communities: countCommunities(index, placements),
		label: territoryLabels(index),
		points,
		reader,
		seesMore: seesMore(index, reader, COUNTRY_CODE)
	};
}

/** Two loads answer one request for the page; they share what was read. Nothing outlives the request's `locals`. */
const perRequest = new WeakMap<App.Locals, Map<IsoDate, Promise<MapFacts>>>();

/**
 * As `loadMapFacts` for whoever asks, read once per request however many loads ask.
 * @throws AppError when the database does not answer or answers nonsense
 */
export function mapFactsOf(locals: App.Locals, asOf: IsoDate): Promise<MapFacts> {
	const byDay = perRequest.get(locals) ?? new Map<IsoDate, Promise<MapFacts>>();
	perRequest.set(locals, byDay);
	const facts = byDay.get(asOf) ?? loadFactsFor(locals, asOf);
	byDay.set(asOf, facts);
	return facts;
}

async function loadFactsFor(locals: App.Locals, asOf: IsoDate): Promise<MapFacts> {
	return loadMapFacts(locals.backend, asOf, readerOf(await knownSession(locals)));
}

/** A source as legend and picture name it. */
export type LayerSource = Pick<Source, 'id' | 'title' | 'publisher'>;

/**
 * The sources that the map's layer names, in its order.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadLayerSources(backend: Backend): Promise<LayerSource[]> {
	const sources = await loadSources(backend);
	return activityLayer.sources.flatMap((id) => {
		const source = sources.find((each) => each.id === id);
		return source ? [{ id, title: source.title, publisher: source.publisher }] : [];
	});
}

const placementRow = z
	.object({
		territory_code: z.string().min(1),
		further_territory_codes: z.array(z.string().min(1)).nullable()
	})
	.transform((row) => [row.territory_code, ...(row.further_territory_codes ?? [])]);

/** Own and further territories of each community known on a day. */
function loadCommunityPlacements(backend: Backend, asOf: IsoDate): Promise<string[][]> {
	const client = backend.publicClient();
	return readAll('public_communities', placementRow, (from, to) =>
		client
			.from('public_communities')
			.select('territory_code, further_territory_codes')
			.lte('known_since', asOf)
			.order('id')
			.range(from, to)
	);
}
