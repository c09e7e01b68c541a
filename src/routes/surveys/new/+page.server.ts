import { redirect, error, type RequestEvent } from '@sveltejs/kit';
import { todayInRiga } from '$lib/activity/dates.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit, attempt } from '$lib/server/actions.ts';
import { requireMandate } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { choosePlace } from '$lib/server/place-choice.ts';
import { hasOrganisation, isWithoutOrganisation, recordSurvey, surveysOf } from '$lib/server/surveys.ts';
import { loadTerritories, territoryLabels } from '$lib/server/territories.ts';
import { surveyForm } from '$lib/surveys/schema.ts';
import { isHomeKind } from '$lib/territories/choose-place.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const path = localizeHref('/surveys/new');
	const code = event.url.searchParams.get('place');
	if (code === null) {
		const { session } = await requireMandate(event, ['pkc']);
		const regions = session.roles.filter(({ role }) => role === 'pkc').map(({ scope_id }) => scope_id);
		const index = await answer(loadTerritories(event.locals.backend));
		return { path, choice: choosePlace(event.url, path, index, regions), place: null };
	}
	const { session, role, place, label } = await placeOf(event, code);
	const [isReady, earlier] = await answer(
		Promise.all([hasOrganisation(session.client, role), surveysOf(session.client, place.code)])
	);
	return {
		path,
		choice: null,
		place: { code: place.code, label, easternBorder: place.easternBorder },
		isReady,
		earlier,
		today: todayInRiga(new Date()),
		isSaved: event.url.searchParams.get('done') === 'saved'
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const code = event.url.searchParams.get('place') ?? '';
		const { session, place } = await admit(event, form, () => placeOf(event, code));
		const read = readForm(surveyForm, form);
		if (!read.ok) return refuse(400, read);
		const { value, failure } = await attempt(event, read.values, async () => {
			try {
				await recordSurvey(session.client, place.code, read.data);
				return 'saved' as const;
			} catch (reason) {
				if (isWithoutOrganisation(reason)) return 'no_organisation' as const;
				throw reason;
			}
		});
		if (failure) return failure;
		if (value === 'no_organisation')
			return refuse(409, { values: read.values, problems: {}, message: m.survey_no_organisation() });
		redirect(303, `${localizeHref('/surveys/new')}?place=${place.code}&done=saved`);
	}
};

/** The place of the address and the role in which one may survey it. Another region's is as closed as to anybody. */
async function placeOf(event: RequestEvent, code: string) {
	const index = await answer(loadTerritories(event.locals.backend));
	const place = index.resolve(code);
	if (place === undefined || place.region === null || !isHomeKind(place.kind)) {
		await requireMandate(event, ['pkc']);
		error(404, { message: 'No such place', code: 'unknown_territory' });
	}
	const { session, role } = await requireMandate(event, ['pkc'], place.region);
	return { session, role, place, label: territoryLabels(index)(place.code) ?? place.name };
}
