import { redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { passwordForm } from '$lib/people/schema.ts';
import { signInWithPassword } from '$lib/server/accounts.ts';
import { attempt, limiter, spend } from '$lib/server/actions.ts';
import { ownPath } from '$lib/server/own-path.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';
import { nextOf } from '../next.ts';

export const load: PageServerLoad = ({ url }) => ({
	next: ownPath(url.searchParams.get('next'), localizeHref('/account'))
});

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const read = readForm(passwordForm, form, ['password']);
		if (!read.ok) return refuse(400, read);
		const { email, password } = read.data;
		const { value: signedIn, failure } = await attempt(event, read.values, async () => {
			await spend(event, 'password', email);
			return await signInWithPassword(event.locals.visit.client(), email, password);
		});
		if (failure) return failure;
		if (!signedIn) {
			return refuse(400, { values: read.values, problems: { password: 'wrong_password' } });
		}
		await limiter().forgive('password', email);
		redirect(303, nextOf(form));
	}
};
