/**
 * Who may do what: every person × every table, view and function × every operation, as data.
 *
 * Read it beside the privacy rules: P is for everyone; C for the community's members, its
 * mentor and PKC of its region; M for PKC and planners of the region, civil protection of the municipality and
 * national staff. "Here" and "elsewhere" are two communities in two regions (people.ts). What is not written here is
 * refused, and tests/roles/matrix.db.test.ts fails for a table, view or function that is not in the lists.
 *
 * It runs as pgTAP (supabase/tests/role_matrix.sql), through PostgREST and through the embedded backend, and it is
 * printed as docs/role-matrix.md. After a change: `npm run roles:write`.
 */
import { COMMUNITY, ID, membershipOf, QUESTIONS, TERRITORY, THEN, tokenHash } from './fixtures.ts';
import { everybody, fixedId, signedIn, userId, withAccount, type Person } from './people.ts';

export type PrivacyClass = 'P' | 'C' | 'M';
export type Target = Record<string, string>;
export type Operation = 'select' | 'insert' | 'update' | 'delete';

/**
 * What comes out: it is done or rows are seen; nothing is seen or changed; it is refused for lack of a right
 * (42501: 401 for visitors, 403 for others); or a function refuses with one of its codes.
 */
export type Outcome =
	'allowed' | 'nothing' | 'refused' | 'DK001' | 'DK002' | 'DK003' | 'DK004' | 'DK005' | 'DK006' | '23503';

/** People by outcome; `others` are all signed-in people not named. Visitors are refused unless they are named. */
export type Expectation = { others: Outcome } & Partial<Record<Exclude<Outcome, 'refused'>, Person[]>>;

/** Rows of a table or view: where they are, who reads them, who writes them. */
export interface RelationRules {
	name: string;
	class: PrivacyClass;
	kind: 'table' | 'view';
	/** Rows by name, each by the columns that identify it. */
	rows: Record<string, Target>;
	/** Who sees which row. No entry: nobody may even ask. */
	select?: Record<string, Person[]>;
	/** Rows one may try to add, with who may. */
	insert?: Record<string, { row: Target; allowed: Person[] }>;
	/** Changes of the rows, with who may. */
	update?: Record<string, { set: Target; allowed: Person[] }>;
	delete?: Record<string, Person[]>;
	/** Columns that only functions write, though others of the table may be written. */
	protected?: { insert: Target; update: Target };
}

/** One way to call a function. */
export interface Call {
	arguments: Record<string, unknown>;
	/** For functions that return rows: the row in question. */
	row?: Target;
	expect: Expectation;
}

export interface FunctionRules {
	name: string;
	class: PrivacyClass;
	calls: Record<string, Call>;
}

// ── Groups of people ─────────────────────────────────────────────────────────────────────────────────────────────

const nobody: Person[] = [];
/** Class C of the community here, and of the one elsewhere. */
const seeHere: Person[] = ['member', 'coordinator', 'mentor', 'pkc'];
const seeElsewhere: Person[] = ['coordinatorElsewhere', 'pkcElsewhere'];
/** Who may change what class C holds: not the member, not the mentor. */
const manageHere: Person[] = ['coordinator', 'pkc'];
const manageElsewhere: Person[] = ['coordinatorElsewhere', 'pkcElsewhere'];
/** Who leads the assessments of a community: its mentor, too. */
const leadHere: Person[] = ['coordinator', 'mentor', 'pkc'];
/** Class M here and elsewhere. */
const mandateHere: Person[] = ['pkc', 'civilProtection', 'planner', 'national'];
const mandateElsewhere: Person[] = ['pkcElsewhere', 'civilProtectionElsewhere', 'national'];
/** Who may invite to a community, and end roles in it. */
const inviteHere: Person[] = ['coordinator', 'pkc', 'national'];
const inviteElsewhere: Person[] = ['coordinatorElsewhere', 'pkcElsewhere', 'national'];

// ── Tables ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** Read through views of class P only; nobody but the server touches the table. */
const closed = (name: string, row: Target): RelationRules => ({
	name,
	class: 'P',
	kind: 'table',
	rows: { any: row }
});

/** Class C that nobody reads: functions say how many there are. */
const unseen = (name: string, row: Target): RelationRules => ({ ...closed(name, row), class: 'C' });

/** Class C by community: read by those who see it, written by functions. */
const ofCommunity = (name: string, here: Target, elsewhere: Target): RelationRules => ({
	name,
	class: 'C',
	kind: 'table',
	rows: { here, elsewhere },
	select: { here: seeHere, elsewhere: seeElsewhere }
});

