/** Checklists for KoboToolbox and ODK: the workbook that these programs make a form of, and the answers that come back. */
import { createHash, randomUUID } from 'node:crypto';
import writeXlsxFile from 'write-excel-file/node';
import { z } from 'zod';
import { SHEETS_MAX, type CollectedSheet } from '../assessments/collected.ts';
import { LANGUAGES, type Definition, type Text } from '../checklists/types.ts';
import { xlsForm, xlsFormId, type XlsFormScope, type XlsFormWords } from '../checklists/xlsform.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { Locale } from '../i18n/paraglide/runtime.js';
import type { xlsFormQuery } from '../open-data/checklists.ts';
import { NOTE_MAX, REASON_MAX } from '../scoring/answers.ts';
import { ANSWER_VALUES, EVIDENCE } from '../scoring/types.ts';
import { asJson, unwrap, type Client } from './client.ts';
import { parseRow } from './rows.ts';

/** Which items a query asks for. */
export function scopeOf({ form, border }: z.output<typeof xlsFormQuery>): XlsFormScope {
	return { form, borderZone: border === 'ask' ? 'ask' : border === 'yes' };
}

/** The workbook, packed. */
interface XlsFormFile {
	body: Uint8Array<ArrayBuffer>;
	/** Under which it is saved. */
	name: string;
	/** Stands for its content; the body holds the moment in which it was packed. */
	tag: string;
}

/** A checklist as a workbook. Every cell is text, so that nothing is a formula. */
export async function xlsFormFile(definition: Definition, scope: XlsFormScope): Promise<XlsFormFile> {
	const sheets = xlsForm(definition, scope, words(scope)).map(({ name, columns, rows }) => ({
		sheet: name,
		stickyRowsCount: 1,
		columns: columns.map((column) => ({ width: /^(label|hint|constraint_message)/.test(column) ? 40 : 16 })),
		data: [
			columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
			...rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String })))
		]
	}));
	const buffer = await writeXlsxFile(sheets).toBuffer();
	return {
		body: new Uint8Array(buffer),
		name: `${xlsFormId(definition, scope)}-${definition.version}-xlsform.xlsx`,
		tag: createHash('sha256').update(JSON.stringify(sheets)).digest('hex').slice(0, 32)
	};
}

/** A text of the interface in every language. */
function text(message: (inputs: object, options: { locale: Locale }) => string): Text {
	return Object.fromEntries(LANGUAGES.map((locale) => [locale, message({}, { locale })])) as Text;
}

const words = ({ form }: XlsFormScope): XlsFormWords => ({
	form: text(form === 'quick' ? m.assess_form_quick : m.assess_form_full),
	noNames: text(m.paper_no_names),
	day: text(m.xlsform_day),
	dayWrong: text(m.xlsform_day_wrong),
	zone: text(m.assess_zone),
	yes: text(m.xlsform_yes),
	no: text(m.xlsform_no),
	dk: text(m.assess_dk),
	na: text(m.assess_na),
	reason: text(m.assess_reason),
	evidence: text(m.assess_evidence),
	evidenceExamples: text(m.assess_evidence_examples),
	evidenceLevels: [text(m.assess_evidence_0), text(m.assess_evidence_1), text(m.assess_evidence_2)],
	note: text(m.assess_note),
	noteHint: text(m.assess_note_hint),
	noteSensitive: text(m.assess_note_sensitive),
	tooLong: text(m.xlsform_too_long),
	reasonMax: REASON_MAX,
	noteMax: NOTE_MAX
});

/** Sheets as a form carries them between the file and the last step. */
export const sheetsSchema = z
	.array(
		z.strictObject({
			id: z.string().min(1).max(500),
			answers: z
				.array(
					z.strictObject({
						item: z.string().min(1).max(20),
						value: z.literal(ANSWER_VALUES),
						as_of: z.iso.date(),
						evidence: z.literal(EVIDENCE),
						reason: z.string().max(REASON_MAX).optional(),
						note: z.string().max(NOTE_MAX).optional()
					})
				)
				.min(1)
				.max(1000)
		})
	)
	.min(1)
	.max(SHEETS_MAX) satisfies z.ZodType<CollectedSheet[]>;

const importedRow = z.object({ added: z.int(), known: z.int() });

/**
 * Brings sheets into a round of which everyone answers alone: each is a respondent of it. All of them or none; what
 * came in before is not added again.
 * @returns how many were added, and how many were known
 * @throws AppError `already_used` (field `status`, `mode`, `meeting_opened_at`, or `respondents` when there are too many),
 * `forbidden`, `not_found`, `invalid_input`
 */
export async function importSheets(
	client: Client,
	assessmentId: string,
	sheets: readonly CollectedSheet[]
): Promise<{ added: number; known: number }> {
	const people = sheets.map(({ id, answers }) => ({ id: respondentId(assessmentId, id), answers }));
	const told = await client.rpc('import_respondents', {
		...{ assessment_id: assessmentId, link_id: randomUUID(), people: asJson(people) }
	});
	return parseRow('import_respondents', importedRow, unwrap(told));
}

/** The same for the same sheet in the same round (RFC 9562, version 8), and of no use for finding the sheet. */
function respondentId(assessmentId: string, sheetId: string): string {
	const bytes = createHash('sha256').update(`${assessmentId} ${sheetId}`).digest().subarray(0, 16);
	bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
	bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
	return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
