import { redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { emailForm } from '$lib/people/schema.ts';
import { sendCode } from '$lib/server/accounts.ts';
import { attempt, spend } from '$lib/server/actions.ts';
import { rememberPending } from '$lib/server/pending.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const read = readForm(emailForm, await event.request.formData());
		if (!read.ok) return refuse(400, read);
		const { email } = read.data;
		const { failure } = await attempt(event, read.values, async () => {
			await spend(event, 'code', email);
			await sendCode(event.locals.backend, email, 'reset');
		});
		if (failure) return failure;
		rememberPending(event, email, 'reset');
		redirect(303, localizeHref('/sign-in/reset/code'));
	}
};
