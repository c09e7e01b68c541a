import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recount, rounded } from '../../../tests/scoring/recount.ts';
import { assessment, inForm, type Assessment } from '../../../tests/scoring/small-checklist.ts';
import { score } from './score.ts';
import { GRADES, type Answer, type Grade, type Result } from './types.ts';
import { TOLERANCE } from './rules.ts';

const RUNS = { numRuns: process.env.DEEP === '1' ? 20_000 : 500 };
const holds = (check: (each: Assessment) => void, openness?: number): void =>
	fc.assert(fc.property(assessment(openness), check), RUNS);
const scored = ({ definition, answers, context }: Assessment, other = answers): Result =>
	score(definition, other, context);
const rank = (grade: Grade | null): number => (grade === null ? -1 : GRADES.indexOf(grade));
/** At least, with tolerance; what is null compares with nothing. */
const atLeast = (value: number | null, least: number | null): boolean =>
	value === null || least === null || value >= least - TOLERANCE;

/** What belongs to the score and not to the order of what to do. */
const withoutGaps = ({ gaps: _, ...rest }: Result): Omit<Result, 'gaps'> => rest;

describe('score', () => {
	it('agrees with the recount', () => {
		holds((each) => {
			const { definition, answers, context } = each;
			expect(rounded(scored(each))).toEqual(rounded(recount(definition, answers, context)));
		});
	});

	it('agrees with the recount when nearly everything is answered', () => {
		holds((each) => {
			const { definition, answers, context } = each;
			expect(rounded(scored(each))).toEqual(rounded(recount(definition, answers, context)));
		}, 0.5);
	});

	it('never falls when a level rises', () => {
		holds((each) => {
			const before = scored(each);
			for (const [position, answer] of each.answers.entries()) {
				if (typeof answer.value !== 'number' || answer.value === 3) continue;
				const raised = { ...answer, value: (answer.value + 1) as Answer['value'] };
				const after = scored(each, each.answers.with(position, raised));
				expect(atLeast(after.index, before.index)).toBe(true);
				expect(atLeast(after.low, before.low)).toBe(true);
				expect(rank(after.grade)).toBeGreaterThanOrEqual(rank(before.grade));
			}
		}, 0.5);
	});

	it('lies between low and high', () => {
		holds((each) => {
			const { index, low, high } = scored(each);
			expect(atLeast(index, low)).toBe(true);
			expect(atLeast(high, index)).toBe(true);
			for (const domain of scored(each).domains) {
				expect(atLeast(domain.score, domain.low)).toBe(true);
				expect(atLeast(domain.high, domain.score)).toBe(true);
			}
		});
	});

	it('takes what is not applicable out altogether', () => {
		holds((each) => {
			const gone = new Set(
				inForm(each)
					.filter(({ item, value }) => {
						const found = each.definition.items.find(({ id }) => id === item);
						return value === 'na' && found?.naAllowed;
					})
					.map(({ item }) => item)
			);
			const items = each.definition.items.filter(({ id }) => !gone.has(id));
			const { index, low, high, completeness, grade, limits, gaps } = scored(each);
			// The drill that does not apply asks nothing of anybody, as the one that is not there.
			const shorter = score({ ...each.definition, items }, each.answers, each.context);
			expect({ index, low, high, completeness, grade, limits, gaps }).toEqual({
				index: shorter.index,
				low: shorter.low,
				high: shorter.high,
				completeness: shorter.completeness,
				grade: shorter.grade,
				limits: shorter.limits,
				gaps: shorter.gaps
			});
		});
	});

	it('does not depend on the order of the answers', () => {
		holds((each) => {
			expect(scored(each, each.answers.toReversed())).toEqual(scored(each));
		});
	});

	it('knows less when an answer is removed', () => {
		holds((each) => {
			const before = scored(each);
			for (const position of each.answers.keys()) {
				const after = scored(each, each.answers.toSpliced(position, 1));
				expect(atLeast(before.low, after.low)).toBe(true);
				expect(atLeast(after.high, before.high)).toBe(true);
			}
		});
	});

	it('counts what is not known as level 0, but for what may still come out', () => {
		holds((each) => {
			const sure = each.answers.map((answer) =>
				answer.value === 'dk' ? { ...answer, value: 0 as const } : answer
			);
			const [a, b] = [scored(each), scored(each, sure)];
			const same = ({ index, low, grade, limits, completeness }: Result) => ({
				index,
				low,
				grade,
				limits,
				completeness
			});
			expect(same(a)).toEqual(same(b));
			expect(atLeast(a.high, b.high)).toBe(true);
		});
	});

	it('counts a stale level 3 as 2', () => {
		holds((each) => {
			const before = scored(each);
			const written = each.answers.map((answer) =>
				before.stale.includes(answer.item) ? { ...answer, value: 2 as const } : answer
			);
			const { index, low, high, grade } = scored(each, written);
			expect({ index, low, high, grade }).toEqual({
				index: before.index,
				low: before.low,
				high: before.high,
				grade: before.grade
			});
		});
	});

	it('does not change with exposure', () => {
		holds((each) => {
			const calm = score(each.definition, each.answers, { ...each.context, exposure: undefined });
			expect(withoutGaps(scored(each))).toEqual(withoutGaps(calm));
		});
	});

	it('lists each gap once, in one order', () => {
		holds((each) => {
			const { gaps, items } = scored(each);
			const open = items.filter(({ value, level }) => value !== 'na' && level !== 3).map(({ item }) => item);
			expect(gaps.map(({ item }) => item).sort()).toEqual([...open].sort());
			const place = new Map(each.definition.items.map(({ id }, index) => [id, index]));
			for (const [position, gap] of gaps.entries()) {
				const next = gaps[position + 1];
				if (next === undefined) continue;
				expect(atLeast(gap.priority, next.priority)).toBe(true);
				if (gap.priority - next.priority > TOLERANCE) continue;
				expect(gap.effort).toBeLessThanOrEqual(next.effort);
				if (gap.effort === next.effort) expect(place.get(gap.item)).toBeLessThan(place.get(next.item) ?? 0);
			}
		});
	});

	it('does not change what it was given', () => {
		holds((each) => {
			const before = structuredClone(each);
			scored(each);
			expect(each).toEqual(before);
		});
	});
});
