import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { smallTopology } from '../../../tests/fixtures/small-country.ts';
import { OUTLINE_LAYERS, zoneOutline } from '../layers/overlays.ts';
import { decodeTopology } from './geometry.ts';
import { outlineOf, planarOutline } from './outline.ts';
import { planarTopology } from './topology.ts';

const plane = planarTopology(smallTopology());
const pieces = (units: string[]) => planarOutline(plane, { shapes: 'zone', units }).coordinates;
const zone = zoneOutline({ id: 'eastern-border', name: 'Austrumu pierobeža', sourceId: 'plan' });

describe('outlineOf', () => {
	it('is what a second layer draws as lines', () => {
		expect(outlineOf(zone, ['0010010'])).toEqual({ shapes: 'zone', units: ['0010010'] });
		expect(outlineOf(OUTLINE_LAYERS[0] ?? null, null)).toEqual({ shapes: 'regions' });
		expect(outlineOf(null, null)).toBeNull();
	});
});

describe('the outer line of a zone', () => {
	/** Where lines run from north to south, from west to east. */
	const verticals = (units: string[]) =>
		pieces(units)
			.flatMap((line) => line.flatMap(([x], i) => (x !== undefined && x === line[i + 1]?.[0] ? [x] : [])))
			.sort((a, b) => a - b);

	it('runs around its units, not between them', () => {
		const [west, middle] = verticals(['0010010']);
		const east = verticals(['0010200'])[1];
		expect(verticals(['0010010', '0010200'])).toEqual([west, east]);
		expect(verticals(['0010200'])[0]).toBe(middle);
	});

	it('leaves out what lies apart, and draws nothing for nothing', () => {
		expect(verticals(['0010010', '0003000'])).toEqual([...verticals(['0010010']), ...verticals(['0003000'])]);
		expect(pieces([])).toEqual([]);
		expect(pieces(['9999999'])).toEqual([]);
	});
});

describe('the real boundaries', () => {
	const file = new URL('../../../static/geo/units.topo.json', import.meta.url);
	const { areas, outline } = decodeTopology(JSON.parse(readFileSync(file, 'utf8')));
	const codes = areas.units.features.map(({ properties }) => properties.code);
	const points = (of: Parameters<typeof outline>[0]) => outline(of).coordinates.flat().length;

	it('a zone of all units is the line around the country: less than any other', () => {
		const country = points({ shapes: 'zone', units: codes });
		expect(country).toBeGreaterThan(100);
		expect(country).toBeLessThan(points({ shapes: 'regions' }));
		expect(points({ shapes: 'regions' })).toBeLessThan(points({ shapes: 'municipalities' }));
		expect(points({ shapes: 'neighbourhoods' })).toBeGreaterThan(100);
	});

	it('is computed once', () => {
		const units = codes.slice(0, 50);
		expect(outline({ shapes: 'zone', units })).toBe(outline({ shapes: 'zone', units: [...units] }));
	});
});
