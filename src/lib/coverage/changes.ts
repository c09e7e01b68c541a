import type { TerritoryIndex } from '../territories/hierarchy.ts';
import { COUNTRY_CODE } from '../territories/types.ts';
import { INDEX, type AreaGaps, type AssessedUnit, type IndexSpread, type Standing } from './gaps.ts';
import { mandated, type Cell } from './small-numbers.ts';

/** How communities of an area stood a year before; null where it may not be said beside how they stand now. */
export interface GapsBefore {
	index: IndexSpread | null;
	item: (id: string) => Standing | null;
}

/**
 * What may be said of a year ago beside today, of regions and the country. Both are values of groups. Whoever takes one
 * from the other learns of the communities whose value is new; and whoever takes from a year ago what is known of units
 * in which nothing changed learns how the others stood then. So in both ways none or at least three must be left. Where
 * one region must stay silent, the country and another region may have to as well (`mandated`).
 * @param now, before: units as of today and as of a year before it
 * @param gaps what may be said of that day itself (`gapsOf`)
 * @returns by code; of an area that is not among them nothing may be said
 */
export function gapsBefore(
	now: readonly AssessedUnit[],
	before: readonly AssessedUnit[],
	gaps: ReadonlyMap<string, AreaGaps>,
	index: TerritoryIndex
): Map<string, GapsBefore> {
	const regions = index.atLevel('region').map(({ code }) => code);
	const units = pairs(now, before).map((unit) => ({ ...unit, region: index.byCode(unit.code)?.region }));
	const allowed = (key: string): ReadonlySet<string> => {
		const changes = units.map(({ region, ...unit }) => ({ region, ...changeOf(unit, key) }));
		const of = (count: 'changed' | 'stoodThen') =>
			mayBeTold(
				regions.map((code) => ({
					code,
					own: sum(changes.filter(({ region }) => region === code).map((each) => each[count])),
					ownAgreed: 0,
					children: []
				}))
			);
		return of('changed').intersection(of('stoodThen'));
	};
	const keys = new Map<string, ReadonlySet<string>>();
	const may = (key: string, code: string): boolean => {
		const known = keys.get(key) ?? allowed(key);
		keys.set(key, known);
		return known.has(code);
	};
	return new Map(
		[COUNTRY_CODE, ...regions].map((code) => [
			code,
			{
				index: may(INDEX, code) ? (gaps.get(code)?.index ?? null) : null,
				item: (id) => (may(id, code) ? (gaps.get(code)?.items.get(id) ?? null) : null)
			}
		])
	);
}

/** Regions and the country without those that would tell of one or two; of nobody anything may be told. */
function mayBeTold(regions: readonly Cell[]): Set<string> {
	const shown = mandated({ code: COUNTRY_CODE, own: 0, ownAgreed: 0, children: regions });
	for (const { code, own } of regions) if (own === 0) shown.add(code);
	if (regions.every(({ own }) => own === 0)) shown.add(COUNTRY_CODE);
	return shown;
}

/** A unit on both days. */
interface UnitThen {
	code: string;
	now: AssessedUnit | undefined;
	before: AssessedUnit | undefined;
}

function pairs(now: readonly AssessedUnit[], before: readonly AssessedUnit[]): UnitThen[] {
	const [ofNow, ofThen] = [now, before].map((units) => new Map(units.map((unit) => [unit.code, unit])));
	const codes = new Set([...now, ...before].map(({ code }) => code));
	return [...codes].map((code) => ({ code, now: ofNow?.get(code), before: ofThen?.get(code) }));
}

/**
 * The fewest communities of a unit whose value can have changed – those with a new one, or those whose old one is not
 * among the values that stayed – and, where any has, how many stood there a year ago.
 */
function changeOf({ now, before }: UnitThen, key: string): { changed: number; stoodThen: number } {
	const anew = now?.anew.get(key) ?? 0;
	const stayed = valuesOf(now, key) - anew;
	const then = valuesOf(before, key);
	const changed = Math.max(anew, then - stayed);
	return { changed, stoodThen: changed === 0 ? 0 : then };
}

/** How many communities have a value. */
function valuesOf(unit: AssessedUnit | undefined, key: string): number {
	return sum(key === INDEX ? [...(unit?.indexes.values() ?? [])] : (unit?.levels.get(key) ?? []));
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
