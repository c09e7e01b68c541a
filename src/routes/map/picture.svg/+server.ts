import { error } from '@sveltejs/kit';
import style from '$lib/map/picture.css?raw';
import { answer } from '$lib/server/http.ts';
import { drawMap } from '$lib/server/map-picture.ts';
import { loadMapView } from '$lib/server/map-view.ts';
import type { RequestHandler } from './$types';

/**
 * The drawn map of the same address, for pages opened by script; whoever takes a picture along gets `export.svg`. It is
 * public, whoever asks; only `mandated` gives readers what their mandate shows them, and that picture is kept by nobody.
 */
export const GET: RequestHandler = async ({ locals, url }) => {
	const mandated = url.searchParams.has('mandated');
	const view = await answer(loadMapView(locals, url.searchParams, mandated ? 'whoever-asks' : 'public'));
	const picture = await answer(drawMap(view, { css: style }));
	if (picture === null) error(503, { message: 'topology', code: 'unavailable' });
	return new Response(picture, {
		headers: {
			'Content-Type': 'image/svg+xml; charset=utf-8',
			// Data change through the day; a page that is opened again soon need not draw again.
			'Cache-Control': mandated ? 'private, no-store' : 'public, max-age=60'
		}
	});
};
