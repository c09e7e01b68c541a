/** Open data of communities, activities, figures and sources, read page by page from the public views. */
import type { z } from 'zod';
import { activityRow, communityRow } from '../communities/schema.ts';
import type { ENDPOINTS } from '../open-data/endpoints.ts';
import type { RegionCode } from '../territories/types.ts';
import { COUNTRY_CODE } from '../territories/types.ts';
import { refusedParameters } from './api.ts';
import type { Backend } from './client.ts';
import { ACTIVITY_COLUMNS, codesInside, COMMUNITY_COLUMNS, list, loadSources } from './communities.ts';
import { loadIndicators } from './indicators.ts';
import type { Asked, Found } from './open-data.ts';
import { readSome } from './rows.ts';
import { loadTerritories } from './territories.ts';

type Endpoints = typeof ENDPOINTS;
type RecordOf<Id extends keyof Endpoints> = z.input<Endpoints[Id]['record']>;

/** Public communities that live or work in an area, in the order of their ids. */
export async function findCommunities({
	backend,
	query
}: Asked<Endpoints['communities']>): Promise<Found<RecordOf<'communities'>>> {
	const codes = await codesAsked(backend, query);
	let asked = backend.publicClient().from('public_communities').select(COMMUNITY_COLUMNS, { count: 'exact' });
	if (codes !== null)
		asked = asked.or(`territory_code.in.(${list(codes)}),further_territory_codes.ov.{${list(codes)}}`);
	if (query.kind !== undefined) asked = asked.eq('kind', query.kind);
	if (query.since !== undefined) asked = asked.gte('known_since', query.since);
	if (query.after !== undefined) asked = asked.gt('id', query.after);
	const found = await readSome('public_communities', communityRow, asked.order('id').limit(query.limit));
	return listed(found);
}

/** Public activities and agreements in an area, in the order of their ids. */
export async function findActivities({
	backend,
	query
}: Asked<Endpoints['activities']>): Promise<Found<RecordOf<'activities'>>> {
	const codes = await codesAsked(backend, query);
	let asked = backend.publicClient().from('public_activities').select(ACTIVITY_COLUMNS, { count: 'exact' });
	if (codes !== null)
		asked = asked.or(`territory_codes.ov.{${list(codes)}},party_territory_codes.ov.{${list(codes)}}`);
	if (query.kind !== undefined) asked = asked.eq('kind', query.kind);
	if (query.since !== undefined) asked = asked.gte('ends_on', query.since);
	if (query.after !== undefined) asked = asked.gt('id', query.after);
	const found = await readSome('public_activities', activityRow, asked.order('id').limit(query.limit));
	return listed(found);
}

/** Which figures there are. */
export async function findIndicators({
	backend
}: Asked<Endpoints['indicators']>): Promise<Found<RecordOf<'indicators'>>> {
	return { rows: await loadIndicators(backend), sources: [] };
}

/** Where all data are from. */
export async function findSources({
	backend
}: Asked<Endpoints['sources']>): Promise<Found<RecordOf<'sources'>>> {
	return { rows: await loadSources(backend), sources: [] };
}

/**
 * Codes of all that lies inside what was asked for; null: everywhere.
 * @throws ApiError 400 for an unknown territory, or one of another region
 */
async function codesAsked(
	backend: Backend,
	{ region, territory }: { region?: RegionCode | undefined; territory?: string | undefined }
): Promise<string[] | null> {
	const index = await loadTerritories(backend);
	if (territory === undefined) return region === undefined ? null : codesInside(index, region);
	const found = index.resolve(territory);
	if (found === undefined)
		throw refusedParameters([
			{ parameter: 'territory', message: 'is no code of a territory; see "/territories"' }
		]);
	if (found.code === COUNTRY_CODE) return region === undefined ? null : codesInside(index, region);
	if (region !== undefined && found.region !== region)
		throw refusedParameters([{ parameter: 'territory', message: `does not lie in the region ${region}` }]);
	return codesInside(index, found.code);
}

/** A page, and whether more rows are behind it than it has. */
function listed<T extends { id: string; sourceId: string | null }>({
	items,
	total
}: {
	items: T[];
	total: number;
}): Found<T> {
	const last = items.at(-1);
	return {
		rows: items,
		next: last === undefined || total <= items.length ? null : last.id,
		sources: [...new Set(items.flatMap(({ sourceId }) => sourceId ?? []))]
	};
}
