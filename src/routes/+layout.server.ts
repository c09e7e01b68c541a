import { fundingNotice } from '$lib/server/funding.ts';
import { isAppError } from '$lib/server/errors.ts';
import { log } from '$lib/server/log.ts';
import type { Session } from '$lib/server/session.ts';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
	const session = await locals.session().catch(withoutSession);
	return {
		fundingNotice: fundingNotice(getLocale()),
		demo: locals.demo,
		person: session && {
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

/** While a session cannot be confirmed, public pages are shown as to a visitor; others ask again and say so. */
function withoutSession(error: unknown): Session | null {
	if (!isAppError(error)) throw error;
	log.error({ code: error.code }, error.message);
	return null;
}
