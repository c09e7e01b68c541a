import { describe, expect, it } from 'vitest';
import { answers, AS_OF, context, definition, item } from '../../../tests/scoring/small-checklist.ts';
import { quickWins } from './gaps.ts';
import { gradeOfIndex } from './judge.ts';
import { score } from './score.ts';
import type { Answer } from './types.ts';

/** Two domains: weights 3, 2, 1 and 1. */
const small = definition([
	item('1.1', 'a', { weight: 3, critical: true }),
	item('1.2', 'a', { weight: 2, naAllowed: true }),
	item('1.3', 'a'),
	item('2.1', 'b')
]);
const of = (values: Parameters<typeof answers>[0], more: Parameters<typeof context>[0] = {}) =>
	score(small, answers(values), context(more));

/** A domain of five items of weight 1, to reach every percentage by fifths of thirds. */
const flat = (values: Answer['value'][]) => {
	const items = values.map((_, n) => item(`1.${n + 1}`, 'a'));
	const given = Object.fromEntries(values.map((value, n) => [`1.${n + 1}`, value]));
	return score(definition(items), answers(given), context());
};

describe('a domain', () => {
	it('weighs levels', () => {
		// (3·3 + 2·1 + 1·0) / (3·6)
		expect(of({ '1.1': 3, '1.2': 1, '1.3': 0 }).domains[0]).toEqual({
			id: 'a',
			score: (100 * 11) / 18,
			low: (100 * 11) / 18,
			high: (100 * 11) / 18,
			completeness: 1,
			flags: []
		});
	});

	it('tells an interval while something is open or not known', () => {
		// Score over 1.1 and 1.2; 1.2 not known, 1.3 open.
		expect(of({ '1.1': 2, '1.2': 'dk' }).domains[0]).toEqual({
			id: 'a',
			score: (100 * 6) / 15,
			low: (100 * 6) / 18,
			high: (100 * (6 + 6 + 3)) / 18,
			completeness: 5 / 6,
			flags: []
		});
	});

	it('has no score without an answer', () => {
		expect(of({ '1.1': 2 }).domains[1]).toEqual({
			id: 'b',
			score: null,
			low: 0,
			high: 100,
			completeness: 0,
			flags: ['incomplete']
		});
	});

	it('is left out when nothing in it applies', () => {
		const checklist = definition([item('1.1', 'a'), item('2.1', 'b', { naAllowed: true })]);
		const result = score(checklist, answers({ '1.1': 3, '2.1': 'na' }), context());
		expect(result.domains[1]).toEqual({
			id: 'b',
			score: null,
			low: null,
			high: null,
			completeness: 1,
			flags: ['na-heavy']
		});
		expect(result).toMatchObject({ index: 100, low: 100, high: 100, completeness: 1, grade: 'proven' });
		expect(result.items[1]).toEqual({ item: '2.1', value: 'na', level: null, counted: false });
	});

	it('is incomplete below 60 %, not at it', () => {
		expect(flat([2, 2, 2]).domains[0]?.flags).toEqual([]);
		const five = definition(['1.1', '1.2', '1.3', '1.4', '1.5'].map((id) => item(id, 'a')));
		const three = score(five, answers({ '1.1': 2, '1.2': 2, '1.3': 2 }), context());
		expect(three.domains[0]).toMatchObject({ completeness: 0.6, flags: [] });
		const two = score(five, answers({ '1.1': 2, '1.2': 2 }), context());
		expect(two.domains[0]?.flags).toEqual(['incomplete']);
	});

	it('has many not applicable above a quarter of its weight, not at it', () => {
		const four = definition(['1.1', '1.2', '1.3', '1.4'].map((id) => item(id, 'a', { naAllowed: true })));
		const flags = (values: Parameters<typeof answers>[0]) =>
			score(four, answers(values), context()).domains[0]?.flags;
		expect(flags({ '1.1': 'na', '1.2': 2, '1.3': 2, '1.4': 2 })).toEqual([]);
		expect(flags({ '1.1': 'na', '1.2': 'na', '1.3': 2, '1.4': 2 })).toEqual(['na-heavy']);
	});
});

