import { redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { compareWithPrevious, loadOverview } from '$lib/server/assessments.ts';
import { answer } from '$lib/server/http.ts';
import { requireAssessment } from '$lib/server/seen-assessment.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { session, view } = await requireAssessment(event);
	const { assessment, score, answers } = view;
	// What is not submitted has no result; its own page says how it stands.
	if (score === null || assessment.as_of === null)
		redirect(303, localizeHref(`/assessments/${assessment.id}`));
	const rounds = await answer(loadOverview(session.client, assessment.community_id));
	const { backend } = event.locals;
	return {
		assessment,
		asOf: assessment.as_of,
		result: score.result,
		answers,
		change: await answer(compareWithPrevious(backend, session.client, rounds, assessment.id, score.result)),
		corrections: rounds
			.filter(({ revises }) => revises === assessment.id)
			.map(({ id, status, as_of }) => ({ id, status, isSubmitted: as_of !== null })),
		isSubmittedNow: event.url.searchParams.get('done') === 'submitted'
	};
};
