/** Invitations over HTTP, on the production build: what a link gives away, and how often it may be tried. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepared } from './prepared.ts';
import { requireBuild, startServer, temporaryDirectory, type ServerProcess } from './server-process.ts';
import { Visitor, type Answer } from './visitor.ts';

const directory = temporaryDirectory();
const NAUTRENI = '9c351a63-ee72-55c8-8d1b-a4b6818a1e03';
let server: ServerProcess;

beforeAll(async () => {
	requireBuild();
	// One twentieth: in an hour 6 visits of invitations and 2 new invitations, in a day 1 letter to an address.
	server = await startServer({
		DEMO: '',
		DATA_DIR: prepared('demo', join(directory.path, 'demo')),
		RATE_LIMIT_FACTOR: '0.05'
	});
	await server.ready;
});
afterAll(async () => {
	await server.kill('SIGKILL');
	directory.remove();
});

const sample = (name: string): Promise<Visitor> => Visitor.sample(server.origin, name);

function invite(visitor: Visitor, more: Record<string, string> = {}): Promise<Answer> {
	return visitor.post('/workspace/invitations?/create&role=member', {
		...{ role: 'member', scope_id: NAUTRENI, email_hint: '', note: 'Piezīme', days: '7' },
		...{ membership_expires_at: '', ...more }
	});
}

const linkIn = ({ html }: Answer): string => /\/invite\/[\w-]{43}/.exec(html)?.[0] ?? '';

describe('an invitation', () => {
	let coordinator: Visitor;
	let link: string;
	beforeAll(async () => {
		coordinator = await sample('coordinator.nautreni');
		const made = await invite(coordinator);
		expect(made.status).toBe(200);
		expect(made.headers.get('cache-control')).toBe('private, no-store');
		link = linkIn(made);
		expect(link).not.toBe('');
	});

	it('is kept by nobody, and no other page learns its address', async () => {
		const opened = await new Visitor(server.origin).get(link);
		expect(opened.status).toBe(200);
		expect(opened.headers.get('cache-control')).toBe('private, no-store');
		expect(opened.headers.get('referrer-policy')).toBe('strict-origin');
		expect(opened.html).toContain('<meta name="robots" content="noindex"');
		expect(opened.html).toMatch(/Kopienas dalībnieks[^·]*· <span[^>]*>Nautrēnu darbīgā kopiena/);
		// Neither names of people nor what was noted about the invited one.
		expect(opened.html).not.toMatch(/Paraugs coordinator|Piezīme/);
	});

	it('is answered by signed-in people only, from our own pages', async () => {
		const visitor = new Visitor(server.origin);
		const asked = await visitor.post(`${link}?/accept`);
		expect([asked.status, asked.location]).toEqual([303, `/sign-in?next=${encodeURIComponent(link)}`]);
		const mentor = await sample('mentor');
		expect((await mentor.post(`${link}?/accept`, {}, { origin: 'null' })).status).toBe(403);
		expect((await mentor.post(`${link}?/decline`, {}, { origin: 'https://evil.example' })).status).toBe(403);
	});

	it('can be given only so often, and nothing typed is lost', async () => {
		expect((await invite(coordinator)).status).toBe(200);
		const refused = await invite(coordinator, { note: 'Trešais šodien' });
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(refused.html).toContain('Pārāk daudz mēģinājumu');
		expect(refused.html).toContain('Trešais šodien');
		expect(linkIn(refused)).toBe('');
	});

	it('is written only about communities that PKC has approved; the link is there all the same', async () => {
		const founder = new Visitor(server.origin);
		await founder.signIn('dibinataja@example.org');
		const { location } = await founder.register('Zvirgzdiņu ļaudis');
		const id = /[\da-f-]{36}/.exec(location ?? '')?.[0] ?? '';
		const made = await invite(founder, { scope_id: id, email_hint: 'kaimins@example.org' });
		expect(made.status).toBe(200);
		expect(linkIn(made)).not.toBe('');
		expect(made.html).toContain('Vēstuli uz kaimins@example.org nesūtījām');
		const letters = await new Visitor(server.origin).get('/demo/mail');
		expect(letters.html).not.toContain('kaimins@example.org');
	});

	it('fills nobody’s mailbox: an address gets only so many letters, and the sentence says what helps', async () => {
		const [first, second] = [await sample('pkc.latgale'), await sample('mentor')];
		const to = { email_hint: 'Reti@example.org', role: 'mentor' };
		const sent = await invite(first, to);
		expect(sent.status).toBe(200);
		expect(sent.html).toContain('reti@example.org');
		// Another person with a role that may invite; letters are counted by whom they go to.
		const national = await sample('national');
		const refused = await invite(national, { ...to, email_hint: 'reti@example.org' });
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60 * 60);
		expect(refused.html).toContain('Uz šo adresi šodien jau nosūtītas');
		expect(refused.html).toContain('value="reti@example.org"');
		expect(linkIn(refused)).toBe('');
		expect((await invite(national, { email_hint: '', role: 'mentor' })).status).toBe(200);
		// Who may not invite uses nothing up.
		expect((await invite(second, { email_hint: 'cits@example.org', role: 'mentor' })).status).toBe(403);
	});

	it('is not guessed: who tries too often is told when to come back', async () => {
		const visitor = new Visitor(server.origin);
		const answers: Answer[] = [];
		for (let i = 0; i < 8; i++) answers.push(await visitor.get(`/ru/invite/${String(i).repeat(43)}`));
		expect(answers.map(({ status }) => status).filter((status) => status === 404).length).toBeLessThanOrEqual(
			6
		);
		const last = answers.at(-1);
		expect(last?.status).toBe(429);
		expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(last?.headers.get('cache-control')).toBe('private, no-store');
		expect(last?.html).toContain('Слишком много попыток');
	});
});
