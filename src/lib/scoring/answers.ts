import { z } from 'zod';
import { isInForm } from '../checklists/applicability.ts';
import { HAZARDS, type Definition } from '../checklists/types.ts';
import type { Answer, Context } from './types.ts';

/** Longest reason and note, in characters. */
export const REASON_MAX = 500;
export const NOTE_MAX = 2000;

const ITEM = 'must be the number of an item, such as "1.1"';

/** The form of an answer; whether the checklist allows it is said by `checkAnswers`. */
export const answerSchema = z.strictObject({
	item: z.string(ITEM).min(1, ITEM).max(20, ITEM),
	value: z.literal([0, 1, 2, 3, 'dk', 'na'], 'must be 0, 1, 2, 3, "dk" or "na"'),
	asOf: z.iso.date('must be a day, YYYY-MM-DD'),
	evidence: z.literal([0, 1, 2, 3], 'must be 0, 1, 2 or 3'),
	reason: z.string('must be text').max(REASON_MAX, `must have at most ${REASON_MAX} characters`).optional(),
	note: z.string('must be text').max(NOTE_MAX, `must have at most ${NOTE_MAX} characters`).optional()
}) satisfies z.ZodType<Answer>;

/** How much each hazard matters here. */
export const exposureSchema = z.partialRecord(
	z.enum(HAZARDS, `must be one of ${HAZARDS.join(', ')}`),
	z.number('must be a number').min(0.5, 'must be 0.5 or more').max(1.5, 'must be 1.5 or less')
);

export const ANSWER_PROBLEMS = [
	'invalid_answer',
	'unknown_item',
	'duplicate_item',
	'not_in_form',
	'na_not_allowed',
	'reason_missing',
	'date_after_as_of'
] as const;
export type AnswerProblemCode = (typeof ANSWER_PROBLEMS)[number];

/** Why an answer cannot be taken. */
export interface AnswerProblem {
	/** Position in the list. */
	index: number;
	/** The item it names, if it names one. */
	item: string | null;
	code: AnswerProblemCode;
	/** One English sentence: what is wrong and what would be right. */
	message: string;
}

/** Answers that all can be taken, or what is wrong with those that cannot. */
export type CheckedAnswers =
	{ answers: Answer[]; problems?: never } | { answers?: never; problems: AnswerProblem[] };

/**
 * Reads answers from outside. Stricter than `score`, which ignores what it cannot use: here every wrong answer is
 * named, with one problem each.
 */
export function checkAnswers(
	definition: Definition,
	raw: readonly unknown[],
	context: Pick<Context, 'form' | 'borderZone' | 'asOf'>
): CheckedAnswers {
	const seen = new Set<string | null>();
	const answers: Answer[] = [];
	const problems: AnswerProblem[] = [];
	for (const [index, each] of raw.entries()) {
		const item = itemOf(each);
		const read = answerSchema.safeParse(each);
		if (read.success) {
			const problem = findProblem(definition, read.data, context, seen);
			if (problem === null) answers.push(read.data);
			else problems.push({ index, item, ...problem });
		} else problems.push({ index, item, code: 'invalid_answer', message: formProblem(read.error) });
		seen.add(item);
	}
	return problems.length > 0 ? { problems } : { answers };
}

function findProblem(
	definition: Definition,
	answer: Answer,
	context: Pick<Context, 'form' | 'borderZone' | 'asOf'>,
	seen: ReadonlySet<string | null>
): Pick<AnswerProblem, 'code' | 'message'> | null {
	const { id, version } = definition;
	const item = definition.items.find((candidate) => candidate.id === answer.item);
	if (item === undefined) {
		return { code: 'unknown_item', message: `${id} ${version} has no item ${answer.item}.` };
	}
	if (seen.has(item.id)) {
		return {
			code: 'duplicate_item',
			message: `Item ${item.id} is answered twice; send one answer per item.`
		};
	}
	if (!isInForm(item, context)) {
		const why =
			item.only === 'border' && !context.borderZone
				? 'it is asked only in the eastern border zone'
				: `it is not part of the ${context.form} form`;
		return { code: 'not_in_form', message: `Item ${item.id} is not asked here: ${why}.` };
	}
	if (answer.value === 'na' && !item.naAllowed) {
		return { code: 'na_not_allowed', message: `Item ${item.id} applies everywhere: "na" is not allowed.` };
	}
	if (answer.value === 'na' && !answer.reason?.trim()) {
		return { code: 'reason_missing', message: `Item ${item.id}: "na" needs a reason.` };
	}
	if (answer.asOf > context.asOf) {
		return {
			code: 'date_after_as_of',
			message: `Item ${item.id}: the day ${answer.asOf} is after ${context.asOf}, the day of the assessment.`
		};
	}
	return null;
}

function formProblem({ issues: [issue] }: z.ZodError): string {
	if (issue?.code === 'unrecognized_keys') {
		return `Unknown field: ${issue.keys.map((key) => `"${key}"`).join(', ')}.`;
	}
	return issue?.path.length
		? `"${issue.path.join('.')}" ${issue.message}.`
		: 'An answer must be an object { item, value, asOf, evidence, reason?, note? }.';
}

function itemOf(raw: unknown): string | null {
	const item = typeof raw === 'object' && raw !== null && 'item' in raw ? raw.item : null;
	return typeof item === 'string' ? item.slice(0, 20) : null;
}
