/** The form of a resource centre or smart village. Fields are called as the columns that refuse them. */
import { z } from 'zod';
import { todayInRiga } from '$lib/activity/dates.ts';
import { KEPT_PLACE_KINDS } from '$lib/communities/schema.ts';
import { impersonal } from '$lib/ui/personal.ts';
import { missingOf, sourceShape } from '../source.ts';

export const placeForm = z
	.object({
		/** Empty for a new place. */
		id: z.union([z.literal(''), z.uuid('choose')]),
		name: impersonal(200).min(1, 'required'),
		kind: z.enum(KEPT_PLACE_KINDS, 'choose'),
		territory_code: z.string().trim().min(1, 'choose'),
		place: impersonal(200),
		known_since: z.iso.date('date').refine((day) => day <= todayInRiga(new Date()), 'date_future'),
		...sourceShape
	})
	.superRefine((form, context) => {
		for (const name of missingOf(form))
			context.addIssue({ code: 'custom', path: [name], message: 'required' });
	});
