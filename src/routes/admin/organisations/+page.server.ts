import { error, redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { organisationForm } from '$lib/people/admin.ts';
import { admit, attempt } from '$lib/server/actions.ts';
import { listOrganisations, saveOrganisation } from '$lib/server/admin.ts';
import { requireMandate } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { loadTerritories } from '$lib/server/territories.ts';
import { REGION_CODES } from '$lib/territories/types.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { session } = await requireMandate(event, ['national']);
	const [organisations, index] = await Promise.all([
		answer(listOrganisations(session.client)),
		answer(loadTerritories(event.locals.backend))
	]);
	const asked = event.url.searchParams.get('edit');
	const edited = organisations.find(({ id }) => id === asked) ?? null;
	if (asked !== null && edited === null) error(404, { message: 'not_found', code: 'not_found' });
	return {
		organisations,
		edited,
		regions: REGION_CODES.map((code) => ({ code, name: index.byCode(code)?.name ?? code })),
		done: event.url.searchParams.has('done')
	};
};

export const actions: Actions = {
	save: async (event) => {
		const form = await event.request.formData();
		const { session } = await admit(event, form, () => requireMandate(event, ['national']));
		const read = readForm(organisationForm, form);
		if (!read.ok) return refuse(400, read);
		const { failure } = await attempt(event, read.values, () => saveOrganisation(session.client, read.data));
		if (failure) return failure;
		redirect(303, `${localizeHref('/admin/organisations')}?done`);
	}
};
