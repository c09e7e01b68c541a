/** Signing in and out over HTTP, on the production build with the embedded backend in demo mode. */
import { SignJWT } from 'jose';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepared } from './prepared.ts';
import { requireBuild, startServer, temporaryDirectory, type ServerProcess } from './server-process.ts';
import { Visitor, type Answer } from './visitor.ts';

const directory = temporaryDirectory();
const demoData = join(directory.path, 'demo');
let demo: ServerProcess;

beforeAll(async () => {
	requireBuild();
	demo = await startServer({ DEMO: '', DATA_DIR: prepared('demo', demoData) });
	await demo.ready;
});
afterAll(async () => {
	await demo.kill('SIGKILL');
	directory.remove();
});

const newVisitor = (): Visitor => new Visitor(demo.origin);

/** The part of a page that a visitor came for, without what differs in every answer. */
function content({ html }: Answer): string {
	return (/<main[^]*<\/main>/.exec(html)?.[0] ?? '').replace(/<script[^]*?<\/script>/g, '');
}

function texts(answer: Answer): string {
	return content(answer)
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ');
}

const SESSION = /^(__Host-)?dk-session/;
const sessionCookies = (visitor: Visitor): string[] =>
	[...visitor.cookies.keys()].filter((name) => SESSION.test(name));

describe('signing in by code', () => {
	it('takes two steps, keeps the session in cookies no script can read, and comes back', async () => {
		const visitor = newVisitor();
		const guarded = await visitor.get('/en/account');
		expect(guarded.location).toBe('/en/sign-in?next=%2Fen%2Faccount');
		const asked = await visitor.post('/en/sign-in?/code', {
			email: ' Anna@Example.org ',
			next: '/en/account'
		});
		expect(asked.location).toBe('/en/sign-in/code?next=%2Fen%2Faccount');
		const step = await visitor.get(asked.location ?? '');
		expect(step.html).toContain('anna@example.org');
		expect(step.html).toMatch(/<input[^>]*autocomplete="one-time-code"[^>]*inputmode="numeric"/);
		expect(step.headers.get('cache-control')).toBe('private, no-store');

		const code = await visitor.readCode('anna@example.org');
		const done = await visitor.post('/en/sign-in/code?/check', {
			code: `${code.slice(0, 3)} ${code.slice(3)}`,
			next: '/en/account'
		});
		expect(done.status).toBe(303);
		expect(done.location).toBe('/en/account');
		expect(done.headers.get('cache-control')).toContain('no-store');
		expect(sessionCookies(visitor).length).toBeGreaterThan(0);
		for (const name of sessionCookies(visitor)) {
			expect(visitor.attributes.get(name)).toMatch(/HttpOnly/);
			expect(visitor.attributes.get(name)).toMatch(/SameSite=Lax/);
			expect(visitor.attributes.get(name)).toMatch(/Path=\/(;|$)/);
			expect(visitor.attributes.get(name)).not.toMatch(/Secure|Domain/);
		}
		const account = await visitor.get('/en/account');
		expect(account.status).toBe(200);
		expect(account.html).toContain('anna@example.org');
		expect((await visitor.get('/en/sign-in')).location).toBe('/en/account');
	});

	it('says beside the field what is wrong with a code, and keeps what was typed', async () => {
		const visitor = newVisitor();
		await visitor.post('/sign-in?/code', { email: 'berta@example.org' });
		const right = await visitor.readCode('berta@example.org');
		const wrong = right === '000000' ? '000001' : '000000';
		const refused = await visitor.post('/sign-in/code?/check', { code: wrong });
		expect(refused.status).toBe(400);
		expect(refused.html).toMatch(/aria-invalid="true"/);
		expect(refused.html).toContain(`value="${wrong}"`);
		expect(refused.html).toContain('href="#field-code"');
		expect(sessionCookies(visitor)).toEqual([]);
		expect((await visitor.post('/sign-in/code?/check', { code: 'abc' })).status).toBe(400);
		expect((await visitor.post('/sign-in/code?/check', { code: right })).status).toBe(303);
	});

	it('accepts a code once only, and not after a newer one was sent', async () => {
		const first = newVisitor();
		await first.post('/sign-in?/code', { email: 'cilda@example.org' });
		const old = await first.readCode('cilda@example.org');
		const again = await first.post('/sign-in/code?/again');
		expect(again.location).toBe('/sign-in/code?sent&next=%2Faccount');
		const code = await first.readCode('cilda@example.org');
		if (old !== code) expect((await first.post('/sign-in/code?/check', { code: old })).status).toBe(400);
		const pending = new Map(first.cookies);
		expect((await first.post('/sign-in/code?/check', { code })).status).toBe(303);

		const replay = newVisitor();
		for (const [name, value] of pending) replay.cookies.set(name, value);
		expect((await replay.post('/sign-in/code?/check', { code })).status).toBe(400);
	});

	it('does not accept the code of another address', async () => {
		const own = newVisitor();
		await own.post('/sign-in?/code', { email: 'dace@example.org' });
		const other = newVisitor();
		await other.post('/sign-in?/code', { email: 'edgars@example.org' });
		const code = await own.readCode('dace@example.org');
		if (code !== (await other.readCode('edgars@example.org'))) {
			expect((await other.post('/sign-in/code?/check', { code })).status).toBe(400);
		}
	});

	it('starts over when the first step is lost', async () => {
		expect((await newVisitor().get('/ru/sign-in/code')).location).toBe('/ru/sign-in');
		expect((await newVisitor().post('/sign-in/code?/check', { code: '123456' })).location).toBe('/sign-in');
	});

	it.each(['', 'nobody', 'a@b', `${'a'.repeat(250)}@example.org`])(
		'refuses the address %j',
		async (email) => {
			const refused = await newVisitor().post('/sign-in?/code', { email });
			expect(refused.status).toBe(400);
			expect(refused.html).toMatch(/aria-invalid="true"/);
		}
	);
});

