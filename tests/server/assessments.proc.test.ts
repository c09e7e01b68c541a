/** Rounds over HTTP, on the production build: forms without script, and the JSON that devices send. */
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBuildFresh } from '../../src/cli/build-stamp.ts';
import { readFrozen } from '../../src/lib/server/publish.ts';
import { prepared } from './prepared.ts';
import { ROOT, startServer, temporaryDirectory, type ServerProcess } from './server-process.ts';
import { Visitor } from './visitor.ts';

const NAUTRENI = '9c351a63-ee72-55c8-8d1b-a4b6818a1e03';
const DAY = '2026-05-01';
const QUICK = (readFrozen(join(ROOT, 'checklists')).at(-1)?.definition.items ?? [])
	.filter(({ quick }) => quick)
	.map(({ id }) => id);

const directory = temporaryDirectory();
let server: ServerProcess;
beforeAll(async () => {
	if (!isBuildFresh(ROOT))
		throw new Error('build/ is missing or older than the sources: run `npm run build` first.');
	server = await startServer({ DEMO: '', DATA_DIR: prepared('demo', join(directory.path, 'demo')) });
	await server.ready;
});
afterAll(async () => {
	await server.kill('SIGKILL');
	directory.remove();
});

async function sample(name: string): Promise<Visitor> {
	const visitor = new Visitor(server.origin);
	expect((await visitor.post('/sign-in?/sample', { sample: name })).status).toBe(303);
	return visitor;
}
const stranger = (): Visitor => new Visitor(server.origin);
const token = (): string => randomBytes(32).toString('base64url');
const bearer = (key: string): Record<string, string> => ({ authorization: `Bearer ${key}` });

async function start(leader: Visitor, more: Record<string, string> = {}): Promise<string> {
	const id = crypto.randomUUID();
	const fields = { id, form: 'quick', mode: 'together', source: 'screen', round: '', ...more };
	const { status, location } = await leader.post(`/communities/${NAUTRENI}/assessments?/start`, fields);
	expect([status, location]).toEqual([303, `/assessments/${fields.id}?done=started`]);
	return fields.id;
}

type Row = Record<string, unknown>;
const write = (item: string, value: unknown, base_revision = 0, more: Row = {}): Row => ({
	...{ write_id: crypto.randomUUID(), item, base_revision, value, as_of: DAY, evidence: 0 },
	...{ reason: null, note: null, changed_at: '2026-05-01T12:00:00.000Z', ...more }
});
const put = (who: Visitor, id: string, writes: unknown[], headers: Record<string, string> = {}) =>
	who.json(`/api/assessments/${id}/writes`, { writes }, headers);
const answers = (who: Visitor, id: string) => who.json(`/api/assessments/${id}/answers`);

