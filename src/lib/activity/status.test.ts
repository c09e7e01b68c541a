import { describe, expect, it } from 'vitest';
import { ACTIVITY_SETTINGS } from './settings.ts';
import { activityStatus, publicStatus, type ActivityReason, type CheckReason } from './status.ts';
import type { ActivityFacts, ActivityStatus, IsoDate, SurveyFinding } from './types.ts';

const D: IsoDate = '2026-11-21';

const nothing: ActivityFacts = {
	freshLast: null,
	freshLastImprecise: false,
	freshSecond: null,
	endLast: null,
	endLastStartsOn: null,
	endLastPrecision: null,
	reachableOn: null,
	reachableBy: null,
	surveyOn: null,
	surveyFinding: null,
	surveyOrganisation: null,
	communities: 0,
	activities: 0
};

/** Facts of exact days, newest first: for them `fresh` and `end` are one. */
function days(last: IsoDate, second: IsoDate | null = null): Partial<ActivityFacts> {
	return {
		freshLast: last,
		freshSecond: second,
		endLast: last,
		endLastStartsOn: last,
		endLastPrecision: 'day'
	};
}

/** Facts of one period longer than a year. */
function longPeriod(startsOn: IsoDate, end: IsoDate): Partial<ActivityFacts> {
	return {
		freshLast: startsOn,
		freshLastImprecise: true,
		endLast: end,
		endLastStartsOn: startsOn,
		endLastPrecision: 'period'
	};
}

function survey(finding: SurveyFinding, on: IsoDate): Partial<ActivityFacts> {
	return { surveyOn: on, surveyFinding: finding, surveyOrganisation: 'Latgales PKC' };
}

/** A survey that found somebody also makes the place reachable. */
function found(finding: 'active' | 'emerging', on: IsoDate): Partial<ActivityFacts> {
	return { ...survey(finding, on), reachableOn: on, reachableBy: 'survey' };
}

function known(on: IsoDate): Partial<ActivityFacts> {
	return { reachableOn: on, reachableBy: 'community' };
}

interface Expected {
	status: ActivityStatus;
	rule: ActivityReason['rule'];
	on: IsoDate | null;
	check?: CheckReason;
	dateToBeChecked?: true;
}

/** One line of the table: what is known on a day (D unless said otherwise), and what it comes to. */
type Example = [name: string, facts: Partial<ActivityFacts>, expected: Expected, asOf?: IsoDate];

const active: Example[] = [
	['an activity today', days(D), { status: 'active', rule: 'fresh', on: D }],
	[
		'an activity exactly 12 months ago',
		days('2025-11-21'),
		{ status: 'active', rule: 'fresh', on: '2025-11-21' }
	],
	[
		'an activity 12 months and a day ago',
		days('2025-11-20'),
		{ status: 'dormant', rule: 'ended', on: '2025-11-20' }
	],
	[
		'two activities, the older exactly 24 months ago',
		days('2025-11-20', '2024-11-21'),
		{ status: 'active', rule: 'fresh_pair', on: '2025-11-20' }
	],
	[
		'two activities, the older 24 months and a day ago',
		days('2025-11-20', '2024-11-20'),
		{ status: 'dormant', rule: 'ended', on: '2025-11-20' }
	],
	[
		'two activities on one day',
		days('2025-06-01', '2025-06-01'),
		{ status: 'active', rule: 'fresh_pair', on: '2025-06-01' }
	],
	[
		'people found active exactly 12 months ago',
		found('active', '2025-11-21'),
		{ status: 'active', rule: 'survey_active', on: '2025-11-21', check: 'active_but_silent' }
	],
	[
		'people found active 12 months and a day ago can still be reached',
		found('active', '2025-11-20'),
		{ status: 'emerging', rule: 'reachable', on: '2025-11-20' }
	],
	[
		'an activity speaks before a survey that says the same',
		{ ...days('2026-05-01'), ...found('active', '2026-06-01') },
		{ status: 'active', rule: 'fresh', on: '2026-05-01' }
	],
	[
		'a long period that began within 12 months',
		longPeriod('2026-01-01', D),
		{ status: 'active', rule: 'fresh', on: '2026-01-01' }
	]
];

const monthEnds: Example[] = [
	[
		'12 months before 29 February is 28 February',
		days('2023-02-28'),
		{ status: 'active', rule: 'fresh', on: '2023-02-28' },
		'2024-02-29'
	],
	[
		'18 months before 31 August is 28 February',
		known('2025-02-28'),
		{ status: 'emerging', rule: 'reachable', on: '2025-02-28' },
		'2026-08-31'
	],
	[
		'and 27 February is too early',
		known('2025-02-27'),
		{ status: 'not_surveyed', rule: 'nothing', on: '2025-02-27' },
		'2026-08-31'
	]
];

