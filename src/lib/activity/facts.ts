import { z } from 'zod';
import { DATE_PRECISIONS, REACHABLE_BY, SURVEY_FINDINGS, type ActivityFacts } from './types.ts';

const date = z.iso.date().nullable();
const count = z.int().nonnegative();

/** One row of `activity_evidence` or `public_activity_evidence`, as PostgREST sends it. */
const evidenceRow = z
	.object({
		territory_code: z.string().min(1),
		fresh_last: date,
		fresh_last_imprecise: z.boolean(),
		fresh_second: date,
		end_last: date,
		end_last_starts_on: date,
		end_last_precision: z.enum(DATE_PRECISIONS).nullable(),
		reachable_on: date,
		reachable_by: z.enum(REACHABLE_BY).nullable(),
		survey_on: date,
		survey_finding: z.enum(SURVEY_FINDINGS).nullable(),
		survey_organisation: z.string().nullable(),
		communities: count,
		activities: count
	})
	.transform((row): { territoryCode: string; facts: ActivityFacts } => ({
		territoryCode: row.territory_code,
		facts: {
			freshLast: row.fresh_last,
			freshLastImprecise: row.fresh_last_imprecise,
			freshSecond: row.fresh_second,
			endLast: row.end_last,
			endLastStartsOn: row.end_last_starts_on,
			endLastPrecision: row.end_last_precision,
			reachableOn: row.reachable_on,
			reachableBy: row.reachable_by,
			surveyOn: row.survey_on,
			surveyFinding: row.survey_finding,
			surveyOrganisation: row.survey_organisation,
			communities: row.communities,
			activities: row.activities
		}
	}));

/**
 * Reads one row of the evidence functions.
 * @throws ZodError when the row is not what the functions promise
 */
export function factsFromRow(row: unknown): { territoryCode: string; facts: ActivityFacts } {
	return evidenceRow.parse(row);
}

/**
 * Reads all rows of an evidence function, by territory code. A territory without a row has no facts.
 * @throws ZodError when a row is not what the functions promise
 */
export function factsByTerritory(rows: unknown): Map<string, ActivityFacts> {
	return new Map(
		z
			.array(evidenceRow)
			.parse(rows)
			.map(({ territoryCode, facts }) => [territoryCode, facts])
	);
}
