import type { IsoDate } from '../activity/types.ts';

/** The months of a history as an address names them, and the one it asks for: the last one unless it says otherwise. */
export function monthOfAddress(
	days: readonly IsoDate[],
	wanted: string | null
): { chosen: number; isKnown: boolean } {
	const found = days.findIndex((day) => day.slice(0, 7) === wanted);
	return { chosen: found === -1 ? days.length - 1 : found, isKnown: wanted === null || found !== -1 };
}
