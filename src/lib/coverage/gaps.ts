import type { Definition } from '../checklists/types.ts';
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import { COUNTRY_CODE } from '../territories/types.ts';
import { mandated, MIN_COMMUNITIES, type Cell } from './small-numbers.ts';

/** Communities at level 0, 1, 2 and 3 of an item; who did not answer it is in none. */
export type LevelCounts = readonly [number, number, number, number];

/** Assessed communities of one unit added up, each by its latest assessment (`assessed_units` of the database). */
export interface AssessedUnit {
	code: string;
	communities: number;
	/** Those that agreed to be seen where there are fewer than three. */
	agreed: number;
	confirmed: number;
	/** Assessed within the year before the day asked for. */
	withinYear: number;
	/** Communities by index in whole points. */
	indexes: ReadonlyMap<number, number>;
	levels: ReadonlyMap<string, LevelCounts>;
	/** Communities whose latest assessment is of that year, by item that they answered in it; `INDEX` for the index. */
	anew: ReadonlyMap<string, number>;
}

/** Stands for the index where there is a number for each item. */
export const INDEX = 'index';

/** Where communities stand in an item, or in the items of a domain taken together. */
export interface Standing {
	/** Answers that it is made of: communities for an item, communities times items for a domain. */
	answers: number;
	/** How many of them are at each level. */
	levels: LevelCounts;
	/** Share of them at level 0, 0…1: of a must-have, those that lack it (`scoring/limits.ts`). */
	none: number;
	/** Share of them at level 0 or 1, 0…1. */
	low: number;
	/** The level in the middle, the lower of two. */
	median: 0 | 1 | 2 | 3;
}

/** Where indexes stand, in whole points. */
export interface IndexSpread {
	/** How many there are: a round without an answer has none. */
	communities: number;
	median: number;
	/** Half of them lie between these two. Null where a quarter of them would be one or two. */
	half: { lower: number; upper: number } | null;
}

/** What a reader may know of an area. What is null or not there is made of too few communities. */
export interface AreaGaps {
	code: string;
	/** How many were assessed is told of every area; how they are is not. */
	communities: number;
	confirmed: number;
	withinYear: number;
	index: IndexSpread | null;
	items: ReadonlyMap<string, Standing>;
	domains: ReadonlyMap<string, Standing>;
}

/**
 * The gaps of the country, its regions, municipalities and units, as far as a reader may know them.
 *
 * The rule on small numbers (`mandated`) is asked for all communities, for those with an index, and for those that
 * answered an item, one by one. It always starts from the country, so that readers of different areas cannot put
 * together more than one of them sees. A domain is made of the items that are shown, so it tells nothing beyond them.
 * `sensitive` items are left out: they stay in the community.
 * @param all true for PKC in its own region, who reads the assessments themselves
 */
export function gapsOf(
	units: readonly AssessedUnit[],
	{ items, domains }: Pick<Definition, 'items' | 'domains'>,
	index: TerritoryIndex,
	all = false
): Map<string, AreaGaps> {
	const byCode = new Map(units.map((unit) => [unit.code, unit]));
	const asked = items.filter(({ sensitive }) => !sensitive);
	const known = (countOf: (unit: AssessedUnit) => number): ((code: string) => boolean) => {
		if (all) return () => true;
		const shown = mandated(cellOf(index, COUNTRY_CODE, byCode, countOf));
		return (code) => shown.has(code);
	};
	const isKnown = known(({ communities }) => communities);
	const hasIndex = known(({ indexes }) => sum(indexes.values()));
	const hasItem = new Map(asked.map(({ id }) => [id, known(({ levels }) => sum(levels.get(id) ?? []))]));

	const gaps = (code: string): AreaGaps => {
		const inside = index.unitsOf(code).flatMap((unit) => byCode.get(unit.code) ?? []);
		const shownItems = asked.flatMap(({ id, domain }) => {
			const counts = addLevels(inside.flatMap(({ levels }) => [levels.get(id) ?? NONE]));
			return isKnown(code) && hasItem.get(id)?.(code) && sum(counts) > 0 ? [{ id, domain, counts }] : [];
		});
		return {
			code,
			communities: sum(inside.map(({ communities }) => communities)),
			confirmed: sum(inside.map(({ confirmed }) => confirmed)),
			withinYear: sum(inside.map(({ withinYear }) => withinYear)),
			index: isKnown(code) && hasIndex(code) ? spreadOf(inside) : null,
			items: new Map(shownItems.map(({ id, counts }) => [id, standingOf(counts)])),
			domains: new Map(
				domains.flatMap(({ id }) => {
					const counts = addLevels(
						shownItems.filter(({ domain }) => domain === id).map((item) => item.counts)
					);
					return sum(counts) > 0 ? [[id, standingOf(counts)] as const] : [];
				})
			)
		};
	};
	const areas = [COUNTRY_CODE, ...(['region', 'municipality', 'parish'] as const).flatMap(codesAt)];
	function codesAt(level: 'region' | 'municipality' | 'parish'): string[] {
		return index.atLevel(level).map(({ code }) => code);
	}
	return new Map([...new Set(areas)].map((code) => [code, gaps(code)]));
}

