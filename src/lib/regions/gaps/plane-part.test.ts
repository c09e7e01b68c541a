import { describe, expect, it } from 'vitest';
import { SMALL_COUNTRY as index, smallTopology } from '../../../../tests/fixtures/small-country.ts';
import { planarTopology } from '../../map/topology.ts';
import { planePart } from './plane-part.ts';

const country = planarTopology(smallTopology());
const latgale = planePart(country, (code) => index.byCode(code)?.region === 'latgale');

describe('planePart', () => {
	it('has the areas of the region and no others', () => {
		expect([...latgale.areas.units.keys()]).toEqual(['0010010', '0010200', '0020010']);
		expect([...latgale.areas.municipalities.keys()]).toEqual(['0010000', '0020000']);
		expect([...latgale.areas.regions.keys()]).toEqual(['latgale']);
	});

	it('begins in the corner and is as wide as its areas', () => {
		const riga = planePart(country, (code) => index.byCode(code)?.region === 'riga');
		expect(riga.width).toBeLessThan(latgale.width);
		expect(latgale.width).toBeLessThan(country.width);
		for (const [plane, lon] of [
			[latgale, 25.5],
			[riga, 27.5]
		] as const) {
			const [x, y] = plane.project(lon, 56.5);
			expect(Math.abs(x - plane.width / 2)).toBeLessThan(plane.width / 10);
			expect(Math.abs(y - plane.height / 2)).toBeLessThan(plane.height / 10);
		}
	});
});
