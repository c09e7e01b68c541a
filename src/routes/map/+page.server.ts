import { redirect } from '@sveltejs/kit';
import { beginComparison, serialiseCompareUrl } from '$lib/map/compare.ts';
import { problemWord, refusedWord } from '$lib/map/notices.ts';
import { correctedQuery } from '$lib/map/url.ts';
import { unsent } from '$lib/map/unsent.ts';
import { maySurvey } from '$lib/people/mandate.ts';
import { knownSession } from '$lib/server/guard.ts';
import { loadCard } from '$lib/server/map-card.ts';
import { answer } from '$lib/server/http.ts';
import { drawMap } from '$lib/server/map-picture.ts';
import { loadMapView } from '$lib/server/map-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, isDataRequest }) => {
	const view = await answer(loadMapView(locals, url.searchParams));
	const { request, state, facts } = view;
	const corrected = correctedQuery(url.searchParams, request);
	// 303 and not for ever: which codes are known changes with the reference data.
	if (corrected !== null) redirect(303, url.pathname + corrected);

	// A browser that only asks for data has the page already and fetches `/map/picture.svg` when it needs it.
	const picture = isDataRequest ? null : await answer(drawMap(view));
	const place = state.place === null ? undefined : facts.index.byCode(state.place);
	const roles = place === undefined ? [] : ((await knownSession(locals))?.roles ?? []);
	return {
		state,
		/** What of the address could not be granted, in words. */
		notices: [
			...view.refused.map((part) => refusedWord[part]()),
			...request.problems.map(({ reason, value }) => problemWord[reason]({ value }))
		],
		today: request.today,
		comparePath: `/map/compare${serialiseCompareUrl(beginComparison(state, request.today))}`,
		card: state.place === null ? null : await answer(loadCard(locals, view, state.place)),
		/** The reader may record a survey of the selected place. */
		maySurvey: place !== undefined && maySurvey(roles, place),
		picture: unsent(picture),
		pictureMissing: !isDataRequest && picture === null
	};
};
