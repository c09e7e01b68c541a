/** The meeting of a round: what was said, and what is agreed on. Nothing here tells who said what. */
import { randomUUID } from 'node:crypto';
import {
	agreedContent,
	agreedWrite,
	alikeContent,
	contentOf,
	meetingView,
	topics,
	unanimous,
	type Agreed,
	type MeetingView
} from '../assessments/meeting.ts';
import type { AssessmentView, Outcome } from '../assessments/round.ts';
import { writeAnswers } from './assessments.ts';
import { getChecklist } from './checklists.ts';
import { unwrap, type Backend, type Client } from './client.ts';
import { AppError } from './errors.ts';
import { parseRow } from './rows.ts';

/**
 * What respondents said, item by item.
 * @throws AppError `already_used` while the meeting is not open, `not_found`
 */
export async function loadMeeting(client: Client, id: string): Promise<MeetingView> {
	return parseRow('meeting_view', meetingView, unwrap(await client.rpc('meeting_view', { id })));
}

/** Answers as a projector may show them: without who wrote them. */
export function nameless(answers: AssessmentView['answers']) {
	return answers.map(({ written_by_name: _, ...answer }) => answer);
}
export type NamelessAnswer = ReturnType<typeof nameless>[number];

/**
 * Records what the meeting agreed on for one item. Sent twice, the second time changes nothing: the server has it, or it
 * stands on a revision that is not the newest any more.
 * @returns what came of it; `conflict` when somebody recorded another answer meanwhile, which then stands
 * @throws AppError `already_used` when the round is no draft any more, `not_found`
 */
export async function recordAgreed(
	client: Client,
	{ assessment, answers }: AssessmentView,
	agreed: Agreed
): Promise<Outcome> {
	const note = answers.find(({ item }) => item === agreed.item)?.note ?? '';
	const content = agreedContent(agreed, note, new Date().toISOString());
	const [outcome] = await writeAnswers(client, assessment.id, [
		agreedWrite(agreed.item, randomUUID(), agreed.base_revision, content)
	]);
	if (outcome === undefined) throw new AppError('database', 'write_answers answered with nothing.');
	return outcome;
}

/**
 * Records what all said alike, where nothing is agreed on yet.
 * @param day for which it is true
 * @returns how many items, and how many were not taken because somebody recorded another answer meanwhile
 * @throws AppError `already_used` when the meeting is not open or the round is no draft any more, `not_found`
 */
export async function acceptUnanimous(
	backend: Backend,
	client: Client,
	{ assessment, answers }: AssessmentView,
	day: string
): Promise<{ accepted: number; left: number }> {
	const [{ definition }, said] = await Promise.all([
		getChecklist(backend, assessment.checklist_id, assessment.checklist_version),
		loadMeeting(client, assessment.id)
	]);
	const where = { form: assessment.form, borderZone: assessment.border_zone };
	const before = new Map(answers.map((answer) => [answer.item, answer]));
	const alike = unanimous(
		topics(definition, where, said),
		(item) => (before.get(item)?.value ?? null) !== null
	);
	const writes = alike.map(({ item, value }) => {
		const answer = before.get(item);
		const kept = answer === undefined ? null : contentOf(answer);
		const content = alikeContent(value, kept, day, new Date().toISOString());
		return agreedWrite(item, randomUUID(), answer?.revision ?? 0, content);
	});
	if (writes.length === 0) return { accepted: 0, left: 0 };
	const outcomes = await writeAnswers(client, assessment.id, writes);
	const left = outcomes.filter(({ outcome }) => outcome === 'conflict' || outcome === 'refused').length;
	return { accepted: outcomes.length - left, left };
}
