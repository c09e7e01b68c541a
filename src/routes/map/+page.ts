import { chosenLayers } from '$lib/map/chosen-layers.ts';
import type { PageLoad } from './$types';

/**
 * Code that not every reader needs: the layers that were chosen, and the card, which comes with its lists and their
 * words.
 */
export const load: PageLoad = async ({ data, parent }) => ({
	...data,
	layers: await chosenLayers(await parent()),
	AreaCard: data.card && (await import('./AreaCard.svelte')).default
});
