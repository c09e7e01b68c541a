/** The public endpoints of checklists and scoring, over HTTP. Needs the production build: `npm run build` first. */
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareVersions } from '../../src/lib/checklists/versions.ts';
import { readFrozen } from '../../src/lib/server/publish.ts';
import { score } from '../../src/lib/scoring/score.ts';
import type { Answer } from '../../src/lib/scoring/types.ts';
import { prepared } from './prepared.ts';
import { ROOT, requireBuild, startServer, temporaryDirectory, type ServerProcess } from './server-process.ts';

const PATH = '/api/v1/checklists';
/** What is published, oldest version first. */
const published = readFrozen(join(ROOT, 'checklists')).sort((a, b) =>
	compareVersions(a.definition.version, b.definition.version)
);
const newest = published.at(-1);
if (newest === undefined) throw new Error('nothing is published');
const { definition, sha256 } = newest;
const { version } = definition;
const AS_OF = '2026-11-21';

const directory = temporaryDirectory();
let server: ServerProcess;
beforeAll(async () => {
	requireBuild();
	server = await startServer({ DATA_DIR: prepared('live', join(directory.path, 'data')) });
	await server.ready;
});
afterAll(async () => {
	await server.kill('SIGKILL');
	directory.remove();
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
	fetch(server.origin + PATH + path, { headers });
const post = (
	body: unknown,
	path = '/drosa-kopiena/score',
	headers: Record<string, string> = {}
): Promise<Response> =>
	fetch(server.origin + PATH + path, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', ...headers },
		body: typeof body === 'string' ? body : JSON.stringify(body)
	});
const answer = (item: string, more: Partial<Answer> = {}): Answer => ({
	item,
	value: 2,
	asOf: AS_OF,
	evidence: 1,
	...more
});
interface Refusal {
	error: {
		code: string;
		message: string;
		problems?: { index: number | null; item: string | null; code: string; message: string }[];
	};
}
/** Status, code and problems of a refusal. */
async function refusal(response: Promise<Response>): Promise<[number, string, (string | number | null)[][]]> {
	const answered = await response;
	const { error } = (await answered.json()) as Refusal;
	expect(error.message).not.toBe('');
	expect(answered.headers.get('Cache-Control')).toBe('no-store');
	return [
		answered.status,
		error.code,
		(error.problems ?? []).map(({ index, item, code }) => [index, item, code])
	];
}

describe('GET checklists', () => {
	it('lists published versions', async () => {
		const response = await get('');
		expect(response.status).toBe(200);
		expect(response.headers.get('Content-Type')).toBe('application/json');
		expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
		expect(await response.json()).toEqual({
			checklists: [
				{
					id: 'drosa-kopiena',
					title: definition.title,
					newest: version,
					versions: published.map((each) => ({
						version: each.definition.version,
						items: each.definition.items.length,
						sha256: each.sha256,
						publishedAt: expect.stringMatching(/^20\d\d-/) as string
					}))
				}
			],
			meta: { version: '1', licence: expect.stringContaining('EUPL') as string, sources: [] }
		});
	});

	it('gives the definition as it was published, in all languages', async () => {
		for (const path of ['/drosa-kopiena', `/drosa-kopiena?version=${version}`])
			expect(await (await get(path)).json()).toEqual(definition);
	});

	it('lets a named version be kept for ever, and answers 304 to whoever has it', async () => {
		const named = await get(`/drosa-kopiena?version=${version}`);
		expect(named.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
		const unnamed = await get('/drosa-kopiena');
		expect(unnamed.headers.get('Cache-Control')).toBe('public, max-age=300, stale-while-revalidate=600');
		const tag = named.headers.get('ETag') ?? '';
		expect(tag).toBe(`W/"${sha256}"`);
		expect((await get('/drosa-kopiena', { 'If-None-Match': tag })).status).toBe(304);
		expect((await get('/drosa-kopiena', { 'If-None-Match': `"other", ${tag.slice(2)}` })).status).toBe(304);
		expect((await get('/drosa-kopiena', { 'If-None-Match': '"other"' })).status).toBe(200);
		const list = await get('');
		expect((await get('', { 'If-None-Match': list.headers.get('ETag') ?? '' })).status).toBe(304);
	});

	it('gives the questions as a workbook that is the same whenever it is packed', async () => {
		const path = `/drosa-kopiena/xlsform?version=${version}&form=quick&border=yes`;
		const { status, headers } = await get(path);
		expect([status, headers.get('Content-Type')]).toEqual([
			...[200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']
		]);
		expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
		expect(headers.get('Content-Disposition')).toContain(
			`drosa-kopiena-quick-border-${version}-xlsform.xlsx`
		);
		expect((await get(path, { 'If-None-Match': headers.get('ETag') ?? '' })).status).toBe(304);
		const [wrong, code] = await refusal(get('/drosa-kopiena/xlsform?form=short&zone=yes'));
		expect([wrong, code]).toEqual([400, 'invalid_parameter']);
		expect((await get('/drosa-kopiena/xlsform?version=9.9.9')).status).toBe(404);
	});

	it('knows no other checklist and no other version', async () => {
		expect(await refusal(get('/none'))).toEqual([404, 'not_found', []]);
		expect(await refusal(get('/drosa-kopiena?version=9.9.9'))).toEqual([404, 'not_found', []]);
		expect(await refusal(get('/drosa-kopiena?version='))).toEqual([404, 'not_found', []]);
	});
});

describe('POST score', () => {
	const given = [
		answer('1.1', { value: 3, asOf: '2025-11-20' }),
		answer('2.3', { value: 'dk' }),
		answer('12.1')
	];

	it('answers what the engine computes, unrounded', async () => {
		const exposure = { outage: 1.3 };
		const response = await post({ form: 'quick', asOf: AS_OF, exposure, answers: given });
		expect(response.status).toBe(200);
		expect(response.headers.get('Cache-Control')).toBe('no-store');
		expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
		const expected = score(definition, given, { form: 'quick', asOf: AS_OF, borderZone: false, exposure });
		expect(await response.json()).toEqual(JSON.parse(JSON.stringify(expected)));
	});

	it('means the newest version, today, and the word alone where nothing is said', async () => {
		const response = await post({ form: 'full', answers: [{ item: '1.1', value: 2 }] });
		const result = (await response.json()) as { version: string; asOf: string; evidenceShare: number };
		expect(result).toMatchObject({ version, evidenceShare: 0 });
		expect(result.asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
	});

	it.each([
		['a parish of Latgale', '0043560', true],
		['a municipality there', '0043000', true],
		['a parish of Vidzeme', '0038410', false],
		['the country', 'LV', false]
	])(
		'takes the border items of %s from its territory, whatever else is said',
		async (_, territory, inside) => {
			const body = { form: 'full', territory, borderZone: !inside, asOf: AS_OF, answers: [answer('11.5')] };
			const response = await post(body);
			if (inside)
				expect(((await response.json()) as { items: unknown[] }).items).toHaveLength(definition.items.length);
			else
				expect(await refusal(Promise.resolve(response))).toEqual([
					422,
					'invalid_request',
					[[0, '11.5', 'not_in_form']]
				]);
		}
	);

	it('takes the border items from what is said without a territory', async () => {
		const body = { form: 'full', asOf: AS_OF, answers: [answer('11.5')] };
		expect((await post({ ...body, borderZone: true })).status).toBe(200);
		expect((await post(body)).status).toBe(422);
	});

	it('names every wrong answer, one problem each', async () => {
		const answers = [
			answer('1.1'),
			answer('99.1'),
			answer('3.2', { value: 'na' }),
			answer('1.1', { value: 1 }),
			answer('2.1', { value: 'na', reason: 'x' }),
			{ ...answer('2.2'), value: 4 },
			answer('2.3', { asOf: '2026-11-22' }),
			answer('11.5'),
			'2.4'
		];
		expect(await refusal(post({ form: 'full', asOf: AS_OF, answers }))).toEqual([
			422,
			'invalid_request',
			[
				[1, '99.1', 'unknown_item'],
				[2, '3.2', 'reason_missing'],
				[3, '1.1', 'duplicate_item'],
				[4, '2.1', 'na_not_allowed'],
				[5, '2.2', 'invalid_answer'],
				[6, '2.3', 'date_after_as_of'],
				[7, '11.5', 'not_in_form'],
				[8, null, 'invalid_answer']
			]
		]);
	});

	it.each([
		['no form', { answers: [] }, 'invalid_field'],
		['another form', { form: 'short', answers: [] }, 'invalid_field'],
		['no answers', { form: 'full' }, 'invalid_field'],
		['too many answers', { form: 'full', answers: Array.from({ length: 1001 }, () => 1) }, 'invalid_field'],
		['a list', [], 'invalid_field'],
		['nothing', null, 'invalid_field'],
		['an unknown field', { form: 'full', answers: [], x: 1 }, 'invalid_field'],
		['no day', { form: 'full', answers: [], asOf: '2026-02-30' }, 'invalid_field'],
		['an exposure beyond the limits', { form: 'full', answers: [], exposure: { flood: 2 } }, 'invalid_field'],
		['an unknown hazard', { form: 'full', answers: [], exposure: { fire: 1 } }, 'invalid_field'],
		['an unknown territory', { form: 'full', answers: [], territory: '9999999' }, 'unknown_territory']
	])('refuses %s', async (_, body, code) => {
		expect(await refusal(post(body))).toEqual([422, 'invalid_request', [[null, null, code]]]);
	});

	it('refuses what is no JSON, too long, or of no checklist', async () => {
		expect(await refusal(post('{'))).toEqual([400, 'invalid_json', []]);
		expect(await refusal(post(''))).toEqual([400, 'invalid_json', []]);
		const long = { form: 'full', answers: [answer('1.1', { note: 'x'.repeat(256 * 1024) })] };
		expect(await refusal(post(long))).toEqual([413, 'body_too_large', []]);
		const far = { ...long, answers: [answer('1.1', { note: 'x'.repeat(2 ** 20) })] };
		expect(await refusal(post(far))).toEqual([413, 'body_too_large', []]);
		expect(await refusal(post({ form: 'full', answers: [], version: '2.0.0' }))).toEqual([
			404,
			'not_found',
			[]
		]);
		expect(await refusal(post({ form: 'full', answers: [] }, '/none/score'))).toEqual([404, 'not_found', []]);
	});

	it('refuses a long body that does not say how long it is', async () => {
		const status = await new Promise((resolve, reject) => {
			const request = httpRequest(
				`${server.origin}${PATH}/drosa-kopiena/score`,
				{ method: 'POST' },
				(response) => {
					response.resume();
					resolve(response.statusCode);
				}
			);
			request.on('error', reject);
			request.setHeader('Content-Type', 'application/json');
			for (let n = 0; n < 5; n++) request.write(' '.repeat(64 * 1024));
			request.end();
		});
		expect(status).toBe(413);
	});

	it('may be called by pages of other origins, which get no cookies', async () => {
		const other = { Origin: 'https://example.com' };
		expect((await post({ form: 'quick', answers: [] }, undefined, other)).status).toBe(200);
		const asked = await fetch(`${server.origin}${PATH}/drosa-kopiena/score`, {
			method: 'OPTIONS',
			headers: {
				...other,
				'Access-Control-Request-Method': 'POST',
				'Access-Control-Request-Headers': 'content-type'
			}
		});
		expect(asked.status).toBe(204);
		expect(asked.headers.get('Access-Control-Allow-Methods')).toBe('POST, OPTIONS');
		expect(asked.headers.get('Access-Control-Allow-Headers')).toBe('Content-Type, If-None-Match');
		expect(asked.headers.get('Access-Control-Allow-Credentials')).toBeNull();
	});

	it('says nothing of it in the log', () => {
		expect(server.stdout()).toBe(`Droša kopiena: ${server.origin}\n`);
		expect(server.stderr()).toBe('');
	});
});

describe('too often', () => {
	it('is 429 with the time to wait', async () => {
		const data = temporaryDirectory();
		const strict = await startServer({
			DATA_DIR: prepared('live', join(data.path, 'data')),
			RATE_LIMIT_FACTOR: '0.005'
		});
		try {
			await strict.ready;
			const ask = (): Promise<Response> =>
				fetch(`${strict.origin}${PATH}/drosa-kopiena/score`, {
					method: 'POST',
					headers: { 'Content-Type': 'application/json' },
					body: JSON.stringify({ form: 'quick', answers: [] })
				});
			for (let n = 0; n < 3; n++) expect((await ask()).status).toBe(200);
			const refused = await ask();
			expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
			expect(await refusal(Promise.resolve(refused))).toEqual([429, 'too_many_requests', []]);
		} finally {
			await strict.kill('SIGKILL');
			data.remove();
		}
	});
});
