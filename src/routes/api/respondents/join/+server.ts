import { z } from 'zod';
import { spend } from '$lib/server/actions.ts';
import { answerOwn, readOwn, tokenOf } from '$lib/server/own-api.ts';
import { joinRound } from '$lib/server/respondents.ts';
import type { RequestHandler } from './$types';

const bodySchema = z.strictObject({
	link: z.string().min(1).max(100),
	id: z.uuid(),
	name: z
		.string()
		.trim()
		.max(60)
		.nullish()
		.transform((name) => name || null)
});

/**
 * `POST /api/respondents/join`, `{ link, id, name? }`, with the new token of the device in `Authorization` → the round.
 * Sent twice, one person joins. 404 unknown link · 409 nobody joins any more · 410 the link has expired.
 */
export const POST: RequestHandler = (event) =>
	answerOwn(event, async () => {
		const token = tokenOf(event);
		await spend(event, 'join', token);
		const joining = await readOwn(event, bodySchema);
		const view = await joinRound(event.locals.backend, { ...joining, token });
		return { status: view.assessment.status, ...view };
	});
