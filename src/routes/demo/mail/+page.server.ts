import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The letters of demo mode. For whom there is no demo, there is no such page. */
export const load: PageServerLoad = ({ locals }) => {
	const { letters } = locals.backend;
	if (!locals.demo || letters === undefined) error(404, { message: 'not_found', code: 'not_found' });
	locals.visit.keepPrivate();
	return { letters: [...letters.all()] };
};
