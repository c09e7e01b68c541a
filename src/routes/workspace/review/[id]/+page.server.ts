import { error, redirect } from '@sveltejs/kit';
import { OPEN_DECISIONS, reviewForm } from '$lib/communities/inside.ts';
import { compareText } from '$lib/i18n/format.ts';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit, attempt } from '$lib/server/actions.ts';
import { loadInside, regionOf, rightsIn } from '$lib/server/communities-inside.ts';
import { loadMergeTargets, reviewCommunity } from '$lib/server/communities-review.ts';
import { requireMandate } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { similarCommunities } from '$lib/server/registration.ts';
import { loadTerritories, territoryLabels } from '$lib/server/territories.ts';
import { byMunicipality } from '$lib/territories/choices.ts';
import { readForm, refuse } from '$lib/ui/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { session } = await requireMandate(event, ['pkc']);
	const { client } = session;
	const [inside, index] = await answer(
		Promise.all([loadInside(client, event.params.id), loadTerritories(event.locals.backend)])
	);
	if (inside === null) error(404, { message: 'No such community', code: 'not_found' });
	const region = regionOf(index, inside.territory_code);
	const rights = rightsIn(session, inside.id, region);
	if (!rights.pkc || region === null) error(403, { message: 'Another region', code: 'forbidden' });

	const [similar, targets] = await answer(
		Promise.all([similarCommunities(client, inside), loadMergeTargets(client, index, region, inside.id)])
	);
	const label = territoryLabels(index);
	const named = (code: string) => label(code) ?? code;
	const others = similar.filter(({ id }) => id !== inside.id);
	const option = ({ id, name, territory_code }: (typeof targets)[number]) => ({
		...{ code: territory_code, value: id },
		label: `${name}, ${named(territory_code)}`
	});
	return {
		inside,
		where: named(inside.territory_code),
		further: inside.community_territories.map(({ territory_code }) => named(territory_code)),
		similar: others.map((one) => ({ ...one, where: named(one.territory_code) })),
		/** Those with a similar name first, then everybody by municipality. */
		near: targets.filter(({ id }) => others.some((one) => one.id === id)).map(option),
		targets: byMunicipality(targets, index, option, compareText),
		own: rights.coordinates,
		/** An approved community can still turn out to be another one, if there is another one. */
		decisions: OPEN_DECISIONS.filter((decision) =>
			decision === 'merged'
				? targets.length > 0 && (inside.status === 'pending' || inside.status === 'approved')
				: inside.status === 'pending'
		)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const { session } = await admit(event, form, () => requireMandate(event, ['pkc']));
		const read = readForm(reviewForm, form);
		if (!read.ok) return refuse(400, read);
		// Who was refused because it changed sees its new form now: the next decision is on that.
		const { failure } = await attempt(event, { ...read.values, expected_updated_at: '' }, () =>
			reviewCommunity(session.client, event.params.id, read.data)
		);
		if (failure) return failure;
		redirect(303, `${localizeHref('/workspace/review')}?done=${read.data.decision}`);
	}
};
