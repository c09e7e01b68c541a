import type { PointKind } from './overlays.ts';
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
	hatch: { d: 'M-1 1l2-2M0 8l8-8M7 9l2-2', strokeWidth: 1 },
	// For what lies over a fill, so stronger than the patterns of fills.
	bars: { d: 'M4 0v8', strokeWidth: 2 }
};

/** Patterns that draw something, in a fixed order. */
export const DRAWN_PATTERNS = [
	'dots',
	'lines',
	'crosses',
	'hatch',
	'bars'
] as const satisfies readonly Pattern[];
export type DrawnPattern = (typeof DRAWN_PATTERNS)[number];

/** Side of the square in which the signs of points are drawn. */
export const SIGN_SIZE = 22;

/**
 * The sign of each kind of point: a ground that differs in outline, too, and what stands on it. A house for resource
 * centres, two people for councils, a plug for smart villages.
 */
export const SIGN_SHAPES: Record<PointKind, { ground: string; mark: string }> = {
	'resource-centres': {
		ground: 'M1 11a10 10 0 1 0 20 0a10 10 0 1 0-20 0z',
		mark: 'M11 4.8l6 5.2v6.2h-4.2v-4h-3.6v4H5V10z'
	},
	councils: {
		ground: 'M2.5 2.5h17v17h-17z',
		mark: 'M5.5 8a2 2 0 1 0 4 0a2 2 0 1 0-4 0zM12.5 8a2 2 0 1 0 4 0a2 2 0 1 0-4 0zM4.5 16.5v-2a3 3 0 0 1 6 0v2zM11.5 16.5v-2a3 3 0 0 1 6 0v2z'
	},
	'smart-villages': {
		ground: 'M11 0.5l10.5 10.5L11 21.5L0.5 11z',
		mark: 'M8 5.5h1.5v3h3v-3H14v3h1v2.5a4 4 0 0 1-3 3.9v2.6h-2v-2.6a4 4 0 0 1-3-3.9V8.5h1z'
	}
};
