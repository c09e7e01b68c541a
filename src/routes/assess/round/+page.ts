import { browser } from '$app/environment';
import { isDrawnEarly, type EarlyRound } from '$lib/assessments/early.ts';
import { askRound } from '$lib/assessments/own-round.ts';
import { loadPublished } from '$lib/checklists/published.ts';
import type { PageLoad } from './$types';

/**
 * A round that the address names is drawn by the server: its first question is there before the script. Later, and
 * without a network, the screen opens what this device has.
 */
export const load: PageLoad = async ({ url, fetch, untrack }): Promise<{ early: EarlyRound | null }> => {
	const assessment = untrack(() => url.searchParams.get('assessment'));
	if (assessment === null || (browser && !isDrawnEarly())) return { early: null };
	// The browser finds the answer in the page: nobody is asked twice.
	const { told } = await askRound(assessment, fetch);
	if (told === undefined || told.assessment.status !== 'draft') return { early: null };
	const definition = await loadPublished(told.assessment.checklist_id, told.assessment.checklist_version);
	return { early: definition && { told, definition } };
};
