/**
 * Somebody who wants to know of single communities asks for everything that is published, on all days, and puts it
 * together. The communities are random; who they are is known here only, not to the functions under attack.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	publicBands,
	publicSteps,
	publishedBy,
	type Arrived,
	type Month,
	type Standing,
	type Step
} from './public-series.ts';
import { mandated, MIN_COMMUNITIES, type Cell } from './small-numbers.ts';

const REGIONS = ['kurzeme', 'latgale'];
const MONTHS: Month[] = [2024, 2025, 2026, 2027].flatMap((year) =>
	Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`)
);

interface Community {
	region: string;
	protectedZone: boolean;
	/** Finished assessments: month and index. */
	rounds: { month: Month; index: number }[];
}
const communities = fc.array(
	fc.record<Community>({
		region: fc.constantFrom(...REGIONS),
		protectedZone: fc.boolean(),
		rounds: fc
			.uniqueArray(
				fc.record({ month: fc.constantFrom(...MONTHS), index: fc.integer({ min: 0, max: 100 }) }),
				{ minLength: 1, maxLength: 4, selector: ({ month }) => month }
			)
			.map((rounds) => rounds.toSorted((a, b) => (a.month < b.month ? -1 : 1)))
	}),
	{ maxLength: 24 }
);

/** Counts as the database does: only communities outside protected zones. */
function count(list: readonly Community[], region: string): { arrived: Arrived[]; standings: Standing[] } {
	const open = list.filter((community) => community.region === region && !community.protectedZone);
	const arrived = open.map(({ rounds }) => ({ region, month: rounds[0]?.month ?? '', communities: 1 }));
	const standings = [2024, 2025, 2026, 2027].flatMap((year) =>
		open.flatMap(({ rounds }): Standing[] => {
			const latest = rounds.findLast(({ month }) => month <= `${year}-12`);
			if (latest === undefined) return [];
			const assessedIn = Number(latest.month.slice(0, 4));
			return [
				{ region, month: rounds[0]?.month ?? '', year, assessedIn, index: latest.index, communities: 1 }
			];
		})
	);
	return { arrived, standings };
}

/** All that the public gets on a day of the month. */
function published(list: readonly Community[], today: Month) {
	return REGIONS.map((region) => {
		const { arrived, standings } = count(list, region);
		const steps = publicSteps(arrived, today);
		return { region, steps, bands: publicBands(standings, steps, today) };
	});
}

/** Whom a published number is about, as positions in the list. */
function members(list: readonly Community[], region: string, { month }: Step): Set<number> {
	return new Set(
		list.flatMap((community, position) =>
			community.region === region && !community.protectedZone && (community.rounds[0]?.month ?? '') <= month
				? [position]
				: []
		)
	);
}

/** Everything published on any day, of regions and of the country, as the groups it is about. */
function publishedGroups(list: readonly Community[]): Set<number>[] {
	const groups: Set<number>[] = [];
	for (const today of [...MONTHS, '2028-01']) {
		const all = published(list, today);
		for (const { region, steps } of all) for (const step of steps) groups.push(members(list, region, step));
		const country = all.map(({ region, steps }) => {
			const last = steps.at(-1);
			return last === undefined ? new Set<number>() : members(list, region, last);
		});
		groups.push(new Set(country.flatMap((group) => [...group])));
		expect(
			publishedBy(
				all.map(({ steps }) => steps),
				today
			)
		).toBe(groups.at(-1)?.size);
	}
	return groups;
}

describe('what everybody sees', () => {
	it('differs between nested groups by nobody or by at least three, whatever the days', () => {
		fc.assert(
			fc.property(communities, (list) => {
				const groups = publishedGroups(list);
				for (const small of groups) {
					expect(small.size === 0 || small.size >= MIN_COMMUNITIES).toBe(true);
					for (const large of groups) {
						if (!small.isSubsetOf(large)) continue;
						const difference = large.difference(small).size;
						expect(difference === 0 || difference >= MIN_COMMUNITIES, String(difference)).toBe(true);
					}
				}
			})
		);
	});

	it('depends on no single community of a protected zone', () => {
		fc.assert(
			fc.property(communities, fc.constantFrom(...MONTHS), (list, today) => {
				const before = published(list, today);
				for (const [position, { protectedZone }] of list.entries())
					if (protectedZone) expect(published(list.toSpliced(position, 1), today)).toEqual(before);
			})
		);
	});

	it('stays as it was published: another day adds to it and changes nothing', () => {
		fc.assert(
			fc.property(communities, fc.nat(MONTHS.length - 1), fc.nat(MONTHS.length - 1), (list, a, b) => {
				const [earlier, later] = [Math.min(a, b), Math.max(a, b)].map((at) =>
					published(list, MONTHS[at] ?? '')
				);
				for (const [at, { steps, bands }] of (earlier ?? []).entries()) {
					expect(later?.[at]?.steps.slice(0, steps.length)).toEqual(steps);
					expect(later?.[at]?.bands.slice(0, bands.length)).toEqual(bands);
				}
			})
		);
	});

	it('tells of the same group twice only when nobody or at least three were assessed anew', () => {
		fc.assert(
			fc.property(communities, (list) => {
				for (const { region, steps, bands } of published(list, '2028-01')) {
					for (const [at, { year }] of bands.entries()) {
						const before = bands[at - 1];
						if (before === undefined || before.communities !== bands[at]?.communities) continue;
						const step = steps.findLast(({ month }) => month <= `${year}-12`);
						const anew = [...members(list, region, step ?? { month: '', communities: 0 })].filter(
							(position) =>
								list[position]?.rounds.some(
									({ month }) => month > `${before.year}-12` && month <= `${year}-12`
								)
						).length;
						expect(anew === 0 || anew >= MIN_COMMUNITIES).toBe(true);
					}
				}
			})
		);
	});
});

