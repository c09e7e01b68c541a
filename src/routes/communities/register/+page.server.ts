import { fail, redirect } from '@sveltejs/kit';
import { whereForm } from '$lib/communities/registration.ts';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit } from '$lib/server/actions.ts';
import { requireSession } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { readDraft, saveDraft, similarCommunities } from '$lib/server/registration.ts';
import { loadTerritories, territoryLabels } from '$lib/server/territories.ts';
import { isHomeKind, meantPlace } from '$lib/territories/choose-place.ts';
import { readForm } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { user } = await requireSession(event);
	const index = await answer(loadTerritories(event.locals.backend));
	const draft = readDraft(event, user.id);
	// A page about a place leads here with its code; a draft was meant more exactly.
	const from = index.byCode(event.url.searchParams.get('place') ?? '');
	const code = draft?.territory_code ?? (from && isHomeKind(from.kind) ? from.code : '');
	const label = territoryLabels(index)(code) ?? '';
	return {
		values: { name: draft?.name ?? '', place_text: label, place_asked: label, territory_code: code }
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const { client, user } = await admit(event, form, () => requireSession(event));
		const read = readForm(whereForm, form);
		const index = await answer(loadTerritories(event.locals.backend));
		const { place_text: text = '', place_asked: asked = '', territory_code: code = '' } = read.values;
		const place = meantPlace(index, { text, asked, code });
		if (!read.ok || !place.ok) {
			return fail(400, {
				values: read.values,
				problems: {
					...(read.ok ? {} : read.problems),
					...(place.ok ? {} : { place_text: place.problem })
				},
				choices: place.ok ? [] : place.choices
			});
		}
		const before = readDraft(event, user.id);
		const draft = { ...before, name: read.data.name, territory_code: place.code };
		// Further places belong to the municipality of the home.
		if (draft.about && before?.territory_code !== place.code) draft.about.further_territory_codes = [];
		saveDraft(event, user.id, draft);
		const similar = await answer(similarCommunities(client, draft));
		redirect(303, localizeHref(`/communities/register/${similar.length > 0 ? 'similar' : 'about'}`));
	}
};
