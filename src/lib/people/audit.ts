/** The audit log as people read it: who did what to what. It holds ids and names of columns, never values. */
import { z } from 'zod';
import { m } from '../i18n/paraglide/messages.js';
import { columnWords } from './columns.ts';
import { ROLES, SCOPE_KINDS, type Role } from './schema.ts';
import { roleTitle, roleWord } from './words.ts';

const ACTIONS = [
	...(['insert', 'update', 'delete'] as const),
	...(['export', 'data_copy', 'account_deleted', 'handed_to_pkc'] as const)
];

/** Of all that the log keeps about a row, what is told here. What is of no use for that must not stop a page. */
const detailSchema = z.object({
	role: z.enum(ROLES).optional().catch(undefined),
	scope_kind: z.enum(SCOPE_KINDS).optional().catch(undefined),
	scope_id: z.string().optional().catch(undefined),
	territory_code: z.string().optional().catch(undefined),
	decision: z.string().optional().catch(undefined),
	user_id: z.string().optional().catch(undefined)
});

/** A row of `audit_entries`. */
export const auditEntrySchema = z.object({
	/** A number from PostgREST, a text from whoever wants to lose no digit. */
	id: z.coerce.number(),
	at: z.string(),
	actor_id: z.string().nullable(),
	/** Null without a name, and once the account is gone. */
	actor_name: z.string().nullable(),
	/** A role; `user` without one, `respondent` for people without an account, `service` for the server, `system` for maintenance. */
	actor_role: z.string(),
	action: z.enum(ACTIONS),
	/** Name of a table; of an export: what was taken. */
	table_name: z.string(),
	row_id: z.string().nullable(),
	columns: z.array(z.string()),
	region: z.string().nullable(),
	community_id: z.string().nullable(),
	/** Null when it concerns none, or one whose name the reader may not know. */
	community_name: z.string().nullable(),
	detail: detailSchema
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** What the log can be filtered by: tables under the names people know them by. */
export const AUDIT_TABLES = {
	communities: m.log_of_communities,
	community_reviews: m.log_of_community_reviews,
	community_contacts: m.log_of_community_contacts,
	activities: m.log_of_activities,
	assessments: m.log_of_assessments,
	answers: m.log_of_answers,
	respondents: m.log_of_respondents,
	plan_items: m.log_of_plan_items,
	polls: m.log_of_polls,
	territory_surveys: m.log_of_territory_surveys,
	places: m.log_of_places,
	resources: m.log_of_resources,
	invitations: m.log_of_invitations,
	memberships: m.log_of_memberships,
	organisations: m.log_of_organisations,
	indicator_imports: m.log_of_indicator_imports,
	zones: m.log_of_zones,
	profiles: m.log_of_profiles
} satisfies Record<string, () => string>;
export type AuditTable = keyof typeof AUDIT_TABLES;

export function isAuditTable(name: string | null): name is AuditTable {
	return name !== null && Object.hasOwn(AUDIT_TABLES, name);
}

/** Names of tables inside a sentence. */
const OBJECTS: Record<string, () => string> = {
	communities: m.log_what_communities,
	community_territories: m.log_what_community_territories,
	community_contacts: m.log_what_community_contacts,
	community_reviews: m.log_what_community_reviews,
	activities: m.log_what_activities,
	activity_territories: m.log_what_activity_territories,
	activity_parties: m.log_what_activity_parties,
	territory_surveys: m.log_what_territory_surveys,
	places: m.log_what_places,
	resources: m.log_what_resources,
	invitations: m.log_what_invitations,
	memberships: m.log_what_memberships,
	organisations: m.log_what_organisations,
	indicator_imports: m.log_what_indicator_imports,
	zones: m.log_what_zones,
	profiles: m.log_what_profiles,
	role_grants: m.log_what_role_grants,
	assessments: m.log_what_assessments,
	answers: m.log_what_answers,
	assessment_scores: m.log_what_assessment_scores,
	respondent_links: m.log_what_respondent_links,
	respondents: m.log_what_respondents,
	plan_items: m.log_what_plan_items,
	polls: m.log_what_polls
};

const DECISIONS: Record<string, () => string> = {
	approved: m.log_approved,
	rejected: m.log_rejected,
	asked_back: m.log_asked_back,
	merged: m.log_merged,
	resubmitted: m.log_resubmitted
};

/** Names that the log itself does not keep; null for what the reader does not know. */
export type TerritoryName = (code: string) => string | null;

/** Who did it, as far as it may be told: `Anna (PKC darbinieks)`. */
export function auditActor({ actor_id, actor_name, actor_role }: AuditEntry): string {
	const role = isRole(actor_role) ? roleWord[actor_role]() : null;
	if (actor_name !== null) return role === null ? actor_name : `${actor_name} (${role})`;
	if (actor_role === 'respondent') return m.log_actor_respondent();
	if (actor_id === null) return m.log_actor_server();
	return role ?? m.log_actor_user();
}

/** The sentence of an entry: who did what. */
export function auditSentence(entry: AuditEntry, territory: TerritoryName): string {
	return m.log_line({ who: auditActor(entry), what: deed(entry, territory) });
}

/** An entry as pages show it. */
export interface AuditLine {
	id: number;
	/** ISO moment. */
	at: string;
	sentence: string;
	/** Null when it is clear from the page, or concerns the country as a whole. */
	place: string | null;
	/** Names of the fields that changed. */
	columns: string[];
}

/** What is shown of an entry, with names in place of codes. */
export function auditLine(entry: AuditEntry, territory: TerritoryName): AuditLine {
	return {
		id: entry.id,
		at: entry.at,
		sentence: auditSentence(entry, territory),
		place: auditPlace(entry, territory),
		columns: entry.action === 'update' ? columnWords(entry.columns) : []
	};
}

/** Where it happened: a community, a place, a region; null for the country as a whole. */
export function auditPlace(entry: AuditEntry, territory: TerritoryName): string | null {
	const { community_name, detail, region } = entry;
	const code = detail.territory_code ?? region;
	return community_name ?? (code === null ? null : territory(code));
}

function deed(entry: AuditEntry, territory: TerritoryName): string {
	const { action, table_name, columns } = entry;
	switch (action) {
		case 'export':
			return m.log_export({ what: exportWord(table_name) });
		case 'data_copy':
			return m.log_data_copy();
		case 'account_deleted':
			return m.log_account_deleted();
		case 'handed_to_pkc':
			return m.log_handed_to_pkc();
		case 'insert':
		case 'update':
		case 'delete':
			break;
	}
	if (table_name === 'memberships') return membershipDeed(entry, territory);
	if (table_name === 'invitations') return invitationDeed(entry, territory);
	if (table_name === 'assessments') return assessmentDeed(entry);
	if (table_name === 'poll_ballots') return m.log_ballot_entered();
	if (table_name === 'respondents' && action === 'insert') return m.log_respondent_joined();
	if (table_name === 'respondents' && action === 'delete')
		return entry.actor_role === 'respondent' ? m.log_respondent_left() : m.log_respondent_deleted();
	if (action === 'insert') {
		const decided = table_name === 'community_reviews' ? DECISIONS[entry.detail.decision ?? ''] : undefined;
		if (decided !== undefined) return decided();
		if (table_name === 'communities') return m.log_registered();
	}
	if (table_name === 'communities' && columns.includes('confirmed_on') && columns.length <= 2) {
		return m.log_confirmed();
	}
	return plainDeed(entry);
}

/** Of a map the layer and the kind of file are told: `map-minority-share-csv`; of a report which part of it. */
function exportWord(what: string): string {
	if (what === 'region-report') return m.log_what_report();
	if (what === 'region-tables') return m.log_what_region_tables();
	const [, figure] = /^region-figure-(.+)$/.exec(what) ?? [];
	if (figure !== undefined) return m.log_what_region_figure({ what: figure });
	const [, map] = /^map-(.+)$/.exec(what) ?? [];
	return map === undefined ? what : m.log_what_map({ what: map });
}

function membershipDeed(entry: AuditEntry, territory: TerritoryName): string {
	const { action, columns, actor_id, detail } = entry;
	const role = roleOf(entry, territory);
	const own = actor_id !== null && actor_id === detail.user_id;
	if (action === 'insert') return own ? m.log_role_taken({ role }) : m.log_role_given({ role });
	if (action === 'update' && !columns.includes('ended_at')) return m.log_role_prolonged({ role });
	return own ? m.log_role_left({ role }) : m.log_role_ended({ role });
}

function invitationDeed(entry: AuditEntry, territory: TerritoryName): string {
	const { action, columns } = entry;
	const role = roleOf(entry, territory);
	if (action === 'insert') return m.log_invited({ role });
	if (columns.includes('accepted_at')) return m.log_invitation_accepted({ role });
	if (columns.includes('declined_at')) return m.log_invitation_declined({ role });
	if (columns.includes('revoked_at')) return m.log_invitation_revoked({ role });
	if (columns.includes('token_hash')) return m.log_invitation_renewed({ role });
	return plainDeed(entry);
}

function assessmentDeed(entry: AuditEntry): string {
	const { action, columns } = entry;
	if (action === 'insert') return m.log_assessment_started();
	if (columns.includes('submitted_at')) return m.log_assessment_submitted();
	if (columns.includes('confirmed_at')) return m.log_assessment_confirmed();
	if (columns.includes('archived_at')) return m.log_assessment_archived();
	if (columns.includes('meeting_opened_at')) return m.log_meeting_opened();
	return plainDeed(entry);
}

function plainDeed({ action, table_name }: AuditEntry): string {
	const what = OBJECTS[table_name]?.() ?? table_name;
	switch (action) {
		case 'insert':
			return m.log_insert({ what });
		case 'delete':
			return m.log_delete({ what });
		default:
			return m.log_update({ what });
	}
}

function roleOf({ detail, community_name }: AuditEntry, territory: TerritoryName): string {
	const { role, scope_kind, scope_id } = detail;
	if (role === undefined || scope_kind === undefined) return m.log_role_unknown();
	const scope_name =
		scope_kind === 'community' ? community_name : scope_id === undefined ? null : territory(scope_id);
	return roleTitle({ role, scope_kind, scope_name });
}

function isRole(text: string): text is Role {
	return ROLES.some((role) => role === text);
}
