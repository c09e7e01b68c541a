import { m } from '../i18n/paraglide/messages.js';
import { NO_DATA_ID } from './fills.ts';
import { NO_DATA_FILL } from './palettes.ts';
import type { LayerClass } from './types.ts';

/** Areas without a value: a class of their own, hatched, never the smallest value. */
export const NO_DATA: LayerClass<'no_data'> = {
	id: NO_DATA_ID,
	label: m.layer_no_data,
	explain: m.layer_explain_no_data,
	fill: NO_DATA_FILL,
	pattern: 'hatch'
};
