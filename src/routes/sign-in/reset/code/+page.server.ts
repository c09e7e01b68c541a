import { redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { resetForm } from '$lib/people/schema.ts';
import { checkCode, sendCode, setPassword } from '$lib/server/accounts.ts';
import { attempt, limiter, spend } from '$lib/server/actions.ts';
import { forgetPending, readPending } from '$lib/server/pending.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies, url, locals }) => {
	const email = readPending({ cookies, url }, 'reset');
	if (email === null) redirect(303, localizeHref('/sign-in/reset'));
	locals.visit.keepPrivate();
	return { email, sent: url.searchParams.has('sent') };
};

export const actions: Actions = {
	save: async (event) => {
		const email = readPending(event, 'reset');
		if (email === null) redirect(303, localizeHref('/sign-in/reset'));
		const read = readForm(resetForm, await event.request.formData(), ['password']);
		if (!read.ok) return refuse(400, read);
		const { code, password } = read.data;
		const client = event.locals.visit.client();
		const checked = await attempt(event, read.values, async () => {
			await spend(event, 'code_check', email);
			return await checkCode(event.locals.backend, client, { email, code, purpose: 'reset' });
		});
		if (checked.failure) return checked.failure;
		if (checked.value === null) {
			return refuse(400, { values: read.values, problems: { code: 'wrong_code' } });
		}
		for (const what of ['code', 'code_check', 'password'] as const) await limiter().forgive(what, email);
		// A refusal here uses the code up; the page then says to ask for a new one.
		const saved = await attempt(event, read.values, () => setPassword(client, password));
		if (saved.failure) return saved.failure;
		forgetPending(event);
		redirect(303, `${localizeHref('/account')}?done=password`);
	},

	/** Another letter to the same address. */
	again: async (event) => {
		const email = readPending(event, 'reset');
		if (email === null) redirect(303, localizeHref('/sign-in/reset'));
		const { failure } = await attempt(event, {}, async () => {
			await spend(event, 'code', email);
			await sendCode(event.locals.backend, email, 'reset');
		});
		if (failure) return failure;
		redirect(303, `${localizeHref('/sign-in/reset/code')}?sent`);
	}
};
