/** Everything in the schema `public`. Whoever adds to it says so here, and thinks of the rights on it. */

export const TABLES = [
	'activities',
	'activity_parties',
	'activity_territories',
	'answer_writes',
	'answers',
	'assessment_scores',
	'assessments',
	'audit_log',
	'checklists',
	'communities',
	'community_contacts',
	'community_reviews',
	'community_territories',
	'data_sources',
	'indicator_imports',
	'indicators',
	'invitations',
	'memberships',
	'organisations',
	'places',
	'plan_items',
	'poll_ballots',
	'poll_counts',
	'polls',
	'profiles',
	'resources',
	'respondent_links',
	'respondents',
	'role_grants',
	'territories',
	'territory_indicators',
	'territory_surveys',
	'zone_territories',
	'zone_version_territories',
	'zone_versions',
	'zones'
];

/** The views that everybody may read, with every column they show. */
export const PUBLIC_VIEWS = {
	public_activities: [
		...['id', 'title', 'kind', 'territory_codes', 'community_id', 'starts_on', 'ends_on', 'precision'],
		...['target_groups', 'participants', 'participants_qualifier', 'co_authors', 'organisations'],
		...['eur_municipal', 'eur_attracted', 'party_community_ids', 'party_place_ids', 'party_territory_codes'],
		'source_id'
	],
	public_checklists: ['id', 'version', 'title', 'items', 'definition', 'sha256', 'published_at'],
	public_communities: [
		...['id', 'name', 'kind', 'territory_code', 'place', 'further_territory_codes', 'web', 'known_since'],
		...['confirmed_on', 'source_id']
	],
	public_former_territories: ['code', 'code_2018', 'municipality_2018'],
	public_indicator_values: [
		...['territory_code', 'indicator', 'year', 'value', 'method', 'inherited_from', 'basis', 'caveat'],
		...['source_id', 'import_id', 'loaded_at']
	],
	public_indicators: ['id', 'name', 'measure', 'unit'],
	public_places: [
		...[
			'id',
			'name',
			'kind',
			'territory_code',
			'place',
			'outdoor',
			'lon',
			'lat',
			'community_id',
			'source_id'
		],
		'known_since'
	],
	public_sources: [
		...['id', 'kind', 'title', 'publisher', 'published', 'place', 'url', 'licence', 'weaknesses']
	],
	public_surveys: ['territory_code', 'surveyed_on', 'finding', 'organisation'],
	public_territories: [
		...['code', 'code_current', 'kind', 'name', 'name_normalised', 'parent_code', 'region', 'lon', 'lat'],
		...['area_km2', 'eastern_border', 'source_id']
	],
	public_zone_territories: ['zone_id', 'territory_code'],
	public_zone_version_territories: ['zone_id', 'valid_from', 'territory_code'],
	public_zone_versions: ['zone_id', 'valid_from', 'valid_to', 'definition', 'border_km', 'source_id'],
	public_zones: ['id', 'name', 'definition', 'source_id']
};

/** Tables that signed-in people have no privilege on: public views show what is public of them. */
export const CLOSED_TABLES = [
	...['checklists', 'data_sources', 'indicators', 'territories', 'territory_indicators', 'zone_territories'],
	...['zone_version_territories', 'zone_versions', 'zones']
];

/** Tables of class C that signed-in people have no privilege on: functions tell of them what may be told. */
export const UNSEEN_TABLES = [
	...['answer_writes', 'poll_ballots', 'poll_counts', 'polls', 'respondent_links', 'respondents']
];

/** Tables of class C that are not in the audit log: a log itself, and what nobody is to learn the moment of. */
export const UNLOGGED_TABLES = ['answer_writes', 'poll_ballots', 'poll_counts'];

/** For the server's key only. */
export const SERVER_FUNCTIONS = [
	...[
		'activity_evidence',
		'assessed_since',
		'assessed_units',
		'assessments_on',
		'delete_expired',
		'invite_first_national',
		'plan_progress',
		'published_assessments'
	],
	...['schema_version', 'submit_assessment']
];

/** The functions that everybody may call. */
export const PUBLIC_FUNCTIONS = [
	'activity_history',
	...['cast_ballot', 'finish_respondent', 'invitation_by_token', 'join_assessment', 'leave_assessment'],
	...['poll_by_token', 'public_activity_evidence', 'respondent_link_by_token', 'respondent_view'],
	...['write_respondent_answers']
];

/** For signed-in people; each asks for itself who calls. */
export const PERSONAL_FUNCTIONS = [
	...['accept_invitation', 'archive_assessment', 'assessment_overview', 'assessment_view'],
	...['audit_entries', 'close_poll', 'confirm_assessment', 'confirm_community', 'create_invitation'],
	...['create_respondent_link', 'decline_invitation', 'delete_my_account', 'end_membership', 'enter_ballot'],
	...[
		'export_my_data',
		'import_indicators',
		'import_respondents',
		'leave_membership',
		'list_people',
		'mandated_activity_evidence',
		'meeting_view'
	],
	...['my_roles', 'open_meeting', 'poll_overview', 'record_export', 'record_survey'],
	...['register_community', 'remove_place', 'remove_zone_version', 'renew_invitation', 'reply_plan_item'],
	...['resubmit_community', 'review_community', 'revoke_invitation', 'revoke_respondent_link'],
	...['save_activity', 'save_organisation', 'save_place', 'save_plan_item', 'save_profile', 'save_zone'],
	...['scope_members', 'set_figures_agreed'],
	...[
		'shared_plan_items',
		'similar_communities',
		'start_assessment',
		'start_poll',
		'undo_indicator_import',
		'update_assessment',
		'update_community',
		'write_answers'
	]
];

export const FUNCTIONS = [...SERVER_FUNCTIONS, ...PUBLIC_FUNCTIONS, ...PERSONAL_FUNCTIONS].sort();

/** What the policies ask; without usage on the schema nobody can call them by name. */
export const POLICY_FUNCTIONS = [
	...['granted_scopes', 'is_national', 'managed_communities', 'mandated_territories', 'pkc_regions'],
	...['pkc_territories', 'seen_activities', 'seen_communities', 'today']
];
