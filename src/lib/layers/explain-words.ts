import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { Comparison } from './explain.ts';
import { figureText, printedText, type NumericDefinition } from './numeric.ts';

/**
 * What a larger area has, in a sentence that says how it is known: “Latgales plānošanas reģions: 38,5 % (aprēķināts;
 * zināmas vietas: 90 no 104; no tām par lielāku teritoriju: 72; 2011–2018)”.
 * @param area name of the larger area
 */
export function comparisonText(
	definition: Pick<NumericDefinition, 'formatValue' | 'classes' | 'dated'>,
	comparison: Comparison,
	area: string
): string {
	const { whole, inherited, years } = comparison;
	if (whole !== null) return m.compare_area({ area, value: figureText(definition, whole) });
	const value = printedText(definition, comparison.value);
	const counts = { known: formatNumber(comparison.known), of: formatNumber(comparison.of) };
	const isMean = comparison.by === 'weighted';
	const about = [
		isMean ? m.compare_computed(counts) : m.compare_known(counts),
		...(inherited === 0 ? [] : [m.compare_inherited_count({ count: formatNumber(inherited) })]),
		...(years === null ? [] : [years])
	].join('; ');
	return m.compare_area({
		area,
		value: m.layer_value_about({ value: isMean ? value : m.compare_half({ value }), about })
	});
}
