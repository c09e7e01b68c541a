import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arrived, Standing } from './public-series.ts';
import { publishedOn } from './published.ts';

const arrived: Arrived[] = [
	{ region: 'vidzeme', month: '2025-03', communities: 2 },
	{ region: 'vidzeme', month: '2025-06', communities: 1 },
	{ region: 'riga', month: '2026-01', communities: 4 },
	{ region: 'zemgale', month: '2025-01', communities: 2 }
];
const standings: Standing[] = [
	{ region: 'vidzeme', month: '2025-03', year: 2025, assessedIn: 2025, index: 40, communities: 2 },
	{ region: 'vidzeme', month: '2025-06', year: 2025, assessedIn: 2025, index: 60, communities: 1 }
];
const on = (day: string) => publishedOn({ arrived, standings }, day, '2026-11-22');

describe('publishedOn', () => {
	it('says nothing below three, and nothing before a month is over', () => {
		expect(on('2026-11-22')('zemgale')).toEqual({ assessedCommunities: null, bands: [] });
		expect(on('2026-11-22')('latgale').assessedCommunities).toBeNull();
		expect(on('2025-06-30')('vidzeme').assessedCommunities).toBeNull();
		expect(on('2025-07-01')('vidzeme').assessedCommunities).toBe(3);
	});

	it('gives the country what its regions have published, and no band', () => {
		expect(on('2026-01-31')('LV')).toEqual({ assessedCommunities: 3, bands: [] });
		expect(on('2026-02-01')('LV').assessedCommunities).toBe(7);
	});

	it('gives the band of a year from the first day after it', () => {
		expect(on('2025-12-31')('vidzeme').bands).toEqual([]);
		expect(on('2026-01-01')('vidzeme').bands).toMatchObject([{ year: 2025, communities: 3 }]);
	});

	it('says of a past day later what it said then', () => {
		const day = fc.integer({ min: 0, max: 47 }).map((n) => {
			const month = String(1 + (n % 12)).padStart(2, '0');
			return `${2023 + Math.floor(n / 12)}-${month}-15`;
		});
		const anyArrived = fc.array(
			fc.record({
				region: fc.constantFrom('vidzeme', 'riga'),
				month: day.map((each) => each.slice(0, 7)),
				communities: fc.integer({ min: 1, max: 4 })
			})
		);
		fc.assert(
			fc.property(anyArrived, day, day, day, (all, a, b, c) => {
				const [asOf = '', then = '', now = ''] = [a, b, c].sort();
				const knownThen = all.filter(({ month }) => month <= then.slice(0, 7));
				for (const area of ['vidzeme', 'riga', 'LV'] as const)
					expect(publishedOn({ arrived: all, standings: [] }, asOf, now)(area)).toEqual(
						publishedOn({ arrived: knownThen, standings: [] }, asOf, then)(area)
					);
			})
		);
	});
});
