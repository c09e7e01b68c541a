import type { SecondLayer } from '../layers/overlays.ts';
import type { Layer } from '../layers/types.ts';
import type { Level } from '../territories/types.ts';
import type { AreaRow, LevelChoice, PlacePoint } from './types.ts';

/** What went wrong with the interactive map: geometry not readable, or no WebGL on this machine. */
export type CanvasError = 'topology' | 'webgl';

/**
 * The contract between the map page and the interactive map (`MapCanvas.svelte`).
 * State flows one way: the page owns everything that is in the address and passes it down; the
 * canvas owns the camera and reports what the reader did.
 */
export interface MapCanvasProps {
	/**
	 * Rows of every level, in table order. State cities are in the rows of `parish` and of
	 * `municipality`. Every code here is an id in the topology object of its level.
	 */
	rowsByLevel: Record<Level, readonly AreaRow[]>;
	/** The layer that fits the rows of a level: one status per unit, a share for larger areas; numbers classed by level. */
	layerByLevel: Record<Level, Layer<AreaRow>>;
	/** `auto`: the canvas chooses by zoom and says so through `onlevel`. */
	level: LevelChoice;
	/** Code of the selected place (any level, may be absent from the rows shown); null = none. */
	selected: string | null;
	/** What lies over the fill; null = nothing. */
	second: SecondLayer | null;
	/** Units inside the zone, where the second layer is one. */
	zoneUnits: readonly string[] | null;
	/** Places and bodies, where the second layer shows them. */
	points: readonly PlacePoint[];
	/** A place was chosen, or the choice was dropped (null). */
	onselect: (code: string | null) => void;
	/** The level now drawn, when `level` is `auto`; called on start and on every change. */
	onlevel?: (level: Level) => void;
	/** Geometry is drawn and answers to pointer and keyboard. The page then hides its own picture. */
	onready: () => void;
	/** The canvas cannot work; the page keeps its own picture and says why. */
	onerror: (error: CanvasError) => void;
	/** Class of the area that is pointed at or has the keyboard focus; null = none. */
	onclass?: (classId: string | null) => void;
	/** Text for the page's one polite live region. */
	onannounce?: (text: string) => void;
}
