/** The open data over HTTP: every documented example against its schema, and against what the map gives to take along. */
import Ajv from 'ajv';
import Papa from 'papaparse';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepared } from './prepared.ts';
import { requireBuild, startServer, temporaryDirectory, type ServerProcess } from './server-process.ts';

const API = '/api/v1';
const DAY = '2026-06-30';
/** 120 requests in ten minutes: enough for these tests, and soon used up by the last one. */
const FACTOR = 0.2;

interface Operation {
	operationId: string;
	'x-examples'?: string[];
	responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface Document {
	paths: Record<string, { get?: Operation; post?: Operation }>;
}
interface Answer {
	data: Record<string, unknown>[];
	meta: { asOf?: string; next?: string | null; sources: { id: string }[]; licence: string | null };
}
interface Refusal {
	error: { code: string; message: string; problems?: { parameter: string }[] };
}
interface Collection {
	features: { id: string; geometry: object | null; properties: Record<string, unknown> }[];
}

const directory = temporaryDirectory();
let server: ServerProcess;
let document: Document;
let ajv: Ajv.Ajv;
beforeAll(async () => {
	requireBuild();
	server = await startServer({
		...{ DEMO: '', DATA_DIR: prepared('demo', join(directory.path, 'demo')) },
		...{ RATE_LIMIT_FACTOR: String(FACTOR), DATA_LICENCE_URL: 'https://example.org/terms' }
	});
	await server.ready;
	document = await body<Document>(await get(`${API}/openapi.json`));
	ajv = new Ajv({ unknownFormats: 'ignore', schemaId: '$id', allErrors: true });
	ajv.addSchema({ $id: 'document', ...inDraft7(document) }, 'document');
});
afterAll(async () => {
	await server.kill('SIGKILL');
	directory.remove();
});

const get = (path: string, init: RequestInit = {}): Promise<Response> =>
	fetch(new URL(path, server.origin), init);
const body = async <T>(response: Response): Promise<T> => (await response.json()) as T;
const table = (text: string): Record<string, string>[] =>
	Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;

/** The validator at hand knows lists of fixed length under an older name. */
function inDraft7<T extends object>(schema: T): T {
	return JSON.parse(JSON.stringify(schema), (_, value: unknown) =>
		typeof value === 'object' && value !== null && 'prefixItems' in value
			? { ...value, items: value.prefixItems, additionalItems: false }
			: value
	) as T;
}

function expectShape(schema: object, value: unknown, what: string): void {
	// References inside the document start at its root.
	const rooted = JSON.parse(JSON.stringify(inDraft7(schema)).replaceAll('"#/', '"document#/')) as object;
	const fits = ajv.validate(rooted, value);
	expect(ajv.errors?.slice(0, 3) ?? [], what).toEqual([]);
	expect(fits, what).toBe(true);
}

/** Every record of a list, page by page. */
async function allPages(path: string): Promise<Answer['data']> {
	const all: Answer['data'] = [];
	let next: string | null = path;
	while (next !== null) {
		const answer: Answer = await body<Answer>(await get(next));
		all.push(...answer.data);
		next = answer.meta.next ?? null;
	}
	return all;
}

describe('the documented examples', () => {
	it('answer what the document says, in its own words', async () => {
		const operations = Object.values(document.paths).flatMap((path) => path.get ?? []);
		for (const { responses, ...operation } of operations) {
			for (const example of operation['x-examples'] ?? []) {
				const response = await get(example);
				expect(response.status, example).toBe(200);
				const type = response.headers.get('Content-Type')?.split(';')[0] ?? '';
				const schema = responses['200']?.content?.[type]?.schema;
				expect(schema, `${example} ${type}`).toBeDefined();
				if (type === 'text/csv') {
					expect(table(await response.text()).length, example).toBeGreaterThan(0);
					continue;
				}
				const answer = await body<Partial<Answer & Collection>>(response);
				expectShape(schema ?? {}, answer, example);
				const records = answer.data ?? answer.features;
				if (records !== undefined) expect(records.length, example).toBeGreaterThan(0);
			}
		}
	});

	it('answer for checklists, too', async () => {
		const list = document.paths['/checklists']?.get?.responses['200']?.content?.['application/json']?.schema;
		expectShape(list ?? {}, await body(await get(`${API}/checklists`)), 'checklists');
		const one = document.paths['/checklists/{id}']?.get?.responses['200']?.content?.['application/json'];
		const definition = await get(`${API}/checklists/drosa-kopiena`);
		expectShape(one?.schema ?? {}, await body(definition), 'checklist');
		expect(definition.headers.get('Link')).toContain('rel="license"');

		const score = document.paths['/checklists/{id}/score']?.post as
			| (Operation & { requestBody: { content: Record<string, { schema: object; example: unknown }> } })
			| undefined;
		const asked = score?.requestBody.content['application/json'];
		expectShape(asked?.schema ?? {}, asked?.example, 'score request');
		const result = await get(`${API}/checklists/drosa-kopiena/score`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(asked?.example)
		});
		expectShape(
			score?.responses['200']?.content?.['application/json']?.schema ?? {},
			await body(result),
			'score'
		);
	});

	it('name terms, sources and the day', async () => {
		const response = await get(`${API}/activity-status?asOf=${DAY}&level=region`);
		const { meta } = await body<Answer>(response);
		expect(meta).toMatchObject({
			version: '1',
			asOf: DAY,
			level: 'region',
			licence: 'https://example.org/terms'
		});
		expect(meta.sources.map(({ id }) => id)).toContain('csp-boundaries-2022');
		expect(response.headers.get('Link')).toContain('<https://example.org/terms>; rel="license"');
		const [row] = table(await (await get(`${API}/activity-status?asOf=${DAY}&format=csv`)).text());
		expect(row).toMatchObject({ asOf: DAY });
		expect(row?.sources).toContain('csp-boundaries-2022');
		const file = await get(`${API}/indicators/population?level=country&format=csv`);
		expect(file.headers.get('Content-Disposition')).toMatch(
			/"drosa-kopiena-indicators-population-country-P-2\d{3}-/
		);
	});
});

