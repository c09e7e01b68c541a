/** An assessment on this device, as it is kept and as it is written into a file. */
import { z } from 'zod';
import { FORMS } from '../checklists/types.ts';
import { exposureSchema, NOTE_MAX, REASON_MAX } from '../scoring/answers.ts';
import type { Answer } from '../scoring/types.ts';

/** What is kept of an assessment besides its answers. */
export const draftSchema = z.object({
	id: z.uuid(),
	checklist: z.string().min(1),
	/** Answers keep the version of the checklist they were given to. */
	version: z.string().min(1),
	form: z.enum(FORMS),
	borderZone: z.boolean(),
	/** The place people chose, with the name they saw. */
	place: z.object({ code: z.string().min(1).max(20), label: z.string().max(200) }).nullable(),
	exposure: exposureSchema,
	/** Moments, ISO 8601. */
	createdAt: z.iso.datetime(),
	updatedAt: z.iso.datetime(),
	/** Where to continue: a domain or the result; null = at the beginning. */
	step: z.string().max(50).nullable()
});
export type Draft = z.infer<typeof draftSchema>;

/** What is kept of one item. A note may stand there before a level is chosen. */
export const draftAnswerSchema = z.object({
	item: z.string().min(1).max(20),
	value: z.literal([0, 1, 2, 3, 'dk', 'na']).nullable(),
	asOf: z.iso.date(),
	evidence: z.literal([0, 1, 2, 3]),
	reason: z.string().max(REASON_MAX),
	note: z.string().max(NOTE_MAX)
});
export type DraftAnswer = z.infer<typeof draftAnswerSchema>;

/**
 * The answers that can be scored: with a value, and “not applicable” only with its reason.
 */
export function givenAnswers(answers: Iterable<DraftAnswer>): Answer[] {
	return [...answers].flatMap(({ item, value, asOf, evidence, reason, note }) => {
		if (value === null || (value === 'na' && reason.trim() === '')) return [];
		return [
			{
				item,
				value,
				asOf,
				evidence,
				...(value === 'na' ? { reason } : {}),
				...(note.trim() === '' ? {} : { note })
			}
		];
	});
}
