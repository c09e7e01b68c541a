/** The rows the role matrix and the attack tests work on: the same SQL in pgTAP, PostgreSQL and the embedded backend. */
import { fixedId, userId, withAccount, type Person } from './people.ts';

export const TERRITORY = {
	here: '0043560',
	hereToo: '0043430',
	elsewhere: '0038410',
	elsewhereToo: '0038550',
	municipality: '0043000',
	municipalityElsewhere: '0038001'
};
export const COMMUNITY = {
	here: fixedId('c0', 1),
	elsewhere: fixedId('c0', 2),
	/** Registered by `applicant`, waiting for PKC here. */
	pending: fixedId('c0', 3),
	/** Registered by somebody unnamed, waiting for PKC elsewhere. */
	pendingElsewhere: fixedId('c0', 4)
};
export const ID = {
	contact: { here: fixedId('c1', 1), elsewhere: fixedId('c1', 2), expired: fixedId('c1', 3) },
	resource: { here: fixedId('c2', 1), elsewhere: fixedId('c2', 2) },
	place: {
		here: fixedId('c3', 1),
		elsewhere: fixedId('c3', 2),
		shown: fixedId('c3', 3),
		kept: fixedId('c3', 4)
	},
	review: { here: fixedId('c4', 1), elsewhere: fixedId('c4', 2) },
	activity: {
		here: fixedId('c5', 1),
		elsewhere: fixedId('c5', 2),
		shown: fixedId('c5', 3),
		pending: fixedId('c5', 4)
	},
	party: { here: fixedId('c6', 1), elsewhere: fixedId('c6', 2) },
	survey: { here: fixedId('c7', 1), elsewhere: fixedId('c7', 2) },
	organisation: { here: fixedId('c8', 1), elsewhere: fixedId('c8', 2) },
	indicatorImport: fixedId('d1', 1),
	invitation: {
		here: fixedId('c9', 1),
		elsewhere: fixedId('c9', 2),
		expired: fixedId('c9', 3),
		used: fixedId('c9', 4),
		revoked: fixedId('c9', 5),
		/** Given by PKC staff whose role has ended since. */
		orphaned: fixedId('c9', 6)
	},
	assessment: {
		/** Drafts in which people answer for themselves first. */
		here: fixedId('ca', 1),
		elsewhere: fixedId('ca', 2),
		/** A draft whose meeting is open. */
		meeting: fixedId('ca', 3),
		/** Submitted by the coordinators. */
		submitted: fixedId('ca', 4),
		submittedElsewhere: fixedId('ca', 5)
	},
	link: {
		here: fixedId('cb', 1),
		elsewhere: fixedId('cb', 2),
		expired: fixedId('cb', 3),
		revoked: fixedId('cb', 4),
		meeting: fixedId('cb', 5)
	},
	respondent: {
		here: fixedId('cc', 1),
		neighbour: fixedId('cc', 2),
		expired: fixedId('cc', 3),
		revoked: fixedId('cc', 4),
		meeting: fixedId('cc', 5),
		submitted: fixedId('cc', 6)
	},
	write: { here: fixedId('cd', 1) },
	planItem: { here: fixedId('ce', 1), shared: fixedId('ce', 2), elsewhere: fixedId('ce', 3) },
	poll: { here: fixedId('cf', 1), elsewhere: fixedId('cf', 2), closed: fixedId('cf', 3) },
	ballot: { here: fixedId('d0', 1) }
};

/** What a link, or the device of a respondent, is presented with: the hash of its token. */
export function tokenHash(
	of:
		| keyof typeof ID.invitation
		| `link-${keyof typeof ID.link}`
		| `device-${keyof typeof ID.respondent}`
		| `poll-${keyof typeof ID.poll}`
		| 'unknown'
		| 'fresh'
): string {
	return `hash-of-the-token-${of}-`.padEnd(64, '0');
}

export const MEMBERSHIP: Partial<Record<Person, string>> = Object.fromEntries(
	withAccount.map((person, n) => [person, fixedId('b0', n)])
);

