/** The plan of a community: its steps, in its own words, and when something comes back to mind. */
import { z } from 'zod';
import { addMonths } from '../scoring/expiry.ts';
import type { Gap, IsoDate, Result } from '../scoring/types.ts';
import type { Definition } from '../checklists/types.ts';
import { impersonal } from '../ui/personal.ts';

/** Not begun, begun, done, not wanted any more. Nothing is ever deleted. */
export const STEP_STATUSES = ['open', 'doing', 'done', 'dropped'] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

/** What a municipality sees of a step that is shared with it: not from which item of the checklist it came. */
export const sharedStepRow = z.object({
	id: z.uuid(),
	community_id: z.uuid(),
	text: z.string(),
	/** A role, not a name. */
	owner_role: z.string().nullable(),
	helper: z.string().nullable(),
	due_on: z.iso.date().nullable(),
	status: z.enum(STEP_STATUSES),
	municipality_reply: z.string().nullable(),
	replied_at: z.string().nullable(),
	created_at: z.string(),
	/** Sent back unchanged when the step is changed. */
	updated_at: z.string()
});
export type SharedStep = z.output<typeof sharedStepRow>;

/** A row of `plan_items` (class C). */
export const stepRow = sharedStepRow.extend({
	/** The round from which it came, and the item of its checklist; null for steps that people thought of themselves. */
	assessment_id: z.uuid().nullable(),
	item_id: z.string().nullable(),
	shared: z.boolean()
});
export type Step = z.output<typeof stepRow>;

/** Days for which the database has room. */
const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2100-12-31';

const text = z.string();
const nothing = z.literal('');
const day = z
	.union([nothing, z.iso.date('date')], 'date')
	.refine((given) => given === '' || (given >= FIRST_DAY && given <= LAST_DAY), 'date');

/** A step as it is typed. Messages are the codes of `ui/problems.ts`. */
export const stepForm = z.object({
	/** Made where the form was opened, so that sending twice adds once. */
	id: z.uuid(),
	assessment_id: z.union([nothing, z.uuid()]),
	item_id: z.string().regex(/^(\d{1,3}\.\d{1,3})?$/),
	text: impersonal(500).min(1, 'required'),
	owner_role: impersonal(120),
	helper: impersonal(120),
	due_on: day,
	status: z.enum(STEP_STATUSES, 'choose'),
	shared: z.enum(['yes', 'no'], 'choose'),
	/** The version that was opened; empty for a step that is new. */
	expected_updated_at: text
});
type TypedStep = z.output<typeof stepForm>;

/** One press of a button beside a step. */
export const statusForm = stepForm.pick({ id: true, status: true, expected_updated_at: true });

/** What the municipality answers; empty takes the answer back. */
export const replyForm = z.object({ id: z.uuid(), text: impersonal(2000), expected_updated_at: text });

/** A step as `save_plan_item` takes it. Where it came from is said once, when it is added. */
export function stepData({
	assessment_id,
	item_id,
	shared,
	...typed
}: TypedStep): Record<string, string | boolean> {
	const origin = Object.entries({ assessment_id, item_id }).filter(([, value]) => value !== '');
	return { ...typed, ...Object.fromEntries(origin), shared: shared === 'yes' };
}

/** What the fields show for a stored step. */
export function typedStep(step: Step): Record<keyof TypedStep, string> {
	return {
		id: step.id,
		assessment_id: step.assessment_id ?? '',
		item_id: step.item_id ?? '',
		text: step.text,
		owner_role: step.owner_role ?? '',
		helper: step.helper ?? '',
		due_on: step.due_on ?? '',
		status: step.status,
		shared: step.shared ? 'yes' : 'no',
		expected_updated_at: step.updated_at
	};
}

/** Whether something is still to be done. */
export function isOpen({ status }: Pick<Step, 'status'>): boolean {
	return status === 'open' || status === 'doing';
}

/** Whether its day has passed and it is still to be done. */
export function isLate(step: Pick<Step, 'status' | 'due_on'>, today: IsoDate): boolean {
	return isOpen(step) && step.due_on !== null && step.due_on < today;
}

/** How many days the nearest part of a plan looks ahead. */
export const NEAR_DAYS = 90;

export const PLAN_GROUPS = ['near', 'later', 'undated', 'closed'] as const;
export type PlanGroup = (typeof PLAN_GROUPS)[number];

