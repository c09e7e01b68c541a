/** ISO calendar date, `YYYY-MM-DD`. Compares correctly as text. */
export type IsoDate = string;

/** How exactly the dates of an activity are known. */
export const DATE_PRECISIONS = ['day', 'month', 'year', 'period'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** What a field survey of a parish found. */
export const SURVEY_FINDINGS = ['active', 'emerging', 'dormant', 'nobody'] as const;
export type SurveyFinding = (typeof SURVEY_FINDINGS)[number];

/** What makes a place reachable: a known community, a signed agreement, a survey. */
export const REACHABLE_BY = ['community', 'agreement', 'survey'] as const;
export type ReachableBy = (typeof REACHABLE_BY)[number];

/**
 * The facts of one unit as of a day, as the database gathers them (`activity_evidence`).
 * All dates lie on or before that day. The status rule reads these and nothing else.
 */
export interface ActivityFacts {
	/** Newest `fresh` day of an activity. */
	freshLast: IsoDate | null;
	/** `freshLast` is the first day of a period longer than 12 months, so its time is not exactly known. */
	freshLastImprecise: boolean;
	/** Second newest `fresh` day, of another activity. */
	freshSecond: IsoDate | null;
	/** Latest last day of an activity, with the span it belongs to. */
	endLast: IsoDate | null;
	endLastStartsOn: IsoDate | null;
	endLastPrecision: DatePrecision | null;
	/** Latest day on which somebody could be reached there. */
	reachableOn: IsoDate | null;
	reachableBy: ReachableBy | null;
	/** The latest survey. */
	surveyOn: IsoDate | null;
	surveyFinding: SurveyFinding | null;
	surveyOrganisation: string | null;
	/** Approved communities and public activities linked to the unit. */
	communities: number;
	activities: number;
}

/** Activity status of a unit, in the order of the legend. */
export const ACTIVITY_STATUSES = ['active', 'emerging', 'dormant', 'inactive', 'not_surveyed'] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

/**
 * What the public may see: inside the eastern border zone `dormant`, `inactive` and `not_surveyed`
 * become `no_news`.
 */
export const PUBLIC_STATUSES = [...ACTIVITY_STATUSES, 'no_news'] as const;
export type PublicStatus = (typeof PUBLIC_STATUSES)[number];
