import { error, redirect } from '@sveltejs/kit';
import { MIN_COMMUNITIES } from '$lib/coverage/small-numbers.ts';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { regionOfAddress } from '$lib/regions/codes.ts';
import { headlines, regionTables } from '$lib/regions/tables.ts';
import { answer } from '$lib/server/http.ts';
import { loadRegionView } from '$lib/server/region.ts';
import { COUNTRY_CODE } from '$lib/territories/types.ts';
import type { PageServerLoad } from './$types';

/** Nothing here needs script. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, params }) => {
	// The country has its numbers above its regions.
	if (params.region === COUNTRY_CODE) redirect(308, localizeHref('/regions'));
	const code = regionOfAddress(params.region);
	if (code === null) error(404, { message: 'No such region', code: 'not_found' });
	const view = await answer(loadRegionView(locals, code, 'screen'));
	const { name, asOf, before, privacy, sources, mandated } = view;
	return {
		...{ code, name, asOf, before, privacy, sources },
		hasMandate: mandated !== null,
		/** The rule of small numbers, where PKC sees past it. */
		seesFew: view.seesFew ? MIN_COMMUNITIES : null,
		numbers: headlines(view),
		tables: regionTables(view)
	};
};
