import type { Pattern } from './types.ts';

/** One repeating tile, drawn in its own coordinates of `PATTERN_SIZE` square. */
export interface PatternShape {
	/** SVG path data. */
	d: string;
	/** Width of the stroke; 0 = the path is filled instead. */
	strokeWidth: number;
}

/** Side of a pattern tile in CSS pixels. */
export const PATTERN_SIZE = 8;

/**
 * The patterns beside the colours. Path data is understood by SVG (`<pattern>`) and by a canvas (`Path2D`)
 * alike, so the drawn picture, the legend and the interactive map cannot show different ones.
 */
export const PATTERN_SHAPES: Record<Exclude<Pattern, 'none'>, PatternShape> = {
	dots: { d: 'M1 2a1 1 0 1 0 2 0a1 1 0 1 0-2 0zM5 6a1 1 0 1 0 2 0a1 1 0 1 0-2 0z', strokeWidth: 0 },
	lines: { d: 'M0 2h8M0 6h8', strokeWidth: 1 },
	crosses: { d: 'M4 1.5v5M1.5 4h5', strokeWidth: 1.25 },
	// The corner strokes let the diagonal run on without a break from tile to tile.
	hatch: { d: 'M-1 1l2-2M0 8l8-8M7 9l2-2', strokeWidth: 1 }
};

/** Patterns that draw something, in a fixed order. */
export const DRAWN_PATTERNS = ['dots', 'lines', 'crosses', 'hatch'] as const satisfies readonly Pattern[];
export type DrawnPattern = (typeof DRAWN_PATTERNS)[number];

/** A place with a house: the sign of a resource centre, drawn in a square of `PLACE_SIZE`. */
export const PLACE_SIZE = 22;
export const PLACE_SHAPES = {
	disc: 'M1 11a10 10 0 1 0 20 0a10 10 0 1 0-20 0z',
	house: 'M11 4.8l6 5.2v6.2h-4.2v-4h-3.6v4H5V10z'
} as const;
