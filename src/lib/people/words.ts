/** Words for roles, in the language of the page. */
import { m } from '../i18n/paraglide/messages.js';
import type { HeldRole, Role, RoleOrigin } from './schema.ts';

export const roleWord: Record<Role, () => string> = {
	member: m.role_member,
	coordinator: m.role_coordinator,
	mentor: m.role_mentor,
	pkc: m.role_pkc,
	civil_protection: m.role_civil_protection,
	planner: m.role_planner,
	national: m.role_national
};

/** What the role lets one do, in a sentence. */
export const roleMeaning: Record<Role, () => string> = {
	member: m.role_member_text,
	coordinator: m.role_coordinator_text,
	mentor: m.role_mentor_text,
	pkc: m.role_pkc_text,
	civil_protection: m.role_civil_protection_text,
	planner: m.role_planner_text,
	national: m.role_national_text
};

/** A role with its place: `Koordinators · Nautrēnu darbīgā kopiena`. */
export function roleTitle(held: Pick<HeldRole, 'role' | 'scope_kind' | 'scope_name'>): string {
	const place = rolePlace(held);
	return place === null ? roleWord[held.role]() : `${roleWord[held.role]()} · ${place}`;
}

/** The place in which a role is held; null for the country as a whole, and where the name is not known. */
export function rolePlace({
	scope_kind,
	scope_name
}: Pick<HeldRole, 'scope_kind' | 'scope_name'>): string | null {
	return scope_kind === 'country' ? null : scope_name;
}

/** Where a role comes from, when its giver cannot be named; whole sentences. */
export const originWord: Record<RoleOrigin, () => string> = {
	registered: m.account_role_registered,
	unnamed: m.account_role_by_unnamed,
	sample: m.account_role_sample,
	operator: m.account_role_by_operator,
	gone: m.account_role_by_gone
};
