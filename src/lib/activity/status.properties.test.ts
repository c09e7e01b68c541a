import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from './dates.ts';
import { activityStatus, publicStatus } from './status.ts';
import {
	ACTIVITY_STATUSES,
	DATE_PRECISIONS,
	REACHABLE_BY,
	SURVEY_FINDINGS,
	type ActivityFacts,
	type ActivityStatus,
	type IsoDate
} from './types.ts';

const ASOF: IsoDate = '2026-11-21';

/** Days until ASOF, most of them around the limits of the rule. */
const day: fc.Arbitrary<IsoDate> = fc
	.oneof(
		fc
			.tuple(fc.constantFrom(0, 12, 18, 24, 60), fc.integer({ min: -2, max: 40 }))
			.map(([months, days]) => plusDays(addMonths(ASOF, -months), -days)),
		fc.integer({ min: 0, max: 3000 }).map((days) => plusDays(ASOF, -days))
	)
	.filter((date) => date <= ASOF);

interface Activity {
	fresh: IsoDate;
	end: IsoDate;
	imprecise: boolean;
}

/** An exact activity, or a long period whose first day alone is fresh. */
const activity: fc.Arbitrary<Activity> = fc.oneof(
	day.map((end) => ({ fresh: end, end, imprecise: false })),
	fc.tuple(day, day).map(([a, b]) => ({ fresh: a < b ? a : b, end: a < b ? b : a, imprecise: true }))
);

/** Facts as they come about: from activities, somebody reached and a survey. */
const facts: fc.Arbitrary<ActivityFacts> = fc
	.record({
		activities: fc.array(activity, { maxLength: 4 }),
		reached: fc.option(fc.tuple(day, fc.constantFrom(...REACHABLE_BY))),
		survey: fc.option(fc.tuple(day, fc.constantFrom(...SURVEY_FINDINGS))),
		precision: fc.constantFrom(...DATE_PRECISIONS)
	})
	.map(({ activities, reached, survey, precision }) => {
		const fresh = [...activities].sort((a, b) => b.fresh.localeCompare(a.fresh));
		const end = [...activities].sort((a, b) => b.end.localeCompare(a.end))[0];
		return {
			freshLast: fresh[0]?.fresh ?? null,
			freshLastImprecise: fresh[0]?.imprecise ?? false,
			freshSecond: fresh[1]?.fresh ?? null,
			endLast: end?.end ?? null,
			endLastStartsOn: end?.fresh ?? null,
			endLastPrecision: end === undefined ? null : precision,
			reachableOn: reached?.[0] ?? null,
			reachableBy: reached?.[1] ?? null,
			surveyOn: survey?.[0] ?? null,
			surveyFinding: survey?.[1] ?? null,
			surveyOrganisation: survey === null ? null : 'PKC',
			communities: reached === null ? 0 : 1,
			activities: activities.length
		};
	});

/** Liveliness of a status. `inactive` and `not_surveyed` both say that nobody is known to be there. */
const HEIGHT: Record<ActivityStatus, number> = {
	active: 3,
	emerging: 2,
	dormant: 1,
	inactive: 0,
	not_surveyed: 0
};
const height = (given: ActivityFacts, asOf = ASOF): number => HEIGHT[activityStatus(given, asOf).status];

