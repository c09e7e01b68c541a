import { spend } from '$lib/server/actions.ts';
import { answerOwn, tokenOf } from '$lib/server/own-api.ts';
import { finishRespondent } from '$lib/server/respondents.ts';
import type { RequestHandler } from './$types';

/**
 * `POST /api/respondents/finish`: says that the person has answered what there was to answer; they may still change it.
 * 401 no token · 404 unknown token · 409 shut out · 410 the time is over.
 */
export const POST: RequestHandler = (event) =>
	answerOwn(event, async () => {
		const token = tokenOf(event);
		await spend(event, 'answers', token);
		await finishRespondent(event.locals.backend, token);
		return { done: true };
	});
