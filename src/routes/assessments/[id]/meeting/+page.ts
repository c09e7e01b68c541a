import { topics } from '$lib/assessments/meeting.ts';
import { requirePublished } from '$lib/checklists/published.ts';
import type { PageLoad } from './$types';

/** What was said beside the checklist it was said about, which is part of the app. */
export const load: PageLoad = async ({ data }) => {
	const { assessment, said } = data;
	const definition = await requirePublished(assessment.checklist_id, assessment.checklist_version);
	const where = { form: assessment.form, borderZone: assessment.border_zone };
	return { ...data, definition, topics: topics(definition, where, said) };
};
