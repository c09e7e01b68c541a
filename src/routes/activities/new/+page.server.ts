import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { readActivity, withoutParties } from '$lib/activities/schema.ts';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { addActivity, activityDesk, coordinated, recordedActivities } from '$lib/server/activities.ts';
import { admit, attempt } from '$lib/server/actions.ts';
import { requireMandate } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { choosePlace } from '$lib/server/place-choice.ts';
import { loadTerritories } from '$lib/server/territories.ts';
import { isHomeKind } from '$lib/territories/choose-place.ts';
import { refuse } from '$lib/ui/forms.ts';
import { asFields } from '../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const path = localizeHref('/activities/new');
	const { searchParams } = event.url;
	if (!searchParams.has('community') && !searchParams.has('place')) {
		const { session } = await requireMandate(event, ['pkc', 'coordinator']);
		const regions = session.roles.filter(({ role }) => role === 'pkc').map(({ scope_id }) => scope_id);
		const index = await answer(loadTerritories(event.locals.backend));
		return {
			path,
			start: {
				communities: coordinated(session),
				places: regions.length === 0 ? null : choosePlace(event.url, path, index, regions)
			},
			desk: null
		};
	}
	const { session, desk, place } = await openDesk(event);
	const recorded = await answer(
		recordedActivities(
			session.client,
			desk.community === null ? { place: place ?? '' } : { community: desk.community.value }
		)
	);
	return {
		path,
		start: null,
		desk,
		recorded,
		values: {
			community_id: desk.community?.value ?? '',
			territory_code: place ?? desk.community?.code ?? '',
			precision: 'day'
		}
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const { session, desk } = await admit(event, form, () => openDesk(event));
		const read = readActivity(form);
		if (!read.ok) return refuse(400, read);
		const { expected_updated_at: _, ...data } = read.data;
		const { value, failure } = await attempt(event, read.values, () =>
			addActivity(session.client, desk.parties === null ? withoutParties(data) : data)
		);
		if (failure) return asFields(failure, data.precision);
		redirect(303, `${localizeHref(`/activities/${value}`)}?done=added`);
	}
};

/** Who writes, and for what: `?community=ID`, or `?place=CODE` in a region of theirs. */
async function openDesk(event: RequestEvent) {
	const { session } = await requireMandate(event, ['pkc', 'coordinator']);
	const index = await answer(loadTerritories(event.locals.backend));
	const code = event.url.searchParams.get('place');
	const community = event.url.searchParams.get('community');
	const place = code === null ? null : index.resolve(code);
	if (place === undefined || (place !== null && !isHomeKind(place.kind)))
		error(404, { message: 'No such place', code: 'unknown_territory' });
	if (place !== null && community === null) await requireMandate(event, ['pkc'], place.region ?? '');
	const desk = await answer(activityDesk(session, index, community));
	return { session, desk, place: place?.code ?? null };
}
