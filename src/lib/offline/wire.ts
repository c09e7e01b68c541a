/** How answers travel between this device and our server (`/api/assessments/…`, `/api/respondents/…`). */
import { z } from 'zod';
import { contentSchema, knownSchema, type Content, type Known } from './round.ts';

const text = z.string().nullable();

/** One write of an answer. */
export const writeSchema = z.strictObject({
	/** Made by the device: sent again, nothing happens twice. */
	write_id: z.uuid(),
	item: z.string().min(1).max(20),
	/** The revision that the person saw; 0 = none. */
	base_revision: z.int().min(0),
	value: contentSchema.shape.value,
	as_of: contentSchema.shape.asOf,
	evidence: contentSchema.shape.evidence,
	reason: text,
	note: text,
	/** Not of respondents. */
	dissent: text.optional(),
	changed_at: contentSchema.shape.changedAt
});
export type Write = z.infer<typeof writeSchema>;

/** An answer as the server tells it. */
export const serverAnswerSchema = z
	.object({
		item: z.string().min(1).max(20),
		value: contentSchema.shape.value,
		as_of: contentSchema.shape.asOf,
		evidence: contentSchema.shape.evidence,
		reason: text,
		note: text,
		// Respondents are told neither.
		dissent: text.optional(),
		written_by_name: text.optional(),
		revision: z.int().min(1),
		changed_at: contentSchema.shape.changedAt,
		written_at: contentSchema.shape.changedAt
	})
	.transform((answer): { item: string; known: Known } => ({
		item: answer.item,
		known: {
			value: answer.value,
			asOf: answer.as_of,
			evidence: answer.evidence,
			reason: answer.reason ?? '',
			note: answer.note ?? '',
			dissent: answer.dissent ?? '',
			changedAt: answer.changed_at,
			revision: answer.revision,
			name: answer.written_by_name ?? null,
			writtenAt: answer.written_at
		}
	}))
	// What cannot be kept is not taken.
	.refine(({ known }) => knownSchema.safeParse(known).success);

const outcomeFields = { write_id: z.uuid(), item: z.string() };
/** What came of a write. */
export const outcomeSchema = z.discriminatedUnion('outcome', [
	z.object({ ...outcomeFields, outcome: z.enum(['written', 'same']), revision: z.int().min(1) }),
	// Null: the server has nothing at all of this item, though the device stood on something.
	z.object({ ...outcomeFields, outcome: z.literal('conflict'), theirs: serverAnswerSchema.nullable() }),
	z.object({ ...outcomeFields, outcome: z.literal('refused'), problem: z.string().max(60) })
]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** The answer to a request with writes. */
export const outcomesSchema = z.object({ outcomes: z.array(outcomeSchema) });
/** The answer to a request for answers. */
export const answersSchema = z.object({ status: z.string().max(20), answers: z.array(serverAnswerSchema) });
export type Pulled = z.infer<typeof answersSchema>;

const orNull = (words: string): string | null => (words === '' ? null : words);

/**
 * A content as a write.
 * @param withDissent false for respondents, who have none
 */
export function toWrite(
	item: string,
	{ writeId, base, content }: { writeId: string; base: number; content: Content },
	withDissent: boolean
): Write {
	return {
		write_id: writeId,
		item,
		base_revision: base,
		value: content.value,
		as_of: content.asOf,
		evidence: content.evidence,
		reason: orNull(content.reason),
		note: orNull(content.note),
		...(withDissent ? { dissent: orNull(content.dissent) } : {}),
		changed_at: content.changedAt
	};
}
