/** The public card of one community, and the list of all of them. */
import {
	activityCard,
	communityCard,
	placeCard,
	type ActivityCard,
	type CommunityCard,
	type PlaceCard,
	type Shown
} from '../communities/cards.ts';
import type { ListState } from '../communities/list-url.ts';
import { activityRow, communityRow, placeRow, type Community } from '../communities/schema.ts';
import { compareText } from '../i18n/format.ts';
import { normaliseName } from '../territories/names.ts';
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import type { Backend } from './client.ts';
import { ACTIVITY_COLUMNS, COMMUNITY_COLUMNS, loadSources, namesFor, PLACE_COLUMNS } from './communities.ts';
import { communityId } from './communities-inside.ts';
import { readAll, readSome } from './rows.ts';

const SHOWN_ACTIVITIES = 100;
const SHOWN_PLACES = 100;

/** Everything public about one community. */
export interface PublicCommunity {
	card: CommunityCard;
	places: Shown<PlaceCard>;
	/** What it organised or carried with others, agreements included; newest first. */
	activities: Shown<ActivityCard>;
}

/**
 * The public card of an approved community; null when there is none with this id.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadPublicCommunity(
	backend: Backend,
	index: TerritoryIndex,
	id: string
): Promise<PublicCommunity | null> {
	// The id goes into a filter below.
	if (!communityId.safeParse(id).success) return null;
	const client = backend.publicClient();
	const [communities, places, activities, sources] = await Promise.all([
		readSome(
			'public_communities',
			communityRow,
			client.from('public_communities').select(COMMUNITY_COLUMNS).eq('id', id)
		),
		readSome(
			'public_places',
			placeRow,
			client
				.from('public_places')
				.select(PLACE_COLUMNS, { count: 'exact' })
				.eq('community_id', id)
				.order('name')
				.order('id')
				.limit(SHOWN_PLACES)
		),
		readSome(
			'public_activities',
			activityRow,
			client
				.from('public_activities')
				.select(ACTIVITY_COLUMNS, { count: 'exact' })
				.or(`community_id.eq.${id},party_community_ids.ov.{${id}}`)
				.order('ends_on', { ascending: false })
				.order('title')
				.order('id')
				.limit(SHOWN_ACTIVITIES)
		),
		loadSources(backend)
	]);
	const [community] = communities.items;
	if (!community) return null;
	const names = await namesFor(client, index, [community], places.items, sources, activities.items);
	return {
		card: communityCard(community, names),
		places: { items: places.items.map((place) => placeCard(place, names)), total: places.total },
		activities: {
			items: activities.items.map((activity) => activityCard(activity, names)),
			total: activities.total
		}
	};
}

const PAGE_SIZE = 50;

/**
 * One page of the public communities by name, and how many pages there are.
 * @param zone territories of the zone that the state names; null = everywhere
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function listPublicCommunities(
	backend: Backend,
	index: TerritoryIndex,
	{ q, region, page }: ListState,
	zone: ReadonlySet<string> | null = null
): Promise<Shown<CommunityCard> & { page: number; pages: number }> {
	const client = backend.publicClient();
	const [all, sources] = await Promise.all([
		readAll('public_communities', communityRow, (from, to) =>
			client.from('public_communities').select(COMMUNITY_COLUMNS).order('id').range(from, to)
		),
		loadSources(backend)
	]);
	const wanted = normaliseName(q);
	const found = all
		.filter(
			(community) =>
				normaliseName(community.name).includes(wanted) &&
				(region === null || touches(community, (code) => index.byCode(code)?.region === region)) &&
				(zone === null || touches(community, (code) => zone.has(code)))
		)
		.sort((a, b) => compareText(a.name, b.name));
	const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
	const shown = Math.min(page, pages);
	const items = found.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE);
	const names = await namesFor(client, index, items, [], sources, []);
	return {
		items: items.map((community) => communityCard(community, names)),
		...{ total: found.length, page: shown, pages }
	};
}

/** Whether a community is at home, or works, in such a territory. */
function touches(
	{ territoryCode, furtherTerritoryCodes }: Community,
	isWanted: (code: string) => boolean
): boolean {
	return [territoryCode, ...furtherTerritoryCodes].some(isWanted);
}
