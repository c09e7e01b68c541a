import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definition, item } from '../../../tests/scoring/small-checklist.ts';
import { score } from '../scoring/score.ts';
import type { Answer, Gap } from '../scoring/types.ts';
import { readForm } from '../ui/forms.ts';
import {
	byDay,
	groupSteps,
	isLate,
	missingMustHaves,
	mustHaveCheck,
	PLAN_GROUPS,
	plannedFor,
	proposals,
	STEP_STATUSES,
	stepData,
	stepForm,
	typedStep,
	type Assessed,
	type Step
} from './plan.ts';

const ID = '11111111-1111-4111-8111-111111111111';
const ROUND = '22222222-2222-4222-8222-222222222222';
const OLD_ROUND = '33333333-3333-4333-8333-333333333333';
const TODAY = '2026-11-21';

function step(more: Partial<Step> = {}): Step {
	return {
		id: ID,
		community_id: ID,
		assessment_id: null,
		item_id: null,
		text: 'Norunāt, kas zvana',
		owner_role: null,
		helper: null,
		due_on: null,
		status: 'open',
		shared: false,
		municipality_reply: null,
		replied_at: null,
		created_at: '2026-11-01T10:00:00+00:00',
		updated_at: '2026-11-01T10:00:00+00:00',
		...more
	};
}

const latest: Assessed = {
	id: ROUND,
	asOf: '2026-08-31',
	submittedAt: '2026-08-31T18:00:00+00:00',
	missing: ['1.1', '2.1']
};

describe('the parts of a plan', () => {
	it('end the nearest one with the ninetieth day', () => {
		const due = (due_on: string | null): string | undefined => {
			const groups = groupSteps([step({ due_on })], TODAY);
			return PLAN_GROUPS.find((group) => groups[group].length > 0);
		};
		expect(due('2026-11-20')).toBe('near');
		expect(due('2026-11-21')).toBe('near');
		expect(due('2027-02-19')).toBe('near');
		expect(due('2027-02-20')).toBe('later');
		expect(due(null)).toBe('undated');
	});

	it('keep what is done or dropped apart, whatever its day', () => {
		for (const status of ['done', 'dropped'] as const) {
			expect(groupSteps([step({ status, due_on: '2026-11-22' })], TODAY).closed).toHaveLength(1);
		}
		expect(groupSteps([step({ status: 'doing', due_on: '2026-11-22' })], TODAY).near).toHaveLength(1);
	});

	it('hold every step once, in the order of their days', () => {
		const days = fc.option(
			fc
				.date({ min: new Date('2026-06-01'), max: new Date('2027-12-31'), noInvalidDate: true })
				.map((date) => date.toISOString().slice(0, 10))
		);
		const steps = fc.array(
			fc.record({ due_on: days, status: fc.constantFrom(...STEP_STATUSES) }).map((one) => step(one))
		);
		fc.assert(
			fc.property(steps, (all) => {
				const groups = groupSteps(all, TODAY);
				const found = PLAN_GROUPS.flatMap((group) => groups[group]);
				expect(found).toHaveLength(all.length);
				expect(new Set(found)).toEqual(new Set(all));
				for (const group of ['near', 'later'] as const) {
					const inOrder = groups[group].map(({ due_on }) => due_on ?? '');
					expect(inOrder).toEqual(inOrder.toSorted());
				}
			})
		);
	});

	it('show first what was added first, and of the closed what was closed last', () => {
		const early = step({ created_at: '2026-11-01T00:00:00+00:00', updated_at: '2026-11-03T00:00:00+00:00' });
		const late = step({ created_at: '2026-11-02T00:00:00+00:00', updated_at: '2026-11-04T00:00:00+00:00' });
		expect(groupSteps([late, early], TODAY).undated).toEqual([early, late]);
		const closed = [early, late].map((one): Step => ({ ...one, status: 'done' }));
		expect(groupSteps(closed, TODAY).closed).toEqual(closed.toReversed());
		expect(byDay([early, step({ due_on: '2099-01-01' })])[1]).toBe(early);
	});

	it('call late only what is still to be done and whose day is over', () => {
		expect(isLate(step({ due_on: '2026-11-20' }), TODAY)).toBe(true);
		expect(isLate(step({ due_on: TODAY }), TODAY)).toBe(false);
		expect(isLate(step({ due_on: '2026-11-20', status: 'done' }), TODAY)).toBe(false);
		expect(isLate(step(), TODAY)).toBe(false);
	});
});

