import { m } from '../i18n/paraglide/messages.js';
import type { FigureId } from './figures.ts';
import { FILL_IDS, fillInfo, numberInfo, type FillId, type NumberFill } from './fills.ts';
import type { LayerAccess, LayerSubject } from './types.ts';

/** What layers that can fill areas are called. Apart from what is known of them, because no page needs all of these. */
export const FILL_TITLES: Record<FillId, () => string> = {
	activity: m.layer_activity_title,
	'evidence-days': m.layer_evidence_days,
	'survey-days': m.layer_survey_days,
	'communities-per-1000': m.layer_communities_per_1000,
	'active-communities': m.layer_active_communities,
	'residents-reached': m.layer_residents_reached,
	'surveyed-share': m.layer_surveyed_share,
	assessed: m.layer_assessed,
	'assessed-recently': m.layer_assessed_recently,
	'assessed-share': m.layer_assessed_share,
	'plan-done': m.layer_plan_done,
	'minority-share': m.layer_minority_share,
	'russian-share': m.layer_russian_share,
	'belarusian-share': m.layer_belarusian_share,
	'polish-share': m.layer_polish_share,
	'ukrainian-share': m.layer_ukrainian_share,
	population: m.layer_population,
	'population-density': m.layer_density,
	'border-distance': m.layer_border_distance,
	'activity-minority': m.layer_activity_minority
};

/** A fill by a number with its title, as definitions of layers need it. */
export function numberFill<Id extends FigureId>(id: Id): NumberFill & { id: Id; title: () => string } {
	return { ...numberInfo(id), title: FILL_TITLES[id] };
}

/** A fill as it is offered: plain data, its title in the language of the page. */
export interface OfferedFill {
	id: FillId;
	subject: LayerSubject;
	title: string;
}

/** The fills that a reader may choose of. */
export function offeredFills(reader: LayerAccess): OfferedFill[] {
	return FILL_IDS.map(fillInfo)
		.filter(({ access }) => access === 'public' || reader === 'mandated')
		.map(({ id, subject }) => ({ id, subject, title: FILL_TITLES[id]() }));
}
