/** An assessment of a community that is answered on this device: what is kept of it, and of each of its answers. */
import { z } from 'zod';
import { FORMS } from '../checklists/types.ts';
import { exposureSchema, NOTE_MAX } from '../scoring/answers.ts';
import { draftAnswerSchema } from './draft.ts';

/** A moment, ISO 8601; the database writes an offset. */
const moment = z.iso.datetime({ offset: true });

/** One answer as people gave it. Empty texts are `''`. */
export const contentSchema = draftAnswerSchema.omit({ item: true }).extend({
	/** What somebody wants noted who sees it differently; only of a community's own answers. */
	dissent: z.string().max(NOTE_MAX),
	/** By the clock of the device it was given on. */
	changedAt: moment
});
export type Content = z.infer<typeof contentSchema>;

/** An answer as the server has it. */
export const knownSchema = contentSchema.extend({
	revision: z.int().min(1),
	/** Who wrote it; null = this device, or nobody who is named. */
	name: z.string().max(200).nullable(),
	/** By the clock of the server; null = it is this device's own and the server did not say. */
	writtenAt: moment.nullable()
});
export type Known = z.infer<typeof knownSchema>;

/** Another version of an answer, to be looked at beside the own one. */
export const otherSchema = knownSchema.extend({
	/** Null = it is not from the server: another tab of this device, or a file. */
	revision: z.int().min(1).nullable()
});
export type Other = z.infer<typeof otherSchema>;

/** What is kept of one item. */
export const recordSchema = z.object({
	round: z.string().min(1).max(200),
	item: z.string().min(1).max(20),
	/** What the screen shows as one's own answer. */
	content: contentSchema,
	/** What the server is known to have, with its revision; a write stands on top of it. Null = nothing. */
	known: knownSchema.nullable(),
	/** A write whose outcome is not known. It is sent again exactly like this until the server has answered. */
	sending: z.object({ writeId: z.uuid(), base: z.int().min(0), content: contentSchema }).nullable(),
	/** Versions somebody has to choose from; empty = no conflict. At most one of them is the server's. */
	others: z.array(otherSchema),
	/** Why the server does not take the content. */
	problem: z.string().max(60).nullable(),
	/**
	 * Grows whenever the content becomes another one, so that a screen can say which one it showed. A screen that shows
	 * one never goes back to a lower one.
	 */
	edition: z.int().min(0),
	/** The tab that gave the content; null = it came from the server or from a file. */
	editor: z.string().max(60).nullable()
});
export type AnswerRecord = z.infer<typeof recordSchema>;

/** Why nothing is sent of a round until somebody says so; `open` = it is sent. */
export const ROUND_STATES = [
	'open',
	/** The person has to sign in again. */
	'signed_out',
	/** May not, or may no longer, write to it. */
	'not_allowed',
	/** There is no such assessment for this person. */
	'not_found',
	/** It takes no answers any more: submitted, or the meeting is open. */
	'over',
	/** The access of a respondent has expired. */
	'expired'
] as const;
export type RoundState = (typeof ROUND_STATES)[number];

const roundFields = {
	/** `roundId`: two people may answer the same assessment on one device. */
	id: z.string().min(1).max(200),
	assessment: z.uuid(),
	checklist: z.string().min(1),
	version: z.string().min(1),
	form: z.enum(FORMS),
	borderZone: z.boolean(),
	exposure: exposureSchema,
	/** Of the community. */
	title: z.string().max(200),
	/** Of the round, such as “spring 2026”. */
	name: z.string().max(200),
	/** Of the assessment, as last heard: `draft`, `submitted` … */
	status: z.string().max(20),
	/** Where to continue; null = at the beginning. */
	step: z.string().max(50).nullable(),
	state: z.enum(ROUND_STATES),
	/** When the server last told its answers, and last took some. */
	fetchedAt: moment.nullable(),
	sentAt: moment.nullable(),
	updatedAt: moment
};

/** What is kept of an assessment besides its answers. */
export const roundSchema = z.discriminatedUnion('kind', [
	/** Of a signed-in person. On a shared device nobody else sees or sends it. */
	z.object({ kind: z.literal('community'), person: z.string().min(1).max(100), ...roundFields }),
	/** Of somebody who joined by a link; the token is this device's alone, and the id is the respondent's. */
	z.object({
		kind: z.literal('respondent'),
		token: z.string().min(1).max(200),
		/** When they said that they are done; they may still change what they said. */
		finishedAt: moment.optional(),
		...roundFields
	})
]);
export type Round = z.infer<typeof roundSchema>;

/** Under which a round of a signed-in person is kept. */
export function roundId(assessment: string, person: string): string {
	return `${assessment}/${person}`;
}

/** A round with its answers. */
export interface StoredRound {
	round: Round;
	records: AnswerRecord[];
}

/**
 * Whether a round may be shown and sent now.
 * @param person who is signed in; null = nobody
 */
export function isOwn(round: Round, person: string | null): boolean {
	return round.kind === 'respondent' || round.person === person;
}
