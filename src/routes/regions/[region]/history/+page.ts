import { redirect } from '@sveltejs/kit';
import { monthOfAddress } from '$lib/regions/history-url.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ data, url }) => {
	const { chosen, isKnown } = monthOfAddress(data.days, url.searchParams.get('month'));
	if (!isKnown) redirect(303, url.pathname);
	return { ...data, chosen };
};
