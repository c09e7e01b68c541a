import { z } from 'zod';
import type { IsoDate } from '../activity/types.ts';
import type { Backend } from './client.ts';
import { readSome } from './rows.ts';

/**
 * The first day of which anything public is known: an activity, a community, a survey. Null where nothing is.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadFirstDay(backend: Backend): Promise<IsoDate | null> {
	const client = backend.publicClient();
	const [activities, communities, surveys] = await Promise.all([
		readSome(
			'public_activities',
			z.object({ starts_on: z.iso.date() }).transform((row) => row.starts_on),
			client
				.from('public_activities')
				.select('starts_on')
				.neq('kind', 'agreement')
				.order('starts_on')
				.limit(1)
		),
		readSome(
			'public_communities',
			z.object({ known_since: z.iso.date() }).transform((row) => row.known_since),
			client.from('public_communities').select('known_since').order('known_since').limit(1)
		),
		readSome(
			'public_surveys',
			z.object({ surveyed_on: z.iso.date() }).transform((row) => row.surveyed_on),
			client.from('public_surveys').select('surveyed_on').order('surveyed_on').limit(1)
		)
	]);
	const first = [activities, communities, surveys].flatMap(({ items }) => items).sort();
	return first[0] ?? null;
}
