import { fundingNotice } from '$lib/server/funding.ts';
import { knownSession } from '$lib/server/guard.ts';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
	const session = await knownSession(locals);
	return {
		fundingNotice: fundingNotice(getLocale()),
		/** The page stands on another site: without our header and footer. */
		embedded: locals.embedded,
		demo: locals.demo,
		person: session && {
			id: session.user.id,
			email: session.user.email,
			roles: session.roles.map(({ id, role, scope_kind, scope_name }) => ({
				id,
				role,
				scope_kind,
				scope_name
			})),
			actingId: session.acting?.id ?? null
		}
	};
};
