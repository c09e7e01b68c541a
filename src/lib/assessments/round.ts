/**
 * Rounds of a checklist in a community, as the database tells of them (`assessment_view`, `assessment_overview`) and as
 * pages and devices show them. Fields are named as the database names them.
 */
import { z } from 'zod';
import { FORMS, HAZARDS } from '../checklists/types.ts';
import { writeSchema, type Write } from '../offline/wire.ts';
import { snapshotSchema } from '../scoring/snapshot.ts';
import { ANSWER_VALUES, EVIDENCE, GRADES, type Answer, type Context } from '../scoring/types.ts';

/** A draft is written in; what is submitted never changes again. */
export const STATUSES = ['draft', 'submitted', 'confirmed', 'archived'] as const;
export type Status = (typeof STATUSES)[number];

/** Everyone answers alone before the meeting, or all of it is answered together. */
export const MODES = ['individual', 'together'] as const;
export type Mode = (typeof MODES)[number];

/** Where answers were first written. */
export const SOURCES = ['screen', 'paper'] as const;
export type Source = (typeof SOURCES)[number];

/** Who took part, in numbers of people; no names, and never ethnicity. */
export const COMPOSITION = [
	'people',
	'age_under_18',
	'age_18_34',
	'age_35_64',
	'age_65_over',
	'outlying_homes',
	'understand_lv',
	'understand_ru',
	'understand_en',
	'understand_other'
] as const;
export type CompositionKey = (typeof COMPOSITION)[number];
export type Composition = Partial<Record<CompositionKey, number>>;

const moment = z.string();
const form = z.enum(FORMS);
const composition = z.partialRecord(z.enum(COMPOSITION), z.number());
const exposure = z.partialRecord(z.enum(HAZARDS), z.number());

/** What the community agreed on for one item. `value` null: taken back. */
export const roundAnswerSchema = z.object({
	item: z.string(),
	value: z.literal(ANSWER_VALUES).nullable(),
	as_of: z.iso.date(),
	evidence: z.literal(EVIDENCE),
	reason: z.string().nullable(),
	note: z.string().nullable(),
	/** What somebody saw differently; in nobody's name. */
	dissent: z.string().nullable(),
	/** Goes up with each change. */
	revision: z.int(),
	/** By the clock of the device. */
	changed_at: moment,
	written_at: moment,
	/** Null without a name, and once the account is gone. */
	written_by_name: z.string().nullable()
});
export type RoundAnswer = z.output<typeof roundAnswerSchema>;

/** What the holder of a link may meet. */
const OPENED_STATES = ['open', 'revoked', 'expired', 'closed'] as const;
export type OpenedState = (typeof OPENED_STATES)[number];
/** `imported`: nobody joins by it; it stands for a file of answers. */
const LINK_STATES = [...OPENED_STATES, 'imported'] as const;
export type LinkState = (typeof LINK_STATES)[number];

const linkSchema = z.object({
	id: z.uuid(),
	created_at: moment,
	expires_at: moment,
	state: z.enum(LINK_STATES)
});
export type RespondentLink = z.output<typeof linkSchema>;

/** One round, without its answers. */
const assessmentSchema = z.object({
	id: z.uuid(),
	community_id: z.uuid(),
	community_name: z.string().nullable(),
	checklist_id: z.string(),
	checklist_version: z.string(),
	form,
	mode: z.enum(MODES),
	/** Name of the round. */
	round: z.string().nullable(),
	composition,
	border_zone: z.boolean(),
	exposure,
	source: z.enum(SOURCES),
	/** Set when somebody entered it who is not of the community. */
	entered_by_role: z.enum(['mentor', 'pkc']).nullable(),
	/** The round that this one corrects, and why. */
	revises: z.uuid().nullable(),
	revision_reason: z.string().nullable(),
	status: z.enum(STATUSES),
	/** The day for which it holds; null in a draft. */
	as_of: z.iso.date().nullable(),
	meeting_opened_at: moment.nullable(),
	created_at: moment,
	created_by_name: z.string().nullable(),
	submitted_at: moment.nullable(),
	submitted_by_name: z.string().nullable(),
	confirmed_at: moment.nullable(),
	confirmed_by_name: z.string().nullable(),
	archived_at: moment.nullable(),
	/** Sent back unchanged when the round is changed. */
	updated_at: moment
});
export type Assessment = z.output<typeof assessmentSchema>;

