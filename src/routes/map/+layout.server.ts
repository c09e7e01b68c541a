import { areaRows, byName } from '$lib/map/rows.ts';
import { answer } from '$lib/server/http.ts';
import { loadLayerSources, mapFactsOf } from '$lib/server/map.ts';
import { readMapRequest } from '$lib/server/map-request.ts';
import { REGION_CODES, type Level } from '$lib/territories/types.ts';
import type { LayoutServerLoad } from './$types';

/** The parts of the address that rows depend on. */
const ROW_PARAMS = ['region', 'municipality', 'status', 'border', 'asOf'];

/**
 * The rows of map and table. They have a load of their own because SvelteKit repeats a load only when a
 * parameter it has read changes: selecting a place or sorting the table does not fetch 600 rows again.
 */
export const load: LayoutServerLoad = async ({ locals, url }) => {
	const params = new URLSearchParams();
	for (const name of ROW_PARAMS) {
		for (const value of url.searchParams.getAll(name)) params.append(name, value);
	}
	const { state, asOf } = await answer(readMapRequest(locals.backend, params));
	const [facts, sources] = await answer(
		Promise.all([mapFactsOf(locals, asOf), loadLayerSources(locals.backend)])
	);
	const rows = (level: Level) => byName(areaRows(facts, level, state));
	const municipalities = rows('municipality');
	return {
		asOf,
		rowsByLevel: {
			parish: rows('parish'),
			municipality: municipalities,
			region: rows('region')
		},
		points: facts.points,
		/** The rows hold more than the public may see. */
		seesMore: facts.seesMore,
		/** For the filter, in name order. */
		municipalities: municipalities.map(({ code, label, region }) => ({ code, label, region })),
		regions: REGION_CODES.map((code) => ({ code, label: facts.label(code) ?? code })),
		sources
	};
};
