/** Rounds of a checklist in a community: reading them, working on them, ending them. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { IsoDate } from '../activity/types.ts';
import { CHECKLIST } from '../assessments/checklist.ts';
import { previousRound } from '../assessments/history.ts';
import type { Details } from '../assessments/round-forms.ts';
import {
	assessmentView,
	contextOf,
	outcomeSchema,
	overviewRow,
	scorable,
	type AssessmentView,
	type Mode,
	type Outcome,
	type OverviewRow,
	type Source,
	type Write
} from '../assessments/round.ts';
import { compareVersions } from '../checklists/versions.ts';
import type { Form } from '../checklists/types.ts';
import { compare, type Comparison } from '../scoring/compare.ts';
import { score } from '../scoring/score.ts';
import { snapshotSchema } from '../scoring/snapshot.ts';
import type { Result } from '../scoring/types.ts';
import { getChecklist } from './checklists.ts';
import { asJson, expectDone, unwrap, type Backend, type Client } from './client.ts';
import { AppError } from './errors.ts';
import { parseRow, parseRows, readSome } from './rows.ts';
import type { Session } from './session.ts';
import { newToken } from './tokens.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The rounds of a community, newest first; none for those who may not see them.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadOverview(client: Client, communityId: string): Promise<OverviewRow[]> {
	const rows = unwrap(await client.rpc('assessment_overview', { community_id: communityId }));
	return parseRows('assessment_overview', overviewRow, rows);
}

/**
 * A round with everything its pages show.
 * @throws AppError `not_found` for those who may not see it, and for ids that are none
 */
export async function loadAssessment(client: Client, id: string): Promise<AssessmentView> {
	expectId(id);
	return parseRow('assessment_view', assessmentView, unwrap(await client.rpc('assessment_view', { id })));
}

/** What begins a round. */
export interface Start {
	/** Made before it is sent: sent twice it begins once. */
	id: string;
	form: Form;
	mode: Mode;
	source: Source;
	round: string | null;
}

/**
 * Begins a round with the newest version of the checklist.
 * @throws AppError `forbidden`, `not_found`, `already_used` when the community is not approved, `invalid_input`
 */
export async function startAssessment(
	backend: Backend,
	client: Client,
	communityId: string,
	start: Start
): Promise<void> {
	const { definition } = await getChecklist(backend, CHECKLIST);
	const data = {
		...start,
		community_id: communityId,
		checklist_id: definition.id,
		checklist_version: definition.version
	};
	unwrap(await client.rpc('start_assessment', { data }));
}

/**
 * Begins a round that corrects a submitted one: the same questions, with the answers given so far. The other one stays
 * as it is.
 * @throws AppError as `startAssessment`
 */
export async function correctAssessment(
	client: Client,
	{ assessment }: AssessmentView,
	{ id, revision_reason }: { id: string; revision_reason: string }
): Promise<void> {
	const { community_id, checklist_id, checklist_version, form, round, composition, exposure, source } =
		assessment;
	const data = {
		...{ id, community_id, checklist_id, checklist_version, form, round, composition, exposure, source },
		// Who answered for themselves has done so; what is corrected is corrected together.
		...{ mode: 'together', revises: assessment.id, revision_reason }
	};
	unwrap(await client.rpc('start_assessment', { data }));
}

/**
 * Changes what is known of a draft beside its answers.
 * @param expected `updated_at` of the draft that was read
 * @throws AppError `changed`, `already_used` when it is no draft any more, `forbidden`, `not_found`, `invalid_input`
 */
export async function updateAssessment(
	client: Client,
	id: string,
	details: Details,
	expected: string
): Promise<void> {
	const data = { ...details, expected_updated_at: expected };
	expectDone(await client.rpc('update_assessment', { id, data: asJson(data) }));
}

/**
 * Writes answers of a draft. Each says which revision it was made on; sent twice it is written once.
 * @throws AppError `not_found`, `already_used` (field `status`) when it is no draft any more
 */
export async function writeAnswers(client: Client, id: string, writes: readonly Write[]): Promise<Outcome[]> {
	expectId(id);
	const told = unwrap(await client.rpc('write_answers', { assessment_id: id, writes: asJson(writes) }));
	return parseRows('write_answers', outcomeSchema, told);
}