const emerging: Example[] = [
	[
		'a community known for exactly 18 months',
		known('2025-05-21'),
		{ status: 'emerging', rule: 'reachable', on: '2025-05-21' }
	],
	[
		'a community known for 18 months and a day',
		known('2025-05-20'),
		{ status: 'not_surveyed', rule: 'nothing', on: '2025-05-20' }
	],
	[
		'an agreement of 29 October 2025 beside initiatives of 2019–2025',
		{ ...longPeriod('2019-01-01', '2025-10-29'), reachableOn: '2025-10-29', reachableBy: 'agreement' },
		{ status: 'emerging', rule: 'reachable', on: '2025-10-29', dateToBeChecked: true }
	],
	[
		'people found beginning',
		found('emerging', '2026-03-01'),
		{ status: 'emerging', rule: 'reachable', on: '2026-03-01' }
	]
];

const dormant: Example[] = [
	[
		'an activity exactly 60 months ago',
		days('2021-11-21'),
		{ status: 'dormant', rule: 'ended', on: '2021-11-21' }
	],
	[
		'an activity 60 months and a day ago',
		days('2021-11-20'),
		{ status: 'not_surveyed', rule: 'nothing', on: '2021-11-20' }
	],
	[
		'initiatives known only as 2019–2025 count by their end, but not as fresh',
		longPeriod('2019-01-01', '2025-10-29'),
		{ status: 'dormant', rule: 'ended', on: '2025-10-29', dateToBeChecked: true }
	],
	[
		'a long period beside an older exact activity',
		{ ...longPeriod('2019-01-01', '2025-10-29'), freshLast: '2022-06-01', freshLastImprecise: false },
		{ status: 'dormant', rule: 'ended', on: '2025-10-29', dateToBeChecked: true }
	],
	[
		'a long period that ended too long ago to ask about',
		longPeriod('2015-01-01', '2020-12-31'),
		{ status: 'not_surveyed', rule: 'nothing', on: '2020-12-31' }
	],
	[
		'people found gone quiet exactly 24 months ago',
		survey('dormant', '2024-11-21'),
		{ status: 'dormant', rule: 'survey_dormant', on: '2024-11-21' }
	],
	[
		'people found gone quiet 24 months and a day ago',
		survey('dormant', '2024-11-20'),
		{ status: 'not_surveyed', rule: 'nothing', on: '2024-11-20' }
	]
];

const nobodyFound: Example[] = [
	[
		'nobody found, nothing else known',
		survey('nobody', '2026-02-01'),
		{ status: 'inactive', rule: 'survey_nobody_newest', on: '2026-02-01' }
	],
	[
		'nobody found exactly 24 months ago',
		survey('nobody', '2024-11-21'),
		{ status: 'inactive', rule: 'survey_nobody_newest', on: '2024-11-21' }
	],
	[
		'nobody found 24 months and a day ago',
		survey('nobody', '2024-11-20'),
		{ status: 'not_surveyed', rule: 'nothing', on: '2024-11-20' }
	],
	[
		'nobody found the day after the last activity',
		{ ...days('2026-02-01'), ...survey('nobody', '2026-02-02') },
		{ status: 'inactive', rule: 'survey_nobody_newest', on: '2026-02-02', check: 'nobody_but_fresh' }
	],
	[
		'nobody found on the day of the last activity does not override it',
		{ ...days('2026-02-01'), ...survey('nobody', '2026-02-01') },
		{ status: 'active', rule: 'fresh', on: '2026-02-01', check: 'nobody_but_fresh' }
	],
	[
		'nobody found on the day somebody became known does not override it',
		{ ...known('2026-02-01'), ...survey('nobody', '2026-02-01') },
		{ status: 'emerging', rule: 'reachable', on: '2026-02-01' }
	],
	[
		'nobody found the day after somebody became known',
		{ ...known('2026-02-01'), ...survey('nobody', '2026-02-02') },
		{ status: 'inactive', rule: 'survey_nobody_newest', on: '2026-02-02' }
	],
	[
		'nobody found on the day somebody became known, 18 months ago and more',
		{ ...days('2020-01-01'), ...known('2025-03-01'), ...survey('nobody', '2025-03-01') },
		{ status: 'inactive', rule: 'survey_nobody', on: '2025-03-01' }
	],
	[
		'nobody found, but an activity has ended since',
		{ ...days('2026-07-01'), ...survey('nobody', '2026-02-01') },
		{ status: 'active', rule: 'fresh', on: '2026-07-01', check: 'nobody_but_fresh' }
	],
	[
		'nobody found, but a long period has ended since',
		{ ...longPeriod('2019-01-01', '2025-10-29'), ...survey('nobody', '2025-09-01') },
		{ status: 'dormant', rule: 'ended', on: '2025-10-29', dateToBeChecked: true }
	],
	[
		'nobody found while a long period ran contradicts nothing: its fresh day is long ago',
		{ ...longPeriod('2019-01-01', '2026-06-01'), ...survey('nobody', '2026-03-01') },
		{ status: 'dormant', rule: 'ended', on: '2026-06-01', dateToBeChecked: true }
	],
	[
		'nobody found more than 12 months after an activity is no contradiction',
		{ ...days('2025-11-20'), ...survey('nobody', '2026-11-20') },
		{ status: 'inactive', rule: 'survey_nobody_newest', on: '2026-11-20' }
	]
];

