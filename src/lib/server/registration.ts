/** Registering a community: the draft between the steps, names that are alike, sending it in and mending it. */
import { z } from 'zod';
import { similarRow, type Similar } from '../communities/inside.ts';
import { draftSchema, type Draft } from '../communities/registration.ts';
import { expectDone, unwrap, type Client } from './client.ts';
import { deleteCookie, readCookie, writeCookie, type Jar } from './cookies.ts';
import { KEPT } from './retention.ts';
import { parseRows } from './rows.ts';

/** Seconds. */
const MAX_AGE = KEPT.draftHours * 60 * 60;

const kept = z.object({ for: z.string(), draft: draftSchema });

/** The draft of this person in this browser; null when there is none. */
export function readDraft(jar: Jar, userId: string): Draft | null {
	try {
		const text = Buffer.from(readCookie(jar, 'registration') ?? '', 'base64url').toString('utf8');
		const found = kept.parse(JSON.parse(text));
		return found.for === userId ? found.draft : null;
	} catch {
		return null;
	}
}

/** Keeps the draft in the browser. Base64: percent signs would make three letters of every Latvian one. */
export function saveDraft(jar: Jar, userId: string, draft: Draft): void {
	const value = Buffer.from(JSON.stringify({ for: userId, draft })).toString('base64url');
	writeCookie(jar, 'registration', value, MAX_AGE);
}

/** Forgets it. */
export function forgetDraft(jar: Jar): void {
	deleteCookie(jar, 'registration');
}

/**
 * Communities with a similar name in the same parish, then in the same municipality. Of those that nobody has approved
 * yet, the person's own and, for PKC staff, those of their region.
 */
export async function similarCommunities(
	client: Client,
	{ name, territory_code }: Pick<Draft, 'name' | 'territory_code'>
): Promise<Similar[]> {
	const rows = unwrap(await client.rpc('similar_communities', { name, territory_code }));
	return parseRows('similar_communities', similarRow, rows);
}

/** What `register_community` and `resubmit_community` take; unknown keys are refused there. */
type Registration = Record<string, string | boolean | string[] | Record<string, string | boolean>>;

/**
 * Sends a registration in. Sent twice, because a button is easily pressed two times, it is one all the same.
 * @returns id of the community
 * @throws AppError `invalid_input` with the field
 */
export async function registerCommunity(client: Client, data: Registration): Promise<string> {
	return unwrap(await client.rpc('register_community', { data }));
}

/**
 * Mends a community that is not yet decided on.
 * @throws AppError `forbidden`, `not_found`, `already_used`, `invalid_input` with the field
 */
export async function resubmitCommunity(client: Client, id: string, data: Registration): Promise<void> {
	expectDone(await client.rpc('resubmit_community', { id, data }));
}