export const TABLES: RelationRules[] = [
	// Reference data.
	closed('data_sources', { id: 'matrix' }),
	closed('territories', { code: TERRITORY.here }),
	closed('zones', { id: 'matrix' }),
	closed('zone_territories', { zone_id: 'matrix', territory_code: TERRITORY.municipality }),
	closed('indicators', { id: 'matrix' }),
	closed('checklists', { id: 'matrix', version: '1.0.0' }),
	closed('territory_indicators', { territory_code: TERRITORY.here, indicator: 'matrix' }),
	closed('zone_versions', { zone_id: 'matrix' }),
	closed('zone_version_territories', { zone_id: 'matrix', territory_code: TERRITORY.municipality }),
	{
		// Who loaded what and when; the values themselves are public.
		name: 'indicator_imports',
		class: 'M',
		kind: 'table',
		rows: { any: { id: ID.indicatorImport } },
		select: { any: ['national'] }
	},
	{
		// No persons; national staff writes by `save_organisation`.
		name: 'organisations',
		class: 'P',
		kind: 'table',
		rows: { any: { id: ID.organisation.here } },
		select: { any: signedIn }
	},
	{
		// Fixed by migrations.
		name: 'role_grants',
		class: 'P',
		kind: 'table',
		rows: { any: { granter_role: 'pkc', role: 'mentor' } },
		select: { any: signedIn }
	},

	// A community and what belongs to it. The public card is a view.
	{
		...ofCommunity('communities', { id: COMMUNITY.here }, { id: COMMUNITY.elsewhere }),
		// Registered, not yet approved: only who registered it, and PKC of the region.
		rows: {
			here: { id: COMMUNITY.here },
			elsewhere: { id: COMMUNITY.elsewhere },
			pending: { id: COMMUNITY.pending }
		},
		select: { here: seeHere, elsewhere: seeElsewhere, pending: ['applicant', 'pkc'] }
	},
	ofCommunity(
		'community_territories',
		{ community_id: COMMUNITY.here, territory_code: TERRITORY.hereToo },
		{ community_id: COMMUNITY.elsewhere, territory_code: TERRITORY.elsewhereToo }
	),
	ofCommunity('community_reviews', { id: ID.review.here }, { id: ID.review.elsewhere }),
	{
		// Personal data: shown while the consent lasts, to nobody afterwards.
		name: 'community_contacts',
		class: 'C',
		kind: 'table',
		rows: {
			here: { id: ID.contact.here },
			elsewhere: { id: ID.contact.elsewhere },
			'without consent': { id: ID.contact.expired }
		},
		select: { here: seeHere, elsewhere: seeElsewhere, 'without consent': nobody },
		insert: {
			here: { row: contactIn(COMMUNITY.here), allowed: manageHere },
			elsewhere: { row: contactIn(COMMUNITY.elsewhere), allowed: manageElsewhere }
		},
		update: {
			here: { set: { name: 'Cits' }, allowed: manageHere },
			elsewhere: { set: { name: 'Cits' }, allowed: manageElsewhere }
		},
		delete: { here: manageHere, elsewhere: manageElsewhere },
		protected: {
			insert: { id: ID.contact.here, created_at: '2020-01-01' },
			update: { id: ID.contact.expired, community_id: COMMUNITY.elsewhere, created_at: '2020-01-01' }
		}
	},
	{
		name: 'resources',
		class: 'C',
		kind: 'table',
		rows: { here: { id: ID.resource.here }, elsewhere: { id: ID.resource.elsewhere } },
		select: { here: seeHere, elsewhere: seeElsewhere },
		insert: {
			here: { row: { community_id: COMMUNITY.here, kind: 'skills', name: 'First aid' }, allowed: manageHere },
			elsewhere: {
				row: { community_id: COMMUNITY.elsewhere, kind: 'skills', name: 'First aid' },
				allowed: manageElsewhere
			}
		},
		update: {
			here: { set: { name: 'Other' }, allowed: manageHere },
			elsewhere: { set: { name: 'Other' }, allowed: manageElsewhere }
		},
		delete: { here: manageHere, elsewhere: manageElsewhere },
		protected: {
			insert: { id: ID.resource.here, created_at: '2020-01-01' },
			update: { id: ID.resource.elsewhere, community_id: COMMUNITY.elsewhere, created_at: '2020-01-01' }
		}
	},
	// Not public places and activities; the public ones are views.
	ofCommunity('places', { id: ID.place.here }, { id: ID.place.elsewhere }),
	ofCommunity('activities', { id: ID.activity.here }, { id: ID.activity.elsewhere }),
	ofCommunity(
		'activity_territories',
		{ activity_id: ID.activity.here, territory_code: TERRITORY.here },
		{ activity_id: ID.activity.elsewhere, territory_code: TERRITORY.elsewhere }
	),
	ofCommunity('activity_parties', { id: ID.party.here }, { id: ID.party.elsewhere }),

	// Assessments. What respondents said is seen by nobody, of any community.
	ofCommunity('assessments', { id: ID.assessment.here }, { id: ID.assessment.elsewhere }),
	{
		name: 'answers',
		class: 'C',
		kind: 'table',
		rows: {
			here: { assessment_id: ID.assessment.here },
			elsewhere: { assessment_id: ID.assessment.elsewhere },
			submitted: { assessment_id: ID.assessment.submitted },
			'of a respondent': { respondent_id: ID.respondent.here },
			'of a respondent, the meeting being open': { respondent_id: ID.respondent.meeting }
		},
		select: {
			here: seeHere,
			elsewhere: seeElsewhere,
			submitted: seeHere,
			'of a respondent': nobody,
			'of a respondent, the meeting being open': nobody
		}
	},
	{
		name: 'assessment_scores',
		class: 'C',
		kind: 'table',
		rows: {
			here: { assessment_id: ID.assessment.submitted },
			elsewhere: { assessment_id: ID.assessment.submittedElsewhere }
		},
		select: { here: seeHere, elsewhere: seeElsewhere }
	},
	unseen('respondent_links', { id: ID.link.here }),
	unseen('respondents', { id: ID.respondent.here }),
	unseen('answer_writes', { write_id: ID.write.here }),
	unseen('polls', { id: ID.poll.here }),
	unseen('poll_ballots', { id: ID.ballot.here }),
	unseen('poll_counts', { poll_id: ID.poll.here }),
	{
		// Also what is shared: `shared_plan_items` leaves out what tells of gaps.
		name: 'plan_items',
		class: 'C',
		kind: 'table',
		rows: {
			'not shared': { id: ID.planItem.here },
			shared: { id: ID.planItem.shared },
			'shared elsewhere': { id: ID.planItem.elsewhere }
		},
		select: {
			'not shared': seeHere,
			shared: seeHere,
			'shared elsewhere': seeElsewhere
		}
	},

	// People.
	{
		// Everybody one's own, nobody another's: not even national staff.
		name: 'profiles',
		class: 'C',
		kind: 'table',
		rows: {
			'of the member': { user_id: userId('member') ?? '' },
			'of pkc': { user_id: userId('pkc') ?? '' }
		},
		select: { 'of the member': ['member'], 'of pkc': ['pkc'] },
		insert: {
			'of the newcomer': { row: { user_id: userId('newcomer') ?? '', locale: 'en' }, allowed: ['newcomer'] }
		},
		update: {
			'of the member': { set: { display_name: 'Cits' }, allowed: ['member'] },
			'of pkc': { set: { display_name: 'Cits' }, allowed: ['pkc'] }
		},
		protected: {
			insert: { created_at: '2020-01-01', updated_at: '2020-01-01' },
			update: { user_id: userId('national') ?? '', created_at: '2020-01-01', updated_at: '2020-01-01' }
		}
	},
	{
		// One's own; those of one's community; those in the scopes one invites to; national staff all.
		name: 'memberships',
		class: 'C',
		kind: 'table',
		rows: {
			'the member’s': { id: membershipOf('member') },
			'the planner’s': { id: membershipOf('planner') },
			'of the community elsewhere': { id: membershipOf('coordinatorElsewhere') },
			'ended, of PKC': { id: membershipOf('former') },
			'national staff’s': { id: membershipOf('national') }
		},
		select: {
			'the member’s': [...seeHere, 'national'],
			'the planner’s': ['planner', 'pkc', 'national'],
			'of the community elsewhere': [...seeElsewhere, 'national'],
			'ended, of PKC': ['former', 'pkc', 'national'],
			'national staff’s': ['national']
		}
	},
	{
		// Those who may invite in a scope; the hash of the token is read by nobody.
		name: 'invitations',
		class: 'C',
		kind: 'table',
		rows: { here: { id: ID.invitation.here }, elsewhere: { id: ID.invitation.elsewhere } },
		select: { here: inviteHere, elsewhere: inviteElsewhere }
	},

	// Class M.
	{
		name: 'territory_surveys',
		class: 'M',
		kind: 'table',
		rows: { here: { id: ID.survey.here }, elsewhere: { id: ID.survey.elsewhere } },
		select: { here: mandateHere, elsewhere: mandateElsewhere }
	},
	{
		// Written by triggers only, changed by nobody: not by the server, not by the owner.
		name: 'audit_log',
		class: 'M',
		kind: 'table',
		rows: {
			here: { table_name: 'communities', row_id: COMMUNITY.here },
			elsewhere: { table_name: 'communities', row_id: COMMUNITY.elsewhere },
			'of the whole country': { table_name: 'memberships', row_id: membershipOf('national') }
		},
		select: {
			here: ['pkc', 'national'],
			elsewhere: ['pkcElsewhere', 'national'],
			'of the whole country': ['national']
		}
	}
];