describe('passwords', () => {
	const email = 'fricis@example.org';
	const password = 'klusa pēcpusdiena dārzā';

	it('are set and reset by code, and then open the door', async () => {
		const visitor = newVisitor();
		await visitor.signIn(email);
		const elsewhere = newVisitor();
		await elsewhere.signIn(email);
		expect(await elsewhere.isSignedIn()).toBe(true);

		expect((await visitor.post('/account?/password')).location).toBe('/sign-in/reset/code');
		const short = await visitor.post('/sign-in/reset/code?/save', { code: '12', password: 'tiny pass' });
		expect(short.status).toBe(400);
		expect(short.html.match(/aria-invalid="true"/g)?.length).toBe(2);
		expect(short.html).not.toContain('tiny pass');
		const saved = await visitor.post('/sign-in/reset/code?/save', {
			code: await visitor.readCode(email),
			password
		});
		expect(saved.location).toBe('/account?done=password');
		expect(await visitor.isSignedIn()).toBe(true);
		expect(await elsewhere.isSignedIn()).toBe(false);

		const next = newVisitor();
		const done = await next.post('/sign-in/password', { email, password });
		expect(done.location).toBe('/account');
		expect(await next.isSignedIn()).toBe(true);
	});

	it('give the same answer for a wrong password and an unknown address, in the same time', async () => {
		const ask = async (address: string): Promise<{ answer: Answer; ms: number }> => {
			const began = performance.now();
			const answer = await newVisitor().post('/sign-in/password', {
				email: address,
				password: 'not the password'
			});
			return { answer, ms: performance.now() - began };
		};
		const known = await ask(email);
		const unknown = await ask('nobody@example.org');
		for (const { answer } of [known, unknown]) {
			expect(answer.status).toBe(400);
			expect(answer.html).not.toContain('not the password');
		}
		expect(texts(unknown.answer)).toBe(texts(known.answer));
		expect(Math.abs(known.ms - unknown.ms)).toBeLessThan(150);
	});
});

