/** What stands before the pages on which somebody changes a community. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Inside } from '../communities/inside.ts';
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import { loadInside, regionOf, rightsIn, type Rights } from './communities-inside.ts';
import { requireSession } from './guard.ts';
import { answer } from './http.ts';
import type { Session } from './session.ts';
import { loadTerritories } from './territories.ts';

/**
 * The community of the address, for those who may change its card and its contacts. Visitors are sent to sign in;
 * others meet the page that says they may not, or that there is no such community.
 */
export async function requireManaged(
	event: Pick<RequestEvent, 'locals' | 'url'> & { params: { id: string } }
): Promise<{ session: Session; inside: Inside; index: TerritoryIndex; rights: Rights }> {
	const session = await requireSession(event);
	const [inside, index] = await answer(
		Promise.all([loadInside(session.client, event.params.id), loadTerritories(event.locals.backend)])
	);
	if (inside === null) error(404, { message: 'No such community', code: 'not_found' });
	const rights = rightsIn(session, inside.id, regionOf(index, inside.territory_code));
	if (!rights.manages) error(403, { message: 'Not yours to change', code: 'forbidden' });
	return { session, inside, index, rights };
}