/** The membership of a person. @throws for people without one */
export function membershipOf(person: Person): string {
	const id = MEMBERSHIP[person];
	if (id === undefined) throw new Error(`${person} has no membership`);
	return id;
}

const text = (value: string | null): string => (value === null ? 'null' : `'${value.replaceAll("'", "''")}'`);
const values = (rows: (string | null)[][]): string =>
	rows.map((row) => `\t(${row.map(text).join(', ')})`).join(',\n');

/** What a household poll asks. */
export const QUESTIONS = Array.from({ length: 5 }, (_, n) => ({
	text: `Household question ${n + 1}`,
	options: ['Jā', 'Nē']
}));

/** Everything of the rows happened then: a digest must find them unchanged. */
export const THEN = '2026-05-01';

const roles: [Person, string, string, string, string | null, string | null][] = [
	['member', 'member', 'community', COMMUNITY.here, null, null],
	['coordinator', 'coordinator', 'community', COMMUNITY.here, null, null],
	['mentor', 'mentor', 'community', COMMUNITY.here, null, null],
	['pkc', 'pkc', 'region', 'latgale', null, null],
	['civilProtection', 'civil_protection', 'municipality', TERRITORY.municipality, null, null],
	['planner', 'planner', 'region', 'latgale', null, null],
	['national', 'national', 'country', 'LV', null, null],
	['applicant', 'coordinator', 'community', COMMUNITY.pending, null, null],
	['coordinatorElsewhere', 'coordinator', 'community', COMMUNITY.elsewhere, null, null],
	['pkcElsewhere', 'pkc', 'region', 'vidzeme', null, null],
	[
		'civilProtectionElsewhere',
		'civil_protection',
		'municipality',
		TERRITORY.municipalityElsewhere,
		null,
		null
	],
	['former', 'pkc', 'region', 'latgale', null, '2026-01-01'],
	['lapsed', 'coordinator', 'community', COMMUNITY.here, '2026-01-01', null]
];

function invitation(
	name: keyof typeof ID.invitation,
	scope: string,
	by: Person,
	state: { expires?: string; accepted?: string; revoked?: string } = {}
): string {
	return `\t(${[
		text(ID.invitation[name]),
		`private.hash_of(${text(tokenHash(name))})`,
		text('member'),
		text('community'),
		text(scope),
		text('invited@example.com'),
		text(userId(by)),
		text(state.expires ?? '2099-01-01'),
		text(state.accepted ?? null),
		text(state.revoked ?? null)
	].join(', ')})`;
}

/** Territories, for a database without the reference data; where they exist already, they stay as they are. */
export const TERRITORY_SQL = `insert into public.territories (code, code_current, kind, name, parent_code, region, lon, lat, area_km2) values
	('LV', 'LV', 'country', 'Latvija', null, null, 24.4, 56.9, 64578.6),
	('latgale', 'latgale', 'region', 'Latgale', 'LV', 'latgale', 27.3, 56.5, 14549.3),
	('vidzeme', 'vidzeme', 'region', 'Vidzeme', 'LV', 'vidzeme', 26.3, 57.3, 19806.1),
	('0043000', '0043000', 'municipality', 'Rēzeknes novads', 'latgale', 'latgale', 27.1, 56.5, 2813),
	('0038001', '0038001', 'municipality', 'Madonas novads', 'vidzeme', 'vidzeme', 26.2, 56.8, 3350),
	('0043560', '0043560', 'parish', 'Nautrēnu pagasts', '0043000', 'latgale', 27.4, 56.7, 100),
	('0043430', '0043430', 'parish', 'Dekšāres pagasts', '0043000', 'latgale', 26.8, 56.6, 105.2),
	('0038410', '0038410', 'parish', 'Barkavas pagasts', '0038001', 'vidzeme', 26.6, 56.7, 187.9),
	('0038550', '0038550', 'parish', 'Praulienas pagasts', '0038001', 'vidzeme', 26.4, 56.8, 197.7)
on conflict do nothing;
insert into public.data_sources (id, kind, title, publisher) values ('matrix', 'document', 'Matrix', 'Tests') on conflict do nothing;
insert into public.indicators (id, name, measure, unit) values ('matrix', 'Matrix', 'count', 'people') on conflict do nothing;
insert into public.checklists (id, version, definition, sha256)
values (
	'matrix',
	'1.0.0',
	'{"id": "matrix", "version": "1.0.0", "status": "published", "items": [
		{"id": "1.1", "quick": true, "naAllowed": false},
		{"id": "1.2", "quick": true, "naAllowed": true},
		{"id": "1.3", "quick": false, "naAllowed": false},
		{"id": "1.4", "quick": true, "naAllowed": false, "only": "border"}
	]}',
	repeat('0', 64)
) on conflict do nothing;`;

