import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTerritoryIndex } from '../territories/hierarchy.ts';
import type { RegionCode, Territory } from '../territories/types.ts';
import { gapsBefore } from './changes.ts';
import type { AreaGaps, AssessedUnit } from './gaps.ts';

const REGIONS = ['kurzeme', 'latgale', 'vidzeme'] as const;
const territory = (
	code: string,
	kind: Territory['kind'],
	parentCode: string | null,
	region: RegionCode | null
): Territory => ({
	...{ code, codeCurrent: code, kind, name: code, parentCode, region },
	...{ lon: 25, lat: 57, areaKm2: 1, easternBorder: false }
});
const index = createTerritoryIndex([
	territory('LV', 'country', null, null),
	...REGIONS.flatMap((region) => [
		territory(region, 'region', 'LV', region),
		territory(`${region}-m`, 'municipality', region, region),
		territory(`${region}-u`, 'parish', `${region}-m`, region),
		territory(`${region}-v`, 'parish', `${region}-m`, region)
	])
]);
const gaps = new Map(
	['LV', ...REGIONS].map((code) => [
		code,
		{
			index: { communities: 9, median: 2, half: null },
			items: new Map([['1.1', { answers: 9 }]])
		} as unknown as AreaGaps
	])
);

/** So many communities with an index and an answer, so many of them new. */
function unit(region: string, values: number, anew: number): AssessedUnit {
	return {
		...{ code: `${region}-u`, communities: values, agreed: 0, confirmed: 0, withinYear: anew },
		indexes: new Map([[50, values]]),
		levels: new Map([['1.1', [values, 0, 0, 0]]]),
		anew: new Map([
			['index', anew],
			['1.1', anew]
		])
	};
}
const told = (now: AssessedUnit[], before: AssessedUnit[]) => {
	const all = gapsBefore(now, before, gaps, index);
	return [...all].filter(([, { index: spread }]) => spread !== null).map(([code]) => code);
};

function subsets(list: readonly string[]): string[][] {
	return list.reduce<string[][]>((all, each) => [...all, ...all.map((before) => [...before, each])], [[]]);
}

describe('a year ago', () => {
	it('is told where at least three communities have something new, or none has', () => {
		const before = REGIONS.map((region) => unit(region, 10, 0));
		const now = [unit('kurzeme', 12, 3), unit('latgale', 14, 4), unit('vidzeme', 10, 0)];
		expect(told(now, before)).toEqual(['LV', ...REGIONS]);
		expect(told(before, before)).toEqual(['LV', ...REGIONS]);
	});

	it('is not told of fewer, nor of the region that would tell of them', () => {
		const before = REGIONS.map((region) => unit(region, 10, 0));
		const one = [unit('kurzeme', 10, 1), unit('latgale', 14, 4), unit('vidzeme', 15, 5)];
		// Latgale goes with Kurzeme: the country without Vidzeme is then made of five.
		expect(told(one, before)).toEqual(['LV', 'vidzeme']);
		const only = [unit('kurzeme', 10, 1), unit('latgale', 10, 0), unit('vidzeme', 10, 0)];
		expect(told(only, before)).toEqual(['latgale', 'vidzeme']);
	});

	it('is not told where units that stayed as they were would leave one or two of that time', () => {
		const steady = { ...unit('kurzeme', 5, 0), code: 'kurzeme-v' };
		const before = [steady, unit('kurzeme', 1, 0), unit('latgale', 10, 0), unit('vidzeme', 10, 0)];
		// One that stood there, and three that came.
		const now = [steady, unit('kurzeme', 4, 3), unit('latgale', 14, 4), unit('vidzeme', 15, 5)];
		expect(told(now, before)).toEqual(['LV', 'vidzeme']);
	});

	it('leaves none or at least three, whatever regions are taken from the country', () => {
		const amount = fc.record({ before: fc.nat(6), gone: fc.nat(6), anew: fc.nat(6) });
		fc.assert(
			fc.property(fc.array(fc.tuple(amount, amount), { minLength: 3, maxLength: 3 }), (amounts) => {
				const units = amounts.flatMap((pair, region) =>
					pair.map(({ before, gone, anew }, n) => {
						const name = REGIONS[region] ?? '';
						const code = n === 0 ? `${name}-u` : `${name}-v`;
						const left = Math.min(gone, before);
						return {
							...{ name, before: { ...unit(name, before, 0), code } },
							...{ now: { ...unit(name, before - left + anew, anew), code } },
							changed: Math.max(anew, left),
							then: anew > 0 || left > 0 ? before : 0
						};
					})
				);
				const shown = told(
					units.map(({ now }) => now),
					units.map(({ before }) => before)
				);
				const groups = shown.filter((code) => code !== 'LV').map((code) => [code]);
				if (shown.includes('LV'))
					for (const taken of subsets(groups.flat()))
						groups.push(REGIONS.filter((each) => !taken.includes(each)));
				for (const group of groups) {
					const inside = units.filter(({ name }) => group.includes(name));
					for (const count of ['changed', 'then'] as const) {
						const left = inside.reduce((sum, each) => sum + each[count], 0);
						expect(left === 0 || left >= 3).toBe(true);
					}
				}
			})
		);
	});

	it('counts a value that is not given any more as a change', () => {
		const before = REGIONS.map((region) => unit(region, 10, 0));
		const gone = [unit('kurzeme', 9, 0), unit('latgale', 10, 0), unit('vidzeme', 10, 0)];
		expect(told(gone, before)).toEqual(['latgale', 'vidzeme']);
		const item = gapsBefore(gone, before, gaps, index);
		expect(item.get('kurzeme')?.item('1.1')).toBeNull();
		expect(item.get('latgale')?.item('1.1')).toEqual({ answers: 9 });
		expect(item.get('latgale')?.item('9.9')).toBeNull();
	});
});
