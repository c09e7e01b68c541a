import { AreaMap } from '../../../src/lib/map/area-map.ts';
import { GEOMETRY_NAMES } from '../../../src/lib/map/geometry.ts';
import { MapLibreMap } from '../../../src/lib/map/maplibre.ts';
import { readColours } from '../../../src/lib/map/theme.ts';
import { nextFrame, pointerCount, watched, type MapMaker } from './measured.ts';

/** The map of the product, used as `MapCanvas.svelte` uses it. */
export const areaMap: MapMaker = (element, geometry, views) => {
	const [first] = views;
	const pointer = pointerCount();
	const [map, inner] = withInnerMap(
		() =>
			new AreaMap({
				container: element,
				geometry,
				look: { level: 'parish', colours: readColours(element) },
				data: first.data,
				labels: first.labels,
				counts: first.counts,
				signs: { type: 'FeatureCollection', features: [] },
				outline: null,
				selected: null,
				locale: {},
				events: {
					ontarget: (target) => pointer.at(target?.id ?? null),
					onchoose: () => undefined,
					onlevel: () => undefined,
					onready: () => undefined,
					onfail: () => {
						throw new Error('The map cannot be drawn.');
					}
				}
			})
	);
	return {
		...watched(inner, [...GEOMETRY_NAMES, 'borders']),
		show: (layer) => {
			map.setData(views[layer].data);
			map.setLabels(views[layer].labels, views[layer].counts);
		},
		pointed: pointer.areas,
		// The outline lies over the canvas. Should the canvas be drawn anew after all, the benchmark fails.
		singledOut: nextFrame
	};
};

/**
 * An `AreaMap` with the MapLibre map that it keeps to itself. Only the events of that one are needed: nothing else says
 * when a change is on the canvas.
 */
function withInnerMap(build: () => AreaMap): [AreaMap, MapLibreMap] {
	const asked: MapLibreMap[] = [];
	const getCanvas = Reflect.get(MapLibreMap.prototype, 'getCanvas');
	MapLibreMap.prototype.getCanvas = function (this: MapLibreMap) {
		asked.push(this);
		return getCanvas.call(this);
	};
	const map = build();
	MapLibreMap.prototype.getCanvas = getCanvas;
	const [inner] = asked;
	if (inner === undefined) throw new Error('The map asked for no canvas while it was built.');
	return [map, inner];
}
