/** Words for roles, in the language of the page. */
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
	const word = roleWord[held.role]();
	return held.scope_kind === 'country' || held.scope_name === null ? word : `${word} · ${held.scope_name}`;
}
