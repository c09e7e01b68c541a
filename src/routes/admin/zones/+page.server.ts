import { redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { admit, attempt } from '$lib/server/actions.ts';
import { loadSources } from '$lib/server/communities.ts';
import { requireMandate } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { loadZones } from '$lib/server/indicators.ts';
import { loadTerritories } from '$lib/server/territories.ts';
import { removeZoneVersion } from '$lib/server/zones.ts';
import { EASTERN_BORDER, territoriesInZone } from '$lib/territories/zones.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await requireMandate(event, ['national']);
	const { backend } = event.locals;
	const [zones, sources, index] = await answer(
		Promise.all([loadZones(backend), loadSources(backend), loadTerritories(backend)])
	);
	const titles = new Map(sources.map(({ id, title }) => [id, title]));
	const units = index.atLevel('parish');
	const params = event.url.searchParams;
	const done = params.get('done');
	return {
		zones: zones.map(({ id, name, versions }) => ({
			id,
			name,
			isProtecting: id === EASTERN_BORDER,
			// The newest first: it is what holds, or will.
			versions: versions.toReversed().map((version) => {
				const inside = territoriesInZone(index, version);
				return {
					...{ validFrom: version.validFrom, validTo: version.validTo, definition: version.definition },
					borderKm: version.borderKm,
					source: titles.get(version.sourceId) ?? null,
					units: units.filter(({ code }) => inside.has(code)).length
				};
			})
		})),
		done: zones.find(({ id }) => id === done)?.name ?? null,
		isRemoved: params.has('removed')
	};
};

export const actions: Actions = {
	/** Takes back a version that was wrong. */
	remove: async (event) => {
		const form = await event.request.formData();
		const { session } = await admit(event, form, () => requireMandate(event, ['national']));
		const [zone, version] = [form.get('zone'), form.get('version')];
		const { failure } = await attempt(event, {}, () =>
			removeZoneVersion(
				session.client,
				typeof zone === 'string' ? zone : '',
				typeof version === 'string' ? version : ''
			)
		);
		if (failure) return failure;
		redirect(303, `${localizeHref('/admin/zones')}?removed`);
	}
};
