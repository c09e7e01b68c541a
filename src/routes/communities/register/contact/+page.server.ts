import { redirect, type RequestEvent } from '@sveltejs/kit';
import { todayInRiga } from '$lib/activity/dates.ts';
import { lastStepForm, registrationData, type CompleteDraft } from '$lib/communities/registration.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit, attempt, spend } from '$lib/server/actions.ts';
import { consentUntil, regionOf } from '$lib/server/communities-inside.ts';
import { requireSession } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { forgetDraft, readDraft, registerCommunity } from '$lib/server/registration.ts';
import { loadTerritories, territoryLabels } from '$lib/server/territories.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { user, roles } = await requireSession(event);
	const draft = completeDraft(event, user.id);
	const index = await answer(loadTerritories(event.locals.backend));
	const region = regionOf(index, draft.territory_code);
	const label = territoryLabels(index);
	const named = (code: string) => label(code) ?? code;
	return {
		draft,
		where: named(draft.territory_code),
		further: draft.about.further_territory_codes.map(named),
		until: consentUntil(todayInRiga(new Date())),
		/** PKC staff of the region may record a community without becoming its coordinator. */
		pkc: roles.some(({ role, scope_id }) => role === 'pkc' && scope_id === region)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const { client, user } = await admit(event, form, () => requireSession(event));
		const read = readForm(lastStepForm, form);
		if (!read.ok) return refuse(400, read);
		const draft = completeDraft(event, user.id);
		const { value: id, failure } = await attempt(event, read.values, async () => {
			await spend(event, 'register', user.id);
			return await registerCommunity(client, registrationData(draft, read.data));
		});
		if (failure) {
			const fields = earlierFields(Object.keys(failure.data.problems));
			if (fields.length === 0) return failure;
			const message = m.register_earlier({ fields: fields.join(', ') });
			return refuse(failure.status, { values: read.values, problems: {}, message });
		}
		forgetDraft(event);
		const done = read.data.as_coordinator ? 'registered' : 'recorded';
		redirect(303, `${localizeHref(`/communities/${id}`)}?done=${done}`);
	}
};

/** The draft with its first two steps; who has not done them is sent there. */
function completeDraft(event: Pick<RequestEvent, 'cookies' | 'url'>, userId: string): CompleteDraft {
	const draft = readDraft(event, userId);
	if (draft === null) redirect(303, localizeHref('/communities/register'));
	const { about, ...where } = draft;
	if (about === undefined) redirect(303, localizeHref('/communities/register/about'));
	return { ...where, about };
}

/** Names of the refused fields that stand in the steps before this one. */
function earlierFields(refused: readonly string[]): string[] {
	const steps: Record<string, () => string> = {
		name: m.register_name,
		territory_code: m.register_place,
		kind: m.register_kind,
		place: m.register_at,
		web: m.register_web,
		further_territory_codes: m.register_further
	};
	return refused.flatMap((field) => steps[field]?.() ?? []);
}
