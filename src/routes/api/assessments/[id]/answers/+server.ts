import { spend } from '$lib/server/actions.ts';
import { loadAssessment } from '$lib/server/assessments.ts';
import { answerOwn, personOf } from '$lib/server/own-api.ts';
import type { RequestHandler } from './$types';

/**
 * `GET /api/assessments/[id]/answers` → `{ status, person, state, may_lead, may_confirm, assessment, answers }`: what a
 * device needs to go on with a round. `person` tells whose device it is for. 401 the session ended · 404 not theirs.
 */
export const GET: RequestHandler = (event) =>
	answerOwn(event, async () => {
		const { client, user } = await personOf(event);
		await spend(event, 'answers', user.id);
		const { assessment, state, may_lead, may_confirm, answers } = await loadAssessment(
			client,
			event.params.id
		);
		return { status: assessment.status, person: user.id, state, may_lead, may_confirm, assessment, answers };
	});