describe('the index', () => {
	it('is the plain mean of domains, however much they weigh', () => {
		expect(of({ '1.1': 3, '1.2': 3, '1.3': 3, '2.1': 0 }).index).toBe(50);
	});

	it('is not there when nothing is answered', () => {
		expect(of({})).toMatchObject({
			index: null,
			low: 0,
			high: 100,
			completeness: 0,
			evidenceShare: null,
			rawGrade: null,
			grade: null,
			limits: []
		});
	});

	it('leaves no interval when nothing applies', () => {
		const checklist = definition([item('1.1', 'a', { naAllowed: true })]);
		const result = score(checklist, answers({ '1.1': 'na' }), context());
		expect(result).toMatchObject({
			...{ index: null, low: null, high: null, completeness: 1, evidenceShare: null },
			...{ rawGrade: null, grade: null, limits: [], gaps: [] }
		});
	});

	it.each([
		[0, 'start'],
		[39.999, 'start'],
		[40 - 1e-10, 'basics'],
		[40, 'basics'],
		[59.999, 'basics'],
		[60, 'resilient'],
		[79.999, 'resilient'],
		[80 - 1e-10, 'proven'],
		[80, 'proven'],
		[100, 'proven']
	] as const)('of %d would be %s', (index, grade) => {
		expect(gradeOfIndex(index)).toBe(grade);
	});

	it('counts the share of answers that can be shown', () => {
		const result = of({ '1.1': { value: 'dk', evidence: 1 }, '1.2': { value: 2, evidence: 0 }, '1.3': 'dk' });
		expect(result.evidenceShare).toBe(4 / 6);
	});
});

describe('the grade', () => {
	it('waits until 80 % is answered', () => {
		// Five domains of one item each would be incomplete; here each is complete enough.
		const items = [1, 2, 3, 4, 5].map((n) => item(`1.${n}`, 'a'));
		const given = (n: number) => Object.fromEntries(items.slice(0, n).map(({ id }) => [id, 2 as const]));
		expect(score(definition(items), answers(given(4)), context())).toMatchObject({
			completeness: 0.8,
			grade: 'resilient'
		});
		expect(score(definition(items), answers(given(3)), context())).toMatchObject({
			rawGrade: 'resilient',
			grade: null
		});
	});

	it('waits for every domain', () => {
		const checklist = definition([
			...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => item(`1.${n}`, 'a')),
			item('2.1', 'b')
		]);
		const given = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [`1.${n}`, 2 as const]));
		expect(score(checklist, answers(given), context())).toMatchObject({ completeness: 0.9, grade: null });
	});
});

describe('must-haves that are missing', () => {
	const checklist = (critical: number) =>
		definition(
			Array.from({ length: 9 }, (_, n) =>
				item(`1.${n + 1}`, 'a', n < critical ? { critical: true, weight: 3 } : { weight: 3 })
			)
		);
	const all = (values: Record<string, Answer['value']>) =>
		answers({
			...Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`1.${n + 1}`, 3 as const])),
			...values
		});
	const limits = (critical: number, values: Record<string, Answer['value']>) =>
		score(checklist(critical), all(values), context()).limits.map(({ rule, cap, items }) => [
			rule,
			cap,
			items
		]);

	it('hold at basics, one or two of them', () => {
		expect(limits(2, { '1.1': 0 })[0]).toEqual(['critical-missing', 'basics', ['1.1']]);
		expect(limits(2, { '1.1': 0, '1.2': 'dk' })[0]).toEqual(['critical-missing', 'basics', ['1.1', '1.2']]);
	});

	it('hold at start from three on', () => {
		expect(limits(3, { '1.1': 0, '1.2': 'dk', '1.3': 0 })[0]).toEqual([
			'critical-missing-many',
			'start',
			['1.1', '1.2', '1.3']
		]);
	});

	it('are missing when nobody answered', () => {
		const result = score(checklist(1), all({}).slice(1), context());
		expect(result.limits[0]).toEqual({
			rule: 'critical-missing',
			cap: 'basics',
			items: ['1.1'],
			domains: []
		});
		expect(result.grade).toBe('basics');
	});

	it('are not missing at level 1, and others may be', () => {
		expect(limits(1, { '1.1': 1 }).map(([rule]) => rule)).toEqual(['proven-requirements']);
		expect(limits(1, { '1.9': 0 })).toEqual([]);
	});

	it('are not told when the grade is no higher anyway', () => {
		const result = score(small, answers({ '1.1': 0, '1.2': 2, '1.3': 2, '2.1': 2 }), context());
		expect(result).toMatchObject({ rawGrade: 'basics', grade: 'basics', limits: [] });
	});
});

