/** Names of roles, in the language of the page. Every page carries them; sentences stand in `role-meaning.ts`. */
import { m } from '../i18n/paraglide/messages.js';
import type { HeldRole, Role } from './schema.ts';

export const roleWord: Record<Role, () => string> = {
	member: m.role_member,
	coordinator: m.role_coordinator,
	mentor: m.role_mentor,
	pkc: m.role_pkc,
	civil_protection: m.role_civil_protection,
	planner: m.role_planner,
	national: m.role_national
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
