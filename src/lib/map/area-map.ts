import type { GeoJSONSource, MapGeoJSONFeature, PointLike } from 'maplibre-gl';
import type { MultiLineString } from 'geojson';
import { POINT_KINDS } from '../layers/overlays.ts';
import { lookOf, type Pattern } from '../layers/types.ts';
import { LEVELS, type Level } from '../territories/types.ts';
import type { MapCanvasProps } from './canvas.ts';
import { boundsOf, GEOMETRY_NAMES, type AreaFeature, type Bounds, type Geometry } from './geometry.ts';
import { patternImage, signImage } from './images.ts';
import type { Labels, Signs } from './labels.ts';
import { OBJECT_OF_LEVEL, shownLevel } from './levels.ts';
import { GPUInitializationError, MapLibreMap } from './maplibre.ts';
import { MarkOverlay, type Mark } from './marks.ts';
import { nearest, neighbour, type Direction } from './neighbours.ts';
import type { Outline } from './outline.ts';
import { DRAWN_PATTERNS } from '../layers/patterns.ts';
import {
	classState,
	countLayerId,
	fillLayerId,
	OUTLINE_LAYER,
	LABEL_SOURCE,
	mapLayers,
	mapStyle,
	patternImageId,
	patternLayerId,
	OUTLINE_SOURCE,
	SIGN_LAYER,
	SIGN_SOURCE,
	signImageId,
	type AreaState,
	type Look
} from './style.ts';
import type { AreaRow } from './types.ts';

/** What the pointer or the keyboard is on, with its pixel in the container. */
export interface Target {
	kind: 'area' | 'sign';
	/** Territory code of an area, id of a sign. */
	id: string;
	x: number;
	y: number;
}

export interface AreaMapEvents {
	ontarget: (target: Target | null) => void;
	/** The reader chose an area, a sign, or nothing (null) by pointer. */
	onchoose: (target: Target | null) => void;
	/** The level drawn by zoom has changed. */
	onlevel: (level: Level) => void;
	/** Everything is drawn for the first time. */
	onready: () => void;
	/** Drawing is not possible, or no longer. Called once; the map is of no use afterwards. */
	onfail: () => void;
}

/** What colours the areas and lies over them as a pattern: see `MapCanvasProps`. */
export type AreaData = Pick<MapCanvasProps, 'rowsByLevel' | 'layerByLevel' | 'second'>;

export interface AreaMapOptions {
	container: HTMLElement;
	geometry: Geometry;
	look: Look;
	data: AreaData;
	labels: Labels;
	/** Whether the numbers among the labels are to be seen. */
	counts: boolean;
	signs: Signs;
	/** Lines over the fill; null = none. */
	outline: Outline | null;
	/** Code to open at; null = the whole country. */
	selected: string | null;
	/** MapLibre's own texts (hint for two-finger gestures). */
	locale: Record<string, string>;
	events: AreaMapEvents;
}

/** Room for panning around Latvia: also a tall phone screen must be able to hold the whole country. */
const PAN_LIMITS: Bounds = [16, 52.5, 33.5, 61];
const MIN_ZOOM = 4;
const MAX_ZOOM = 13;
/** Closest zoom at which a place is opened: its surroundings stay in sight. */
const PLACE_ZOOM = 9;
const PADDING = 16;
/** Time the browser has for giving a lost WebGL context back. */
const RESTORE_MS = 5000;
/** An area whose point is nearer to the edge than this is moved into sight. */
const EDGE_PX = 40;

const NO_LINES: MultiLineString = { type: 'MultiLineString', coordinates: [] };

/** Names and values of a paint or layout, which TypeScript cannot keep paired. */
function entries(properties: object = {}): [string, unknown][] {
	return Object.entries(properties);
}
type PaintName = Parameters<MapLibreMap['setPaintProperty']>[1];
type LayoutName = Parameters<MapLibreMap['setLayoutProperty']>[1];

/** Data of the sources beside the areas: numbers and texts only, in a fixed order. */
type Sendable = Labels | Signs | MultiLineString;

const TOUCH = '(pointer: coarse)';

/**
 * The interactive map as one object: MapLibre inside, plain data outside. It owns the camera. Geometry is
 * handed to MapLibre once; afterwards data change feature state only, and only of areas that changed.
 */
