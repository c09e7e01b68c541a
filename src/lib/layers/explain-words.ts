import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { Comparison } from './explain.ts';
import { printedValue } from './classes.ts';
import type { NumericDefinition } from './numeric.ts';

/**
 * What a larger area has, in a sentence that says how it is known: “Latgales plānošanas reģions: 38,5 % (aprēķināts
 * no 90 vietām no 104)”.
 * @param area name of the larger area
 */
export function comparisonText(
	definition: Pick<NumericDefinition, 'formatValue' | 'classes'>,
	comparison: Comparison,
	area: string
): string {
	const value = definition.formatValue(printedValue(comparison.value, definition.classes.digits));
	const known = formatNumber(comparison.known);
	const of = formatNumber(comparison.of);
	switch (comparison.by) {
		case 'own':
			return m.compare_own({ area, value });
		case 'weighted':
			return m.compare_weighted({ area, value, known, of });
		case 'median':
			return m.compare_median({ area, value, known, of });
	}
}
