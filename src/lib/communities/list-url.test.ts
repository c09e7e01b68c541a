import { expect, test } from 'vitest';
import { parseListUrl, serialiseListUrl } from './list-url.ts';

const again = (query: string) => serialiseListUrl(parseListUrl(new URLSearchParams(query), ['border-30-km']));

test.each([
	['', ''],
	['?page=1&region=latgale&q=sala', '?q=sala&region=latgale'],
	['?page=3', '?page=3'],
	['?page=2&zone=border-30-km&region=latgale', '?region=latgale&zone=border-30-km&page=2'],
	['?zone=nowhere', ''],
	['?region=nowhere&page=-1&q=%20', ''],
	['?page=1.5&x=1', ''],
	['?q=š+ķ', '?q=%C5%A1+%C4%B7']
])('%j means %j', (query, meant) => {
	expect(again(query)).toBe(meant);
	expect(again(meant)).toBe(meant);
});

test('a long text is no name', () => {
	expect(parseListUrl(new URLSearchParams({ q: 'x'.repeat(500) }), []).q).toHaveLength(100);
});
