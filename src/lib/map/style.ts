import type {
	BackgroundLayerSpecification,
	ExpressionSpecification,
	FillLayerSpecification,
	GeoJSONSourceSpecification,
	LineLayerSpecification,
	StyleSpecification,
	SymbolLayerSpecification
} from 'maplibre-gl';
import type { MultiLineString } from 'geojson';
import type { PointKind } from '../layers/overlays.ts';
import type { LayerClass, Pattern } from '../layers/types.ts';
import { LEVELS, type Level } from '../territories/types.ts';
import { type BorderKind, type Geometry, type GeometryName } from './geometry.ts';
import type { Labels, Signs } from './labels.ts';
import { OBJECT_OF_LEVEL, zoomRange } from './levels.ts';
import { DRAWN_PATTERNS, type DrawnPattern } from '../layers/patterns.ts';
import type { MapColours } from './theme.ts';
import type { LevelChoice } from './types.ts';

/** Sources beside the areas. */
const BORDER_SOURCE = 'borders';
export const LABEL_SOURCE = 'labels';
export const SIGN_SOURCE = 'signs';
export const SIGN_LAYER = 'signs';
export const OUTLINE_SOURCE = 'outline';
export const OUTLINE_LAYER = 'outline';

/** The layer whose areas answer to the pointer. */
export function fillLayerId(level: Level): string {
	return `${OBJECT_OF_LEVEL[level]}-fill`;
}

/** The layer with the numbers of state cities. */
export function countLayerId(level: Level): string {
	return `${level}-counts`;
}

/** The layer that draws a pattern over the areas of a level. */
export function patternLayerId(level: Level, pattern: DrawnPattern): string {
	return `${OBJECT_OF_LEVEL[level]}-${pattern}`;
}

/** The name under which the image of a pattern is registered. */
export function patternImageId(pattern: DrawnPattern): string {
	return `pattern-${pattern}`;
}

const SIGN_PREFIX = 'sign-';

/** The name under which the sign of a kind of point is registered. */
export function signImageId(kind: PointKind): string {
	return `${SIGN_PREFIX}${kind}`;
}

/** Everything the style depends on. Data are not in it: they are written as state of the areas. */
export interface Look {
	level: LevelChoice;
	colours: MapColours;
}

/** The state of one area, written by `setFeatureState`; every key may be missing. */
export interface AreaState {
	/** Id of the class; nothing is drawn by it, but tests can count it. */
	class?: string;
	fill?: string;
	pattern?: Pattern;
	/** The pattern of the second layer, over that of the class. */
	over?: Pattern;
	/** Outside the reader's filter. */
	faded?: boolean;
}

/** How an area of a class looks. */
export function classState(
	{ id, fill, pattern }: LayerClass,
	{ dark, faded, over = 'none' }: { dark: boolean; faded: boolean; over?: Pattern }
): AreaState {
	return { class: id, fill: dark ? fill.dark : fill.light, pattern, over, faded };
}

export type MapLayer =
	BackgroundLayerSpecification | FillLayerSpecification | LineLayerSpecification | SymbolLayerSpecification;

const OPACITY: ExpressionSpecification = ['case', ['boolean', ['feature-state', 'faded'], false], 0.25, 1];

function fillLayer(level: Level): FillLayerSpecification {
	const paint: FillLayerSpecification['paint'] = {
		'fill-color': ['to-color', ['feature-state', 'fill'], 'transparent'],
		'fill-opacity': OPACITY
	};
	return { id: fillLayerId(level), type: 'fill', source: OBJECT_OF_LEVEL[level], paint };
}

/**
 * One layer per pattern, opaque where an area wants that pattern. `fill-pattern` itself cannot depend on the
 * state of an area, opacity can: so other data never make MapLibre build the geometry again.
 */
function patternLayers(level: Level): FillLayerSpecification[] {
	return DRAWN_PATTERNS.map((pattern) => {
		const paint: FillLayerSpecification['paint'] = {
			'fill-pattern': patternImageId(pattern),
			'fill-antialias': false,
			'fill-opacity': ['case', wanted(pattern), OPACITY, 0]
		};
		return {
			id: patternLayerId(level, pattern),
			type: 'fill',
			source: OBJECT_OF_LEVEL[level],
			paint
		};
	});
}

