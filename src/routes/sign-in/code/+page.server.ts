import { redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { codeForm } from '$lib/people/schema.ts';
import { checkCode, sendCode } from '$lib/server/accounts.ts';
import { attempt, limiter, spend } from '$lib/server/actions.ts';
import { ownPath } from '$lib/server/own-path.ts';
import { forgetPending, readPending } from '$lib/server/pending.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';
import { nextOf } from '../next.ts';

export const load: PageServerLoad = ({ cookies, url, locals }) => {
	const email = readPending({ cookies, url }, 'sign_in');
	if (email === null) redirect(303, localizeHref('/sign-in'));
	locals.visit.keepPrivate();
	return {
		email,
		next: ownPath(url.searchParams.get('next'), localizeHref('/account')),
		sent: url.searchParams.has('sent')
	};
};

export const actions: Actions = {
	check: async (event) => {
		const form = await event.request.formData();
		const email = readPending(event, 'sign_in');
		if (email === null) redirect(303, localizeHref('/sign-in'));
		const read = readForm(codeForm, form);
		if (!read.ok) return refuse(400, read);
		const { value: userId, failure } = await attempt(event, read.values, async () => {
			await spend(event, 'code_check', email);
			const proof = { email, code: read.data.code, purpose: 'sign_in' } as const;
			return await checkCode(event.locals.backend, event.locals.visit.client(), proof);
		});
		if (failure) return failure;
		if (userId === null) {
			return refuse(400, { values: read.values, problems: { code: 'wrong_code' } });
		}
		for (const what of ['code', 'code_check'] as const) await limiter().forgive(what, email);
		forgetPending(event);
		redirect(303, nextOf(form));
	},

	/** Another letter to the same address. */
	again: async (event) => {
		const form = await event.request.formData();
		const email = readPending(event, 'sign_in');
		if (email === null) redirect(303, localizeHref('/sign-in'));
		const { failure } = await attempt(event, {}, async () => {
			await spend(event, 'code', email);
			await sendCode(event.locals.backend, email, 'sign_in');
		});
		if (failure) return failure;
		redirect(303, `${localizeHref('/sign-in/code')}?sent&next=${encodeURIComponent(nextOf(form))}`);
	}
};
