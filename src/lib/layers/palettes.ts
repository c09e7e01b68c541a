/**
 * Colours of classes. Each palette has one set for light and one for dark ground; `palettes.test.ts` proves that
 * readers with every colour vision can tell its classes apart, from each other and from “no data”.
 */

/** A fill for light and for dark ground, `#rrggbb`. */
export interface Fill {
	light: string;
	dark: string;
}

/** From little to much: darker on light ground, lighter on dark ground. */
export const SEQUENTIAL = {
	green: fills(
		['#caf9d2', '#87dca9', '#3cbc8c', '#039676', '#046f5f', '#014b44'],
		['#0b3016', '#00502e', '#00714f', '#009475', '#4bb39e', '#91cdc4']
	),
	blue: fills(
		['#d1f1ff', '#7cd2fe', '#46acec', '#3085ca', '#2d609c', '#293f67'],
		['#002d3b', '#004965', '#036697', '#3883c3', '#72a1dc', '#a9c0e9']
	),
	// A colour of no flag and no warning, for groups of people.
	plum: fills(
		['#fee2ee', '#f9a9d8', '#d680c0', '#ab5fa4', '#7d4682', '#503259'],
		['#3e192c', '#662950', '#8a4178', '#a761a0', '#be88c1', '#d1b3da']
	),
	ochre: fills(
		['#ffe9bb', '#edbd70', '#d59236', '#b56b0a', '#8d4b0b', '#5f3318'],
		['#342500', '#593c01', '#845402', '#b06c1e', '#ce8e5e', '#e2b49c']
	)
} as const satisfies Record<string, readonly Fill[]>;
export type SequentialName = keyof typeof SEQUENTIAL;

/** Below and above a middle, for differences: the middle stands fourth. No layer has any yet: decision 12. */
export const DIVERGING = {
	blueBrown: fills(
		['#10448b', '#4f83cf', '#97bdf5', '#f0eeeb', '#d9a074', '#ac6112', '#5b2f00'],
		['#91cffe', '#4393ca', '#2e6185', '#2f2e2b', '#795315', '#b97e15', '#f8ba60']
	)
} as const satisfies Record<string, readonly Fill[]>;
export type DivergingName = keyof typeof DIVERGING;

/** Kinds, of which none is more than another: the states of activity. Neighbours in the list also differ in lightness. */
export const CATEGORICAL = {
	pine: { light: '#0f4d42', dark: '#81edc5' },
	green: { light: '#2ea27a', dark: '#2f8c72' },
	amber: { light: '#f9b126', dark: '#f19e30' },
	violet: { light: '#ac89e8', dark: '#9567d9' },
	slate: { light: '#516b8c', dark: '#8dadc8' },
	stone: { light: '#cbc8c0', dark: '#434f56' }
} as const satisfies Record<string, Fill>;

/** Three by three: rows grow towards blue, columns towards orange, both at once towards the strongest colour. */
export const BIVARIATE: readonly (readonly Fill[])[] = [
	fills(['#ede9ea', '#efa282', '#dd5902'], ['#292627', '#803d2a', '#e04d1d']),
	fills(['#9cb1fd', '#a5729d', '#9a2743'], ['#1d3e7e', '#866192', '#eb7ea1']),
	fills(['#5a71ff', '#6438a6', '#51004b'], ['#004cdb', '#897df6', '#eaabff'])
];

/** Areas without a value; its hatching is the `no_data` class's own. */
export const NO_DATA_FILL: Fill = { light: '#ffffff', dark: '#12191c' };

/**
 * Colours for so many classes, spread over the whole palette, so that few classes stand far apart.
 * @throws RangeError for more classes than the palette has colours
 */
export function spread(palette: readonly Fill[], classes: number): Fill[] {
	if (classes > palette.length) {
		throw new RangeError(`${classes} classes, but only ${palette.length} colours`);
	}
	const step = classes === 1 ? 0 : (palette.length - 1) / (classes - 1);
	// A single class is neither the weakest nor the strongest.
	const first = classes === 1 ? Math.floor(palette.length / 2) : 0;
	return Array.from({ length: classes }, (_, position) => {
		const fill = palette[Math.round(first + position * step)];
		if (!fill) throw new RangeError(`No colour ${position}`);
		return fill;
	});
}

/**
 * Colours for differences: `below` classes under the middle, `above` over it; strongest at the outer ends.
 * @throws RangeError for more than three on a side
 */
export function spreadFromMiddle(palette: readonly Fill[], below: number, above: number): Fill[] {
	const middle = (palette.length - 1) / 2;
	const lower = spread(palette.slice(0, middle), below);
	const upper = spread(palette.slice(middle + 1), above);
	return [...lower, ...palette.slice(middle, middle + 1), ...upper];
}

function fills(light: readonly string[], dark: readonly string[]): readonly Fill[] {
	return light.map((colour, position) => ({ light: colour, dark: dark[position] ?? colour }));
}
