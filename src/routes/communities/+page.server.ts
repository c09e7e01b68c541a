import { todayInRiga } from '$lib/activity/dates.ts';
import { parseListUrl, serialiseListUrl } from '$lib/communities/list-url.ts';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { listPublicCommunities } from '$lib/server/communities-public.ts';
import { answer } from '$lib/server/http.ts';
import { loadZones } from '$lib/server/indicators.ts';
import { loadTerritories, territoryLabels } from '$lib/server/territories.ts';
import { REGION_CODES } from '$lib/territories/types.ts';
import { territoriesInZone, zonesOn } from '$lib/territories/zones.ts';
import type { PageServerLoad } from './$types';

/** A form and links: nothing here needs script. */
export const csr = false;

export const load: PageServerLoad = async ({ url, locals: { backend } }) => {
	const [index, dated] = await answer(Promise.all([loadTerritories(backend), loadZones(backend)]));
	const versions = zonesOn(
		dated.flatMap((zone) => zone.versions),
		todayInRiga(new Date())
	);
	const zones = dated.filter(({ id }) => versions.has(id)).map(({ id, name }) => ({ id, name }));
	const state = parseListUrl(
		url.searchParams,
		zones.map(({ id }) => id)
	);
	const version = state.zone === null ? undefined : versions.get(state.zone);
	const inside = version === undefined ? null : territoriesInZone(index, version);
	const list = await answer(listPublicCommunities(backend, index, state, inside));
	const label = territoryLabels(index);
	const hrefOf = (page: number) => localizeHref(`/communities${serialiseListUrl({ ...state, page })}`);
	return {
		state,
		list,
		zones,
		regions: REGION_CODES.map((code) => ({ code, label: label(code) ?? code })),
		previous: list.page > 1 ? hrefOf(list.page - 1) : null,
		following: list.page < list.pages ? hrefOf(list.page + 1) : null
	};
};
