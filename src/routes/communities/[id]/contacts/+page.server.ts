import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { todayInRiga } from '$lib/activity/dates.ts';
import type { Inside } from '$lib/communities/inside.ts';
import { contactForm } from '$lib/communities/registration.ts';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit, attempt } from '$lib/server/actions.ts';
import {
	addContact,
	consentUntil,
	loadInside,
	regionOf,
	removeContact,
	rightsIn
} from '$lib/server/communities-inside.ts';
import { requireSession } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { loadTerritories } from '$lib/server/territories.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const DONE = ['added', 'removed'] as const;
const removeForm = z.object({ contact: z.uuid('choose') });

export const load: PageServerLoad = async (event) => {
	const { inside } = await opened(event);
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
		const { client, inside } = await admit(event, form, () => opened(event));
		if (!isKept(inside)) redirect(303, localizeHref(`/communities/${inside.id}/contacts`));
		const read = readForm(contactForm, form);
		if (!read.ok) return refuse(400, read);
		const today = todayInRiga(new Date());
		const { failure } = await attempt(event, read.values, () =>
			addContact(client, inside.id, read.data, today)
		);
		if (failure) return failure;
		redirect(303, `${localizeHref(`/communities/${inside.id}/contacts`)}?done=added`);
	},

	remove: async (event) => {
		const form = await event.request.formData();
		const { client, inside } = await admit(event, form, () => opened(event));
		const read = readForm(removeForm, form);
		if (!read.ok) return refuse(400, { values: {}, problems: { form: 'choose' } });
		const { failure } = await attempt(event, {}, () => removeContact(client, inside.id, read.data.contact));
		if (failure) return failure;
		redirect(303, `${localizeHref(`/communities/${inside.id}/contacts`)}?done=removed`);
	}
};

/** Of a rejected or merged community nobody is called any more: contact persons are only removed. */
function isKept({ status }: Inside): boolean {
	return status === 'pending' || status === 'approved';
}

async function opened(event: Pick<RequestEvent, 'locals' | 'url'> & { params: { id: string } }) {
	const session = await requireSession(event);
	const [inside, index] = await answer(
		Promise.all([loadInside(session.client, event.params.id), loadTerritories(event.locals.backend)])
	);
	if (inside === null) error(404, { message: 'No such community', code: 'not_found' });
	const rights = rightsIn(session, inside.id, regionOf(index, inside.territory_code));
	if (!rights.manages) error(403, { message: 'Not yours to change', code: 'forbidden' });
	return { client: session.client, inside };
}
