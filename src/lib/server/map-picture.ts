import type { MultiLineString } from 'geojson';
import { pictureLevel } from '../map/levels.ts';
import { outlineOf, planarOutline, type Outline } from '../map/outline.ts';
import { pointsInFilter } from '../map/points.ts';
import { renderMapSvg } from '../map/svg.ts';
import type { PictureSheet } from '../map/svg-sheet.ts';
import type { PlanarTopology } from '../map/topology.ts';
import { areaLabel, pictureDescription, pictureTitle } from '../map/words.ts';
import type { MapView } from './map-view.ts';
import { exactAreas, lightPlane } from './topology.ts';

/** How the picture is used. */
export interface PictureUse {
	/** What is drawn on: the country unless a part of it shall fill the picture. */
	plane?: PlanarTopology | null;
	/** Ids inside the picture begin with this; needed where a page holds several pictures. */
	idPrefix?: string;
	/** Short text on an area, other than that of the map. */
	labelOf?: typeof areaLabel;
	/** The style goes into the picture: it is a file of its own. */
	css?: string;
	/** Title, legend and sources stand around the map: the picture leaves the site. */
	sheet?: PictureSheet;
}

/**
 * The drawn map of a view, in the language of the page. With level `auto` it shows parishes: a picture has no zoom.
 * @returns null when the boundaries cannot be read
 */
export async function drawMap(
	view: MapView,
	{ plane = lightPlane(), labelOf = areaLabel, ...options }: PictureUse = {}
): Promise<string | null> {
	if (plane === null) return null;
	const { layer, rows, level } = view.at(pictureLevel(view.state));
	const title = pictureTitle(layer, level, view.facts.asOf);
	return renderMapSvg(
		plane,
		{
			level,
			rows,
			layer,
			second: view.second,
			outline: await drawnOutline(plane, outlineOf(view.second, view.zoneUnits)),
			points: pointsInFilter(view.points, rows),
			selected: view.state.place,
			labelOf: (row) => labelOf(row, layer, level),
			title,
			description: pictureDescription(rows, layer, view.second)
		},
		options
	);
}

/** The lines of the second layer on the plane. Of neighbourhoods only the exact boundaries know. */
async function drawnOutline(plane: PlanarTopology, outline: Outline | null): Promise<MultiLineString | null> {
	if (outline === null) return null;
	if (outline.shapes !== 'neighbourhoods') return planarOutline(plane, outline);
	const { features } = await exactAreas('neighbourhoods');
	const rings = features.flatMap(({ geometry }) =>
		geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
	);
	return {
		type: 'MultiLineString',
		coordinates: rings.map((ring) => ring.map(([lon = 0, lat = 0]) => plane.project(lon, lat)))
	};
}
