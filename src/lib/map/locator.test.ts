import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LOCATOR_WIDTH, locatorOfUnits, locatorPicture } from './locator.ts';
import { planarTopology } from './topology.ts';

const file = new URL('../../../static/geo/light.topo.json', import.meta.url);
const plane = planarTopology(JSON.parse(readFileSync(file, 'utf8')), LOCATOR_WIDTH);

const region = { code: 'latgale', kind: 'region', lon: 27.35, lat: 56.52 } as const;
const parish = { code: '0042430', kind: 'parish', lon: 26.7, lat: 56.13 } as const;
const neighbourhood = { code: 'LVRIG01', kind: 'neighbourhood', lon: 24.11, lat: 56.95 } as const;

/** The absolute points at which the pieces of path data start. */
const starts = (path: string) =>
	[...path.matchAll(/M(\d+)[ ]?(\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('locator map', () => {
	test('a region is drawn without a ring, inside the picture', () => {
		const picture = locatorPicture(plane, region);
		expect(picture?.ring).toBeNull();
		for (const [x = -1, y = -1] of starts(picture?.area ?? '')) {
			expect(x).toBeGreaterThan(LOCATOR_WIDTH / 2);
			expect(x).toBeLessThanOrEqual(picture?.width ?? 0);
			expect(y).toBeLessThanOrEqual(picture?.height ?? 0);
		}
	});

	test('a parish is drawn and ringed, so that it can be found', () => {
		const picture = locatorPicture(plane, parish);
		expect(picture?.area).toMatch(/^M/);
		const [start = []] = starts(picture?.area ?? '');
		const { x = 0, y = 0, radius = 0 } = picture?.ring ?? {};
		expect(radius).toBeGreaterThanOrEqual(10);
		expect(Math.hypot((start[0] ?? 0) - x, (start[1] ?? 0) - y)).toBeLessThan(2 * radius);
	});

	test('a neighbourhood, which has no light boundary, is a ring in its city', () => {
		const picture = locatorPicture(plane, neighbourhood);
		expect(picture?.area).toBe('');
		expect(picture?.ring).not.toBeNull();
	});

	test('a territory without boundary has no picture', () => {
		expect(locatorPicture(plane, { ...parish, code: '9999999' })).toBeNull();
	});

	test('the picture stays small: it is part of every territory page', () => {
		const picture = locatorPicture(plane, region);
		expect(JSON.stringify(picture).length).toBeLessThan(12_000);
	});

	test('several units are one area, without a ring', () => {
		const [one, two] = [locatorOfUnits(plane, ['0042430']), locatorOfUnits(plane, ['0042430', '0037540'])];
		expect(one.area).toBe(locatorPicture(plane, parish)?.area);
		expect(starts(two.area)).toHaveLength(2);
		expect([two.ring, two.land]).toEqual([null, one.land]);
		expect(locatorOfUnits(plane, ['LVRIG01', '9999999']).area).toBe('');
	});
});
