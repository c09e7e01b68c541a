import { describe, expect, it } from 'vitest';
import { itemsInForm } from './applicability.ts';
import { findContradictions } from './contradictions.ts';
import { loadPublished, publishedVersions } from './published.ts';
import { definitionSchema } from './schema.ts';
import { LANGUAGES, type Definition, type Text } from './types.ts';

/** A version; the newest when none is named. */
async function published(version?: string): Promise<Definition> {
	const found = await loadPublished('drosa-kopiena', version);
	if (found === null) throw new Error('no version is published');
	return found;
}
/** Every text with a name that finds it. */
function texts({ title, summary, levels, helpers, links, domains, items }: Definition): [string, Text][] {
	return [
		['title', title],
		['summary', summary],
		...levels.map((text, level): [string, Text] => [`levels ${level}`, text]),
		...Object.entries(helpers),
		...Object.entries(links).map(([id, link]): [string, Text] => [id, link.title]),
		...domains.flatMap(({ id, title, intro }): [string, Text][] => [
			[`${id} title`, title],
			[`${id} intro`, intro]
		]),
		...items.flatMap((item): [string, Text][] => [
			...(['title', 'explanation', 'why', 'nextStep', 'evidence'] as const).map((field): [string, Text] => [
				`${item.id} ${field}`,
				item[field]
			]),
			...item.levels.map((text, level): [string, Text] => [`${item.id} level ${level}`, text])
		])
	];
}

describe('published checklists', () => {
	it('are built in, by version', async () => {
		expect(publishedVersions('drosa-kopiena')).toContain('1.0.0');
		expect((await loadPublished('drosa-kopiena', '1.0.0'))?.version).toBe('1.0.0');
		expect((await published()).version).toBe(publishedVersions('drosa-kopiena').at(-1));
		expect(await loadPublished('drosa-kopiena', '0.0.1')).toBeNull();
		expect(await loadPublished('other')).toBeNull();
		expect(publishedVersions('other')).toEqual([]);
	});

	it('are definitions without contradictions', async () => {
		for (const version of publishedVersions('drosa-kopiena')) {
			const found = await loadPublished('drosa-kopiena', version);
			expect(definitionSchema.parse(found)).toEqual(found);
			expect(found && findContradictions(found)).toEqual([]);
			expect(found?.status).toBe('published');
		}
	});
});

describe('drosa-kopiena 1.0.0', () => {
	it('has 12 domains, 73 items, 13 must-haves and 25 quick items', async () => {
		const definition = await published('1.0.0');
		expect(definition.domains.map(({ id }) => id)).toEqual([
			...['vadiba', 'sakari', 'riski', 'kaimini', 'ieklausana', 'patvertne'],
			...['apgade', 'veseliba', 'brivpratigie', 'pasvaldiba', 'informacija', 'macibas']
		]);
		expect(definition.items).toHaveLength(73);
		const marked = (flag: 'critical' | 'naAllowed' | 'sensitive' | 'household'): string =>
			definition.items
				.filter((item) => item[flag])
				.map(({ id }) => id)
				.join(' ');
		expect(marked('critical')).toBe('1.1 2.1 2.2 2.3 3.1 4.1 4.3 6.1 6.2 7.1 7.3 8.1 10.1');
		expect(marked('naAllowed')).toBe('1.6 3.2 3.3 3.5 4.5 5.3');
		expect(marked('sensitive')).toBe('1.4 2.1 4.1 4.3 4.4 6.3 6.4 7.1 7.3 7.5 9.1 9.3 9.4');
		expect(marked('household')).toBe('2.4 2.5 2.6 5.6 7.2 8.4 12.4');
		const asked = (form: 'full' | 'quick', borderZone: boolean): number =>
			itemsInForm(definition, { form, borderZone }).length;
		expect(asked('quick', true)).toBe(25);
		expect(asked('full', true)).toBe(73);
		// 11.5 is asked only in the border zone.
		expect(asked('full', false)).toBe(72);
	});
});

describe('the newest drosa-kopiena', () => {
	it('has every text in every language, each in its own letters', async () => {
		for (const [name, text] of texts(await published())) {
			for (const language of LANGUAGES) expect(text[language].trim(), `${name} ${language}`).not.toBe('');
			expect(text.ru, `${name} ru`).toMatch(/[а-яё]/i);
			expect(text.lv, `${name} lv`).not.toMatch(/[а-яё]/i);
			expect(text.en, `${name} en`).not.toMatch(/[а-яё]/i);
		}
	});

	it('has four statements that differ', async () => {
		for (const { id, levels } of (await published()).items)
			for (const language of LANGUAGES)
				expect(new Set(levels.map((text) => text[language])).size, `${id} ${language}`).toBe(4);
	});

	it('names at level 3 the period after which it counts as 2', async () => {
		const words = {
			12: { lv: /gada laikā|12 mēne/i, en: /12 months/i, ru: /последний год|за год|12 месяц/i },
			24: {
				lv: /divu gadu|divos gados|24 mēne/i,
				en: /two years|24 months/i,
				ru: /два года|двух лет|24 месяц/i
			}
		};
		for (const { id, levels, expiryMonths } of (await published()).items) {
			expect([12, 24]).toContain(expiryMonths);
			for (const language of LANGUAGES)
				expect(levels[3][language], `${id} ${language}`).toMatch(words[expiryMonths as 12 | 24][language]);
		}
	});

	it('asks for nobody’s name, address or number', async () => {
		// The numbers people may call.
		const known = /\b(112|113|110|114|8404|66016001|116123|116111|72|12|24|18|813|58)\b/g;
		for (const [name, text] of texts(await published()))
			for (const language of LANGUAGES)
				expect(text[language].replace(known, ''), `${name} ${language}`).not.toMatch(/\d{5,}|@/);
	});
});
