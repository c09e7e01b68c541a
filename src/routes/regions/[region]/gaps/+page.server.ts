import { redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { regionOfAddress } from '$lib/regions/codes.ts';
import { areaOf } from '$lib/regions/gaps/view.ts';
import { requireMandate } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { drawGaps, GAP_READERS, loadRegionGaps, regionPlane } from '$lib/server/region-gaps.ts';
import { loadTerritories } from '$lib/server/territories.ts';
import type { PageServerLoad } from './$types';

/** A form, links and a drawn map: nothing here needs script. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
	const { session } = await requireMandate(event, GAP_READERS);
	const { backend } = event.locals;
	const { region } = event.params;
	if (regionOfAddress(region) === null) {
		// Who works for a municipality need not know in which region it lies.
		const found = (await answer(loadTerritories(backend))).resolve(region)?.region ?? null;
		if (found !== null) redirect(303, localizeHref(`/regions/${found}/gaps`));
	}
	const view = await answer(loadRegionGaps({ backend, session }, region, event.url.searchParams, 'screen'));
	const plane = await answer(regionPlane(backend, areaOf(view)));
	return { view, picture: plane && drawGaps(plane, view) };
};
