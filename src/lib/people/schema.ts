/** What people type about themselves. Messages of the schemas are the codes of `ui/problems.ts`. */
import { z } from 'zod';

/** Digits of a code in a letter. */
export const CODE_LENGTH = 6;
/** A password as long as a short sentence. */
export const PASSWORD_MIN = 10;
/** bcrypt reads no more. */
const PASSWORD_MAX_BYTES = 72;

export const ROLES = [
	'member',
	'coordinator',
	'mentor',
	'pkc',
	'civil_protection',
	'planner',
	'national'
] as const;
export type Role = (typeof ROLES)[number];
export const SCOPE_KINDS = ['community', 'municipality', 'region', 'country'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** A role as the database tells it (`my_roles`). */
export const heldRoleSchema = z.object({
	id: z.uuid(),
	role: z.enum(ROLES),
	scope_kind: z.enum(SCOPE_KINDS),
	scope_id: z.string(),
	/** Name of the community or territory. */
	scope_name: z.string().nullable(),
	region: z.string().nullable(),
	/** In whose name the person acts. */
	organisation: z.string().nullable(),
	granted_by_name: z.string().nullable(),
	/** ISO moments. */
	created_at: z.string(),
	expires_at: z.string().nullable()
});
export type HeldRole = z.infer<typeof heldRoleSchema>;

/**
 * Where a role comes from whose giver cannot be named: one registered the community oneself, its giver wrote down no
 * name, it belongs to a sample person, whoever runs the installation gave it, or its giver has no account any more.
 */
export type RoleOrigin = 'registered' | 'unnamed' | 'sample' | 'operator' | 'gone';

export const email = z
	.string()
	.trim()
	.min(1, 'required')
	.max(254, 'too_long')
	.toLowerCase()
	.pipe(z.email('email'));

/** Spaces and hyphens that people put between the digits do not matter. */
const code = z
	.string()
	.transform((text) => text.replace(/[\s-]/g, ''))
	.pipe(
		z
			.string()
			.min(1, 'required')
			.regex(new RegExp(`^\\d{${CODE_LENGTH}}$`), 'code')
	);

const newPassword = z
	.string()
	.min(1, 'required')
	.min(PASSWORD_MIN, 'password_short')
	.refine((text) => new TextEncoder().encode(text).length <= PASSWORD_MAX_BYTES, 'password_long');

export const emailForm = z.object({ email });
export const codeForm = z.object({ code });
export const passwordForm = z.object({ email, password: z.string().min(1, 'required').max(200, 'too_long') });
export const resetForm = z.object({ code, password: newPassword });
export const profileForm = z.object({
	display_name: z.string().trim().max(80, 'too_long'),
	locale: z.enum(['lv', 'en', 'ru'], 'choose')
});
export const leaveForm = z.object({ id: z.uuid('choose') });
export const actingForm = z.object({ as: z.uuid('choose') });
