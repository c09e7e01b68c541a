import { redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { actingForm } from '$lib/people/schema.ts';
import { requireSession } from '$lib/server/guard.ts';
import { ownPath } from '$lib/server/own-path.ts';
import { readForm } from '$lib/ui/forms.ts';
import type { RequestHandler } from './$types';

/** `POST /act-as` with `as` (id of a held role) and `next`: acts in this role from now on. What is not held is ignored. */
export const POST: RequestHandler = async (event) => {
	const session = await requireSession(event);
	const form = await event.request.formData();
	const read = readForm(actingForm, form);
	if (read.ok && session.roles.some((role) => role.id === read.data.as))
		event.locals.visit.actAs(read.data.as);
	const next = form.get('next');
	redirect(303, ownPath(typeof next === 'string' ? next : null, localizeHref('/account')));
};