describe('asking for a code tells nothing about an address', () => {
	it.each([
		['/sign-in?/code', '/sign-in/code?next=%2Faccount'],
		['/sign-in/reset', '/sign-in/reset/code']
	])('at %s', async (path, next) => {
		await newVisitor().signIn('known@example.org');
		const times: number[] = [];
		for (const email of ['known@example.org', `new-${path.length}@example.org`]) {
			const visitor = newVisitor();
			const began = performance.now();
			const asked = await visitor.post(path, { email });
			times.push(performance.now() - began);
			expect(asked.status).toBe(303);
			expect(asked.location).toBe(next);
			expect(texts(await visitor.get(next)).replaceAll(email, '…')).toMatch(/…/);
		}
		expect(Math.abs((times[0] ?? 0) - (times[1] ?? 0))).toBeLessThan(150);
	});
});

describe('signing out', () => {
	it('on this device leaves the others signed in', async () => {
		const [here, there] = [newVisitor(), newVisitor()];
		await here.signIn('gita@example.org');
		await there.signIn('gita@example.org');
		expect((await here.post('/sign-out?/here')).location).toBe('/sign-out?done');
		expect(sessionCookies(here)).toEqual([]);
		expect(await here.isSignedIn()).toBe(false);
		expect(await there.isSignedIn()).toBe(true);
	});

	it('leaves nothing of the person in the browser: neither a draft nor an address', async () => {
		const visitor = newVisitor();
		await visitor.signIn('ieva@example.org');
		const place = { place_text: 'Nautrēnu pagasts', place_asked: '', territory_code: '' };
		const begun = await visitor.post('/communities/register', { name: 'Ievas kaimiņi', ...place });
		expect(begun.status).toBe(303);
		expect((await visitor.post('/account?/password')).status).toBe(303);
		expect([...visitor.cookies.keys()]).toEqual(expect.arrayContaining(['dk-registration', 'dk-pending']));
		await visitor.post('/sign-out?/here');
		expect([...visitor.cookies.keys()].filter((name) => name.includes('dk-'))).toEqual([]);
	});

	it('everywhere ends every session at once, and a copied cookie with it', async () => {
		const [here, there] = [newVisitor(), newVisitor()];
		await here.signIn('haralds@example.org');
		await there.signIn('haralds@example.org');
		const copied = newVisitor();
		for (const [name, value] of here.cookies) copied.cookies.set(name, value);
		await here.post('/sign-out?/everywhere');
		for (const visitor of [here, there, copied]) expect(await visitor.isSignedIn()).toBe(false);
		expect(sessionCookies(copied)).toEqual([]);
	});
});

