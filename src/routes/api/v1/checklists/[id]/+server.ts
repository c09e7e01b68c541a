import { cachedJson, preflight, respond } from '$lib/server/api.ts';
import { getChecklist } from '$lib/server/checklists.ts';
import type { RequestHandler } from './$types';

/**
 * `GET /api/v1/checklists/[id]?version=`: the definition in all languages; the newest version when none is named. A
 * named version never changes and may be kept for ever.
 */
export const GET: RequestHandler = ({ locals, params, request, url }) =>
	respond(async () => {
		const wanted = url.searchParams.get('version');
		const { definition, version } = await getChecklist(locals.backend, params.id, wanted);
		return cachedJson(request, definition, wanted === null ? 300 : 'for ever', version.sha256);
	});

export const OPTIONS: RequestHandler = () => preflight('GET, OPTIONS');
