import { MEASURE_OF, type IndicatorId, type Measure } from '../types.ts';
import type { LoneSign } from './figure.ts';

/**
 * Units in which a foreign table may give its figures, and what one of them is in the unit of the product. People come
 * whole and no share has four digits before its decimals; elsewhere a lone sign before three digits may be either.
 */
const UNITS = {
	people: { measure: 'count', factor: 1, lone: 'grouping' },
	thousands: { measure: 'count', factor: 1000, lone: 'unclear' },
	percent: { measure: 'share', factor: 1, lone: 'decimal' },
	fraction: { measure: 'share', factor: 100, lone: 'decimal' },
	'per-km2': { measure: 'density', factor: 1, lone: 'unclear' },
	km: { measure: 'distance', factor: 1, lone: 'unclear' },
	m: { measure: 'distance', factor: 0.001, lone: 'unclear' }
} as const satisfies Record<string, { measure: Measure; factor: number; lone: LoneSign }>;
export type Unit = keyof typeof UNITS;
export const UNIT_IDS = Object.keys(UNITS) as Unit[];

/** The units that fit an indicator; the first is the product's own. */
export function unitsOf(indicator: IndicatorId): Unit[] {
	return UNIT_IDS.filter((unit) => UNITS[unit].measure === MEASURE_OF[indicator]);
}

/** What a lone comma or dot before three digits is where figures are in this unit. */
export function loneSignOf(unit: Unit): LoneSign {
	return UNITS[unit].lone;
}

/** A figure in the unit of the product: people, per cent, people per km², km. */
export function inOwnUnit(figure: number, unit: Unit): number {
	// Thousandths of what a statistical office writes; takes away what binary fractions add.
	return Number((figure * UNITS[unit].factor).toFixed(5));
}
