/** The form of a version of a zone. */
import { z } from 'zod';
import { missingOf, sourceShape } from '../../source.ts';

const day = z.iso.date('date');
/** The furthest unit is some 350 km from the border. */
const MOST_KM = 500;
const KM = /^\d{1,3}([.,]\d)?$/;

export const zoneForm = z
	.object({
		/** Empty for a new zone. */
		zone: z.string().trim(),
		name: z.string().trim().min(1, 'required').max(120, 'too_long'),
		definition: z.string().trim().min(1, 'required').max(1000, 'too_long'),
		...sourceShape,
		validFrom: day,
		validTo: z.union([z.literal(''), day], 'date'),
		how: z.enum(['list', 'border'], 'choose'),
		km: z.string().trim(),
		/** Mark of the list that was shown; another is not saved unseen. */
		seen: z.string()
	})
	.superRefine((form, context) => {
		const report = (name: string, message: string) =>
			context.addIssue({ code: 'custom', path: [name], message });
		for (const name of missingOf(form)) report(name, 'required');
		if (form.validTo !== '' && form.validTo < form.validFrom) report('validTo', 'end_before_start');
		const isDistance = KM.test(form.km) && kilometres(form.km) <= MOST_KM;
		if (form.how === 'border' && !isDistance) report('km', form.km === '' ? 'required' : 'number');
	});
export type ZoneForm = z.output<typeof zoneForm>;

/** A distance as it was typed, with comma or dot. */
export function kilometres(text: string): number {
	return Number(text.replace(',', '.'));
}
