import { error, redirect } from '@sveltejs/kit';
import { todayInRiga } from '$lib/activity/dates.ts';
import { compareText } from '$lib/i18n/format.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit, attempt } from '$lib/server/actions.ts';
import { loadSources } from '$lib/server/communities.ts';
import { isAppError } from '$lib/server/errors.ts';
import { requireMandate } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { listKeptPlaces, removePlace, savePlace } from '$lib/server/kept-places.ts';
import { placeGroups } from '$lib/server/place-choice.ts';
import { loadTerritories, territoryLabels } from '$lib/server/territories.ts';
import { REGION_CODES } from '$lib/territories/types.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import { sourceOf } from '../source.ts';
import { placeForm } from './form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await requireMandate(event, ['national']);
	const { backend } = event.locals;
	const [places, sources, index] = await answer(
		Promise.all([listKeptPlaces(backend), loadSources(backend), loadTerritories(backend)])
	);
	const params = event.url.searchParams;
	const asked = params.get('edit');
	const edited = places.find(({ id }) => id === asked) ?? null;
	if (asked !== null && edited === null) error(404, { message: 'not_found', code: 'not_found' });
	const label = territoryLabels(index);
	return {
		places: places
			.map(({ id, name, kind, territoryCode, knownSince }) => ({
				...{ id, name, kind, knownSince },
				territory: label(territoryCode) ?? territoryCode
			}))
			.sort((a, b) => compareText(a.name, b.name)),
		edited,
		territories: placeGroups(index, REGION_CODES),
		sources: sources.map(({ id, title }) => ({ value: id, label: title })),
		today: todayInRiga(new Date()),
		done: params.get('done')
	};
};

export const actions: Actions = {
	save: async (event) => {
		const form = await event.request.formData();
		const { session } = await admit(event, form, () => requireMandate(event, ['national']));
		const read = readForm(placeForm, form);
		if (!read.ok) return refuse(400, read);
		const { id, name, kind, territory_code: territoryCode, place, known_since: knownSince } = read.data;
		const { failure } = await attempt(event, read.values, async () =>
			savePlace(
				session.client,
				{ id: id === '' ? null : id, name, kind, territoryCode, place, knownSince },
				sourceOf(read.data),
				await loadSources(event.locals.backend)
			)
		);
		if (failure) return failure;
		redirect(303, `${localizeHref('/admin/places')}?done=saved`);
	},

	remove: async (event) => {
		const form = await event.request.formData();
		const { session } = await admit(event, form, () => requireMandate(event, ['national']));
		const id = form.get('id');
		const { failure, value } = await attempt(event, {}, async () => {
			try {
				await removePlace(session.client, typeof id === 'string' ? id : '');
				return 'removed' as const;
			} catch (reason) {
				if (isAppError(reason) && reason.code === 'already_used') return 'party' as const;
				throw reason;
			}
		});
		if (failure) return failure;
		if (value === 'party') return refuse(409, { values: {}, problems: {}, message: m.place_keep_party() });
		redirect(303, `${localizeHref('/admin/places')}?done=removed`);
	}
};