const foundActive: Example[] = [
	[
		'people found active, last activity exactly 24 months ago',
		{ ...days('2024-11-21'), ...found('active', '2026-06-01') },
		{ status: 'active', rule: 'survey_active', on: '2026-06-01' }
	],
	[
		'people found active, last activity 24 months and a day ago',
		{ ...days('2024-11-20'), ...found('active', '2026-06-01') },
		{ status: 'active', rule: 'survey_active', on: '2026-06-01', check: 'active_but_silent' }
	],
	[
		'people found active while a long period runs',
		{ ...longPeriod('2019-01-01', D), ...found('active', '2026-06-01') },
		{ status: 'active', rule: 'survey_active', on: '2026-06-01' }
	]
];

const nothingKnown: Example[] = [
	['nothing at all', {}, { status: 'not_surveyed', rule: 'nothing', on: null }],
	[
		'facts of a later day',
		{ ...days('2026-11-22'), ...known('2026-12-01'), ...survey('nobody', '2026-11-22') },
		{ status: 'not_surveyed', rule: 'nothing', on: null }
	],
	[
		'communities without a date prove nothing',
		{ communities: 3, activities: 2 },
		{ status: 'not_surveyed', rule: 'nothing', on: null }
	]
];

const examples = [active, monthEnds, emerging, dormant, nobodyFound, foundActive, nothingKnown].flat();

describe('activityStatus', () => {
	it.each(examples)('%s', (_, facts, expected, asOf = D) => {
		const result = activityStatus({ ...nothing, ...facts }, asOf);
		expect(result.status).toBe(expected.status);
		expect(result.reason).toMatchObject({ rule: expected.rule, on: expected.on });
		expect(result.checkReason).toBe(expected.check ?? null);
		expect(result.needsCheck).toBe(expected.check !== undefined);
		expect(result.dateToBeChecked).toBe(expected.dateToBeChecked ?? false);
	});

	it('knows nothing of a unit without facts', () => {
		expect(activityStatus(null, D)).toEqual(activityStatus(nothing, D));
	});

	it('tells the span of the newest activity', () => {
		const month: ActivityFacts = {
			...nothing,
			...days('2026-08-31'),
			endLastStartsOn: '2026-08-01',
			endLastPrecision: 'month'
		};
		expect(activityStatus(month, D).reason).toEqual({
			rule: 'fresh',
			on: '2026-08-31',
			imprecise: false,
			span: { startsOn: '2026-08-01', precision: 'month' }
		});
	});

	it('does not lend the span of one activity to another', () => {
		const both = { ...longPeriod('2019-01-01', D), freshLast: '2026-08-31', freshLastImprecise: false };
		expect(activityStatus({ ...nothing, ...both }, D).reason).toEqual({
			rule: 'fresh',
			on: '2026-08-31',
			imprecise: false,
			span: null
		});
		const begunToday = { ...nothing, ...longPeriod(D, D) };
		expect(activityStatus(begunToday, D).reason).toMatchObject({ imprecise: true, span: null });
	});

	it('tells who surveyed and how somebody was reached', () => {
		expect(activityStatus({ ...nothing, ...survey('nobody', D) }, D).reason).toMatchObject({
			organisation: 'Latgales PKC'
		});
		expect(activityStatus({ ...nothing, ...known(D) }, D).reason).toMatchObject({ by: 'community' });
	});

	it('takes the months from its settings', () => {
		const facts = { ...nothing, ...days('2025-11-20') };
		expect(activityStatus(facts, D, { ...ACTIVITY_SETTINGS, freshMonths: 13 }).status).toBe('active');
		expect(activityStatus(facts, D, { ...ACTIVITY_SETTINGS, endMonths: 12 }).status).toBe('not_surveyed');
	});

	it('refuses a day that is none', () => {
		expect(() => activityStatus({ ...nothing, ...days(D) }, '2026-31-31')).toThrow(RangeError);
	});
});

describe('publicStatus', () => {
	it('is the same status outside the border zone, without the notes for staff', () => {
		const result = activityStatus({ ...nothing, ...days(D), ...survey('nobody', D) }, D);
		expect(result.needsCheck).toBe(true);
		expect(publicStatus(result, false)).toEqual({ status: 'active', reason: result.reason });
	});

	it.each<[ActivityStatus, Partial<ActivityFacts>]>([
		['active', days(D)],
		['emerging', known(D)]
	])('still tells %s inside the border zone', (status, facts) => {
		const result = activityStatus({ ...nothing, ...facts }, D);
		expect(publicStatus(result, true)).toEqual({ status, reason: result.reason });
	});

	it.each<[ActivityStatus, Partial<ActivityFacts>]>([
		['dormant', days('2025-01-01')],
		['dormant', survey('dormant', D)],
		['inactive', survey('nobody', D)],
		['not_surveyed', {}],
		['not_surveyed', known('2000-01-01')]
	])('makes %s "no news" inside it, whatever the reason', (status, facts) => {
		const result = activityStatus({ ...nothing, ...facts }, D);
		expect(result.status).toBe(status);
		expect(publicStatus(result, true)).toEqual({ status: 'no_news', reason: { rule: 'no_news', on: null } });
	});
});
