import { describe, expect, it } from 'vitest';
import { isFromThisMachine } from './loopback.ts';

function ask(
	peer: string | null,
	url = 'http://localhost:3000/rest/v1/x',
	headers: Record<string, string> = {}
): boolean {
	return isFromThisMachine(peer, new URL(url), new Headers({ host: new URL(url).host, ...headers }));
}

describe('isFromThisMachine', () => {
	it.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1', '::FFFF:127.0.0.1'])(
		'believes the socket %s',
		(peer) => {
			expect(ask(peer)).toBe(true);
		}
	);

	it.each([
		null,
		'',
		'10.0.0.7',
		'192.168.1.5',
		'::ffff:10.0.0.7',
		'fe80::1',
		'127.0.0.1.example.org',
		'2001:db8::1'
	])('refuses the socket %s', (peer) => {
		expect(ask(peer)).toBe(false);
	});

	it.each(['http://127.0.0.1:3000', 'http://[::1]:3000', 'http://localhost'])('answers to %s', (origin) => {
		expect(ask('127.0.0.1', `${origin}/rest/v1/x`)).toBe(true);
	});

	it('refuses what a proxy on this machine passes on', () => {
		for (const name of ['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'Via', 'X-Forwarded-Host']) {
			expect(ask('127.0.0.1', undefined, { [name]: '127.0.0.1' })).toBe(false);
		}
		// ORIGIN is the public address, Host the one the proxy uses inside.
		expect(ask('127.0.0.1', 'https://kopiena.example/rest/v1/x', { host: '127.0.0.1:3000' })).toBe(false);
	});

	it('refuses a page elsewhere whose name was pointed at this machine', () => {
		expect(ask('127.0.0.1', undefined, { host: 'attacker.example:3000' })).toBe(false);
		expect(ask('127.0.0.1', undefined, { host: 'localhost.attacker.example' })).toBe(false);
		expect(ask('127.0.0.1', undefined, { host: '%%%' })).toBe(false);
	});
});
