import type { PointKind } from '../layers/overlays.ts';
import {
	PATTERN_SHAPES,
	PATTERN_SIZE,
	SIGN_SHAPES,
	SIGN_SIZE,
	type DrawnPattern
} from '../layers/patterns.ts';
import type { MapColours } from './theme.ts';

/** An image with the number of its pixels per CSS pixel. */
export interface MapImage {
	data: ImageData;
	pixelRatio: number;
}

/**
 * Draws on a square of `size` units that becomes `shownSize` CSS pixels. MapLibre enlarges images up to twice
 * between two zoom levels, so they are drawn that much finer. Throws when the browser gives no 2D canvas.
 */
function paint(size: number, shownSize: number, draw: (context: CanvasRenderingContext2D) => void): MapImage {
	const pixelRatio = devicePixelRatio > 1 ? 4 : 2;
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = shownSize * pixelRatio;
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (context === null) throw new Error('no 2D canvas');
	context.scale(canvas.width / size, canvas.height / size);
	draw(context);
	return { data: context.getImageData(0, 0, canvas.width, canvas.height), pixelRatio };
}

/** Enlarged 1 to 2 times, this comes out around `PATTERN_SIZE`. */
const SHOWN_PATTERN_SIZE = 5;

/** One tile of a pattern. */
export function patternImage(pattern: DrawnPattern, colours: MapColours): MapImage {
	const { d, strokeWidth } = PATTERN_SHAPES[pattern];
	return paint(PATTERN_SIZE, SHOWN_PATTERN_SIZE, (context) => {
		const path = new Path2D(d);
		if (strokeWidth === 0) {
			context.fillStyle = colours.pattern;
			context.fill(path);
		} else {
			context.strokeStyle = colours.pattern;
			context.lineWidth = strokeWidth;
			context.stroke(path);
		}
	});
}

/** The sign of a kind of point. */
export function signImage(kind: PointKind, colours: MapColours): MapImage {
	const { ground, mark } = SIGN_SHAPES[kind];
	return paint(SIGN_SIZE, SIGN_SIZE, (context) => {
		const shape = new Path2D(ground);
		context.fillStyle = colours.sign;
		context.fill(shape);
		context.strokeStyle = colours.signInk;
		context.lineWidth = 1.5;
		context.stroke(shape);
		context.fillStyle = colours.signInk;
		context.fill(new Path2D(mark));
	});
}
