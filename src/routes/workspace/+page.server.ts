import { loadInside } from '$lib/server/communities-inside.ts';
import { loadQueue } from '$lib/server/communities-review.ts';
import { requireSession } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { loadTerritories, territoryLabels } from '$lib/server/territories.ts';
import type { Session } from '$lib/server/session.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const session = await requireSession(event);
	const index = await answer(loadTerritories(event.locals.backend));
	const label = territoryLabels(index);
	const [queue, own] = await answer(
		Promise.all([
			session.acting?.role === 'pkc' ? loadQueue(session.client, index, session.acting.scope_id) : null,
			ownCommunity(session)
		])
	);
	return {
		acting: session.acting,
		severalRoles: session.roles.length > 1,
		/** Registered communities of the region that are not decided on; null for other roles. */
		queue:
			queue?.map(({ id, name, territory_code, state, since }) => {
				return { id, name, place: label(territory_code), state, since };
			}) ?? null,
		own,
		accepted: event.url.searchParams.get('done') === 'accepted'
	};
};

/** How the community stands in whose name one acts; null in other roles. */
async function ownCommunity({ acting, client }: Session) {
	if (acting?.scope_kind !== 'community') return null;
	const community = await loadInside(client, acting.scope_id);
	if (community === null) return null;
	const last = community.community_reviews.at(-1);
	return {
		id: community.id,
		status: community.status,
		/** What PKC wrote last, while it has not been answered. */
		message: last?.decision === 'resubmitted' ? null : (last?.message ?? null),
		askedBack: community.status === 'pending' && last?.decision === 'asked_back'
	};
}
