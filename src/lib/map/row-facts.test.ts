import { describe, expect, it } from 'vitest';
import { NO_FACTS, SMALL_COUNTRY, SMALL_FACTS } from '../../../tests/fixtures/small-country.ts';
import { planProgress } from '../coverage/plans.ts';
import { indicatorFigure } from '../layers/figures.ts';
import { figuresOf, hasFew, type RowFacts } from './row-facts.ts';

const people = (value: number, year = 2025, method: 'published' | 'inherited' = 'published') => ({
	population: indicatorFigure({
		...{ value, year, method, inheritedFrom: null, basis: 'estimate', sourceId: 'csp' }
	})
});
const surveyed = (on: string) => ({ ...NO_FACTS, surveyOn: on, surveyFinding: 'active' as const });

const facts: RowFacts = {
	...SMALL_FACTS,
	asOf: '2026-11-22',
	window: 24,
	active: new Map([['0010000', 2]]),
	assessed: new Map([['0010000', { communities: 4, withinYear: 1 }]]),
	plans: planProgress([{ code: '0010200', communities: 2, items: 8, done: 2 }], SMALL_COUNTRY)
};
const figure = (code: string, id: Parameters<typeof figuresOf>[2][number], of: RowFacts = facts) =>
	figuresOf(of, code, [id])[id] ?? null;

describe('numbers of communities', () => {
	it('are 0 where there are none, because every place was looked at', () => {
		expect(figure('0010000', 'active-communities')?.value).toBe(2);
		expect(figure('0020000', 'active-communities')?.value).toBe(0);
		expect(figure('0010000', 'assessed')?.value).toBe(4);
		expect(figure('0010000', 'assessed-recently')?.value).toBe(1);
		expect(figure('0020010', 'assessed')?.value).toBe(0);
	});

	it('are missing where they were not read', () => {
		for (const id of ['active-communities', 'assessed', 'assessed-recently', 'plan-done'] as const) {
			expect(figure('0010000', id, SMALL_FACTS), id).toBeNull();
		}
	});
});

describe('residents reached', () => {
	const known: RowFacts = {
		...facts,
		indicators: new Map([
			['0010010', people(300)],
			['0010200', people(900)],
			['0020010', people(100, 2025, 'inherited')],
			['0003000', people(20_000)]
		])
	};

	it('are a share of those whose number is known, and say of how many places it is', () => {
		expect(figure('latgale', 'residents-reached', known)).toMatchObject({
			...{ value: 75, year: 2025, sourceId: 'csp', madeOf: { known: 2, of: 3 } }
		});
	});

	it('are all or nothing in one place, and nobody knows of a state city', () => {
		expect(figure('0010200', 'residents-reached', known)).toMatchObject({ value: 100, isWhole: true });
		expect(figure('0010010', 'residents-reached', known)).toMatchObject({ value: 0, isWhole: true });
		expect(figure('0003000', 'residents-reached', known)).toBeNull();
	});

	it('have no year where there are several', () => {
		const mixed = new Map([...(known.indicators ?? []), ['0010010', people(300, 2020)] as const]);
		expect(figure('latgale', 'residents-reached', { ...known, indicators: mixed })?.year).toBeNull();
	});
});

describe('places surveyed', () => {
	const emerging = SMALL_FACTS.statuses.get('0010200');
	if (!emerging) throw new Error('fixture');
	const onDay = (on: string): RowFacts => ({
		...facts,
		statuses: new Map(SMALL_FACTS.statuses).set('0010200', { ...emerging, facts: surveyed(on) })
	});

	it('count within the window, the first day included', () => {
		expect(figure('0010200', 'surveyed-share', onDay('2024-11-22'))?.value).toBe(100);
		expect(figure('0010200', 'surveyed-share', onDay('2024-11-21'))).toBeNull();
		expect(figure('0010200', 'surveyed-share', { ...onDay('2024-11-21'), window: 36 })?.value).toBe(100);
	});

	it('are unknown to the public in the border zone where nobody was found, so a share there is at least so large', () => {
		expect(figure('0020010', 'surveyed-share')).toBeNull();
		expect(figure('0010000', 'surveyed-share', onDay('2026-01-01'))).toMatchObject({
			...{ value: 50, atLeast: true }
		});
	});

	it('are known there to people whose mandate reaches it', () => {
		const mandated = { ...onDay('2026-01-01'), reaches: () => true };
		expect(figure('0010010', 'surveyed-share', mandated)).toMatchObject({ value: 0, isWhole: true });
		expect(figure('0010000', 'surveyed-share', mandated)).toMatchObject({ value: 50, atLeast: false });
	});

	it('are known everywhere outside it', () => {
		expect(figure('0003000', 'surveyed-share')?.value).toBe(0);
	});
});

describe('steps of plans', () => {
	it('stay unsaid where few communities have a plan, and are no data where none has', () => {
		expect(figure('0010200', 'plan-done')).toBeNull();
		expect(hasFew(facts, '0010200', ['plan-done'])).toBe(true);
		expect(hasFew(facts, '0020010', ['plan-done'])).toBe(false);
		expect(hasFew(facts, '0010200', ['assessed'])).toBe(false);
	});

	it('are a share where they may be said', () => {
		const plans = planProgress([{ code: '0010200', communities: 3, items: 8, done: 2 }], SMALL_COUNTRY);
		expect(figure('0010000', 'plan-done', { ...facts, plans })?.value).toBe(25);
	});
});