/**
 * The parts of a plan: what falls into the next 90 days or should have been done already, what comes later, what has no
 * day, and what is done or not wanted any more. By day; what is closed, the latest first.
 */
export function groupSteps<T extends Pick<Step, 'status' | 'due_on' | 'created_at' | 'updated_at'>>(
	steps: readonly T[],
	today: IsoDate
): Record<PlanGroup, T[]> {
	const horizon = addDays(today, NEAR_DAYS);
	const groupOf = (step: T): PlanGroup => {
		if (!isOpen(step)) return 'closed';
		if (step.due_on === null) return 'undated';
		return step.due_on <= horizon ? 'near' : 'later';
	};
	const of = (group: PlanGroup): T[] => steps.filter((step) => groupOf(step) === group);
	return {
		near: byDay(of('near')),
		later: byDay(of('later')),
		undated: byDay(of('undated')),
		closed: of('closed').sort((a, b) => Date.parse(b.updated_at) - Date.parse(a.updated_at))
	};
}

/** By day, those without one last, then in the order in which they were added. */
export function byDay<T extends Pick<Step, 'due_on' | 'created_at'>>(steps: readonly T[]): T[] {
	const day = ({ due_on }: T): string => due_on ?? '9999';
	return steps.toSorted(
		(a, b) =>
			(day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0) || Date.parse(a.created_at) - Date.parse(b.created_at)
	);
}

function addDays(date: IsoDate, days: number): IsoDate {
	const moment = new Date(`${date}T00:00:00Z`);
	moment.setUTCDate(moment.getUTCDate() + days);
	return moment.toISOString().slice(0, 10);
}

/** The assessment that a plan stands on: the latest that was submitted. */
export interface Assessed {
	id: string;
	/** The day for which it holds. */
	asOf: IsoDate;
	/** ISO moment. */
	submittedAt: string;
	/** Must-haves that were missing, in the order of the checklist. */
	missing: readonly string[];
}

/** Must-haves at level 0, not known or not answered: the same that hold the grade (`scoring/limits.ts`). */
export function missingMustHaves(definition: Definition, { items }: Pick<Result, 'items'>): string[] {
	const critical = new Set(definition.items.filter((item) => item.critical).map(({ id }) => id));
	return items
		.filter(({ item, value, level }) => critical.has(item) && value !== 'na' && (level ?? 0) === 0)
		.map(({ item }) => item);
}

/** After how many months a community looks again at the must-haves that were missing. */
export const CHECK_MONTHS = 6;

/** A look at the must-haves that were missing. */
export interface MustHaveCheck {
	assessment: string;
	dueOn: IsoDate;
	/** When it was set, ISO moment. */
	setAt: string;
	/** What is still missing. */
	items: string[];
}

/**
 * The six-month check of the must-haves: one day for all that were missing. It stands until each of them is done, or
 * the community has assessed itself again; then the newer assessment sets its own.
 * @returns null when nothing is left to check
 */
export function mustHaveCheck(latest: Assessed | null, steps: readonly Step[]): MustHaveCheck | null {
	if (latest === null) return null;
	const items = latest.missing.filter((item) => !steps.some((step) => isDoneSince(latest, step, item)));
	if (items.length === 0) return null;
	return {
		assessment: latest.id,
		dueOn: addMonths(latest.asOf, CHECK_MONTHS),
		setAt: latest.submittedAt,
		items
	};
}

/** What was done before an assessment, and found missing in it all the same, has to be done again. */
function isDoneSince(latest: Assessed, step: Step, item: string): boolean {
	if (step.item_id !== item || step.status !== 'done') return false;
	return step.assessment_id === latest.id || Date.parse(step.updated_at) >= Date.parse(latest.submittedAt);
}

/** How many steps are proposed at once. */
const PROPOSED = 5;

/**
 * What the latest assessment proposes for the plan: the first gaps about which nothing is planned and nothing was done
 * since. What nobody has answered yet is no step of its own.
 */
export function proposals(latest: Assessed, gaps: readonly Gap[], steps: readonly Step[]): Gap[] {
	return gaps
		.filter(({ kind }) => kind !== 'answer')
		.filter(({ item }) => plannedFor(item, steps) === undefined)
		.filter(({ item }) => !steps.some((step) => isDoneSince(latest, step, item)))
		.slice(0, PROPOSED);
}

/** The step by which an item is being worked on. */
export function plannedFor(item: string, steps: readonly Step[]): Step | undefined {
	return steps.find((step) => step.item_id === item && isOpen(step));
}
