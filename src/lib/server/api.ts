/**
 * What the public endpoints under `/api/v1` share. They hold nothing of anybody and know no session, so pages of other
 * origins may call them. Every refusal has the shape `{ error: { code, message, problems? } }`.
 */
import { createHash } from 'node:crypto';
import { isAppError, sentence } from './errors.ts';
import { LimitError, type Allowance } from './limit.ts';
import { log } from './log.ts';

const CORS = {
	'Access-Control-Allow-Origin': '*',
	'Access-Control-Expose-Headers': 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After'
};

/** For how long an answer that may be kept is still good while a new one is fetched, in seconds. */
const STALE = 10 * 60;

/** A refusal that is the caller's to correct. */
export class ApiError extends Error {
	readonly status: number;
	readonly code: string;
	readonly problems: readonly object[] | undefined;

	/**
	 * @param code for programs
	 * @param message for people: what is wrong and what would be right
	 * @param problems where several things are wrong, each of them
	 */
	constructor(status: number, code: string, message: string, problems?: readonly object[]) {
		super(message);
		this.name = 'ApiError';
		this.status = status;
		this.code = code;
		this.problems = problems;
	}
}

/** A parameter of an address that cannot be taken; the message goes on after its name. */
export interface ParameterProblem {
	parameter: string;
	message: string;
}

/** 400 that names each parameter that cannot be taken, and what would be right. */
export function refusedParameters(problems: readonly ParameterProblem[]): ApiError {
	const sentences = problems.map(({ parameter, message }) => `"${parameter}" ${message}.`);
	return new ApiError(400, 'invalid_parameter', sentences.join(' '), problems);
}

/** Answers with what `work` gives; turns its refusals, and what nobody foresaw, into answers. */
export async function respond(work: () => Promise<Response>): Promise<Response> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof ApiError) {
			const { status, code, message, problems } = error;
			return refusal(status, { code, message, ...(problems ? { problems } : {}) });
		}
		if (!isAppError(error)) {
			log.error({ err: error }, 'An endpoint failed.');
			return refusal(500, { code: 'internal', message: 'Something went wrong on the server.' });
		}
		// Sentences about the server itself are for its operators.
		const ours = error.status >= 500;
		if (ours) log.error({ code: error.code }, sentence(error));
		const retry: Record<string, string> =
			error instanceof LimitError
				? { 'Retry-After': String(error.retryAfter), ...limitHeaders(error.allowance) }
				: {};
		const message = ours ? 'The server cannot answer now; try again later.' : sentence(error);
		return refusal(error.status, { code: error.code, message }, retry);
	}
}

function refusal(status: number, error: object, headers: Record<string, string> = {}): Response {
	return Response.json({ error }, { status, headers: { ...CORS, 'Cache-Control': 'no-store', ...headers } });
}

/** JSON that nobody keeps. */
export function freshJson(body: unknown): Response {
	return Response.json(body, { headers: { ...CORS, 'Cache-Control': 'no-store' } });
}

/** How often the caller may ask, and how often still (draft-ietf-httpapi-ratelimit-headers). */
export function limitHeaders({ times, seconds, remaining, reset }: Allowance): Record<string, string> {
	return {
		'RateLimit-Policy': `"address";q=${times};w=${seconds}`,
		RateLimit: `"address";r=${remaining};t=${reset}`
	};
}

/**
 * A text or a file that may be kept; 304 without a body when the caller has it already.
 * @param seconds how long it may be kept without asking; `for ever` when it never changes
 * @param tag what stands for the content; made from it when not given
 * @param headers besides; the type is `application/json` where they name no other
 */
export function cached(
	request: Request,
	body: string | Uint8Array<ArrayBuffer>,
	seconds: number | 'for ever',
	{ tag, headers }: { tag?: string | undefined; headers?: Record<string, string> } = {}
): Response {
	// Weak: compression on the way changes the bytes and not the content.
	const etag = `W/"${tag ?? createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
	const keep =
		seconds === 'for ever'
			? 'max-age=31536000, immutable'
			: `max-age=${seconds}, stale-while-revalidate=${STALE}`;
	const all = { ...CORS, 'Cache-Control': `public, ${keep}`, ETag: etag, ...headers };
	if (knows(request, etag)) return new Response(null, { status: 304, headers: all });
	return new Response(body, { headers: { 'Content-Type': 'application/json', ...all } });
}

function knows(request: Request, etag: string): boolean {
	const bare = (tag: string): string => tag.trim().replace(/^W\//, '');
	const known = request.headers.get('If-None-Match');
	if (known === null) return false;
	return known.trim() === '*' || known.split(',').some((tag) => bare(tag) === bare(etag));
}

/** Answers the question of a browser whether a page of another origin may send a request. */
export function preflight(methods: string): Response {
	return new Response(null, {
		status: 204,
		headers: {
			...CORS,
			'Access-Control-Allow-Methods': methods,
			'Access-Control-Allow-Headers': 'Content-Type, If-None-Match',
			'Access-Control-Max-Age': '86400'
		}
	});
}

/**
 * The JSON of a request.
 * @param limit of the body, in bytes
 * @throws ApiError 413 when it is longer, 400 when it is no JSON
 */
export async function readJson(request: Request, limit: number): Promise<unknown> {
	const bytes = await readAtMost(request, limit);
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		throw new ApiError(400, 'invalid_json', 'The body is not JSON in UTF-8.');
	}
}

async function readAtMost(request: Request, limit: number): Promise<Uint8Array> {
	const tooLong = new ApiError(
		413,
		'body_too_large',
		`The body has more than ${limit / 1024} kB; send less at once.`
	);
	const chunks: Uint8Array[] = [];
	let length = 0;
	const reader = request.body?.getReader();
	// What is too long is still read to its end: whoever is answered while they are sending may lose the answer, and
	// the next one on the same connection. The server itself ends it at `BODY_SIZE_LIMIT`, with an error of status 413.
	for (;;) {
		const chunk = await reader?.read().catch((error: unknown) => {
			throw (error as { status?: unknown }).status === 413 ? tooLong : error;
		});
		if (chunk?.value === undefined) break;
		length += chunk.value.length;
		if (length <= limit) chunks.push(chunk.value);
	}
	if (length > limit) throw tooLong;
	return Buffer.concat(chunks);
}
