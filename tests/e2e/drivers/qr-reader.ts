/**
 * Reads the QR codes of our own pages from a picture of them. Enough for a picture that is sharp and upright: byte mode,
 * error correction M, versions 1 to 10; nothing is corrected, so that a wrongly drawn code is not read.
 */
import type { Locator } from '@playwright/test';

/** A picture as rows of dark and light. */
export type Picture = readonly (readonly boolean[])[];

/** By version, from 1: codewords for correction in each block, and blocks, at level M. */
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5];

/** Where a mask turns dark into light and back. */
const MASKS: readonly ((x: number, y: number) => boolean)[] = [
	(x, y) => (x + y) % 2 === 0,
	(_, y) => y % 2 === 0,
	(x) => x % 3 === 0,
	(x, y) => (x + y) % 3 === 0,
	(x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
	(x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
	(x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
	(x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0
];

/**
 * The text of the code in a picture.
 * @throws Error when there is none, or it is of another kind
 */
export function readQr(picture: Picture): string {
	const modules = modulesOf(picture);
	const size = modules.length;
	const version = (size - 17) / 4;
	if (!Number.isInteger(version) || version < 1 || version > 10)
		throw new Error(`no QR code of ${size} modules`);
	const dark = (x: number, y: number): boolean => modules[y]?.[x] ?? false;

	let format = 0;
	const spots = [0, 1, 2, 3, 4, 5, 7, 8].map((y): [number, number] => [8, y]);
	spots.push([7, 8], ...[5, 4, 3, 2, 1, 0].map((x): [number, number] => [x, 8]));
	for (const [bit, [x, y]] of spots.entries()) format |= Number(dark(x, y)) << bit;
	const kind = (format ^ 0x5412) >> 10;
	if (kind >> 3 !== 0) throw new Error('another level of error correction than M');
	const isTurned = MASKS[kind & 7] ?? (() => false);

	const fixed = fixedModules(size, version);
	const bits: number[] = [];
	for (let right = size - 1; right >= 1; right -= 2) {
		if (right === 6) right = 5;
		const isUpward = ((right + 1) & 2) === 0;
		for (let step = 0; step < size; step++) {
			const y = isUpward ? size - 1 - step : step;
			for (const x of [right, right - 1]) if (!fixed(x, y)) bits.push(Number(dark(x, y) !== isTurned(x, y)));
		}
	}
	const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, n) =>
		bits.slice(n * 8, n * 8 + 8).reduce((word, bit) => word * 2 + bit, 0)
	);
	return textOf(inOrder(words, version), version);
}

/** Cuts the picture into modules: the corners of the finder patterns are its edges. */
function modulesOf(picture: Picture): boolean[][] {
	const rows = picture.flatMap((row, y) => (row.includes(true) ? [y] : []));
	const [top, bottom] = [rows[0], rows.at(-1)];
	if (top === undefined || bottom === undefined) throw new Error('nothing dark in the picture');
	const left = Math.min(...picture.map((row) => row.indexOf(true)).filter((x) => x >= 0));
	const right = Math.max(...picture.map((row) => row.lastIndexOf(true)));
	const edge = picture[top] ?? [];
	const run = edge.indexOf(false, left) - left;
	const size = Math.round(((right - left + 1) * 7) / run / 4 - 0.25) * 4 + 1;
	const at = (start: number, end: number, n: number): number =>
		Math.floor(start + ((n + 0.5) * (end - start + 1)) / size);
	return Array.from({ length: size }, (_, y) =>
		Array.from({ length: size }, (_, x) => picture[at(top, bottom, y)]?.[at(left, right, x)] ?? false)
	);
}

/** Which modules are of the frame and carry no text. */
function fixedModules(size: number, version: number): (x: number, y: number) => boolean {
	const count = version === 1 ? 0 : Math.floor(version / 7) + 2;
	const step = Math.ceil((size - 13) / (count * 2 - 2)) * 2;
	const centres = Array.from({ length: count }, (_, n) => (n === 0 ? 6 : size - 7 - (count - 1 - n) * step));
	const nearFinder = (x: number, y: number): boolean =>
		(x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
	const isAligning = (x: number, y: number): boolean =>
		centres.some((cx) =>
			centres.some((cy) => !nearFinder(cx, cy) && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2)
		);
	const isVersion = (x: number, y: number): boolean =>
		version >= 7 && ((y < 6 && x >= size - 11 && x < size - 8) || (x < 6 && y >= size - 11 && y < size - 8));
	return (x, y) => x === 6 || y === 6 || nearFinder(x, y) || isAligning(x, y) || isVersion(x, y);
}

/** The words of the text: blocks are written into each other, the words for correction after them. */
function inOrder(words: readonly number[], version: number): number[] {
	const blocks = BLOCKS[version - 1] ?? 1;
	const data = words.length - blocks * (CORRECTION[version - 1] ?? 0);
	const short = Math.floor(data / blocks);
	const long = data % blocks;
	return Array.from({ length: blocks }, (_, block) => {
		const even = Array.from({ length: short }, (_, n) => words[n * blocks + block] ?? 0);
		// The last blocks are one word longer.
		const place = block - (blocks - long);
		return place < 0 ? even : [...even, words[short * blocks + place] ?? 0];
	}).flat();
}

function textOf(words: readonly number[], version: number): string {
	const bits = words.flatMap((word) => [...word.toString(2).padStart(8, '0')]).join('');
	if (!bits.startsWith('0100')) throw new Error('another mode than bytes');
	const start = version < 10 ? 12 : 20;
	const length = parseInt(bits.slice(4, start), 2);
	const bytes = Array.from({ length }, (_, n) => parseInt(bits.slice(start + n * 8, start + n * 8 + 8), 2));
	return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
}

/** Takes a picture of a code on a page, and reads it. */
export async function readQrOf(code: Locator): Promise<string> {
	const png = (await code.screenshot({ scale: 'device' })).toString('base64');
	const other = await code.page().context().newPage();
	try {
		// On a page of its own: ours load no pictures of this kind.
		const rows = await other.evaluate(async (address) => {
			const image = new Image();
			image.src = address;
			await image.decode();
			const canvas = new OffscreenCanvas(image.width, image.height);
			const drawing = canvas.getContext('2d');
			if (drawing === null) throw new Error('nothing to draw on');
			drawing.drawImage(image, 0, 0);
			const { data, width, height } = drawing.getImageData(0, 0, image.width, image.height);
			return Array.from({ length: height }, (_, y) =>
				Array.from({ length: width }, (_, x) => (data[(y * width + x) * 4] ?? 255) < 128)
			);
		}, `data:image/png;base64,${png}`);
		return readQr(rows);
	} finally {
		await other.close();
	}
}
