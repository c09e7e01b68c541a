import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { numberFill } from './titles.ts';
import type { NumericDefinition } from './numeric.ts';

const common = {
	kind: 'numeric',
	note: m.layer_note_population,
	sources: [],
	palette: 'blue',
	strongest: 'most'
} as const satisfies Partial<NumericDefinition>;

/** Residents. A count, so it is never inherited: most parishes have none until an official table is imported. */
export const population: NumericDefinition = {
	...numberFill('population'),
	...common,
	unit: m.layer_unit_residents,
	formatValue: (value) => formatNumber(value),
	comparesWhole: false,
	weighBy: null
};

/** Residents for each square kilometre. */
export const populationDensity: NumericDefinition = {
	...numberFill('population-density'),
	...common,
	unit: m.layer_unit_density,
	formatValue: (value) => formatNumber(value, 1),
	comparesWhole: true,
	weighBy: 'area'
};
