import { describe, expect, it } from 'vitest';
import { answers, context, definition, item } from '../../../tests/scoring/small-checklist.ts';
import { compare } from './compare.ts';
import { score } from './score.ts';

const first = definition([
	item('1.1', 'a', { weight: 3 }),
	item('1.2', 'a'),
	item('1.3', 'a'),
	item('2.1', 'b', { naAllowed: true }),
	item('3.1', 'c')
]);
/** 1.1 weighs less, 1.2 means something else, 1.3 is gone, 1.4 is new. */
const second = definition(
	[
		item('1.1', 'a', { weight: 1 }),
		item('1.2', 'a', { meaningChanged: '1.1.0' }),
		item('1.4', 'a', { weight: 2 }),
		item('2.1', 'b', { naAllowed: true }),
		item('3.1', 'c')
	],
	{ version: '1.1.0' }
);
const third = definition(second.items, { version: '1.2.0' });

/** Scored in a test, not while the file is loaded: only so a mutant is noticed. */
function snapshots() {
	return {
		before: score(first, answers({ '1.1': 1, '1.2': 0, '1.3': 3, '2.1': 2, '3.1': 3 }), context()),
		after: score(second, answers({ '1.1': 2, '1.2': 3, '1.4': 3, '2.1': 'na', '3.1': 'dk' }), context())
	};
}

describe('compare', () => {
	it('sets side by side what both snapshots count and mean', () => {
		const { before, after } = snapshots();
		expect(compare(before, after, second)).toEqual({
			versionChanged: true,
			index: { earlier: before.index, later: after.index },
			core: {
				earlier: expect.closeTo((100 / 3 + 100) / 2) as number,
				later: expect.closeTo(200 / 3 / 2) as number,
				domains: [
					{ id: 'a', earlier: 100 / 3, later: 200 / 3 },
					{ id: 'c', earlier: 100, later: 0 }
				],
				items: [
					{ item: '1.1', earlier: 1, later: 2 },
					{ item: '3.1', earlier: 3, later: 0 }
				]
			},
			onlyEarlier: ['1.3', '2.1'],
			onlyLater: ['1.4'],
			meaningChanged: ['1.2']
		});
	});

	it('weighs by the newer version', () => {
		const both = { '1.1': 3, '1.2': 0, '1.3': 0 } as const;
		const a = score(first, answers(both), context());
		// 3·3 of 15 in the first version.
		expect(compare(a, a, first).core.earlier).toBe(60);
		expect(compare(a, a, first).versionChanged).toBe(false);
	});

	it('keeps a changed meaning out across several versions, and lets it in after', () => {
		const old = score(first, answers({ '1.2': 1 }), context());
		const now = score(third, answers({ '1.2': 2 }), context());
		const between = score(second, answers({ '1.2': 1 }), context());
		expect(compare(old, now, third)).toMatchObject({
			meaningChanged: ['1.2'],
			core: { earlier: null, later: null, items: [] }
		});
		expect(compare(between, now, third)).toMatchObject({
			meaningChanged: [],
			core: { items: [{ item: '1.2', earlier: 1, later: 2 }] }
		});
	});

	it('works when the later snapshot is of the older version', () => {
		const { before, after } = snapshots();
		expect(compare(after, before, second)).toMatchObject({
			meaningChanged: ['1.2'],
			onlyEarlier: ['1.4'],
			onlyLater: ['1.3', '2.1']
		});
	});

	it('uses the levels that were stored', () => {
		const stale = score(first, answers({ '1.1': { value: 3, asOf: '2020-01-01' } }), context());
		expect(compare(stale, stale, first).core.items).toEqual([{ item: '1.1', earlier: 2, later: 2 }]);
	});

	it('refuses other checklists and other versions', () => {
		const { before, after } = snapshots();
		const other = { ...before, checklist: 'other' };
		expect(() => compare(other, after, second)).toThrow('Only snapshots of small');
		expect(() => compare(before, other, second)).toThrow(RangeError);
		expect(() => compare(before, after, third)).toThrow('Neither snapshot was made with version 1.2.0');
	});
});
