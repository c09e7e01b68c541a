/** An assessment as a file: to keep, to carry to another device, to open again. */
import { z } from 'zod';
import type { Definition } from '../checklists/types.ts';
import { checkAnswers, type AnswerProblem } from '../scoring/answers.ts';
import { draftAnswerSchema, draftSchema, givenAnswers } from './draft.ts';
import type { StoredDraft } from './db.ts';

const FORMAT = 'drosa-kopiena/assessment';
/** More than any assessment needs: 73 answers with the longest notes. */
export const FILE_MAX_BYTES = 2_000_000;

const fileSchema = z.object({
	format: z.literal(FORMAT),
	formatVersion: z.literal(1),
	draft: draftSchema.omit({ id: true, updatedAt: true }),
	answers: z.array(draftAnswerSchema).max(500)
});

/** Why a file cannot be opened. */
export type FileProblem =
	| { code: 'too_large' | 'not_json' | 'not_ours' | 'newer_format' | 'unknown_version' }
	| { code: 'wrong_answers'; problems: AnswerProblem[] };

/** The text of the file. The draft's id stays on this device: opened again, it is a draft of its own. */
export function writeFile({ draft, answers }: StoredDraft): string {
	const { id: _id, updatedAt: _updatedAt, ...head } = draft;
	const file: z.input<typeof fileSchema> = { format: FORMAT, formatVersion: 1, draft: head, answers };
	return `${JSON.stringify(file, null, '\t')}\n`;
}

/** A name that says what it is and from which day: `drosa-kopiena-2026-11-21.json`. */
export function fileName(day: string): string {
	return `drosa-kopiena-${day}.json`;
}

/**
 * Reads a file into a new draft.
 * @param definitionOf the definition of a version; null when there is none
 * @param today answers cannot be of a later day
 */
export async function readFile(
	text: string,
	definitionOf: (id: string, version: string) => Promise<Definition | null>,
	today: string
): Promise<{ stored: StoredDraft } | { problem: FileProblem }> {
	const fail = (code: Exclude<FileProblem['code'], 'wrong_answers'>) => ({ problem: { code } });
	if (text.length > FILE_MAX_BYTES) return fail('too_large');
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch {
		return fail('not_json');
	}
	const head = z.object({ format: z.literal(FORMAT), formatVersion: z.number() }).safeParse(data);
	if (!head.success) return fail('not_ours');
	if (head.data.formatVersion > 1) return fail('newer_format');
	const file = fileSchema.safeParse(data);
	if (!file.success) return fail('not_ours');
	const { draft, answers } = file.data;
	const definition = await definitionOf(draft.checklist, draft.version);
	if (definition === null) return fail('unknown_version');
	// Answers of the other form are kept: people may change the form and back.
	const { problems } = checkAnswers(definition, givenAnswers(answers), {
		form: 'full',
		borderZone: true,
		asOf: today
	});
	if (problems) return { problem: { code: 'wrong_answers', problems } };
	const known = new Set(definition.items.map(({ id }) => id));
	const now = new Date().toISOString();
	return {
		stored: {
			draft: { ...draft, id: crypto.randomUUID(), updatedAt: now },
			answers: answers.filter(({ item }) => known.has(item))
		}
	};
}
