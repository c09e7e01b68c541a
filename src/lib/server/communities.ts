import { z } from 'zod';
import type { IsoDate } from '../activity/types.ts';
import {
	activityCard,
	communityCard,
	placeCard,
	surveyCard,
	type Names,
	type PlaceDetails
} from '../communities/cards.ts';
import {
	activityRow,
	communityRow,
	placeRow,
	sourceRow,
	surveyRow,
	zoneRow,
	type Activity,
	type Community,
	type PublicPlace,
	type Source,
	type Survey,
	type Zone
} from '../communities/schema.ts';
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import type { Backend, Client } from './client.ts';
import { readAll, readSome } from './rows.ts';
import { territoryLabels } from './territories.ts';

/** How many entries of each kind a page lists; it says how many there are in all. */
const SHOWN = { communities: 200, places: 500, activities: 100, agreements: 20, surveys: 20 } as const;

/** Ids in one address. A UUID takes 37 characters there, and servers refuse addresses of some 8,000. */
const IDS_PER_QUERY = 100;

export const COMMUNITY_COLUMNS =
	'id, name, kind, territory_code, place, further_territory_codes, web, known_since, confirmed_on, source_id';
export const PLACE_COLUMNS =
	'id, name, kind, territory_code, place, outdoor, lon, lat, community_id, source_id, known_since';
export const ACTIVITY_COLUMNS =
	'id, title, kind, territory_codes, community_id, starts_on, ends_on, precision, participants, participants_qualifier, co_authors, organisations, eur_municipal, eur_attracted, party_community_ids, party_place_ids, party_territory_codes, source_id';

/**
 * Everything public about a territory and all that lies inside it, as of a day: what was known or happened later is
 * left out.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadPlaceDetails(
	backend: Backend,
	index: TerritoryIndex,
	code: string,
	asOf: IsoDate
): Promise<PlaceDetails> {
	const client = backend.publicClient();
	const codes = codesInside(index, code);
	const [communities, places, activities, surveys, sources, zone, own] = await Promise.all([
		communitiesIn(client, codes, asOf),
		placesIn(client, codes, asOf),
		activitiesIn(client, codes, asOf),
		surveysIn(client, codes, asOf),
		loadSources(backend),
		index.byCode(code)?.easternBorder ? loadZone(backend, 'eastern-border') : null,
		sourceOfTerritory(client, code)
	]);
	const agreements = await agreementsOf(client, codes, communities.items, places.items, asOf);
	const names = await namesFor(client, index, communities.items, places.items, sources, [
		...activities.items,
		...agreements
	]);

	const used = new Set([
		own,
		zone?.sourceId,
		...[...communities.items, ...places.items, ...activities.items, ...agreements].map(
			(entry) => entry.sourceId
		)
	]);
	return {
		communities: {
			items: communities.items.map((community) => communityCard(community, names)),
			total: communities.total
		},
		places: { items: places.items.map((place) => placeCard(place, names)), total: places.total },
		activities: {
			items: activities.items.map((activity) => activityCard(activity, names)),
			total: activities.total
		},
		agreements: agreements.map((agreement) => activityCard(agreement, names)),
		surveys: { items: surveys.items.map((survey) => surveyCard(survey, names)), total: surveys.total },
		sources: sources.filter((source) => used.has(source.id))
	};
}

/**
 * Every source, by title.
 * @throws AppError when the database does not answer or answers nonsense
 */
export function loadSources(backend: Backend): Promise<Source[]> {
	const client = backend.publicClient();
	return readAll('public_sources', sourceRow, (from, to) =>
		client
			.from('public_sources')
			.select('id, kind, title, publisher, published, place, url, licence, weaknesses')
			.order('title')
			.order('id')
			.range(from, to)
	);
}

/**
 * The definition of a zone, e.g. `eastern-border`; null when it is not published.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadZone(backend: Backend, id: string): Promise<Zone | null> {
	const query = backend
		.publicClient()
		.from('public_zones')
		.select('id, name, definition, source_id')
		.eq('id', id);
	const { items } = await readSome('public_zones', zoneRow, query);
	return items[0] ?? null;
}

/** What the database knows of the public in numbers. */
export interface PublicTotals {
	communities: number;
	activities: number;
	resourceCentres: number;
}

/**
 * How many communities, activities (agreements not counted) and resource centres are public.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadTotals(backend: Backend): Promise<PublicTotals> {
	const client = backend.publicClient();
	const ids = z.object({ id: z.string() });
	const counted = { count: 'exact' } as const;
	const [communities, activities, centres] = await Promise.all([
		readSome('public_communities', ids, client.from('public_communities').select('id', counted).limit(1)),
		readSome(
			'public_activities',
			ids,
			client.from('public_activities').select('id', counted).neq('kind', 'agreement').limit(1)
		),
		readSome(
			'public_places',
			ids,
			client.from('public_places').select('id', counted).eq('kind', 'resource_centre').limit(1)
		)
	]);
	return { communities: communities.total, activities: activities.total, resourceCentres: centres.total };
}

/** The territory itself and everything below it, neighbourhoods included. */
export function codesInside(index: TerritoryIndex, code: string): string[] {
	return [code, ...index.children(code).flatMap((child) => codesInside(index, child.code))];
}

/** A list as PostgREST writes it inside a filter. Codes and ids hold no character that would need quoting. */
export function list(values: readonly string[]): string {
	return values.join(',');
}

