import { loadRegionView } from '$lib/server/region.ts';
import { answer } from '$lib/server/http.ts';
import { COUNTRY_CODE } from '$lib/territories/types.ts';
import { headlines, regionTables } from '$lib/regions/tables.ts';
import type { PageServerLoad } from './$types';

/** Nothing here needs script. */
export const csr = false;

export const load: PageServerLoad = async ({ locals }) => {
	const view = await answer(loadRegionView(locals, COUNTRY_CODE, 'screen'));
	const { asOf, before, privacy, sources } = view;
	return { asOf, before, privacy, sources, numbers: headlines(view), tables: regionTables(view) };
};
