import { error, redirect } from '@sveltejs/kit';
import { todayInRiga } from '$lib/activity/dates.ts';
import type { CommunityCard } from '$lib/communities/cards.ts';
import { confirmForm } from '$lib/communities/registration.ts';
import { waitState, type Inside } from '$lib/communities/inside.ts';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { auditLine } from '$lib/people/audit.ts';
import { admit, attempt } from '$lib/server/actions.ts';
import {
	confirmCommunity,
	loadHistory,
	loadInside,
	regionOf,
	rightsIn
} from '$lib/server/communities-inside.ts';
import { loadPublicCommunity } from '$lib/server/communities-public.ts';
import { knownSession, requireSession } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { loadTerritories, territoryLabels } from '$lib/server/territories.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was done before this page opened; anything else in the address counts as nothing. */
const DONE = ['registered', 'recorded', 'resubmitted', 'saved', 'confirmed'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { backend } = locals;
	const session = await knownSession(locals);
	const index = await answer(loadTerritories(backend));
	const [open, inside] = await answer(
		Promise.all([
			loadPublicCommunity(backend, index, params.id),
			session === null ? null : loadInside(session.client, params.id)
		])
	);
	const label = territoryLabels(index);
	const card = open?.card ?? (inside && cardOf(inside, (code) => label(code) ?? code));
	if (card === null) error(404, { message: 'No such community', code: 'not_found' });

	const rights = rightsIn(session, params.id, regionOf(index, card.territory.code));
	const history =
		session !== null && rights.history ? await answer(loadHistory(session.client, params.id)) : null;
	const done = url.searchParams.get('done');
	return {
		card,
		places: open?.places ?? { items: [], total: 0 },
		activities: open?.activities ?? { items: [], total: 0 },
		inside: inside && {
			...inside,
			waits: waitState(inside.community_reviews.at(-1)?.decision)
		},
		history: history && history.map((entry) => ({ ...auditLine(entry, label), place: null })),
		rights,
		/** Shown to people who may be one of them, and whenever a registration led here. */
		join: open !== null && rights.roles.length === 0 && !rights.pkc,
		asksToJoin: url.searchParams.has('join'),
		today: todayInRiga(new Date()),
		done: DONE.find((one) => one === done) ?? null
	};
};

export const actions: Actions = {
	/** The community existed on a day. */
	confirm: async (event) => {
		const form = await event.request.formData();
		const { client } = await admit(event, form, () => requireSession(event));
		const read = readForm(confirmForm, form);
		if (!read.ok) return refuse(400, read);
		const { id } = event.params;
		const { failure } = await attempt(event, read.values, () => confirmCommunity(client, id, read.data.day));
		if (failure) {
			const { problems, ...data } = failure.data;
			const words: typeof problems | { day: 'day' } = problems.day === undefined ? problems : { day: 'day' };
			return refuse(failure.status, { ...data, problems: words });
		}
		redirect(303, `${localizeHref(`/communities/${id}`)}?done=confirmed`);
	}
};

/** The card of a community that is not public, for those who see it. */
function cardOf(inside: Inside, label: (code: string) => string): CommunityCard {
	const ref = (code: string) => ({ code, label: label(code) });
	return {
		id: inside.id,
		name: inside.name,
		kind: inside.kind,
		territory: ref(inside.territory_code),
		place: inside.place,
		furtherTerritories: inside.community_territories.map(({ territory_code }) => ref(territory_code)),
		web: inside.web,
		knownSince: inside.known_since,
		confirmedOn: inside.confirmed_on,
		source: null
	};
}