/** Everything else. Fails when the rows are there already. */
export const ROWS_SQL = `insert into public.zones (id, name, definition, source_id) values ('matrix', 'Matrix', 'A zone of tests', 'matrix');
insert into public.zone_territories (zone_id, territory_code) values ('matrix', '0043000');
insert into public.zone_versions (zone_id, valid_from, definition, source_id) values ('matrix', '2020-01-01', 'A zone of tests', 'matrix');
insert into public.zone_version_territories (zone_id, valid_from, territory_code) values ('matrix', '2020-01-01', '0043000');
insert into public.indicator_imports (id, title, origin, loaded_at) values ('${ID.indicatorImport}', 'Matrix', 'import', '2026-01-01');
insert into public.territory_indicators (territory_code, indicator, measure, year, value, method, source_id, import_id)
values ('0043560', 'matrix', 'count', 2020, 1, 'published', 'matrix', '${ID.indicatorImport}');
insert into auth.users (id, email, email_confirmed_at) values
${withAccount.map((person) => `\t(${text(userId(person))}, ${text(`${person.toLowerCase()}@example.com`)}, '2026-01-01')`).join(',\n')};
insert into public.profiles (user_id, display_name) values
${values((['member', 'coordinator', 'pkc'] as Person[]).map((person) => [userId(person), `Paraugs ${person}`]))};
insert into public.organisations (id, kind, name, region) values
${values([
	[ID.organisation.here, 'pkc', 'Matrix PKC here', 'latgale'],
	[ID.organisation.elsewhere, 'pkc', 'Matrix PKC elsewhere', 'vidzeme']
])};
insert into public.communities (id, name, kind, territory_code, status, known_since, place, note) values
${values([
	[COMMUNITY.here, 'Sample', 'association', TERRITORY.here, 'approved', '2025-01-01', 'A house', 'Internal'],
	[
		COMMUNITY.elsewhere,
		'Distant',
		'association',
		TERRITORY.elsewhere,
		'approved',
		'2025-01-01',
		'A house',
		'Internal'
	],
	[COMMUNITY.pending, 'Waiting', 'association', TERRITORY.here, 'pending', '2026-01-01', null, null],
	[
		COMMUNITY.pendingElsewhere,
		'Waiting afar',
		'association',
		TERRITORY.elsewhere,
		'pending',
		'2026-01-01',
		null,
		null
	]
])};
insert into public.memberships (id, user_id, role, scope_kind, scope_id, expires_at, ended_at) values
${values(roles.map(([person, ...rest]) => [membershipOf(person), userId(person), ...rest]))};
insert into public.community_territories (community_id, territory_code) values
${values([
	[COMMUNITY.here, TERRITORY.hereToo],
	[COMMUNITY.elsewhere, TERRITORY.elsewhereToo]
])};
insert into public.community_contacts (id, community_id, name, email, consent_given_on, consent_expires_on) values
${values([
	[ID.contact.here, COMMUNITY.here, 'Paraugs', 'contact@example.com', '2026-01-01', '2099-01-01'],
	[ID.contact.elsewhere, COMMUNITY.elsewhere, 'Paraugs', 'contact@example.com', '2026-01-01', '2099-01-01'],
	[ID.contact.expired, COMMUNITY.here, 'Paraugs', 'contact@example.com', '2020-01-01', '2021-01-01']
])};
insert into public.resources (id, community_id, kind, name) values
${values([
	[ID.resource.here, COMMUNITY.here, 'people', 'Helpers'],
	[ID.resource.elsewhere, COMMUNITY.elsewhere, 'people', 'Helpers']
])};
insert into public.places (id, name, kind, territory_code, community_id, public) values
${values([
	[ID.place.here, 'A private barn', 'other', TERRITORY.here, COMMUNITY.here, 'false'],
	[ID.place.elsewhere, 'A private barn', 'other', TERRITORY.elsewhere, COMMUNITY.elsewhere, 'false'],
	[ID.place.shown, 'A library', 'library', TERRITORY.here, null, 'true'],
	[ID.place.kept, 'A smart village', 'smart_village', TERRITORY.here, null, 'true']
])};
insert into public.community_reviews (id, community_id, decision, message) values
${values([
	[ID.review.here, COMMUNITY.here, 'approved', 'Welcome'],
	[ID.review.elsewhere, COMMUNITY.elsewhere, 'approved', 'Welcome']
])};
insert into public.activities (id, title, kind, community_id, starts_on, ends_on, precision, public) values
${values([
	[
		ID.activity.here,
		'Behind closed doors',
		'event',
		COMMUNITY.here,
		'2026-05-01',
		'2026-05-01',
		'day',
		'false'
	],
	[
		ID.activity.elsewhere,
		'Behind closed doors',
		'event',
		COMMUNITY.elsewhere,
		'2026-05-01',
		'2026-05-01',
		'day',
		'false'
	],
	[ID.activity.shown, 'Open to all', 'event', COMMUNITY.here, '2026-05-01', '2026-05-01', 'day', 'true'],
	[ID.activity.pending, 'Too early', 'event', COMMUNITY.pending, '2026-05-01', '2026-05-01', 'day', 'true']
])};
insert into public.activity_territories (activity_id, territory_code, role) values
${values([
	[ID.activity.here, TERRITORY.here, 'own'],
	[ID.activity.elsewhere, TERRITORY.elsewhere, 'own'],
	[ID.activity.shown, TERRITORY.here, 'own']
])};
insert into public.activity_parties (id, activity_id, territory_code) values
${values([
	[ID.party.here, ID.activity.here, TERRITORY.municipality],
	[ID.party.elsewhere, ID.activity.elsewhere, TERRITORY.municipalityElsewhere]
])};
insert into public.territory_surveys (id, territory_code, surveyed_on, finding, organisation_id, note) values
${values([
	[ID.survey.here, TERRITORY.here, '2026-05-01', 'active', ID.organisation.here, 'Internal'],
	[ID.survey.elsewhere, TERRITORY.elsewhere, '2026-05-01', 'active', ID.organisation.elsewhere, 'Internal']
])};
insert into public.invitations (id, token_hash, role, scope_kind, scope_id, email_hint, invited_by, expires_at, accepted_at, revoked_at) values
${[
	invitation('here', COMMUNITY.here, 'coordinator'),
	invitation('elsewhere', COMMUNITY.elsewhere, 'coordinatorElsewhere'),
	invitation('expired', COMMUNITY.here, 'coordinator', { expires: '2026-01-01' }),
	invitation('used', COMMUNITY.here, 'coordinator', { accepted: '2026-01-01' }),
	invitation('revoked', COMMUNITY.here, 'coordinator', { revoked: '2026-01-01' }),
	invitation('orphaned', COMMUNITY.here, 'former')
].join(',\n')};
${assessmentSql()}`;

