import { m } from '../i18n/paraglide/messages.js';
import type { IndicatorId } from '../indicators/types.ts';
import { numberFill } from './titles.ts';
import type { NumericDefinition } from './numeric.ts';
import { formatPercent } from './values.ts';

/**
 * Shares of residents by ethnicity, as published for whole territories. Each says what it means and does not
 * mean, and every value its year, source and whether it is inherited from a larger unit.
 */
function shareLayer(id: Extract<IndicatorId, `${string}-share`>): NumericDefinition {
	return {
		...numberFill(id),
		kind: 'numeric',
		unit: m.layer_unit_residents_percent,
		formatValue: formatPercent,
		note: m.layer_note_ethnicity,
		sources: [],
		palette: 'plum',
		strongest: 'most',
		comparesWhole: true,
		weighBy: 'population'
	};
}

/** Residents other than Latvian. */
export const minorityShare = shareLayer('minority-share');
export const russianShare = shareLayer('russian-share');
export const belarusianShare = shareLayer('belarusian-share');
export const polishShare = shareLayer('polish-share');
export const ukrainianShare = shareLayer('ukrainian-share');
