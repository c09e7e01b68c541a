import type { Form, Hazard, Level } from '../checklists/types.ts';

/** ISO calendar date, `YYYY-MM-DD`. Compares correctly as text. */
export type IsoDate = string;

/** A level, *don't know* or *not applicable*. */
export const ANSWER_VALUES = [0, 1, 2, 3, 'dk', 'na'] as const;
export type AnswerValue = (typeof ANSWER_VALUES)[number];

/** What an answer rests on: 0 word only, 1 something to look at, 2 tried on a day, 3 confirmed by a PKC mentor. */
export const EVIDENCE = [0, 1, 2, 3] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** What a community says of one item. No answer = unanswered. */
export interface Answer {
	item: string;
	value: AnswerValue;
	/** The day for which it is true. */
	asOf: IsoDate;
	evidence: Evidence;
	/** Why the item does not apply; required with `na`. */
	reason?: string | undefined;
	note?: string | undefined;
}

/** How much more or less a hazard matters in a place: 0.5 … 1.5; what is not named is 1. */
export type Exposure = Partial<Record<Hazard, number>>;

/** Under which circumstances answers are scored. */
export interface Context {
	form: Form;
	/** The day of the assessment; answers are stale as seen from it. */
	asOf: IsoDate;
	/** The community lies inside the eastern border zone. */
	borderZone: boolean;
	exposure?: Exposure | undefined;
}

/** Grades from lowest to highest: *Ceļa sākumā · Pamati likti · Noturīga · Pārbaudīta*. */
export const GRADES = ['start', 'basics', 'resilient', 'proven'] as const;
export type Grade = (typeof GRADES)[number];

export const LIMIT_RULES = [
	'critical-missing',
	'critical-missing-many',
	'domain-floor',
	'proven-requirements'
] as const;
export type LimitRule = (typeof LIMIT_RULES)[number];

/** A rule that holds the grade at `cap`, with the items or domains that caused it. */
export interface Limit {
	rule: LimitRule;
	cap: Grade;
	items: string[];
	domains: string[];
}

export type DomainFlag = 'na-heavy' | 'incomplete';

/** One domain. Shares are 0 … 1, the other figures 0 … 100; null = nothing to compute them from. */
export interface DomainResult {
	id: string;
	/** Of what is answered. */
	score: number | null;
	/** If everything open were at level 0. */
	low: number | null;
	/** If everything open or not known were at level 3. */
	high: number | null;
	completeness: number;
	flags: DomainFlag[];
}

/** One item in form, as it entered the score. */
export interface ItemResult {
	item: string;
	/** null = unanswered. */
	value: AnswerValue | null;
	/** Effective level; null = unanswered or not applicable. */
	level: Level | null;
	/** Its level is part of the score. */
	counted: boolean;
}

export type GapKind = 'refresh' | 'find-out' | 'answer' | 'improve';

/** Something to do next. */
export interface Gap {
	item: string;
	domain: string;
	kind: GapKind;
	level: Level;
	priority: number;
	effort: 1 | 2 | 3;
}

/** Everything computed from answers. Numbers are unrounded. */
export interface Result {
	checklist: string;
	version: string;
	form: Form;
	asOf: IsoDate;
	/** Plain means over domains, 0 … 100; null when nothing is answered. */
	index: number | null;
	/** null only when every item is not applicable. */
	low: number | null;
	high: number | null;
	/** 0 … 1. */
	completeness: number;
	/** Share of what is answered that rests on more than a word, 0 … 1; null when nothing is answered. */
	evidenceShare: number | null;
	rawGrade: Grade | null;
	/** null while too much is open. */
	grade: Grade | null;
	limits: Limit[];
	domains: DomainResult[];
	/** Every item in form, in the order of the definition. */
	items: ItemResult[];
	/** Items whose level 3 is too old and counts as 2. */
	stale: string[];
	/** In the order in which they are worth doing. */
	gaps: Gap[];
}