/** A tree of areas with who is placed where: region, municipalities, parishes. */
const placed = fc.array(
	fc.record({
		/** 0: the region itself. */
		municipality: fc.integer({ min: 0, max: 3 }),
		/** 0: the municipality itself. */
		parish: fc.integer({ min: 0, max: 3 }),
		agrees: fc.boolean()
	}),
	{ maxLength: 14 }
);
type Placed = typeof placed extends fc.Arbitrary<infer T> ? T : never;

const AREAS = ['0', ...[1, 2, 3].flatMap((m) => [`${m}`, ...[1, 2, 3].map((p) => `${m}.${p}`)])];
const areaOf = ({ municipality, parish }: Placed[number]): string =>
	municipality === 0 ? '0' : parish === 0 ? `${municipality}` : `${municipality}.${parish}`;
const isInside = (area: string, code: string): boolean =>
	code === '0' || area === code || area.startsWith(`${code}.`);

function cell(list: Placed, code: string): Cell {
	const own = list.filter((one) => areaOf(one) === code);
	const isChild = (area: string): boolean =>
		code === '0' ? /^[1-9]$/.test(area) : area !== code && area.startsWith(`${code}.`);
	return {
		code,
		own: own.length,
		ownAgreed: own.filter(({ agrees }) => agrees).length,
		children: AREAS.filter(isChild).map((area) => cell(list, area))
	};
}

describe('what a reader with a mandate sees', () => {
	it('cannot be added up and subtracted to the value of one or two communities that did not agree', () => {
		fc.assert(
			fc.property(placed, (list) => {
				const shown = [...mandated(cell(list, '0'))].map((code) =>
					list.map((one) => (isInside(areaOf(one), code) ? 1 : 0))
				);
				const rank = rankOf(shown);
				const few = list.flatMap((_, a) => list.slice(a).map((_, b) => new Set([a, a + b])));
				for (const group of few) {
					if ([...group].every((position) => list[position]?.agrees)) continue;
					const target = list.map((_, position) => (group.has(position) ? 1 : 0));
					// Whatever multiples of the shown values are added: the few alone are never among them.
					expect(rankOf([...shown, target]), `${[...group].join()} of ${JSON.stringify(list)}`).toBe(
						rank + 1
					);
				}
			})
		);
	});

	it('shows every area with three, unless a neighbour or something above it needs it hidden', () => {
		const three = (municipality: number, parish: number, communities = 3): Placed =>
			Array.from({ length: communities }, () => ({ municipality, parish, agrees: false }));
		expect([...mandated(cell([...three(1, 1), ...three(1, 2), ...three(2, 1)], '0'))].sort()).toEqual(
			['0', '1', '1.1', '1.2', '2', '2.1'].sort()
		);
		// One community in 1.3: its neighbour with the fewest is hidden too, else 1 − 1.1 − 1.2 is that one.
		expect(mandated(cell([...three(1, 1, 4), ...three(1, 2), ...three(1, 3, 1)], '0'))).toEqual(
			new Set(['0', '1', '1.1'])
		);
		expect(mandated(cell(three(1, 1, 2), '0'))).toEqual(new Set());
		const agreed = three(1, 1, 2).map((one) => ({ ...one, agrees: true }));
		expect(mandated(cell(agreed, '0'))).toEqual(new Set(['0', '1', '1.1']));
	});
});

/** How many rows are no sum of multiples of the others (Gauss; whole numbers of this size stay exact enough). */
function rankOf(rows: readonly (readonly number[])[]): number {
	const left = rows.map((row) => [...row]);
	let rank = 0;
	for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
		const at = left.findIndex((row, position) => position >= rank && Math.abs(row[column] ?? 0) > 1e-9);
		if (at < 0) continue;
		const [pivot = []] = left.splice(at, 1);
		left.splice(rank, 0, pivot);
		for (const [position, row] of left.entries()) {
			if (position === rank) continue;
			const times = (row[column] ?? 0) / (pivot[column] ?? 1);
			if (times !== 0)
				for (let i = 0; i < row.length; i += 1) row[i] = (row[i] ?? 0) - times * (pivot[i] ?? 0);
		}
		rank += 1;
	}
	return rank;
}