function contactIn(community: string): Target {
	return {
		community_id: community,
		name: 'Paraugs',
		phone: '+371 20000000',
		consent_given_on: '2026-01-01',
		consent_expires_on: '2098-01-01'
	};
}

// ── Views of class P: everybody reads them, nobody writes through them, and they show no row that is not public ────

const view = (name: string, shown: Target, hidden?: Record<string, Target>): RelationRules => ({
	name,
	class: 'P',
	kind: 'view',
	rows: { shown, ...hidden },
	select: { shown: everybody, ...Object.fromEntries(Object.keys(hidden ?? {}).map((row) => [row, nobody])) }
});

export const VIEWS: RelationRules[] = [
	view('public_sources', { id: 'matrix' }),
	view('public_territories', { code: TERRITORY.here }),
	view('public_zones', { id: 'matrix' }),
	view('public_zone_territories', { zone_id: 'matrix', territory_code: TERRITORY.here }),
	view('public_zone_versions', { zone_id: 'matrix' }),
	view('public_zone_version_territories', { zone_id: 'matrix', territory_code: TERRITORY.municipality }),
	view('public_indicators', { id: 'matrix' }),
	view('public_indicator_values', { territory_code: TERRITORY.here, indicator: 'matrix' }),
	view('public_former_territories', { code: TERRITORY.here }),
	view('public_checklists', { id: 'matrix', version: '1.0.0' }),
	view('public_communities', { id: COMMUNITY.here }, { 'not approved': { id: COMMUNITY.pending } }),
	view('public_places', { id: ID.place.shown }, { 'not public': { id: ID.place.here } }),
	view(
		'public_activities',
		{ id: ID.activity.shown },
		{ 'not public': { id: ID.activity.here }, 'of one not approved': { id: ID.activity.pending } }
	),
	view('public_surveys', { territory_code: TERRITORY.elsewhere, surveyed_on: '2026-05-01' })
];

// ── Functions. Accounts that are gone get DK001 wherever others get a code; they need not be named. ──────────────

/** Allowed to these, and this to all others. */
const only = (allowed: Person[], others: Outcome): Expectation => ({ allowed, others });

const invitationTo = (role: string, kind: string, scope: string): Record<string, unknown> => ({
	role,
	scope_kind: kind,
	scope_id: scope,
	token_hash: tokenHash('fresh'),
	email_hint: 'somebody@example.com',
	expires_at: 'tomorrow'
});
const newActivity = (more: Record<string, unknown>): Record<string, unknown> => ({
	data: {
		...{ title: 'Talka', kind: 'talka', starts_on: '2026-04-25', ends_on: '2026-04-25', precision: 'day' },
		...more
	}
});
const newSurvey = (territory: string): Record<string, unknown> => ({
	data: {
		territory_code: territory,
		surveyed_on: '2026-06-01',
		finding: 'dormant',
		asked_role: 'bibliotekāre'
	}
});
const newAssessment = (community: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
	data: {
		...{ id: fixedId('ca', 9), community_id: community, checklist_id: 'matrix', checklist_version: '1.0.0' },
		...{ form: 'quick', mode: 'together', ...more }
	}
});
const writes = [
	{
		...{
			write_id: fixedId('cd', 9),
			item: '1.2',
			base_revision: 0,
			value: 2,
			as_of: '2026-05-01',
			evidence: 0
		},
		changed_at: '2026-05-01T12:00:00Z'
	}
];
const writesTo = (assessment: string): Record<string, unknown> => ({ assessment_id: assessment, writes });
const newLink = (assessment: string): Record<string, unknown> => ({
	...{
		assessment_id: assessment,
		id: fixedId('cb', 9),
		token_hash: tokenHash('fresh'),
		expires_at: 'tomorrow'
	}
});
const newSheets = (assessment: string): Record<string, unknown> => ({
	assessment_id: assessment,
	link_id: fixedId('cb', 9),
	people: [{ id: fixedId('cc', 9), answers: [{ item: '1.2', value: 2, as_of: '2026-05-01', evidence: 0 }] }]
});
const joinBy = (link: Parameters<typeof tokenHash>[0]): Record<string, unknown> => ({
	...{ link_hash: tokenHash(link), id: fixedId('cc', 9), token_hash: tokenHash('fresh') }
});
const newPlanItem = (community: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
	data: { id: fixedId('ce', 9), community_id: community, text: 'Saskaitīt akas', ...more }
});
const replyTo = (step: keyof typeof ID.planItem): Record<string, unknown> => ({
	...{ id: ID.planItem[step], text: 'Palīdzēsim.', expected_updated_at: THEN }
});
const newPoll = (community: string): Record<string, unknown> => ({
	data: {
		...{ id: fixedId('cf', 9), community_id: community, questions: QUESTIONS },
		...{ token_hash: tokenHash('fresh'), closes_at: 'tomorrow' }
	}
});
const ballot = { id: fixedId('d0', 9), choices: { 0: 1 } };
const ballotIn = (poll: Parameters<typeof tokenHash>[0]): Record<string, unknown> => ({
	token_hash: tokenHash(poll),
	...ballot
});
/** Those who see it lead it or may not; to others it does not exist. */
const led: Expectation = { allowed: leadHere, DK001: ['member'], others: 'DK002' };
/** How every call with the token of a respondent ends, whoever makes it. */
const byToken = (more: Record<string, unknown> = {}): FunctionRules['calls'] => ({
	'with the token': {
		arguments: { token_hash: tokenHash('device-here'), ...more },
		expect: only(everybody, 'refused')
	},
	expired: {
		arguments: { token_hash: tokenHash('device-expired'), ...more },
		expect: { DK003: everybody, others: 'DK003' }
	},
	revoked: {
		arguments: { token_hash: tokenHash('device-revoked'), ...more },
		expect: { DK004: everybody, others: 'DK004' }
	},
	'with a guess': {
		arguments: { token_hash: tokenHash('unknown'), ...more },
		expect: { DK002: everybody, others: 'DK002' }
	}
});
/** The same for a respondent whose round has gone on. */
const late = (expect: Expectation, more: Record<string, unknown> = {}): FunctionRules['calls'] => ({
	'the meeting being open': { arguments: { token_hash: tokenHash('device-meeting'), ...more }, expect },
	'after submission': { arguments: { token_hash: tokenHash('device-submitted'), ...more }, expect }
});
const newZone = (id: string): Record<string, unknown> => ({
	...{ id, name: 'Zona', definition: 'Pārbaudēm', source_id: 'matrix' },
	...{ valid_from: '2026-01-01', territory_codes: [TERRITORY.here] }
});
const newPlace = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
	data: {
		...{ name: 'Viedais ciems', kind: 'smart_village', territory_code: TERRITORY.here },
		...{ known_since: '2026-01-01', source_id: 'matrix', ...more }
	}
});
const newCommunity = {
	...{ name: 'Jauna kopiena', kind: 'informal_group', territory_code: TERRITORY.here },
	contact: { name: 'Paraugs', email: 'paraugs@example.com', consent: true }
};

