import { redirect } from '@sveltejs/kit';
import { m } from '$lib/i18n/paraglide/messages.js';
import { legendModel } from '$lib/layers/legend.ts';
import { NO_DATA_FILL } from '$lib/layers/palettes.ts';
import { offeredFills } from '$lib/layers/titles.ts';
import { serialiseCompareUrl } from '$lib/map/compare.ts';
import { pictureLevel } from '$lib/map/levels.ts';
import { mandateNotices } from '$lib/map/notices.ts';
import { mapPath, serialiseMapUrl, type MapState } from '$lib/map/url.ts';
import { pictureDescription, pictureTitle } from '$lib/map/words.ts';
import { answer } from '$lib/server/http.ts';
import { loadComparedMaps } from '$lib/server/map-compare.ts';
import type { MapView } from '$lib/server/map-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const maps = await answer(loadComparedMaps(locals, url.searchParams));
	const query = serialiseCompareUrl(maps.asked);
	// A day that cannot be shown stays in the address until the page has told the reader about it.
	if (maps.problems.length === 0 && !isQueryOf(url, query)) redirect(303, url.pathname + query);
	const { left, right, pair } = maps;
	return {
		today: maps.today,
		pair,
		problems: maps.problems,
		refused: maps.refused,
		seesMore: left.seesMore || right.seesMore,
		/** What readers with a mandate are told of either map, each once. */
		mandateNotices: mandateNotices([left, right]),
		left: sideOf(left, pair.left),
		right: sideOf(right, pair.right),
		fills: offeredFills(left.reader)
	};
};

/** Whether an address says the same as a query, in whatever order. */
function isQueryOf(url: URL, query: string): boolean {
	const [wanted, given] = [new URLSearchParams(query), new URLSearchParams(url.searchParams)];
	wanted.sort();
	given.sort();
	return wanted.toString() === given.toString();
}

/** One map as the page shows it: plain data, texts in the language of the page. */
function sideOf(view: MapView, state: MapState) {
	const level = pictureLevel(view.state);
	const { layer, rows } = view.at(level);
	const { second } = view;
	const legend = legendModel(layer, rows, second);
	const title = pictureTitle(layer, level, view.facts.asOf);
	const patterns = [
		...legend.overlays.map((overlay) => ({ ...overlay, details: [] })),
		...(legend.second === null ? [] : [legend.second])
	];
	return {
		state,
		title: legend.years === null ? title : m.compare_title_years({ title, years: legend.years }),
		description: pictureDescription(rows, layer, second),
		picture: `/map/picture.svg${serialiseMapUrl(view.state)}`,
		/** This map by itself, with its table. */
		map: mapPath(state),
		unit: legend.unit,
		notes: legend.notes,
		classes: [
			...legend.classes.map(({ look: { id, fill, pattern, label }, count }) => ({
				look: { id, fill, pattern },
				label: label(),
				count,
				details: ''
			})),
			// A pattern lies over any colour, so its sign has none.
			...patterns.map(({ overlay: { pattern, label }, count, details }) => ({
				look: { id: pattern, fill: NO_DATA_FILL, pattern },
				label: label(),
				count,
				details: details.join('. ')
			}))
		],
		/** What lies over the fill and has no class: points, lines. */
		over: second === null || second.draw === 'pattern' ? null : second.title(),
		sources: view.sources.map(({ id, title }) => ({ id, title })),
		/** Years that can be chosen, oldest first. */
		known: view.years
	};
}
