import { z } from 'zod';
import { spend } from '$lib/server/actions.ts';
import { answerOwn, readOwn } from '$lib/server/own-api.ts';
import { openLink } from '$lib/server/respondents.ts';
import type { RequestHandler } from './$types';

const bodySchema = z.strictObject({ link: z.string().min(1).max(100) });

/**
 * `POST /api/respondents/link`, `{ link }` → what may be known before joining. The token stands in the fragment of the
 * link and in this body, so that no log ever has it. 404 unknown.
 */
export const POST: RequestHandler = (event) =>
	answerOwn(event, async () => {
		await spend(event, 'join');
		const { link } = await readOwn(event, bodySchema);
		return openLink(event.locals.backend, link);
	});
