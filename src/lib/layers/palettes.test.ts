import { describe, expect, it } from 'vitest';
import { MAX_CLASSES } from './classes.ts';
import { colourDistance, COLOUR_VISIONS, lightness } from './colour-vision.ts';
import {
	BIVARIATE,
	CATEGORICAL,
	DIVERGING,
	NO_DATA_FILL,
	SEQUENTIAL,
	spread,
	spreadFromMiddle,
	type Fill
} from './palettes.ts';

const GROUNDS = ['light', 'dark'] as const;
type Ground = (typeof GROUNDS)[number];

/** The smallest distance of two colours for any colour vision. */
function nearest(palette: readonly Fill[], ground: Ground): number {
	const distances = COLOUR_VISIONS.flatMap((vision) =>
		palette.flatMap((first, position) =>
			palette.slice(position + 1).map((second) => colourDistance(first[ground], second[ground], vision))
		)
	);
	return Math.min(...distances);
}

/** Black on light ground, white on dark ground, let through as `map/theme.ts` and `picture.css` do. */
const PATTERN_INK = { light: 0, dark: 255 };
const PATTERN_OPACITY = 0.42;

/** A colour under the ink of a pattern, `#rrggbb`. */
function mixed(colour: string, ink: number): string {
	const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
	const inked = parts.map((part) => Math.round(part * (1 - PATTERN_OPACITY) + ink * PATTERN_OPACITY));
	return `#${inked.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Steps of lightness from colour to colour, counted so that more is always stronger. */
function steps(palette: readonly Fill[], ground: Ground): number[] {
	const ramp = palette.map((fill) => lightness(fill[ground]));
	return ramp.slice(1).map((value, position) => {
		const step = value - (ramp[position] ?? Number.NaN);
		return ground === 'light' ? -step : step;
	});
}

const sequential = Object.entries(SEQUENTIAL);
const diverging = Object.entries(DIVERGING);

describe.each(GROUNDS)('on %s ground', (ground) => {
	it.each(sequential)('%s: every class is told apart with every colour vision', (_, palette) => {
		expect(nearest(palette, ground)).toBeGreaterThan(0.09);
	});

	it.each(sequential)('%s: grows steadily in strength, so that grey print works', (_, palette) => {
		for (const step of steps(palette, ground)) expect(step).toBeGreaterThan(0.1);
	});

	it.each([...sequential, ...diverging])('%s: no class looks like “no data”', (_, palette) => {
		for (const fill of palette) {
			expect(colourDistance(fill[ground], NO_DATA_FILL[ground])).toBeGreaterThan(0.05);
		}
	});

	it.each(diverging)('%s: every class is told apart with every colour vision', (_, palette) => {
		expect(nearest(palette, ground)).toBeGreaterThan(0.1);
	});

	it.each(diverging)('%s: both sides grow in strength from the middle', (_, palette) => {
		const middle = (palette.length - 1) / 2;
		const sides = [palette.slice(0, middle + 1).toReversed(), palette.slice(middle)];
		for (const side of sides) {
			for (const step of steps(side, ground)) expect(step).toBeGreaterThan(0.1);
		}
	});

	it.each([...sequential, ['bivariate', BIVARIATE.flat()] as const])(
		'%s: the lines over inherited values are seen on every fill',
		(_, palette) => {
			for (const fill of palette) {
				const lined = mixed(fill[ground], PATTERN_INK[ground]);
				expect(colourDistance(fill[ground], lined), fill[ground]).toBeGreaterThan(0.06);
			}
		}
	);

	it('kinds are told apart with every colour vision', () => {
		expect(nearest(Object.values(CATEGORICAL), ground)).toBeGreaterThan(0.1);
	});

	it('two values at once: all nine colours are told apart with every colour vision', () => {
		expect(nearest(BIVARIATE.flat(), ground)).toBeGreaterThan(0.12);
	});

	it('two values at once: each grows in strength along its own side', () => {
		const columns = [0, 1, 2].map((column) => BIVARIATE.flatMap((row) => row[column] ?? []));
		for (const line of [...BIVARIATE, ...columns]) {
			expect(line).toHaveLength(3);
			for (const step of steps(line, ground)) expect(step).toBeGreaterThan(0.03);
		}
	});
});

describe('palettes', () => {
	it('have a colour for as many classes as there may be, on both grounds', () => {
		for (const palette of [...Object.values(SEQUENTIAL), Object.values(CATEGORICAL)]) {
			expect(palette).toHaveLength(MAX_CLASSES);
			for (const ground of GROUNDS) {
				expect(new Set(palette.map((fill) => fill[ground])).size).toBe(MAX_CLASSES);
			}
		}
	});
});

describe('spread', () => {
	it('reaches from one end to the other and never repeats a colour', () => {
		for (let classes = 2; classes <= MAX_CLASSES; classes += 1) {
			const chosen = spread(SEQUENTIAL.blue, classes);
			expect(chosen[0]).toBe(SEQUENTIAL.blue[0]);
			expect(chosen.at(-1)).toBe(SEQUENTIAL.blue.at(-1));
			expect(new Set(chosen).size).toBe(classes);
		}
	});

	it('gives one class a colour of the middle, and none for none', () => {
		expect(spread(SEQUENTIAL.blue, 1)).toEqual([SEQUENTIAL.blue[3]]);
		expect(spread(SEQUENTIAL.blue, 0)).toEqual([]);
	});

	it('refuses more classes than there are colours', () => {
		expect(() => spread(SEQUENTIAL.blue, MAX_CLASSES + 1)).toThrow(RangeError);
	});

	it('sets differences on both sides of the middle', () => {
		const palette = DIVERGING.blueBrown;
		expect(spreadFromMiddle(palette, 3, 3)).toEqual(palette);
		expect(spreadFromMiddle(palette, 2, 2)).toEqual([0, 2, 3, 4, 6].map((position) => palette[position]));
		expect(() => spreadFromMiddle(palette, 4, 1)).toThrow(RangeError);
	});
});
