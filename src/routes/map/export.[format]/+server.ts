import { error, type RequestEvent } from '@sveltejs/kit';
import { getLocale, localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { SERVED_FORMATS, type ServedFormat } from '$lib/map/export/file-name.ts';
import { mapPath } from '$lib/map/url.ts';
import { spendOrRefuse } from '$lib/server/actions.ts';
import { fundingNotice } from '$lib/server/funding.ts';
import { requireSession } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { mapFile, recordExport } from '$lib/server/map-export.ts';
import { loadMapView, type MapView } from '$lib/server/map-view.ts';
import type { RequestHandler } from './$types';

/** `GET /map/export.csv` and so on: the map of the same address as a file, as everybody sees it, whoever asks. */
export const GET: RequestHandler = async (event) => {
	const format = formatOf(event.params.format);
	await spendOrRefuse(event, 'export');
	const view = await answer(loadMapView(event.locals, event.url.searchParams, 'public'));
	return fileOf(event, view, format);
};

/**
 * `POST /map/export.csv` and so on: the same with all that the mandate of whoever asks shows them. Who takes along more
 * than the public sees is noted in the audit log first.
 */
export const POST: RequestHandler = async (event) => {
	const format = formatOf(event.params.format);
	const { user } = await requireSession(event);
	await spendOrRefuse(event, 'export', user.id);
	const view = await answer(loadMapView(event.locals, event.url.searchParams));
	await answer(recordExport(view, format));
	return fileOf(event, view, format);
};

function formatOf(ending: string): ServedFormat {
	const format = SERVED_FORMATS.find((each) => each === ending);
	if (format === undefined) error(404, { message: 'not_found', code: 'not_found' });
	return format;
}

function fileOf({ url }: Pick<RequestEvent, 'url'>, view: MapView, format: ServedFormat): Promise<Response> {
	// With its day: the page shows another one tomorrow. Until then it is the same, and so are its classes.
	const { classes } = view.state;
	const address = url.origin + localizeHref(mapPath(view.state, { asOf: view.request.asOf, classes }));
	return answer(mapFile(view, format, { address, funding: fundingNotice(getLocale()) }));
}
