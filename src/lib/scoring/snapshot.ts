/** The form of a stored result. It was made by `score()` and never changes; reading it checks that it is one. */
import { z } from 'zod';
import { FORMS, LEVELS } from '../checklists/types.ts';
import { ANSWER_VALUES, GRADES, LIMIT_RULES, type Result } from './types.ts';

const level = z.literal(LEVELS);
const grade = z.enum(GRADES);

export const snapshotSchema: z.ZodType<Result> = z.object({
	checklist: z.string(),
	version: z.string(),
	form: z.enum(FORMS),
	asOf: z.iso.date(),
	index: z.number().nullable(),
	low: z.number().nullable(),
	high: z.number().nullable(),
	completeness: z.number(),
	evidenceShare: z.number().nullable(),
	rawGrade: grade.nullable(),
	grade: grade.nullable(),
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
			score: z.number().nullable(),
			low: z.number().nullable(),
			high: z.number().nullable(),
			completeness: z.number(),
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
			item: z.string(),
			domain: z.string(),
			kind: z.enum(['refresh', 'find-out', 'answer', 'improve']),
			level,
			priority: z.number(),
			effort: z.literal([1, 2, 3])
		})
	)
});
