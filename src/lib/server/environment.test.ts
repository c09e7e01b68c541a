import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBackendSettings } from './environment.ts';

const HOSTED = {
	SUPABASE_URL: 'https://example.supabase.co',
	SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x',
	SUPABASE_SECRET_KEY: 'sb_secret_x'
};

describe('readBackendSettings', () => {
	it('chooses a real Supabase when all three settings are there', () => {
		expect(readBackendSettings(HOSTED)).toEqual({
			kind: 'hosted',
			url: 'https://example.supabase.co',
			publishableKey: 'sb_publishable_x',
			secretKey: 'sb_secret_x'
		});
	});

	it('chooses the embedded backend when none is there; blank counts as not there', () => {
		const settings = {
			kind: 'embedded',
			dataDir: resolve('.data'),
			supabaseDir: resolve('supabase'),
			checklistsDir: resolve('checklists'),
			api: 'loopback'
		};
		expect(readBackendSettings({})).toEqual(settings);
		expect(readBackendSettings({ SUPABASE_URL: '', SUPABASE_SECRET_KEY: '  ', DATA_DIR: '' })).toEqual(
			settings
		);
	});

	it('counts directories from APP_ROOT, wherever the command was called', () => {
		const at = (DATA_DIR?: string): unknown => readBackendSettings({ APP_ROOT: '/srv/app', DATA_DIR });
		expect(at()).toMatchObject({ dataDir: '/srv/app/.data', supabaseDir: '/srv/app/supabase' });
		expect(at('data')).toMatchObject({ dataDir: '/srv/app/data' });
		expect(at('/var/lib/app')).toMatchObject({ dataDir: '/var/lib/app' });
	});

	it.each(Object.keys(HOSTED))('names %s when it alone is missing', (name) => {
		const others = Object.keys(HOSTED).filter((other) => other !== name);
		expect(() => readBackendSettings({ ...HOSTED, [name]: undefined })).toThrow(
			`${others.join(' and ')} are set but ${name} is not: set all three`
		);
	});

	it.each(Object.entries(HOSTED))('names the other two when only %s is there', (name, value) => {
		const others = Object.keys(HOSTED).filter((other) => other !== name);
		expect(() => readBackendSettings({ [name]: value })).toThrow(
			`${name} is set but ${others.join(' and ')} are not: set all three`
		);
	});

	it('never repeats a key', () => {
		try {
			readBackendSettings({ SUPABASE_SECRET_KEY: 'sb_secret_do_not_print' });
			expect.unreachable();
		} catch (error) {
			expect(String(error)).not.toContain('do_not_print');
		}
	});

	it('refuses impossible values and says what is possible', () => {
		const failure = (env: Record<string, string>) => (): unknown => readBackendSettings(env);
		expect(failure({ ...HOSTED, SUPABASE_URL: 'example.org' })).toThrow(/^SUPABASE_URL must be an address/);
		expect(failure({ ...HOSTED, SUPABASE_URL: 'file:///etc' })).toThrow(/^SUPABASE_URL must be an address/);
		expect(failure({ EMBEDDED_API: 'yes' })).toThrow(/^EMBEDDED_API must be loopback or open/);
		expect(readBackendSettings({ EMBEDDED_API: 'open' })).toMatchObject({ api: 'open' });
	});
});
