/**
 * How far apart two colours look, for readers who see all colours and for those who do not. Used by the
 * tests of layers; pages do not need it.
 */

/** Kinds of colour vision that a palette is checked for. */
export const COLOUR_VISIONS = ['normal', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type ColourVision = (typeof COLOUR_VISIONS)[number];

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Full severity, on linear RGB: Machado, Oliveira, Fernandes 2009, “A Physiologically-based Model …”, table 1. */
const SIMULATION: Record<ColourVision, Matrix> = {
	normal: [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1]
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998]
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881]
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039]
	]
};

/** Linear RGB to cone response and cone response to OKLab: Ottosson 2020, “A perceptual color space”. */
const TO_CONES: Matrix = [
	[0.4122214708, 0.5363325363, 0.0514459929],
	[0.2119034982, 0.6806995451, 0.1073969566],
	[0.0883024619, 0.2817188376, 0.6299787005]
];
const TO_OKLAB: Matrix = [
	[0.2104542553, 0.793617785, -0.0040720468],
	[1.9779984951, -2.428592205, 0.4505937099],
	[0.0259040371, 0.7827717662, -0.808675766]
];

/**
 * Distance of two colours in OKLab as somebody with this colour vision sees them. 0 = the same; about
 * 0.02 can just be told apart side by side, black and white are 1 apart.
 * @param a `#rrggbb`
 * @param b `#rrggbb`
 */
export function colourDistance(a: string, b: string, vision: ColourVision = 'normal'): number {
	const first = toOklab(a, vision);
	const second = toOklab(b, vision);
	return Math.hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

/** Lightness of a colour in OKLab, 0 black … 1 white. */
export function lightness(colour: string): number {
	return toOklab(colour, 'normal')[0];
}

/** Contrast ratio of two colours by WCAG 2.2, 1…21. */
export function contrastRatio(a: string, b: string): number {
	const [x, y] = [luminance(a), luminance(b)];
	return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function luminance(colour: string): number {
	const [red, green, blue] = linearRgb(colour);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toOklab(colour: string, vision: ColourVision): Triple {
	const seen = multiply(SIMULATION[vision], linearRgb(colour)).map((part) => Math.min(1, Math.max(0, part)));
	const cones = multiply(TO_CONES, triple(seen)).map(Math.cbrt);
	return multiply(TO_OKLAB, triple(cones));
}

function linearRgb(colour: string): Triple {
	const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)?.slice(1);
	if (!parts) throw new RangeError(`Not a colour like #rrggbb: ${colour}`);
	return triple(
		parts.map((part) => {
			const value = Number.parseInt(part, 16) / 255;
			return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
		})
	);
}

function multiply(matrix: Matrix, [x, y, z]: Triple): Triple {
	return triple(matrix.map((row) => row[0] * x + row[1] * y + row[2] * z));
}

function triple([x = 0, y = 0, z = 0]: readonly number[]): Triple {
	return [x, y, z];
}
