import { ZodError } from 'zod';
import { describe, expect, it } from 'vitest';
import { factsByTerritory, factsFromRow } from './facts.ts';

const row = {
	territory_code: '0043560',
	fresh_last: '2019-01-01',
	fresh_last_imprecise: true,
	fresh_second: null,
	end_last: '2025-10-29',
	end_last_starts_on: '2019-01-01',
	end_last_precision: 'period',
	reachable_on: '2025-10-29',
	reachable_by: 'agreement',
	survey_on: '2026-05-04',
	survey_finding: 'emerging',
	survey_organisation: 'Latgales PKC',
	communities: 1,
	activities: 2
};

describe('factsFromRow', () => {
	it('names every column of the evidence function', () => {
		expect(factsFromRow(row)).toEqual({
			territoryCode: '0043560',
			facts: {
				freshLast: '2019-01-01',
				freshLastImprecise: true,
				freshSecond: null,
				endLast: '2025-10-29',
				endLastStartsOn: '2019-01-01',
				endLastPrecision: 'period',
				reachableOn: '2025-10-29',
				reachableBy: 'agreement',
				surveyOn: '2026-05-04',
				surveyFinding: 'emerging',
				surveyOrganisation: 'Latgales PKC',
				communities: 1,
				activities: 2
			}
		});
	});

	it.each([
		['a column is missing', { ...row, fresh_last: undefined }],
		['a date is not in the calendar', { ...row, end_last: '2026-02-30' }],
		['a date carries a time', { ...row, end_last: '2025-10-29T00:00:00' }],
		['the finding is unknown', { ...row, survey_finding: 'asleep' }],
		['the precision is unknown', { ...row, end_last_precision: 'week' }],
		['a count is negative', { ...row, communities: -1 }],
		['a count is text', { ...row, activities: '2' }],
		['there is no territory', { ...row, territory_code: '' }],
		['it is no row', null]
	])('refuses a row when %s', (_, bad) => {
		expect(() => factsFromRow(bad)).toThrow(ZodError);
	});
});

describe('factsByTerritory', () => {
	it('keys the rows by territory', () => {
		const facts = factsByTerritory([row, { ...row, territory_code: '0043430', communities: 3 }]);
		expect([...facts.keys()]).toEqual(['0043560', '0043430']);
		expect(facts.get('0043430')?.communities).toBe(3);
	});

	it('knows nothing of territories without a row', () => {
		expect(factsByTerritory([]).get('0043560')).toBeUndefined();
	});

	it('refuses an answer that is no list', () => {
		expect(() => factsByTerritory({ message: 'permission denied' })).toThrow(ZodError);
	});
});
