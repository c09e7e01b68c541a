import { describe, expect, it } from 'vitest';
import { assessedUnit, SMALL_CHECKLIST, smallGaps } from '../../../tests/fixtures/small-gaps.ts';
import { askedOf, gapCell, gapColumns, gapSubject, needOf, subjectColumn } from './matrix.ts';

const asked = askedOf(SMALL_CHECKLIST);
const ids = (of: string | null, measure: 'low' | 'median' | 'must') =>
	gapColumns(asked, gapSubject(asked, of), measure).map((column) => [column.id, column.items]);

describe('gapSubject', () => {
	it('knows domains and items, and nothing that stays in the community', () => {
		expect(gapSubject(asked, null)).toBe('all');
		expect(gapSubject(asked, 'water')).toMatchObject({ domain: { id: 'water' } });
		expect(gapSubject(asked, '1.2')).toMatchObject({ item: { id: '1.2' }, domain: { id: 'water' } });
		for (const unknown of ['2.2', 'fire', '']) expect(gapSubject(asked, unknown)).toBe('all');
	});
});

describe('gapColumns', () => {
	it('are the domains, the items of a domain, or the item, without sensitive ones', () => {
		expect(ids(null, 'low')).toEqual([
			['water', ['1.1', '1.2']],
			['contacts', ['2.1']]
		]);
		expect(ids('contacts', 'median')).toEqual([['2.1', ['2.1']]]);
		expect(ids('1.2', 'low')).toEqual([['1.2', ['1.2']]]);
	});

	it('leave out what has no must-have where must-haves are counted', () => {
		expect(ids(null, 'must')).toEqual([['water', ['1.1']]]);
		expect(ids('contacts', 'must')).toEqual([]);
		expect(ids('1.2', 'must')).toEqual([]);
	});
});

describe('gapCell', () => {
	const water = subjectColumn(asked, gapSubject(asked, 'water'), 'low');
	const gaps = smallGaps([
		assessedUnit('0010010', { '1.1': [2, 0, 1, 1], '1.2': [0, 3, 1, 0] }),
		// Answered other items only.
		assessedUnit('0020010', { '2.1': [1, 1, 1, 0] })
	]);

	it('adds up the items that are shown', () => {
		expect(gapCell(gaps.get('0010010'), water, 'low')).toMatchObject({ state: 'shown', value: 5 / 8 });
		expect(gapCell(gaps.get('0010010'), water, 'median')).toMatchObject({ value: 1 });
		const must = subjectColumn(asked, gapSubject(asked, 'water'), 'must');
		expect(gapCell(gaps.get('0010010'), must, 'must')).toMatchObject({
			value: 2 / 4,
			standing: { answers: 4, levels: [2, 0, 1, 1] }
		});
	});

	it('tells too few apart from nobody, and gives neither a value', () => {
		expect(gapCell(gaps.get('0020010'), water, 'low')).toEqual({ state: 'few' });
		expect(gapCell(gaps.get('0010200'), water, 'low')).toEqual({ state: 'unassessed' });
		expect(gapCell(undefined, water, 'low')).toEqual({ state: 'unassessed' });
	});

	it('wants more help the lower a level and the larger a share is', () => {
		const shown = (value: number) => ({ state: 'shown', value }) as Parameters<typeof needOf>[0];
		expect(needOf(shown(0), 'median')).toBeGreaterThan(needOf(shown(2), 'median') ?? 0);
		expect(needOf(shown(0.8), 'low')).toBeGreaterThan(needOf(shown(0.2), 'low') ?? 1);
		expect(needOf({ state: 'few' }, 'low')).toBeNull();
	});
});
