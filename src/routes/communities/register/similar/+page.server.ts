import { redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { requireSession } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { readDraft, similarCommunities } from '$lib/server/registration.ts';
import { loadTerritories, territoryLabels } from '$lib/server/territories.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { client, user } = await requireSession(event);
	const draft = readDraft(event, user.id);
	if (draft === null) redirect(303, localizeHref('/communities/register'));
	const [index, similar] = await answer(
		Promise.all([loadTerritories(event.locals.backend), similarCommunities(client, draft)])
	);
	if (similar.length === 0) redirect(303, localizeHref('/communities/register/about'));
	const label = territoryLabels(index);
	return {
		name: draft.name,
		similar: similar.map((one) => ({ ...one, where: label(one.territory_code) ?? one.territory_code }))
	};
};
