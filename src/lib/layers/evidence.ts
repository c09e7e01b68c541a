import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { ACTIVITY_SOURCES } from './activity.ts';
import { numberFill } from './titles.ts';
import type { NumericDefinition } from './numeric.ts';
import { formatDays } from './values.ts';

/** What our own records say of an area: how fresh they are, and how many communities they hold. */
const common = {
	kind: 'numeric',
	sources: ACTIVITY_SOURCES,
	strongest: 'most'
} as const satisfies Partial<NumericDefinition>;

/** Days since anything was known to happen. Where nothing may be shown or is known there is no value. */
export const evidenceDays: NumericDefinition = {
	...numberFill('evidence-days'),
	...common,
	unit: m.layer_unit_days,
	formatValue: formatDays,
	note: m.layer_note_evidence_days,
	palette: 'ochre',
	comparesWhole: false,
	weighBy: null
};

/** Days since somebody last asked on the spot. */
export const surveyDays: NumericDefinition = {
	...numberFill('survey-days'),
	...common,
	unit: m.layer_unit_days,
	formatValue: formatDays,
	note: m.layer_note_survey_days,
	palette: 'ochre',
	comparesWhole: false,
	weighBy: null
};

/** Approved communities for each 1,000 residents, where the population is known. */
export const communitiesPer1000Layer: NumericDefinition = {
	...numberFill('communities-per-1000'),
	...common,
	unit: m.layer_unit_per_1000,
	formatValue: (value) => formatNumber(value, 2),
	note: m.layer_note_per_1000,
	palette: 'green',
	comparesWhole: true,
	weighBy: 'population'
};
