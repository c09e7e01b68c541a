import { spend } from '$lib/server/actions.ts';
import { answerOwn, tokenOf } from '$lib/server/own-api.ts';
import { leaveRound } from '$lib/server/respondents.ts';
import type { RequestHandler } from './$types';

/**
 * `POST /api/respondents/leave`: the person takes everything back; nothing of it is kept. 401 no token · 404 unknown
 * token, also when they have left already.
 */
export const POST: RequestHandler = (event) =>
	answerOwn(event, async () => {
		const token = tokenOf(event);
		await spend(event, 'answers', token);
		await leaveRound(event.locals.backend, token);
		return { done: true };
	});
