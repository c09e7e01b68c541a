import { redirect } from '@sveltejs/kit';
import { aboutForm, joinValues } from '$lib/communities/registration.ts';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit } from '$lib/server/actions.ts';
import { furtherPlaces } from '$lib/server/further-places.ts';
import { requireSession } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { readDraft, saveDraft } from '$lib/server/registration.ts';
import { loadTerritories } from '$lib/server/territories.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { user } = await requireSession(event);
	const draft = readDraft(event, user.id);
	if (draft === null) redirect(303, localizeHref('/communities/register'));
	const index = await answer(loadTerritories(event.locals.backend));
	const { about } = draft;
	const values: Record<string, string> = about
		? {
				kind: about.kind,
				place: about.place,
				place_public: about.place_public ? 'yes' : '',
				web: about.web,
				further_territory_codes: about.further_territory_codes.join(' ')
			}
		: {};
	return { values, further: furtherPlaces(index, draft.territory_code) };
};

export const actions: Actions = {
	default: async (event) => {
		const sent = await event.request.formData();
		const { user } = await admit(event, sent, () => requireSession(event));
		const draft = readDraft(event, user.id);
		const form = joinValues(sent, 'further_territory_codes');
		const read = readForm(aboutForm, form);
		if (!read.ok) return refuse(400, read);
		if (draft === null) redirect(303, localizeHref('/communities/register'));
		saveDraft(event, user.id, { ...draft, about: read.data });
		redirect(303, localizeHref('/communities/register/contact'));
	}
};