/** The rows of assessments, plans and polls. */
function assessmentSql(): string {
	const assessment = (name: keyof typeof ID.assessment, community: string, by: Person): (string | null)[] => [
		...[
			ID.assessment[name],
			community,
			'matrix',
			'1.0.0',
			'quick',
			'individual',
			'false',
			userId(by),
			THEN,
			THEN
		],
		...(name === 'meeting' ? [THEN, '{"respondents": 3, "items": []}'] : [null, null])
	];
	const link = (name: keyof typeof ID.link, of: keyof typeof ID.assessment, expires: string): string =>
		`\t(${text(ID.link[name])}, ${text(ID.assessment[of])}, private.hash_of(${text(tokenHash(`link-${name}`))}), ${text(expires)}, ${text(name === 'revoked' ? THEN : null)})`;
	const respondent = (
		name: keyof typeof ID.respondent,
		of: keyof typeof ID.assessment,
		expires = '2099-01-01'
	): string =>
		`\t(${text(ID.respondent[name])}, ${text(ID.assessment[of])}, private.hash_of(${text(tokenHash(`device-${name}`))}), 'Respondent ${name}', ${text(THEN)}, ${text(expires)}, ${text(name === 'revoked' ? THEN : null)})`;
	const answer = (
		of: keyof typeof ID.assessment,
		item: string,
		value: string,
		by: keyof typeof ID.respondent | null = null
	): (string | null)[] => [
		...[ID.assessment[of], item, by === null ? null : ID.respondent[by], value, THEN, '0', `Said ${of}`],
		...['1', THEN, THEN, by === null ? userId('coordinator') : null]
	];
	const step = (name: keyof typeof ID.planItem, community: string, shared: boolean): (string | null)[] => [
		...[
			ID.planItem[name],
			community,
			`A step ${shared ? 'to share' : 'of our own'}`,
			String(shared),
			THEN,
			THEN
		]
	];
	const poll = (name: keyof typeof ID.poll, community: string, closes = '2099-01-01'): string =>
		`\t(${text(ID.poll[name])}, ${text(community)}, ${text(JSON.stringify(QUESTIONS))}, private.hash_of(${text(tokenHash(`poll-${name}`))}), ${text(closes)})`;
	return `insert into public.assessments (id, community_id, checklist_id, checklist_version, form, mode, border_zone, created_by, created_at, updated_at, meeting_opened_at, meeting) values
${values([
	assessment('here', COMMUNITY.here, 'coordinator'),
	assessment('elsewhere', COMMUNITY.elsewhere, 'coordinatorElsewhere'),
	assessment('meeting', COMMUNITY.here, 'coordinator'),
	assessment('submitted', COMMUNITY.here, 'coordinator'),
	assessment('submittedElsewhere', COMMUNITY.elsewhere, 'coordinatorElsewhere')
])};
insert into public.respondent_links (id, assessment_id, token_hash, expires_at, revoked_at) values
${[
	link('here', 'here', '2099-01-01'),
	link('elsewhere', 'elsewhere', '2099-01-01'),
	link('expired', 'here', '2026-01-01'),
	link('revoked', 'here', '2099-01-01'),
	link('meeting', 'meeting', '2099-01-01')
].join(',\n')};
insert into public.respondents (id, assessment_id, token_hash, name, joined_at, expires_at, revoked_at) values
${[
	respondent('here', 'here'),
	respondent('neighbour', 'here'),
	respondent('expired', 'here', '2026-01-01'),
	respondent('revoked', 'here'),
	respondent('meeting', 'meeting'),
	respondent('submitted', 'submitted')
].join(',\n')};
insert into public.answers (assessment_id, item_id, respondent_id, value, as_of, evidence, note, revision, changed_at, written_at, written_by) values
${values([
	answer('here', '1.1', '1'),
	answer('here', '1.1', '0', 'here'),
	answer('here', '1.1', '2', 'neighbour'),
	answer('here', '1.1', '3', 'expired'),
	answer('elsewhere', '1.1', '1'),
	answer('meeting', '1.1', '3', 'meeting'),
	answer('submitted', '1.1', '2'),
	answer('submitted', '1.1', '0', 'submitted'),
	answer('submittedElsewhere', '1.1', '2')
])};
insert into public.answer_writes (write_id, assessment_id, item_id, base_revision, revision, outcome, content, written_by, written_at) values
${values([[ID.write.here, ID.assessment.here, '1.1', '0', '1', 'written', '{"value": 1}', userId('coordinator'), THEN]])};
insert into public.assessment_scores (assessment_id, result, sha256) values
	(${text(ID.assessment.submitted)}, '{"index": 66.6, "grade": null, "completeness": 0.5}', repeat('0', 64)),
	(${text(ID.assessment.submittedElsewhere)}, '{"index": 66.6, "grade": null, "completeness": 0.5}', repeat('0', 64));
update public.assessments a
set status = 'submitted', as_of = ${text(THEN)}, submitted_at = ${text(THEN)}, submitted_by = a.created_by
where a.id in (${text(ID.assessment.submitted)}, ${text(ID.assessment.submittedElsewhere)});
insert into public.plan_items (id, community_id, text, shared, created_at, updated_at) values
${values([
	step('here', COMMUNITY.here, false),
	step('shared', COMMUNITY.here, true),
	step('elsewhere', COMMUNITY.elsewhere, true)
])};
insert into public.polls (id, community_id, questions, token_hash, closes_at) values
${[poll('here', COMMUNITY.here), poll('elsewhere', COMMUNITY.elsewhere), poll('closed', COMMUNITY.here, '2026-01-01')].join(',\n')};
insert into public.poll_counts (poll_id, question, option, ballots) values
	(${text(ID.poll.here)}, 0, 0, 1),
	(${text(ID.poll.here)}, 0, 1, 0),
	(${text(ID.poll.elsewhere)}, 0, 1, 0);
insert into public.poll_ballots (id, poll_id, cast_in) values
	(${text(ID.ballot.here)}, ${text(ID.poll.here)}, ${text(THEN)});
insert into public.poll_ballots (id, poll_id, cast_in) values
${values(Array.from({ length: 10 }, (_, n) => [fixedId('d1', n), ID.poll.closed, THEN]))};`;
}

