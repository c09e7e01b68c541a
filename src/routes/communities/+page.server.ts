import { parseListUrl, serialiseListUrl } from '$lib/communities/list-url.ts';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { listPublicCommunities } from '$lib/server/communities-public.ts';
import { answer } from '$lib/server/http.ts';
import { loadTerritories, territoryLabels } from '$lib/server/territories.ts';
import { REGION_CODES } from '$lib/territories/types.ts';
import type { PageServerLoad } from './$types';

/** A form and links: nothing here needs script. */
export const csr = false;

export const load: PageServerLoad = async ({ url, locals: { backend } }) => {
	const state = parseListUrl(url.searchParams);
	const index = await answer(loadTerritories(backend));
	const list = await answer(listPublicCommunities(backend, index, state));
	const label = territoryLabels(index);
	const hrefOf = (page: number) => localizeHref(`/communities${serialiseListUrl({ ...state, page })}`);
	return {
		state,
		list,
		regions: REGION_CODES.map((code) => ({ code, label: label(code) ?? code })),
		previous: list.page > 1 ? hrefOf(list.page - 1) : null,
		following: list.page < list.pages ? hrefOf(list.page + 1) : null
	};
};
