import { redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { emailForm } from '$lib/people/schema.ts';
import { sendCode } from '$lib/server/accounts.ts';
import { attempt, spend } from '$lib/server/actions.ts';
import { sampleChoices, signInAsSample } from '$lib/server/demo.ts';
import { answer } from '$lib/server/http.ts';
import { ownPath } from '$lib/server/own-path.ts';
import { rememberPending } from '$lib/server/pending.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';
import { nextOf } from './next.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const next = ownPath(url.searchParams.get('next'), localizeHref('/account'));
	if (await answer(locals.session())) redirect(303, next);
	return { next, samples: locals.demo ? await sampleChoices(locals.backend) : [] };
};

export const actions: Actions = {
	/** Sends a code and goes on to where it is typed in. */
	code: async (event) => {
		const form = await event.request.formData();
		const read = readForm(emailForm, form);
		if (!read.ok) return refuse(400, read);
		const { email } = read.data;
		const { failure } = await attempt(event, read.values, async () => {
			await spend(event, 'code', email);
			await sendCode(event.locals.backend, email, 'sign_in');
		});
		if (failure) return failure;
		rememberPending(event, email, 'sign_in');
		redirect(303, `${localizeHref('/sign-in/code')}?next=${encodeURIComponent(nextOf(form))}`);
	},

	/** One click, for whoever may use the demo. */
	sample: async (event) => {
		const form = await event.request.formData();
		const { failure } = await attempt(event, {}, async () => {
			await spend(event, 'sample');
			const id = event.locals.demo ? form.get('sample') : null;
			await signInAsSample(event.locals.backend, event.locals.visit.client(), id);
		});
		if (failure) return failure;
		redirect(303, nextOf(form));
	}
};
