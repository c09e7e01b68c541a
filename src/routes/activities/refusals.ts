import type { ActionFailure } from '@sveltejs/kit';
import { SPAN_FIELDS } from '$lib/activities/span.ts';
import type { DatePrecision } from '$lib/activity/types.ts';
import { refuse, type Refused } from '$lib/ui/forms.ts';

/**
 * A refusal of the database with the names of its columns turned into those of the fields that were filled in.
 * @param precision which of the fields for the time were shown
 */
export function asFields(failure: ActionFailure<Refused>, precision: DatePrecision): ActionFailure<Refused> {
	const { from, to } = SPAN_FIELDS[precision];
	const fields: Partial<Record<string, string>> = {
		starts_on: from,
		ends_on: to,
		territory_codes: 'territory_code',
		qualifier_needs_number: 'participants'
	};
	const problems = Object.fromEntries(
		Object.entries(failure.data.problems).map(([name, problem]) => [fields[name] ?? name, problem])
	);
	return refuse(failure.status, { ...failure.data, problems });
}
