import { MEASURE_OF, type IndicatorId, type Measure } from '../types.ts';

/** Units in which a foreign table may give its figures, and what one of them is in the unit of the product. */
const UNITS = {
	people: { measure: 'count', factor: 1 },
	thousands: { measure: 'count', factor: 1000 },
	percent: { measure: 'share', factor: 1 },
	fraction: { measure: 'share', factor: 100 },
	'per-km2': { measure: 'density', factor: 1 },
	km: { measure: 'distance', factor: 1 },
	m: { measure: 'distance', factor: 0.001 }
} as const satisfies Record<string, { measure: Measure; factor: number }>;
export type Unit = keyof typeof UNITS;
export const UNIT_IDS = Object.keys(UNITS) as Unit[];

/** The units that fit an indicator; the first is the product's own. */
export function unitsOf(indicator: IndicatorId): Unit[] {
	return UNIT_IDS.filter((unit) => UNITS[unit].measure === MEASURE_OF[indicator]);
}

/** A figure in the unit of the product: people, per cent, people per km², km. */
export function inOwnUnit(figure: number, unit: Unit): number {
	// Thousandths of what a statistical office writes; takes away what binary fractions add.
	return Number((figure * UNITS[unit].factor).toFixed(5));
}
