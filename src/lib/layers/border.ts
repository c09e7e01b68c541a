import { m } from '../i18n/paraglide/messages.js';
import { numberFill } from './titles.ts';
import type { NumericDefinition } from './numeric.ts';
import { formatKilometres } from './values.ts';

/** Kilometres to the border with Russia or Belarus, computed from the boundaries; 0 touches it. */
export const borderDistance: NumericDefinition = {
	...numberFill('border-distance'),
	kind: 'numeric',
	unit: m.layer_unit_km,
	formatValue: formatKilometres,
	note: m.layer_note_border_distance,
	sources: [],
	palette: 'ochre',
	strongest: 'least',
	comparesWhole: false,
	weighBy: null
};
