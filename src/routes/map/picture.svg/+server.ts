import { error } from '@sveltejs/kit';
import style from '$lib/map/picture.css?raw';
import { answer } from '$lib/server/http.ts';
import { drawMap, type PictureUse } from '$lib/server/map-picture.ts';
import { loadLayerSources, loadMapFacts, mapFactsOf } from '$lib/server/map.ts';
import { readMapRequest } from '$lib/server/map-request.ts';
import type { RequestHandler } from './$types';

/**
 * The drawn map of the same address as a file: for pages opened by script and, with `sheet`, for those who take
 * it along: then title, legend and sources stand around it. It is public, whoever asks; only `mandated` gives readers
 * what their mandate shows them, and that picture is kept by nobody.
 */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { state, asOf } = await answer(readMapRequest(locals.backend, url.searchParams));
	const mandated = url.searchParams.has('mandated');
	const facts = await answer(mandated ? mapFactsOf(locals, asOf) : loadMapFacts(locals.backend, asOf));
	const use: PictureUse = { css: style };
	if (url.searchParams.has('sheet')) {
		const sources = await answer(loadLayerSources(locals.backend));
		use.sources = sources.map(({ title, publisher }) => `${title} (${publisher})`);
	}
	const picture = drawMap(facts, state, use);
	if (picture === null) error(503, { message: 'topology', code: 'unavailable' });
	return new Response(picture, {
		headers: {
			'Content-Type': 'image/svg+xml; charset=utf-8',
			// Data change through the day; a page that is opened again soon need not draw again.
			'Cache-Control': mandated ? 'private, no-store' : 'public, max-age=60'
		}
	});
};
