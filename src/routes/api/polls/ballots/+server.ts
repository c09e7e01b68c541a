import { ballotSchema } from '$lib/assessments/poll.ts';
import { spend } from '$lib/server/actions.ts';
import { answerOwn, readOwn } from '$lib/server/own-api.ts';
import { castBallot } from '$lib/server/polls.ts';
import type { RequestHandler } from './$types';

/**
 * `POST /api/polls/ballots`, `{ link, id, choices: { "0": 2 } }`: counts a ballot; sent twice it counts once. Whoever is
 * signed in on the device, nobody learns of it. 404 unknown link · 409 no more are taken · 410 closed · 422 no such
 * answer.
 */
export const POST: RequestHandler = (event) =>
	answerOwn(event, async () => {
		const { link, id, choices } = await readOwn(event, ballotSchema);
		await spend(event, 'ballot', id);
		await castBallot(event.locals.backend, link, id, choices);
		return { done: true };
	});
