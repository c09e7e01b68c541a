import { CHECKLIST_LICENCE } from '$lib/open-data/checklists.ts';
import { cached, limitHeaders, respond } from '$lib/server/api.ts';
import { getChecklist } from '$lib/server/checklists.ts';
import { readPreflight, spendOf } from '$lib/server/open-data.ts';
import type { RequestHandler } from './$types';

/**
 * `GET /api/v1/checklists/[id]?version=`: the definition in all languages; the newest version when none is named. A
 * named version never changes and may be kept for ever.
 */
export const GET: RequestHandler = (event) =>
	respond(async () => {
		const { locals, params, request, url } = event;
		const limit = limitHeaders(await spendOf(event));
		const wanted = url.searchParams.get('version');
		const { definition, version } = await getChecklist(locals.backend, params.id, wanted);
		return cached(request, JSON.stringify(definition), wanted === null ? 300 : 'for ever', {
			tag: version.sha256,
			headers: { ...limit, Link: `<${CHECKLIST_LICENCE}>; rel="license"` }
		});
	});

export const OPTIONS: RequestHandler = readPreflight;
