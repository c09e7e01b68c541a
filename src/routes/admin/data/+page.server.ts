import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { INDICATOR_IDS } from '$lib/indicators/types.ts';
import { UNIT_IDS } from '$lib/indicators/adapters/units.ts';
import { isOpen } from '$lib/indicators/adapters/plan.ts';
import { FILL_TITLES } from '$lib/layers/titles.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit, attempt, spend } from '$lib/server/actions.ts';
import { loadSources } from '$lib/server/communities.ts';
import { requireMandate } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { importIndicators, listImports, undoImport } from '$lib/server/indicator-import.ts';
import type { Session } from '$lib/server/session.ts';
import { loadTerritories, territoryLabels } from '$lib/server/territories.ts';
import { refuse } from '$lib/ui/forms.ts';
import { sourceOf } from '../source.ts';
import { check, type Checked, type CheckOutcome } from './check.ts';

import { formulaWords, obstacleWord, unitWord } from './words.ts';
import type { ImportPreview } from './types.ts';
import type { Actions, PageServerLoad } from './$types';

/** Values shown as an example of what would be loaded. */
const EXAMPLES = 12;

export const load: PageServerLoad = async (event) => {
	const { session } = await requireMandate(event, ['national']);
	const [sources, imports] = await answer(
		Promise.all([loadSources(event.locals.backend), listImports(session.client)])
	);
	const titles = new Map(sources.map(({ id, title }) => [id, title]));
	const params = event.url.searchParams;
	const undone = Number(params.get('undone') ?? NaN);
	return {
		indicators: INDICATOR_IDS.map((id) => ({ value: id, label: FILL_TITLES[id]() })),
		units: UNIT_IDS.map((id) => ({ value: id, label: unitWord[id]() })),
		sources: sources.map(({ id, title }) => ({ value: id, label: title })),
		imports: imports.map(({ sourceId, ...each }) => ({
			...each,
			source: titles.get(sourceId ?? '') ?? null
		})),
		done: imports.find(({ id }) => id === params.get('done'))?.title ?? null,
		undone: Number.isSafeInteger(undone) ? undone : null
	};
};

export const actions: Actions = {
	/** Says what would be loaded; nothing is stored. */
	check: async (event) => {
		const { session, formData } = await enter(event);
		const { failure, value: outcome } = await checked(event, formData, session);
		if (failure) return failure;
		return outcome.ok ? shown(event, outcome) : refuse(400, outcome);
	},

	/** Loads what was checked, all of it or nothing. */
	load: async (event) => {
		const { session, formData } = await enter(event);
		const { failure, value: outcome } = await checked(event, formData, session);
		if (failure) return failure;
		if (!outcome.ok) return refuse(400, outcome);
		const { form, plan, mark } = outcome;
		// What stands in the way is told beside the figures, as after a check.
		if (plan.obstacles.length > 0) return shown(event, outcome);
		if (form.seen !== mark) return shown(event, outcome, m.import_changed());
		if (isOpen(plan) && form.skip !== 'yes') return shown(event, outcome, m.import_open());
		const title = form.title === '' ? titleOf(outcome) : form.title;
		const done = await attempt(event, outcome.values, async () =>
			importIndicators(session.client, plan, title, sourceOf(form), await loadSources(event.locals.backend))
		);
		if (done.failure) return done.failure;
		redirect(303, `${localizeHref('/admin/data')}?done=${done.value}`);
	},

	undo: async (event) => {
		const { session, formData } = await enter(event);
		const id = formData.get('id');
		const { failure, value } = await attempt(event, {}, () =>
			undoImport(session.client, typeof id === 'string' ? id : '')
		);
		if (failure) return failure;
		redirect(303, `${localizeHref('/admin/data')}?undone=${value}`);
	}
};

async function enter(event: RequestEvent): Promise<{ session: Session; formData: FormData }> {
	const formData = await event.request.formData();
	const { session } = await admit(event, formData, () => requireMandate(event, ['national']));
	return { session, formData };
}

function checked(event: RequestEvent, formData: FormData, session: Session) {
	const typed = [...formData].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
	return attempt(event, Object.fromEntries(typed) as Record<string, string>, (): Promise<CheckOutcome> =>
		check(event.locals.backend, formData, () => spend(event, 'fetch', session.user.id))
	);
}

function titleOf({ form, plan }: Checked): string {
	return `${FILL_TITLES[form.indicator]()}, ${plan.years.join(', ')}`.slice(0, 200);
}

/** What a check shows; with a message it is a refusal to load. */
async function shown(event: RequestEvent, outcome: Checked, message?: string) {
	const { plan, values, mark } = outcome;
	const label = territoryLabels(await answer(loadTerritories(event.locals.backend)));
	const preview: ImportPreview = {
		count: plan.values.length,
		years: plan.years,
		from: formulaWords(plan.report.formula),
		obstacles: plan.obstacles.map((obstacle) => obstacleWord[obstacle]()),
		isOpen: isOpen(plan),
		report: plan.report,
		examples: plan.values.slice(0, EXAMPLES).map(({ territoryCode, ...value }) => ({
			...value,
			territory: label(territoryCode) ?? territoryCode
		}))
	};
	const told = { values: { ...values, seen: mark }, problems: {}, preview };
	return message === undefined ? told : fail(400, { ...told, message });
}
