import { describe, expect, it } from 'vitest';
import { smallTopology } from '../../../tests/fixtures/small-country.ts';
import { exactAreas, lightPlane, readPlane } from './topology.ts';

describe('lightPlane', () => {
	it('has the boundaries of the country built in, and projects each width once', () => {
		expect(lightPlane()?.areas.units.size).toBe(592);
		expect(lightPlane()).toBe(lightPlane());
		expect(lightPlane(480)?.width).toBe(480);
	});
});

describe('readPlane', () => {
	it('reads a topology', () => {
		expect(readPlane(JSON.stringify(smallTopology()), 1000)?.areas.units.size).toBe(4);
	});

	it.each(['', '<html>', '{"type":"Topology"', '{}', 'null'])(
		'gives null for %j instead of an error',
		(text) => {
			expect(readPlane(text, 1000)).toBeNull();
		}
	);
});

it('exactAreas has every area of a level', async () => {
	expect((await exactAreas('units')).features).toHaveLength(592);
	expect((await exactAreas('municipalities')).features).toHaveLength(42);
	expect((await exactAreas('regions')).features).toHaveLength(5);
});
