import type { TerritoryIndex } from '../territories/hierarchy.ts';
import { COUNTRY_CODE } from '../territories/types.ts';
import { cellOf, type AssessedUnit } from './gaps.ts';
import { mandated } from './small-numbers.ts';
import { areaSums } from './sums.ts';

/** Plans of the communities of one unit added up (`plan_progress` of the database). */
export interface PlanUnit extends Pick<AssessedUnit, 'code' | 'communities'> {
	/** Steps that were not dropped, and how many of them are done. */
	items: number;
	done: number;
}

/** How far the plans of areas have come, as far as readers with a mandate may know. */
export interface PlanProgress {
	/** Share of steps done, 0…1, of each area whose value may leave the server. */
	shares: ReadonlyMap<string, number>;
	/** Areas that have plans of which nothing may be said. */
	few: ReadonlySet<string>;
}

/**
 * Adds plans up over the country, its regions, municipalities and units, under the rule on small numbers (`mandated`)
 * for communities with a plan. Nobody is asked to have a plan of few shown, so nobody has agreed. It always starts from the country, as for gaps: what readers of different areas put
 * together tells no more than what each of them sees.
 */
export function planProgress(units: readonly PlanUnit[], index: TerritoryIndex): PlanProgress {
	const byCode = new Map(units.map((unit) => [unit.code, { ...unit, agreed: 0 }]));
	const shown = mandated(cellOf(index, COUNTRY_CODE, byCode, ({ communities }) => communities));
	const areas = [...areaSums(units, index, ['items', 'done'])].filter(([, { items }]) => items > 0);
	return {
		shares: new Map(
			areas.flatMap(([code, { items, done }]) => (shown.has(code) ? [[code, done / items] as const] : []))
		),
		few: new Set(areas.flatMap(([code]) => (shown.has(code) ? [] : [code])))
	};
}
