/** What roles mean and where they come from, in the language of the page. */
import { m } from '../i18n/paraglide/messages.js';
import type { Role, RoleOrigin } from './schema.ts';

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

/** Where a role comes from, when its giver cannot be named; whole sentences. */
export const originWord: Record<RoleOrigin, () => string> = {
	registered: m.account_role_registered,
	unnamed: m.account_role_by_unnamed,
	sample: m.account_role_sample,
	operator: m.account_role_by_operator,
	gone: m.account_role_by_gone
};
