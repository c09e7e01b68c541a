import { spend } from '$lib/server/actions.ts';
import { freshJson, preflight, readJson, respond } from '$lib/server/api.ts';
import { scoreRequest } from '$lib/server/score-request.ts';
import type { RequestHandler } from './$types';

/** A full form with a long note to every item has about half of it. */
const BODY_LIMIT = 256 * 1024;

/**
 * `POST /api/v1/checklists/[id]/score`: scores the answers of the body (`scoreRequest`) and keeps nothing. 400 no
 * JSON · 404 unknown checklist or version · 413 too long · 422 with a problem for each wrong answer · 429 too often.
 */
export const POST: RequestHandler = (event) =>
	respond(async () => {
		await spend(event, 'score');
		const body = await readJson(event.request, BODY_LIMIT);
		return freshJson(await scoreRequest(event.locals.backend, event.params.id, body));
	});

export const OPTIONS: RequestHandler = () => preflight('POST, OPTIONS');
