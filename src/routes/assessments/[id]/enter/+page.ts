import { sheetsOf } from '$lib/assessments/paper.ts';
import { requirePublished } from '$lib/checklists/published.ts';
import type { PageLoad } from './$types';

/** The round beside the checklist it is of, which is part of the app. */
export const load: PageLoad = async ({ data }) => {
	const { assessment, place } = data;
	const definition = await requirePublished(assessment.checklist_id, assessment.checklist_version);
	const where = { form: assessment.form, borderZone: assessment.border_zone };
	return { ...data, definition, sheets: sheetsOf(definition, where, place.size) };
};
