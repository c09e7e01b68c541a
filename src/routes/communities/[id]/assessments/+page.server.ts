import { randomUUID } from 'node:crypto';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { CHECKLIST } from '$lib/assessments/checklist.ts';
import { correctedRounds } from '$lib/assessments/history.ts';
import { startForm } from '$lib/assessments/round-forms.ts';
import { itemsInForm } from '$lib/checklists/applicability.ts';
import { figuresForm } from '$lib/communities/inside.ts';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit, attempt } from '$lib/server/actions.ts';
import { loadOverview, startAssessment } from '$lib/server/assessments.ts';
import { getChecklist } from '$lib/server/checklists.ts';
import { loadInside, regionOf, rightsIn, setFiguresAgreed } from '$lib/server/communities-inside.ts';
import { requireSession } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { loadTerritories } from '$lib/server/territories.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was done before this page opened; anything else in the address counts as nothing. */
const DONE = ['allowed', 'withdrawn'] as const;

export const load: PageServerLoad = async (event) => {
	const { session, inside, index } = await seen(event);
	const [rounds, { definition }] = await answer(
		Promise.all([loadOverview(session.client, inside.id), getChecklist(event.locals.backend, CHECKLIST)])
	);
	const { roles, pkc, coordinates } = rightsIn(session, inside.id, regionOf(index, inside.territory_code));
	const borderZone = index.byCode(inside.territory_code)?.easternBorder ?? false;
	const corrected = correctedRounds(rounds);
	const done = event.url.searchParams.get('done');
	return {
		community: { id: inside.id, name: inside.name },
		isApproved: inside.status === 'approved',
		mayLead: pkc || coordinates || roles.includes('mentor'),
		figures: { agreed: inside.figures_agreed, mayChange: coordinates },
		rounds: rounds.map((round) => ({ ...round, isCorrected: corrected.has(round.id) })),
		/** Questions of each form, here. */
		counts: {
			quick: itemsInForm(definition, { form: 'quick', borderZone }).length,
			full: itemsInForm(definition, { form: 'full', borderZone }).length
		},
		/** Of the round that the form begins. */
		newId: randomUUID(),
		done: DONE.find((one) => one === done) ?? null
	};
};

export const actions: Actions = {
	start: async (event) => {
		const form = await event.request.formData();
		const { session, inside } = await admit(event, form, () => seen(event));
		const read = readForm(startForm, form);
		if (!read.ok) return refuse(400, read);
		const { failure } = await attempt(event, read.values, () =>
			startAssessment(event.locals.backend, session.client, inside.id, read.data)
		);
		if (failure) return failure;
		redirect(303, `${localizeHref(`/assessments/${read.data.id}`)}?done=started`);
	},
	figures: async (event) => {
		const form = await event.request.formData();
		const { session, inside } = await admit(event, form, () => seen(event));
		const read = readForm(figuresForm, form);
		if (!read.ok) return refuse(400, read);
		const { agreed } = read.data;
		const { failure } = await attempt(event, read.values, () =>
			setFiguresAgreed(session.client, inside.id, agreed)
		);
		if (failure) return failure;
		const here = localizeHref(`/communities/${inside.id}/assessments`);
		redirect(303, `${here}?done=${agreed ? 'allowed' : 'withdrawn'}`);
	}
};

/** The community, for those who see its assessments; others do not learn that it has any. */
async function seen(event: RequestEvent<{ id: string }>) {
	const session = await requireSession(event);
	const [inside, index] = await answer(
		Promise.all([loadInside(session.client, event.params.id), loadTerritories(event.locals.backend)])
	);
	if (inside === null) error(404, { message: 'No such community', code: 'not_found' });
	return { session, inside, index };
}
