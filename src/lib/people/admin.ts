/** What national staff keep: organisations, and the roles of people. */
import { z } from 'zod';
import { m } from '../i18n/paraglide/messages.js';
import { REGION_CODES } from '../territories/types.ts';
import { heldRoleSchema } from './schema.ts';

export const ORGANISATION_KINDS = [
	'pkc',
	'planning_region',
	'municipality',
	'association',
	'foundation',
	'national',
	'other'
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const organisationKindWord: Record<OrganisationKind, () => string> = {
	pkc: m.organisation_kind_pkc,
	planning_region: m.organisation_kind_planning_region,
	municipality: m.organisation_kind_municipality,
	association: m.organisation_kind_association,
	foundation: m.organisation_kind_foundation,
	national: m.organisation_kind_national,
	other: m.organisation_kind_other
};

/** A row of `organisations`. */
export const organisationSchema = z.object({
	id: z.uuid(),
	name: z.string(),
	kind: z.enum(ORGANISATION_KINDS),
	region: z.enum(REGION_CODES).nullable()
});
export type Organisation = z.infer<typeof organisationSchema>;

/** Kinds that work in one planning region each. */
const REGIONAL: readonly OrganisationKind[] = ['pkc', 'planning_region'];

export const organisationForm = z
	.object({
		id: z.union([z.literal(''), z.uuid('choose')]),
		name: z.string().trim().min(1, 'required').max(200, 'too_long'),
		kind: z.enum(ORGANISATION_KINDS, 'choose'),
		region: z.union([z.literal(''), z.enum(REGION_CODES)], 'choose')
	})
	.refine(({ kind, region }) => region !== '' || !REGIONAL.includes(kind), {
		path: ['region'],
		message: 'choose'
	});
export type OrganisationForm = z.infer<typeof organisationForm>;

/** A person as `list_people` tells it: the address only in part. */
export const listedPersonSchema = z.object({
	user_id: z.uuid(),
	display_name: z.string().nullable(),
	email_hint: z.string().nullable(),
	created_at: z.string(),
	memberships: z.array(heldRoleSchema.omit({ region: true }))
});
export type ListedPerson = z.infer<typeof listedPersonSchema>;