describe('the six-month check', () => {
	it('falls on the same day six months later, or the last one of a shorter month', () => {
		expect(mustHaveCheck(latest, [])).toEqual({
			assessment: ROUND,
			dueOn: '2027-02-28',
			setAt: latest.submittedAt,
			items: ['1.1', '2.1']
		});
		expect(mustHaveCheck({ ...latest, asOf: '2027-08-31' }, [])?.dueOn).toBe('2028-02-29');
		expect(mustHaveCheck({ ...latest, asOf: '2026-11-21' }, [])?.dueOn).toBe('2027-05-21');
	});

	it('is not set before the first assessment, nor when nothing was missing', () => {
		expect(mustHaveCheck(null, [])).toBeNull();
		expect(mustHaveCheck({ ...latest, missing: [] }, [])).toBeNull();
	});

	it('leaves out what is done, and ends when all of it is', () => {
		const done = (item_id: string): Step => step({ item_id, status: 'done', assessment_id: ROUND });
		expect(mustHaveCheck(latest, [done('1.1')])?.items).toEqual(['2.1']);
		expect(mustHaveCheck(latest, [done('1.1'), done('2.1')])).toBeNull();
	});

	it('is not ended by what is only planned, begun or dropped, nor by another item', () => {
		for (const status of ['open', 'doing', 'dropped'] as const) {
			expect(
				mustHaveCheck(latest, [step({ item_id: '1.1', status, assessment_id: ROUND })])?.items
			).toContain('1.1');
		}
		expect(
			mustHaveCheck(latest, [step({ item_id: '1.2', status: 'done', assessment_id: ROUND })])?.items
		).toHaveLength(2);
	});

	it('counts a step of an earlier round only if it was done after this one', () => {
		const earlier = step({ item_id: '1.1', status: 'done', assessment_id: OLD_ROUND });
		expect(mustHaveCheck(latest, [{ ...earlier, updated_at: '2026-08-31T17:59:59+00:00' }])?.items).toContain(
			'1.1'
		);
		// The database writes moments in another time zone; they are compared as moments.
		expect(mustHaveCheck(latest, [{ ...earlier, updated_at: '2026-08-31T21:00:01+03:00' }])?.items).toEqual([
			'2.1'
		]);
	});
});

describe('must-haves that are missing', () => {
	const checklist = definition([
		item('1.1', 'a', { critical: true, weight: 3 }),
		item('1.2', 'a', { critical: true, weight: 3 }),
		item('1.3', 'a', { critical: true, weight: 3 }),
		item('1.4', 'a', { critical: true, weight: 3 }),
		item('1.5', 'a')
	]);
	const answer = (id: string, value: Answer['value']): Answer => ({
		item: id,
		value,
		asOf: TODAY,
		evidence: 0
	});

	it('are those at level 0, not known and not answered, and no others', () => {
		const result = score(
			checklist,
			[answer('1.1', 0), answer('1.2', 'dk'), answer('1.3', 1), answer('1.5', 0)],
			{ form: 'full', asOf: TODAY, borderZone: false }
		);
		expect(missingMustHaves(checklist, result)).toEqual(['1.1', '1.2', '1.4']);
	});
});

describe('proposals', () => {
	const gap = (id: string, more: Partial<Gap> = {}): Gap => ({
		item: id,
		domain: 'a',
		kind: 'improve',
		level: 0,
		priority: 1,
		effort: 1,
		...more
	});

	it('are the first five gaps, in their order, without what nobody answered', () => {
		const gaps = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7'].map((id) => gap(id));
		expect(
			proposals(latest, [gap('2.9', { kind: 'answer' }), ...gaps], []).map(({ item: id }) => id)
		).toEqual(['1.1', '1.2', '1.3', '1.4', '1.5']);
	});

	it('leave out what is planned or done, and propose again what was dropped', () => {
		const gaps = [gap('1.1'), gap('1.2'), gap('1.3'), gap('1.4')];
		const steps = [
			step({ item_id: '1.1' }),
			step({ item_id: '1.2', status: 'doing' }),
			step({ item_id: '1.3', status: 'done', assessment_id: ROUND }),
			step({ item_id: '1.4', status: 'dropped' })
		];
		expect(proposals(latest, gaps, steps)).toEqual([gap('1.4')]);
		expect(plannedFor('1.2', steps)).toBe(steps[1]);
		expect(plannedFor('1.3', steps)).toBeUndefined();
	});
});

describe('the form of a step', () => {
	const read = (more: Record<string, string> = {}) => {
		const form = new FormData();
		for (const [name, value] of Object.entries({ ...typedStep(step()), ...more })) form.set(name, value);
		return readForm(stepForm, form);
	};

	it('shows a stored step and reads it back', () => {
		const stored = step({ due_on: '2027-01-31', shared: true, owner_role: 'Kodolgrupa', status: 'doing' });
		const again = read(typedStep(stored));
		expect(again.ok && stepData(again.data)).toEqual({
			id: ID,
			text: stored.text,
			owner_role: 'Kodolgrupa',
			helper: '',
			due_on: '2027-01-31',
			status: 'doing',
			shared: true,
			expected_updated_at: stored.updated_at
		});
	});

	it('says from where a step comes only when it is known', () => {
		const again = read({ assessment_id: ROUND, item_id: '12.1' });
		expect(again.ok && stepData(again.data)).toMatchObject({
			assessment_id: ROUND,
			item_id: '12.1',
			shared: false
		});
	});

	it('names what is wrong', () => {
		expect(read({ text: '  ' })).toMatchObject({ ok: false, problems: { text: 'required' } });
		expect(read({ text: 'x'.repeat(501) })).toMatchObject({ ok: false, problems: { text: 'too_long' } });
		expect(read({ helper: 'zvanīt 29123456' })).toMatchObject({
			ok: false,
			problems: { helper: 'personal' }
		});
		for (const due_on of ['rīt', '2027-02-30', '1999-12-31', '2101-01-01'])
			expect(read({ due_on })).toMatchObject({ ok: false, problems: { due_on: 'date' } });
		expect(read({ status: 'later', shared: '' })).toMatchObject({
			ok: false,
			problems: { status: 'choose', shared: 'choose' }
		});
		expect(read({ item_id: '1.1; drop' }).ok).toBe(false);
		expect(read({ id: 'mine' }).ok).toBe(false);
	});
});
