/** A ballot on this device, from the first answer to the thanks, and what our server says of it. */
import { z } from 'zod';
import { run } from '../offline/db.ts';
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

/** The link itself is not kept: who finds the device could answer with it. */
async function keyOf(link: string): Promise<string> {
	const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(link));
	return `poll ${[...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** What was begun with a link on this device; null = nothing. @throws StorageError */
export async function readBallot(link: string): Promise<Ballot | null> {
	const key = await keyOf(link);
	return keptSchema.safeParse((await run((db) => db.get('settings', key)))?.value).data ?? null;
}

/** Keeps a ballot, or that it was counted. @throws StorageError when this browser keeps nothing */
export async function keepBallot(link: string, ballot: Ballot): Promise<void> {
	const key = await keyOf(link);
	await run((db) => db.put('settings', { key, value: ballot }));
}

/** Why there is no answer. */
export type PollProblem = 'unknown' | 'closed' | 'full' | 'refused' | 'too_often' | 'unreachable';

/** An answer, or why there is none. */
export type Told<T> = { told: T; problem?: never } | { told?: never; problem: PollProblem };

const PROBLEMS: Record<number, PollProblem> = {
	404: 'unknown',
	409: 'full',
	410: 'closed',
	422: 'refused',
	429: 'too_often'
};

/** A person waits before the screen. */
const PATIENCE_MS = 10_000;

async function ask<T>(path: string, schema: z.ZodType<T>, body: object): Promise<Told<T>> {
	try {
		const response = await fetch(path, {
			method: 'POST',
			headers: { accept: 'application/json', 'content-type': 'application/json' },
			body: JSON.stringify(body),
			// Nobody is to learn who of those that are signed in answers.
			credentials: 'omit',
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

/** What a link asks. */
export function askPoll(link: string): Promise<Told<OpenedPoll>> {
	return ask('/api/polls/link', openedPollSchema, { link });
}

/** Casts a ballot; asked twice it counts once. */
export function castBallot(link: string, { ballot, choices }: Ballot): Promise<Told<{ done: true }>> {
	return ask('/api/polls/ballots', z.object({ done: z.literal(true) }), { link, id: ballot, choices });
}
