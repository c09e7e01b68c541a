import { loadSources, loadTotals } from '$lib/server/communities.ts';
import { answer } from '$lib/server/http.ts';
import { loadTerritories } from '$lib/server/territories.ts';
import type { TerritoryKind } from '$lib/territories/types.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { backend } }) => {
	const [sources, totals, index] = await answer(
		Promise.all([loadSources(backend), loadTotals(backend), loadTerritories(backend)])
	);
	const count = (...kinds: TerritoryKind[]) => index.all.filter(({ kind }) => kinds.includes(kind)).length;
	return {
		sources,
		totals,
		territories: {
			parishesAndTowns: count('parish', 'town'),
			municipalities: count('municipality'),
			stateCities: count('state_city'),
			neighbourhoods: count('neighbourhood')
		}
	};
};
