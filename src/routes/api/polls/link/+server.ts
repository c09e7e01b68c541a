import { z } from 'zod';
import { spend } from '$lib/server/actions.ts';
import { answerOwn, readOwn } from '$lib/server/own-api.ts';
import { openPollLink } from '$lib/server/polls.ts';
import type { RequestHandler } from './$types';

const bodySchema = z.strictObject({ link: z.string().min(1).max(100) });

/**
 * `POST /api/polls/link`, `{ link }` → what is asked, until when, and whether it still is. The token stands in the
 * fragment of the link and in this body, so that no log ever has it. 404 unknown.
 */
export const POST: RequestHandler = (event) =>
	answerOwn(event, async () => {
		const { link } = await readOwn(event, bodySchema);
		await spend(event, 'poll');
		return openPollLink(event.locals.backend, link);
	});
