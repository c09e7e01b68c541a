import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { m } from './paraglide/messages.js';
import { locales } from './paraglide/runtime.js';

type Messages = Record<string, string>;

function read(locale: string): Messages {
	const text = readFileSync(new URL(`./messages/${locale}.json`, import.meta.url), 'utf8');
	const { $schema: _schema, ...messages } = JSON.parse(text) as Messages;
	return messages;
}

/** The names in braces that a text wants filled in. */
function parameters(text: string): string[] {
	return [...new Set(text.match(/\{[a-zA-Z]+\}/g) ?? [])].sort();
}

const latvian = read('lv');

describe('interface texts', () => {
	test('every text is compiled: an unreadable message plugin would compile none and say nothing', () => {
		expect(Object.keys(latvian).length).toBeGreaterThan(100);
		expect(Object.keys(m).sort()).toEqual(Object.keys(latvian).sort());
	});

	test.each(locales.filter((locale) => locale !== 'lv'))('%s has the same texts as Latvian', (locale) => {
		const other = read(locale);
		expect(Object.keys(other).sort()).toEqual(Object.keys(latvian).sort());
		for (const [key, text] of Object.entries(other)) {
			expect(text.trim(), `${locale} ${key}`).not.toBe('');
			expect(parameters(text), `parameters of ${locale} ${key}`).toEqual(parameters(latvian[key] ?? ''));
		}
	});

	test('Russian texts are in Cyrillic, Latvian and English ones are not', () => {
		for (const [key, text] of Object.entries(read('ru'))) {
			if (/\p{L}{3,}/u.test(text.replace(/\{[a-zA-Z]+\}/g, '')))
				expect(text, `ru ${key}`).toMatch(/\p{Script=Cyrillic}/u);
		}
		for (const locale of ['lv', 'en']) {
			for (const [key, text] of Object.entries(read(locale))) {
				expect(text, `${locale} ${key}`).not.toMatch(/\p{Script=Cyrillic}/u);
			}
		}
	});
});
