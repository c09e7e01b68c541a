import { redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { signOut } from '$lib/server/accounts.ts';
import { attempt } from '$lib/server/actions.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ url }) => ({
	done: url.searchParams.get('done') === 'deleted' ? 'deleted' : url.searchParams.has('done') ? 'out' : null
});

async function leave(event: RequestEvent, everywhere: boolean) {
	const { visit } = event.locals;
	const { failure } = await attempt(event, {}, () => signOut(visit.client(), everywhere));
	if (failure) return failure;
	visit.forget();
	redirect(303, `${localizeHref('/sign-out')}?done`);
}

export const actions: Actions = {
	here: (event) => leave(event, false),
	everywhere: (event) => leave(event, true)
};
