import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SMALL_FACTS, smallTopology } from '../../../tests/fixtures/small-country.ts';
import { activityLayer, activityShareLayer, ACTIVITY_LAYERS } from '../layers/activity.ts';
import { fillLayer, secondLayer } from '../layers/catalogue.ts';
import { POINT_KINDS } from '../layers/overlays.ts';
import { prepareFill } from '../layers/prepare.ts';
import type { Level } from '../territories/types.ts';
import { withoutStyle } from './picture-file.ts';
import { planarOutline } from './outline.ts';
import { areaRows } from './rows.ts';
import { renderMapSvg, type MapPicture } from './svg.ts';
import { escapeXml } from './svg-text.ts';
import { planarTopology } from './topology.ts';
import { DEFAULT_MAP_STATE, type MapState } from './url.ts';
import { areaLabel } from './words.ts';

const plane = planarTopology(smallTopology());
const point = {
	id: 'krc',
	kind: 'resource-centres' as const,
	name: 'Centrs',
	territoryCode: '0010200',
	within: ['0010200'],
	territory: 'Beta',
	place: null,
	sourceId: null
};

function picture(level: Level, change: Partial<MapPicture> = {}, state: Partial<MapState> = {}): MapPicture {
	return {
		level,
		rows: areaRows(SMALL_FACTS, level, { ...DEFAULT_MAP_STATE, ...state }),
		layer: ACTIVITY_LAYERS[level],
		points: [{ ...point, lon: 25.5, lat: 56.5 }],
		selected: null,
		labelOf: (row) => areaLabel(row, ACTIVITY_LAYERS[level], level),
		second: null,
		outline: null,
		title: 'Karte & <viss>',
		description: 'Divas',
		...change
	};
}

/** Areas per class as the picture says them, faded ones apart. */
function classes(svg: string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const [, faded, id, count] of svg.matchAll(
		/<g( class="faded")? data-class="(\w+)" data-areas="(\d+)">/g
	)) {
		const name = `${id}${faded ? ' faded' : ''}`;
		counts[name] = (counts[name] ?? 0) + Number(count);
	}
	return counts;
}

/** Lines of a weight: how many pieces its path has. */
function pieces(svg: string, boundary: string): number {
	const d = new RegExp(`<path class="line ${boundary}" d="([^"]*)"`).exec(svg)?.[1] ?? '';
	return d.split('M').length - 1;
}

