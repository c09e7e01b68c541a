/** Everything that is kept of a round as a file: to have it in hand when sending fails, and to take it back from there. */
import { z } from 'zod';
import { recordSchema, roundSchema, type AnswerRecord, type Round, type StoredRound } from './round.ts';

const FORMAT = 'drosa-kopiena/round';
/** More than any round needs, with several versions of every answer and the longest notes. */
export const RESCUE_MAX_BYTES = 8_000_000;

const [community] = roundSchema.options;
const headSchema = community
	.pick({
		assessment: true,
		checklist: true,
		version: true,
		form: true,
		borderZone: true,
		exposure: true,
		title: true,
		name: true,
		status: true
	})
	.extend({
		kind: z.enum(['community', 'respondent']),
		/** Whose answers they are, when they are one person's. */
		respondent: z.string().max(200).nullable()
	});

const rescueSchema = z.object({
	format: z.literal(FORMAT),
	formatVersion: z.literal(1),
	savedAt: z.iso.datetime(),
	round: headSchema,
	/** Own content, what the server is known to have, what is under way, versions to choose from, problems. */
	answers: z.array(recordSchema.omit({ round: true, edition: true, editor: true })).max(500)
});

/** Why a file cannot be taken into a round. */
export type RescueProblem = 'too_large' | 'not_json' | 'not_ours' | 'newer_format' | 'other_round';

const respondentOf = (round: Round): string | null => (round.kind === 'respondent' ? round.id : null);

/**
 * The text of the file. Neither the token of a respondent nor who is signed in is in it.
 * @param savedAt the moment it is, ISO 8601
 */
export function writeRescue({ round, records }: StoredRound, savedAt: string): string {
	const { kind, assessment, checklist, version, form, borderZone, exposure, title, name, status } = round;
	const head = { kind, assessment, checklist, version, form, borderZone, exposure, title, name, status };
	const file: z.input<typeof rescueSchema> = {
		format: FORMAT,
		formatVersion: 1,
		savedAt,
		round: { ...head, respondent: respondentOf(round) },
		answers: records.map(({ round: _round, edition: _edition, editor: _editor, ...record }) => record)
	};
	return `${JSON.stringify(file, null, '\t')}\n`;
}

/** A name that says what it is and from which day: `drosa-kopiena-atbildes-2026-11-21.json`. */
export function rescueName(day: string): string {
	return `drosa-kopiena-atbildes-${day}.json`;
}

/**
 * Reads a file for the round it came from. What it has goes to `restoreAnswers`.
 * @param items the items of the checklist; what else is in the file is left out
 */
export function readRescue(
	text: string,
	round: Round,
	items: ReadonlySet<string>
): { answers: AnswerRecord[]; problem?: never } | { answers?: never; problem: RescueProblem } {
	if (text.length > RESCUE_MAX_BYTES) return { problem: 'too_large' };
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch {
		return { problem: 'not_json' };
	}
	const head = z.object({ format: z.literal(FORMAT), formatVersion: z.number() }).safeParse(data).data;
	if (head === undefined) return { problem: 'not_ours' };
	if (head.formatVersion > 1) return { problem: 'newer_format' };
	const file = rescueSchema.safeParse(data).data;
	if (file === undefined) return { problem: 'not_ours' };
	const { kind, assessment, respondent } = file.round;
	if (kind !== round.kind || assessment !== round.assessment || respondent !== respondentOf(round))
		return { problem: 'other_round' };
	const answers = file.answers.map((answer) => ({ ...answer, round: round.id, edition: 0, editor: null }));
	return { answers: answers.filter(({ item }) => items.has(item)) };
}
