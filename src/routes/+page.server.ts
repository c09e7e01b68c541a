import { todayInRiga } from '$lib/activity/dates.ts';
import { statusShares } from '$lib/coverage/shares.ts';
import { loadUnitStatuses } from '$lib/server/activity.ts';
import { answer } from '$lib/server/http.ts';
import { loadTerritories } from '$lib/server/territories.ts';
import { COUNTRY_CODE } from '$lib/territories/types.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { backend } }) => {
	const asOf = todayInRiga(new Date());
	const [index, statuses] = await answer(
		Promise.all([loadTerritories(backend), loadUnitStatuses(backend, asOf)])
	);
	return {
		asOf,
		shares: statusShares(
			index.unitsOf(COUNTRY_CODE),
			(code) => statuses.get(code)?.result.status ?? 'not_surveyed'
		),
		/** Names of the regions from which anything is known at all. */
		regionsKnown: index
			.atLevel('region')
			.filter((region) => index.unitsOf(region.code).some(({ code }) => statuses.get(code)?.facts))
			.map(({ name }) => name)
	};
};
