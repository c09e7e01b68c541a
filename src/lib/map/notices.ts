/**
 * What readers are told above the map, in the language of the page. The server writes these texts: hardly anybody needs
 * one, so no browser carries all of them.
 */
import { m } from '../i18n/paraglide/messages.js';
import type { RefusedPart } from './rights.ts';
import type { AsOfProblem } from './url.ts';

/** What was wrong with the day that was asked for. */
export const asOfProblemWord: Record<AsOfProblem, (inputs: { value: string }) => string> = {
	not_a_date: m.map_as_of_not_a_date,
	future: m.map_as_of_future,
	too_early: m.map_as_of_too_early
};

/** What a reader is told who sees more than the public; `zone`: the five statuses inside the border zone. */
export const mandateWord: Record<'together' | 'layer' | 'zone', () => string> = {
	together: m.mandate_together,
	layer: m.mandate_layer,
	zone: m.mandate_notice
};

/** Why a wish of the address was not granted. */
export const refusedWord: Record<RefusedPart, () => string> = {
	layer: m.map_refused_layer,
	second: m.map_refused_second,
	status: m.map_refused_status,
	sort: m.map_refused_sort
};