/**
 * For databases that hold nothing but these rows: `reset_fixtures()` puts them back as they were, and
 * `fixture_digest()` tells whether anything has changed. Only the server's key may call them.
 */
export const RESET_SQL = `${TERRITORY_SQL}
create function public.reset_fixtures() returns void language sql security definer set search_path = '' as $fixtures$
delete from public.activity_parties;
delete from public.activity_territories;
delete from public.activities;
delete from public.invitations;
delete from public.memberships;
delete from public.places;
delete from public.resources;
delete from public.community_reviews;
delete from public.community_contacts;
delete from public.community_territories;
delete from public.communities;
delete from public.territory_surveys;
delete from public.organisations;
delete from public.zones;
delete from public.indicator_imports;
delete from public.profiles;
delete from auth.users;
${ROWS_SQL}
$fixtures$;
create function public.fixture_digest() returns text language sql security definer set search_path = '' as $fixtures$
select md5(string_agg(t.row, ';' order by t.row)) from (
${[
	...[
		'activities',
		'activity_parties',
		'activity_territories',
		'answer_writes',
		'answers',
		'assessment_scores'
	],
	...['assessments', 'communities', 'community_contacts', 'plan_items', 'respondent_links', 'respondents'],
	...['poll_ballots', 'poll_counts', 'polls'],
	...[
		'checklists',
		'community_reviews',
		'community_territories',
		'data_sources',
		'indicator_imports',
		'indicators',
		'invitations',
		'memberships'
	],
	...[
		'organisations',
		'places',
		'profiles',
		'resources',
		'role_grants',
		'territories',
		'territory_indicators'
	],
	...['territory_surveys', 'zone_territories', 'zone_version_territories', 'zone_versions', 'zones']
]
	.map(
		(table) =>
			`\tselect '${table}' || (to_jsonb(t) - 'created_at' - 'updated_at' - 'at')::text as row from public.${table} t`
	)
	.join('\n\tunion all\n')}
) t
$fixtures$;
select public.reset_fixtures();`;