describe('the numbers of one day', () => {
	const path = `${API}/activity-status?asOf=${DAY}`;
	const text = (value: unknown): string => (value === null ? '' : (value as string | number).toString());

	it('are those that the map gives to take along, in every format', async () => {
		const map = new Map(
			table(await (await get(`/map/export.csv?asOf=${DAY}`)).text()).map((row) => [row.code, row])
		);
		const pages = await allPages(`${path}&limit=250`);
		const csv = table(await (await get(`${path}&format=csv`)).text());
		const { features } = await body<Collection>(await get(`${path}&format=geojson`));
		expect(map.size).toBe(592);
		const rows = pages.map(({ code, status, communities, activities }) =>
			[code, status, communities, activities].map(text)
		);
		expect(rows).toHaveLength(592);
		for (const [code = '', ...values] of rows) {
			const exported = map.get(code);
			expect([exported?.status, exported?.communities, exported?.activities], code).toEqual(values);
		}
		expect(csv.map((row) => [row.code, row.status, row.communities, row.activities])).toEqual(rows);
		expect(
			features.map(({ properties: row }) => [row.code, row.status, row.communities, row.activities].map(text))
		).toEqual(rows);
		expect(features.every(({ geometry }) => geometry !== null)).toBe(true);
	});

	it('are those of the map for larger areas, too, where a share is unrounded', async () => {
		const map = new Map(
			table(await (await get(`/map/export.csv?asOf=${DAY}&level=municipality`)).text()).map(
				(row) => [row.code, row] as const
			)
		);
		const { data } = await body<Answer>(await get(`${path}&level=municipality&limit=1000`));
		expect(data).toHaveLength(map.size);
		for (const { code, reachedShare, communities } of data) {
			const exported = map.get(String(code));
			expect([exported?.reached, exported?.communities]).toEqual([reachedShare, communities].map(text));
		}
	});

	it('have headings where there is no row', async () => {
		const empty = await (await get(`${path}&level=neighbourhood&region=latgale&format=csv`)).text();
		expect(empty).toMatch(/^code,name,kind,.*,status,communities,activities,asOf,sources\r\n$/);
	});

	it('add up from parishes to regions and the country', async () => {
		const areas = (await body<Answer>(await get(`${path}&level=region`))).data;
		const { data } = await body<Answer>(await get(`${API}/coverage?asOf=${DAY}`));
		const sum = (key: string): number => areas.reduce((total, row) => total + Number(row[key]), 0);
		const country = data.find(({ code }) => code === 'LV');
		for (const key of [
			'units',
			'active',
			'emerging',
			'dormant',
			'inactive',
			'notSurveyed',
			'noNews',
			'reached'
		])
			expect(country?.[key], key).toBe(sum(key));
		for (const area of areas)
			expect(data.find(({ code }) => code === area.code)).toMatchObject({ reached: area.reached });
	});

	it('tell three states inside the eastern border zone, and publish no assessment of it', async () => {
		const { data } = await body<Answer>(await get(`${path}&region=latgale&limit=1000`));
		const known = new Set(data.map(({ status }) => status));
		for (const state of known) expect([null, 'active', 'emerging', 'no_news']).toContain(state);
		const coverage = await body<Answer>(await get(`${API}/coverage?region=latgale`));
		expect(coverage.data).toMatchObject([{ code: 'latgale', assessedCommunities: null, bands: [] }]);
	});
});

