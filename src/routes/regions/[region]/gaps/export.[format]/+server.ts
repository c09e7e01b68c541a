import { error } from '@sveltejs/kit';
import { getLocale, localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { serialiseGapUrl } from '$lib/regions/gaps/url.ts';
import { spendOrRefuse } from '$lib/server/actions.ts';
import { fundingNotice } from '$lib/server/funding.ts';
import { requireMandate } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { gapFile, GAP_FORMATS, recordGapExport } from '$lib/server/region-gaps-export.ts';
import { GAP_READERS, loadRegionGaps } from '$lib/server/region-gaps.ts';
import type { RequestHandler } from './$types';

/** `POST /regions/latgale/gaps/export.csv` and so on: the page of the same address as a file. */
export const POST: RequestHandler = async (event) => {
	const { locals, params, url } = event;
	const format = GAP_FORMATS.find((each) => each === params.format);
	if (format === undefined) error(404, { message: 'not_found', code: 'not_found' });
	const { session } = await requireMandate(event, GAP_READERS);
	await spendOrRefuse(event, 'export', session.user.id);
	const { backend } = locals;
	const view = await answer(loadRegionGaps({ backend, session }, params.region, url.searchParams, 'file'));
	await answer(recordGapExport(session, view, format));
	const path = `/regions/${view.region.code}/gaps${serialiseGapUrl(view.state, view.usual)}`;
	const address = url.origin + localizeHref(path);
	return answer(gapFile(backend, view, format, { address, funding: fundingNotice(getLocale()) }));
};
