import { fail, redirect } from '@sveltejs/kit';
import { todayInRiga } from '$lib/activity/dates.ts';
import {
	groupSteps,
	isLate,
	plannedFor,
	proposals,
	statusForm,
	stepData,
	stepForm,
	typedStep,
	type Step
} from '$lib/assessments/plan.ts';
import { calendarDays, itemHelpers, itemTitle, stepDifferences } from '$lib/assessments/plan-words.ts';
import { effortWord, say } from '$lib/assessments/words.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit, attempt } from '$lib/server/actions.ts';
import { regionOf } from '$lib/server/communities-inside.ts';
import { contactEmail } from '$lib/server/contact.ts';
import { answer } from '$lib/server/http.ts';
import {
	loadPlan,
	loadSteps,
	openPlan,
	openPlanToChange,
	saveStep,
	supportOf,
	type Plan
} from '$lib/server/plan.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { session, inside, index, leads, isCoordinator } = await openPlan(event);
	const { client } = session;
	const [plan, support] = await answer(
		Promise.all([
			loadPlan(event.locals.backend, client, inside.id),
			supportOf(client, regionOf(index, inside.territory_code))
		])
	);
	const today = todayInRiga(new Date());
	const { steps, latest, check } = plan;
	const definition = latest?.definition ?? null;
	const listed = steps.map((step) => ({
		...step,
		item: step.item_id === null ? '' : named(plan, step.item_id),
		late: isLate(step, today)
	}));
	return {
		id: inside.id,
		name: inside.name,
		leads,
		/** Once PKC has approved the community. */
		isOpen: inside.status === 'approved',
		/** The step that is being written; null shows the plan. */
		desk: leads ? deskOf(plan, event.url.searchParams, isCoordinator) : null,
		groups: groupSteps(listed, today),
		assessedOn: latest?.asOf ?? null,
		check: check && {
			dueOn: check.dueOn,
			isDue: check.dueOn <= today,
			items: check.items.map((id) => ({
				id,
				name: named(plan, id),
				isPlanned: plannedFor(id, steps) !== undefined
			}))
		},
		proposals:
			latest === null
				? []
				: proposals(latest, latest.gaps, steps).map(({ item, effort }) => ({
						id: item,
						name: named(plan, item),
						text: nextStep(plan, item),
						effort: effortWord[effort](),
						helpers: itemHelpers(latest.definition, item)
					})),
		hasCalendar: calendarDays(steps, check, definition, '').length > 0,
		hasShared: steps.some(({ shared }) => shared),
		support,
		contact: contactEmail(),
		isSaved: event.url.searchParams.get('done') === 'saved'
	};
};

export const actions: Actions = {
	save: async (event) => {
		const sent = await event.request.formData();
		const { session, inside } = await admit(event, sent, () => openPlanToChange(event));
		const read = readForm(stepForm, sent);
		if (!read.ok) return refuse(400, read);
		const { value: outcome, failure } = await attempt(event, read.values, () =>
			saveStep(session.client, inside.id, stepData(read.data))
		);
		if (failure) return failure;
		if (outcome === 'changed') {
			const saved = (await answer(loadSteps(session.client, inside.id))).find(
				({ id }) => id === read.data.id
			);
			if (saved === undefined) return refuse(404, { ...read, problems: {}, message: m.form_gone() });
			return fail(409, {
				// The next save is meant for the version that is shown beside it.
				values: { ...read.values, expected_updated_at: saved.updated_at },
				problems: {},
				message: `${m.activity_conflict_title()}. ${m.activity_conflict_text()}`,
				differences: stepDifferences(read.values, typedStep(saved))
			});
		}
		redirect(303, `${planPath(inside.id)}?done=saved`);
	},

	/** How far a step is, by one press. */
	status: async (event) => {
		const sent = await event.request.formData();
		const { session, inside } = await admit(event, sent, () => openPlanToChange(event));
		const read = readForm(statusForm, sent);
		if (!read.ok) return refuse(400, { values: {}, problems: {}, message: m.form_invalid() });
		const { value: outcome, failure } = await attempt(event, {}, () =>
			saveStep(session.client, inside.id, read.data)
		);
		if (failure) return failure;
		if (outcome === 'changed')
			return refuse(409, { values: {}, problems: {}, message: m.plan_status_changed() });
		redirect(303, `${planPath(inside.id)}?done=saved`);
	}
};

function planPath(id: string): string {
	return localizeHref(`/communities/${id}/plan`);
}

/** An item by number and title. */
function named({ latest }: Plan, item: string): string {
	return `${item} ${itemTitle(latest?.definition ?? null, item)}`.trim();
}

/** What the checklist proposes to do about an item. */
function nextStep({ latest }: Plan, id: string): string {
	const item = latest?.definition.items.find((each) => each.id === id);
	return item === undefined ? '' : say(item.nextStep);
}

/** The form of the step that the address names: `step` an existing one, `add` a new one, with an item or without. */
function deskOf(plan: Plan, address: URLSearchParams, isCoordinator: boolean) {
	const existing = plan.steps.find(({ id }) => id === address.get('step'));
	if (existing !== undefined)
		return desk(plan, typedStep(existing), `step=${existing.id}`, existing, isCoordinator);
	const item = address.get('add');
	if (item === null) return null;
	const isKnown = plan.latest?.definition.items.some(({ id }) => id === item) === true;
	return desk(
		plan,
		{
			...{ id: crypto.randomUUID(), assessment_id: isKnown ? (plan.latest?.id ?? '') : '' },
			...{ item_id: isKnown ? item : '', text: isKnown ? nextStep(plan, item) : '' },
			...{ owner_role: '', helper: '', due_on: '', status: 'open', shared: 'no', expected_updated_at: '' }
		},
		`add=${isKnown ? item : ''}`,
		null,
		isCoordinator
	);
}

function desk(
	plan: Plan,
	values: Record<string, string>,
	address: string,
	existing: Step | null,
	isCoordinator: boolean
) {
	const item = values.item_id ?? '';
	const known = plan.latest?.definition.items.find(({ id }) => id === item);
	return {
		values,
		/** What of the address says which step it is. */
		address,
		isNew: existing === null,
		item: item === '' ? '' : named(plan, item),
		effort: known === undefined ? '' : effortWord[known.effort](),
		helpers: plan.latest === null ? '' : itemHelpers(plan.latest.definition, item),
		/** A municipality that has replied has read the step. */
		reply: existing?.municipality_reply ?? null,
		/** A community shows its steps itself; mentor and PKC may only take that back. */
		mayShare: isCoordinator || existing?.shared === true
	};
}
