import { normaliseName } from '../territories/names.ts';
import type { IndicatorId, IndicatorValue } from './types.ts';
import { MEASURE_OF } from './types.ts';

/** A unit of today and what it was before the reform of 2021. */
export interface FormerUnit {
	code: string;
	/** Code in the classification of 2018; several units of today share one when the old unit was split. */
	code2018: string | null;
	municipality2018: string | null;
}

/** Where the units of today come from: for tables that still name units and municipalities of 2018. */
export interface FormerUnits {
	/** Units that lay in a municipality of 2018, by its full name in any spelling; none for an unknown name. */
	ofMunicipality(name: string): readonly FormerUnit[];
	/** Units of today made from the unit with this code of 2018. */
	ofCode(code2018: string): readonly FormerUnit[];
}

function groupBy(
	units: readonly FormerUnit[],
	key: (unit: FormerUnit) => string | null
): Map<string, FormerUnit[]> {
	const groups = new Map<string, FormerUnit[]>();
	for (const unit of units) {
		const name = key(unit);
		if (name === null) continue;
		const group = groups.get(name);
		if (group) group.push(unit);
		else groups.set(name, [unit]);
	}
	return groups;
}

/** Builds the lookup. */
export function createFormerUnits(units: readonly FormerUnit[]): FormerUnits {
	const byMunicipality = groupBy(units, ({ municipality2018 }) =>
		municipality2018 === null ? null : normaliseName(municipality2018)
	);
	const byCode = groupBy(units, (unit) => unit.code2018);
	return {
		ofMunicipality: (name) => byMunicipality.get(normaliseName(name)) ?? [],
		ofCode: (code2018) => byCode.get(code2018) ?? []
	};
}

/** A value of a former unit or municipality, not yet of a territory of today. */
export type FormerValue = Omit<IndicatorValue, 'territoryCode' | 'inheritedFrom'>;

/**
 * Values of today's units from a value published for a former, larger area. If the area was one unit, that unit
 * has the value itself. If it was several, each inherits it and says so; a count or a density is not inherited
 * and gives nothing.
 * @param units the units of today that the area consisted of
 * @param name the name of the former area
 */
export function valuesOfUnits(
	value: FormerValue,
	units: readonly Pick<FormerUnit, 'code'>[],
	name: string
): IndicatorValue[] {
	const [only] = units;
	if (only && units.length === 1) return [{ ...value, territoryCode: only.code, inheritedFrom: null }];
	if (!mayInherit(value.indicator)) return [];
	return units.map((unit) => ({
		...value,
		territoryCode: unit.code,
		method: 'inherited',
		inheritedFrom: name
	}));
}

/** Only shares are inherited from a larger unit. */
export function mayInherit(indicator: IndicatorId): boolean {
	return MEASURE_OF[indicator] === 'share';
}

/**
 * Values of one load without two for the same territory, indicator and year: a parish's own value beats what it would
 * inherit, else the first stays. Other years stay beside each other.
 */
export function withoutDoubles(values: readonly IndicatorValue[]): IndicatorValue[] {
	const kept = new Map<string, IndicatorValue>();
	for (const value of values) {
		const key = [value.territoryCode, value.indicator, value.year].join('|');
		const known = kept.get(key);
		if (!known || (known.method === 'inherited' && value.method !== 'inherited')) kept.set(key, value);
	}
	return [...kept.values()];
}
