import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Inside } from '$lib/communities/inside.ts';
import { cardForm, joinValues, placedCardForm, resubmitForm } from '$lib/communities/registration.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit, attempt } from '$lib/server/actions.ts';
import { updateCommunity } from '$lib/server/communities-inside.ts';
import { saveUnlessChanged } from '$lib/server/errors.ts';
import { furtherPlaces } from '$lib/server/further-places.ts';
import { requireManaged } from '$lib/server/managed-community.ts';
import { resubmitCommunity } from '$lib/server/registration.ts';
import { territoryLabels } from '$lib/server/territories.ts';
import { meantPlace } from '$lib/territories/choose-place.ts';
import type { Place } from '$lib/territories/names.ts';
import { readForm, type Read, type Refused } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { inside, index, mode } = await opened(event);
	return {
		name: inside.name,
		mode,
		values: valuesOf(inside, territoryLabels(index)),
		further: mode === 'card' ? null : furtherPlaces(index, inside.territory_code, furtherOf(inside))
	};
};

export const actions: Actions = {
	default: async (event) => {
		const sent = await event.request.formData();
		const { session, inside, index, mode } = await admit(event, sent, () => opened(event));
		const form = joinValues(sent, 'further_territory_codes');
		const read: Read<Record<string, unknown>> =
			mode === 'resubmit'
				? readForm(resubmitForm, form)
				: readForm(mode === 'placed' ? placedCardForm : cardForm, form);
		const { place_text: text = '', place_asked: asked = '', territory_code: code = '' } = read.values;
		const place = mode === 'card' ? null : meantPlace(index, { text, asked, code });
		if (!read.ok || place?.ok === false) {
			const refused = place?.ok === false ? { place_text: place.problem } : {};
			const choices: Place[] = place?.ok === false ? place.choices : [];
			return fail(400, { ...again(read.values, { ...(read.ok ? {} : read.problems), ...refused }), choices });
		}

		const data = withoutPlaceFields(read.data);
		if (place) data.territory_code = place.code;
		const save = mode === 'resubmit' ? resubmitCommunity : updateCommunity;
		const { value, failure } = await attempt(event, read.values, () =>
			saveUnlessChanged(() => save(session.client, inside.id, data))
		);
		if (failure) return fail(failure.status, { ...failure.data, theirs: [], choices: [] });
		if (value === 'changed') {
			// The next try is meant: who presses again has seen what the other one saved.
			const values = { ...read.values, expected_updated_at: inside.updated_at };
			return fail(409, {
				...again(values, {}),
				message: m.form_changed(),
				theirs: differences(inside, read.values, territoryLabels(index))
			});
		}
		const done = mode === 'resubmit' ? 'resubmitted' : 'saved';
		redirect(303, `${localizeHref(`/communities/${inside.id}`)}?done=${done}`);
	}
};

/** `resubmit`: by its coordinator before PKC decides; `card`: without where it is; `placed`: all of it, by PKC. */
type Mode = 'resubmit' | 'card' | 'placed';

async function opened(event: Pick<RequestEvent, 'locals' | 'url'> & { params: { id: string } }) {
	const { session, inside, index, rights } = await requireManaged(event);
	if (inside.status !== 'pending' && inside.status !== 'approved')
		redirect(303, localizeHref(`/communities/${inside.id}`));
	const isMending = inside.status === 'pending' && rights.coordinates;
	const mode: Mode = isMending ? 'resubmit' : rights.pkc ? 'placed' : 'card';
	return { session, inside, index, mode };
}

function furtherOf({ community_territories }: Inside): string[] {
	return community_territories.map(({ territory_code }) => territory_code);
}

function valuesOf(inside: Inside, label: (code: string) => string | null): Record<string, string> {
	const where = label(inside.territory_code) ?? '';
	return {
		name: inside.name,
		kind: inside.kind,
		place: inside.place ?? '',
		place_public: inside.place_public ? 'yes' : '',
		web: inside.web ?? '',
		note: inside.note ?? '',
		further_territory_codes: furtherOf(inside).join(' '),
		expected_updated_at: inside.updated_at,
		...{ place_text: where, place_asked: where, territory_code: inside.territory_code }
	};
}

/** What was read, as the database takes it: the place is told by its code alone. */
function withoutPlaceFields(read: Record<string, unknown>): Record<string, string | boolean | string[]> {
	const { place_text: _text, place_asked: _asked, ...data } = read;
	return data as Record<string, string | boolean | string[]>;
}

/** Fields in which what is saved differs from what was typed, with what is saved. */
function differences(
	inside: Inside,
	typed: Record<string, string>,
	label: (code: string) => string | null
): { field: string; value: string }[] {
	const saved = valuesOf(inside, label);
	const found = ['name', 'kind', 'place_text', 'place', 'place_public', 'web', 'note']
		.filter((field) => typed[field] !== undefined && typed[field] !== saved[field])
		.map((field) => ({ field, value: saved[field] ?? '' }));
	const further = typed.further_territory_codes;
	if (further === undefined || sorted(further.split(' ')) === sorted(furtherOf(inside))) return found;
	const names = furtherOf(inside).map((code) => label(code) ?? code);
	return [...found, { field: 'further_territory_codes', value: names.join(', ') }];
}

/** Of ticked places the order says nothing. */
function sorted(codes: readonly string[]): string {
	return codes
		.filter((code) => code !== '')
		.toSorted()
		.join(' ');
}

function again(values: Record<string, string>, problems: Refused['problems']) {
	return { values, problems, message: undefined, theirs: [], choices: [] as Place[] };
}
