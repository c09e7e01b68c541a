import { json } from '@sveltejs/kit';
import { todayInRiga } from '$lib/activity/dates.ts';
import { areaRows } from '$lib/map/rows.ts';
import { DEFAULT_MAP_STATE } from '$lib/map/url.ts';
import { answer } from '$lib/server/http.ts';
import { loadMapFacts } from '$lib/server/map.ts';
import type { RequestHandler } from './$types';

/** `GET /communities/register/areas`: parishes and towns as the map draws them, for choosing one. Class P. */
export const GET: RequestHandler = async ({ locals }) => {
	const facts = await answer(loadMapFacts(locals.backend, todayInRiga(new Date())));
	return json(areaRows(facts, 'parish', DEFAULT_MAP_STATE));
};
