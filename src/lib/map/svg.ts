import type { MultiLineString } from 'geojson';
import { merge, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject } from 'topojson-specification';
import type { SecondLayer } from '../layers/overlays.ts';
import { lookOf, type Layer, type LayerClass } from '../layers/types.ts';
import type { Level } from '../territories/types.ts';
import { DRAWN_PATTERNS, PATTERN_SHAPES, PATTERN_SIZE, SIGN_SHAPES, SIGN_SIZE } from '../layers/patterns.ts';
import { placeLabels } from './svg-labels.ts';
import { OBJECT_OF_LEVEL } from './levels.ts';
import { areaPath, linePath } from './svg-path.ts';
import { drawSheet, type PictureSheet } from './svg-sheet.ts';
import { escapeXml } from './svg-text.ts';
import type { AreaGeometry, PlanarTopology } from './topology.ts';
import type { AreaRow, PlacePoint } from './types.ts';

/** What the picture of the map shows. */
export interface MapPicture {
	level: Level;
	rows: readonly AreaRow[];
	layer: Layer<AreaRow>;
	/** What lies over the fill; null = nothing. */
	second: SecondLayer | null;
	/** The lines of the second layer, in picture units; null where it draws none. */
	outline: MultiLineString | null;
	points: readonly PlacePoint[];
	/** Code of the outlined area, of any level; others than units, municipalities and regions are not drawn. */
	selected: string | null;
	/** Short text on an area: a name, dropped where there is little room, and a value. Null = none. */
	labelOf: (row: AreaRow) => AreaLabel | null;
	/** Name and description for those who do not see the picture. */
	title: string;
	description: string;
}

export interface AreaLabel {
	name: string | null;
	value: string;
}

export interface RenderOptions {
	/** Ids inside the picture begin with this; needed where a page holds several pictures. */
	idPrefix?: string;
	/** Style put into the picture (`picture.css`), for a file of its own; a page brings the style itself. */
	css?: string;
	/** Title, legend and sources around the map, on white paper: for a picture that leaves the site. */
	sheet?: PictureSheet;
}

/** Picture units per unit of a pattern tile: fine on a phone, not coarse on a desktop. */
const PATTERN_SCALE = 2.2;
/** Picture units per unit of the sign: smaller than most parishes, so that their colour is still seen. */
const SIGN_SCALE = 1.5;
/** Size of texts in picture units; `picture.css` enlarges what remains on a phone. */
const LABEL_SIZE = 34;

/**
 * The map as an SVG document, the same for page, print and sharing. Areas of one class are merged into one
 * shape and each boundary is drawn once, so that the whole country fits into the first answer of the server.
 * Colours come from the layer; `picture.css` chooses between light and dark.
 */
export function renderMapSvg(
	plane: PlanarTopology,
	picture: MapPicture,
	options: RenderOptions = {}
): string {
	const { idPrefix = 'map', css } = options;
	const areas = plane.areas[OBJECT_OF_LEVEL[picture.level]];
	const sheet = options.sheet && drawSheet(options.sheet, plane.width, plane.height, idPrefix);
	const { above, below } = sheet ?? { above: 0, below: 0 };
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" class="map-picture${sheet ? ' on-paper' : ''}" data-level="${picture.level}" viewBox="0 ${-above} ${plane.width} ${above + plane.height + below}" fill-rule="evenodd" role="img" aria-labelledby="${idPrefix}-title ${idPrefix}-description">`,
		`<title id="${idPrefix}-title">${escapeXml(picture.title)}</title>`,
		`<desc id="${idPrefix}-description">${escapeXml(picture.description)}</desc>`,
		css === undefined ? '' : `<style>${escapeXml(css)}</style>`,
		`<defs>${patternDefs(idPrefix)}${signShapes(picture.points, idPrefix)}</defs>`,
		sheet?.svg ?? '',
		fills(plane, picture, areas, idPrefix),
		notable(plane, picture, areas, idPrefix),
		boundaries(plane, picture, areas),
		outline(picture),
		selection(plane, picture),
		signs(plane, picture.points, idPrefix),
		labels(plane, picture),
		'</svg>'
	].join('');
}

/** The patterns of classes, as `<pattern>` elements whose ids begin with the prefix. */
export function patternDefs(idPrefix: string): string {
	return DRAWN_PATTERNS.map((pattern) => {
		const { d, strokeWidth } = PATTERN_SHAPES[pattern];
		const how =
			strokeWidth === 0 ? 'class="ink"' : `class="ink-line ${pattern}" stroke-width="${strokeWidth}"`;
		return `<pattern id="${idPrefix}-${pattern}" width="${PATTERN_SIZE}" height="${PATTERN_SIZE}" patternUnits="userSpaceOnUse" patternTransform="scale(${PATTERN_SCALE})"><path ${how} d="${d}"/></pattern>`;
	}).join('');
}

/** Copies made by `use` know no ancestors, so rules of `picture.css` do not reach them, but its variables do. */
function signShapes(points: readonly PlacePoint[], idPrefix: string): string {
	const half = SIGN_SIZE / 2;
	return [...new Set(points.map(({ kind }) => kind))]
		.map((kind) => {
			const { ground, mark } = SIGN_SHAPES[kind];
			return `<g id="${idPrefix}-sign-${kind}" transform="scale(${SIGN_SCALE}) translate(-${half} -${half})"><path style="fill:var(--picture-ink);stroke:var(--picture-halo);stroke-width:2" d="${ground}"/><path style="fill:var(--picture-halo)" d="${mark}"/></g>`;
		})
		.join('');
}

