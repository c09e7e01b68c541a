/** What the screens of a round ask our server, besides sending answers. */
import { z } from 'zod';
import { ask, type Told } from './ask.ts';
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
export type Asked<T> = Told<T, AskProblem>;

const PROBLEMS: Record<number, AskProblem> = {
	401: 'signed_out',
	403: 'not_found',
	404: 'not_found',
	409: 'over',
	410: 'expired',
	422: 'not_found',
	429: 'too_often'
};

const ownAnswers = assessmentView.pick({ assessment: true, answers: true }).extend({ person: z.string() });
const done = z.object({ done: z.literal(true) });

/** A round of a community with its answers, and for whom they were told. */
export type ToldRound = z.output<typeof ownAnswers>;

/**
 * Asks for a round of a community with its answers.
 * @param fetch of a page that is being loaded
 */
export function askRound(assessment: string, fetch?: typeof globalThis.fetch): Promise<Asked<ToldRound>> {
	return ask(`/api/assessments/${encodeURIComponent(assessment)}/answers`, ownAnswers, PROBLEMS, { fetch });
}

/** What may be known of a link before joining. */
export function askLink(link: string): Promise<Asked<OpenedLink>> {
	return ask('/api/respondents/link', openedLinkSchema, PROBLEMS, { body: { link } });
}

/** Joins; asked twice with the same id and token, one person does. */
export function join(
	link: string,
	{ id, token }: { id: string; token: string },
	name: string
): Promise<Asked<RespondentView>> {
	return ask('/api/respondents/join', respondentView, PROBLEMS, { token, body: { link, id, name } });
}

/** Says that the respondent is done; they may still change what they said. */
export function finish(token: string): Promise<Asked<{ done: true }>> {
	return ask('/api/respondents/finish', done, PROBLEMS, { token, body: {} });
}

/** Takes everything back that the respondent said; nothing of it is kept. */
export function leave(token: string): Promise<Asked<{ done: true }>> {
	return ask('/api/respondents/leave', done, PROBLEMS, { token, body: {} });
}
