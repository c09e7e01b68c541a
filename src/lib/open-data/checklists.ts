/** The endpoints of checklists in schemas: what they are sent and what they answer. */
import { z } from 'zod';
import { definitionSchema } from '../checklists/schema.ts';
import { FORMS } from '../checklists/types.ts';
import { answerSchema, exposureSchema } from '../scoring/answers.ts';
import { ANSWER_VALUES, GRADES, LIMIT_RULES, type Result } from '../scoring/types.ts';
import { checklistRecord, metaRecord } from './records.ts';

/** Far more than any checklist has items; each wrong answer makes the reply longer than the request. */
const ANSWERS_MAX = 1000;

/** What is sent to be scored. Its answers are read one by one, so that each wrong one can be named. */
export const scoreRequest = z.strictObject(
	{
		version: z.string('must be text, such as "1.0.0"').optional().describe('The newest when left out.'),
		form: z.enum(FORMS, `must be one of ${FORMS.join(', ')}`),
		asOf: z.iso
			.date('must be a day, YYYY-MM-DD')
			.optional()
			.describe('Day of the assessment; today in Latvia when left out.'),
		borderZone: z
			.boolean('must be true or false')
			.optional()
			.describe('Inside the eastern border zone; counts only without a territory.'),
		territory: z
			.string('must be the code of a territory')
			.max(20, 'must be the code of a territory')
			.optional()
			.describe('Decides whether the items of the border zone are asked.'),
		exposure: exposureSchema
			.optional()
			.describe('How much a hazard matters here. It moves next steps, never the score.'),
		answers: z
			.array(z.unknown(), 'must be a list')
			.max(ANSWERS_MAX, `must have at most ${ANSWERS_MAX} answers`)
	},
	{
		error: ({ code }) =>
			code === 'invalid_type' ? 'The body must be an object { form, answers, … }' : undefined
	}
);

/** The same for the OpenAPI document, with what an answer is. */
export const describedScoreRequest = scoreRequest.extend({
	answers: z.array(answerSchema.partial({ asOf: true, evidence: true })).max(ANSWERS_MAX)
});

const points = z.number().nullable().describe('0 to 100; null: nothing to compute it from.');
const share = z.number().min(0).max(1);
const level = z.literal([0, 1, 2, 3]);
const grade = z.enum(GRADES);

/** What scoring answers; `scoring/types.ts` says what each number means. */
export const scoreResult = z
	.object({
		checklist: z.string(),
		version: z.string(),
		form: z.enum(FORMS),
		asOf: z.iso.date(),
		...{ index: points, low: points, high: points, completeness: share },
		evidenceShare: share.nullable(),
		rawGrade: grade.nullable(),
		grade: grade.nullable().describe('Null while too much is open.'),
		limits: z.array(
			z.object({
				rule: z.enum(LIMIT_RULES),
				cap: grade,
				items: z.array(z.string()),
				domains: z.array(z.string())
			})
		),
		domains: z.array(
			z.object({
				id: z.string(),
				...{ score: points, low: points, high: points, completeness: share },
				flags: z.array(z.enum(['na-heavy', 'incomplete']))
			})
		),
		items: z.array(
			z.object({
				item: z.string(),
				value: z.literal(ANSWER_VALUES).nullable(),
				level: level.nullable(),
				counted: z.boolean()
			})
		),
		stale: z.array(z.string()),
		gaps: z.array(
			z.object({
				...{ item: z.string(), domain: z.string(), level },
				kind: z.enum(['refresh', 'find-out', 'answer', 'improve']),
				priority: z.number(),
				effort: z.literal([1, 2, 3])
			})
		)
	})
	.describe('Everything computed from answers. Numbers are not rounded.') satisfies z.ZodType<Result>;

const ZONES = ['ask', 'yes', 'no'] as const;
/** What may be asked of a workbook for KoboToolbox and ODK. */
export const xlsFormQuery = z.strictObject({
	version: z.string().optional().describe('The newest when left out.'),
	form: z.enum(FORMS, `must be one of ${FORMS.join(', ')}`).default('full'),
	border: z
		.enum(ZONES, `must be one of ${ZONES.join(', ')}`)
		.default('ask')
		.describe('Whether it has the items of the eastern border zone; with "ask" the form asks people first.')
});
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** All checklists with their versions. */
export const checklistList = z.object({ checklists: z.array(checklistRecord), meta: metaRecord });

/** The checklists are part of this repository and stand under its licence (LICENSE). */
export const CHECKLIST_LICENCE = 'http://publications.europa.eu/resource/authority/licence/EUPL_1_2';

export { definitionSchema as checklistDefinition };