describe('lists', () => {
	it('come whole when pages are followed', async () => {
		const whole = await allPages(`${API}/communities?region=latgale&limit=1000`);
		const pages = await allPages(`${API}/communities?region=latgale&limit=11`);
		expect(whole.length).toBeGreaterThan(11);
		expect(pages).toEqual(whole);
		const since = await allPages(`${API}/activities?since=2025-06-01&kind=initiative`);
		for (const { kind, endsOn } of since) {
			expect(kind).toBe('initiative');
			expect(String(endsOn) >= '2025-06-01').toBe(true);
		}
	});

	it('have values of one figure with year, method and source, and nothing of activity beside them', async () => {
		const { data, meta } = await body<Answer & { meta: { years: number[] } }>(
			await get(`${API}/indicators/minority-share?region=latgale&limit=1000`)
		);
		expect(meta.years.length).toBeGreaterThan(0);
		expect(data.some(({ method, inheritedFrom }) => method === 'inherited' && inheritedFrom !== null)).toBe(
			true
		);
		for (const row of data)
			expect(Object.keys(row)).toEqual([
				...[
					'territoryCode',
					'name',
					'year',
					'value',
					'method',
					'inheritedFrom',
					'basis',
					'caveat',
					'sourceId'
				]
			]);
	});
});

describe('what is asked wrongly', () => {
	it.each([
		['/activity-status?asOf=2026-02-30', ['asOf'], /must be a day, YYYY-MM-DD/],
		['/activity-status?asOf=2999-01-01', ['asOf'], /must be a day from 2000-01-01 to 20\d\d-/],
		['/territories?level=village&limit=0', ['level', 'limit'], /one of parish, municipality/],
		['/territories?Region=latgale', ['Region'], /unknown; there are level, region, format, limit, after/],
		['/coverage?region=latgale&region=riga', ['region'], /given twice/],
		['/communities?territory=1', ['territory'], /no code of a territory/],
		['/sources?x=1', ['x'], /there are no parameters/]
	])('is named with the way out: %s', async (path, parameters, message) => {
		const response = await get(API + path);
		expect(response.status).toBe(400);
		expect(response.headers.get('Cache-Control')).toBe('no-store');
		expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
		const { error } = await body<Refusal>(response);
		expect(error).toMatchObject({
			code: 'invalid_parameter',
			message: expect.stringMatching(message) as string
		});
		expect(error.problems?.map(({ parameter }) => parameter)).toEqual(parameters);
	});

	it('is 404 where there is no such figure', async () => {
		const response = await get(`${API}/indicators/none`);
		expect([response.status, (await body<Refusal>(response)).error.code]).toEqual([404, 'not_found']);
	});
});