describe('renderMapSvg', () => {
	it('has a name and a description, escaped', () => {
		const svg = renderMapSvg(plane, picture('parish'));
		expect(svg).toContain('role="img" aria-labelledby="map-title map-description"');
		expect(svg).toContain('<title id="map-title">Karte &amp; &lt;viss&gt;</title>');
		expect(svg).toContain('<desc id="map-description">Divas</desc>');
	});

	it('draws each area once, in the class of the layer', () => {
		expect(classes(renderMapSvg(plane, picture('parish')))).toEqual({ no_news: 2, emerging: 1, city: 1 });
		expect(classes(renderMapSvg(plane, picture('municipality')))).toEqual({ half: 1, none: 1, city: 1 });
		expect(classes(renderMapSvg(plane, picture('region')))).toEqual({ half: 1, no_data: 1 });
	});

	it('carries both colours of a class, and its pattern above them', () => {
		const svg = renderMapSvg(plane, picture('parish'));
		const look = activityLayer.classes.find(({ id }) => id === 'emerging');
		expect(svg).toContain(
			`fill="${look?.fill.light}" style="--light:${look?.fill.light};--dark:${look?.fill.dark}"`
		);
		expect(svg).toContain('<use href="#map-emerging-lines" fill="url(#map-lines)"/>');
	});

	it('draws the pattern of single rows over the colour of their class', () => {
		const share = { value: 60, year: 2011, inheritedFrom: null, basis: null, sourceId: null, atLeast: false };
		const rows = areaRows(SMALL_FACTS, 'parish', DEFAULT_MAP_STATE).map((row, i) => ({
			...row,
			figures: {
				'minority-share': { ...share, method: i === 0 ? ('inherited' as const) : ('published' as const) }
			}
		}));
		const layer = fillLayer(prepareFill('minority-share', rows), 'parish');
		const svg = renderMapSvg(plane, picture('parish', { rows, layer }));
		expect(classes(svg)).toEqual({ c1: 4 });
		expect(svg.match(/<use href="#map-c1-lines" fill="url\(#map-lines\)"\/>/g)).toHaveLength(1);

		const second = secondLayer('minority-share');
		const over = renderMapSvg(plane, picture('parish', { rows, second }));
		expect(over).toMatch(/<path data-over="minority-share" data-areas="4" fill="url\(#map-bars\)" d="M/);
		expect(classes(over)).toEqual({ no_news: 2, emerging: 1, city: 1 });
	});

	it('draws the lines of the second layer above all boundaries', () => {
		const outline = planarOutline(plane, { shapes: 'zone', units: ['0010010'] });
		const svg = renderMapSvg(plane, picture('parish', { outline }));
		expect(pieces(svg, 'outline')).toBe(1);
		expect(svg.indexOf('data-outline')).toBeGreaterThan(svg.indexOf('line coast'));
		expect(renderMapSvg(plane, picture('parish'))).not.toContain('data-outline');
		const second = secondLayer('neighbourhoods');
		expect(renderMapSvg(plane, picture('parish', { outline, second }))).toContain(
			'class="line outline-fine"'
		);
		expect(svg).not.toContain('outline-fine');
	});

	it('gives every kind of point its own sign', () => {
		const points = POINT_KINDS.map((kind) => ({ ...point, kind, lon: 25.5, lat: 56.5 }));
		const svg = renderMapSvg(plane, picture('parish', { points }));
		for (const kind of POINT_KINDS) {
			expect(svg).toContain(`<g id="map-sign-${kind}"`);
			expect(svg).toContain(`<use href="#map-sign-${kind}"`);
		}
	});

	it('fades what the filter leaves out and keeps it drawn', () => {
		const svg = renderMapSvg(plane, picture('parish', {}, { municipality: '0010000' }));
		expect(classes(svg)).toEqual({ no_news: 1, 'no_news faded': 1, emerging: 1, 'city faded': 1 });
	});

	it('draws an area without a row as “no data”', () => {
		const rows = areaRows(SMALL_FACTS, 'parish', DEFAULT_MAP_STATE).filter((row) => row.code !== '0010200');
		expect(classes(renderMapSvg(plane, picture('parish', { rows })))).toEqual({
			no_news: 2,
			city: 1,
			no_data: 1
		});
	});

	it('draws each boundary once, by what it parts', () => {
		const units = renderMapSvg(plane, picture('parish'));
		expect(['unit', 'municipality', 'region', 'coast'].map((weight) => pieces(units, weight))).toEqual([
			1, 1, 1, 1
		]);
		const larger = renderMapSvg(plane, picture('municipality'));
		expect(['unit', 'municipality', 'region'].map((weight) => pieces(larger, weight))).toEqual([0, 1, 1]);
	});

	it('outlines the selected place, also one of another level; what it cannot draw it leaves', () => {
		expect(renderMapSvg(plane, picture('parish', { selected: '0010200' }))).toContain(
			'data-selected="0010200"'
		);
		expect(renderMapSvg(plane, picture('parish', { selected: 'latgale' }))).toContain(
			'data-selected="latgale"'
		);
		expect(renderMapSvg(plane, picture('parish', { selected: 'LVDEL01' }))).not.toContain('data-selected');
		expect(renderMapSvg(plane, picture('parish'))).not.toContain('data-selected');
	});

	it('puts signs on points and texts on cities and shares', () => {
		const svg = renderMapSvg(plane, picture('municipality'));
		const [x, y] = plane.project(25.5, 56.5);
		expect(svg).toContain(`<use href="#map-sign-resource-centres" x="${x}" y="${y}"/>`);
		expect(svg).toContain('<tspan class="name">Delta </tspan>1</text>');
		expect(svg).toMatch(/>50.?%<\/text>/u);
	});

	it('brings its own style only when asked, and loses it on the way into a page', () => {
		const page = renderMapSvg(plane, picture('parish'));
		const file = renderMapSvg(plane, picture('parish'), { css: '.a > .b { fill: red }' });
		expect(page).not.toContain('<style>');
		expect(file).toContain('<style>.a &gt; .b { fill: red }</style>');
		expect(withoutStyle(file)).toBe(page);
	});

	it('keeps ids apart when a page holds two pictures', () => {
		const svg = renderMapSvg(plane, picture('parish'), { idPrefix: 'second' });
		const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of ids) expect(id).toMatch(/^second-/);
		for (const [, target] of svg.matchAll(/(?:url\(|href=")#([^")]+)/g)) expect(ids).toContain(target);
	});

	it('uses every layer at the levels it is made for', () => {
		expect(() => renderMapSvg(plane, picture('region', { layer: activityShareLayer }))).not.toThrow();
	});
});

describe('the real boundaries', () => {
	const light: unknown = JSON.parse(
		readFileSync(new URL('../../../static/geo/light.topo.json', import.meta.url), 'utf8')
	);
	const latvia = planarTopology(light);
	const svg = renderMapSvg(latvia, picture('parish', { rows: [], points: [] }));

	it('are all drawn', () => {
		expect(latvia.areas.units.size).toBe(592);
		expect(classes(svg)).toEqual({ no_data: 592 });
	});

	it('stay inside the picture', () => {
		const starts = [...svg.matchAll(/M(\d+)[ ]?(-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
		expect(starts.length).toBeGreaterThan(10);
		for (const [x, y] of starts) {
			expect(x >= 0 && x <= latvia.width && y >= 0 && y <= latvia.height, `${x} ${y}`).toBe(true);
		}
		expect(latvia.width / latvia.height).toBeCloseTo(1.64, 1);
	});

	it('make a small picture', () => {
		expect(gzipSync(svg).length).toBeLessThan(30_000);
	});
});

describe('escapeXml', () => {
	it('leaves nothing that could end a text or an attribute', () => {
		expect(escapeXml('a<b>"c"&d')).toBe('a&lt;b&gt;&quot;c&quot;&amp;d');
	});
});
