/** Assessments added up over areas. What of it may be shown to whom, `coverage/` decides. */
import { z } from 'zod';
import type { IsoDate } from '../activity/types.ts';
import type { AssessedUnit } from '../coverage/gaps.ts';
import type { Arrived, Standing } from '../coverage/public-series.ts';
import { unwrap, type Backend } from './client.ts';
import { parseRow, readSome } from './rows.ts';

const count = z.int().nonnegative();

const assessedUnit = z
	.object({
		territory_code: z.string(),
		communities: count,
		agreed: count,
		confirmed: count,
		within_year: count,
		indexes: z.record(z.string(), count),
		levels: z.record(z.string(), z.tuple([count, count, count, count])),
		anew: z.record(z.string(), count)
	})
	.transform((row): AssessedUnit => ({
		code: row.territory_code,
		communities: row.communities,
		agreed: row.agreed,
		confirmed: row.confirmed,
		withinYear: row.within_year,
		indexes: new Map(Object.entries(row.indexes).map(([point, communities]) => [Number(point), communities])),
		levels: new Map(Object.entries(row.levels)),
		anew: new Map(Object.entries(row.anew))
	}));

/**
 * The assessed communities of each unit that has any, in one query. Read with the server's key: only what `gapsOf`
 * makes of them may leave the server.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadAssessedUnits(backend: Backend, asOf: IsoDate): Promise<AssessedUnit[]> {
	// Fewer than a thousand rows, the most that one answer holds: there are 592 units.
	const query = backend.serviceClient().rpc('assessed_units', { as_of: asOf });
	return (await readSome('assessed_units', assessedUnit, query)).items;
}

const assessedOnDay = z
	.looseObject({ as_of: z.iso.date() })
	.transform((row) => ({ day: row.as_of, unit: assessedUnit.parse(row) }));

/**
 * `loadAssessedUnits` as of each of several days, in one query.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadAssessmentsOn(
	backend: Backend,
	days: readonly IsoDate[]
): Promise<Map<IsoDate, AssessedUnit[]>> {
	const rows = unwrap(await backend.serviceClient().rpc('assessments_on', { days: [...days] }));
	const all = parseRow('assessments_on', z.array(assessedOnDay), rows);
	return new Map(days.map((day) => [day, all.flatMap((row) => (row.day === day ? [row.unit] : []))]));
}

const month = z.string().regex(/^\d{4}-\d{2}$/);

/** Communities of a unit that were assessed for the first time in a month (`YYYY-MM`). */
export type FirstAssessed = z.output<typeof firstAssessed>;
const firstAssessed = z
	.object({ territory_code: z.string(), month, communities: count })
	.transform(({ territory_code: code, ...rest }) => ({ code, ...rest }));

/**
 * When communities were assessed for the first time, in one query: counts for people with a mandate, no values.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadFirstAssessed(backend: Backend): Promise<FirstAssessed[]> {
	const rows = unwrap(await backend.serviceClient().rpc('assessed_since'));
	return parseRow('assessed_since', z.array(firstAssessed), rows);
}

const publishedAssessments = z.object({
	arrived: z.array(z.object({ region: z.string(), month, communities: count })),
	standings: z.array(
		z
			.object({
				...{
					region: z.string(),
					month,
					year: z.int(),
					assessed_in: z.int(),
					point: z.int(),
					communities: count
				}
			})
			.transform(({ assessed_in, point, ...rest }): Standing => ({
				...rest,
				assessedIn: assessed_in,
				index: point
			}))
	)
});

/**
 * What the public series are made of, in one query. Read with the server's key: only what `publicSteps` and
 * `publicBands` make of it may leave the server.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadPublishedAssessments(
	backend: Backend
): Promise<{ arrived: Arrived[]; standings: Standing[] }> {
	const row = unwrap(await backend.serviceClient().rpc('published_assessments'));
	return parseRow('published_assessments', publishedAssessments, row);
}
