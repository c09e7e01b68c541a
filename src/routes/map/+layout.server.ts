import { mandateNotices } from '$lib/map/notices.ts';
import { offeredFills } from '$lib/layers/titles.ts';
import { loadFirstDay } from '$lib/server/first-evidence.ts';
import { answer } from '$lib/server/http.ts';
import { levelsOf } from '$lib/server/map-levels.ts';
import { loadMapView } from '$lib/server/map-view.ts';
import { TYPED_LIMITS } from '$lib/map/url.ts';
import { REGION_CODES } from '$lib/territories/types.ts';
import type { LayoutServerLoad } from './$types';

/** The parts of the address that map, legend and table depend on: what is coloured, by what, and what is left out. */
const VIEW_PARAMS = [
	'layer',
	'method',
	'limits',
	TYPED_LIMITS,
	'year',
	'window',
	'second',
	'region',
	'municipality',
	'status',
	'class',
	'zone',
	'border',
	'name',
	'asOf'
];

/**
 * The view of map and table. It has a load of its own because SvelteKit repeats a load only when a parameter it has
 * read changes: selecting a place, sorting the table or changing the level does not fetch 600 rows again.
 */
export const load: LayoutServerLoad = async ({ locals, url }) => {
	const params = new URLSearchParams();
	for (const name of VIEW_PARAMS) {
		for (const value of url.searchParams.getAll(name)) params.append(name, value);
	}
	const [view, firstDay] = await answer(
		Promise.all([loadMapView(locals, params), loadFirstDay(locals.backend)])
	);
	const { rowsByLevel, fillByLevel } = levelsOf(view);
	return {
		asOf: view.request.asOf,
		rowsByLevel,
		fillByLevel,
		/** Whose rights the page follows. */
		reader: view.reader,
		/** What may be chosen to colour the areas. */
		fills: offeredFills(view.reader),
		/** Activity may stand beside what the map shows. */
		showsActivity: view.showsActivity,
		second: view.second?.id ?? null,
		zones: view.zones,
		zoneUnits: view.zoneUnits,
		points: view.points,
		years: view.years,
		/** First day of which anything is known; null where nothing is. */
		firstDay,
		/** What readers with a mandate are told; null = everything here is public. */
		mandateNotice: mandateNotices([view])[0] ?? null,
		/** The rows hold more than the public may see. */
		seesMore: view.seesMore,
		/** For the filter, in name order. */
		municipalities: rowsByLevel.municipality.map(({ code, label, region }) => ({ code, label, region })),
		regions: REGION_CODES.map((code) => ({ code, label: view.facts.label(code) ?? code })),
		sources: view.sources.map(({ id, title }) => ({ id, title }))
	};
};
