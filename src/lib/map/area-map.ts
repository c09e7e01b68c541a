import type { GeoJSONSource, MapGeoJSONFeature, PointLike } from 'maplibre-gl';
import type { MultiLineString } from 'geojson';
import { POINT_KINDS } from '../layers/overlays.ts';
import { lookOf } from '../layers/types.ts';
import { LEVELS, type Level } from '../territories/types.ts';
import type { MapCanvasProps } from './canvas.ts';
import { boundsOf, GEOMETRY_NAMES, type AreaFeature, type Bounds, type Geometry } from './geometry.ts';
import { patternImage, signImage } from './images.ts';
import type { Labels, Signs } from './labels.ts';
import { OBJECT_OF_LEVEL, shownLevel } from './levels.ts';
import { GPUInitializationError, MapLibreMap } from './maplibre.ts';
import { markFeatures, type Mark, type Marks } from './marks.ts';
import { nearest, neighbour, type Direction } from './neighbours.ts';
import type { Outline } from './outline.ts';
import { DRAWN_PATTERNS } from '../layers/patterns.ts';
import {
	classState,
	fillLayerId,
	OUTLINE_LAYER,
	LABEL_SOURCE,
	MARK_SOURCE,
	mapLayers,
	mapStyle,
	patternImageId,
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
	readonly #coarse = matchMedia(TOUCH);
	#look: Look;
	#labels: Labels;
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
	readonly #marked = new Map<Mark, AreaFeature>();
	#focused: AreaRow | null = null;
	#styled = false;
	#ready = false;
	#restoring: ReturnType<typeof setTimeout> | undefined;

	/** Throws when the browser cannot draw (no WebGL 2). */
	constructor(options: AreaMapOptions) {
		const { container, geometry, look, data, labels, signs, outline, selected, locale, events } = options;
		this.#events = events;
		this.#look = look;
		this.#data = data;
		this.#level = shownLevel(look.level, MIN_ZOOM);
		this.#labels = labels;
		this.#signs = signs;
		this.#linesOf = geometry.outline;
		this.#outline = outline === null ? NO_LINES : geometry.outline(outline);
		this.#shapes = indexShapes(geometry);
		this.#country = boundsOf(geometry.areas.regions.features) ?? PAN_LIMITS;
		const start = selected === null ? undefined : this.#shapes.get(selected);
		if (start) this.#marked.set('selected', start);
		this.#map = new MapLibreMap({
			container,
			style: mapStyle(look, {
				geometry,
				labels,
				signs,
				outline: this.#outline,
				marks: markFeatures(this.#marked)
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
		map.on('move', () => this.#targetFocused());
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
		this.#send(LABEL_SOURCE, this.#labels);
		this.#send(SIGN_SOURCE, this.#signs);
		this.#send(OUTLINE_SOURCE, this.#outline);
		this.#send(MARK_SOURCE, markFeatures(this.#marked));
		for (const level of LEVELS) this.#written[level].clear();
		this.#writeStates();
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
			for (const row of this.#data.rowsByLevel[level]) {
				gone.delete(row.code);
				const over = row.matches && pattern?.holds(row) ? pattern.overlay.pattern : 'none';
				const state = classState(lookOf(layer, row), { dark, faded: !row.matches, over });
				const key = Object.values(state).join(' ');
				if (written.get(row.code) === key) continue;
				this.#map.setFeatureState({ source, id: row.code }, state);
				written.set(row.code, key);
			}
			for (const code of gone) {
				const state = classState(layer.noData, { dark, faded: false });
				this.#map.setFeatureState({ source, id: code }, state);
				written.delete(code);
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

	/** Names and counts. Most changes of rows leave them as they are; then nothing is sent to the worker. */
	setLabels(labels: Labels): void {
		if (sameData(labels, this.#labels)) return;
		this.#labels = labels;
		this.#send(LABEL_SOURCE, labels);
	}

	/** Lines over the fill; null takes them away. */
	setOutline(outline: Outline | null): void {
		const lines = outline === null ? NO_LINES : this.#linesOf(outline);
		if (lines === this.#outline) return;
		this.#outline = lines;
		this.#send(OUTLINE_SOURCE, lines);
	}

	/** Places and bodies. */
	setSigns(signs: Signs): void {
		if (sameData(signs, this.#signs)) return;
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
		const pixel = lngLat === undefined ? null : this.#map.project(lngLat);
		return {
			classes: count('class'),
			patterns: count('pattern'),
			over: count('over'),
			fills: count('fill'),
			signs: signs.size,
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

	/**
	 * Outlines live in a source of their own with at most three shapes. Outlining by feature state would need
	 * two invisible lines around every area, and they cost a third of each frame on a machine without a GPU.
	 */
	#mark(mark: Mark, code: string | null): void {
		const shape = code === null ? undefined : this.#shapes.get(code);
		if (shape === this.#marked.get(mark)) return;
		if (shape) this.#marked.set(mark, shape);
		else this.#marked.delete(mark);
		this.#send(MARK_SOURCE, markFeatures(this.#marked));
	}

	#send(source: string, data: Labels | Signs | Marks | MultiLineString): void {
		if (!this.#styled) return;
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
	/** Points of the second layer. */
	signs: number;
	/** Lines of the second layer are in view. */
	hasOutline: boolean;
	zoom: number;
	/** Pixel of the point asked for, in the map's element. */
	pixel: [number, number] | null;
}

/** Both kinds hold numbers and texts only, in a fixed order. */
function sameData(a: Labels | Signs, b: Labels | Signs): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

function indexShapes(geometry: Geometry): ReadonlyMap<string, AreaFeature> {
	const shapes = GEOMETRY_NAMES.flatMap((name) => geometry.areas[name].features);
	return new Map(shapes.map((shape) => [shape.properties.code, shape]));
}
