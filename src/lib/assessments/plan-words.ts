/** Words of a plan, in the language of the page. */
import type { Definition } from '../checklists/types.ts';
import { formatDate } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { CalendarDay } from './ics.ts';
import {
	isOpen,
	type MustHaveCheck,
	type PlanGroup,
	type SharedStep,
	type Step,
	type StepStatus
} from './plan.ts';
import { say } from './words.ts';

export const stepStatusWord: Record<StepStatus, () => string> = {
	open: m.plan_status_open,
	doing: m.plan_status_doing,
	done: m.plan_status_done,
	dropped: m.plan_status_dropped
};

export const planGroupWord: Record<PlanGroup, () => string> = {
	near: m.plan_group_near,
	later: m.plan_group_later,
	undated: m.plan_group_undated,
	closed: m.plan_group_closed
};

/** Names of fields as the form and its summary of problems show them. */
export const stepLabel = {
	text: m.plan_field_text,
	owner_role: m.plan_field_owner,
	helper: m.plan_field_helper,
	due_on: m.plan_field_due,
	status: m.plan_field_status,
	shared: m.plan_field_shared
} satisfies Record<string, () => string>;

/** What an item of the checklist is about; empty when this version does not have it. */
export function itemTitle(definition: Definition | null, id: string | null): string {
	const item = definition?.items.find((each) => each.id === id);
	return item === undefined ? '' : say(item.title);
}

/** Who can help with an item, as one text. */
export function itemHelpers(definition: Definition, id: string): string {
	const ids = definition.items.find((each) => each.id === id)?.helpers ?? [];
	return ids
		.flatMap((helper) => definition.helpers[helper] ?? [])
		.map(say)
		.join(', ');
}

/** Who sees to a step, who helps and by when, as far as it is said. */
export function stepFacts(
	step: Pick<SharedStep, 'owner_role' | 'helper' | 'due_on'>
): { label: string; value: string }[] {
	const facts = [
		{ label: m.plan_field_owner(), value: step.owner_role },
		{ label: m.plan_field_helper(), value: step.helper },
		{ label: m.plan_field_due(), value: step.due_on === null ? null : formatDate(step.due_on) }
	];
	return facts.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
}

/** Where two versions of a step differ, in words. */
export function stepDifferences(
	mine: Record<string, string>,
	theirs: Record<string, string>
): { label: string; mine: string; theirs: string }[] {
	return Object.entries(stepLabel).flatMap(([field, label]) => {
		const [left, right] = [mine[field]?.trim() ?? '', theirs[field] ?? ''];
		return left === right ? [] : [{ label: label(), mine: word(field, left), theirs: word(field, right) }];
	});
}

function word(field: string, value: string): string {
	if (value === '') return '–';
	if (field === 'shared') return value === 'yes' ? m.plan_shared_yes() : m.plan_shared_no();
	if (field === 'status')
		return Object.hasOwn(stepStatusWord, value) ? stepStatusWord[value as StepStatus]() : value;
	return field === 'due_on' ? dayOr(value) : value;
}

/** What was typed may be no day at all. */
function dayOr(value: string): string {
	return Number.isNaN(Date.parse(value)) ? value : formatDate(value);
}

/**
 * The plan as days of a calendar: every step that is still to be done and has a day, and the check of the must-haves.
 * @param url where the plan is to be read
 */
export function calendarDays(
	steps: readonly Step[],
	check: MustHaveCheck | null,
	definition: Definition | null,
	url: string
): CalendarDay[] {
	const days = steps.flatMap((step): CalendarDay[] => {
		if (step.due_on === null || !isOpen(step)) return [];
		const facts = stepFacts({ ...step, due_on: null }).map(({ label, value }) => `${label}: ${value}`);
		return [
			{
				...{ uid: step.id, day: step.due_on, title: step.text, url },
				text: facts.length === 0 ? undefined : facts.join('\n'),
				changedAt: step.updated_at
			}
		];
	});
	if (check === null) return days;
	const items = check.items.map((id) => `${id} ${itemTitle(definition, id)}`.trim());
	return [
		...days,
		{
			...{ uid: `${check.assessment}-must-haves`, day: check.dueOn, title: m.plan_check_event(), url },
			text: [m.plan_check_event_text(), ...items].join('\n'),
			changedAt: check.setAt
		}
	];
}
