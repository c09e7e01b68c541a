import { distance } from '@turf/distance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SMALL_COUNTRY as index } from '../../../tests/fixtures/small-country.ts';
import { assessedUnit, SMALL_CHECKLIST, smallGaps } from '../../../tests/fixtures/small-gaps.ts';
import { createTerritoryIndex } from '../territories/hierarchy.ts';
import type { LevelCounts } from './gaps.ts';
import { helpTogether, TOGETHER_KM } from './help-together.ts';

const MUNICIPALITIES = ['0010000', '0020000'];
/** The small country with its places about 12 km apart instead of 60. */
const near = createTerritoryIndex(index.all.map((each) => ({ ...each, lon: 24 + (each.lon - 24) / 5 })));
const low: LevelCounts = [2, 1, 0, 0];

describe('helpTogether', () => {
	it('gathers places near each other, and puts first what helps more with less work', () => {
		const gaps = smallGaps([
			assessedUnit('0010010', { '1.1': low, '1.2': low }),
			assessedUnit('0010200', { '1.1': low, '1.2': low }),
			assessedUnit('0020010', { '1.1': [0, 0, 3, 0] })
		]);
		const [first, ...others] = helpTogether(gaps, SMALL_CHECKLIST, near, MUNICIPALITIES);
		expect(first).toMatchObject({ item: { id: '1.1' }, communities: 6, worth: 6 * 3 * 1.5 });
		expect(first?.places).toEqual([
			{ code: '0010010', communities: 3 },
			{ code: '0010200', communities: 3 }
		]);
		expect(others).toMatchObject([{ item: { id: '1.2' }, communities: 6, worth: 6 / 3 }]);
	});

	it('keeps apart what is further than people go', () => {
		const gaps = smallGaps([
			assessedUnit('0010010', { '1.1': low }),
			assessedUnit('0010200', { '1.1': low })
		]);
		expect(helpTogether(gaps, SMALL_CHECKLIST, index, MUNICIPALITIES)).toMatchObject([
			{ communities: 3, places: [{ code: '0010010' }] },
			{ communities: 3, places: [{ code: '0010200' }] }
		]);
	});

	it('sets communities of units that are not shown at the middle of their municipality', () => {
		const gaps = smallGaps([
			assessedUnit('0010010', { '1.1': [1, 1, 0, 0] }),
			assessedUnit('0010200', { '1.1': [0, 2, 0, 0] })
		]);
		expect(helpTogether(gaps, SMALL_CHECKLIST, index, MUNICIPALITIES)).toMatchObject([
			{ centre: '0010000', communities: 4, places: [{ code: '0010000', communities: 4 }] }
		]);
	});

	it('says nothing of fewer than three, of sensitive items and of municipalities that are not asked for', () => {
		const gaps = smallGaps([
			assessedUnit('0010010', { '1.1': [2, 0, 4, 0], '2.2': [9, 0, 0, 0] }),
			assessedUnit('0020010', { '1.1': [9, 0, 0, 0] })
		]);
		expect(helpTogether(gaps, SMALL_CHECKLIST, index, ['0010000'])).toEqual([]);
	});

	it('tells of shown areas alone, of no more communities than they have, and none further away than it says', () => {
		const counts: fc.Arbitrary<LevelCounts> = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3));
		const units = fc.record({ '0010010': counts, '0010200': counts, '0020010': counts });
		fc.assert(
			fc.property(units, fc.boolean(), (levels, isNear) => {
				const country = isNear ? near : index;
				const gaps = smallGaps(
					Object.entries(levels).map(([code, each]) => assessedUnit(code, { '1.1': each }))
				);
				const offers = helpTogether(gaps, SMALL_CHECKLIST, country, MUNICIPALITIES);
				for (const { centre, communities, places } of offers) {
					expect(communities).toBe(places.reduce((sum, place) => sum + place.communities, 0));
					const from = country.byCode(centre);
					for (const { code, communities: told } of places) {
						const standing = gaps.get(code)?.items.get('1.1');
						if (standing === undefined) throw new Error(`${code} is not shown`);
						expect(told).toBeLessThanOrEqual(standing.levels[0] + standing.levels[1]);
						const to = country.byCode(code);
						expect(
							distance([from?.lon ?? 0, from?.lat ?? 0], [to?.lon ?? 99, to?.lat ?? 0])
						).toBeLessThanOrEqual(TOGETHER_KM);
					}
				}
			})
		);
	});
});
