import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessment } from '../../../tests/scoring/small-checklist.ts';
import { score } from './score.ts';
import { snapshotSchema } from './snapshot.ts';

describe('a stored result', () => {
	it('is read as it was written, whatever was answered', () => {
		fc.assert(
			fc.property(assessment(), ({ definition, answers, context }) => {
				const result = score(definition, answers, context);
				const stored: unknown = JSON.parse(JSON.stringify(result));
				expect(snapshotSchema.parse(stored)).toEqual(result);
			})
		);
	});

	it('is not one when something is missing', () => {
		expect(snapshotSchema.safeParse({ index: 50 }).success).toBe(false);
	});
});
