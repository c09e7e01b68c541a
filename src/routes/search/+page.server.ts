import { redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { answer } from '$lib/server/http.ts';
import { loadTerritories, searchablePlaces } from '$lib/server/territories.ts';
import { nearestNames, searchPlaces, type Place } from '$lib/territories/names.ts';
import { placeLabel } from '$lib/territories/place-label.ts';
import { onlyAnswer } from '$lib/territories/only-answer.ts';
import type { PageServerLoad } from './$types';

/** Longer texts are no names of places. */
const LONGEST_QUERY = 80;
const SHOWN_RESULTS = 50;

export const load: PageServerLoad = async ({ url, locals: { backend } }) => {
	const query = (url.searchParams.get('q') ?? '').trim().slice(0, LONGEST_QUERY);
	const places = searchablePlaces(await answer(loadTerritories(backend)));
	const found = searchPlaces(places, query, SHOWN_RESULTS);
	const only = onlyAnswer(found, query);
	if (only) redirect(303, localizeHref(`/territory/${only.code}`));
	return {
		query,
		found: found.map(toLink),
		near: found.length === 0 ? nearestNames(places, query).map(toLink) : []
	};
};

function toLink(place: Place) {
	return { code: place.code, kind: place.kind, label: placeLabel(place) };
}
