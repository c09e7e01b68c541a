import { describe, expect, it } from 'vitest';
import { PUBLIC_STATUSES, type PublicStatus } from '../activity/types.ts';
import { activityMinorityLayer as layer } from './activity-minority.ts';
import { colourDistance } from './colour-vision.ts';
import type { Figure, FigureRow } from './figures.ts';
import { legendModel } from './legend.ts';
import { lookOf } from './types.ts';

const row = (status: PublicStatus | null, value: number | null, method: Figure['method'] = 'published') =>
	({
		kind: status === null ? ('state_city' as const) : ('parish' as const),
		status,
		unitCounts: null,
		communities: 0,
		matches: true,
		figures:
			value === null
				? {}
				: {
						'minority-share': {
							value,
							year: 2011,
							method,
							inheritedFrom: method === 'inherited' ? 'Ludzas novads' : null,
							basis: null,
							sourceId: null,
							atLeast: false
						}
					}
	}) satisfies FigureRow & { matches: boolean };

describe('activity × share of minorities', () => {
	it('is for mandated readers only', () => {
		expect(layer.access).toBe('mandated');
	});

	it('crosses three kinds of reach with three parts; one half is no majority', () => {
		expect(layer.classes).toHaveLength(10);
		expect(layer.classOf(row('active', 25))).toBe('active-few');
		expect(layer.classOf(row('emerging', 25.1))).toBe('some-many');
		expect(layer.classOf(row('dormant', 50))).toBe('some-many');
		expect(layer.classOf(row('inactive', 50.1))).toBe('unknown-most');
	});

	it('has a class for every status', () => {
		for (const status of PUBLIC_STATUSES) expect(layer.classOf(row(status, 10)), status).not.toBeNull();
	});

	it('has none where the share is missing', () => {
		expect(layer.classOf(row('active', null))).toBeNull();
	});

	it('has a class beside the grid for state cities, whose share is told all the same', () => {
		const city = row(null, 43.21);
		expect(layer.classOf(city)).toBe('city');
		expect(layer.classOf(row(null, null))).toBe('city');
		expect(layer.describe(city)).toMatch(/43,2\s% \(2011, publicēts\)$/u);
		const { listed, grid } = legendModel(layer, [city, row('active', 10), row('active', null)]);
		expect(listed.map(({ look, count }) => [look.label(), count])).toEqual([
			['Valstspilsēta', 1],
			['Nav datu', 1]
		]);
		expect(grid?.cells.flat()).toHaveLength(9);
		for (const ground of ['light', 'dark'] as const) {
			for (const { id, fill } of layer.classes.filter((each) => each.id !== 'city')) {
				const own = layer.classes.find((each) => each.id === 'city')?.fill[ground] ?? '';
				expect(colourDistance(own, fill[ground]), id).toBeGreaterThan(0.06);
			}
		}
	});

	it('says of places outside the mandate that they are, and not that there are no data', () => {
		const outside = { ...row('active', null), isOutside: true as const, matches: false };
		expect(layer.classOf(outside)).toBeNull();
		expect(layer.describe(outside)).toBe('Kopiena darbojas; mazākumtautību daļa: Ārpus jūsu teritorijas');
		const share = layer.columns.find(({ id }) => id === 'minority-share');
		expect(share?.text(outside)).toBe('Ārpus jūsu teritorijas');
		expect(share?.value(outside)).toBeNull();
	});

	it('never shows “not surveyed” as “nobody found”: a pattern tells them apart', () => {
		expect(lookOf(layer, row('inactive', 80)).pattern).toBe('none');
		expect(lookOf(layer, row('not_surveyed', 80)).pattern).toBe('dots');
		expect(lookOf(layer, row('no_news', 80)).pattern).toBe('dots');
		expect(lookOf(layer, row('inactive', 80, 'inherited')).pattern).toBe('lines');
		expect(lookOf(layer, row('not_surveyed', 80, 'inherited')).pattern).toBe('crosses');
	});

	it('has a legend of rows and columns with a count in every cell', () => {
		const rows = [row('active', 10), row('active', 12), row('not_surveyed', 90), row('active', null)];
		const { grid, overlays } = legendModel(layer, rows);
		expect(grid?.rows.map(({ id }) => id)).toEqual(['active', 'some', 'unknown']);
		expect(grid?.columns.map(({ label }) => label.replaceAll('\u00a0', ' '))).toEqual([
			'Līdz 25 %',
			'25,1–50 %',
			'50,1 % un vairāk'
		]);
		expect(grid?.cells.map((line) => line.map(({ count }) => count))).toEqual([
			[2, 0, 0],
			[0, 0, 0],
			[0, 0, 1]
		]);
		expect(overlays.map(({ overlay, count }) => [overlay.pattern, count])).toEqual([['dots', 1]]);
	});

	it('describes both', () => {
		expect(layer.describe(row('emerging', 43.21))).toMatch(
			/^Ir, ar ko sākt; .*43,2\s% \(2011, publicēts\)$/u
		);
	});
});
