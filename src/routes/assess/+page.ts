import { error } from '@sveltejs/kit';
import { loadPublished } from '$lib/checklists/published.ts';
import { CHECKLIST } from '$lib/assessments/checklist.ts';
import type { PageLoad } from './$types';

/** Part of the app: the same on the server, in the browser and without a network. */
export const load: PageLoad = async () => ({
	definition: (await loadPublished(CHECKLIST)) ?? error(404, { message: 'not_found', code: 'not_found' })
});
