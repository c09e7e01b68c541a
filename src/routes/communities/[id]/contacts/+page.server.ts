import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { todayInRiga } from '$lib/activity/dates.ts';
import type { Inside } from '$lib/communities/inside.ts';
import { contactForm } from '$lib/communities/registration.ts';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit, attempt } from '$lib/server/actions.ts';
import { addContact, consentUntil, removeContact } from '$lib/server/communities-inside.ts';
import { requireManaged } from '$lib/server/managed-community.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const DONE = ['added', 'removed'] as const;
const removeForm = z.object({ contact: z.uuid('choose') });

export const load: PageServerLoad = async (event) => {
	const { inside } = await requireManaged(event);
	const done = event.url.searchParams.get('done');
	return {
		id: inside.id,
		name: inside.name,
		contacts: inside.community_contacts,
		mayAdd: isKept(inside),
		until: consentUntil(todayInRiga(new Date())),
		done: DONE.find((one) => one === done) ?? null
	};
};

export const actions: Actions = {
	add: async (event) => {
		const form = await event.request.formData();
		const { session, inside } = await admit(event, form, () => requireManaged(event));
		if (!isKept(inside)) redirect(303, localizeHref(`/communities/${inside.id}/contacts`));
		const read = readForm(contactForm, form);
		if (!read.ok) return refuse(400, read);
		const today = todayInRiga(new Date());
		const { failure } = await attempt(event, read.values, () =>
			addContact(session.client, inside.id, read.data, today)
		);
		if (failure) return failure;
		redirect(303, `${localizeHref(`/communities/${inside.id}/contacts`)}?done=added`);
	},

	remove: async (event) => {
		const form = await event.request.formData();
		const { session, inside } = await admit(event, form, () => requireManaged(event));
		const read = readForm(removeForm, form);
		if (!read.ok) return refuse(400, { values: {}, problems: { form: 'choose' } });
		const { failure } = await attempt(event, {}, () =>
			removeContact(session.client, inside.id, read.data.contact)
		);
		if (failure) return failure;
		redirect(303, `${localizeHref(`/communities/${inside.id}/contacts`)}?done=removed`);
	}
};

/** Of a rejected or merged community nobody is called any more: contact persons are only removed. */
function isKept({ status }: Inside): boolean {
	return status === 'pending' || status === 'approved';
}
