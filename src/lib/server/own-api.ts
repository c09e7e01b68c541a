/**
 * What the JSON endpoints for our own pages share: they know a session or a token, answer nobody else's pages, and
 * nothing of them is kept. Every refusal is `{ error: { code, field? } }`; devices choose what to do by status and code.
 */
import type { RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { ApiError, readJson } from './api.ts';
import { AppError, isAppError, sentence } from './errors.ts';
import { LimitError } from './limit.ts';
import { log } from './log.ts';
import type { Session } from './session.ts';

/** Fifty writes with the longest texts have about half of it. */
const BODY_LIMIT = 512 * 1024;
const NO_STORE = { 'Cache-Control': 'no-store' };

/** What is asked of whom. */
type Asked = Pick<RequestEvent, 'request' | 'url'>;

/** Answers with the JSON that `work` gives; turns its refusals into answers. What nobody foresaw is thrown. */
export async function answerOwn({ request, url }: Asked, work: () => Promise<object>): Promise<Response> {
	try {
		if (isForeign(request, url))
			throw new ApiError(403, 'foreign_origin', 'Asked by a page of another origin.');
		return Response.json(await work(), { headers: NO_STORE });
	} catch (error) {
		if (error instanceof ApiError) return refusal(error.status, { code: error.code });
		if (!isAppError(error)) throw error;
		if (error.status >= 500) log.error({ code: error.code }, sentence(error));
		const { code, field } = error;
		return refusal(
			// A form is sent back to be filled in; what a program sends in a wrong shape it cannot mend.
			code === 'invalid_input' ? 422 : error.status,
			field === undefined ? { code } : { code, field },
			error instanceof LimitError ? { 'Retry-After': String(error.retryAfter) } : {}
		);
	}
}

/** Browsers say by whose page they ask; what says nothing is no page. */
function isForeign(request: Request, url: URL): boolean {
	const origin = request.headers.get('Origin');
	const site = request.headers.get('Sec-Fetch-Site');
	return (origin !== null && origin !== url.origin) || site === 'cross-site' || site === 'same-site';
}

function refusal(
	status: number,
	error: { code: string; field?: string },
	headers: Record<string, string> = {}
): Response {
	return Response.json({ error }, { status, headers: { ...NO_STORE, ...headers } });
}

/**
 * The session of the person. A device says in `X-Person` whose answers it sends: when somebody else has signed in on it
 * meanwhile, nothing is taken in their name.
 * @throws AppError `unauthenticated` when there is none, it has ended, or it is somebody else's
 */
export async function personOf({
	locals,
	request
}: Pick<RequestEvent, 'locals' | 'request'>): Promise<Session> {
	const session = await locals.session();
	const meant = request.headers.get('X-Person');
	if (session === null || (meant !== null && meant !== session.user.id))
		throw new AppError('unauthenticated', 'There is no session of this person.');
	return session;
}

/** 32 bytes as base64url. */
const TOKEN = /^Bearer ([A-Za-z0-9_-]{43})$/;

/**
 * The token of a respondent's device.
 * @throws AppError `unauthenticated` when there is none
 */
export function tokenOf({ request }: Pick<RequestEvent, 'request'>): string {
	const token = TOKEN.exec(request.headers.get('Authorization') ?? '')?.[1];
	if (token === undefined) throw new AppError('unauthenticated', 'There is no token of a device.');
	return token;
}

/**
 * The body of a request in the shape it must have.
 * @throws ApiError 400 no JSON, 413 too long, 422 another shape
 */
export async function readOwn<T>(
	{ request }: Pick<RequestEvent, 'request'>,
	schema: z.ZodType<T>
): Promise<T> {
	// Only a page of ours can send this type without being asked first by the browser.
	if (!/^application\/json\b/.test(request.headers.get('Content-Type') ?? ''))
		throw new ApiError(400, 'invalid_json', 'The body must be application/json.');
	const parsed = schema.safeParse(storable(await readJson(request, BODY_LIMIT)));
	if (!parsed.success) throw new ApiError(422, 'invalid_input', 'The body has another shape.');
	return parsed.data;
}

/** PostgreSQL keeps neither NUL nor half a character; nobody types them on purpose. */
function storable(value: unknown): unknown {
	if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed();
	if (Array.isArray(value)) return value.map(storable);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, storable(each)]));
}
