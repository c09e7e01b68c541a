import { redirect } from '@sveltejs/kit';
import { sheetPlace } from '$lib/assessments/paper.ts';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { requireAssessment } from '$lib/server/seen-assessment.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { session, view } = await requireAssessment(event);
	const { assessment, answers } = view;
	// What is over takes no answers; its own page says how it stands.
	if (assessment.status !== 'draft') redirect(303, localizeHref(`/assessments/${assessment.id}`));
	return {
		assessment,
		answers,
		person: session.user.id,
		place: sheetPlace(event.url.searchParams),
		/** Somebody came with a sheet in hand. */
		isAimed: event.url.searchParams.has('sheet')
	};
};
