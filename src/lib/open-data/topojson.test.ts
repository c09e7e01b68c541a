import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import type { UnitsTopology } from '../territories/topology.ts';
import { chosenAreas } from './topojson.ts';

const whole = JSON.parse(readFileSync('static/geo/units.topo.json', 'utf8')) as UnitsTopology;
const shapes = new Map(
	feature(whole as Topology, whole.objects.units as unknown as GeometryCollection).features.map(
		({ id, geometry }) => [id, geometry]
	)
);

describe('chosenAreas', () => {
	it('has the chosen areas with the same outlines, their records, and no other arcs', () => {
		// Neighbours: they share arcs, which run backwards in one of them.
		const codes = ['0043560', '0042200', '0043510'].filter((code) => shapes.has(code));
		expect(codes.length).toBeGreaterThan(1);
		const chosen = chosenAreas(whole, 'units', new Map(codes.map((code) => [code, { name: code }])));
		const { features } = feature(chosen as Topology, chosen.objects.units as unknown as GeometryCollection);
		expect(features.map(({ id }) => id).toSorted()).toEqual(codes.toSorted());
		for (const { id, geometry, properties } of features) {
			expect(geometry).toEqual(shapes.get(id));
			expect(properties).toEqual({ name: id });
		}
		const used = new Set(
			chosen.objects.units?.geometries
				.flatMap((area) => area.arcs.flat(2))
				.map((arc) => (arc < 0 ? ~arc : arc))
		);
		expect(used.size).toBe(chosen.arcs.length);
	});

	it('is the whole file when everything is chosen', () => {
		const all = new Map(whole.objects.municipalities.geometries.map(({ id }) => [id, {}]));
		const chosen = chosenAreas(whole, 'municipalities', all);
		expect(chosen.objects.municipalities?.geometries).toHaveLength(all.size);
		expect(chosen.transform).toEqual(whole.transform);
	});
});
