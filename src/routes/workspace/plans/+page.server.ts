import { redirect } from '@sveltejs/kit';
import { todayInRiga } from '$lib/activity/dates.ts';
import { byDay, isLate, isOpen, replyForm, type SharedStep } from '$lib/assessments/plan.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit, attempt } from '$lib/server/actions.ts';
import { requireMandate } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { loadSharedPlans, replyToStep, type SharedPlan } from '$lib/server/plan.ts';
import { loadTerritories, territoryLabels } from '$lib/server/territories.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { plans, index, municipality } = await open(event);
	const today = todayInRiga(new Date());
	const label = territoryLabels(index);
	const listed = plans.map(({ steps, territory_code, ...community }) => {
		const shown = steps.map((step) => ({ ...step, late: isLate(step, today) }));
		return {
			...community,
			place: label(territory_code) ?? territory_code,
			steps: byDay(shown.filter(isOpen)),
			closed: shown.filter((step) => !isOpen(step))
		};
	});
	const wanted = event.url.searchParams.get('step');
	// Also one that was closed while somebody wrote: what is typed needs its form.
	const desk = listed.flatMap(({ name, place, steps, closed }) =>
		[...steps, ...closed].filter(({ id }) => id === wanted).map((step) => ({ name, place, step }))
	);
	return {
		municipality: index.byCode(municipality)?.name ?? municipality,
		plans: listed,
		/** The step that is being replied to; null shows all of them. */
		desk: desk[0] ?? null,
		isSaved: event.url.searchParams.get('done') === 'saved'
	};
};

export const actions: Actions = {
	default: async (event) => {
		const sent = await event.request.formData();
		const { session, plans } = await admit(event, sent, () => open(event));
		const read = readForm(replyForm, sent);
		if (!read.ok) return refuse(400, read);
		const reply = read.data;
		const step = stepOf(plans, reply.id);
		if (step === undefined) return refuse(404, { ...read, problems: {}, message: m.plans_gone() });
		const changed = (now: SharedStep) =>
			refuse(409, {
				// The next reply is meant for the step as it is shown now.
				values: { ...read.values, expected_updated_at: now.updated_at },
				problems: {},
				message: m.plans_changed()
			});
		if (step.updated_at !== reply.expected_updated_at) return changed(step);
		const { value, failure } = await attempt(event, read.values, () => replyToStep(session.client, reply));
		if (failure) return failure;
		// Between being read here and being written.
		if (value === 'changed') return changed(stepOf((await open(event)).plans, reply.id) ?? step);
		redirect(303, `${localizeHref('/workspace/plans')}?done=saved`);
	}
};

function stepOf(plans: SharedPlan[], id: string): SharedStep | undefined {
	return plans.flatMap(({ steps }) => steps).find((step) => step.id === id);
}

/** Shared steps of the municipality whose civil protection asks. */
async function open(event: Pick<RequestEvent, 'locals' | 'url'>) {
	const { session, role } = await requireMandate(event, ['civil_protection']);
	const index = await answer(loadTerritories(event.locals.backend));
	const plans = await answer(loadSharedPlans(session.client, index, role.scope_id));
	return { session, index, plans, municipality: role.scope_id };
}