function communitiesIn(client: Client, codes: readonly string[], asOf: IsoDate) {
	return readSome(
		'public_communities',
		communityRow,
		client
			.from('public_communities')
			.select(COMMUNITY_COLUMNS, { count: 'exact' })
			.or(`territory_code.in.(${list(codes)}),further_territory_codes.ov.{${list(codes)}}`)
			.lte('known_since', asOf)
			.order('name')
			.order('id')
			.limit(SHOWN.communities)
	);
}

function placesIn(client: Client, codes: readonly string[], asOf: IsoDate) {
	return readSome(
		'public_places',
		placeRow,
		client
			.from('public_places')
			.select(PLACE_COLUMNS, { count: 'exact' })
			.in('territory_code', codes)
			.lte('known_since', asOf)
			.order('name')
			.order('id')
			.limit(SHOWN.places)
	);
}

function activitiesIn(client: Client, codes: readonly string[], asOf: IsoDate) {
	return readSome(
		'public_activities',
		activityRow,
		client
			.from('public_activities')
			.select(ACTIVITY_COLUMNS, { count: 'exact' })
			.neq('kind', 'agreement')
			.overlaps('territory_codes', codes)
			.lte('starts_on', asOf)
			.order('ends_on', { ascending: false })
			.order('title')
			.order('id')
			.limit(SHOWN.activities)
	);
}

function surveysIn(
	client: Client,
	codes: readonly string[],
	asOf: IsoDate
): Promise<{ items: Survey[]; total: number }> {
	return readSome(
		'public_surveys',
		surveyRow,
		client
			.from('public_surveys')
			.select('territory_code, surveyed_on, finding, organisation', { count: 'exact' })
			.in('territory_code', codes)
			.lte('surveyed_on', asOf)
			.order('surveyed_on', { ascending: false })
			.order('territory_code')
			.limit(SHOWN.surveys)
	);
}

async function sourceOfTerritory(client: Client, code: string): Promise<string | null> {
	const { items } = await readSome(
		'public_territories',
		z.object({ source_id: z.string().nullable() }),
		client.from('public_territories').select('source_id').eq('code', code)
	);
	return items[0]?.source_id ?? null;
}

/** Agreements have no territory of their own: they belong to where their parties are. */
async function agreementsOf(
	client: Client,
	codes: readonly string[],
	communities: readonly Community[],
	places: readonly PublicPlace[],
	asOf: IsoDate
): Promise<Activity[]> {
	const filters = [
		`territory_codes.ov.{${list(codes)}}`,
		`party_territory_codes.ov.{${list(codes)}}`,
		...inChunks(communities.map(({ id }) => id)).map((ids) => `party_community_ids.ov.{${list(ids)}}`),
		...inChunks(places.map(({ id }) => id)).map((ids) => `party_place_ids.ov.{${list(ids)}}`)
	];
	const found = await Promise.all(
		filters.map((filter) =>
			readSome(
				'public_activities',
				activityRow,
				client
					.from('public_activities')
					.select(ACTIVITY_COLUMNS)
					.eq('kind', 'agreement')
					.lte('starts_on', asOf)
					.or(filter)
					.order('starts_on', { ascending: false })
					.order('id')
					.limit(SHOWN.agreements)
			)
		)
	);
	const byId = new Map(found.flatMap(({ items }) => items).map((agreement) => [agreement.id, agreement]));
	return [...byId.values()].sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1)).slice(0, SHOWN.agreements);
}

/** Names of all that the entries refer to, also of communities and places elsewhere. */
export async function namesFor(
	client: Client,
	index: TerritoryIndex,
	communities: readonly Community[],
	places: readonly PublicPlace[],
	sources: readonly Source[],
	activities: readonly Activity[]
): Promise<Names> {
	const communityNames = new Map(communities.map(({ id, name }) => [id, name]));
	const placeNames = new Map(places.map(({ id, name }) => [id, name]));
	const sourceTitles = new Map(sources.map(({ id, title }) => [id, title]));
	const wanted = {
		communities: [
			...places.map(({ communityId }) => communityId),
			...activities.flatMap(({ communityId, partyCommunityIds }) => [communityId, ...partyCommunityIds])
		].filter((id) => id !== null && !communityNames.has(id)),
		places: activities.flatMap(({ partyPlaceIds }) => partyPlaceIds).filter((id) => !placeNames.has(id))
	};
	const [moreCommunities, morePlaces] = await Promise.all([
		namesById(client, 'public_communities', wanted.communities),
		namesById(client, 'public_places', wanted.places)
	]);
	for (const { id, name } of moreCommunities) communityNames.set(id, name);
	for (const { id, name } of morePlaces) placeNames.set(id, name);
	return {
		territory: territoryLabels(index),
		community: (id) => communityNames.get(id) ?? null,
		place: (id) => placeNames.get(id) ?? null,
		source: (id) => sourceTitles.get(id) ?? null
	};
}

const nameRow = z.object({ id: z.string(), name: z.string() });

async function namesById(
	client: Client,
	view: 'public_communities' | 'public_places',
	ids: readonly (string | null)[]
): Promise<z.infer<typeof nameRow>[]> {
	const distinct = [...new Set(ids.filter((id) => id !== null))];
	const found = await Promise.all(
		inChunks(distinct).map((chunk) =>
			readSome(view, nameRow, client.from(view).select('id, name').in('id', chunk))
		)
	);
	return found.flatMap(({ items }) => items);
}

function inChunks<T>(values: readonly T[]): T[][] {
	const chunks: T[][] = [];
	for (let from = 0; from < values.length; from += IDS_PER_QUERY) {
		chunks.push(values.slice(from, from + IDS_PER_QUERY));
	}
	return chunks;
}
