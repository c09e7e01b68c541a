import { MapLibreMap } from '../../../src/lib/map/maplibre.ts';
import { coloursOf, country, PADDING, pointerCount, watched, type MapMaker } from './measured.ts';

/**
 * Plain MapLibre: one source, one layer of fills, both colours as properties of the areas. It draws no lines, patterns
 * or names, so it has less to do in each frame than the map of the product. It answers the pointer as MapLibre's own
 * example does, with another opacity by feature state; an outline by feature state would take it almost twice as long.
 */
export const plainMapLibre: MapMaker = (element, geometry, views) => {
	const [first, second] = views.map(coloursOf);
	const colour = (layer: 0 | 1) => ['get', layer === 0 ? 'first' : 'second'] as ['get', string];
	const features = geometry.areas.units.features.map(({ type, geometry: shape, properties: { code } }) => ({
		type,
		geometry: shape,
		properties: { code, first: first?.get(code), second: second?.get(code) }
	}));
	const map = new MapLibreMap({
		container: element,
		style: {
			version: 8,
			transition: { duration: 0, delay: 0 },
			sources: {
				units: {
					type: 'geojson',
					data: { type: 'FeatureCollection', features },
					promoteId: 'code',
					maxzoom: 10,
					tolerance: 0.25
				}
			},
			layers: [
				{
					id: 'units',
					type: 'fill',
					source: 'units',
					paint: {
						'fill-color': colour(0),
						'fill-opacity': ['case', ['boolean', ['feature-state', 'hover'], false], 0.7, 1]
					}
				}
			]
		},
		bounds: country(geometry),
		fitBoundsOptions: { padding: PADDING },
		renderWorldCopies: false,
		attributionControl: false,
		fadeDuration: 0
	});
	const pointer = pointerCount();
	let hovered: string | null = null;
	const hover = (code: string | null) => {
		if (code === hovered) return;
		if (hovered !== null) map.setFeatureState({ source: 'units', id: hovered }, { hover: false });
		if (code !== null) map.setFeatureState({ source: 'units', id: code }, { hover: true });
		hovered = code;
		pointer.at(code);
	};
	map.on('mousemove', 'units', ({ features: found = [] }) => hover(String(found[0]?.id)));
	map.on('mouseleave', 'units', () => hover(null));
	const seen = watched(map, ['units']);
	return {
		...seen,
		show: (layer) => map.setPaintProperty('units', 'fill-color', colour(layer)),
		pointed: pointer.areas,
		singledOut: seen.drawn
	};
};