export const FUNCTIONS: FunctionRules[] = [
	// The facts behind the status.
	{
		name: 'public_activity_evidence',
		class: 'P',
		calls: { any: { arguments: {}, expect: only(everybody, 'refused') } }
	},
	{
		name: 'mandated_activity_evidence',
		class: 'M',
		calls: {
			here: { arguments: {}, row: { territory_code: TERRITORY.here }, expect: only(mandateHere, 'nothing') },
			elsewhere: {
				arguments: {},
				row: { territory_code: TERRITORY.elsewhere },
				expect: only(mandateElsewhere, 'nothing')
			}
		}
	},
	{
		// With `mandated` it tells of the areas of a mandate: which ones says a flow.
		name: 'activity_history',
		class: 'P',
		calls: {
			any: { arguments: { days: ['2026-01-31'] }, expect: only(everybody, 'refused') }
		}
	},
	// The server only.
	{
		name: 'activity_evidence',
		class: 'M',
		calls: { any: { arguments: {}, expect: only(nobody, 'refused') } }
	},
	{ name: 'assessed_units', class: 'C', calls: { any: { arguments: {}, expect: only(nobody, 'refused') } } },
	{
		name: 'assessments_on',
		class: 'C',
		calls: { any: { arguments: { days: ['2026-01-31'] }, expect: only(nobody, 'refused') } }
	},
	{ name: 'assessed_since', class: 'M', calls: { any: { arguments: {}, expect: only(nobody, 'refused') } } },
	{ name: 'plan_progress', class: 'C', calls: { any: { arguments: {}, expect: only(nobody, 'refused') } } },
	{
		name: 'published_assessments',
		class: 'C',
		calls: { any: { arguments: {}, expect: only(nobody, 'refused') } }
	},
	{ name: 'schema_version', class: 'M', calls: { any: { arguments: {}, expect: only(nobody, 'refused') } } },
	{ name: 'delete_expired', class: 'C', calls: { any: { arguments: {}, expect: only(nobody, 'refused') } } },
	{
		name: 'invite_first_national',
		class: 'C',
		calls: {
			any: {
				arguments: { token_hash: 'x'.repeat(43), expires_at: 'tomorrow' },
				expect: only(nobody, 'refused')
			}
		}
	},

	// Invitations: as the grant table says.
	{
		name: 'create_invitation',
		class: 'C',
		calls: {
			'member here': {
				arguments: invitationTo('member', 'community', COMMUNITY.here),
				expect: only(inviteHere, 'DK001')
			},
			'coordinator here': {
				arguments: invitationTo('coordinator', 'community', COMMUNITY.here),
				expect: only(inviteHere, 'DK001')
			},
			'member elsewhere': {
				arguments: invitationTo('member', 'community', COMMUNITY.elsewhere),
				expect: only(inviteElsewhere, 'DK001')
			},
			// A coordinator names no mentor: that is PKC's.
			'mentor here': {
				arguments: invitationTo('mentor', 'community', COMMUNITY.here),
				expect: only(['pkc', 'national'], 'DK001')
			},
			'civil protection here': {
				arguments: invitationTo('civil_protection', 'municipality', TERRITORY.municipality),
				expect: only(['pkc', 'national'], 'DK001')
			},
			'planner here': {
				arguments: invitationTo('planner', 'region', 'latgale'),
				expect: only(['pkc', 'national'], 'DK001')
			},
			'pkc here': {
				arguments: invitationTo('pkc', 'region', 'latgale'),
				expect: only(['pkc', 'national'], 'DK001')
			},
			'pkc elsewhere': {
				arguments: invitationTo('pkc', 'region', 'vidzeme'),
				expect: only(['pkcElsewhere', 'national'], 'DK001')
			},
			national: {
				arguments: invitationTo('national', 'country', 'LV'),
				expect: only(['national'], 'DK001')
			}
		}
	},
	{
		name: 'invitation_by_token',
		class: 'C',
		calls: {
			'with the link': { arguments: { token_hash: tokenHash('here') }, expect: only(everybody, 'nothing') },
			'with a guess': {
				arguments: { token_hash: tokenHash('unknown') },
				expect: { nothing: everybody, others: 'nothing' }
			}
		}
	},
	{
		name: 'accept_invitation',
		class: 'C',
		calls: {
			// Whoever holds the link, except who made it.
			open: {
				arguments: { token_hash: tokenHash('here') },
				expect: only(
					withAccount.filter((person) => person !== 'coordinator'),
					'DK001'
				)
			},
			expired: { arguments: { token_hash: tokenHash('expired') }, expect: only(nobody, 'DK003') },
			used: { arguments: { token_hash: tokenHash('used') }, expect: only(nobody, 'DK004') },
			revoked: { arguments: { token_hash: tokenHash('revoked') }, expect: only(nobody, 'DK004') },
			'given by somebody who may no longer': {
				arguments: { token_hash: tokenHash('orphaned') },
				expect: only(nobody, 'DK004')
			},
			'with a guess': { arguments: { token_hash: tokenHash('unknown') }, expect: only(nobody, 'DK002') }
		}
	},
	{
		name: 'decline_invitation',
		class: 'C',
		calls: {
			open: { arguments: { token_hash: tokenHash('here') }, expect: only(withAccount, 'DK001') },
			used: { arguments: { token_hash: tokenHash('used') }, expect: only(nobody, 'DK004') },
			'with a guess': { arguments: { token_hash: tokenHash('unknown') }, expect: only(nobody, 'DK002') }
		}
	},
	{
		name: 'revoke_invitation',
		class: 'C',
		calls: {
			here: { arguments: { id: ID.invitation.here }, expect: only(inviteHere, 'DK002') },
			elsewhere: { arguments: { id: ID.invitation.elsewhere }, expect: only(inviteElsewhere, 'DK002') }
		}
	},
	{
		name: 'renew_invitation',
		class: 'C',
		calls: {
			here: {
				arguments: { id: ID.invitation.here, new_token_hash: tokenHash('fresh'), expires_at: 'tomorrow' },
				expect: only(inviteHere, 'DK002')
			},
			elsewhere: {
				arguments: {
					id: ID.invitation.elsewhere,
					new_token_hash: tokenHash('fresh'),
					expires_at: 'tomorrow'
				},
				expect: only(inviteElsewhere, 'DK002')
			}
		}
	},

	// Roles.
	{
		name: 'my_roles',
		class: 'C',
		calls: {
			own: {
				arguments: {},
				expect: { nothing: ['newcomer', 'former', 'lapsed', 'gone'], allowed: withRoles(), others: 'nothing' }
			}
		}
	},
	{
		name: 'scope_members',
		class: 'C',
		calls: {
			here: {
				arguments: { scope_kind: 'community', scope_id: COMMUNITY.here },
				expect: only([...seeHere, 'national'], 'nothing')
			},
			elsewhere: {
				arguments: { scope_kind: 'community', scope_id: COMMUNITY.elsewhere },
				expect: only([...seeElsewhere, 'national'], 'nothing')
			},
			'region here': {
				arguments: { scope_kind: 'region', scope_id: 'latgale' },
				expect: only(['pkc', 'national'], 'nothing')
			},
			country: {
				arguments: { scope_kind: 'country', scope_id: 'LV' },
				expect: only(['national'], 'nothing')
			}
		}
	},
	{
		name: 'leave_membership',
		class: 'C',
		calls: {
			'the member’s': { arguments: { id: membershipOf('member') }, expect: only(['member'], 'DK002') },
			'the last coordinator’s': {
				arguments: { id: membershipOf('coordinator') },
				expect: { DK005: ['coordinator'], others: 'DK002' }
			},
			'ended before': {
				arguments: { id: membershipOf('former') },
				expect: { DK004: ['former'], others: 'DK002' }
			}
		}
	},
	{
		name: 'end_membership',
		class: 'C',
		calls: {
			'the member’s': { arguments: { id: membershipOf('member') }, expect: only(inviteHere, 'DK002') },
			// PKC may: the community is then in its care.
			'the last coordinator’s elsewhere': {
				arguments: { id: membershipOf('coordinatorElsewhere') },
				expect: { allowed: ['pkcElsewhere', 'national'], DK005: ['coordinatorElsewhere'], others: 'DK002' }
			},
			'the planner’s': {
				arguments: { id: membershipOf('planner') },
				expect: only(['pkc', 'national'], 'DK002')
			},
			'national staff’s': { arguments: { id: membershipOf('national') }, expect: only(['national'], 'DK002') }
		}
	},

	// Communities.
	{
		name: 'register_community',
		class: 'C',
		calls: { any: { arguments: { data: newCommunity }, expect: only(withAccount, 'DK001') } }
	},
	{
		name: 'similar_communities',
		class: 'P',
		calls: {
			approved: {
				arguments: { name: 'SAMPLE', territory_code: TERRITORY.here },
				expect: only(signedIn, 'nothing')
			},
			'not approved': {
				arguments: { name: 'Waiting', territory_code: TERRITORY.here },
				expect: only(['applicant', 'pkc'], 'nothing')
			}
		}
	},
	{
		name: 'resubmit_community',
		class: 'C',
		calls: {
			pending: {
				arguments: { id: COMMUNITY.pending, data: { name: 'Waiting still' } },
				expect: { allowed: ['applicant'], DK001: ['pkc'], others: 'DK002' }
			},
			'approved already': {
				arguments: { id: COMMUNITY.here, data: { name: 'Sample again' } },
				expect: { DK004: ['coordinator'], others: 'DK001' }
			}
		}
	},
	{
		name: 'update_community',
		class: 'C',
		calls: {
			here: {
				arguments: { id: COMMUNITY.here, data: { web: 'https://example.com' } },
				expect: only(manageHere, 'DK001')
			},
			elsewhere: {
				arguments: { id: COMMUNITY.elsewhere, data: { web: 'https://example.com' } },
				expect: only(manageElsewhere, 'DK001')
			},
			// That there is one is told to nobody else.
			pending: {
				arguments: { id: COMMUNITY.pending, data: { web: 'https://example.com' } },
				expect: only(['applicant', 'pkc'], 'DK002')
			},
			// Where it is counts on the map: PKC's.
			'its territory': {
				arguments: { id: COMMUNITY.here, data: { territory_code: TERRITORY.hereToo } },
				expect: { allowed: ['pkc'], DK006: ['coordinator'], others: 'DK001' }
			}
		}
	},
	{
		name: 'confirm_community',
		class: 'C',
		calls: {
			here: { arguments: { id: COMMUNITY.here, day: '2026-06-01' }, expect: only(['pkc'], 'DK001') },
			elsewhere: {
				arguments: { id: COMMUNITY.elsewhere, day: '2026-06-01' },
				expect: only(['pkcElsewhere'], 'DK001')
			}
		}
	},
	{
		// The community's own word, which PKC does not give for it.
		name: 'set_figures_agreed',
		class: 'C',
		calls: {
			here: { arguments: { id: COMMUNITY.here, agreed: true }, expect: only(['coordinator'], 'DK001') },
			elsewhere: {
				arguments: { id: COMMUNITY.elsewhere, agreed: true },
				expect: only(['coordinatorElsewhere'], 'DK001')
			},
			'not approved': {
				arguments: { id: COMMUNITY.pending, agreed: true },
				expect: { DK004: ['applicant'], DK001: ['pkc'], others: 'DK002' }
			}
		}
	},
	{
		name: 'review_community',
		class: 'C',
		calls: {
			here: {
				arguments: { id: COMMUNITY.pending, decision: 'approved' },
				expect: { allowed: ['pkc'], DK001: ['applicant'], others: 'DK002' }
			},
			elsewhere: {
				arguments: { id: COMMUNITY.pendingElsewhere, decision: 'approved' },
				expect: only(['pkcElsewhere'], 'DK002')
			},
			'merging across regions': {
				arguments: { id: COMMUNITY.pending, decision: 'merged', merge_into: COMMUNITY.elsewhere },
				expect: { DK001: ['applicant', 'pkc'], others: 'DK002' }
			}
		}
	},

	// Field work.
	{
		name: 'record_survey',
		class: 'M',
		calls: {
			here: { arguments: newSurvey(TERRITORY.here), expect: only(['pkc'], 'DK001') },
			elsewhere: { arguments: newSurvey(TERRITORY.elsewhere), expect: only(['pkcElsewhere'], 'DK001') }
		}
	},
	{
		name: 'save_activity',
		class: 'C',
		calls: {
			'of the community here': {
				arguments: newActivity({ community_id: COMMUNITY.here, territory_codes: [TERRITORY.here] }),
				expect: only(manageHere, 'DK001')
			},
			'of the community elsewhere': {
				arguments: newActivity({ community_id: COMMUNITY.elsewhere, territory_codes: [TERRITORY.elsewhere] }),
				expect: only(manageElsewhere, 'DK001')
			},
			'of no community, here': {
				arguments: newActivity({ territory_codes: [TERRITORY.here] }),
				expect: { allowed: ['pkc'], DK006: ['pkcElsewhere'], others: 'DK001' }
			},
			// A community does not light up another region.
			'reaching into the other region': {
				arguments: newActivity({ community_id: COMMUNITY.here, territory_codes: [TERRITORY.elsewhere] }),
				expect: { DK006: manageHere, others: 'DK001' }
			},
			'a change elsewhere': {
				arguments: { data: { id: ID.activity.elsewhere, title: 'Another title' } },
				expect: only(manageElsewhere, 'DK002')
			},
			'a change here': {
				arguments: { data: { id: ID.activity.here, title: 'Another title' } },
				expect: { allowed: manageHere, DK001: ['member', 'mentor'], others: 'DK002' }
			}
		}
	},

	// Assessments.
	{
		name: 'start_assessment',
		class: 'C',
		calls: {
			here: { arguments: newAssessment(COMMUNITY.here), expect: only(leadHere, 'DK001') },
			elsewhere: { arguments: newAssessment(COMMUNITY.elsewhere), expect: only(manageElsewhere, 'DK001') },
			'of a community not approved': {
				arguments: newAssessment(COMMUNITY.pending),
				expect: { DK004: ['applicant', 'pkc'], others: 'DK002' }
			},
			'a correction here': {
				arguments: newAssessment(COMMUNITY.here, {
					revises: ID.assessment.submitted,
					revision_reason: 'Pārskatījāmies'
				}),
				expect: only(leadHere, 'DK001')
			}
		}
	},
	{
		name: 'update_assessment',
		class: 'C',
		calls: {
			// As it is already: nothing has to be known of its last change.
			here: { arguments: { id: ID.assessment.here, data: { mode: 'individual' } }, expect: led },
			elsewhere: {
				arguments: { id: ID.assessment.elsewhere, data: { mode: 'individual' } },
				expect: only(manageElsewhere, 'DK002')
			}
		}
	},
	{
		name: 'write_answers',
		class: 'C',
		calls: {
			here: { arguments: writesTo(ID.assessment.here), expect: only(seeHere, 'DK002') },
			elsewhere: { arguments: writesTo(ID.assessment.elsewhere), expect: only(seeElsewhere, 'DK002') },
			'after submission': {
				arguments: writesTo(ID.assessment.submitted),
				expect: { DK004: seeHere, others: 'DK002' }
			}
		}
	},
	{
		// The server only: it has computed the score.
		name: 'submit_assessment',
		class: 'C',
		calls: {
			any: {
				arguments: {
					...{ assessment_id: ID.assessment.here, user_id: userId('coordinator'), expected_state: 2 },
					...{ as_of: '2026-05-01', result: {} }
				},
				expect: only(nobody, 'refused')
			}
		}
	},
	{
		name: 'confirm_assessment',
		class: 'C',
		calls: {
			here: {
				arguments: { id: ID.assessment.submitted },
				expect: { allowed: ['mentor', 'pkc'], DK001: ['member', 'coordinator'], others: 'DK002' }
			},
			'a draft': {
				arguments: { id: ID.assessment.here },
				expect: { DK004: ['mentor', 'pkc'], DK001: ['member', 'coordinator'], others: 'DK002' }
			}
		}
	},
	{
		name: 'archive_assessment',
		class: 'C',
		calls: {
			submitted: { arguments: { id: ID.assessment.submitted }, expect: led },
			'submitted elsewhere': {
				arguments: { id: ID.assessment.submittedElsewhere },
				expect: only(manageElsewhere, 'DK002')
			},
			// It ends for all who write in it: not from outside, unless by who began it.
			'a draft': {
				arguments: { id: ID.assessment.here },
				expect: { allowed: ['coordinator'], DK001: ['member', 'mentor', 'pkc'], others: 'DK002' }
			},
			'a draft elsewhere': {
				arguments: { id: ID.assessment.elsewhere },
				expect: { allowed: ['coordinatorElsewhere'], DK001: ['pkcElsewhere'], others: 'DK002' }
			}
		}
	},
	{
		name: 'assessment_overview',
		class: 'C',
		calls: {
			here: {
				arguments: { community_id: COMMUNITY.here },
				row: { id: ID.assessment.here },
				expect: { allowed: seeHere, others: 'nothing' }
			},
			elsewhere: {
				arguments: { community_id: COMMUNITY.elsewhere },
				row: { id: ID.assessment.elsewhere },
				expect: { allowed: seeElsewhere, others: 'nothing' }
			}
		}
	},
	{
		name: 'assessment_view',
		class: 'C',
		calls: {
			here: { arguments: { id: ID.assessment.here }, expect: only(seeHere, 'DK002') },
			elsewhere: { arguments: { id: ID.assessment.elsewhere }, expect: only(seeElsewhere, 'DK002') }
		}
	},

	// The meeting: what respondents said, once it is open, without whom.
	{
		name: 'open_meeting',
		class: 'C',
		calls: {
			here: { arguments: { id: ID.assessment.here }, expect: led },
			elsewhere: {
				arguments: { id: ID.assessment.elsewhere },
				// Nobody has answered yet.
				expect: { DK006: manageElsewhere, others: 'DK002' }
			}
		}
	},
	{
		name: 'meeting_view',
		class: 'C',
		calls: {
			open: { arguments: { id: ID.assessment.meeting }, expect: only(seeHere, 'DK002') },
			'not open': { arguments: { id: ID.assessment.here }, expect: { DK004: seeHere, others: 'DK002' } },
			'not open elsewhere': {
				arguments: { id: ID.assessment.elsewhere },
				expect: { DK004: seeElsewhere, others: 'DK002' }
			},
			'submitted without one': {
				arguments: { id: ID.assessment.submitted },
				expect: { DK004: seeHere, others: 'DK002' }
			}
		}
	},

	// Respondents: whoever holds the token, with an account or without.
	{
		name: 'create_respondent_link',
		class: 'C',
		calls: {
			here: { arguments: newLink(ID.assessment.here), expect: led },
			elsewhere: { arguments: newLink(ID.assessment.elsewhere), expect: only(manageElsewhere, 'DK002') },
			'the meeting being open': {
				arguments: newLink(ID.assessment.meeting),
				expect: { DK004: leadHere, DK001: ['member'], others: 'DK002' }
			}
		}
	},
	{
		name: 'import_respondents',
		class: 'C',
		calls: {
			here: { arguments: newSheets(ID.assessment.here), expect: led },
			elsewhere: { arguments: newSheets(ID.assessment.elsewhere), expect: only(manageElsewhere, 'DK002') },
			'the meeting being open': {
				arguments: newSheets(ID.assessment.meeting),
				expect: { DK004: leadHere, DK001: ['member'], others: 'DK002' }
			}
		}
	},
	{
		name: 'revoke_respondent_link',
		class: 'C',
		calls: {
			here: { arguments: { id: ID.link.here }, expect: led },
			elsewhere: { arguments: { id: ID.link.elsewhere }, expect: only(manageElsewhere, 'DK002') }
		}
	},
	{
		name: 'respondent_link_by_token',
		class: 'C',
		calls: {
			'with the link': {
				arguments: { token_hash: tokenHash('link-here') },
				expect: only(everybody, 'nothing')
			},
			'with a guess': {
				arguments: { token_hash: tokenHash('unknown') },
				expect: { nothing: everybody, others: 'nothing' }
			}
		}
	},
	{
		name: 'join_assessment',
		class: 'C',
		calls: {
			open: { arguments: joinBy('link-here'), expect: only(everybody, 'refused') },
			expired: { arguments: joinBy('link-expired'), expect: { DK003: everybody, others: 'DK003' } },
			revoked: { arguments: joinBy('link-revoked'), expect: { DK004: everybody, others: 'DK004' } },
			'the meeting being open': {
				arguments: joinBy('link-meeting'),
				expect: { DK004: everybody, others: 'DK004' }
			},
			'with a guess': { arguments: joinBy('unknown'), expect: { DK002: everybody, others: 'DK002' } }
		}
	},
	{ name: 'respondent_view', class: 'C', calls: byToken() },
	{
		name: 'write_respondent_answers',
		class: 'C',
		calls: { ...byToken({ writes }), ...late({ DK004: everybody, others: 'DK004' }, { writes }) }
	},
	{
		name: 'finish_respondent',
		class: 'C',
		calls: { ...byToken(), ...late(only(everybody, 'refused')) }
	},
	{
		name: 'leave_assessment',
		class: 'C',
		calls: {
			'with the token': {
				arguments: { token_hash: tokenHash('device-here') },
				expect: only(everybody, 'refused')
			},
			// To take back what one has said is never too late.
			revoked: { arguments: { token_hash: tokenHash('device-revoked') }, expect: only(everybody, 'refused') },
			expired: { arguments: { token_hash: tokenHash('device-expired') }, expect: only(everybody, 'refused') },
			...late(only(everybody, 'refused')),
			'with a guess': {
				arguments: { token_hash: tokenHash('unknown') },
				expect: { DK002: everybody, others: 'DK002' }
			}
		}
	},

	// Plans.
	{
		name: 'save_plan_item',
		class: 'C',
		calls: {
			here: { arguments: newPlanItem(COMMUNITY.here), expect: only(leadHere, 'DK001') },
			elsewhere: { arguments: newPlanItem(COMMUNITY.elsewhere), expect: only(manageElsewhere, 'DK001') },
			// As it is already: nothing has to be known of its last change.
			'again, not shared': { arguments: { data: { id: ID.planItem.here, status: 'open' } }, expect: led },
			'again, shared': { arguments: { data: { id: ID.planItem.shared, status: 'open' } }, expect: led },
			// What the municipality is told, the community itself decides.
			'to be shared': {
				arguments: { data: { id: ID.planItem.here, shared: true, expected_updated_at: THEN } },
				expect: { allowed: ['coordinator'], DK001: ['member', 'mentor', 'pkc'], others: 'DK002' }
			},
			'new, to be shared': {
				arguments: newPlanItem(COMMUNITY.here, { shared: true }),
				expect: only(['coordinator'], 'DK001')
			},
			'shared no more': {
				arguments: { data: { id: ID.planItem.shared, shared: false, expected_updated_at: THEN } },
				expect: led
			}
		}
	},
	{
		name: 'shared_plan_items',
		class: 'C',
		calls: {
			shared: {
				arguments: {},
				row: { id: ID.planItem.shared },
				expect: only(['civilProtection'], 'nothing')
			},
			'shared elsewhere': {
				arguments: {},
				row: { id: ID.planItem.elsewhere },
				expect: only(['civilProtectionElsewhere'], 'nothing')
			},
			'not shared': {
				arguments: {},
				row: { id: ID.planItem.here },
				expect: only(nobody, 'nothing')
			}
		}
	},
	{
		name: 'reply_plan_item',
		class: 'C',
		calls: {
			shared: {
				arguments: replyTo('shared'),
				expect: { allowed: ['civilProtection'], DK001: seeHere, others: 'DK002' }
			},
			'not shared': {
				arguments: replyTo('here'),
				expect: { DK001: seeHere, others: 'DK002' }
			},
			'shared elsewhere': {
				arguments: replyTo('elsewhere'),
				expect: { allowed: ['civilProtectionElsewhere'], DK001: seeElsewhere, others: 'DK002' }
			}
		}
	},

	// Household polls.
	{
		name: 'start_poll',
		class: 'C',
		calls: {
			here: { arguments: newPoll(COMMUNITY.here), expect: only(leadHere, 'DK001') },
			elsewhere: { arguments: newPoll(COMMUNITY.elsewhere), expect: only(manageElsewhere, 'DK001') }
		}
	},
	{
		name: 'close_poll',
		class: 'C',
		calls: {
			here: { arguments: { id: ID.poll.here }, expect: led },
			elsewhere: { arguments: { id: ID.poll.elsewhere }, expect: only(manageElsewhere, 'DK002') },
			'closed already': { arguments: { id: ID.poll.closed }, expect: led }
		}
	},
	{
		name: 'enter_ballot',
		class: 'C',
		calls: {
			here: { arguments: { poll_id: ID.poll.here, ...ballot }, expect: led },
			elsewhere: {
				arguments: { poll_id: ID.poll.elsewhere, ...ballot },
				expect: only(manageElsewhere, 'DK002')
			},
			closed: {
				arguments: { poll_id: ID.poll.closed, ...ballot },
				expect: { DK003: leadHere, DK001: ['member'], others: 'DK002' }
			}
		}
	},
	{
		name: 'poll_overview',
		class: 'C',
		calls: {
			here: {
				arguments: { community_id: COMMUNITY.here },
				row: { id: ID.poll.here },
				expect: { allowed: seeHere, others: 'nothing' }
			},
			elsewhere: {
				arguments: { community_id: COMMUNITY.elsewhere },
				row: { id: ID.poll.elsewhere },
				expect: { allowed: seeElsewhere, others: 'nothing' }
			},
			'with its counts': {
				arguments: { community_id: COMMUNITY.here },
				row: { id: ID.poll.closed, ballots: '10' },
				expect: { allowed: seeHere, others: 'nothing' }
			}
		}
	},
	{
		name: 'poll_by_token',
		class: 'C',
		calls: {
			'with the link': {
				arguments: { token_hash: tokenHash('poll-here') },
				expect: only(everybody, 'nothing')
			},
			'with a guess': {
				arguments: { token_hash: tokenHash('unknown') },
				expect: { nothing: everybody, others: 'nothing' }
			}
		}
	},
	{
		name: 'cast_ballot',
		class: 'C',
		calls: {
			open: { arguments: ballotIn('poll-here'), expect: only(everybody, 'refused') },
			closed: { arguments: ballotIn('poll-closed'), expect: { DK003: everybody, others: 'DK003' } },
			'with a guess': { arguments: ballotIn('unknown'), expect: { DK002: everybody, others: 'DK002' } }
		}
	},

	// One's own account.
	{
		name: 'save_profile',
		class: 'C',
		calls: {
			own: {
				arguments: { display_name: 'Paraugs', locale: 'lv' },
				expect: { allowed: withAccount, '23503': ['gone'], others: 'refused' }
			}
		}
	},
	{
		name: 'export_my_data',
		class: 'C',
		calls: { own: { arguments: {}, expect: only(withAccount, 'DK001') } }
	},
	{
		name: 'delete_my_account',
		class: 'C',
		calls: {
			own: {
				arguments: {},
				expect: {
					allowed: withAccount.filter((person) => !isLastCoordinator(person)),
					DK005: withAccount.filter(isLastCoordinator),
					others: 'DK001'
				}
			},
			'own, handing the community over': {
				arguments: { hand_over: true },
				expect: only(withAccount, 'DK001')
			}
		}
	},

	// Oversight.
	{
		name: 'save_organisation',
		class: 'P',
		calls: {
			any: {
				arguments: { data: { name: 'Jauna', kind: 'pkc', region: 'latgale' } },
				expect: only(['national'], 'DK001')
			}
		}
	},
	{
		name: 'import_indicators',
		class: 'P',
		calls: {
			any: {
				arguments: {
					data: {
						title: 'Jauni skaitļi',
						source_id: 'matrix',
						values: [
							{
								territory_code: TERRITORY.here,
								indicator: 'matrix',
								year: 2021,
								value: 2,
								method: 'published'
							}
						]
					}
				},
				expect: only(['national'], 'DK001')
			}
		}
	},
	{
		name: 'undo_indicator_import',
		class: 'P',
		calls: { any: { arguments: { id: ID.indicatorImport }, expect: only(['national'], 'DK001') } }
	},
	{
		name: 'save_zone',
		class: 'P',
		calls: {
			any: {
				arguments: { data: newZone('matrix') },
				expect: only(['national'], 'DK001')
			},
			'the zone that protects': {
				arguments: { data: newZone('eastern-border') },
				expect: only([], 'DK001')
			}
		}
	},
	{
		name: 'remove_zone_version',
		class: 'P',
		calls: {
			any: {
				arguments: { zone_id: 'matrix', valid_from: '2020-01-01' },
				expect: only(['national'], 'DK001')
			},
			'that there is not': {
				arguments: { zone_id: 'matrix', valid_from: '1999-01-01' },
				expect: { DK002: ['national'], others: 'DK001' }
			},
			'of the zone that protects': {
				arguments: { zone_id: 'eastern-border', valid_from: '2025-01-20' },
				expect: only([], 'DK001')
			}
		}
	},
	{
		name: 'save_place',
		class: 'P',
		calls: {
			any: { arguments: newPlace(), expect: only(['national'], 'DK001') },
			'a change': { arguments: newPlace({ id: ID.place.kept }), expect: only(['national'], 'DK001') },
			// Only what the map shows as points; other places belong to communities.
			'a library': {
				arguments: newPlace({ id: ID.place.shown }),
				expect: { DK002: ['national'], others: 'DK001' }
			}
		}
	},
	{
		name: 'remove_place',
		class: 'P',
		calls: {
			any: { arguments: { id: ID.place.kept }, expect: only(['national'], 'DK001') },
			'one that is not public': {
				arguments: { id: ID.place.here },
				expect: { DK002: ['national'], others: 'DK001' }
			}
		}
	},
	{ name: 'list_people', class: 'C', calls: { any: { arguments: {}, expect: only(['national'], 'DK001') } } },
	{
		name: 'audit_entries',
		class: 'M',
		calls: {
			here: {
				arguments: { of_row: COMMUNITY.here },
				expect: { allowed: ['pkc', 'national'], nothing: ['pkcElsewhere'], others: 'DK001' }
			},
			elsewhere: {
				arguments: { of_row: COMMUNITY.elsewhere },
				expect: { allowed: ['pkcElsewhere', 'national'], nothing: ['pkc'], others: 'DK001' }
			}
		}
	},
	{
		name: 'record_export',
		class: 'M',
		calls: {
			'of the region here': {
				arguments: { what: 'coverage', region: 'latgale' },
				expect: only(['pkc', 'planner', 'national'], 'DK001')
			},
			'of the own area': {
				arguments: { what: 'coverage' },
				expect: only([...mandateHere, ...mandateElsewhere], 'DK001')
			}
		}
	}
];

function withRoles(): Person[] {
	return withAccount.filter((person) => !['newcomer', 'former', 'lapsed'].includes(person));
}

function isLastCoordinator(person: Person): boolean {
	return ['coordinator', 'applicant', 'coordinatorElsewhere'].includes(person);
}
