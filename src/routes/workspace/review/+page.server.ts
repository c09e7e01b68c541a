import { requireMandate } from '$lib/server/guard.ts';
import { loadDecided, loadQueue } from '$lib/server/communities-review.ts';
import { answer } from '$lib/server/http.ts';
import { loadTerritories, territoryLabels } from '$lib/server/territories.ts';
import type { PageServerLoad } from './$types';

/** What was done before this page opened; anything else in the address counts as nothing. */
const DONE = ['approved', 'asked_back', 'rejected', 'merged'] as const;

export const load: PageServerLoad = async (event) => {
	const { session, role } = await requireMandate(event, ['pkc']);
	const index = await answer(loadTerritories(event.locals.backend));
	const [queue, decided] = await answer(
		Promise.all([
			loadQueue(session.client, index, role.scope_id),
			loadDecided(session.client, index, role.scope_id)
		])
	);
	const label = territoryLabels(index);
	const done = event.url.searchParams.get('done');
	return {
		region: label(role.scope_id) ?? role.scope_id,
		queue: queue.map((one) => ({ ...one, where: label(one.territory_code) ?? one.territory_code })),
		decided,
		done: DONE.find((one) => one === done) ?? null
	};
};