/**
 * What keeps a shown value from being firm: few communities, most of them assessed longer than a year ago, or not one
 * confirmed by a mentor or PKC. Null for a firm one.
 */
export function doubtOf(
	{ communities, withinYear, confirmed }: Pick<AreaGaps, 'communities' | 'withinYear' | 'confirmed'>,
	answered = communities
): 'few' | 'old' | 'unconfirmed' | null {
	if (answered < FIRM_COMMUNITIES) return 'few';
	if (withinYear * 2 < communities) return 'old';
	return confirmed === 0 ? 'unconfirmed' : null;
}
/** Twice what is shown at all. */
const FIRM_COMMUNITIES = 2 * MIN_COMMUNITIES;

const NONE: LevelCounts = [0, 0, 0, 0];

/**
 * An area as the rule on small numbers reads it, down to its units.
 * @param countOf communities of a unit that a value is made of
 */
export function cellOf<Unit extends Pick<AssessedUnit, 'communities' | 'agreed'>>(
	index: TerritoryIndex,
	code: string,
	units: ReadonlyMap<string, Unit>,
	countOf: (unit: Unit) => number
): Cell {
	const unit = units.get(code);
	const children = unit === undefined && index.unitsOf(code)[0]?.code !== code ? index.children(code) : [];
	const own = unit === undefined ? 0 : countOf(unit);
	return {
		code,
		own,
		// Agreement is counted once for a unit: it holds for a part of its communities only when all of them agreed.
		ownAgreed: unit !== undefined && unit.agreed === unit.communities ? own : 0,
		children: children.map((child) => cellOf(index, child.code, units, countOf))
	};
}

/** Answers of several areas or items together. */
export function addLevels(all: readonly LevelCounts[]): LevelCounts {
	return all.reduce<LevelCounts>(
		(before, counts) => [
			before[0] + counts[0],
			before[1] + counts[1],
			before[2] + counts[2],
			before[3] + counts[3]
		],
		NONE
	);
}

/** Where answers stand, counted by level. @throws RangeError where there are none */
export function standingOf(counts: LevelCounts): Standing {
	const answers = sum(counts);
	const levels = [0, 1, 2, 3] as const;
	return {
		answers,
		levels: counts,
		none: counts[0] / answers,
		low: (counts[0] + counts[1]) / answers,
		median: quantile(
			levels.map((level) => [level, counts[level]]),
			0.5
		)
	};
}

function spreadOf(units: readonly AssessedUnit[]): IndexSpread | null {
	const counts = new Map<number, number>();
	for (const { indexes } of units)
		for (const [point, communities] of indexes) counts.set(point, (counts.get(point) ?? 0) + communities);
	if (counts.size === 0) return null;
	const sorted = [...counts].sort(([a], [b]) => a - b);
	const communities = sum(counts.values());
	return {
		communities,
		median: quantile(sorted, 0.5),
		half:
			communities < 4 * MIN_COMMUNITIES
				? null
				: { lower: quantile(sorted, 0.25), upper: quantile(sorted, 0.75) }
	};
}

/** The smallest value that this share of all lies at or below; the lower of two in the middle. */
function quantile<T extends number>(sorted: readonly (readonly [T, number])[], share: number): T {
	const wanted = share * sum(sorted.map(([, communities]) => communities));
	let seen = 0;
	for (const [value, communities] of sorted) {
		seen += communities;
		if (seen > 0 && seen >= wanted) return value;
	}
	throw new RangeError('Nothing has no middle.');
}

function sum(values: Iterable<number>): number {
	let total = 0;
	for (const value of values) total += value;
	return total;
}
