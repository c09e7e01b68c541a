/** How screens ask our endpoints: an answer, or why there is none. */
import type { z } from 'zod';

/** An answer, or why there is none; `unreachable`: no connection, or the server is ill. */
export type Told<T, P extends string> =
	{ told: T; problem?: never } | { told?: never; problem: P | 'unreachable' };

interface Asking {
	/** Of a respondent's device. */
	token?: string;
	/** Sent with POST. */
	body?: object;
	/** Without cookies: nobody is to learn who of those that are signed in asks. */
	anonymous?: boolean;
	/** How to fetch, when a page that is being loaded asks. */
	fetch?: typeof globalThis.fetch;
}

/** A person waits before the screen. */
const PATIENCE_MS = 10_000;

/**
 * Asks an endpoint of ours.
 * @param problems what a status means here; any other is `unreachable`
 */
export async function ask<T, P extends string>(
	path: string,
	schema: z.ZodType<T>,
	problems: Readonly<Record<number, P>>,
	{ token, body, anonymous = false, fetch = globalThis.fetch }: Asking = {}
): Promise<Told<T, P>> {
	try {
		const response = await fetch(path, {
			method: body === undefined ? 'GET' : 'POST',
			headers: {
				accept: 'application/json',
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
				...(token === undefined ? {} : { authorization: `Bearer ${token}` })
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
			credentials: anonymous ? 'omit' : 'same-origin',
			redirect: 'error',
			cache: 'no-store',
			signal: AbortSignal.timeout(PATIENCE_MS)
		});
		if (!response.ok) return { problem: problems[response.status] ?? 'unreachable' };
		const told = schema.safeParse(await response.json());
		return told.success ? { told: told.data } : { problem: 'unreachable' };
	} catch {
		return { problem: 'unreachable' };
	}
}
