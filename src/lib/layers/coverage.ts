import { PROGRAMME_TARGET } from '../coverage/active.ts';
import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { ACTIVITY_SOURCES } from './activity.ts';
import { numberFill } from './titles.ts';
import type { NumericDefinition } from './numeric.ts';
import { formatPercent } from './values.ts';

/** How far the work has come: where communities are active, who was asked, who has assessed themselves and goes on. */
const common = {
	kind: 'numeric',
	sources: ACTIVITY_SOURCES,
	palette: 'green',
	strongest: 'most',
	weighBy: null
} as const satisfies Partial<NumericDefinition>;

/** Numbers of communities: most places have one or none, and those of a larger area are no measure for one of them. */
const count = {
	...common,
	unit: m.layer_unit_communities,
	formatValue: (value: number) => formatNumber(value),
	comparesWhole: false,
	isAlone: true
} as const satisfies Partial<NumericDefinition>;

const share = {
	...common,
	formatValue: formatPercent,
	comparesWhole: true
} as const satisfies Partial<NumericDefinition>;

/** Known communities that did something, took part or were confirmed within the window. */
export const activeCommunitiesLayer: NumericDefinition = {
	...numberFill('active-communities'),
	...count,
	note: m.layer_note_active_communities,
	target: { value: PROGRAMME_TARGET.communities, window: PROGRAMME_TARGET.months }
};

/** Residents of units where a community is active or there is somebody to start with. */
export const residentsReachedLayer: NumericDefinition = {
	...numberFill('residents-reached'),
	...share,
	unit: m.layer_unit_residents_percent,
	note: m.layer_note_residents_reached,
	palette: 'blue',
	whole: { all: m.layer_reached_all, nothing: m.layer_reached_nothing },
	madeOf: m.layer_made_of_residents
};

/** Units on whose spot somebody asked within the window. */
export const surveyedShareLayer: NumericDefinition = {
	...numberFill('surveyed-share'),
	...share,
	unit: m.layer_unit_units_percent,
	note: m.layer_note_surveyed_share,
	palette: 'blue',
	whole: { all: m.layer_surveyed_all, nothing: m.layer_surveyed_nothing }
};

/** Communities that have finished a self-assessment, at home; what they answered is never shown. */
export const assessedLayer: NumericDefinition = {
	...numberFill('assessed'),
	...count,
	note: m.layer_note_assessed_count
};

/** Those of them whose latest one is of the year before the day shown. */
export const assessedRecentlyLayer: NumericDefinition = {
	...numberFill('assessed-recently'),
	...count,
	note: m.layer_note_assessed_count
};

/** How many of the communities at home in an area have done the self-assessment. */
export const assessedShareLayer: NumericDefinition = {
	...numberFill('assessed-share'),
	...share,
	unit: m.layer_unit_communities_percent,
	note: m.layer_note_assessed
};

/** Steps of plans that are done, under the rule on small numbers. */
export const planDoneLayer: NumericDefinition = {
	...numberFill('plan-done'),
	...share,
	unit: m.layer_unit_steps_percent,
	note: m.layer_note_plan_done
};
