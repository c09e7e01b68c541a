/** A ballot on this device, from the first answer to the thanks, and what our server says of it. */
import { z } from 'zod';
import { run } from '../offline/db.ts';
import { linkKey } from '../offline/link-key.ts';
import { ask, type Told } from './ask.ts';
import { choicesSchema, openedPollSchema, type Choices, type OpenedPoll } from './poll.ts';

/** What this device keeps of a poll. */
const keptSchema = z.object({
	/** Of the ballot: sent twice, also after the page was closed, it counts once. */
	ballot: z.uuid(),
	choices: z.union([choicesSchema, z.strictObject({})]),
	/** Was counted; what was answered is kept no longer. */
	isSent: z.boolean()
});
export interface Ballot {
	ballot: string;
	choices: Choices;
	isSent: boolean;
}

/** A ballot on which nothing is answered. */
export function newBallot(): Ballot {
	return { ballot: crypto.randomUUID(), choices: {}, isSent: false };
}

/** What was begun with a link on this device; null = nothing. @throws StorageError */
export async function readBallot(link: string): Promise<Ballot | null> {
	const key = await linkKey('poll', link);
	return keptSchema.safeParse((await run((db) => db.get('settings', key)))?.value).data ?? null;
}

/** Keeps a ballot, or that it was counted. @throws StorageError when this browser keeps nothing */
export async function keepBallot(link: string, ballot: Ballot): Promise<void> {
	const key = await linkKey('poll', link);
	await run((db) => db.put('settings', { key, value: ballot }));
}

/** Why there is no answer. */
export type PollProblem = 'unknown' | 'closed' | 'full' | 'refused' | 'too_often' | 'unreachable';

const PROBLEMS: Record<number, PollProblem> = {
	404: 'unknown',
	409: 'full',
	410: 'closed',
	422: 'refused',
	429: 'too_often'
};

/** What a link asks. */
export function askPoll(link: string): Promise<Told<OpenedPoll, PollProblem>> {
	return ask('/api/polls/link', openedPollSchema, PROBLEMS, { body: { link }, anonymous: true });
}

/** Casts a ballot; asked twice it counts once. */
export function castBallot(
	link: string,
	{ ballot, choices }: Ballot
): Promise<Told<{ done: true }, PollProblem>> {
	const body = { link, id: ballot, choices };
	return ask('/api/polls/ballots', z.object({ done: z.literal(true) }), PROBLEMS, { body, anonymous: true });
}