/** Whether an area wants a pattern, for its class or for the second layer. */
function wanted(pattern: Pattern): ExpressionSpecification {
	return ['any', ['==', ['feature-state', 'pattern'], pattern], ['==', ['feature-state', 'over'], pattern]];
}

/** Lines grow with the zoom, from the country at a glance to a single parish. */
function growing(width: number): ExpressionSpecification {
	return ['interpolate', ['linear'], ['zoom'], 5, width * 0.75, 7, width, 11, width * 2];
}

function borderLayer(id: string, kind: BorderKind, colour: string, width: number): LineLayerSpecification {
	return {
		id,
		type: 'line',
		source: BORDER_SOURCE,
		filter: ['==', ['get', 'kind'], kind],
		// Not round joins: on lines as thin as these they are not seen, but take a tenth of each frame without a GPU.
		layout: { 'line-cap': 'round' },
		paint: { 'line-color': colour, 'line-width': growing(width) }
	};
}

function neighbourhoodLayer(colours: MapColours): LineLayerSpecification {
	return {
		id: 'neighbourhoods-line',
		type: 'line',
		source: 'neighbourhoods',
		layout: { 'line-join': 'round' },
		paint: { 'line-color': colours.lineStrong, 'line-width': growing(0.6), 'line-dasharray': [3, 2] }
	};
}

/** Lines of the second layer: dashed, as no boundary of the map itself is, on a light edge. */
function outlineLayers({ ink, halo }: MapColours): LineLayerSpecification[] {
	const line = (id: string, paint: LineLayerSpecification['paint']): LineLayerSpecification => ({
		id,
		type: 'line',
		source: OUTLINE_SOURCE,
		layout: { 'line-join': 'round' },
		paint
	});
	return [
		line('outline-edge', { 'line-color': halo, 'line-width': growing(4) }),
		line(OUTLINE_LAYER, { 'line-color': ink, 'line-width': growing(2), 'line-dasharray': [3, 1.5] })
	];
}

/** Without a `glyphs` address MapLibre draws texts with fonts of the reader's machine: nothing is fetched. */
const FONT = ['system-ui', 'sans-serif'];

/** Names appear when there is room for most of them. */
const NAMES_FROM_ZOOM: Record<Level, number> = { parish: 8.75, municipality: 6.75, region: 0 };

/** Whether the number of a state city is to be seen. */
const COUNTED: ExpressionSpecification = ['boolean', ['feature-state', 'counted'], false];

/**
 * Numbers of state cities are always there where they are shown at all; names only where they fit. Numbers come and go
 * by state, with another layer of colours: their place stays free meanwhile, and nothing is placed anew.
 */
function labelLayers(
	level: Level,
	colours: MapColours
): Record<'names' | 'cities', SymbolLayerSpecification[]> {
	const text = (
		id: string,
		cities: boolean,
		layout: SymbolLayerSpecification['layout'],
		opacity: ExpressionSpecification | number = 1
	): SymbolLayerSpecification => ({
		id: `${level}-${id}`,
		type: 'symbol',
		source: LABEL_SOURCE,
		filter: ['all', ['==', ['get', 'level'], level], ['==', ['get', 'city'], cities]],
		layout: {
			'text-font': FONT,
			'text-field': ['get', 'name'],
			'text-size': level === 'region' ? 15 : 12,
			'text-max-width': 7,
			'text-line-height': 1.1,
			...layout
		},
		paint: {
			'text-color': colours.ink,
			'text-halo-color': colours.halo,
			'text-halo-width': 1.75,
			'text-opacity': opacity
		}
	});
	// Beside a number a name is always wanted, otherwise with all others. Together with state only whole zooms work.
	const withNames: ExpressionSpecification = [
		'step',
		['zoom'],
		['case', COUNTED, 1, 0],
		Math.round(NAMES_FROM_ZOOM[level]),
		1
	];
	return {
		// In the middle of its area, or below or above what is drawn there.
		names: [
			text('names', false, { 'text-variable-anchor': ['center', 'top', 'bottom'], 'text-radial-offset': 1.6 })
		],
		cities: [
			text(
				'cities',
				true,
				{ 'text-variable-anchor': ['top', 'bottom'], 'text-radial-offset': 1.5 },
				withNames
			),
			text(
				'counts',
				true,
				{
					'text-field': ['get', 'count'],
					'text-size': 15,
					'text-variable-anchor': ['center', 'bottom', 'top'],
					'text-radial-offset': 1.1,
					'text-allow-overlap': true
				},
				['case', COUNTED, 1, 0]
			)
		]
	};
}

