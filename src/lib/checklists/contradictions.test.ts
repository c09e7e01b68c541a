import { describe, expect, it } from 'vitest';
import { definition, item, text } from '../../../tests/scoring/small-checklist.ts';
import { findContradictions } from './contradictions.ts';
import type { Definition, Item } from './types.ts';

const good = definition([
	item('1.1', 'a', { weight: 3, critical: true }),
	item('1.2', 'a'),
	item('2.1', 'b', { naAllowed: true })
]);
/** The definition with its last item changed. */
const with2 = (more: Partial<Item>, rest: Partial<Definition> = {}): Definition => ({
	...good,
	items: good.items.map((each) => (each.id === '2.1' ? { ...each, ...more } : each)),
	...rest
});

describe('findContradictions', () => {
	it('finds none in a definition that can be used', () => {
		expect(findContradictions(good)).toEqual([]);
	});

	it.each([
		[with2({ id: '1.2' }), 'items.2.id', 'choose another number: 1.2 is there twice'],
		[with2({ id: '1.3' }), 'items.2.id', '1.3 belongs to another domain'],
		[with2({ domain: 'a' }), 'items.2.id', 'number the items of a 1.1, 1.2 …'],
		[with2({ domain: 'c' }), 'items.2.domain', 'there is no c'],
		[with2({ critical: true, naAllowed: false }), 'items.2.weight', 'write 3'],
		[with2({ critical: true, weight: 3 }), 'items.2.naAllowed', 'leave the line out'],
		[with2({ meaningChanged: '1.0.1' }), 'items.2.meaningChanged', 'write 1.0.0 or an earlier version'],
		[with2({ helpers: ['library'] }), 'items.2.helpers.0', 'there is no library'],
		[with2({ links: ['map'] }), 'items.2.links.0', 'there is no map'],
		[
			with2({ helpers: ['x', 'x'] }, { helpers: { x: text('x') } }),
			'items.2.helpers.1',
			'remove x: it is there twice'
		],
		[with2({ quick: false }), 'domains.1', 'mark an item of b as quick'],
		[with2({ only: 'border' }), 'domains.1', 'mark an item of b as quick'],
		[{ ...good, drillItem: '9.9' }, 'drillItem', 'there is no 9.9'],
		[{ ...good, drillItem: '2.1' }, 'drillItem', 'not naAllowed'],
		[with2({ naAllowed: false, quick: false }, { drillItem: '2.1' }), 'drillItem', 'quick'],
		[
			with2({ naAllowed: false, only: 'border' }, { drillItem: '2.1' }),
			'drillItem',
			'not only for the border'
		],
		[
			{ ...good, domains: [...good.domains, { id: 'c', title: text('c'), intro: text('c') }] },
			'domains.2',
			'give c an item'
		],
		[{ ...good, domains: [...good.domains, ...good.domains.slice(1)] }, 'domains.2.id', 'b is there twice'],
		[
			{ ...good, items: [good.items[2], good.items[0], good.items[1]].filter((each) => each !== undefined) },
			'items.1.domain',
			'put 1.1 beside the other items of a'
		],
		[
			definition(Array.from({ length: 31 }, (_, n) => item(`1.${n + 1}`, 'a'))),
			'items',
			'mark at most 30 items as quick: there are 31'
		]
	] as [Definition, string, string][])('says where and what (%#)', (wrong, path, message) => {
		const found = findContradictions(wrong).map((each) => [each.path.join('.'), each.message]);
		expect(found).toContainEqual([path, expect.stringContaining(message)]);
	});

	it('lets a meaning have changed in this or an earlier version', () => {
		expect(findContradictions(with2({ meaningChanged: '1.0.0' }))).toEqual([]);
		expect(findContradictions(with2({ meaningChanged: '0.9.12' }))).toEqual([]);
	});
});
