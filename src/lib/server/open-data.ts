/**
 * How the open data of `/api/v1` are answered: what was asked is checked, and what was found is shaped, by the schemas
 * of `open-data/`, so nothing leaves that they do not name. Everything is read as the public reads it.
 */
import type { RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { todayInRiga } from '../activity/dates.ts';
import type { IsoDate } from '../activity/types.ts';
import { EARLIEST_AS_OF } from '../map/url.ts';
import { API_PATH, type Endpoint } from '../open-data/endpoints.ts';
import type { Installation } from '../open-data/openapi.ts';
import type { Format } from '../open-data/parameters.ts';
import { API_VERSION, metaRecord, type Meta } from '../open-data/records.ts';
import { limiter } from './actions.ts';
import {
	ApiError,
	cached,
	limitHeaders,
	preflight,
	refusedParameters,
	respond,
	type ParameterProblem
} from './api.ts';
import type { Backend } from './client.ts';
import { loadSources } from './communities.ts';
import { contactEmail, dataLicence, operator } from './contact.ts';
import type { Allowance } from './limit.ts';
import { inFormat, type Row } from './open-data-formats.ts';

/** For how long a caller need not ask again, in seconds. */
const KEPT = 60;

/** What was asked, checked. */
export interface Asked<E extends Endpoint> {
	backend: Backend;
	inPath: z.output<E['inPath']>;
	query: z.output<E['query']>;
}

/** What was found. */
export interface Found<T> extends Pick<Meta, 'asOf' | 'level' | 'years'> {
	rows: readonly T[];
	/** Key of the last record, where the next page begins behind it; null: there is none. */
	next?: string | null;
	/** Keys of `data_sources`. */
	sources: readonly string[];
}

type ReadEvent = Pick<RequestEvent, 'getClientAddress' | 'locals' | 'params' | 'request' | 'url'>;

/**
 * Answers `GET` of one set of data. 400 something was asked that there is not, with each mistake named · 404 no such
 * indicator · 429 too often.
 * @param find reads what was asked for
 */
export function openData<E extends Endpoint>(
	endpoint: E,
	find: (asked: Asked<E>) => Promise<Found<z.input<E['record']>>>
): (event: ReadEvent) => Promise<Response> {
	return (event) =>
		respond(async () => {
			const allowance = await spendOf(event);
			const { backend } = event.locals;
			const inPath = readPath(endpoint, event.params);
			const query = readQuery(endpoint, event.url.searchParams);
			const found = await find({ backend, inPath, query });
			const rows = endpoint.record.array().parse(found.rows) as Row[];
			const meta = await metaOf(backend, found, nextPage(event.url, found.next));
			const format = (query as { format?: Format }).format ?? 'json';
			const { body, headers } = await inFormat(format, {
				rows,
				meta,
				record: endpoint.record,
				path: event.url.pathname
			});
			return cached(event.request, body, KEPT, {
				headers: { ...limitHeaders(allowance), Link: links(event.url, meta), ...headers }
			});
		});
}

/**
 * Answers `GET` of a description of the API.
 * @param describe makes it for this installation
 */
export function openDescription(
	describe: (installation: Installation) => object,
	contentType: string
): (event: ReadEvent) => Promise<Response> {
	return (event) =>
		respond(async () => {
			const allowance = await spendOf(event);
			const description = describe({
				origin: event.url.origin,
				operator: operator().name,
				email: contactEmail(),
				licence: dataLicence()
			});
			return cached(event.request, JSON.stringify(description), KEPT, {
				headers: { ...limitHeaders(allowance), 'Content-Type': contentType }
			});
		});
}

/** Tells browsers that pages of other origins may read. */
export const readPreflight = (): Response => preflight('GET, HEAD, OPTIONS');

/** Counts a question to the API; what is left stands in `limitHeaders`. 429 when it is one too many. */
export function spendOf(event: Pick<ReadEvent, 'getClientAddress'>): Promise<Allowance> {
	return limiter().spend('open_data', { address: event.getClientAddress() });
}

function readPath<E extends Endpoint>(endpoint: E, params: ReadEvent['params']): z.output<E['inPath']> {
	const read = endpoint.inPath.safeParse(params);
	if (!read.success) throw new ApiError(404, 'not_found', `There is no such data: ${sentenceOf(read.error)}`);
	return read.data as z.output<E['inPath']>;
}

/**
 * What stands behind `?`, checked.
 * @throws ApiError 400 with each mistake
 */
export function readQuery<E extends Pick<Endpoint, 'query'>>(
	endpoint: E,
	params: URLSearchParams
): z.output<E['query']> {
	const read = endpoint.query.safeParse(Object.fromEntries(params));
	const problems = [
		...[...new Set(params.keys())]
			.filter((name) => params.getAll(name).length > 1)
			.map((parameter) => ({ parameter, message: 'is given twice; give it once' })),
		...(read.success ? [] : read.error.issues.flatMap((issue) => problemsOf(issue, endpoint)))
	];
	if (read.success && problems.length === 0) return read.data as z.output<E['query']>;
	throw refusedParameters(problems);
}

function problemsOf(issue: z.core.$ZodIssue, { query }: Pick<Endpoint, 'query'>): ParameterProblem[] {
	if (issue.code !== 'unrecognized_keys')
		return [{ parameter: issue.path.join('.'), message: issue.message }];
	const known = Object.keys(query.shape).join(', ');
	const message = known === '' ? 'is unknown; there are no parameters' : `is unknown; there are ${known}`;
	return issue.keys.map((parameter) => ({ parameter, message }));
}

function sentenceOf({ issues: [issue] }: z.ZodError): string {
	return `"${issue?.path.join('.') ?? ''}" is unknown.`;
}

/**
 * The day to show.
 * @throws ApiError 400 when it is to come, or earlier than any record
 */
export function dayAsked(asOf: IsoDate | undefined, now = new Date()): IsoDate {
	const today = todayInRiga(now);
	if (asOf === undefined) return today;
	if (asOf >= EARLIEST_AS_OF && asOf <= today) return asOf;
	throw refusedParameters([
		{ parameter: 'asOf', message: `must be a day from ${EARLIEST_AS_OF} to ${today}` }
	]);
}

async function metaOf(
	backend: Backend,
	{ asOf, level, years, next, sources }: Found<unknown>,
	nextAddress: string | null
): Promise<Meta> {
	const wanted = new Set(sources);
	const all = wanted.size === 0 ? [] : await loadSources(backend);
	return metaRecord.parse({
		version: API_VERSION,
		licence: dataLicence(),
		sources: all.filter(({ id }) => wanted.has(id)),
		...(asOf !== undefined && { asOf }),
		...(level !== undefined && { level }),
		...(years !== undefined && { years }),
		...(next !== undefined && { next: nextAddress })
	});
}

function nextPage(url: URL, next: string | null | undefined): string | null {
	if (next === null || next === undefined) return null;
	const address = new URL(url);
	address.searchParams.set('after', next);
	return address.href;
}

/** For programs that do not look into the answer: the next page, terms, sources, description (RFC 8288, RFC 8631). */
function links({ origin }: URL, { licence, next }: Meta): string {
	return [
		...(next ? [`<${next}>; rel="next"`] : []),
		...(licence === null ? [] : [`<${licence}>; rel="license"`]),
		`<${origin}${API_PATH}/sources>; rel="describedby"`,
		`<${origin}${API_PATH}/openapi.json>; rel="service-desc"; type="application/json"`,
		`<${origin}/about/api>; rel="service-doc"`
	].join(', ');
}
