import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownPath } from './own-path.ts';

describe('ownPath', () => {
	it.each([
		'/',
		'/account',
		'/en/territory/0042200?as=1',
		'/map?place=0042200&level=region',
		'/search?q=//x'
	])('keeps %s', (path) => expect(ownPath(path)).toBe(path));

	it.each([
		null,
		undefined,
		'',
		'account',
		'https://elsewhere.example',
		'//elsewhere.example',
		'///elsewhere.example',
		'/\\elsewhere.example',
		'\\/elsewhere.example',
		'/\t/elsewhere.example',
		'/\n/elsewhere.example',
		' //elsewhere.example',
		'/a\\b',
		'/.//elsewhere.example',
		'/..//elsewhere.example',
		'javascript:alert(1)',
		'data:text/html,x',
		'@elsewhere.example'
	])('falls back for %j', (path) => expect(ownPath(path, '/home')).toBe('/home'));

	it('drops the part that a server never sees', () => expect(ownPath('/account#roles')).toBe('/account'));

	it('never leads to another site, whatever is given', () => {
		const parts = fc.constantFrom(
			'/',
			'\\',
			'//',
			'.',
			'..',
			'@',
			':',
			'?',
			'#',
			'%2f',
			'\t',
			'a',
			'evil.example',
			'https:'
		);
		const texts = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.array(parts, { maxLength: 8 }).map((all) => all.join(''))
		);
		fc.assert(
			fc.property(texts, (text) => {
				const path = ownPath(text);
				expect(new URL(path, 'https://ours.example/sign-in').origin).toBe('https://ours.example');
				// As browsers read a `Location`.
				expect(path).toMatch(/^\/(?![/\\])/);
			}),
			{ numRuns: 2000 }
		);
	});
});
