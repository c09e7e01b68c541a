import { describe, expect, it } from 'vitest';
import { SMALL_COUNTRY as index } from '../../../tests/fixtures/small-country.ts';
import { doubtOf, gapsOf, type AssessedUnit, type LevelCounts } from './gaps.ts';

const item = (id: string, domain: string, sensitive = false) => ({ id, domain, sensitive });
const definition = {
	domains: [{ id: 'water' }, { id: 'contacts' }],
	items: [item('1.1', 'water'), item('1.2', 'water'), item('2.1', 'contacts', true)]
} as unknown as Parameters<typeof gapsOf>[1];

function unit(
	code: string,
	communities: number,
	levels: Record<string, LevelCounts>,
	indexes: [number, number][] = [[50, communities]],
	agreed = 0
): AssessedUnit {
	return {
		code,
		communities,
		agreed,
		confirmed: 1,
		withinYear: communities,
		indexes: new Map(indexes),
		levels: new Map(Object.entries(levels)),
		anew: new Map()
	};
}

describe('gapsOf', () => {
	it('adds up units, and tells of items and domains where communities stand', () => {
		const gaps = gapsOf(
			[
				unit('0010010', 3, { '1.1': [2, 0, 1, 0], '1.2': [0, 0, 0, 3] }, [
					[20, 1],
					[40, 2]
				]),
				unit('0010200', 4, { '1.1': [0, 1, 2, 1], '1.2': [4, 0, 0, 0] }, [
					[60, 3],
					[90, 1]
				])
			],
			definition,
			index
		);
		expect(gaps.get('0010000')).toMatchObject({
			communities: 7,
			confirmed: 2,
			withinYear: 7,
			index: { communities: 7, median: 60, half: null }
		});
		expect(gaps.get('0010000')?.items.get('1.1')).toEqual({
			...{ answers: 7, levels: [2, 1, 3, 1], none: 2 / 7, low: 3 / 7, median: 2 }
		});
		expect(gaps.get('0010200')?.items.get('1.2')).toMatchObject({ answers: 4, none: 1, low: 1, median: 0 });
		expect(gaps.get('0010010')?.domains.get('water')).toMatchObject({
			answers: 6,
			none: 2 / 6,
			low: 2 / 6,
			median: 2
		});
		expect(gaps.get('LV')?.domains.get('water')?.answers).toBe(14);
	});

	it('tells where half of the indexes lie when a quarter of them is no single community', () => {
		const index12 = (communities: number) =>
			gapsOf(
				[
					unit(
						'0010010',
						communities,
						{},
						Array.from({ length: communities }, (_, n) => [10 + 5 * n, 1])
					)
				],
				definition,
				index
			).get('0010010')?.index;
		expect(index12(12)).toEqual({ communities: 12, median: 35, half: { lower: 20, upper: 50 } });
		expect(index12(11)).toEqual({ communities: 11, median: 35, half: null });
	});

	it('tells of fewer than three only how many they are, unless all of them agreed', () => {
		const levels = { '1.1': [0, 2, 0, 0] } as Record<string, LevelCounts>;
		const few = gapsOf([unit('0010010', 2, levels)], definition, index);
		for (const code of ['0010010', '0010000', 'latgale', 'LV'])
			expect(few.get(code)).toMatchObject({
				communities: 2,
				index: null,
				items: new Map(),
				domains: new Map()
			});
		const agreed = gapsOf([unit('0010010', 2, levels, [[50, 2]], 2)], definition, index);
		expect(agreed.get('0010010')).toMatchObject({ index: { median: 50 } });
		expect(agreed.get('LV')?.items.get('1.1')).toMatchObject({ answers: 2, low: 1 });
		expect(gapsOf([unit('0010010', 2, levels)], definition, index, true).get('0010010')).toMatchObject({
			index: { median: 50 }
		});
	});

	it('hides an item that fewer than three answered, and its domain knows only the others', () => {
		const gaps = gapsOf(
			[unit('0010010', 5, { '1.1': [0, 0, 5, 0], '1.2': [1, 1, 0, 0] })],
			definition,
			index
		).get('0010010');
		expect([...(gaps?.items.keys() ?? [])]).toEqual(['1.1']);
		expect(gaps?.domains.get('water')).toMatchObject({ answers: 5, none: 0, low: 0, median: 2 });
	});

	it('hides a shown neighbour, where its municipality would tell of the hidden one', () => {
		const levels = { '1.1': [0, 0, 3, 0] } as Record<string, LevelCounts>;
		const gaps = gapsOf(
			[unit('0010010', 3, levels), unit('0010200', 1, { '1.1': [1, 0, 0, 0] })],
			definition,
			index
		);
		expect(gaps.get('0010000')?.items.get('1.1')).toMatchObject({ answers: 4 });
		expect(gaps.get('0010010')).toMatchObject({ communities: 3, index: null, items: new Map() });
	});

	it('counts neighbourhoods with their city, and says nothing of sensitive items', () => {
		const gaps = gapsOf([unit('0003000', 3, { '2.1': [3, 0, 0, 0] })], definition, index);
		expect(gaps.get('0003000')).toMatchObject({ communities: 3, items: new Map(), domains: new Map() });
		expect(gaps.has('LVDEL01')).toBe(false);
	});

	it('knows areas where nobody was assessed', () => {
		expect(gapsOf([], definition, index).get('0010010')).toEqual({
			...{ code: '0010010', communities: 0, confirmed: 0, withinYear: 0, index: null },
			...{ items: new Map(), domains: new Map() }
		});
	});
});

describe('doubtOf', () => {
	it.each([
		[5, 5, 5, 'few'],
		[6, 2, 6, 'old'],
		[6, 3, 0, 'unconfirmed'],
		[6, 3, 1, null]
	] as const)(
		'of %i communities, %i within a year, %i confirmed: %s',
		(communities, withinYear, confirmed, doubt) => {
			expect(doubtOf({ communities, withinYear, confirmed })).toBe(doubt);
		}
	);
});
