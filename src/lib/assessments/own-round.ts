/** What the screens of a round ask our server, besides sending answers. */
import { z } from 'zod';
import {
	assessmentView,
	openedLinkSchema,
	respondentView,
	type OpenedLink,
	type RespondentView
} from './round.ts';

/** Why there is no answer. */
export type AskProblem =
	/** Nobody is signed in. */
	| 'signed_out'
	| 'not_found'
	/** Revoked, or nobody joins any more. */
	| 'over'
	| 'expired'
	| 'too_often'
	/** No connection, or the server is ill. */
	| 'unreachable';

/** An answer, or why there is none. */
export type Asked<T> = { told: T; problem?: never } | { told?: never; problem: AskProblem };

/** A person waits before the screen. */
const PATIENCE_MS = 10_000;

const PROBLEMS: Record<number, AskProblem> = {
	401: 'signed_out',
	403: 'not_found',
	404: 'not_found',
	409: 'over',
	410: 'expired',
	422: 'not_found',
	429: 'too_often'
};

async function ask<T>(
	path: string,
	schema: z.ZodType<T>,
	{ token, body }: { token?: string; body?: object } = {}
): Promise<Asked<T>> {
	try {
		const response = await fetch(path, {
			method: body === undefined ? 'GET' : 'POST',
			headers: {
				accept: 'application/json',
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
				...(token === undefined ? {} : { authorization: `Bearer ${token}` })
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
			redirect: 'error',
			cache: 'no-store',
			signal: AbortSignal.timeout(PATIENCE_MS)
		});
		if (!response.ok) return { problem: PROBLEMS[response.status] ?? 'unreachable' };
		const told = schema.safeParse(await response.json());
		return told.success ? { told: told.data } : { problem: 'unreachable' };
	} catch {
		return { problem: 'unreachable' };
	}
}

const ownAnswers = assessmentView.pick({ assessment: true, answers: true }).extend({ person: z.string() });
const done = z.object({ done: z.literal(true) });

/** A round of a community with its answers, and for whom they were told. */
export function askRound(assessment: string): Promise<Asked<z.output<typeof ownAnswers>>> {
	return ask(`/api/assessments/${encodeURIComponent(assessment)}/answers`, ownAnswers);
}

/** What may be known of a link before joining. */
export function askLink(link: string): Promise<Asked<OpenedLink>> {
	return ask('/api/respondents/link', openedLinkSchema, { body: { link } });
}

/** Joins; asked twice with the same id and token, one person does. */
export function join(
	link: string,
	{ id, token }: { id: string; token: string },
	name: string
): Promise<Asked<RespondentView>> {
	return ask('/api/respondents/join', respondentView, { token, body: { link, id, name } });
}

/** Says that the respondent is done; they may still change what they said. */
export function finish(token: string): Promise<Asked<{ done: true }>> {
	return ask('/api/respondents/finish', done, { token, body: {} });
}

/** Takes everything back that the respondent said; nothing of it is kept. */
export function leave(token: string): Promise<Asked<{ done: true }>> {
	return ask('/api/respondents/leave', done, { token, body: {} });
}
