/** Who may give which role where. The database decides (`private.may_grant`); this is for offering what it allows. */
import { z } from 'zod';
import { ROLES, type HeldRole, type Role, type ScopeKind } from './schema.ts';

/** A row of `role_grants`. */
export const grantSchema = z.object({
	granter_role: z.enum(ROLES),
	role: z.enum(ROLES),
	scope_rule: z.enum(['same', 'within_region', 'any'])
});
export type Grant = z.infer<typeof grantSchema>;

/** In what a role is held. */
export const SCOPE_KIND_OF: Record<Role, ScopeKind> = {
	member: 'community',
	coordinator: 'community',
	mentor: 'community',
	pkc: 'region',
	civil_protection: 'municipality',
	planner: 'region',
	national: 'country'
};

/** Where a role is held: id of a community, code of a territory, or `LV`. */
export interface Scope {
	id: string;
	/** The planning region it lies in; null for the country. */
	region: string | null;
}

type Held = Pick<HeldRole, 'role' | 'scope_id'>;

/** Roles that somebody may give at least somewhere. */
export function grantableRoles(grants: readonly Grant[], held: readonly Held[]): Role[] {
	return ROLES.filter((role) =>
		grants.some((grant) => grant.role === role && held.some((own) => own.role === grant.granter_role))
	);
}

/** The held roles by which somebody may give this role in this scope, and end it. */
export function grantedBy<H extends Held>(
	grants: readonly Grant[],
	held: readonly H[],
	role: Role,
	scope: Scope
): H[] {
	return held.filter((own) =>
		grants.some(
			(grant) =>
				grant.role === role && grant.granter_role === own.role && covers(grant.scope_rule, own, scope)
		)
	);
}

function covers(rule: Grant['scope_rule'], own: Held, scope: Scope): boolean {
	switch (rule) {
		case 'same':
			return own.scope_id === scope.id;
		case 'within_region':
			return own.scope_id === scope.region;
		case 'any':
			return true;
	}
}

/** Whether somebody may know who holds a role in a scope (`scope_members`). */
export function seesMembers(held: readonly Held[], kind: ScopeKind, scope: Scope): boolean {
	return held.some(({ role, scope_id }) => {
		switch (role) {
			case 'national':
				return true;
			case 'pkc':
				return scope_id === scope.region;
			case 'member':
			case 'coordinator':
			case 'mentor':
				return kind === 'community' && scope_id === scope.id;
			case 'civil_protection':
			case 'planner':
				return false;
		}
	});
}