/**
 * Ends a draft for good: scores its answers as of a day and keeps the result.
 * @throws AppError `invalid_input` (field `answers`) when nothing is answered, `changed` when somebody wrote meanwhile,
 * `already_used`, `forbidden`, `not_found`
 */
export async function submitAssessment(
	backend: Backend,
	session: Session,
	id: string,
	asOf: IsoDate
): Promise<void> {
	const view = await loadAssessment(session.client, id);
	if (!view.may_lead) throw new AppError('forbidden', 'Only those who lead an assessment submit it.');
	const answers = scorable(view.answers);
	if (answers.length === 0) {
		throw new AppError('invalid_input', 'Nothing is answered, so there is nothing to submit.', {
			field: 'answers'
		});
	}
	const { assessment } = view;
	const { definition } = await getChecklist(backend, assessment.checklist_id, assessment.checklist_version);
	const result = score(definition, answers, contextOf(assessment, asOf));
	expectDone(
		await backend.serviceClient().rpc('submit_assessment', {
			assessment_id: id,
			user_id: session.user.id,
			expected_state: view.state,
			as_of: asOf,
			result: asJson(result)
		})
	);
}

/**
 * A mentor or PKC confirms what was submitted.
 * @throws AppError `forbidden`, `already_used`, `not_found`
 */
export async function confirmAssessment(client: Client, id: string): Promise<void> {
	expectDone(await client.rpc('confirm_assessment', { id }));
}

/**
 * Puts a round aside; a draft is over then.
 * @throws AppError `forbidden`, `already_used`, `not_found`
 */
export async function archiveAssessment(client: Client, id: string): Promise<void> {
	expectDone(await client.rpc('archive_assessment', { id }));
}

/**
 * A link by which people join without an account.
 * @returns its token, which is known here and nowhere else
 * @throws AppError `already_used` when nobody may join any more, `forbidden`, `not_found`
 */
export async function createRespondentLink(
	client: Client,
	assessmentId: string,
	days: number
): Promise<{ token: string; expiresAt: string }> {
	const { token, hash } = newToken();
	const expiresAt = new Date(Date.now() + days * DAY_MS - CLOCK_MS).toISOString();
	unwrap(
		await client.rpc('create_respondent_link', {
			assessment_id: assessmentId,
			id: randomUUID(),
			token_hash: hash,
			expires_at: expiresAt
		})
	);
	return { token, expiresAt };
}

/** The clock of the database may be a little behind ours, and it allows no more than 30 days. */
const CLOCK_MS = 60 * 1000;

/**
 * Nobody joins by this link any more.
 * @param respondentsToo those who did are shut out, and what they said counts no more
 * @throws AppError `already_used` when the meeting is open, `forbidden`, `not_found`
 */
export async function revokeRespondentLink(
	client: Client,
	id: string,
	respondentsToo: boolean
): Promise<void> {
	expectDone(await client.rpc('revoke_respondent_link', { id, respondents_too: respondentsToo }));
}

/**
 * Shows what respondents said, without whom. From then on nobody joins or changes an answer.
 * @throws AppError `invalid_input` (field `respondents`) when fewer than three answered, `already_used`, `forbidden`
 */
export async function openMeeting(client: Client, id: string): Promise<void> {
	expectDone(await client.rpc('open_meeting', { id }));
}

/** A round and the one before it, over what both asked. */
export interface Change {
	previous: OverviewRow;
	comparison: Comparison;
}

/**
 * Compares a submitted round with the one before it, if there is one.
 * @param rounds all rounds of the community
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function compareWithPrevious(
	backend: Backend,
	client: Client,
	rounds: readonly OverviewRow[],
	id: string,
	result: Result
): Promise<Change | null> {
	const previous = previousRound(rounds, id);
	if (previous === null) return null;
	const { items } = await readSome(
		'assessment_scores',
		z.object({ result: snapshotSchema }),
		client.from('assessment_scores').select('result').eq('assessment_id', previous.id)
	);
	const earlier = items[0]?.result;
	if (earlier === undefined) return null;
	const isOlder = compareVersions(earlier.version, result.version) < 0;
	const { definition } = await getChecklist(
		backend,
		result.checklist,
		isOlder ? result.version : earlier.version
	);
	return { previous, comparison: compare(earlier, result, definition) };
}

/** What is no id in an address is no page either. */
function expectId(id: string): void {
	if (!z.uuid().safeParse(id).success) throw new AppError('not_found', 'An assessment has another id.');
}
