/** Address of the list of communities: the filter is the address, and an address is never refused. */
import { REGION_CODES, type RegionCode } from '../territories/types.ts';

export interface ListState {
	/** Part of the name. */
	q: string;
	/** Planning region; null = all. */
	region: RegionCode | null;
	/** Id of a zone; null = all. */
	zone: string | null;
	/** From 1. */
	page: number;
}

const LONGEST_QUERY = 100;

/**
 * What an address asks for; what is not understood counts as nothing.
 * @param zones ids of the zones there are
 */
export function parseListUrl(params: URLSearchParams, zones: readonly string[]): ListState {
	const region = params.get('region');
	const zone = params.get('zone');
	const page = Number(params.get('page') ?? '1');
	return {
		q: (params.get('q') ?? '').trim().slice(0, LONGEST_QUERY),
		region: REGION_CODES.find((code) => code === region) ?? null,
		zone: zones.find((id) => id === zone) ?? null,
		page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
	};
}

/** The query of the address, in a fixed order, without what is as always. */
export function serialiseListUrl({ q, region, zone, page }: ListState): string {
	const params = new URLSearchParams();
	if (q !== '') params.set('q', q);
	if (region !== null) params.set('region', region);
	if (zone !== null) params.set('zone', zone);
	if (page > 1) params.set('page', String(page));
	const query = params.toString();
	return query === '' ? '' : `?${query}`;
}