/** One shape per class, pattern and answer to the filter: areas outside the filter are faded, not gone. */
function fills(
	plane: PlanarTopology,
	{ rows, layer }: MapPicture,
	areas: ReadonlyMap<string, AreaGeometry>,
	idPrefix: string
): string {
	const groups = new Map<string, { look: LayerClass; matches: boolean; areas: AreaGeometry[] }>();
	const byCode = new Map(rows.map((row) => [row.code, row]));
	for (const area of areas.values()) {
		const row = byCode.get(area.id);
		const look = row ? lookOf(layer, row) : layer.noData;
		const matches = row?.matches ?? true;
		const key = `${look.id}-${look.pattern}${matches ? '' : '-faded'}`;
		const group = groups.get(key);
		if (group) group.areas.push(area);
		else groups.set(key, { look, matches, areas: [area] });
	}
	return [...groups]
		.map(([key, { look, matches, areas: members }]) => {
			const id = `${idPrefix}-${key}`;
			const { light, dark } = look.fill;
			const path = `<path id="${id}" d="${areaPath(merge(plane.topology, members))}"/>`;
			const pattern =
				look.pattern === 'none' ? '' : `<use href="#${id}" fill="url(#${idPrefix}-${look.pattern})"/>`;
			const faded = matches ? '' : ' class="faded"';
			return `<g${faded} data-class="${look.id}" data-areas="${members.length}"><g class="fill" fill="${light}" style="--light:${light};--dark:${dark}">${path}</g>${pattern}</g>`;
		})
		.join('');
}

/** The pattern of the second layer, over whatever the areas are filled with. */
function notable(
	plane: PlanarTopology,
	{ rows, second }: MapPicture,
	areas: ReadonlyMap<string, AreaGeometry>,
	idPrefix: string
): string {
	if (second?.draw !== 'pattern') return '';
	const held = rows
		.filter((row) => row.matches && second.holds(row))
		.flatMap((row) => areas.get(row.code) ?? []);
	if (held.length === 0) return '';
	return `<path data-over="${second.id}" data-areas="${held.length}" fill="url(#${idPrefix}-${second.overlay.pattern})" d="${areaPath(merge(plane.topology, held))}"/>`;
}

/** Neighbourhoods are so small in a picture of the country that the usual line would blot out their city. */
function outline({ outline, second }: MapPicture): string {
	if (outline === null) return '';
	const d = linePath(outline);
	const isFine = second?.draw === 'outline' && second.shapes === 'neighbourhoods';
	if (isFine) return `<g data-outline=""><path class="line outline-fine" d="${d}"/></g>`;
	return `<g data-outline=""><path class="line outline-edge" d="${d}"/><path class="line outline" d="${d}"/></g>`;
}

const BOUNDARIES = ['unit', 'municipality', 'region', 'coast'] as const;
type Boundary = (typeof BOUNDARIES)[number];

/** Each boundary once, in the weight of the largest areas it parts. */
function boundaries(
	plane: PlanarTopology,
	{ rows, level }: MapPicture,
	areas: ReadonlyMap<string, AreaGeometry>
): string {
	const holders = new Map(
		rows.map((row) => [row.code, { region: row.region, municipality: row.municipalityCode ?? row.code }])
	);
	const boundaryOf = (a: GeometryObject, b: GeometryObject): Boundary => {
		if (a === b) return 'coast';
		const left = holders.get(String(a.id));
		const right = holders.get(String(b.id));
		if (left?.region !== right?.region) return 'region';
		return level !== 'parish' || left?.municipality !== right?.municipality ? 'municipality' : 'unit';
	};
	const all: GeometryCollection = { type: 'GeometryCollection', geometries: [...areas.values()] };
	return BOUNDARIES.map((boundary) => {
		const d = linePath(mesh(plane.topology, all, (a, b) => boundaryOf(a, b) === boundary));
		return d === '' ? '' : `<path class="line ${boundary}" d="${d}"/>`;
	}).join('');
}

function selection(plane: PlanarTopology, { level, selected }: MapPicture): string {
	if (selected === null) return '';
	const objects = [OBJECT_OF_LEVEL[level], ...Object.values(OBJECT_OF_LEVEL)];
	const area = objects.map((name) => plane.areas[name].get(selected)).find((found) => found !== undefined);
	if (!area) return '';
	const d = areaPath(merge(plane.topology, [area]));
	return `<g data-selected="${escapeXml(selected)}"><path class="line selected-edge" d="${d}"/><path class="line selected" d="${d}"/></g>`;
}

function signs(plane: PlanarTopology, points: readonly PlacePoint[], idPrefix: string): string {
	const uses = points.map(({ kind, lon, lat }) => {
		const [x, y] = plane.project(lon, lat);
		return `<use href="#${idPrefix}-sign-${kind}" x="${x}" y="${y}"/>`;
	});
	return uses.length === 0 ? '' : `<g class="signs">${uses.join('')}</g>`;
}

/** Cities first: their number is said nowhere else on the map. */
function labels(plane: PlanarTopology, { rows, labelOf }: MapPicture): string {
	const wishes = [...rows]
		.sort((a, b) => Number(b.kind === 'state_city') - Number(a.kind === 'state_city'))
		.flatMap((row) => {
			const label = row.matches ? labelOf(row) : null;
			const [x, y] = plane.project(row.lon, row.lat);
			return label === null ? [] : [{ ...label, x, y }];
		});
	const texts = placeLabels(wishes, LABEL_SIZE, plane.width).map(({ x, y, name, value }) => {
		const named = name === null ? '' : `<tspan class="name">${escapeXml(name)} </tspan>`;
		return `<text x="${x}" y="${y}">${named}${escapeXml(value)}</text>`;
	});
	return texts.length === 0 ? '' : `<g class="labels" font-size="${LABEL_SIZE}">${texts.join('')}</g>`;
}
