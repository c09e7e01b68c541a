import { compareVersions } from './versions.ts';
import { LANGUAGES, type Definition, type Item, type Text } from './types.ts';

/** How a version of a checklist differs from an earlier one. Ids are item ids, in the order of the definitions. */
export interface DefinitionDiff {
	added: string[];
	removed: string[];
	/** Marked as meaning something else since the earlier version. */
	meaningChanged: string[];
	/** Items with the texts that read differently, as `title.lv` or `levels.2.ru`. */
	reworded: { item: string; texts: string[] }[];
	/** Items with the fields besides texts that differ: they may change scores. */
	rulesChanged: { item: string; fields: string[] }[];
}

const TEXTS = ['title', 'explanation', 'why', 'nextStep', 'evidence'] as const;
const RULES = [
	...([
		'domain',
		'weight',
		'critical',
		'quick',
		'naAllowed',
		'household',
		'sensitive',
		'only',
		'hazard'
	] as const),
	...(['tags', 'effort', 'expiryMonths', 'helpers', 'links'] as const)
] as const;

/** Compares two versions of a checklist, item by item. */
export function diffDefinitions(older: Definition, newer: Definition): DefinitionDiff {
	const before = new Map(older.items.map((item) => [item.id, item]));
	const after = new Set(newer.items.map(({ id }) => id));
	const pairs = newer.items.flatMap((now) => {
		const then = before.get(now.id);
		return then === undefined ? [] : [{ item: now.id, then, now }];
	});
	return {
		added: newer.items.filter(({ id }) => !before.has(id)).map(({ id }) => id),
		removed: older.items.filter(({ id }) => !after.has(id)).map(({ id }) => id),
		meaningChanged: pairs
			.filter(({ now }) => meaningChangedSince(now, older.version))
			.map(({ item }) => item),
		reworded: pairs
			.map(({ item, then, now }) => ({ item, texts: textsThatDiffer(then, now) }))
			.filter(({ texts }) => texts.length > 0),
		rulesChanged: pairs
			.map(({ item, then, now }) => ({
				item,
				fields: RULES.filter((field) => JSON.stringify(then[field]) !== JSON.stringify(now[field]))
			}))
			.filter(({ fields }) => fields.length > 0)
	};
}

/** Has the item, as it is now, come to mean something else after `version`? */
export function meaningChangedSince(item: Item, version: string): boolean {
	return item.meaningChanged !== undefined && compareVersions(item.meaningChanged, version) > 0;
}

function textsThatDiffer(then: Item, now: Item): string[] {
	const named = (item: Item): [string, Text][] => [
		...TEXTS.map((field): [string, Text] => [field, item[field]]),
		...item.levels.map((statement, level): [string, Text] => [`levels.${level}`, statement])
	];
	const old = new Map(named(then));
	return named(now).flatMap(([name, text]) =>
		LANGUAGES.filter((language) => old.get(name)?.[language] !== text[language]).map(
			(language) => `${name}.${language}`
		)
	);
}
