import { describe, expect, test } from 'vitest';
import { LEVELS } from '../territories/types.ts';
import { shownLevel, zoomRange } from './levels.ts';

describe('shownLevel', () => {
	test.each([
		[4.5, 'region'],
		[5.99, 'region'],
		[6, 'municipality'],
		[7.49, 'municipality'],
		[7.5, 'parish'],
		[12, 'parish']
	] as const)('at zoom %d the map chooses %s', (zoom, level) => {
		expect(shownLevel('auto', zoom)).toBe(level);
	});

	test.each(LEVELS)('%s stays when the reader chose it', (level) => {
		for (const zoom of [0, 6, 12]) expect(shownLevel(level, zoom)).toBe(level);
	});
});

describe('zoomRange', () => {
	test.each(['auto', ...LEVELS] as const)(
		'with %s exactly the shown level is drawn at every zoom',
		(choice) => {
			for (let zoom = 0; zoom < 14; zoom += 0.25) {
				const drawn = LEVELS.filter((level) => {
					const range = zoomRange(level, choice);
					return range !== null && zoom >= range.minzoom && zoom < range.maxzoom;
				});
				expect(drawn).toEqual([shownLevel(choice, zoom)]);
			}
		}
	);
});
