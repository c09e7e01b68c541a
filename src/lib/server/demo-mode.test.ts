import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBackendSettings } from './environment.ts';

describe('demo mode', () => {
	it.each([
		[{ HOST: '127.0.0.1' }, 'loopback'],
		[{ HOST: 'localhost', ORIGIN: 'http://localhost:3000' }, 'loopback'],
		[{ DEMO: '1', HOST: '0.0.0.0', ORIGIN: 'https://demo.example' }, 'open'],
		[{ DEMO: '1' }, 'open']
	])('is on with %o', (env, demo) => {
		expect(readBackendSettings(env)).toMatchObject({ demo, dataDir: resolve('.data/demo') });
	});

	it.each([
		{},
		{ HOST: '0.0.0.0' },
		{ HOST: '127.0.0.1', ORIGIN: 'https://kopiena.example' },
		{ HOST: '127.0.0.1', ORIGIN: 'nonsense' },
		{ HOST: '127.0.0.1.example.org' },
		{ DEMO: '0', HOST: '127.0.0.1' }
	])('is off with %o', (env) => {
		const settings = readBackendSettings(env);
		expect(settings).toMatchObject({ dataDir: resolve('.data') });
		expect(settings).toHaveProperty('demo', undefined);
	});

	it('keeps to a directory that is named', () => {
		expect(readBackendSettings({ DEMO: '1', DATA_DIR: '/srv/demo' })).toMatchObject({ dataDir: '/srv/demo' });
	});

	it('is refused on a real Supabase', () => {
		const env = {
			SUPABASE_URL: 'https://x.supabase.co',
			SUPABASE_PUBLISHABLE_KEY: 'p',
			SUPABASE_SECRET_KEY: 's'
		};
		expect(() => readBackendSettings({ ...env, DEMO: '1' })).toThrow(/^DEMO=1 makes sample people/);
		expect(readBackendSettings({ ...env, DEMO: '0', HOST: '127.0.0.1' })).toMatchObject({ kind: 'hosted' });
	});

	it('is asked for in one way', () => {
		expect(() => readBackendSettings({ DEMO: 'yes' })).toThrow(/^DEMO must be 1/);
	});
});

describe('the mail server', () => {
	it('is needed with the address of the sender', () => {
		const smtp = { SMTP_HOST: 'mail.example', SMTP_FROM: 'kopiena@example.org' };
		expect(readBackendSettings(smtp)).toMatchObject({
			smtp: { host: 'mail.example', port: 587, from: 'kopiena@example.org' }
		});
		expect(readBackendSettings({ ...smtp, SMTP_PORT: '465' })).toMatchObject({ smtp: { port: 465 } });
		expect(() => readBackendSettings({ SMTP_HOST: 'mail.example' })).toThrow(
			/^SMTP_HOST is set but SMTP_FROM is not/
		);
		expect(() => readBackendSettings({ SMTP_FROM: 'a@b.lv' })).toThrow(
			/^SMTP_FROM is set but SMTP_HOST is not/
		);
		expect(() => readBackendSettings({ ...smtp, SMTP_PORT: 'x' })).toThrow(/^SMTP_PORT must be a number/);
	});
});
