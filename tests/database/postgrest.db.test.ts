import { randomBytes, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type ApiRole, type TestDatabase } from './database.ts';
import { startPostgrest, type Postgrest } from './postgrest.ts';
import { readSeed } from './prepare.ts';
import { CLOSED_TABLES, PUBLIC_VIEWS, SERVER_FUNCTIONS, TABLES } from './schema.ts';

/** For the functions of the server that want some. */
const SERVER_ARGUMENTS: Record<string, object> = {
	assessments_on: { days: ['2026-01-31'] },
	invite_first_national: { token_hash: 'x'.repeat(43), expires_at: 'tomorrow' },
	submit_assessment: {
		...{
			assessment_id: randomUUID(),
			user_id: randomUUID(),
			expected_state: 1,
			as_of: '2026-05-01',
			result: {}
		}
	}
};
/** The sample data has no people: this one is reached, and refuses on its own account. */
const REFUSED_BY: Record<string, string> = { submit_assessment: 'DK001' };

const secret = randomBytes(32).toString('hex');
let database: TestDatabase;
let postgrest: Postgrest;

beforeAll(async () => {
	database = await openDatabase();
	await database.rows(readSeed());
	postgrest = await startPostgrest(database.cluster, database.name, secret);
});
afterAll(async () => {
	postgrest.stop();
	await database.close();
});

/** A request as the visitor (no token) or with the token of a role. */
async function ask(path: string, init: RequestInit & { role?: ApiRole } = {}): Promise<Response> {
	const { role, ...request } = init;
	const headers = new Headers(request.headers);
	if (role !== undefined) {
		const token = await new SignJWT({ role })
			.setProtectedHeader({ alg: 'HS256' })
			.sign(new TextEncoder().encode(secret));
		headers.set('authorization', `Bearer ${token}`);
	}
	return fetch(postgrest.url + path, { ...request, headers });
}

function insert(row: object): RequestInit {
	return { method: 'POST', body: JSON.stringify(row), headers: { 'content-type': 'application/json' } };
}

describe('a visitor over HTTP', () => {
	it.each(Object.keys(PUBLIC_VIEWS))('reads %s', async (view) => {
		const response = await ask(`/${view}?limit=5`);
		expect(response.status).toBe(200);
		expect(await response.json()).toBeInstanceOf(Array);
	});

	it.each(TABLES)('is refused %s', async (table) => {
		const response = await ask(`/${table}?limit=1`);
		expect(response.status).toBe(401);
		expect(await response.json()).toMatchObject({ code: '42501' });
	});

	it.each(Object.keys(PUBLIC_VIEWS))('cannot write through %s', async (view) => {
		const requests: RequestInit[] = [insert({}), { method: 'DELETE' }];
		for (const request of requests) {
			const response = await ask(`/${view}`, request);
			expect(response.ok).toBe(false);
			// "Not updatable" comes before any look at the rights: the views are read-only by themselves.
			expect(await response.json()).toMatchObject({ code: '55000' });
		}
	});

	it('reads the evidence of a day', async () => {
		const response = await ask('/rpc/public_activity_evidence?as_of=2025-11-01&territory_code=eq.0043560');
		expect(response.status).toBe(200);
		expect(await response.json()).toEqual([
			{
				territory_code: '0043560',
				fresh_last: '2019-01-01',
				fresh_last_imprecise: true,
				fresh_second: null,
				end_last: '2025-10-29',
				end_last_starts_on: '2019-01-01',
				end_last_precision: 'period',
				reachable_on: '2025-10-29',
				reachable_by: 'agreement',
				survey_on: null,
				survey_finding: null,
				survey_organisation: null,
				communities: 1,
				activities: 1
			}
		]);
	});

	it('is told that a day does not exist', async () => {
		const response = await ask('/rpc/public_activity_evidence?as_of=2026-02-30');
		expect(response.status).toBe(400);
	});

	// The functions for signed-in people are asked in tests/roles, with their parameters.
	it.each(SERVER_FUNCTIONS)('is refused %s', async (name) => {
		const response = await ask(`/rpc/${name}`, insert(SERVER_ARGUMENTS[name] ?? {}));
		expect(response.status).toBe(401);
		expect(await response.json()).toMatchObject({ code: '42501' });
	});

	it('is refused with a token signed by somebody else', async () => {
		const forged = await new SignJWT({ role: 'service_role' })
			.setProtectedHeader({ alg: 'HS256' })
			.sign(randomBytes(32));
		const response = await ask('/communities', { headers: { authorization: `Bearer ${forged}` } });
		expect(response.status).toBe(401);
	});
});

describe('a signed-in person over HTTP', () => {
	it.each(CLOSED_TABLES)('is refused %s', async (table) => {
		expect((await ask(`/${table}?limit=1`, { role: 'authenticated' })).status).toBe(403);
	});

	it('reads what visitors read', async () => {
		expect((await ask('/public_communities?limit=1', { role: 'authenticated' })).status).toBe(200);
	});
});

describe('the server over HTTP', () => {
	it.each([...TABLES, ...Object.keys(PUBLIC_VIEWS)])('reads %s', async (relation) => {
		expect((await ask(`/${relation}?limit=1`, { role: 'service_role' })).status).toBe(200);
	});

	it.each([...SERVER_FUNCTIONS, 'public_activity_evidence'])('calls %s', async (name) => {
		const call = insert(SERVER_ARGUMENTS[name] ?? {});
		const response = await ask(`/rpc/${name}`, { ...call, role: 'service_role' });
		const code = REFUSED_BY[name];
		if (code === undefined) expect(response.status).toBe(200);
		else expect(await response.json()).toMatchObject({ code });
	});

	it('writes', async () => {
		const response = await ask('/organisations', {
			...insert({ name: 'Vidzemes PKC', kind: 'pkc', region: 'vidzeme' }),
			role: 'service_role'
		});
		expect(response.status).toBe(201);
	});
});
