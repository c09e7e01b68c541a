/** Household polls over HTTP, on the production build: forms without script, and the JSON that neighbours' phones send. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepared } from './prepared.ts';
import { requireBuild, startServer, temporaryDirectory, type ServerProcess } from './server-process.ts';
import { Visitor } from './visitor.ts';

const NAUTRENI = '9c351a63-ee72-55c8-8d1b-a4b6818a1e03';
const POLLS = `/communities/${NAUTRENI}/polls`;

const directory = temporaryDirectory();
let server: ServerProcess;
let coordinator: Visitor;
beforeAll(async () => {
	requireBuild();
	server = await startServer({ DEMO: '', DATA_DIR: prepared('demo', join(directory.path, 'demo')) });
	await server.ready;
	coordinator = await Visitor.sample(server.origin, 'coordinator.nautreni');
});
afterAll(async () => {
	await server.kill('SIGKILL');
	directory.remove();
});

const stranger = (): Visitor => new Visitor(server.origin);
const token = (): string => randomBytes(32).toString('base64url');
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A form with five questions of three answers each. */
function form(more: Record<string, string> = {}): Record<string, string> {
	const fields: Record<string, string> = {
		...{ id: crypto.randomUUID(), token: token(), closes_on: inDays(7), assessment_id: '' }
	};
	for (let n = 0; n < 5; n++) {
		fields[`question_${n}`] = `Vai ${n}?`;
		fields[`options_${n}`] = 'Jā\nNē\nNezinu';
	}
	return { ...fields, ...more };
}

interface Poll {
	id: string;
	link: string;
}

async function start(more: Record<string, string> = {}): Promise<Poll> {
	const fields = form(more);
	const { status, html } = await coordinator.post(`${POLLS}?/start`, fields);
	expect(status).toBe(200);
	const link = /\/poll#([\w-]{43})/.exec(html)?.[1] ?? '';
	expect(link).toBe(fields.token);
	return { id: fields.id ?? '', link };
}

