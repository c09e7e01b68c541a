import type { Definition } from './types.ts';
import { compareVersions } from './versions.ts';

/** A quick form must fit into one meeting. */
export const QUICK_ITEMS_AT_MOST = 30;

/** What is wrong, where in the definition, and what to write instead. */
export interface Contradiction {
	/** Keys and positions inside the definition: `['items', 4, 'weight']`. */
	path: (string | number)[];
	message: string;
}

/**
 * What the fields of a definition must not contradict, beyond the form of each field (schema.ts).
 * @returns nothing when the definition can be used
 */
export function findContradictions(definition: Definition): Contradiction[] {
	return [
		...inDomains(definition),
		...inItems(definition),
		...inDrillItem(definition),
		...inQuickForm(definition)
	];
}

function inDomains({ domains, items }: Definition): Contradiction[] {
	const found: Contradiction[] = [];
	for (const [index, { id }] of domains.entries()) {
		if (domains.findIndex((other) => other.id === id) < index) {
			found.push({ path: ['domains', index, 'id'], message: `rename the domain: ${id} is there twice` });
		}
		if (!items.some(({ domain }) => domain === id)) {
			found.push({ path: ['domains', index], message: `give ${id} an item, or leave the domain out` });
		}
	}
	return found;
}

function inItems(definition: Definition): Contradiction[] {
	const found: Contradiction[] = [];
	const order = new Map(definition.domains.map(({ id }, index) => [id, index]));
	const firstOf = new Map<string, string>();
	let previous = -1;
	for (const [index, item] of definition.items.entries()) {
		const wrong = (field: string | undefined, message: string): void => {
			found.push({ path: ['items', index, ...(field === undefined ? [] : [field])], message });
		};

		if (definition.items.findIndex(({ id }) => id === item.id) < index) {
			wrong('id', `choose another number: ${item.id} is there twice`);
		}
		const number = item.id.split('.')[0] ?? '';
		const owner = firstOf.get(number);
		const earlier = [...firstOf].find(([, domain]) => domain === item.domain)?.[0];
		if ((owner !== undefined && owner !== item.domain) || (earlier !== undefined && earlier !== number)) {
			wrong(
				'id',
				`number the items of ${item.domain} ${earlier ?? '?'}.1, ${earlier ?? '?'}.2 …: ${item.id} belongs to another domain`
			);
		} else firstOf.set(number, item.domain);

		const position = order.get(item.domain);
		if (position === undefined) wrong('domain', `name one of the domains: there is no ${item.domain}`);
		else if (position < previous) wrong('domain', `put ${item.id} beside the other items of ${item.domain}`);
		else previous = position;

		if (item.critical && item.weight !== 3) wrong('weight', 'write 3: a must-have protects life');
		if (item.critical && item.naAllowed)
			wrong('naAllowed', 'leave the line out: a must-have applies everywhere');
		if (item.meaningChanged !== undefined && compareVersions(item.meaningChanged, definition.version) > 0) {
			wrong(
				'meaningChanged',
				`write ${definition.version} or an earlier version: ${item.meaningChanged} is still to come`
			);
		}
		for (const [field, known] of [
			['helpers', definition.helpers],
			['links', definition.links]
		] as const) {
			for (const [nth, id] of item[field].entries()) {
				const path = ['items', index, field, nth];
				if (!Object.hasOwn(known, id)) {
					const there = Object.keys(known).join(', ');
					found.push({
						path,
						message: `write one of the ${field} of checklist.yaml (${there}): there is no ${id}`
					});
				} else if (item[field].indexOf(id) < nth)
					found.push({ path, message: `remove ${id}: it is there twice` });
			}
		}
	}
	return found;
}

/** Whoever is asked must be able to reach the top grade, so the drill is in every form and always applies. */
function inDrillItem({ drillItem, items }: Definition): Contradiction[] {
	const item = items.find(({ id }) => id === drillItem);
	if (item === undefined) {
		return [{ path: ['drillItem'], message: `write the number of an item: there is no ${drillItem}` }];
	}
	return item.quick && !item.naAllowed && item.only === undefined
		? []
		: [
				{
					path: ['drillItem'],
					message: `choose an item that is quick, not naAllowed and not only for the border: ${drillItem} is not`
				}
			];
}

function inQuickForm({ domains, items }: Definition): Contradiction[] {
	const quick = items.filter((item) => item.quick);
	const silent = domains.flatMap(({ id }, index): Contradiction[] =>
		quick.some(({ domain, only }) => domain === id && only === undefined)
			? []
			: [
					{
						path: ['domains', index],
						message: `mark an item of ${id} as quick: the quick form speaks of every domain`
					}
				]
	);
	return quick.length <= QUICK_ITEMS_AT_MOST
		? silent
		: [
				...silent,
				{
					path: ['items'],
					message: `mark at most ${QUICK_ITEMS_AT_MOST} items as quick: there are ${quick.length}`
				}
			];
}
