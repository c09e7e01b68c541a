import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recount, rounded } from '../../../tests/scoring/recount.ts';
import { itemsInForm } from '../checklists/applicability.ts';
import { definitionSchema } from '../checklists/schema.ts';
import { answerSchema, exposureSchema } from './answers.ts';
import { score } from './score.ts';
import type { Answer, Result } from './types.ts';

const CHECKLISTS = join(import.meta.dirname, '../../../checklists');

const partial = z.record(z.string(), z.unknown());
const fixtures = z
	.array(
		z.strictObject({
			name: z.string(),
			context: z.strictObject({
				form: z.enum(['full', 'quick']),
				asOf: z.iso.date(),
				borderZone: z.boolean(),
				exposure: exposureSchema.optional()
			}),
			others: partial.optional(),
			answers: z.record(z.string(), partial.nullable()).default({}),
			result: z.custom<Result>((value) => typeof value === 'object' && value !== null)
		})
	)
	.min(1);

/** The worked cases of every version that has some. */
const cases = globSync('*/*/fixtures.yaml', { cwd: CHECKLISTS }).flatMap((file) => {
	const read = (path: string): string => readFileSync(join(CHECKLISTS, path), 'utf8');
	const checklist = definitionSchema.parse(JSON.parse(read(join(dirname(file), 'definition.json'))));
	return fixtures.parse(parse(read(file))).map((each) => ({
		...each,
		checklist,
		name: `${checklist.id} ${checklist.version}: ${each.name}`
	}));
});

/** As the head of fixtures.yaml says. */
function answersOf({ checklist, context, others, answers }: (typeof cases)[number]): Answer[] {
	const asked = others === undefined ? [] : itemsInForm(checklist, context).map(({ id }) => id);
	const ids = new Set([...asked, ...Object.keys(answers)]);
	return [...ids].flatMap((id) =>
		answers[id] === null
			? []
			: [answerSchema.parse({ asOf: context.asOf, evidence: 0, ...others, ...answers[id], item: id })]
	);
}

it('has the cases of the first version', () => {
	expect(cases.filter(({ checklist }) => checklist.version === '1.0.0')).not.toHaveLength(0);
});

describe.each(cases)('$name', (each) => {
	it('is what the engine computes', () => {
		expect(rounded(score(each.checklist, answersOf(each), each.context))).toEqual(rounded(each.result));
	});

	it('is what a recount with fractions gives', () => {
		expect(rounded(recount(each.checklist, answersOf(each), each.context))).toEqual(rounded(each.result));
	});
});
