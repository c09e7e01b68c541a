import { redirect } from '@sveltejs/kit';
import { correctedQuery } from '$lib/map/url.ts';
import { answer } from '$lib/server/http.ts';
import { loadMapView } from '$lib/server/map-view.ts';
import type { PageServerLoad } from './$types';

/** What can be taken along of a map, for browsers without script; with script it opens on the map itself. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const view = await answer(loadMapView(locals, url.searchParams));
	const corrected = correctedQuery(url.searchParams, view.request);
	if (corrected !== null) redirect(303, url.pathname + corrected);
	return { state: view.state, asOf: view.request.asOf, seesMore: view.seesMore };
};
