import { spend } from '$lib/server/actions.ts';
import { answerOwn, tokenOf } from '$lib/server/own-api.ts';
import { loadRespondent } from '$lib/server/respondents.ts';
import type { RequestHandler } from './$types';

/**
 * `GET /api/respondents/answers` → `{ status, respondent, assessment, answers }`: the round and the own answers, in the
 * shape of those of a community. 401 no token · 404 unknown token · 409 shut out · 410 the time is over.
 */
export const GET: RequestHandler = (event) =>
	answerOwn(event, async () => {
		const token = tokenOf(event);
		await spend(event, 'answers', token);
		const { respondent, assessment, answers } = await loadRespondent(event.locals.backend, token);
		return {
			status: assessment.status,
			respondent,
			assessment,
			answers: answers.map((answer) => ({ ...answer, dissent: null, written_by_name: null }))
		};
	});
