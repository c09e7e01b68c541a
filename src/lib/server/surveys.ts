/** Surveys as PKC record and read them, with the rights of the person who asks. */
import type { HeldRole } from '../people/schema.ts';
import { recordedSurveyRow, type RecordedSurvey, type SurveyInput } from '../surveys/schema.ts';
import { expectDone, unwrap, type Client } from './client.ts';
import { AppError, isAppError } from './errors.ts';
import { readSome } from './rows.ts';

/** How many earlier surveys of a place are listed. */
const SHOWN = 50;

/**
 * Records what a survey found. It is published in the name of the PKC organisation of the region.
 * @throws AppError `invalid_input` with the field, also `organisation_id` when the region has no organisation yet;
 * `forbidden`
 */
export async function recordSurvey(client: Client, territory_code: string, data: SurveyInput): Promise<void> {
	expectDone(await client.rpc('record_survey', { data: { territory_code, ...data } }));
}

/** Whether a refusal says that the region has no organisation to publish findings. */
export function isWithoutOrganisation(error: unknown): error is AppError {
	return isAppError(error) && error.code === 'invalid_input' && error.field === 'organisation_id';
}

/** Whether somebody in this role has an organisation in whose name findings are published. */
export async function hasOrganisation(client: Client, role: HeldRole): Promise<boolean> {
	if (role.organisation !== null) return true;
	const query = client
		.from('organisations')
		.select('id')
		.eq('kind', 'pkc')
		.eq('region', role.scope_id)
		.limit(1);
	return unwrap(await query).length > 0;
}

/** What was recorded about a place before, newest first. Rows are those the caller has a mandate for. */
export function surveysOf(client: Client, code: string): Promise<{ items: RecordedSurvey[]; total: number }> {
	return readSome(
		'territory_surveys',
		recordedSurveyRow,
		client
			.from('territory_surveys')
			.select('id, surveyed_on, finding, asked_role, note, next_step, organisations (name)', {
				count: 'exact'
			})
			.eq('territory_code', code)
			.order('surveyed_on', { ascending: false })
			.order('created_at', { ascending: false })
			.order('id', { ascending: false })
			.limit(SHOWN)
	);
}