export class AreaMap {
	readonly #map: MapLibreMap;
	readonly #events: AreaMapEvents;
	readonly #country: Bounds;
	readonly #linesOf: Geometry['outline'];
	/** Shape of every code; a state city has the same one at both of its levels. */
	readonly #shapes: ReadonlyMap<string, AreaFeature>;
	readonly #marks: MarkOverlay;
	readonly #coarse = matchMedia(TOUCH);
	#look: Look;
	#labels: Labels;
	#counts: boolean;
	#signs: Signs;
	#outline: MultiLineString;
	#level: Level;
	#data: AreaData;
	/** State as last written, per level and code. */
	readonly #written: Record<Level, Map<string, string>> = {
		parish: new Map(),
		municipality: new Map(),
		region: new Map()
	};
	/** What the sources beside the areas hold. */
	readonly #sent: Map<string, Sendable>;
	/** Whether numbers are seen, as last written. */
	#counted = false;
	/** Patterns that areas want, per level. */
	readonly #patterns: Record<Level, Set<Pattern | undefined>> = {
		parish: new Set(),
		municipality: new Set(),
		region: new Set()
	};
	#focused: AreaRow | null = null;
	#styled = false;
	#ready = false;
	#restoring: ReturnType<typeof setTimeout> | undefined;

	/** Throws when the browser cannot draw (no WebGL 2). */
	constructor(options: AreaMapOptions) {
		const { container, geometry, look, data, labels, counts, signs, outline, selected, locale, events } =
			options;
		this.#events = events;
		this.#look = look;
		this.#data = data;
		this.#level = shownLevel(look.level, MIN_ZOOM);
		this.#labels = labels;
		this.#counts = counts;
		this.#signs = signs;
		this.#linesOf = geometry.outline;
		this.#outline = outline === null ? NO_LINES : geometry.outline(outline);
		this.#shapes = indexShapes(geometry);
		this.#sent = new Map<string, Sendable>([
			[LABEL_SOURCE, labels],
			[SIGN_SOURCE, signs],
			[OUTLINE_SOURCE, this.#outline]
		]);
		this.#country = boundsOf(geometry.areas.regions.features) ?? PAN_LIMITS;
		const start = selected === null ? undefined : this.#shapes.get(selected);
		this.#map = new MapLibreMap({
			container,
			style: mapStyle(look, {
				geometry,
				labels,
				signs,
				outline: this.#outline
			}),
			bounds: (start && boundsOf([start])) ?? this.#country,
			fitBoundsOptions: { padding: PADDING, maxZoom: PLACE_ZOOM },
			minZoom: MIN_ZOOM,
			maxZoom: MAX_ZOOM,
			maxBounds: PAN_LIMITS,
			renderWorldCopies: false,
			// North stays up and the map flat: a turned choropleth only confuses.
			dragRotate: false,
			touchPitch: false,
			pitchWithRotate: false,
			maxPitch: 0,
			// The component owns the keys; they move between areas, not the camera.
			keyboard: false,
			boxZoom: false,
			// On touch screens one finger scrolls the page, two move the map: nobody gets stuck on it.
			cooperativeGestures: this.#coarse.matches,
			attributionControl: false,
			fadeDuration: 0,
			canvasContextAttributes: { preserveDrawingBuffer: false },
			locale
		});
		this.#map.touchZoomRotate.disableRotation();
		this.#level = shownLevel(look.level, this.#map.getZoom());
		// The component's own element takes the focus; a second stop on the canvas would say nothing.
		const canvas = this.#map.getCanvas();
		for (const name of ['tabindex', 'role', 'aria-label']) canvas.removeAttribute(name);
		canvas.setAttribute('aria-hidden', 'true');
		this.#marks = new MarkOverlay(container, this.#map, look.colours);
		this.#marks.show('selected', start ?? null);
		this.#listen();
	}

	#listen(): void {
		const map = this.#map;
		this.#coarse.addEventListener('change', this.#followPointer);
		map.on('style.load', () => this.#onStyle());
		map.once('idle', () => {
			this.#ready = true;
			this.#events.onready();
		});
		map.on('error', ({ error }) => {
			if (!this.#ready || error instanceof GPUInitializationError) this.#events.onfail();
			else console.error(error);
		});
		map.on('webglcontextlost', () => {
			this.#styled = false;
			this.#sent.clear();
			this.#counted = false;
			this.#restoring = setTimeout(() => this.#events.onfail(), RESTORE_MS);
		});
		map.on('webglcontextrestored', () => clearTimeout(this.#restoring));
		map.on('zoom', () => this.#followZoom());
		map.on('mousemove', ({ point }) => {
			if (!map.isMoving()) this.#pointAt(this.#targetAt(point));
		});
		map.on('mouseout', () => this.#pointAt(null));
		map.on('click', ({ point }) => {
			const target = this.#targetAt(point);
			this.focus(null);
			this.#pointAt(target);
			this.#events.onchoose(target);
		});
		map.on('movestart', () => {
			if (this.#styled) this.#drawPatterns(false);
		});
		map.on('move', () => {
			this.#marks.follow();
			this.#targetFocused();
		});
	}

	readonly #followPointer = (): void => {
		if (this.#coarse.matches) this.#map.cooperativeGestures.enable();
		else this.#map.cooperativeGestures.disable();
	};

	/** The style is there, for the first time or again after a lost context: hand over what it does not hold. */
	#onStyle(): void {
		this.#styled = true;
		this.#drawImages();
		this.#applyLook();
		this.#writeLabels();
		this.#send(SIGN_SOURCE, this.#signs);
		this.#send(OUTLINE_SOURCE, this.#outline);
		for (const level of LEVELS) this.#written[level].clear();
		this.#writeStates();
		this.#drawPatterns(false);
	}

	#drawImages(): void {
		const { colours } = this.#look;
		const images = [
			...DRAWN_PATTERNS.map((pattern) => [patternImageId(pattern), patternImage(pattern, colours)] as const),
			...POINT_KINDS.map((kind) => [signImageId(kind), signImage(kind, colours)] as const)
		];
		for (const [id, { data, pixelRatio }] of images) {
			// Not `updateImage`: it wants the same size, and the window may have moved to a finer screen.
			if (this.#map.hasImage(id)) this.#map.removeImage(id);
			this.#map.addImage(id, data, { pixelRatio });
		}
	}

	/** The rows to colour the areas by, and the layers that say how. */
	setData(data: AreaData): void {
		this.#data = data;
		this.#writeStates();
	}

	/** Writes the state of the areas that look different from what they show. */
	#writeStates(): void {
		if (!this.#styled) return;
		const { dark } = this.#look.colours;
		const { second } = this.#data;
		const pattern = second?.draw === 'pattern' ? second : null;
		for (const level of LEVELS) {
			const layer = this.#data.layerByLevel[level];
			const source = OBJECT_OF_LEVEL[level];
			const written = this.#written[level];
			const gone = new Set(written.keys());
			const patterns = this.#patterns[level];
			patterns.clear();
			const write = (code: string, state: AreaState) => {
				patterns.add(state.pattern).add(state.over);
				const key = Object.values(state).join(' ');
				if (written.get(code) === key) return;
				this.#map.setFeatureState({ source, id: code }, state);
				written.set(code, key);
			};
			for (const row of this.#data.rowsByLevel[level]) {
				gone.delete(row.code);
				const over = row.matches && pattern?.holds(row) ? pattern.overlay.pattern : 'none';
				write(row.code, classState(lookOf(layer, row), { dark, faded: !row.matches, over }));
			}
			for (const code of gone) write(code, classState(layer.noData, { dark, faded: false }));
		}
		this.#drawPatterns(true);
	}

	/**
	 * Draws the patterns that are wanted, or leaves out the others (false): to draw one that no area wants costs as much
	 * as one that all want. But a changed property of a layer makes MapLibre draw twice, so they are left out no earlier
	 * than the camera moves; who goes to and fro between two layers gets each with one frame.
	 */
	#drawPatterns(wanted: boolean): void {
		for (const level of LEVELS) {
			for (const pattern of DRAWN_PATTERNS) {
				if (this.#patterns[level].has(pattern) !== wanted) continue;
				const opacity = wanted ? 1 : 0;
				this.#map.setPaintProperty(patternLayerId(level, pattern), 'fill-layer-opacity', opacity);
			}
		}
	}

	/** Level and colours. */
	setLook(look: Look): void {
		const recoloured = look.colours !== this.#look.colours;
		this.#look = look;
		if (this.#styled) {
			if (recoloured) this.#drawImages();
			this.#applyLook();
			this.#writeStates();
		}
		if (recoloured) this.#marks.recolour(look.colours);
		this.#followZoom();
	}

	/** MapLibre itself passes over every value that has not changed. */
	#applyLook(): void {
		for (const layer of mapLayers(this.#look)) {
			for (const [name, value] of entries(layer.paint)) {
				this.#map.setPaintProperty(layer.id, name as PaintName, value as never);
			}
			for (const [name, value] of entries(layer.layout)) {
				this.#map.setLayoutProperty(layer.id, name as LayoutName, value as never);
			}
			if (layer.minzoom !== undefined && layer.maxzoom !== undefined) {
				this.#map.setLayerZoomRange(layer.id, layer.minzoom, layer.maxzoom);
			}
		}
	}

	/** Names and numbers, and whether the numbers are to be seen. */
	setLabels(labels: Labels, counts: boolean): void {
		this.#labels = labels;
		this.#counts = counts;
		this.#writeLabels();
	}

	/**
	 * Most changes of rows leave names and numbers as they are; then nothing is sent to the worker. Nor does it matter
	 * which numbers are there while they are not seen: readers go to and fro between activity and other layers.
	 */
	#writeLabels(): void {
		if (!this.#styled) return;
		const seen = this.#counts ? undefined : withoutCounts;
		if (JSON.stringify(this.#labels, seen) !== JSON.stringify(this.#sent.get(LABEL_SOURCE), seen))
			this.#send(LABEL_SOURCE, this.#labels);
		if (this.#counted === this.#counts) return;
		this.#counted = this.#counts;
		for (const { properties } of this.#labels.features) {
			if (!properties.city) continue;
			this.#map.setFeatureState({ source: LABEL_SOURCE, id: properties.code }, { counted: this.#counts });
		}
	}

	/** Lines over the fill; null takes them away. */
	setOutline(outline: Outline | null): void {
		const lines = outline === null ? NO_LINES : this.#linesOf(outline);
		this.#outline = lines;
		this.#send(OUTLINE_SOURCE, lines);
	}

	/** Places and bodies. */
	setSigns(signs: Signs): void {
		if (JSON.stringify(signs) === JSON.stringify(this.#signs)) return;
		this.#signs = signs;
		this.#send(SIGN_SOURCE, signs);
	}

	/** Outlines the selected area; `reveal` also moves the camera to it. Unknown codes select nothing. */
	setSelected(code: string | null, reveal: boolean): void {
		this.#mark('selected', code);
		if (code !== null && reveal) this.#fit(this.#boundsOfArea(code));
	}

	/** The level drawn now. */
	get level(): Level {
		return this.#level;
	}

	/**
	 * Moves the keyboard focus to the next area of the filter in a direction, starting at `start` or in the
	 * middle of the map. Returns the area; null when there is none on that side.
	 */
	moveFocus(direction: Direction, start: string | null): AreaRow | null {
		const rows = this.#data.rowsByLevel[this.#level];
		const matching = rows.filter((row) => row.matches);
		const candidates = matching.length > 0 ? matching : rows;
		const next =
			this.#focused === null
				? (rows.find((row) => row.code === start) ?? this.#nearestToCentre(candidates))
				: neighbour(this.#focused, candidates, direction);
		if (next !== null) this.focus(next);
		return next;
	}

	#nearestToCentre(rows: readonly AreaRow[]): AreaRow | null {
		const { lng, lat } = this.#map.getCenter();
		return nearest(lng, lat, rows);
	}

	/** Gives the keyboard focus to an area and brings it into sight, or takes it away (null). */
	focus(row: AreaRow | null): void {
		if (row === this.#focused) return;
		this.#focused = row;
		this.#mark('focus', row?.code ?? null);
		if (row === null) {
			this.#events.ontarget(null);
			return;
		}
		const { x, y } = this.#map.project([row.lon, row.lat]);
		const { clientWidth, clientHeight } = this.#map.getContainer();
		const inSight = x > EDGE_PX && y > EDGE_PX && x < clientWidth - EDGE_PX && y < clientHeight - EDGE_PX;
		if (!inSight) this.#map.panTo([row.lon, row.lat]);
		this.#targetFocused();
	}

	#targetFocused(): void {
		if (this.#focused === null) return;
		const { code, lon, lat } = this.#focused;
		const { x, y } = this.#map.project([lon, lat]);
		this.#events.ontarget({ kind: 'area', id: code, x, y });
	}

	zoomIn(): void {
		this.#map.zoomIn();
	}

	zoomOut(): void {
		this.#map.zoomOut();
	}

	showCountry(): void {
		this.#fit(this.#country);
	}

	/** Ends the map and frees its memory, worker tasks and listeners. */
	destroy(): void {
		clearTimeout(this.#restoring);
		this.#coarse.removeEventListener('change', this.#followPointer);
		this.#marks.remove();
		this.#map.remove();
	}

	/** For tests: what is drawn in view, by MapLibre's own query, and at which pixel a point lies. */
	inspect(lngLat?: [number, number]): MapInspection {
		// An area that lies in several tiles comes several times.
		const states = new Map<string, Record<string, unknown>>();
		for (const { id, state } of this.#featuresOf(fillLayerId(this.#level))) states.set(String(id), state);
		const count = (key: keyof AreaState) => {
			const counts: Record<string, number> = {};
			for (const { [key]: value } of states.values())
				counts[String(value)] = (counts[String(value)] ?? 0) + 1;
			return counts;
		};
		const signs = new Set(this.#featuresOf(SIGN_LAYER).map(({ properties }) => String(properties.id)));
		const numbers = this.#featuresOf(countLayerId(this.#level)).filter(({ state }) => state.counted);
		const pixel = lngLat === undefined ? null : this.#map.project(lngLat);
		return {
			classes: count('class'),
			patterns: count('pattern'),
			over: count('over'),
			fills: count('fill'),
			faded: count('faded'),
			signs: signs.size,
			numbers: new Set(numbers.map(({ id }) => id)).size,
			hasOutline: this.#featuresOf(OUTLINE_LAYER).length > 0,
			zoom: this.#map.getZoom(),
			pixel: pixel === null ? null : [pixel.x, pixel.y]
		};
	}

	#featuresOf(layer: string, point?: PointLike): MapGeoJSONFeature[] {
		if (!this.#styled) return [];
		return point === undefined
			? this.#map.queryRenderedFeatures({ layers: [layer] })
			: this.#map.queryRenderedFeatures(point, { layers: [layer] });
	}

	#targetAt(point: { x: number; y: number }): Target | null {
		const at: PointLike = [point.x, point.y];
		const [sign] = this.#featuresOf(SIGN_LAYER, at);
		if (sign) return { kind: 'sign', id: String(sign.properties.id), x: point.x, y: point.y };
		const [area] = this.#featuresOf(fillLayerId(this.#level), at);
		return area ? { kind: 'area', id: String(area.id), x: point.x, y: point.y } : null;
	}

	#pointAt(target: Target | null): void {
		this.#mark('hover', target?.kind === 'area' ? target.id : null);
		this.#map.getCanvas().style.cursor = target === null ? '' : 'pointer';
		// Where the pointer is on nothing, the tooltip of the focused area may stay.
		if (target !== null || this.#focused === null) this.#events.ontarget(target);
	}

	#followZoom(): void {
		const level = shownLevel(this.#look.level, this.#map.getZoom());
		if (level === this.#level) return;
		this.#level = level;
		this.#pointAt(null);
		this.focus(null);
		this.#events.onlevel(level);
	}

	#mark(mark: Mark, code: string | null): void {
		this.#marks.show(mark, code === null ? null : (this.#shapes.get(code) ?? null));
	}

	#send(source: string, data: Sendable): void {
		if (!this.#styled || this.#sent.get(source) === data) return;
		this.#sent.set(source, data);
		// What goes wrong in the worker arrives as an `error` of the map, too.
		this.#map.getSource<GeoJSONSource>(source)?.setData(data).catch(console.error);
	}

	#boundsOfArea(code: string): Bounds | null {
		const shape = this.#shapes.get(code);
		return shape === undefined ? null : boundsOf([shape]);
	}

	#fit(bounds: Bounds | null): void {
		if (bounds !== null)
			this.#map.fitBounds(bounds, { padding: PADDING, maxZoom: PLACE_ZOOM, duration: 600 });
	}
}

/** What `AreaMap.inspect` tells a test. */
export interface MapInspection {
	/** Areas by class, by pattern of the class, by pattern of the second layer, and by colour. */
	classes: Record<string, number>;
	patterns: Record<string, number>;
	over: Record<string, number>;
	fills: Record<string, number>;
	/** Areas that are faded, or not: `true` and `false`. */
	faded: Record<string, number>;
	/** Points of the second layer. */
	signs: number;
	/** Numbers of state cities that are seen. */
	numbers: number;
	/** Lines of the second layer are in view. */
	hasOutline: boolean;
	zoom: number;
	/** Pixel of the point asked for, in the map's element. */
	pixel: [number, number] | null;
}

/** For `JSON.stringify`: labels as they are seen without numbers. */
function withoutCounts(key: string, value: unknown): unknown {
	return key === 'count' ? undefined : value;
}

function indexShapes(geometry: Geometry): ReadonlyMap<string, AreaFeature> {
	const shapes = GEOMETRY_NAMES.flatMap((name) => geometry.areas[name].features);
	return new Map(shapes.map((shape) => [shape.properties.code, shape]));
}
