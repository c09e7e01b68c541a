import { contactEmail, operator } from '$lib/server/contact.ts';
import { KEPT } from '$lib/server/retention.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	contactEmail: contactEmail(),
	operator: operator(),
	kept: KEPT,
	hosted: locals.backend.kind === 'hosted'
});
