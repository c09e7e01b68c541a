import { redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { leaveForm } from '$lib/people/schema.ts';
import { attempt } from '$lib/server/actions.ts';
import { findPeople, PEOPLE_SHOWN } from '$lib/server/admin.ts';
import { requireMandate } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { endRole } from '$lib/server/workspace.ts';
import { normaliseName } from '$lib/territories/names.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** The longest address there is. */
const SEARCH_MAX = 254;

function searchOf(url: URL): string {
	return (url.searchParams.get('q') ?? '').trim().slice(0, SEARCH_MAX);
}

export const load: PageServerLoad = async (event) => {
	const { session } = await requireMandate(event, ['national']);
	const search = searchOf(event.url);
	// Without a letter the database would find everybody.
	const isLetterless = search !== '' && normaliseName(search) === '';
	const people = isLetterless ? [] : await answer(findPeople(session.client, search));
	return {
		search,
		isLetterless,
		people,
		more: people.length === PEOPLE_SHOWN,
		done: event.url.searchParams.has('done')
	};
};

export const actions: Actions = {
	end: async (event) => {
		const { session } = await requireMandate(event, ['national']);
		const read = readForm(leaveForm, await event.request.formData());
		if (!read.ok) return refuse(400, read);
		const { failure } = await attempt(event, read.values, () => endRole(session.client, read.data.id));
		if (failure) return failure;
		redirect(303, `${localizeHref('/admin/people')}?q=${encodeURIComponent(searchOf(event.url))}&done`);
	}
};
