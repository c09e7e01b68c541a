/** What stands before pages that are not for everybody. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { localizeHref } from '../i18n/paraglide/runtime.js';
import type { HeldRole, Role } from '../people/schema.ts';
import { AppError, isAppError } from './errors.ts';
import { answer } from './http.ts';
import { log } from './log.ts';
import type { Session } from './session.ts';

/** The session; visitors are sent to sign in and come back afterwards. */
export async function requireSession({
	locals,
	url
}: Pick<RequestEvent, 'locals' | 'url'>): Promise<Session> {
	const session = await answer(locals.session());
	if (session === null) {
		// What stands in the query of a form's action (`?/save`) is no page to come back to.
		const query = url.search.startsWith('?/') ? '' : url.search;
		redirect(303, signInPath(url.pathname + query));
	}
	return session;
}

/**
 * The session, for pages that are for visitors too: while it cannot be confirmed they are shown as to a visitor. Pages
 * for signed-in people ask again and say so.
 */
export async function knownSession(locals: App.Locals): Promise<Session | null> {
	try {
		return await locals.session();
	} catch (error) {
		if (!isAppError(error)) throw error;
		log.error({ code: error.code }, error.message);
		return null;
	}
}

/** The sign-in page in the language of the page, with the way back. */
export function signInPath(next: string): string {
	return `${localizeHref('/sign-in')}?next=${encodeURIComponent(next)}`;
}

/** Whether an address within this site is where `signInPath` leads. */
export function isSignInPath(path: string): boolean {
	return path.startsWith(signInPath(''));
}

/**
 * The session of somebody with one of these roles, for pages and actions. Visitors are sent to sign in, everybody else
 * meets the page that says they may not.
 * @param scope only roles for this community, region or municipality
 */
export async function requireMandate(
	event: Pick<RequestEvent, 'locals' | 'url'>,
	roles: readonly Role[],
	scope?: string
): Promise<{ session: Session; role: HeldRole }> {
	const session = await requireSession(event);
	return {
		session,
		role: await answer(Promise.resolve().then(() => requireRole(session, roles, scope)))
	};
}

/**
 * The role in which a person may do something: the one they act in if it fits, else the first that does. The database
 * asks again; this is for showing the right page.
 * @param scope only roles for this community, region or municipality
 * @throws AppError `forbidden` when the person holds none
 */
export function requireRole(session: Session, roles: readonly Role[], scope?: string): HeldRole {
	const fits = (held: HeldRole): boolean =>
		roles.includes(held.role) && (scope === undefined || held.scope_id === scope);
	const { acting } = session;
	const found = acting !== null && fits(acting) ? acting : session.roles.find(fits);
	if (found === undefined)
		throw new AppError('forbidden', `None of the roles ${roles.join(', ')} is held here.`);
	return found;
}
