import type { Position } from 'geojson';
import type { AreaFeature } from './geometry.ts';
import { areaPath } from './svg-path.ts';
import type { MapColours } from './theme.ts';

/** Ways to single out an area, in drawing order: the keyboard focus is always on top. */
export const MARKS = ['hover', 'selected', 'focus'] as const;
export type Mark = (typeof MARKS)[number];

/** Width of the line in pixels, and what its light edge adds. */
const WIDTH: Record<Mark, number> = { hover: 2, selected: 3, focus: 4 };
const EDGE = 3;

/** Paths are made of whole pixels of this zoom; no map comes closer. */
const PATH_ZOOM = 13;

/** Pixel of the whole world at `PATH_ZOOM`, in the projection of the map (Web Mercator, 512 pixels at zoom 0). */
function worldPixel([lon = 0, lat = 0]: Position): [number, number] {
	const size = 512 * 2 ** PATH_ZOOM;
	const north = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
	return [(size * (180 + lon)) / 360, size * (0.5 - north / (2 * Math.PI))];
}

/** Outline of an area as path data in pixels of `PATH_ZOOM`, counted from its first point (longitude, latitude). */
export function markPath({ geometry }: AreaFeature): { path: string; from: [number, number] } {
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	const [lon = 0, lat = 0] = polygons[0]?.[0]?.[0] ?? [];
	const [left, top] = worldPixel([lon, lat]);
	const pixel = (position: Position): Position => {
		const [x, y] = worldPixel(position);
		return [Math.round(x - left), Math.round(y - top)];
	};
	const coordinates = polygons.map((rings) => rings.map((ring) => ring.map(pixel)));
	return { path: areaPath({ type: 'MultiPolygon', coordinates }), from: [lon, lat] };
}

/** Lines get thinner where the whole country is on a phone: a parish must not vanish behind its own outline. */
export function markScale(zoom: number): number {
	return Math.min(1, Math.max(0.6, 0.6 + (zoom - 5) * 0.2));
}

/** What the outlines need of a map that lies flat and has north up. */
interface Camera {
	project: (lonLat: [number, number]) => { x: number; y: number };
	getZoom: () => number;
}

interface DrawnMark {
	mark: Mark;
	area: AreaFeature | null;
	from: [number, number];
	/** Light edge below, and the line itself above it. */
	edge: SVGPathElement;
	line: SVGPathElement;
}

/**
 * Outlines of what is pointed at, selected or focused, in a picture over the map's canvas. Within the canvas each new
 * outline would redraw everything: without a GPU that takes several times as long as all of this.
 */
export class MarkOverlay {
	readonly #camera: Camera;
	readonly #picture: SVGSVGElement;
	readonly #marks: readonly DrawnMark[];

	/** Puts an empty picture on top of what the container holds. */
	constructor(container: HTMLElement, camera: Camera, colours: MapColours) {
		this.#camera = camera;
		this.#picture = svgElement('svg', { 'aria-hidden': 'true', width: '100%', height: '100%' });
		Object.assign(this.#picture.style, { position: 'absolute', inset: '0', pointerEvents: 'none' });
		const shape = { fill: 'none', 'stroke-linejoin': 'round', 'vector-effect': 'non-scaling-stroke' };
		this.#marks = MARKS.map((mark) => ({
			mark,
			area: null,
			from: [0, 0],
			edge: svgElement('path', shape),
			line: svgElement('path', { ...shape, 'data-mark': mark })
		}));
		this.#picture.append(...this.#marks.map(({ edge }) => edge), ...this.#marks.map(({ line }) => line));
		container.append(this.#picture);
		this.recolour(colours);
	}

	/** Outlines an area, or nothing (null). */
	show(mark: Mark, area: AreaFeature | null): void {
		const drawn = this.#marks.find((each) => each.mark === mark);
		if (drawn === undefined || drawn.area === area) return;
		const { path, from } = area === null ? { path: '', from: drawn.from } : markPath(area);
		Object.assign(drawn, { area, from });
		for (const element of [drawn.edge, drawn.line]) element.setAttribute('d', path);
		this.#place(drawn);
	}

	/** To be called whenever the camera has moved. */
	follow(): void {
		for (const drawn of this.#marks) this.#place(drawn);
	}

	#place({ mark, area, from, edge, line }: DrawnMark): void {
		if (area === null) return;
		const zoom = this.#camera.getZoom();
		const { x, y } = this.#camera.project(from);
		const width = markScale(zoom) * WIDTH[mark];
		line.setAttribute('stroke-width', String(width));
		edge.setAttribute('stroke-width', String(width + markScale(zoom) * EDGE));
		for (const element of [edge, line])
			element.setAttribute('transform', `translate(${x} ${y}) scale(${2 ** (zoom - PATH_ZOOM)})`);
	}

	recolour({ focus, ink, halo }: MapColours): void {
		for (const { mark, edge, line } of this.#marks) {
			edge.setAttribute('stroke', halo);
			line.setAttribute('stroke', mark === 'focus' ? focus : ink);
		}
	}

	remove(): void {
		this.#picture.remove();
	}
}

function svgElement<Name extends 'svg' | 'path'>(
	name: Name,
	attributes: Record<string, string>
): SVGElementTagNameMap[Name] {
	const element = document.createElementNS('http://www.w3.org/2000/svg', name);
	for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
	return element;
}
