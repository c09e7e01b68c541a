import { addMonths } from './dates.ts';
import { ACTIVITY_SETTINGS, type ActivitySettings } from './settings.ts';
import type {
	ActivityFacts,
	ActivityStatus,
	DatePrecision,
	IsoDate,
	PublicStatus,
	ReachableBy,
	SurveyFinding
} from './types.ts';

/** The recorded span of an activity, as far as the facts tell it. */
export interface Span {
	startsOn: IsoDate;
	precision: DatePrecision;
}

/** Day of a survey and who did it. */
export interface Survey {
	on: IsoDate;
	organisation: string | null;
}

/** Why a unit has its status: the clause that held, with all that a sentence about it needs. */
export type ActivityReason =
	/** An activity within the last 12 months. `span` is null when only its `fresh` day is known. */
	| { rule: 'fresh'; on: IsoDate; imprecise: boolean; span: Span | null }
	/** Two activities within the last 24 months. */
	| { rule: 'fresh_pair'; on: IsoDate; imprecise: boolean; span: Span | null; secondOn: IsoDate }
	/** A survey found people active, or gone quiet, or nobody. */
	| ({ rule: 'survey_active' | 'survey_dormant' | 'survey_nobody' } & Survey)
	/** A survey found nobody, and it is newer than every other fact. */
	| ({ rule: 'survey_nobody_newest' } & Survey)
	/** Somebody can be reached. */
	| { rule: 'reachable'; on: IsoDate; by: ReachableBy | null }
	/** An activity ended within the last 60 months. */
	| { rule: 'ended'; on: IsoDate; span: Span | null }
	/** Nothing that counts; `on` is the newest of the facts that are too old, if there are any. */
	| { rule: 'nothing'; on: IsoDate | null };

/** Why facts contradict each other. */
export type CheckReason = 'nobody_but_fresh' | 'active_but_silent';

/** Status of a unit as of a day, for staff. */
export interface ActivityResult {
	status: ActivityStatus;
	reason: ActivityReason;
	/** *Jāprecizē*: facts contradict each other. */
	needsCheck: boolean;
	checkReason: CheckReason | null;
	/** *Datums jāprecizē*: the newest activity is known only as a long period; a better date might lift the status. */
	dateToBeChecked: boolean;
}

/** Status of a unit as the public may see it. */
export interface PublicResult {
	status: PublicStatus;
	reason: ActivityReason | { rule: 'no_news'; on: null };
}