describe('answers of a community', () => {
	let coordinator: Visitor;
	let member: Visitor;
	let id: string;
	beforeAll(async () => {
		[coordinator, member] = [await sample('coordinator.nautreni'), await sample('member.nautreni')];
		id = await start(coordinator);
	});

	it('are written once, told with their revision, and kept by nobody on the way', async () => {
		const first = write('1.1', 2, 0, { note: 'Divi\u0000 cilvēki' });
		const told = await put(member, id, [first]);
		expect(told.status).toBe(200);
		expect(told.headers.get('cache-control')).toContain('no-store');
		expect(told.headers.get('access-control-allow-origin')).toBeNull();
		const outcome = { write_id: first.write_id, item: '1.1', outcome: 'written', revision: 1 };
		expect(told.body).toEqual({ outcomes: [outcome] });
		expect((await put(member, id, [first])).body).toEqual({ outcomes: [outcome] });
		expect((await answers(coordinator, id)).body).toMatchObject({
			status: 'draft',
			may_lead: true,
			assessment: { id, form: 'quick', border_zone: true, community_name: 'Nautrēnu darbīgā kopiena' },
			answers: [{ item: '1.1', value: 2, note: 'Divi cilvēki', revision: 1 }]
		});
	});

	it('that somebody else changed come back as a conflict with theirs', async () => {
		const shared = QUICK[1] ?? '';
		await put(member, id, [write(shared, 1)]);
		expect((await put(coordinator, id, [write(shared, 3)])).body).toMatchObject({
			outcomes: [
				{ outcome: 'conflict', theirs: { value: 1, revision: 1, written_by_name: 'Paraugs member.nautreni' } }
			]
		});
	});

	it('are nobody else’s: no session 401, another person’s device 401, an outsider 404', async () => {
		for (const answer of [await put(stranger(), id, [write('1.1', 0)]), await answers(stranger(), id)]) {
			expect([answer.status, answer.body]).toEqual([401, { error: { code: 'unauthenticated' } }]);
		}
		const other = { 'x-person': crypto.randomUUID() };
		expect((await put(member, id, [write('1.1', 0, 1)], other)).status).toBe(401);
		for (const name of ['pkc.vidzeme', 'planner.latgale', 'civil.rezekne', 'national']) {
			const outsider = await sample(name);
			expect((await put(outsider, id, [write('1.1', 0)])).status).toBe(404);
			expect((await answers(outsider, id)).status).toBe(404);
			expect((await outsider.get(`/assessments/${id}`)).status).toBe(404);
			expect((await outsider.get(`/communities/${NAUTRENI}/assessments`)).status).toBe(404);
		}
		for (const nothing of [crypto.randomUUID(), 'none']) {
			expect((await put(member, nothing, [write('1.1', 0)])).status).toBe(404);
			expect((await answers(member, nothing)).status).toBe(404);
		}
	});

	it('are taken from pages of this site only', async () => {
		const body = [write('1.1', 0, 1)];
		expect((await put(member, id, body, { origin: 'https://evil.example' })).body).toEqual({
			error: { code: 'foreign_origin' }
		});
		expect((await put(member, id, body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
		expect((await put(member, id, body, { 'content-type': 'text/html' })).status).toBe(400);
	});

	it.each<[string, number, unknown]>([
		['no JSON', 400, '{'],
		['nothing', 422, {}],
		['another shape', 422, { writes: [{ item: '1.1' }] }],
		['an unknown field', 422, { writes: [write('1.1', 1, 1, { respondent_id: NAUTRENI })] }],
		['too many', 422, { writes: Array.from({ length: 201 }, () => write('1.1', 1)) }],
		['too much', 413, { writes: [write('1.1', 1, 1, { note: 'x'.repeat(512 * 1024) })] }]
	])('refuse %s with %i', async (_, status, body) => {
		expect((await member.json(`/api/assessments/${id}/writes`, body)).status).toBe(status);
	});

	it('that are wrong by themselves do not stop the others', async () => {
		const told = await put(member, id, [write('99.1', 1), write('1.1', 'na', 1), write('2.1', 'dk')]);
		expect(told.body).toMatchObject({
			outcomes: [
				{ outcome: 'refused', problem: 'unknown_item' },
				{ outcome: 'refused', problem: 'na_not_allowed' },
				{ item: '2.1' }
			]
		});
	});
});

describe('a round', () => {
	it('begins once, is submitted with its score, and takes no answer afterwards', async () => {
		const coordinator = await sample('coordinator.nautreni');
		const id = await start(coordinator, { round: 'Pavasaris' });
		expect(await start(coordinator, { id, round: 'Pavasaris' })).toBe(id);

		const nothing = await coordinator.post(`/assessments/${id}?/submit`);
		expect(nothing.status).toBe(400);
		expect(nothing.html).toContain('Vēl nav nevienas atbildes, ko iesniegt');
		expect((await coordinator.get(`/assessments/${id}/result`)).location).toBe(`/assessments/${id}`);

		await put(
			coordinator,
			id,
			QUICK.map((item) => write(item, 2))
		);
		const member = await sample('member.nautreni');
		expect((await member.post(`/assessments/${id}?/submit`)).status).toBe(403);
		const done = await coordinator.post(`/assessments/${id}?/submit`);
		expect([done.status, done.location]).toEqual([303, `/assessments/${id}/result?done=submitted`]);

		const late = await put(coordinator, id, [write('1.1', 3, 1)]);
		expect([late.status, late.body]).toEqual([409, { error: { code: 'already_used', field: 'status' } }]);
		const result = await member.get(`/assessments/${id}/result`);
		expect(result.status).toBe(200);
		expect(result.headers.get('cache-control')).toBe('private, no-store');
		expect(result.html).toContain('data-grade="');
		// A button pressed twice.
		const again = await coordinator.post(`/assessments/${id}?/submit`);
		expect([again.status, again.location]).toEqual([done.status, done.location]);
	});

	it('is confirmed by a mentor, not by whom it belongs to; a correction leaves it as it is', async () => {
		const [coordinator, mentor] = [await sample('coordinator.nautreni'), await sample('mentor')];
		const id = await start(coordinator);
		await put(coordinator, id, [write('1.1', 2)]);
		await coordinator.post(`/assessments/${id}?/submit`);
		expect((await coordinator.post(`/assessments/${id}?/confirm`)).status).toBe(403);
		expect((await mentor.post(`/assessments/${id}?/confirm`)).location).toBe(
			`/assessments/${id}?done=confirmed`
		);

		const next = crypto.randomUUID();
		const bare = await coordinator.post(`/assessments/${id}?/correct`, { id: next, revision_reason: '' });
		expect(bare.status).toBe(400);
		const reason = { id: next, revision_reason: 'Pārskatījāmies' };
		for (let times = 0; times < 2; times++) {
			expect((await coordinator.post(`/assessments/${id}?/correct`, reason)).location).toBe(
				`/assessments/${next}?done=started`
			);
		}
		expect((await answers(coordinator, next)).body).toMatchObject({
			status: 'draft',
			assessment: { revises: id, revision_reason: 'Pārskatījāmies' },
			answers: [{ item: '1.1', value: 2 }]
		});
		expect((await answers(coordinator, id)).body).toMatchObject({ status: 'confirmed' });
	});

	it('tells who changed it meanwhile, and keeps what was typed', async () => {
		const coordinator = await sample('coordinator.nautreni');
		const id = await start(coordinator);
		const { html } = await coordinator.get(`/assessments/${id}`);
		const expected = /name="expected_updated_at" value="([^"]+)"/.exec(html)?.[1] ?? '';
		const details = { round: 'Rudens', mode: 'together', people: '12', expected_updated_at: expected };
		expect((await coordinator.post(`/assessments/${id}?/update`, details)).status).toBe(303);
		const late = await coordinator.post(`/assessments/${id}?/update`, { ...details, people: '15' });
		expect(late.status).toBe(409);
		expect(late.html).toContain('value="15"');
		const wrong = await coordinator.post(`/assessments/${id}?/update`, { ...details, people: 'Anna' });
		expect(wrong.status).toBe(400);
		expect(wrong.html).toContain('value="Anna"');
	});
});

describe('figures of few communities', () => {
	const page = `/communities/${NAUTRENI}/assessments`;
	const BUTTON = /<button[^>]* name="agreed" value="(yes|no)"/;

	it('are allowed and withdrawn by a coordinator; others of the community see how it stands', async () => {
		const coordinator = await sample('coordinator.nautreni');
		const others = [await sample('member.nautreni'), await sample('pkc.latgale')];
		for (const [said, done, words] of [
			['yes', 'allowed', 'jūsu kopiena ir atļāvusi'],
			['no', 'withdrawn', 'tādas vietas skaitļus nerāda']
		] as const) {
			expect(BUTTON.exec((await coordinator.get(page)).html)?.[1]).toBe(said);
			const answer = await coordinator.post(`${page}?/figures`, { agreed: said });
			expect([answer.status, answer.location]).toEqual([303, `${page}?done=${done}`]);
			for (const visitor of others) {
				const { html } = await visitor.get(page);
				expect(html).toContain(words);
				expect(html).not.toMatch(BUTTON);
				expect((await visitor.post(`${page}?/figures`, { agreed: said })).status).toBe(403);
			}
		}
		expect((await coordinator.post(`${page}?/figures`, { agreed: 'perhaps' })).status).toBe(400);
	});
});

describe('respondents', () => {
	let coordinator: Visitor;
	let id: string;
	let link: string;
	beforeAll(async () => {
		coordinator = await sample('coordinator.nautreni');
		id = await start(coordinator, { mode: 'individual' });
		const made = await coordinator.post(`/assessments/${id}?/createLink`, { days: '7' });
		link = /\/join#([\w-]{43})/.exec(made.html)?.[1] ?? '';
		expect(link).not.toBe('');
	});

	const joinWith = (key: string, body: Row) => stranger().json('/api/respondents/join', body, bearer(key));

	it('join by a link that is shown once, without an account', async () => {
		expect((await coordinator.get(`/assessments/${id}`)).html).not.toContain(link);
		expect((await stranger().json('/api/respondents/link', { link })).body).toMatchObject({
			community_name: 'Nautrēnu darbīgā kopiena',
			state: 'open',
			form: 'quick'
		});
		expect((await stranger().json('/api/respondents/link', { link: token() })).status).toBe(404);
		const key = token();
		const person = { link, id: crypto.randomUUID(), name: ' Anna ' };
		for (let times = 0; times < 2; times++) {
			const joined = await joinWith(key, person);
			expect([joined.status, joined.body]).toMatchObject([
				200,
				{ status: 'draft', respondent: { id: person.id, name: 'Anna' }, answers: [] }
			]);
		}
		expect((await joinWith(token(), { ...person, link: token(), id: crypto.randomUUID() })).status).toBe(404);
		expect((await stranger().json('/api/respondents/join', person)).status).toBe(401);
		expect((await joinWith(token(), { link })).status).toBe(422);
	});

	it('write and read their own answers, and nobody else’s', async () => {
		const [mine, theirs] = [token(), token()];
		for (const key of [mine, theirs]) await joinWith(key, { link, id: crypto.randomUUID() });
		const told = await stranger().json(
			'/api/respondents/writes',
			{ writes: [write('1.1', 3)] },
			bearer(mine)
		);
		expect(told.body).toMatchObject({ outcomes: [{ outcome: 'written', revision: 1 }] });
		expect((await stranger().json('/api/respondents/answers', undefined, bearer(mine))).body).toMatchObject({
			status: 'draft',
			answers: [{ item: '1.1', value: 3, dissent: null, written_by_name: null }]
		});
		const other = await stranger().json('/api/respondents/answers', undefined, bearer(theirs));
		expect(other.body).toMatchObject({ answers: [] });
		// Nor does the community see them.
		expect((await answers(coordinator, id)).body).toMatchObject({ answers: [] });
		const unknown = createHash('sha256').update(mine).digest('base64url');
		for (const [key, status] of [
			['', 401],
			['x', 401],
			[unknown, 404]
		] as const) {
			expect((await stranger().json('/api/respondents/answers', undefined, bearer(key))).status).toBe(status);
		}
	});

	it('finish, and leave with everything they said', async () => {
		const key = token();
		await joinWith(key, { link, id: crypto.randomUUID() });
		const before = /data-finished="(\d+)"/.exec((await coordinator.get(`/assessments/${id}`)).html)?.[1];
		const ask = (what: string) => stranger().json(`/api/respondents/${what}`, {}, bearer(key));
		expect((await ask('finish')).body).toEqual({ done: true });
		const after = /data-finished="(\d+)"/.exec((await coordinator.get(`/assessments/${id}`)).html)?.[1];
		expect(Number(after)).toBe(Number(before) + 1);
		expect((await ask('leave')).status).toBe(200);
		expect((await ask('leave')).status).toBe(404);
		expect((await stranger().json('/api/respondents/answers', undefined, bearer(key))).status).toBe(404);
	});

	it('are shut out with their link, and write no more once the meeting is open', async () => {
		const round = await start(coordinator, { mode: 'individual' });
		const newLink = async (): Promise<[string, string]> => {
			const { html } = await coordinator.post(`/assessments/${round}?/createLink`, { days: '2' });
			const linkId = [...html.matchAll(/data-link="([\w-]+)"/g)].at(-1)?.[1] ?? '';
			return [/\/join#([\w-]{43})/.exec(html)?.[1] ?? '', linkId];
		};
		const [bad, badId] = await newLink();
		const outcast = token();
		await joinWith(outcast, { link: bad, id: crypto.randomUUID() });
		const revoked = await coordinator.post(`/assessments/${round}?/revokeLink`, { link: badId, too: 'yes' });
		expect(revoked.status).toBe(303);
		expect((await joinWith(token(), { link: bad, id: crypto.randomUUID() })).status).toBe(409);
		const shut = await stranger().json('/api/respondents/answers', undefined, bearer(outcast));
		expect([shut.status, shut.body]).toEqual([409, { error: { code: 'already_used', field: 'revoked_at' } }]);

		const [good] = await newLink();
		const few = await coordinator.post(`/assessments/${round}?/openMeeting`);
		expect(few.status).toBe(400);
		expect(few.html).toContain('kad atbildējuši vismaz trīs');
		const keys = [token(), token(), token()];
		for (const key of keys) {
			await joinWith(key, { link: good, id: crypto.randomUUID() });
			await stranger().json('/api/respondents/writes', { writes: [write('1.1', 1)] }, bearer(key));
		}
		expect((await coordinator.post(`/assessments/${round}?/openMeeting`)).status).toBe(303);
		const late = await stranger().json(
			'/api/respondents/writes',
			{ writes: [write('1.1', 2, 1)] },
			bearer(keys[0] ?? '')
		);
		expect([late.status, late.body]).toEqual([
			409,
			{ error: { code: 'already_used', field: 'meeting_opened_at' } }
		]);
		expect((await coordinator.post(`/assessments/${round}?/createLink`, { days: '2' })).status).toBe(409);
	});
});

describe('too often', () => {
	it('is 429 with the time to wait, for links and for tokens', async () => {
		const data = temporaryDirectory();
		const strict = await startServer({
			DATA_DIR: prepared('live', join(data.path, 'data')),
			RATE_LIMIT_FACTOR: '0.005'
		});
		try {
			await strict.ready;
			const visitor = new Visitor(strict.origin);
			const link = token();
			const seen: number[] = [];
			for (let n = 0; n < 4; n++) {
				const { status, headers } = await visitor.json('/api/respondents/link', { link });
				seen.push(status);
				if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
			}
			expect(seen).toEqual([404, 404, 404, 429]);
			const key = bearer(token());
			const asked: number[] = [];
			for (let n = 0; n < 4; n++)
				asked.push((await visitor.json('/api/respondents/answers', undefined, key)).status);
			expect(asked).toEqual([404, 404, 404, 429]);
		} finally {
			await strict.kill('SIGKILL');
			data.remove();
		}
	});
});
