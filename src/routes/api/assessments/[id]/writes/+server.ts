import { writesSchema } from '$lib/assessments/round.ts';
import { spend } from '$lib/server/actions.ts';
import { writeAnswers } from '$lib/server/assessments.ts';
import { answerOwn, personOf, readOwn } from '$lib/server/own-api.ts';
import type { RequestHandler } from './$types';

/**
 * `POST /api/assessments/[id]/writes`, `{ writes }` → `{ outcomes }`: answers of a draft, by somebody of the community.
 * 401 the session ended · 404 not theirs to see · 409 no draft any more (field `status`).
 */
export const POST: RequestHandler = (event) =>
	answerOwn(event, async () => {
		const { client, user } = await personOf(event);
		await spend(event, 'answers', user.id);
		const { writes } = await readOwn(event, writesSchema);
		return { outcomes: await writeAnswers(client, event.params.id, writes) };
	});