/** Small where a parish is small, so that its colour still shows around the sign. */
function signLayer(): SymbolLayerSpecification {
	return {
		id: SIGN_LAYER,
		type: 'symbol',
		source: SIGN_SOURCE,
		layout: {
			'icon-image': ['concat', SIGN_PREFIX, ['get', 'kind']],
			'icon-size': ['interpolate', ['linear'], ['zoom'], 5, 0.4, 6.5, 0.6, 8.5, 0.9, 11, 1.2],
			'icon-allow-overlap': true
		}
	};
}

/** Limits layers to the zooms at which a level is drawn, and not below `from`. */
function during<T extends MapLayer>(level: Level, choice: LevelChoice, layers: T[], from = 0): T[] {
	const range = zoomRange(level, choice);
	const layout = { visibility: range === null ? 'none' : 'visible' } as const;
	const minzoom = Math.max(range?.minzoom ?? 0, from);
	const maxzoom = Math.max(range?.maxzoom ?? 24, minzoom);
	return layers.map((layer) => ({ ...layer, minzoom, maxzoom, layout: { ...layer.layout, ...layout } }));
}

const NEIGHBOURHOODS_FROM_ZOOM = 9;

/**
 * All layers from bottom to top. The list of ids never changes, only what they look like: applying a new look
 * is setting properties, never adding or removing layers.
 */
export function mapLayers(look: Look): MapLayer[] {
	const { colours, level: choice } = look;
	const { line, lineStrong } = colours;
	return [
		{ id: 'water', type: 'background', paint: { 'background-color': colours.water } },
		...LEVELS.flatMap((level) => during(level, choice, [fillLayer(level), ...patternLayers(level)])),
		...during('parish', choice, [neighbourhoodLayer(colours)], NEIGHBOURHOODS_FROM_ZOOM),
		...during('parish', choice, [
			borderLayer('units-line', 'unit', line, 0.6),
			borderLayer('units-municipalities-line', 'municipality', lineStrong, 1)
		]),
		...during('municipality', choice, [borderLayer('municipalities-line', 'municipality', line, 1)]),
		borderLayer('regions-line', 'region', lineStrong, 2),
		...outlineLayers(colours),
		...LEVELS.flatMap((level) => {
			const { names, cities } = labelLayers(level, colours);
			return [...during(level, choice, names, NAMES_FROM_ZOOM[level]), ...during(level, choice, cities)];
		}),
		// What is drawn last is placed first: names make room for signs.
		signLayer()
	];
}

// Beyond zoom 10 shapes are only enlarged: the boundaries hold no finer detail.
const SHAPES = { type: 'geojson', maxzoom: 10, tolerance: 0.25 } as const;

function areaSource(geometry: Geometry, name: GeometryName): GeoJSONSourceSpecification {
	return { ...SHAPES, data: geometry.areas[name], promoteId: 'code' };
}

/** What the map starts with. */
export interface MapContent {
	geometry: Geometry;
	labels: Labels;
	signs: Signs;
	/** Lines over the fill; none where no second layer draws them. */
	outline: MultiLineString;
}

/** The whole style: nothing in it points outside, no basemap, tiles, sprites or glyphs. */
export function mapStyle(look: Look, { geometry, labels, signs, outline }: MapContent): StyleSpecification {
	return {
		version: 8,
		transition: { duration: 0, delay: 0 },
		sources: {
			units: areaSource(geometry, 'units'),
			municipalities: areaSource(geometry, 'municipalities'),
			regions: areaSource(geometry, 'regions'),
			neighbourhoods: areaSource(geometry, 'neighbourhoods'),
			[BORDER_SOURCE]: { ...SHAPES, data: geometry.borders },
			[OUTLINE_SOURCE]: { ...SHAPES, data: outline },
			[LABEL_SOURCE]: { type: 'geojson', data: labels, maxzoom: 10, promoteId: 'code' },
			[SIGN_SOURCE]: { type: 'geojson', data: signs, maxzoom: 10 }
		},
		layers: mapLayers(look)
	};
}
