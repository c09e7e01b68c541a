import { contactEmail } from '$lib/server/contact.ts';
import { loadZone } from '$lib/server/communities.ts';
import { answer } from '$lib/server/http.ts';
import type { PageServerLoad } from './$types';

/** The example of scoring answers to changes. */
export const csr = true;

export const load: PageServerLoad = async ({ locals: { backend } }) => ({
	borderZone: await answer(loadZone(backend, 'eastern-border')),
	contactEmail: contactEmail()
});
