/** Address of the list of communities: the filter is the address, and an address is never refused. */
import { REGION_CODES, type RegionCode } from '../territories/types.ts';

export interface ListState {
	/** Part of the name. */
	q: string;
	/** Planning region; null = all. */
	region: RegionCode | null;
	/** From 1. */
	page: number;
}

const LONGEST_QUERY = 100;

/** What an address asks for; what is not understood counts as nothing. */
export function parseListUrl(params: URLSearchParams): ListState {
	const region = params.get('region');
	const page = Number(params.get('page') ?? '1');
	return {
		q: (params.get('q') ?? '').trim().slice(0, LONGEST_QUERY),
		region: REGION_CODES.find((code) => code === region) ?? null,
		page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
	};
}

/** The query of the address, in a fixed order, without what is as always. */
export function serialiseListUrl({ q, region, page }: ListState): string {
	const params = new URLSearchParams();
	if (q !== '') params.set('q', q);
	if (region !== null) params.set('region', region);
	if (page > 1) params.set('page', String(page));
	const query = params.toString();
	return query === '' ? '' : `?${query}`;
}