describe('the status rule', () => {
	it('answers for any facts, with a reason that fits the status', () => {
		const anyDay = fc.option(fc.oneof(day, fc.constantFrom('1900-01-01', '2026-11-22', '2100-12-31')));
		const anyFacts = fc.record<ActivityFacts>({
			freshLast: anyDay,
			freshLastImprecise: fc.boolean(),
			freshSecond: anyDay,
			endLast: anyDay,
			endLastStartsOn: anyDay,
			endLastPrecision: fc.option(fc.constantFrom(...DATE_PRECISIONS)),
			reachableOn: anyDay,
			reachableBy: fc.option(fc.constantFrom(...REACHABLE_BY)),
			surveyOn: anyDay,
			surveyFinding: fc.option(fc.constantFrom(...SURVEY_FINDINGS)),
			surveyOrganisation: fc.option(fc.string()),
			communities: fc.nat(),
			activities: fc.nat()
		});
		fc.assert(
			fc.property(fc.option(anyFacts), (given) => {
				const { status, reason, needsCheck, checkReason } = activityStatus(given, ASOF);
				expect(ACTIVITY_STATUSES).toContain(status);
				expect(needsCheck).toBe(checkReason !== null);
				expect(reason.on === null || reason.on <= ASOF).toBe(true);
				expect(status === 'not_surveyed').toBe(reason.rule === 'nothing');
			})
		);
	});

	it('never falls when something newer happens, unless a newer survey found nobody', () => {
		fc.assert(
			fc.property(facts, day, (given, on) => {
				fc.pre(on >= (given.freshLast ?? '') && on >= (given.endLast ?? ''));
				const after: ActivityFacts = {
					...given,
					freshLast: on,
					freshLastImprecise: false,
					freshSecond: given.freshLast,
					endLast: on,
					endLastStartsOn: on,
					endLastPrecision: 'day'
				};
				const nobodyIsNewest = after.surveyFinding === 'nobody' && (after.surveyOn ?? '') > on;
				if (!nobodyIsNewest) expect(height(after)).toBeGreaterThanOrEqual(height(given));
			})
		);
	});

	it('never falls when somebody is reached anew, unless a newer survey found nobody', () => {
		fc.assert(
			fc.property(facts, day, (given, on) => {
				fc.pre(on >= (given.reachableOn ?? ''));
				const after: ActivityFacts = { ...given, reachableOn: on, reachableBy: 'community' };
				const nobodyIsNewest = given.surveyFinding === 'nobody' && (given.surveyOn ?? '') > on;
				if (!nobodyIsNewest) expect(height(after)).toBeGreaterThanOrEqual(height(given));
			})
		);
	});

	it('never rises by time alone, except that "nobody" is forgotten', () => {
		fc.assert(
			fc.property(facts, fc.integer({ min: 0, max: 3000 }), (given, days) => {
				const later = plusDays(ASOF, days);
				const forgotten =
					given.surveyFinding === 'nobody' &&
					given.surveyOn !== null &&
					given.surveyOn < addMonths(later, -24);
				if (!forgotten) expect(height(given, later)).toBeLessThanOrEqual(height(given));
			})
		);
	});

	it('proves nothing by silence: inactive is said only after a survey that found nobody', () => {
		fc.assert(
			fc.property(facts, (given) => {
				if (activityStatus(given, ASOF).status === 'inactive') expect(given.surveyFinding).toBe('nobody');
			})
		);
	});

	it('asks to check only where facts contradict each other', () => {
		fc.assert(
			fc.property(facts, (given) => {
				const { checkReason } = activityStatus(given, ASOF);
				if (checkReason === 'nobody_but_fresh') expect(given.surveyFinding).toBe('nobody');
				if (checkReason === 'active_but_silent') expect(given.surveyFinding).toBe('active');
			})
		);
	});
});

describe('what the public sees', () => {
	it('is one of three inside the border zone, and a status below emerging tells nothing', () => {
		fc.assert(
			fc.property(facts, (given) => {
				const seen = publicStatus(activityStatus(given, ASOF), true);
				expect(['active', 'emerging', 'no_news']).toContain(seen.status);
				if (seen.status === 'no_news') expect(seen.reason).toEqual({ rule: 'no_news', on: null });
				else expect(JSON.stringify(seen)).not.toMatch(/nobody|dormant/);
			})
		);
	});

	it('is the full status outside it', () => {
		fc.assert(
			fc.property(facts, (given) => {
				const { status, reason } = activityStatus(given, ASOF);
				expect(publicStatus(activityStatus(given, ASOF), false)).toEqual({ status, reason });
			})
		);
	});
});

function plusDays(date: IsoDate, days: number): IsoDate {
	return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
