import { redirect } from '@sveltejs/kit';
import { correctedQuery } from '$lib/map/url.ts';
import { unsent } from '$lib/map/unsent.ts';
import { maySurvey } from '$lib/people/mandate.ts';
import { knownSession } from '$lib/server/guard.ts';
import { loadCard } from '$lib/server/map-card.ts';
import { answer } from '$lib/server/http.ts';
import { mapFactsOf } from '$lib/server/map.ts';
import { drawMap } from '$lib/server/map-picture.ts';
import { readMapRequest } from '$lib/server/map-request.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, isDataRequest }) => {
	const request = await answer(readMapRequest(locals.backend, url.searchParams));
	const { state, problems, today, asOf } = request;
	const corrected = correctedQuery(url.searchParams, request);
	// 303 and not for ever: which codes are known changes with the reference data.
	if (corrected !== null) redirect(303, url.pathname + corrected);

	const facts = await answer(mapFactsOf(locals, asOf));
	// A browser that only asks for data has the page already and fetches `/map/picture.svg` when it needs it.
	const picture = isDataRequest ? null : drawMap(facts, state);
	const place = state.place === null ? undefined : facts.index.byCode(state.place);
	const roles = place === undefined ? [] : ((await knownSession(locals))?.roles ?? []);
	return {
		state,
		problems,
		today,
		card: state.place === null ? null : await answer(loadCard(locals.backend, facts, state.place)),
		/** The reader may record a survey of the selected place. */
		maySurvey: place !== undefined && maySurvey(roles, place),
		picture: unsent(picture),
		pictureMissing: !isDataRequest && picture === null
	};
};
