import { describe, expect, it } from 'vitest';
import type { DatePrecision } from '../activity/types.ts';
import { readSpan, SPAN_FIELDS, typedSpan } from './span.ts';

function read(precision: DatePrecision, from: string, to: string) {
	const fields = SPAN_FIELDS[precision];
	return readSpan(precision, { [fields.from]: from, [fields.to]: to });
}

describe('a span as typed', () => {
	it.each<[DatePrecision, string, string, string, string]>([
		['day', '2026-04-25', '', '2026-04-25', '2026-04-25'],
		['day', '2026-04-25', '2026-04-27', '2026-04-25', '2026-04-27'],
		['month', '2024-02', '', '2024-02-01', '2024-02-29'],
		['month', '2025-11', '2026-02', '2025-11-01', '2026-02-28'],
		['year', ' 2021 ', '', '2021-01-01', '2021-12-31'],
		['year', '2021', '2022', '2021-01-01', '2022-12-31'],
		['period', '2019', '2025', '2019-01-01', '2025-12-31'],
		['period', '2021-10', '2022-05-17', '2021-10-01', '2022-05-17']
	])('%s from %j to %j', (precision, from, to, starts_on, ends_on) => {
		expect(read(precision, from, to)).toEqual({ ok: true, span: { starts_on, ends_on } });
	});

	it.each<[DatePrecision, string, string, object]>([
		['day', '', '', { day_from: 'required' }],
		['day', '2026-02-30', '', { day_from: 'date' }],
		['day', '2026', '', { day_from: 'date' }],
		['day', '2026-04-25', '2026-04-24', { day_to: 'end_before_start' }],
		['month', '2026-13', '', { month_from: 'month' }],
		['year', '21', '22', { year_from: 'year', year_to: 'year' }],
		['year', '1889', '', { year_from: 'year' }],
		['period', '2019', '', { period_to: 'required' }],
		['period', 'pavasaris', '2020', { period_from: 'date_part' }],
		['period', '2020', '2019-12', { period_to: 'end_before_start' }]
	])('%s from %j to %j is refused', (precision, from, to, problems) => {
		expect(read(precision, from, to)).toEqual({ ok: false, problems });
	});

	it('counts only the fields of the chosen precision', () => {
		expect(readSpan('year', { day_from: 'nonsense', year_from: '2020' })).toMatchObject({ ok: true });
	});
});

describe('a recorded span', () => {
	it.each<[DatePrecision, string, string, object]>([
		['day', '2026-04-25', '2026-04-25', { day_from: '2026-04-25', day_to: '' }],
		['month', '2025-11-05', '2025-11-20', { month_from: '2025-11', month_to: '' }],
		['year', '2021-01-01', '2022-12-31', { year_from: '2021', year_to: '2022' }],
		['period', '2019-01-01', '2025-12-31', { period_from: '2019', period_to: '2025' }],
		['period', '2021-01-01', '2021-12-31', { period_from: '2021', period_to: '2021' }],
		['period', '2021-10-01', '2022-05-31', { period_from: '2021-10', period_to: '2022-05' }],
		['period', '2021-10-02', '2022-05-30', { period_from: '2021-10-02', period_to: '2022-05-30' }]
	])('%s %s – %s is shown in short', (precision, starts_on, ends_on, typed) => {
		expect(typedSpan(precision, { starts_on, ends_on })).toEqual(typed);
	});

	it('means the same days when it is sent back', () => {
		const span = { starts_on: '2021-10-02', ends_on: '2024-12-31' };
		expect(readSpan('period', typedSpan('period', span))).toEqual({ ok: true, span });
	});
});