const NO_FACTS: ActivityFacts = {
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

/**
 * The activity status rule; there is no other.
 *
 * Everything is as of a day D. "Within n months": date ≥ D minus n calendar months, clamped to the month's end.
 * Facts later than D are ignored. The first clause that holds decides:
 *
 * 0. `inactive` – a survey `nobody` within 24 months and later than every `end` and every *reachable* day.
 * 1. `active` – a `fresh` within 12 months, or two within 24, or a survey `active` within 12.
 * 2. `emerging` – *reachable* within 18 months.
 * 3. `dormant` – an `end` within 60 months, or a survey `dormant` within 24.
 * 4. `inactive` – a survey `nobody` within 24 months. Silence alone never proves it.
 * 5. `not_surveyed`.
 *
 * Beside it: *needs check* – a survey `nobody` within 24 months and a `fresh` within 12; or a survey `active`
 * within 12 and no `end` within 24.
 *
 * @param facts what the database gathered for the same day; null = it knows nothing of the unit
 * @param asOf the day D, an ISO date
 * @throws RangeError when `asOf` is no ISO date
 */
export function activityStatus(
	facts: ActivityFacts | null,
	asOf: IsoDate,
	settings: ActivitySettings = ACTIVITY_SETTINGS
): ActivityResult {
	const known = ignoreLater(facts ?? NO_FACTS, asOf);
	const within = (date: IsoDate | null, months: number): date is IsoDate =>
		date !== null && date >= addMonths(asOf, -months);

	const [status, reason] = decide(known, within, settings);
	const checkReason = contradiction(known, within, settings);
	return {
		status,
		reason,
		needsCheck: checkReason !== null,
		checkReason,
		dateToBeChecked: status !== 'active' && within(known.endLast, settings.endMonths) && isVague(known)
	};
}

/**
 * Reduces a status to what the public may see. Inside the eastern border zone only *active* and *emerging* are
 * told apart; everything else is *no news*, with no reason, so that no finding can be read from it.
 */
export function publicStatus(result: ActivityResult, inBorderZone: boolean): PublicResult {
	const { status, reason } = result;
	if (!inBorderZone || status === 'active' || status === 'emerging') return { status, reason };
	return { status: 'no_news', reason: { rule: 'no_news', on: null } };
}

type Within = (date: IsoDate | null, months: number) => date is IsoDate;

function decide(
	facts: ActivityFacts,
	within: Within,
	months: ActivitySettings
): [ActivityStatus, ActivityReason] {
	const { freshLast, freshSecond, endLast, reachableOn } = facts;
	const surveyWithin = (finding: SurveyFinding, limit: number): Survey | null =>
		facts.surveyFinding === finding && within(facts.surveyOn, limit)
			? { on: facts.surveyOn, organisation: facts.surveyOrganisation }
			: null;

	// 0. inactive: nobody was found, and every trace of somebody is older
	const nobody = surveyWithin('nobody', months.surveyNobodyMonths);
	if (nobody !== null && isLater(nobody.on, endLast) && isLater(nobody.on, reachableOn)) {
		return ['inactive', { rule: 'survey_nobody_newest', ...nobody }];
	}

	// 1. active
	const fresh = { imprecise: facts.freshLastImprecise, span: freshSpan(facts) };
	if (within(freshLast, months.freshMonths)) {
		return ['active', { rule: 'fresh', on: freshLast, ...fresh }];
	}
	if (within(freshLast, months.freshPairMonths) && within(freshSecond, months.freshPairMonths)) {
		return ['active', { rule: 'fresh_pair', on: freshLast, ...fresh, secondOn: freshSecond }];
	}
	const foundActive = surveyWithin('active', months.surveyActiveMonths);
	if (foundActive !== null) return ['active', { rule: 'survey_active', ...foundActive }];

	// 2. emerging
	if (within(reachableOn, months.reachableMonths)) {
		return ['emerging', { rule: 'reachable', on: reachableOn, by: facts.reachableBy }];
	}

	// 3. dormant
	if (within(endLast, months.endMonths)) {
		return ['dormant', { rule: 'ended', on: endLast, span: endSpan(facts) }];
	}
	const foundDormant = surveyWithin('dormant', months.surveyDormantMonths);
	if (foundDormant !== null) return ['dormant', { rule: 'survey_dormant', ...foundDormant }];

	// 4. inactive
	if (nobody !== null) return ['inactive', { rule: 'survey_nobody', ...nobody }];

	// 5. not surveyed
	return ['not_surveyed', { rule: 'nothing', on: newest(endLast, reachableOn, facts.surveyOn) }];
}

function contradiction(facts: ActivityFacts, within: Within, months: ActivitySettings): CheckReason | null {
	const { surveyFinding, surveyOn } = facts;
	if (
		surveyFinding === 'nobody' &&
		within(surveyOn, months.surveyNobodyMonths) &&
		within(facts.freshLast, months.freshMonths)
	) {
		return 'nobody_but_fresh';
	}
	if (
		surveyFinding === 'active' &&
		within(surveyOn, months.surveyActiveMonths) &&
		!within(facts.endLast, months.silentMonths)
	) {
		return 'active_but_silent';
	}
	return null;
}

/**
 * The latest end is that of a period longer than 12 months: only such a period counts as fresh from an earlier
 * day than its end.
 */
function isVague({ freshLast, endLast }: ActivityFacts): boolean {
	return freshLast !== null && endLast !== null && freshLast < endLast;
}

/** The facts tell the span of the latest end; it is that of the newest fresh day when both are one day. */
function freshSpan(facts: ActivityFacts): Span | null {
	return !facts.freshLastImprecise && facts.freshLast === facts.endLast ? endSpan(facts) : null;
}

function endSpan({ endLastStartsOn, endLastPrecision }: ActivityFacts): Span | null {
	if (endLastStartsOn === null || endLastPrecision === null) return null;
	return { startsOn: endLastStartsOn, precision: endLastPrecision };
}

/** The database has done this already; it must hold for facts from anywhere else, too. */
function ignoreLater(facts: ActivityFacts, asOf: IsoDate): ActivityFacts {
	const untilThen = (date: IsoDate | null): IsoDate | null => (isLater(date, asOf) ? null : date);
	return {
		...facts,
		freshLast: untilThen(facts.freshLast),
		freshSecond: untilThen(facts.freshSecond),
		endLast: untilThen(facts.endLast),
		reachableOn: untilThen(facts.reachableOn),
		surveyOn: untilThen(facts.surveyOn)
	};
}

/** A missing date is never later, and every date is later than a missing one. */
function isLater(date: IsoDate | null, other: IsoDate | null): boolean {
	return date !== null && (other === null || date > other);
}

function newest(...dates: (IsoDate | null)[]): IsoDate | null {
	return dates.reduce<IsoDate | null>((latest, date) => (isLater(date, latest) ? date : latest), null);
}
