import { m } from '../i18n/paraglide/messages.js';
import type { EndpointId } from './endpoints.ts';

/** What people call a set of data. */
export const datasetWords = {
	territories: { title: m.api_territories_title, text: m.api_territories_text },
	activityStatus: { title: m.api_activityStatus_title, text: m.api_activityStatus_text },
	coverage: { title: m.api_coverage_title, text: m.api_coverage_text },
	communities: { title: m.api_communities_title, text: m.api_communities_text },
	activities: { title: m.api_activities_title, text: m.api_activities_text },
	indicators: { title: m.api_indicators_title, text: m.api_indicators_text },
	indicatorValues: { title: m.api_indicatorValues_title, text: m.api_indicatorValues_text },
	sources: { title: m.api_sources_title, text: m.api_sources_text },
	checklists: { title: m.api_checklists_title, text: m.api_checklists_text }
} satisfies Record<EndpointId | 'checklists', object>;
