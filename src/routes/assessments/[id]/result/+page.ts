import { contextOf, scorable } from '$lib/assessments/round.ts';
import { itemAnchor, type Reading } from '$lib/assessments/reading.ts';
import { itemsInForm } from '$lib/checklists/applicability.ts';
import { requirePublished } from '$lib/checklists/published.ts';
import type { PageLoad } from './$types';

/** The stored result beside the checklist it was made with, which is part of the app. */
export const load: PageLoad = async ({ data }) => {
	const { assessment, answers, asOf, result } = data;
	const definition = await requirePublished(assessment.checklist_id, assessment.checklist_version);
	const context = contextOf(assessment, asOf);
	const reading: Reading = {
		definition,
		context,
		result,
		items: itemsInForm(definition, context),
		given: scorable(answers),
		href: (domain, item) => (item === undefined ? `#answers-${domain}` : `#${itemAnchor(item)}`)
	};
	return { ...data, reading };
};
