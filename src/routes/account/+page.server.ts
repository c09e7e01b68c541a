import { fail, redirect } from '@sveltejs/kit';
import { getLocale, localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { leaveForm, profileForm } from '$lib/people/schema.ts';
import { leaveRole, readProfile, roleOrigins, saveProfile, sendCode } from '$lib/server/accounts.ts';
import { attempt, spend } from '$lib/server/actions.ts';
import { requireSession } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { rememberPending } from '$lib/server/pending.ts';
import { readForm, type Refused } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was done before this page opened; anything else in the address counts as nothing. */
const DONE = ['profile', 'role', 'password'] as const;

export const load: PageServerLoad = async (event) => {
	const session = await requireSession(event);
	const { client, user, roles } = session;
	const [profile, origins] = await answer(
		Promise.all([readProfile(client, user.id), roleOrigins(client, session)])
	);
	const done = event.url.searchParams.get('done');
	return {
		profile: profile ?? { display_name: null, locale: getLocale() },
		roles,
		origins,
		done: DONE.find((one) => one === done) ?? null
	};
};

type Which = 'profile' | 'role' | 'password';

/** Marks which of the forms of this page was refused. */
function refusedIn<T extends Refused>(which: Which, refused: T): T & { which: Which } {
	return { ...refused, which };
}

export const actions: Actions = {
	profile: async (event) => {
		const { client } = await requireSession(event);
		const read = readForm(profileForm, await event.request.formData());
		if (!read.ok) return fail(400, refusedIn('profile', read));
		const { display_name, locale } = read.data;
		const { failure } = await attempt(event, read.values, () => saveProfile(client, display_name, locale));
		if (failure) return fail(failure.status, refusedIn('profile', failure.data));
		redirect(303, `${localizeHref('/account', { locale })}?done=profile`);
	},

	leave: async (event) => {
		const { client } = await requireSession(event);
		const read = readForm(leaveForm, await event.request.formData());
		if (!read.ok) return fail(400, refusedIn('role', read));
		const { failure } = await attempt(event, read.values, () => leaveRole(client, read.data.id));
		if (failure) return fail(failure.status, refusedIn('role', failure.data));
		redirect(303, `${localizeHref('/account')}?done=role`);
	},

	/** A new password needs the same proof as a forgotten one: a session that was left open is not enough. */
	password: async (event) => {
		const { user } = await requireSession(event);
		const { failure } = await attempt(event, {}, async () => {
			await spend(event, 'code', user.email);
			await sendCode(event.locals.backend, user.email, 'reset');
		});
		if (failure) return fail(failure.status, refusedIn('password', failure.data));
		rememberPending(event, user.email, 'reset');
		redirect(303, localizeHref('/sign-in/reset/code'));
	}
};
