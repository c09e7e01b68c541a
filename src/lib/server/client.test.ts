import { describe, expect, it } from 'vitest';
import { unwrap } from './client.ts';
import { AppError, isAppError, sentence } from './errors.ts';
import { openHosted } from './hosted.ts';

describe('unwrap', () => {
	const failure = (code: string, status = 400): (() => unknown) => {
		return () => unwrap({ data: null, error: { code, message: 'no' }, status });
	};

	it('gives the data of an answer', () => {
		expect(unwrap({ data: [1, 2], error: null, status: 200 })).toEqual([1, 2]);
		expect(unwrap({ data: 0, error: null })).toBe(0);
	});

	it.each([
		['42501', 'forbidden', 403],
		['PGRST301', 'unauthenticated', 401],
		['PGRST116', 'not_found', 404],
		['23505', 'conflict', 409],
		['22008', 'invalid_input', 400],
		['XX000', 'database', 500],
		['', 'database', 500]
	])('turns %s into %s', (code, ours, status) => {
		expect(failure(code)).toThrow(expect.objectContaining({ code: ours, status }) as Error);
	});

	it('tells a row that is not there', () => {
		expect(() => unwrap({ data: null, error: null, status: 200 })).toThrow(
			expect.objectContaining({ code: 'not_found' }) as Error
		);
	});

	it('tells a database that does not answer', async () => {
		const keys = { publishableKey: 'sb_publishable_x', secretKey: 'sb_secret_x' };
		// The discard port: nothing listens there.
		const backend = openHosted({ kind: 'hosted', url: 'http://127.0.0.1:9', ...keys });
		await expect(backend.schemaVersion()).rejects.toMatchObject({ code: 'unavailable', status: 503 });
	});
});

describe('AppError', () => {
	it('is known by its shape, whichever copy of the class it comes from', () => {
		expect(isAppError(new AppError('locked', 'x'))).toBe(true);
		expect(isAppError(new Error('x'))).toBe(false);
		expect(isAppError({ name: 'AppError', code: 'locked', status: 500 })).toBe(false);
		expect(isAppError(null)).toBe(false);
	});

	it('has a sentence on one line, whatever was thrown', () => {
		expect(sentence(new Error('a\n  b'))).toBe('a b');
		expect(sentence('plain')).toBe('plain');
		expect(sentence(undefined)).toBe('undefined');
	});
});
