import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';

/** How layers write numbers with their units. */

/** Per cent of something: 43,2 %. */
export function formatPercent(value: number): string {
	return m.layer_value_percent({ value: formatNumber(value, 1) });
}

/** Kilometres, to the next hundred metres. */
export function formatKilometres(value: number): string {
	return m.layer_value_km({ value: formatNumber(value, 1) });
}

/** Days, shortened, so that no language needs another ending for 1 and 21. */
export function formatDays(value: number): string {
	return m.layer_value_days({ value: formatNumber(value) });
}