const cast = (link: string, body: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
	stranger().json(
		'/api/polls/ballots',
		{ link, id: crypto.randomUUID(), choices: { 0: 1 }, ...body },
		headers
	);

/** What the page of the polls says of one. */
async function card(id: string): Promise<string> {
	const { html } = await coordinator.get(POLLS);
	return html.split('<article').find((part) => part.includes(`data-poll="${id}"`)) ?? '';
}
const ballots = async (id: string): Promise<number> =>
	Number(/data-ballots="(\d+)"/.exec(await card(id))?.[1]);

describe('a poll', () => {
	it('begins once, and a form sent twice shows the same link', async () => {
		const fields = form();
		const first = await start(fields);
		expect(await start({ ...fields, question_0: 'Vai kas cits?' })).toEqual(first);
		expect(await card(first.id)).toContain('Vai 0?');
		expect(await card(first.id)).not.toContain('Vai kas cits?');
		// Afterwards no page knows it.
		expect((await coordinator.get(POLLS)).html).not.toContain(first.link);
	});

	it('says beside the field what is wrong, and keeps what was typed', async () => {
		const wrong = await coordinator.post(
			`${POLLS}?/start`,
			form({ question_0: '', options_1: 'Tikai viena' })
		);
		expect(wrong.status).toBe(400);
		expect(wrong.html).toContain('Katram jautājumam vajag 2–6 atbildes');
		expect(wrong.html).toContain('Tikai viena');
		const bad = { closes_on: [inDays(62), inDays(-2), ''], token: ['short'], id: ['1'] };
		for (const [field, values] of Object.entries(bad))
			for (const value of values)
				expect((await coordinator.post(`${POLLS}?/start`, form({ [field]: value }))).status).toBe(400);
		const foreign = form({ assessment_id: crypto.randomUUID() });
		expect((await coordinator.post(`${POLLS}?/start`, foreign)).status).toBe(400);
		expect((await coordinator.post(`${POLLS}?/start`, form({ closes_on: inDays(60) }))).status).toBe(200);
	});

	it('is seen by those of the community, begun by those who lead, and unknown to others', async () => {
		const { id } = await start();
		const member = await Visitor.sample(server.origin, 'member.nautreni');
		expect((await member.get(POLLS)).status).toBe(200);
		expect((await member.post(`${POLLS}?/start`, form())).status).toBe(403);
		expect((await member.post(`${POLLS}?/close`, { poll: id })).status).toBe(403);
		for (const page of ['enter', 'sheets']) {
			expect((await member.get(`${POLLS}/${id}/${page}`)).status).toBe(403);
			expect((await coordinator.get(`${POLLS}/${id}/${page}`)).status).toBe(200);
			expect((await coordinator.get(`${POLLS}/${crypto.randomUUID()}/${page}`)).status).toBe(404);
			expect((await stranger().get(`${POLLS}/${id}/${page}`)).location).toMatch(/^\/sign-in\?next=/);
		}
		for (const name of ['pkc.vidzeme', 'planner.latgale', 'civil.rezekne', 'national']) {
			const outsider = await Visitor.sample(server.origin, name);
			for (const path of [POLLS, `${POLLS}/${id}/enter`, `${POLLS}/${id}/sheets`])
				expect((await outsider.get(path)).status).toBe(404);
			expect((await outsider.post(`${POLLS}?/start`, form())).status).toBe(404);
		}
	});

	it('shows its poster to whom has the link of this poll, which stays out of every address', async () => {
		const { id, link } = await start();
		const other = await start({ question_0: 'Vai cita?' });
		const sheets = `${POLLS}/${id}/sheets?/show`;
		const shown = await coordinator.post(sheets, { link: `https://x.example/en/poll#${link}` });
		expect(shown.status).toBe(200);
		expect(shown.location).toBeNull();
		expect(shown.headers.get('cache-control')).toBe('private, no-store');
		expect(shown.html).toContain(`/poll#${link}`);
		for (const wrong of [other.link, token(), 'nothing', ''])
			expect((await coordinator.post(sheets, { link: wrong })).status).toBe(400);
		expect(server.stdout() + server.stderr()).not.toContain(link);
	});
});

describe('ballots', () => {
	let poll: Poll;
	beforeAll(async () => {
		poll = await start();
	});

	it('are cast by link without an account, and count once however often they are sent', async () => {
		const told = await stranger().json('/api/polls/link', { link: poll.link });
		expect([told.status, told.body]).toMatchObject([
			200,
			{ community_name: 'Nautrēnu darbīgā kopiena', state: 'open', questions: { length: 5 } }
		]);
		expect(told.headers.get('cache-control')).toContain('no-store');
		expect(Object.keys(told.body as object).sort()).toEqual([
			...['closes_at', 'community_name', 'questions', 'state']
		]);
		const before = await ballots(poll.id);
		const ballot = { id: crypto.randomUUID(), choices: { 0: 2, 4: 0 } };
		const replies = await Promise.all([1, 2, 3].map(() => cast(poll.link, ballot)));
		for (const { status, body } of replies) expect([status, body]).toEqual([200, { done: true }]);
		// Nor do other answers under the same number count.
		expect((await cast(poll.link, { ...ballot, choices: { 1: 1 } })).status).toBe(200);
		expect(await ballots(poll.id)).toBe(before + 1);
	});

	it.each<[string, number, Record<string, unknown>]>([
		['no answer', 422, { choices: {} }],
		['an answer that was not offered', 422, { choices: { 0: 3 } }],
		['a question that was not asked', 422, { choices: { 5: 0 } }],
		['a question that cannot be', 422, { choices: { 8: 0 } }],
		['text for an answer', 422, { choices: { 0: '1' } }],
		['a list', 422, { choices: [1] }],
		['no number of a ballot', 422, { id: 'x' }],
		['a field nobody asked for', 422, { name: 'Anna' }],
		['too much', 413, { choices: { 0: 'x'.repeat(512 * 1024) } }]
	])('refuse %s with %i, and count nothing', async (_, status, body) => {
		const before = await ballots(poll.id);
		expect((await cast(poll.link, body)).status).toBe(status);
		expect(await ballots(poll.id)).toBe(before);
	});

	it('need the link, and a page of this site', async () => {
		expect((await cast(token())).status).toBe(404);
		expect((await stranger().json('/api/polls/link', { link: token() })).status).toBe(404);
		expect((await stranger().json('/api/polls/link', { link: '' })).status).toBe(422);
		expect((await stranger().json('/api/polls/link', { link: 'x'.repeat(101) })).status).toBe(422);
		const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
		for (const [name, value] of Object.entries(foreign)) {
			const refused = await cast(poll.link, {}, { [name]: value });
			expect([refused.status, refused.body]).toEqual([403, { error: { code: 'foreign_origin' } }]);
		}
		expect((await cast(poll.link, {}, { 'content-type': 'text/plain' })).status).toBe(400);
		expect((await stranger().json('/api/polls/ballots', '{')).status).toBe(400);
	});

	it('from paper are entered without script, each once', async () => {
		const enter = `${POLLS}/${poll.id}/enter`;
		const before = await ballots(poll.id);
		const blank = { choice_0: '', choice_1: '', choice_2: '', choice_3: '', choice_4: '' };
		const ballot = { id: crypto.randomUUID(), ...blank, choice_1: '2' };
		for (let times = 0; times < 2; times++) {
			const { status, location } = await coordinator.post(enter, ballot);
			expect([status, location]).toEqual([303, `${enter}?done=saved`]);
		}
		expect(await ballots(poll.id)).toBe(before + 1);
		const empty = await coordinator.post(enter, { ...ballot, id: crypto.randomUUID(), choice_1: '' });
		expect(empty.status).toBe(400);
		expect(empty.html).toContain('Tukšu anketu neskaitām');
		for (const bad of ['3', '6', 'x'])
			expect(
				(await coordinator.post(enter, { ...ballot, id: crypto.randomUUID(), choice_1: bad })).status
			).toBe(400);
		const member = await Visitor.sample(server.origin, 'member.nautreni');
		expect((await member.post(enter, { ...ballot, id: crypto.randomUUID() })).status).toBe(403);
		// Who was signed out meanwhile finds the ballot on the page that says so.
		const signedOut = await stranger().post(enter, ballot);
		expect(signedOut.status).toBe(401);
		expect(signedOut.html).toContain(ballot.id);
		expect(await ballots(poll.id)).toBe(before + 1);
	});
});

describe('results', () => {
	it('are hidden while ballots come and below ten; a question that fewer answered stays hidden', async () => {
		const [few, enough] = [await start(), await start()];
		for (let n = 0; n < 9; n++) {
			await cast(few.link);
			await cast(enough.link, { choices: { 0: 1, ...(n === 0 ? { 1: 0 } : {}) } });
		}
		await cast(enough.link, { choices: { 0: 0 } });
		expect(await card(enough.id)).toContain('data-hidden');
		const late = { id: crypto.randomUUID() };
		expect((await cast(few.link, late)).status).toBe(200);
		const nine = await start();
		for (let n = 0; n < 9; n++) await cast(nine.link);
		for (const { id } of [few, enough, nine]) {
			expect((await coordinator.post(`${POLLS}?/close`, { poll: id })).location).toBe(`${POLLS}?done=closed`);
		}
		expect(await card(nine.id)).toContain('data-hidden');
		expect(await card(nine.id)).not.toContain('<table');
		const told = await card(enough.id);
		expect(told).not.toContain('data-hidden');
		expect(told.match(/<table/g)).toHaveLength(1);
		expect(told).toMatch(/<td[^>]*>9<\/td>\s*<td[^>]*>90/);
		expect(told).toContain('mazāk nekā 10 mājas');

		// Closed: nothing new counts, and what was counted is not refused when it is sent again.
		const over = await cast(few.link);
		expect([over.status, over.body]).toEqual([410, { error: { code: 'expired' } }]);
		expect((await cast(few.link, late)).status).toBe(200);
		expect(await ballots(few.id)).toBe(10);
		expect((await stranger().json('/api/polls/link', { link: few.link })).body).toMatchObject({
			state: 'closed'
		});
		const paper = { id: crypto.randomUUID(), choice_0: '1' };
		expect((await coordinator.post(`${POLLS}/${few.id}/enter`, paper)).status).toBe(410);
		expect((await coordinator.get(`${POLLS}/${few.id}/sheets`)).location).toBe(POLLS);
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
			const visitor = new Visitor(strict.origin);
			const seen: number[] = [];
			for (let n = 0; n < 4; n++) {
				const { status, headers } = await visitor.json('/api/polls/link', { link: token() });
				seen.push(status);
				if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
			}
			expect(seen).toEqual([404, 404, 404, 429]);
			const ballot = () => ({ link: token(), id: crypto.randomUUID(), choices: { 0: 0 } });
			expect((await visitor.json('/api/polls/ballots', ballot())).status).toBe(404);
			expect((await visitor.json('/api/polls/ballots', ballot())).status).toBe(429);
		} finally {
			await strict.kill('SIGKILL');
			data.remove();
		}
	});
});
