/** The way from a browser to the endpoints of our server. */
import type { Round } from './round.ts';
import type { Reply, Transport } from './turn.ts';

/** A slow phone may need a while; a request that hangs must not hold the others up for ever. */
const TIMEOUT_MS = 30_000;

/** `Retry-After`: seconds, or a day and time. @returns milliseconds; null = not said */
export function retryAfter(header: string | null, now: number): number | null {
	if (header === null || header.trim() === '') return null;
	const seconds = Number(header);
	const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
	return Number.isNaN(ms) ? null : Math.max(0, ms);
}

/** Asks the endpoints with `fetch`. */
export function httpTransport(fetch: typeof globalThis.fetch): Transport {
	const ask = async (round: Round, what: 'writes' | 'answers', body?: unknown): Promise<Reply> => {
		const path =
			round.kind === 'community'
				? `/api/assessments/${encodeURIComponent(round.assessment)}/${what}`
				: `/api/respondents/${what}`;
		const response = await fetch(path, {
			method: body === undefined ? 'GET' : 'POST',
			headers: {
				accept: 'application/json',
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
				// Somebody else may have signed in on this device since: then nothing is taken in their name.
				...(round.kind === 'community'
					? { 'x-person': round.person }
					: { authorization: `Bearer ${round.token}` })
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
			// A page to sign in at is no answer.
			redirect: 'error',
			cache: 'no-store',
			signal: AbortSignal.timeout(TIMEOUT_MS)
		});
		const text = await response.text();
		return {
			status: response.status,
			body: parsed(text),
			retryAfter: retryAfter(response.headers.get('retry-after'), Date.now())
		};
	};
	return {
		post: (round, writes) => ask(round, 'writes', { writes }),
		get: (round) => ask(round, 'answers')
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
