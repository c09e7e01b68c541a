/** Codes and the letters that carry them, on the embedded backend. */
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCode, sendCode } from '../../src/lib/server/accounts.ts';
import type { Backend } from '../../src/lib/server/backend.ts';
import { openEmbedded } from '../../src/lib/server/embedded.ts';
import type { EmbeddedSettings } from '../../src/lib/server/environment.ts';
import { prepared } from './prepared.ts';
import { ROOT, temporaryDirectory } from './server-process.ts';

const directory = temporaryDirectory();
const opened: Backend[] = [];
afterAll(async () => {
	for (const backend of opened) await backend.close();
	directory.remove();
});

async function open(name: string, settings: Partial<EmbeddedSettings>): Promise<Backend> {
	const backend = await openEmbedded({
		kind: 'embedded',
		dataDir: prepared(settings.demo ? 'demo' : 'live', join(directory.path, name)),
		supabaseDir: join(ROOT, 'supabase'),
		api: 'loopback',
		...settings
	});
	opened.push(backend);
	return backend;
}

describe('a code', () => {
	let backend: Backend;
	beforeAll(async () => {
		backend = await open('expiring', { demo: 'loopback', codeSeconds: 2 });
	});

	it.each(['sign_in', 'reset'] as const)('counts for its time and no longer (%s)', async (purpose) => {
		const email = 'anna@example.org';
		await sendCode(backend, email, 'sign_in');
		const check = async (wait: number): Promise<string | null> => {
			await sendCode(backend, email, purpose);
			const code = backend.letters?.take(email)?.code ?? '';
			await new Promise((resolve) => setTimeout(resolve, wait));
			return await checkCode(backend, backend.publicClient(), { email, code, purpose });
		};
		expect(await check(0)).toMatch(/^[0-9a-f-]{36}$/);
		expect(await check(2500)).toBeNull();
	});
});

describe('a letter', () => {
	let server: Server;
	const received: string[] = [];
	beforeAll(async () => {
		server = mailServer((letter) => received.push(letter));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	});
	afterAll(() => new Promise((resolve) => server.close(resolve)));

	it('is sent to the mail server, says what it is, and carries a code but no link', async () => {
		const { port } = server.address() as AddressInfo;
		const smtp = { host: '127.0.0.1', port, from: 'kopiena@example.org' };
		const backend = await open('smtp', { smtp });
		expect(backend.letters).toBeUndefined();
		await sendCode(backend, 'berta@example.org', 'sign_in');
		await expect.poll(() => received.length, { timeout: 10_000 }).toBe(1);
		const [letter = ''] = received;
		expect(letter).toMatch(/^To: berta@example\.org/m);
		expect(letter).toMatch(/^From: kopiena@example\.org/m);
		const body = decode(letter);
		const code = /: (\d{6})/.exec(body)?.[1] ?? '';
		expect(body).toContain('Kods der 15 minūtes');
		expect(body).not.toMatch(/https?:|token/);
		const proof = { email: 'berta@example.org', code, purpose: 'sign_in' } as const;
		expect(await checkCode(backend, backend.publicClient(), proof)).not.toBeNull();

		// Nobody is known by this address, so nobody is written to.
		await sendCode(backend, 'nobody@example.org', 'reset');
		expect(received.length).toBe(1);
	});

	it('invites with a link, to whom it is meant for', async () => {
		const { port } = server.address() as AddressInfo;
		const backend = await open('inviting', {
			smtp: { host: '127.0.0.1', port, from: 'kopiena@example.org' }
		});
		const before = received.length;
		const link = `https://kopiena.example.org/invite/${'a'.repeat(43)}`;
		const invitation = {
			...{ to: 'ilze@example.org', link, role: 'Kopienas mentors · Ļaudis' },
			...{ inviter: 'Latgales PKC', until: '2026. gada 28. novembris' }
		};
		expect(backend.invite?.(invitation)).toBe('sent');
		await expect.poll(() => received.length, { timeout: 10_000 }).toBe(before + 1);
		const letter = received.at(-1) ?? '';
		expect(letter).toMatch(/^To: ilze@example\.org/m);
		const body = decode(letter);
		expect(body).toContain('Latgales PKC aicina jūs vietnē “Droša kopiena”: Kopienas mentors · Ļaudis.');
		expect(body).toContain(link);
		expect(body).toContain('2026. gada 28. novembris');
	});

	it('with an invitation is kept in the demo, and never taken for a code', async () => {
		const backend = await open('kept', { demo: 'loopback' });
		const invitation = { to: 'ilze@example.org', link: '/invite/x', role: 'r', inviter: 'i', until: 'u' };
		expect(backend.invite?.(invitation)).toBe('kept');
		expect(backend.letters?.all()).toMatchObject([{ purpose: 'invitation', link: '/invite/x' }]);
		expect(backend.letters?.take('ilze@example.org')).toBeUndefined();
	});

	it('with an invitation is not sent without a mail server', async () => {
		const backend = await open('none', {});
		const invitation = { to: 'ilze@example.org', link: '/invite/x', role: 'r', inviter: 'i', until: 'u' };
		expect(backend.invite?.(invitation)).toBe('none');
	});

	it('that cannot be sent holds nobody up', async () => {
		const backend = await open('silent', {
			smtp: { host: '127.0.0.1', port: 1, from: 'kopiena@example.org' }
		});
		const began = performance.now();
		await sendCode(backend, 'cilda@example.org', 'sign_in');
		expect(performance.now() - began).toBeLessThan(2000);
	});
});

/** As much of SMTP as a letter needs. */
function mailServer(receive: (letter: string) => void): Server {
	const server = createServer((socket) => {
		let text = '';
		let inLetter = false;
		socket.write('220 test\r\n');
		socket.on('error', () => undefined);
		socket.on('data', (chunk) => {
			text += chunk.toString();
			for (;;) {
				const end = text.indexOf(inLetter ? '\r\n.\r\n' : '\r\n');
				if (end < 0) return;
				const part = text.slice(0, end);
				text = text.slice(end + (inLetter ? 5 : 2));
				if (inLetter) {
					inLetter = false;
					receive(part);
					socket.write('250 ok\r\n');
				} else if (part === 'DATA') {
					inLetter = true;
					socket.write('354 go on\r\n');
				} else if (part === 'QUIT') {
					socket.end('221 bye\r\n');
				} else {
					socket.write('250 ok\r\n');
				}
			}
		});
	});
	return server;
}

/** The text of a letter, from whichever encoding its sender chose. */
function decode(letter: string): string {
	const [head = '', ...rest] = letter.split('\r\n\r\n');
	const body = rest.join('\r\n\r\n');
	if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
	const joined = body.replace(/=\r\n/g, '');
	return Buffer.from(
		joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
		'latin1'
	).toString();
}