describe('the pages of regions', () => {
	it('show everybody the numbers of the coverage data', async () => {
		const { data } = await body<Answer>(await get(`${API}/coverage`));
		const regions = await tableOf('/regions', 'Latgales plānošanas reģions');
		expect(data.filter(({ code }) => code !== 'LV')).toHaveLength(regions.length);
		for (const row of data.filter(({ code }) => code !== 'LV')) {
			const shown = regions.find(([name]) => name === row.name);
			expect(shown?.slice(1, 3).map(Number)).toEqual([row.units, row.reached]);
			expect(Number(shown?.[5])).toBe(row.communities);
		}
		const latgale = data.find(({ code }) => code === 'latgale');
		const statuses = await tableOf('/regions/latgale', 'Ir, ar ko sākt');
		expect(statuses.map(([name, now]) => [name, Number(now)])).toEqual(
			[
				['Kopiena darbojas', latgale?.active],
				['Ir, ar ko sākt', latgale?.emerging],
				['Ziņu vēl nav', latgale?.noNews]
			].filter(([, count]) => count !== 0)
		);
		expect(latgale?.assessedCommunities).toBeNull();
		expect(await (await get('/regions/latgale')).text()).toContain('Vēl nav ko publicēt');
	});
});

/** The cells of the table of a page that has a row with this name. */
async function tableOf(path: string, name: string): Promise<string[][]> {
	const page = await (await get(path)).text();
	const tables = [...page.matchAll(/<table[^>]*>.*?<\/table>/gs)].map(([found]) => found);
	const bare = (html: string): string =>
		html
			.replace(/<[^>]*>/g, '')
			.replace(/\u00a0/g, '')
			.trim();
	const found =
		tables.find((each) => {
			const names = [...each.matchAll(/<th scope="row"[^>]*>(.*?)<\/th>/gs)];
			return names.some(([, cell = '']) => bare(cell) === name);
		}) ?? '';
	return [...found.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
		.map(([, row = '']) =>
			[...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => bare(cell))
		)
		.slice(1);
}

describe('keeping answers', () => {
	it('works by ETag, for pages of other origins as well, without cookies', async () => {
		const path = `${API}/indicators`;
		const first = await get(path, { headers: { Origin: 'https://example.com' } });
		expect(first.headers.get('Cache-Control')).toBe('public, max-age=60, stale-while-revalidate=600');
		expect(first.headers.get('Access-Control-Allow-Origin')).toBe('*');
		expect(first.headers.getSetCookie()).toEqual([]);
		expect(first.headers.get('RateLimit-Policy')).toBe('"address";q=120;w=600');
		expect(first.headers.get('RateLimit')).toMatch(/^"address";r=\d+;t=\d+$/);
		const known = { 'If-None-Match': first.headers.get('ETag') ?? '' };
		const again = await get(path, { headers: known });
		expect([again.status, await again.text()]).toEqual([304, '']);
		const head = await get(path, { method: 'HEAD' });
		expect([head.status, head.headers.get('ETag'), await head.text()]).toEqual([
			...[200, first.headers.get('ETag'), '']
		]);
		const asked = await get(path, { method: 'OPTIONS', headers: { Origin: 'https://example.com' } });
		expect([asked.status, asked.headers.get('Access-Control-Allow-Methods')]).toEqual([
			...[204, 'GET, HEAD, OPTIONS']
		]);
	});

	it('is asked of those who come too often', async () => {
		let answer = await get(`${API}/indicators`);
		for (let n = 0; n < 600 * FACTOR && answer.status === 200; n++) answer = await get(`${API}/indicators`);
		expect(answer.status).toBe(429);
		expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
		expect(answer.headers.get('RateLimit')).toMatch(/^"address";r=0;t=\d+$/);
		expect((await body<Refusal>(answer)).error.code).toBe('too_many_requests');
		// Everything else goes on.
		expect((await get('/about/api')).status).toBe(200);
	});
});
