import { geoJSON, map as leafletMap, svg, type Path, type PathOptions } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { coloursOf, country, nextFrame, PADDING, pointerCount, type MapMaker } from './measured.ts';

const LINE = '#8a8f8c';

/** Leaflet with an SVG path for each area, as in its own choropleth example. */
export const leafletSvg: MapMaker = (element, geometry, views) => {
	const colours = views.map(coloursOf);
	const map = leafletMap(element, {
		renderer: svg(),
		zoomSnap: 0,
		zoomControl: false,
		attributionControl: false,
		fadeAnimation: false,
		zoomAnimation: false
	});
	const [west, south, east, north] = country(geometry);
	map.fitBounds(
		[
			[south, west],
			[north, east]
		],
		{ padding: [PADDING, PADDING] }
	);
	const pointer = pointerCount();
	let shown: 0 | 1 = 0;
	const style = (code: string): PathOptions => ({
		fillColor: colours[shown]?.get(code) ?? 'transparent',
		fillOpacity: 1,
		color: LINE,
		weight: 0.6
	});
	const paths = new Map<string, Path>();
	geoJSON<{ code: string }>(geometry.areas.units, {
		onEachFeature: ({ properties: { code } }, path) => {
			if (!('setStyle' in path)) throw new TypeError('An area without an outline.');
			const area = path as Path;
			area.setStyle(style(code));
			area.on('mouseover', () => {
				pointer.at(code);
				area.setStyle({ weight: 2, color: '#000000' }).bringToFront();
			});
			area.on('mouseout', () => area.setStyle(style(code)));
			paths.set(code, area);
		}
	}).addTo(map);
	return {
		show: (layer) => {
			shown = layer;
			for (const [code, path] of paths) path.setStyle(style(code));
		},
		// Attributes are set at once; the next frame draws them.
		drawn: nextFrame,
		shapesSent: () => 0,
		redraws: () => 0,
		pointed: pointer.areas,
		singledOut: nextFrame
	};
};
