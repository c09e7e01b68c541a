import type { PageLoad } from './$types';

/** The card comes with its lists and their words, which whoever only looks at the map need not load. */
export const load: PageLoad = async ({ data }) => ({
	...data,
	AreaCard: data.card && (await import('./AreaCard.svelte')).default
});
