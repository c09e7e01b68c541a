/**
 * What readers are told above the map, in the language of the page. The server writes these texts: hardly anybody needs
 * one, so no browser carries all of them.
 */
import { m } from '../i18n/paraglide/messages.js';
import type { RefusedPart } from './rights.ts';
import type { MapUrlProblem } from './url.ts';

/** What was wrong with the day or the limits that were asked for. */
export const problemWord: Record<MapUrlProblem['reason'], (inputs: { value: string }) => string> = {
	not_limits: m.map_not_limits,
	not_a_date: m.map_as_of_not_a_date,
	future: m.map_as_of_future,
	too_early: m.map_as_of_too_early
};

/** What a reader is told who sees more than the public; `zone`: the five statuses inside the border zone. */
const mandateWord: Record<'together' | 'layer' | 'zone', () => string> = {
	together: m.mandate_together,
	layer: m.mandate_layer,
	zone: m.mandate_notice
};

/** What readers are told of the maps of which they see more than the public: each sentence once. */
export function mandateNotices(
	maps: readonly { seesMore: boolean; mandate: 'together' | 'layer' | null }[]
): string[] {
	return [
		...new Set(maps.flatMap(({ seesMore, mandate }) => (seesMore ? [mandateWord[mandate ?? 'zone']()] : [])))
	];
}

/** Why a wish of the address was not granted. */
export const refusedWord: Record<RefusedPart, () => string> = {
	layer: m.map_refused_layer,
	second: m.map_refused_second,
	status: m.map_refused_status,
	sort: m.map_refused_sort
};
