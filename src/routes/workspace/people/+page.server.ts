import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { grantedBy, seesMembers } from '$lib/people/grants.ts';
import { SCOPE_KINDS } from '$lib/people/schema.ts';
import { leaveRole } from '$lib/server/accounts.ts';
import { attempt } from '$lib/server/actions.ts';
import { requireSession } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { loadGrants, loadScopes } from '$lib/server/scopes.ts';
import { endRole, loadMembers } from '$lib/server/workspace.ts';
import { readForm } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const session = await requireSession(event);
	const { client, roles, acting, user } = session;
	const [scopes, grants] = await answer(
		Promise.all([loadScopes(event.locals.backend, session), loadGrants(client)])
	);
	const groups = SCOPE_KINDS.map((kind) => ({
		kind,
		scopes: scopes.choices(kind).filter((scope) => seesMembers(roles, kind, scope))
	})).filter((group) => group.scopes.length > 0);
	const all = groups.flatMap((group) => group.scopes);
	const byId = (id: string | null | undefined) => all.find((scope) => scope.id === id);
	const scope = byId(event.url.searchParams.get('scope')) ?? byId(acting?.scope_id) ?? all[0] ?? null;

	const members = scope === null ? [] : await answer(loadMembers(client, scope.kind, scope.id));
	return {
		groups: groups.map(({ kind, scopes: found }) => ({
			kind,
			scopes: found.map(({ id, label }) => ({ id, label }))
		})),
		scope: scope && { kind: scope.kind, id: scope.id, label: scope.label },
		members: members.map((member) => {
			const own = member.user_id === user.id;
			return {
				id: member.membership_id,
				name: member.display_name,
				role: member.role,
				since: member.created_at,
				until: member.expires_at,
				own,
				mayEnd: own || (scope !== null && grantedBy(grants, roles, member.role, scope).length > 0)
			};
		}),
		mayInvite: scope !== null && grants.some(({ role }) => grantedBy(grants, roles, role, scope).length > 0),
		done: event.url.searchParams.has('done')
	};
};

const endForm = z.object({ id: z.uuid('choose'), own: z.enum(['', 'yes']), scope: z.string().max(36) });

export const actions: Actions = {
	/** Ends the role of another, or gives the own one up. */
	end: async (event) => {
		const { client } = await requireSession(event);
		const read = readForm(endForm, await event.request.formData());
		if (!read.ok) return fail(400, { ...read, message: undefined });
		const { id, own, scope } = read.data;
		const { failure } = await attempt(event, read.values, () =>
			own === 'yes' ? leaveRole(client, id) : endRole(client, id)
		);
		if (failure) return failure;
		redirect(303, `${localizeHref('/workspace/people')}?scope=${encodeURIComponent(scope)}&done`);
	}
};