describe('cookies that are not ours', () => {
	async function forged(): Promise<string> {
		const user = '00000000-0000-4000-8000-000000000001';
		const claims = {
			sub: user,
			role: 'authenticated',
			session_id: crypto.randomUUID(),
			email: 'x@example.org'
		};
		const key = new TextEncoder().encode('x'.repeat(64));
		const access_token = await new SignJWT(claims)
			.setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
			.setIssuedAt()
			.setExpirationTime('1h')
			.sign(key);
		const expires_at = Math.floor(Date.now() / 1000) + 3600;
		return encode({
			access_token,
			refresh_token: 'x',
			token_type: 'bearer',
			expires_in: 3600,
			expires_at,
			user: { id: user }
		});
	}
	const encode = (session: unknown): string =>
		`base64-${Buffer.from(JSON.stringify(session)).toString('base64url')}`;
	const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${Buffer.from(
		`{"sub":"00000000-0000-4000-8000-000000000001","role":"service_role","exp":9999999999}`
	).toString('base64url')}.`;

	it.each([
		['signed with another key', forged],
		[
			'not signed',
			() => encode({ access_token: unsigned, refresh_token: 'x', expires_at: 9_999_999_999, user: {} })
		],
		[
			'expired, with a refresh token that was never given',
			() => encode({ access_token: unsigned, refresh_token: 'x', expires_at: 1, user: {} })
		],
		['not JSON', () => 'base64-bm90IGpzb24'],
		['not base64', () => 'base64-%%%'],
		['a number', () => encode(7)],
		['plain text', () => 'hello']
	])('%s open nothing and are taken away', async (_, make) => {
		const visitor = newVisitor();
		visitor.cookies.set('dk-session', await make());
		const page = await visitor.get('/sign-in');
		expect(page.status).toBe(200);
		visitor.cookies.set('dk-session', await make());
		const account = await visitor.get('/account');
		expect(account.status).toBe(303);
		expect(account.location).toBe('/sign-in?next=%2Faccount');
		expect(sessionCookies(visitor)).toEqual([]);
	});

	it('a changed token of one’s own opens nothing either', async () => {
		const visitor = newVisitor();
		await visitor.signIn('ilze@example.org');
		const whole = sessionCookies(visitor)
			.sort()
			.map((name) => visitor.cookies.get(name))
			.join('');
		const session = JSON.parse(Buffer.from(whole.slice('base64-'.length), 'base64url').toString()) as {
			access_token: string;
		};
		const [head, body = '', signature] = session.access_token.split('.');
		const claims = {
			...(JSON.parse(Buffer.from(body, 'base64url').toString()) as object),
			role: 'service_role'
		};
		const access_token = [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join(
			'.'
		);
		const attacker = newVisitor();
		attacker.cookies.set('dk-session', encode({ ...session, access_token }));
		expect(await attacker.isSignedIn()).toBe(false);
	});
});

it('a session whose hour is over is renewed on the way, and the answer is for nobody else', async () => {
	const visitor = newVisitor();
	await visitor.signIn('vera@example.org');
	const names = sessionCookies(visitor).sort();
	const whole = names.map((name) => visitor.cookies.get(name)).join('');
	const session = JSON.parse(Buffer.from(whole.slice('base64-'.length), 'base64url').toString()) as object;
	for (const name of names) visitor.cookies.delete(name);
	const old = `base64-${Buffer.from(JSON.stringify({ ...session, expires_at: 1 })).toString('base64url')}`;
	visitor.cookies.set('dk-session', old);
	const account = await visitor.get('/account');
	expect(account.status).toBe(200);
	expect(account.headers.get('cache-control')).toContain('no-store');
	expect(account.headers.get('pragma')).toBe('no-cache');
	expect(sessionCookies(visitor).map((name) => visitor.cookies.get(name))).not.toContain(old);
	expect(await visitor.isSignedIn()).toBe(true);
});

describe('caches', () => {
	it('may keep no page of a signed-in person, and need not fear pages of visitors', async () => {
		const visitor = newVisitor();
		expect((await visitor.get('/sign-in')).headers.get('cache-control') ?? '').not.toContain('private');
		await visitor.signIn('janis@example.org');
		for (const path of ['/account', '/account/delete', '/sign-out', '/account/__data.json']) {
			expect((await visitor.get(path)).headers.get('cache-control'), path).toBe('private, no-store');
		}
		const file = await visitor.post('/account/data');
		expect(file.headers.get('cache-control')).toBe('private, no-store');
	});
});

describe('forms of other sites', () => {
	it.each([
		['/sign-in?/code', { email: 'karlis@example.org' }],
		['/sign-in/password', { email: 'karlis@example.org', password: 'x' }],
		['/sign-out?/everywhere', {}],
		['/account?/profile', { display_name: 'x', locale: 'lv' }],
		['/account/delete', { confirm: 'DZĒST' }],
		['/account/data', {}],
		['/act-as', {}]
	])('are refused at %s', async (path, fields) => {
		const visitor = newVisitor();
		await visitor.signIn('karlis@example.org');
		const before = new Map(visitor.cookies);
		for (const origin of ['https://elsewhere.example', 'null', '']) {
			expect((await visitor.post(path, fields, { origin })).status).toBe(403);
		}
		expect(visitor.cookies).toEqual(before);
		expect(await visitor.isSignedIn()).toBe(true);
	});
});

describe('the way back', () => {
	it.each([
		'https://elsewhere.example/',
		'//elsewhere.example/',
		'/\\elsewhere.example/',
		'/\t/elsewhere.example/',
		'javascript:alert(1)',
		'@elsewhere.example',
		'/..//elsewhere.example'
	])('never leads to %j', async (next) => {
		const visitor = newVisitor();
		const asked = await visitor.post('/sign-in?/code', { email: `next-${next.length}@example.org`, next });
		expect(asked.location).toBe('/sign-in/code?next=%2Faccount');
		const { html } = await visitor.get(`/sign-in/code?next=${encodeURIComponent(next)}`);
		expect(html).toContain('name="next" value="/account"');
		const acted = await visitor.post('/act-as', { next });
		expect(acted.location).toMatch(/^\/(account|sign-in)(\?|$)/);
	});
});

describe('limits', () => {
	it('on codes: 429, when to come back, and a sentence in the language of the page', async () => {
		const visitor = newVisitor();
		const ask = (prefix: string): Promise<Answer> =>
			visitor.post(`${prefix}/sign-in?/code`, { email: 'laima@example.org' });
		for (let i = 0; i < 5; i++) expect((await ask('')).status).toBe(303);
		const sentences = {
			'': 'Pārāk daudz mēģinājumu',
			'/en': 'Too many attempts',
			'/ru': 'Слишком много попыток'
		};
		for (const [prefix, sentence] of Object.entries(sentences)) {
			const refused = await ask(prefix);
			expect(refused.status).toBe(429);
			expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
			expect(texts(refused)).toContain(sentence);
			expect(refused.html).toContain('value="laima@example.org"');
		}
		// Unknown addresses are limited alike, and others are not.
		expect((await visitor.post('/sign-in?/code', { email: 'marta@example.org' })).status).toBe(303);
	});

	it('on guessing: the right code comes too late', async () => {
		const visitor = newVisitor();
		await visitor.post('/sign-in?/code', { email: 'normunds@example.org' });
		const right = await visitor.readCode('normunds@example.org');
		const wrong = right === '000000' ? '000001' : '000000';
		const statuses: number[] = [];
		for (let i = 0; i < 9; i++)
			statuses.push((await visitor.post('/sign-in/code?/check', { code: wrong })).status);
		expect(statuses).toEqual([...Array<number>(8).fill(400), 429]);
		expect((await visitor.post('/sign-in/code?/check', { code: right })).status).toBe(429);
		expect(await visitor.isSignedIn()).toBe(false);
	});
});

describe('sample people', () => {
	const ids = [
		'coordinator.nautreni',
		'member.nautreni',
		'mentor',
		'pkc.latgale',
		'pkc.vidzeme',
		'planner.latgale',
		'civil.rezekne',
		'national'
	];

	it.each(ids)('%s signs in with one click and holds the role', async (sample) => {
		const visitor = newVisitor();
		expect((await visitor.get('/sign-in')).html).toContain(`value="${sample}"`);
		expect((await visitor.post('/sign-in?/sample', { sample })).location).toBe('/account');
		const account = await visitor.get('/account');
		expect(account.html).toContain(`${sample}@paraugs.lv`);
		expect(account.html.match(/<article/g)?.length).toBe(1);
	});

	it('are named as samples on every page', async () => {
		for (const path of ['/sign-in', '/en/sign-in', '/ru/sign-in']) {
			expect((await newVisitor().get(path)).html).toContain('Paraugs');
		}
	});

	it('are nobody’s to use from elsewhere', async () => {
		const visitor = newVisitor();
		const elsewhere = { 'x-forwarded-for': '203.0.113.7' };
		expect((await visitor.get('/demo/mail', elsewhere)).status).toBe(404);
		expect((await visitor.get('/sign-in', elsewhere)).html).not.toContain('pkc.latgale');
		expect((await visitor.post('/sign-in?/sample', { sample: 'national' }, elsewhere)).status).toBe(404);
		expect(sessionCookies(visitor)).toEqual([]);
	});

	it('get role and account back when a visitor took them away', async () => {
		const visitor = newVisitor();
		await visitor.post('/sign-in?/sample', { sample: 'mentor' });
		const { html } = await visitor.get('/account');
		const role = /name="id" value="([^"]+)"/.exec(html)?.[1] ?? '';
		expect((await visitor.post('/account?/leave', { id: role })).location).toBe('/account?done=role');
		expect((await visitor.get('/account')).html).not.toContain('<article');
		expect((await visitor.post('/account/delete', { confirm: 'dzēst' })).location).toBe(
			'/sign-out?done=deleted'
		);
		expect(await visitor.isSignedIn()).toBe(false);

		await visitor.post('/sign-in?/sample', { sample: 'mentor' });
		expect((await visitor.get('/account')).html).toContain('<article');
	});
});

describe('the account', () => {
	it('saves name and language, and speaks it', async () => {
		const visitor = newVisitor();
		await visitor.signIn('oskars@example.org');
		const saved = await visitor.post('/account?/profile', { display_name: ' Oskars ', locale: 'ru' });
		expect(saved.location).toBe('/ru/account?done=profile');
		const page = await visitor.get('/ru/account?done=profile');
		expect(page.html).toContain('value="Oskars"');
		expect(page.html).toMatch(/<option value="ru"[^>]*selected/);
		const long = 'x'.repeat(81);
		const refused = await visitor.post('/account?/profile', { display_name: long, locale: 'xx' });
		expect(refused.status).toBe(400);
		expect(refused.html).toContain(`value="${long}"`);
		expect(refused.html.match(/aria-invalid="true"/g)?.length).toBe(2);
	});

	it('gives a copy of the data to its owner only', async () => {
		const visitor = newVisitor();
		expect((await visitor.post('/account/data')).location).toBe('/sign-in?next=%2Faccount%2Fdata');
		await visitor.signIn('paula@example.org');
		const file = await visitor.post('/account/data');
		expect(file.headers.get('content-type')).toContain('application/json');
		expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"]+\.json"$/);
		expect(JSON.parse(file.html)).toMatchObject({ account: { email: 'paula@example.org' }, memberships: [] });
		expect(file.html).not.toContain('oskars@example.org');
	});

	it('is deleted after a typed word, everywhere at once', async () => {
		const [here, there] = [newVisitor(), newVisitor()];
		await here.signIn('rita@example.org');
		await there.signIn('rita@example.org');
		const refused = await here.post('/account/delete', { confirm: 'jā' });
		expect(refused.status).toBe(400);
		expect(refused.html).toContain('value="jā"');
		expect((await here.post('/en/account/delete', { confirm: 'Delete' })).location).toBe(
			'/en/sign-out?done=deleted'
		);
		for (const visitor of [here, there]) expect(await visitor.isSignedIn()).toBe(false);
	});

	it('of the last coordinator goes only when the community is handed over; the role cannot be left', async () => {
		const visitor = newVisitor();
		await visitor.post('/sign-in?/sample', { sample: 'coordinator.nautreni' });
		const { html } = await visitor.get('/account');
		const role = /name="id" value="([^"]+)"/.exec(html)?.[1] ?? '';
		const kept = await visitor.post('/account?/leave', { id: role });
		expect(kept.status).toBe(409);
		expect(texts(kept)).toContain('vienīgais koordinators');
		const refused = await visitor.post('/account/delete', { confirm: 'DZĒST' });
		expect(refused.status).toBe(409);
		expect(refused.html).toContain('name="hand_over"');
		expect(await visitor.isSignedIn()).toBe(true);
		const gone = await visitor.post('/account/delete', { confirm: 'DZĒST', hand_over: 'yes' });
		expect(gone.location).toBe('/sign-out?done=deleted');
	});

	it('is told where its role comes from', async () => {
		const [pkc, national] = [newVisitor(), newVisitor()];
		await pkc.post('/sign-in?/sample', { sample: 'pkc.latgale' });
		expect(texts(await pkc.get('/account'))).toContain('Piešķīra: Paraugs national.');
		await national.post('/sign-in?/sample', { sample: 'national' });
		expect(texts(await national.get('/account'))).toContain('Parauga loma, lai vietni izmēģinātu.');
	});

	it('acts only in roles it holds', async () => {
		const visitor = newVisitor();
		await visitor.post('/sign-in?/sample', { sample: 'pkc.latgale' });
		const { html } = await visitor.get('/account');
		const role = /name="id" value="([^"]+)"/.exec(html)?.[1] ?? '';
		expect((await visitor.post('/act-as', { as: role, next: '/account' })).location).toBe('/account');
		expect(visitor.cookies.get('dk-acting')).toBe(role);
		await visitor.post('/act-as', { as: '00000000-0000-4000-8000-000000000001' });
		expect(visitor.cookies.get('dk-acting')).toBe(role);
		visitor.cookies.set('dk-acting', 'nonsense');
		expect((await visitor.get('/account')).html).toContain('PKC darbinieks');
	});
});

describe('outside demo mode', () => {
	const address = 'https://kopiena.example';
	let live: ServerProcess;
	beforeAll(async () => {
		live = await startServer({
			DEMO: '',
			DATA_DIR: prepared('live', join(directory.path, 'live')),
			ORIGIN: address
		});
		await live.ready;
	});
	afterAll(() => live.kill('SIGKILL'));

	it('there are no sample people, and a code stands in the log with half an address', async () => {
		const visitor = new Visitor(`http://localhost:${live.port}`, address);
		expect((await visitor.get('/sign-in')).html).not.toContain('Paraugs');
		expect((await visitor.get('/demo/mail')).status).toBe(404);
		expect((await visitor.post('/sign-in?/sample', { sample: 'national' })).status).toBe(404);
		await visitor.post('/sign-in?/code', { email: 'sandra@example.org' });
		const code = /The code for s…@example\.org is (\d{6})/.exec(live.stderr())?.[1] ?? '';
		expect(live.stderr()).not.toContain('sandra@example.org');

		expect((await visitor.post('/sign-in/code?/check', { code })).status).toBe(303);
		for (const name of sessionCookies(visitor)) {
			expect(name).toMatch(/^__Host-/);
			expect(visitor.attributes.get(name)).toMatch(/Secure/);
		}
		expect(await visitor.isSignedIn()).toBe(true);
	});

	it('believes no header about the visitor’s address or the site’s own', async () => {
		const visitor = new Visitor(`http://localhost:${live.port}`, address);
		for (let i = 0; i < 5; i++) await visitor.post('/sign-in?/code', { email: 'toms@example.org' });
		const elsewhere = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'elsewhere.example' };
		const refused = await visitor.post('/sign-in?/code', { email: 'toms@example.org' }, elsewhere);
		expect(refused.status).toBe(429);
		const proto = await visitor.post(
			'/sign-in?/code',
			{ email: 'uldis@example.org' },
			{ 'x-forwarded-proto': 'http' }
		);
		expect(proto.location).toMatch(/^\/sign-in\/code/);
		expect(visitor.attributes.get('__Host-dk-pending')).toMatch(/Secure/);
		const foreign = await visitor.post(
			'/sign-in?/code',
			{ email: 'x@example.org' },
			{ origin: 'https://elsewhere.example', ...elsewhere }
		);
		expect(foreign.status).toBe(403);
	});

	it('a directory is either of the demo or not', async () => {
		const demoOnLive = await startServer({ DEMO: '1', DATA_DIR: join(directory.path, 'live') });
		expect((await demoOnLive.ended).code).toBe(1);
		await live.kill('SIGTERM');
		const again = await startServer({ DEMO: '1', DATA_DIR: join(directory.path, 'live') });
		expect((await again.ended).code).toBe(1);
		expect(again.stderr()).toMatch(/is not that of demo mode: set DEMO=0/);
		await demo.kill('SIGTERM');
		const liveOnDemo = await startServer({ DATA_DIR: demoData });
		expect((await liveOnDemo.ended).code).toBe(1);
		expect(liveOnDemo.stderr()).toMatch(/is that of demo mode, with sample people: set DATA_DIR/);
	});

	it('sample people are refused on a real Supabase', async () => {
		const server = await startServer({
			DEMO: '1',
			SUPABASE_URL: 'https://example.supabase.co',
			SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x',
			SUPABASE_SECRET_KEY: 'sb_secret_x'
		});
		expect((await server.ended).code).toBe(1);
		expect(server.stderr()).toMatch(/^DEMO=1 makes sample people/);
	});
});

it('no key or code of sign-in was printed in demo mode beyond the letters', () => {
	const keys = JSON.parse(readFileSync(join(demoData, 'keys.json'), 'utf8')) as Record<string, string>;
	for (const key of Object.values(keys)) expect(demo.stderr() + demo.stdout()).not.toContain(key);
	expect(demo.stderr()).not.toMatch(/@paraugs\.lv|anna@example\.org/);
});