/** What `assessment_view` answers. */
export const assessmentView = z.object({
	assessment: assessmentSchema,
	/** One state of the draft; another number means that something changed. */
	state: z.int(),
	/** Coordinator, mentor or PKC. */
	may_lead: z.boolean(),
	/** Mentor or PKC, and not the one who submitted it. */
	may_confirm: z.boolean(),
	/** Whoever leads a submitted round; of a draft the coordinator, or whoever began it. */
	may_archive: z.boolean(),
	answers: z.array(roundAnswerSchema),
	/** How many; who they are and what they said nobody is told. */
	respondents: z.object({ joined: z.int(), finished: z.int() }),
	/** Empty for those who do not lead. */
	links: z.array(linkSchema),
	/** What was submitted amounted to. */
	score: z.object({ result: snapshotSchema, sha256: z.string(), created_at: moment }).nullable(),
	/** Steps that came of it: rows of `plan_items`. */
	plan: z.array(z.unknown())
});
export type AssessmentView = z.output<typeof assessmentView>;

/** A row of `assessment_overview`. */
export const overviewRow = z.object({
	id: z.uuid(),
	round: z.string().nullable(),
	checklist_id: z.string(),
	checklist_version: z.string(),
	form,
	mode: z.enum(MODES),
	source: z.enum(SOURCES),
	status: z.enum(STATUSES),
	revises: z.uuid().nullable(),
	created_at: moment,
	submitted_at: moment.nullable(),
	confirmed_at: moment.nullable(),
	archived_at: moment.nullable(),
	as_of: z.iso.date().nullable(),
	/** Items with an answer. */
	answered: z.int(),
	last_written_at: moment.nullable(),
	grade: z.enum(GRADES).nullable(),
	index: z.number().nullable(),
	completeness: z.number().nullable()
});
export type OverviewRow = z.output<typeof overviewRow>;

/** What the holder of a link may know before joining (`respondent_link_by_token`). */
export const openedLinkSchema = z.object({
	community_name: z.string(),
	round: z.string().nullable(),
	checklist_id: z.string(),
	checklist_version: z.string(),
	form,
	border_zone: z.boolean(),
	expires_at: moment,
	state: z.enum(OPENED_STATES)
});
export type OpenedLink = z.output<typeof openedLinkSchema>;

/** What `respondent_view` and `join_assessment` answer. */
export const respondentView = z.object({
	respondent: z.object({
		id: z.uuid(),
		name: z.string().nullable(),
		joined_at: moment,
		finished_at: moment.nullable(),
		expires_at: moment
	}),
	assessment: assessmentSchema
		.pick({
			id: true,
			round: true,
			checklist_id: true,
			checklist_version: true,
			form: true,
			border_zone: true,
			status: true,
			meeting_opened_at: true
		})
		.extend({ community_name: z.string() }),
	answers: z.array(roundAnswerSchema.omit({ dissent: true, written_by_name: true }))
});
export type RespondentView = z.output<typeof respondentView>;

export type { Write };

/** How many writes the server takes at once. */
export const WRITES_MAX = 200;
export const writesSchema = z.strictObject({ writes: z.array(writeSchema).max(WRITES_MAX) });

/** What came of one write. */
export const outcomeSchema = z.object({
	write_id: z.string(),
	item: z.string(),
	outcome: z.enum(['written', 'same', 'conflict', 'refused']),
	revision: z.int().nullable(),
	problem: z.string().optional(),
	/** Of a conflict; null when the server has nothing of this item. */
	theirs: roundAnswerSchema.nullish()
});
export type Outcome = z.output<typeof outcomeSchema>;

/** The answers as the scoring engine takes them; what was taken back is none. */
export function scorable(answers: readonly RoundAnswer[]): Answer[] {
	return answers.flatMap(({ item, value, as_of: asOf, evidence, reason, note }) =>
		value === null
			? []
			: [{ item, value, asOf, evidence, reason: reason ?? undefined, note: note ?? undefined }]
	);
}

/** Under which circumstances a round is scored on a day. */
export function contextOf(
	{
		form: asked,
		border_zone: borderZone,
		exposure: near
	}: Pick<Assessment, 'form' | 'border_zone' | 'exposure'>,
	asOf: string
): Context {
	return { form: asked, borderZone, exposure: near, asOf };
}
