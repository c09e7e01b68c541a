import { loadSources } from '$lib/server/communities.ts';
import { requireMandate } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { loadZones } from '$lib/server/indicators.ts';
import { loadTerritories } from '$lib/server/territories.ts';
import { EASTERN_BORDER, territoriesInZone } from '$lib/territories/zones.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await requireMandate(event, ['national']);
	const { backend } = event.locals;
	const [zones, sources, index] = await answer(
		Promise.all([loadZones(backend), loadSources(backend), loadTerritories(backend)])
	);
	const titles = new Map(sources.map(({ id, title }) => [id, title]));
	const units = index.atLevel('parish');
	const done = event.url.searchParams.get('done');
	return {
		zones: zones.map(({ id, name, versions }) => ({
			id,
			name,
			isProtecting: id === EASTERN_BORDER,
			// The newest first: it is what holds, or will.
			versions: versions.toReversed().map((version) => {
				const inside = territoriesInZone(index, version);
				return {
					...{ validFrom: version.validFrom, validTo: version.validTo, definition: version.definition },
					borderKm: version.borderKm,
					source: titles.get(version.sourceId) ?? null,
					units: units.filter(({ code }) => inside.has(code)).length
				};
			})
		})),
		done: zones.find(({ id }) => id === done)?.name ?? null
	};
};
