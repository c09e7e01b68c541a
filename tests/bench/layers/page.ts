/** The page of the benchmark `layers`: one map for each visit, driven by `layers.bench.ts` through `globalThis.bench`. */
import topology from '../../../static/geo/units.topo.json?url';
import type { FillId } from '../../../src/lib/layers/fills.ts';
import { loadGeometry } from '../../../src/lib/map/geometry.ts';
import '../../../src/lib/ui/styles/tokens.css';
import { areaMap } from './area-map.ts';
import { leafletSvg } from './leaflet.ts';
import { plainMapLibre } from './maplibre.ts';
import { nextFrame, type MapMaker, type MeasuredMap } from './measured.ts';
import { madeUpRows, viewOf } from './rows.ts';

const NUMBERS = ['minority-share', 'border-distance'] as const;

/**
 * What can be measured. Between two numbers only the areas change; from activity to a number the product's map also
 * takes the counts of communities off the state cities.
 */
const MAPS = {
	maplibre: { make: plainMapLibre, layers: NUMBERS },
	'leaflet-svg': { make: leafletSvg, layers: NUMBERS },
	'area-map': { make: areaMap, layers: NUMBERS },
	'area-map-activity': { make: areaMap, layers: ['activity', 'minority-share'] }
} as const satisfies Record<string, { make: MapMaker; layers: readonly [FillId, FillId] }>;
export type MapName = keyof typeof MAPS;

/** Switches before the first that counts. */
const WARM_UP = 3;

let map: MeasuredMap | undefined;

function theMap(): MeasuredMap {
	if (map === undefined) throw new Error('No map was started.');
	return map;
}

/**
 * Resolves when what was just asked of the map is on the screen. The first frame after the one that drew it begins while
 * that one may still be painted by other threads; the second begins only when that is done.
 */
async function onScreen(drawn: Promise<void>): Promise<void> {
	await drawn;
	await nextFrame();
	await nextFrame();
}

/** Milliseconds from nothing to the first layer on the screen, with the boundaries at hand, and the number of units. */
async function start(name: MapName): Promise<{ first: number; units: number }> {
	const geometry = await loadGeometry(topology, new AbortController().signal);
	const { make, layers } = MAPS[name];
	const rows = madeUpRows(geometry);
	const views = [viewOf(layers[0], rows), viewOf(layers[1], rows)] as const;
	const element = document.getElementById('map');
	if (element === null) throw new Error('no element for the map');
	const begin = performance.now();
	map = make(element, geometry, views);
	await onScreen(map.drawn());
	const first = performance.now() - begin;
	followPointer(map);
	return { first, units: rows.parish.length };
}

let shown: 0 | 1 = 0;

/** Shows the layer that is not shown and waits until it is seen; the same again would be drawn by nobody. */
async function switchLayer(): Promise<void> {
	shown = shown === 0 ? 1 : 0;
	theMap().show(shown);
	await onScreen(theMap().drawn());
}

/** Milliseconds from the call until the other layer is on the screen, and how often outlines were sent for it. */
async function switchLayers(runs: number): Promise<{ times: number[]; shapesSent: number }> {
	const times: number[] = [];
	let before = 0;
	for (let run = -WARM_UP; run < runs; run++) {
		if (run === 0) before = theMap().shapesSent();
		const begin = performance.now();
		await switchLayer();
		if (run >= 0) times.push(performance.now() - begin);
	}
	return { times, shapesSent: theMap().shapesSent() - before };
}

const pointerTimes: number[] = [];
let pointing = Promise.resolve();

/** Notes for each movement to another area the milliseconds from the event until the area is singled out. */
function followPointer(measured: MeasuredMap): void {
	let before = measured.pointed();
	// The window hears of it last, when the map has already answered.
	addEventListener('mousemove', ({ timeStamp }) => {
		if (measured.pointed() === before) return;
		before = measured.pointed();
		pointing = onScreen(measured.singledOut()).then(
			() => void pointerTimes.push(performance.now() - timeStamp)
		);
	});
}

/** Milliseconds of each movement to another area so far, and how often a canvas was drawn in all that time. */
function pointer(): { times: number[]; redraws: number } {
	return { times: pointerTimes, redraws: theMap().redraws() };
}

/** Resolves when the map has answered to the last movement. */
async function rest(): Promise<void> {
	await pointing;
}

const bench = { start, switchLayer, switchLayers, rest, pointer };
export type Bench = typeof bench;
Object.assign(globalThis, { bench });
