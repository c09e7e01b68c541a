/** Forms over HTTP, on the production build: nothing typed is lost, whatever happened while it was typed. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepared } from './prepared.ts';
import { requireBuild, startServer, temporaryDirectory, type ServerProcess } from './server-process.ts';
import { Visitor, type Answer } from './visitor.ts';

const directory = temporaryDirectory();
const SURVEY = '/surveys/new?place=0038530';
const NAUTRENI = '9c351a63-ee72-55c8-8d1b-a4b6818a1e03';
let server: ServerProcess;

beforeAll(async () => {
	requireBuild();
	// One tenth: a person registers one community in an hour.
	server = await startServer({
		DEMO: '',
		DATA_DIR: prepared('demo', join(directory.path, 'demo')),
		RATE_LIMIT_FACTOR: '0.1'
	});
	await server.ready;
});
afterAll(async () => {
	await server.kill('SIGKILL');
	directory.remove();
});

const sample = (name: string): Promise<Visitor> => Visitor.sample(server.origin, name);

/** What a page would send again: names and values of the hidden fields below its words about that. */
function kept({ html }: Answer): Record<string, string> {
	const section = /id="kept"[^]*?<\/section>/.exec(html)?.[0] ?? '';
	const inputs = section.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
	const plain = (text = '') =>
		text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
	return Object.fromEntries([...inputs].map(([, name, value]) => [plain(name), plain(value)]));
}

describe('a form that was opened before the session ended', () => {
	const survey = {
		...{ finding: 'dormant', surveyed_on: '2025-06-01', asked_role: 'bibliotekāre' },
		...{ note: 'Agrāk bija "koris" & <dziesmas>.\nTagad klusums.', next_step: '' }
	};

	it('comes back with all that was typed and a way to sign in beside it, and can be sent again', async () => {
		const visitor = await sample('pkc.vidzeme');
		const session = new Map(visitor.cookies);
		visitor.cookies.clear();
		const refused = await visitor.post(SURVEY, survey);
		expect(refused.status).toBe(401);
		expect(refused.headers.get('cache-control')).toBe('private, no-store');
		expect(refused.html).toContain('Sesija ir beigusies');
		expect(refused.html).toMatch(/<a href="\/sign-in" target="_blank"/);
		expect(refused.html).toContain(`<form method="post" action="${SURVEY}"`);
		expect(kept(refused)).toEqual(survey);
		// What else stands on the page of the form is for PKC alone.
		expect(refused.html).not.toContain('Mētrienas');

		for (const [name, value] of session) visitor.cookies.set(name, value);
		const sent = await visitor.post(SURVEY, kept(refused));
		expect([sent.status, sent.location]).toEqual([303, `${SURVEY}&done=saved`]);
	});

	it('comes back likewise when the role is gone, in the language of the page', async () => {
		const visitor = await sample('pkc.latgale');
		const refused = await visitor.post(`/en${SURVEY}`, survey);
		expect(refused.status).toBe(403);
		expect(refused.html).toContain('This page is not for you');
		expect(kept(refused)).toEqual(survey);
	});

	it.each([
		[`/activities/new?community=${NAUTRENI}`, { title: 'Talka pie upes' }],
		[`/communities/${NAUTRENI}/edit`, { note: 'Tiekas otrdienās' }],
		[`/communities/${NAUTRENI}/contacts?/add`, { contact_name: 'Paraugs Paraugs' }],
		['/communities/register', { name: 'Upes ļaudis' }],
		['/communities/register/about', { place: 'Vecā skola' }],
		['/communities/register/contact', { contact_role: 'Pavāre un vadītāja' }],
		[`/workspace/review/${NAUTRENI}`, { message: 'Kur jūs tiekaties?' }],
		['/workspace/invitations?/create', { note: 'Mūsu mentors' }],
		['/admin/organisations?/save', { name: 'Jauna organizācija' }]
	])('loses nothing at %s', async (path, fields) => {
		const refused = await new Visitor(server.origin).post(path, fields);
		expect(refused.status).toBe(401);
		expect(kept(refused)).toEqual(fields);
		for (const text of Object.values(fields)) expect(refused.html).toContain(`>${text}</li>`);
	});

	it('is no way around the check where a form was sent from', async () => {
		const visitor = new Visitor(server.origin);
		expect((await visitor.post(SURVEY, survey, { origin: 'https://evil.example' })).status).toBe(403);
	});
});

describe('registering too often', () => {
	it('is answered with 429, when to come back, and everything typed', async () => {
		const visitor = new Visitor(server.origin);
		await visitor.signIn('registre@example.org');
		expect((await visitor.register('Pirmie ļaudis')).status).toBe(303);
		const refused = await visitor.register('Otrie ļaudis', { contact_role: 'Pavāre' });
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(refused.html).toContain('Pārāk daudz mēģinājumu');
		expect(refused.html).toContain('value="Pavāre"');
		expect(refused.html).toContain('value="kopiena@example.org"');
		// The steps before the last are kept as well.
		expect(refused.html).toContain('Otrie ļaudis');
	});
});

describe('what a signed-in reader gets', () => {
	it.each([
		'/workspace',
		`/communities/${NAUTRENI}`,
		'/territory/0043560',
		'/map',
		'/map/__data.json',
		'/map/picture.svg?region=latgale&mandated'
	])('is kept by no cache: %s', async (path) => {
		const reader = await sample('pkc.latgale');
		const answer = await reader.get(path);
		expect(answer.status).toBe(200);
		expect(answer.headers.get('cache-control')).toBe('private, no-store');
	});
});

it('a visitor with a cookie of a session that is gone still sees the card of a community', async () => {
	const visitor = new Visitor(server.origin);
	visitor.cookies.set('dk-session', 'base64-bm90IGpzb24');
	const card = await visitor.get(`/communities/${NAUTRENI}`);
	expect(card.status).toBe(200);
	expect(card.html).toContain('Nautrēnu darbīgā kopiena');
});
