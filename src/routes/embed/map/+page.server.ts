import { redirect } from '@sveltejs/kit';
import { unsent } from '$lib/map/unsent.ts';
import { correctedQuery } from '$lib/map/url.ts';
import { answer } from '$lib/server/http.ts';
import { levelsOf } from '$lib/server/map-levels.ts';
import { drawMap } from '$lib/server/map-picture.ts';
import { loadMapView } from '$lib/server/map-view.ts';
import type { PageServerLoad } from './$types';

/** The map for pages of other sites: the same addresses as `/map`, public data only, whoever looks. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const view = await answer(loadMapView(locals, url.searchParams, 'public'));
	const corrected = correctedQuery(url.searchParams, view.request);
	if (corrected !== null) redirect(303, url.pathname + corrected);
	const picture = await drawMap(view);
	return {
		state: view.state,
		asOf: view.request.asOf,
		...levelsOf(view),
		second: view.second?.id ?? null,
		zones: view.zones,
		zoneUnits: view.zoneUnits,
		points: view.points,
		sources: view.sources.map(({ id, title }) => ({ id, title })),
		picture: unsent(picture),
		pictureMissing: picture === null
	};
};
