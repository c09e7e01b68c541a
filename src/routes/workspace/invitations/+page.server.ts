import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { todayInRiga } from '$lib/activity/dates.ts';
import { formatDayOf } from '$lib/i18n/format.ts';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { grantableRoles, grantedBy, SCOPE_KIND_OF } from '$lib/people/grants.ts';
import {
	invitationIdForm,
	invitationState,
	inviteForm,
	USUAL_LINK_DAYS,
	type Invitation
} from '$lib/people/invitations.ts';
import { roleTitle, roleWord } from '$lib/people/words.ts';
import { admit, attempt, spend } from '$lib/server/actions.ts';
import { requireSession } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import {
	createInvitation,
	loadInvitation,
	loadInvitations,
	renewInvitation,
	revokeInvitation,
	type NewLink
} from '$lib/server/invitations.ts';
import { drawQr } from '$lib/server/qr.ts';
import { loadGrants, loadScopes } from '$lib/server/scopes.ts';
import type { Session } from '$lib/server/session.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const session = await requireSession(event);
	const grants = await answer(loadGrants(session.client));
	const roles = grantableRoles(grants, session.roles);
	if (roles.length === 0) error(403, { message: 'forbidden', code: 'forbidden' });

	const [scopes, invitations] = await answer(
		Promise.all([loadScopes(event.locals.backend, session), loadInvitations(session.client)])
	);
	const { searchParams } = event.url;
	const role =
		roles.find((each) => each === searchParams.get('role')) ?? (roles.length === 1 ? roles[0] : null);
	const choices = role
		? scopes
				.choices(SCOPE_KIND_OF[role])
				.filter((scope) => grantedBy(grants, session.roles, role, scope).length > 0)
		: [];
	const wished = searchParams.get('scope');
	const chosen =
		choices.find(({ id }) => id === (wished ?? session.acting?.scope_id)) ??
		(choices.length === 1 ? choices[0] : null);
	const now = new Date();
	return {
		roles,
		role: role ?? null,
		choices: choices.map(({ id, label }) => ({ id, label })),
		chosen: chosen?.id ?? '',
		/** The scope that a link to this page named; kept while the role is chosen. */
		wished,
		today: todayInRiga(now),
		total: invitations.total,
		invitations: invitations.items.map((invitation) => {
			const scope = scopes.find(invitation.scope_kind, invitation.scope_id);
			const state = invitationState(invitation, now.toISOString());
			return {
				...invitation,
				scope_name: scope?.label ?? null,
				state,
				own: invitation.invited_by === session.user.id,
				manageable:
					(state === 'open' || state === 'expired') &&
					scope !== null &&
					grantedBy(grants, session.roles, invitation.role, scope).length > 0
			};
		})
	};
};

/**
 * Makes a link. It is shown in this one answer, and sent to the address if one was given.
 * @param make the work of the database
 */
async function give(
	event: RequestEvent,
	session: Session,
	{
		role,
		scope_kind,
		scope_id,
		email_hint: to
	}: Pick<Invitation, 'role' | 'scope_kind' | 'scope_id' | 'email_hint'>,
	make: () => Promise<NewLink>
) {
	await spend(event, 'invite', session.user.id);
	const { backend } = event.locals;
	const [grants, scopes] = await Promise.all([loadGrants(session.client), loadScopes(backend, session)]);
	const scope = scopes.find(scope_kind, scope_id);
	const [by] = scope === null ? [] : grantedBy(grants, session.roles, role, scope);
	// Our letters carry the name of the community: nobody's words are sent before PKC has read them.
	const isWaiting = scope?.isOpen !== true;
	// Only who may invite uses up what may be written to an address.
	if (to !== null && by !== undefined && !isWaiting) await spend(event, 'letter', to);

	const { token, expiresAt } = await make();
	const title = roleTitle({ role, scope_kind, scope_name: scope?.label ?? null });
	const link = new URL(localizeHref(`/invite/${token}`), event.url.origin).href;
	const until = formatDayOf(expiresAt);
	const inviter = by?.organisation ?? (by ? roleWord[by.role]() : '');
	const made = { link, qr: drawQr(link), title, until, to };
	if (to === null) return { ...made, delivery: null };
	if (isWaiting) return { ...made, delivery: 'waiting' as const };
	return { ...made, delivery: backend.invite?.({ to, link, role: title, inviter, until }) ?? 'none' };
}

export const actions: Actions = {
	create: async (event) => {
		const form = await event.request.formData();
		const session = await admit(event, form, () => requireSession(event));
		const read = readForm(inviteForm(todayInRiga(new Date())), form);
		if (!read.ok) return refuse(400, read);
		const invitation = { ...read.data, scope_kind: SCOPE_KIND_OF[read.data.role] };
		const { value: made, failure } = await attempt(event, read.values, () =>
			give(event, session, invitation, () => createInvitation(session.client, read.data))
		);
		return failure ?? { made };
	},

	renew: async (event) => {
		const session = await requireSession(event);
		const read = readForm(invitationIdForm, await event.request.formData());
		if (!read.ok) return fail(400, { ...read, message: undefined });
		const { value: made, failure } = await attempt(event, read.values, async () => {
			const invitation = await loadInvitation(session.client, read.data.id);
			return give(event, session, invitation, () =>
				renewInvitation(session.client, read.data.id, Number(USUAL_LINK_DAYS))
			);
		});
		return failure ?? { made };
	},

	revoke: async (event) => {
		const { client } = await requireSession(event);
		const read = readForm(invitationIdForm, await event.request.formData());
		if (!read.ok) return fail(400, { ...read, message: undefined });
		const { failure } = await attempt(event, read.values, () => revokeInvitation(client, read.data.id));
		return failure ?? { revoked: true };
	}
};
