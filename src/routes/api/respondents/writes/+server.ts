import { writesSchema } from '$lib/assessments/round.ts';
import { spend } from '$lib/server/actions.ts';
import { answerOwn, readOwn, tokenOf } from '$lib/server/own-api.ts';
import { writeOwnAnswers } from '$lib/server/respondents.ts';
import type { RequestHandler } from './$types';

/**
 * `POST /api/respondents/writes`, `{ writes }` → `{ outcomes }`: own answers of a respondent. 401 no token · 404 unknown
 * token · 409 the round has gone on, or the person was shut out (field) · 410 the time is over.
 */
export const POST: RequestHandler = (event) =>
	answerOwn(event, async () => {
		const token = tokenOf(event);
		await spend(event, 'answers', token);
		const { writes } = await readOwn(event, writesSchema);
		return { outcomes: await writeOwnAnswers(event.locals.backend, token, writes) };
	});
