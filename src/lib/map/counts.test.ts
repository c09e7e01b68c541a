import { describe, expect, it } from 'vitest';
import { SMALL_FACTS } from '../../../tests/fixtures/small-country.ts';
import { activityLayer, activityShareLayer } from '../layers/activity.ts';
import { classCounts } from './counts.ts';
import { areaRows } from './rows.ts';
import { DEFAULT_MAP_STATE } from './url.ts';

const counts = (list: ReturnType<typeof classCounts>) =>
	Object.fromEntries(list.map(({ look, count }) => [look.id, count]));

describe('classCounts', () => {
	it('counts areas per class in legend order, empty classes included', () => {
		const list = classCounts(areaRows(SMALL_FACTS, 'parish', DEFAULT_MAP_STATE), activityLayer);
		expect(list.map(({ look }) => look.id)).toEqual(activityLayer.classes.map(({ id }) => id));
		expect(counts(list)).toMatchObject({ active: 0, emerging: 1, no_news: 2, city: 1 });
	});

	it('counts only what the filter leaves', () => {
		const rows = areaRows(SMALL_FACTS, 'parish', { ...DEFAULT_MAP_STATE, municipality: '0010000' });
		expect(counts(classCounts(rows, activityLayer))).toMatchObject({ emerging: 1, no_news: 1, city: 0 });
	});

	it('names “no data” only where it occurs', () => {
		const regions = areaRows(SMALL_FACTS, 'region', DEFAULT_MAP_STATE);
		expect(counts(classCounts(regions, activityShareLayer))).toMatchObject({ half: 1, no_data: 1 });
		expect(counts(classCounts([], activityShareLayer))).not.toHaveProperty('no_data');
	});
});