describe('weak domains', () => {
	/** Domain b with these levels, beside a at its best: four domains, so that the index stays high. */
	const beside = (levels: (0 | 1 | 2 | 3 | null)[]) => {
		const items = [
			...['a', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((id, n) => item(`${n + 3}.1`, id)),
			...levels.map((_, n) => item(`2.${n + 1}`, 'b'))
		];
		const given = Object.fromEntries([
			...items.slice(0, 8).map(({ id }) => [id, 3 as const]),
			...levels.flatMap((level, n) => (level === null ? [] : [[`2.${n + 1}`, level]]))
		]) as Record<string, Answer['value']>;
		return score(definition(items), answers(given), context());
	};

	it('hold at basics below 30 points', () => {
		expect(beside([1, 1, 0]).limits).toEqual([
			{ rule: 'domain-floor', cap: 'basics', items: [], domains: ['b'] }
		]);
		expect(beside([1, 1, 0]).grade).toBe('basics');
	});

	it('hold at resilient from 30 to below 50', () => {
		// 9 of 30 is 30 exactly; 3 of 9 a third.
		expect(beside([1, 1, 1, 1, 1, 1, 1, 1, 1, 0]).limits).toEqual([
			{ rule: 'domain-floor', cap: 'resilient', items: [], domains: ['b'] }
		]);
		expect(beside([1, 1, 1]).grade).toBe('resilient');
	});

	it('hold nothing at 50', () => {
		expect(beside([1, 2, 1, 2]).domains.at(-1)?.score).toBe(50);
		expect(beside([1, 2, 1, 2]).limits).toEqual([]);
	});

	it('are not judged with fewer than three answers', () => {
		expect(beside([0, 0]).limits).toEqual([]);
		expect(beside([0, 0, null]).limits).toEqual([]);
		expect(beside([0, 0, 0, null]).limits).toHaveLength(1);
	});
});

describe('the top grade', () => {
	const checklist = definition(
		[
			item('1.1', 'a', { critical: true, weight: 3 }),
			item('1.2', 'a', { weight: 3 }),
			item('1.3', 'a', { weight: 3 }),
			item('1.4', 'a', { weight: 3 })
		],
		{ drillItem: '1.4' }
	);
	const limits = (values: Parameters<typeof answers>[0]) =>
		score(checklist, answers({ '1.1': 3, '1.2': 3, '1.3': 3, '1.4': 3, ...values }), context()).limits;
	const held = (items: string[]) => [{ rule: 'proven-requirements', cap: 'resilient', items, domains: [] }];

	it('is reached with must-haves at 2 and shown, and a drill', () => {
		expect(limits({ '1.1': 2 })).toEqual([]);
		expect(limits({ '1.2': { value: 3, evidence: 0 } })).toEqual([]);
	});

	it('wants must-haves at level 2', () => expect(limits({ '1.1': 1 })).toEqual(held(['1.1'])));
	it('wants something to show for must-haves', () =>
		expect(limits({ '1.1': { value: 3, evidence: 0 } })).toEqual(held(['1.1'])));
	it('wants the drill at level 3', () => expect(limits({ '1.4': 2 })).toEqual(held(['1.4'])));
	it('wants a drill that is not too old', () =>
		expect(limits({ '1.4': { value: 3, asOf: '2025-11-20' } })).toEqual(held(['1.4'])));
	it('names everything that is wanting', () =>
		expect(limits({ '1.1': { value: 2, evidence: 0 }, '1.4': 2 })).toEqual(held(['1.1', '1.4'])));
});

describe('items', () => {
	const checklist = definition([
		item('1.1', 'a', { quick: true }),
		item('1.2', 'a', { quick: false }),
		item('1.3', 'a', { quick: true, only: 'border' })
	]);
	const asked = (more: Parameters<typeof context>[0]) =>
		score(checklist, answers({ '1.2': 3, '1.3': 3, '9.9': 3 }), context(more)).items;

	it('are those of the form and the zone; answers to others are ignored', () => {
		expect(asked({ form: 'quick' })).toEqual([{ item: '1.1', value: null, level: null, counted: false }]);
		expect(asked({ borderZone: true })).toEqual([
			{ item: '1.1', value: null, level: null, counted: false },
			{ item: '1.2', value: 3, level: 3, counted: true },
			{ item: '1.3', value: 3, level: 3, counted: true }
		]);
	});

	it('are unanswered where “not applicable” is not allowed', () => {
		expect(of({ '1.1': 'na' }).items[0]).toEqual({ item: '1.1', value: null, level: null, counted: false });
	});

	it('keep level 3 until its last day', () => {
		const old = (asOf: string) => of({ '1.1': { value: 3, asOf } });
		expect(old('2025-11-21').stale).toEqual([]);
		expect(old('2025-11-20').stale).toEqual(['1.1']);
		expect(old('2025-11-20').items[0]).toEqual({ item: '1.1', value: 3, level: 2, counted: true });
		// Only level 3 says anything of the last months.
		expect(of({ '1.1': { value: 2, asOf: '2001-01-01' } }).stale).toEqual([]);
	});

	it('name checklist, version, form and day', () => {
		expect(of({})).toMatchObject({ checklist: 'small', version: '1.0.0', form: 'full', asOf: AS_OF });
	});
});

describe('gaps', () => {
	it('are everything below level 3, by kind', () => {
		const { gaps } = of({ '1.1': { value: 3, asOf: '2020-01-01' }, '1.2': 'dk', '1.3': 1 });
		expect(gaps.map(({ item: id, kind, level }) => [id, kind, level])).toEqual([
			['1.2', 'find-out', 0],
			['1.1', 'refresh', 2],
			['2.1', 'answer', 0],
			['1.3', 'improve', 1]
		]);
		expect(gaps.map(({ priority }) => priority)).toEqual([2, 1.5, 1, 2 / 3]);
		expect(gaps[1]).toEqual({
			item: '1.1',
			domain: 'a',
			kind: 'refresh',
			level: 2,
			priority: 1.5,
			effort: 2
		});
	});

	it('leave out what does not apply and what is tested', () => {
		expect(of({ '1.1': 3, '1.2': 'na', '1.3': 3, '2.1': 3 }).gaps).toEqual([]);
	});

	it('weigh by the exposure to their hazard', () => {
		const checklist = definition([
			item('1.1', 'a', { hazard: 'flood' }),
			item('1.2', 'a', { hazard: 'outage' }),
			item('1.3', 'a')
		]);
		const { gaps } = score(checklist, [], context({ exposure: { outage: 1.5, flood: 0.5 } }));
		expect(gaps.map(({ item: id, priority }) => [id, priority])).toEqual([
			['1.2', 1.5],
			['1.3', 1],
			['1.1', 0.5]
		]);
	});

	it('with the same priority come by effort, then as in the checklist', () => {
		const checklist = definition([
			item('1.1', 'a', { effort: 3 }),
			item('1.2', 'a', { effort: 1 }),
			item('1.3', 'a', { effort: 1 }),
			item('1.4', 'a', { effort: 2, weight: 2 })
		]);
		const { gaps } = score(checklist, [], context());
		expect(gaps.map(({ item: id }) => id)).toEqual(['1.4', '1.2', '1.3', '1.1']);
		expect(quickWins(gaps).map(({ item: id }) => id)).toEqual(['1.2', '1.3']);
	});

	it('tie within the tolerance, in a chain too', () => {
		const hazards = ['flood', 'outage', 'alarm'] as const;
		const checklist = definition(
			hazards.map((hazard, n) => item(`1.${n + 1}`, 'a', { hazard, effort: n === 2 ? 1 : 2 }))
		);
		const order = (step: number) =>
			score(
				checklist,
				[],
				context({ exposure: { flood: 1, outage: 1 - step, alarm: 1 - 2 * step } })
			).gaps.map(({ item: id }) => id);
		expect(order(0.8e-9)).toEqual(['1.3', '1.1', '1.2']);
		expect(order(1e-6)).toEqual(['1.1', '1.2', '1.3']);
	});
});
