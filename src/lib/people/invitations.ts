/** Invitations to roles: what is typed, what the database tells, and the words for it. */
import { z } from 'zod';
import { m } from '../i18n/paraglide/messages.js';
import { impersonal } from '../ui/personal.ts';
import { email, ROLES, SCOPE_KINDS } from './schema.ts';

/** For how many days a link may open; the database allows 60 at most. */
export const LINK_DAYS = ['2', '7', '30', '60'] as const;
export const USUAL_LINK_DAYS = '7';

/** What a token looks like: 32 bytes as base64url. Anything else need not be looked up. */
export const TOKEN_FORMAT = /^[A-Za-z0-9_-]{43}$/;

const INVITATION_STATES = ['open', 'accepted', 'declined', 'revoked', 'expired'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/**
 * The form of a new invitation. Fields are named as the database names them.
 * @param today the first day on which a role may end
 */
export function inviteForm(today: string) {
	return z.object({
		role: z.enum(ROLES, 'choose'),
		scope_id: z.string().min(1, 'choose').max(36, 'choose'),
		email_hint: z
			.string()
			.trim()
			.transform((text) => text || null)
			.pipe(email.nullable()),
		note: impersonal(500),
		days: z.enum(LINK_DAYS, 'choose').transform(Number),
		membership_expires_at: z
			.string()
			.transform((text) => text || null)
			.pipe(z.iso.date('date').nullable())
			.refine((day) => day === null || day >= today, 'date_past')
	});
}
export type Invite = z.infer<ReturnType<typeof inviteForm>>;

/** The forms that take back or renew an invitation. */
export const invitationIdForm = z.object({ id: z.uuid('choose') });

/** An invitation as the list of those who may manage it shows it (table `invitations`). */
export const invitationSchema = z.object({
	id: z.uuid(),
	role: z.enum(ROLES),
	scope_kind: z.enum(SCOPE_KINDS),
	scope_id: z.string(),
	email_hint: z.string().nullable(),
	note: z.string().nullable(),
	/** Null when the account is gone, or whoever runs the installation invited its first national user. */
	invited_by: z.uuid().nullable(),
	/** ISO moments. */
	created_at: z.string(),
	expires_at: z.string(),
	membership_expires_at: z.string().nullable(),
	accepted_at: z.string().nullable(),
	declined_at: z.string().nullable(),
	revoked_at: z.string().nullable()
});
export type Invitation = z.infer<typeof invitationSchema>;

/** What the holder of a link may know (`invitation_by_token`). */
export const openedInvitationSchema = z.object({
	role: z.enum(ROLES),
	scope_kind: z.enum(SCOPE_KINDS),
	scope_name: z.string().nullable(),
	/** Null when whoever runs the installation invites its first national user. */
	inviter_role: z.enum(ROLES).nullable(),
	organisation: z.string().nullable(),
	state: z.enum(INVITATION_STATES),
	expires_at: z.string()
});
export type OpenedInvitation = z.infer<typeof openedInvitationSchema>;

/**
 * How an invitation stands. Whether its giver still may give it, only the database knows (`invitation_by_token`).
 * @param now ISO moment
 */
export function invitationState(
	invitation: Pick<Invitation, 'accepted_at' | 'declined_at' | 'revoked_at' | 'expires_at'>,
	now: string
): InvitationState {
	if (invitation.accepted_at !== null) return 'accepted';
	if (invitation.declined_at !== null) return 'declined';
	if (invitation.revoked_at !== null) return 'revoked';
	return Date.parse(invitation.expires_at) <= Date.parse(now) ? 'expired' : 'open';
}

export const stateWord: Record<InvitationState, () => string> = {
	open: m.invitation_state_open,
	accepted: m.invitation_state_accepted,
	declined: m.invitation_state_declined,
	revoked: m.invitation_state_revoked,
	expired: m.invitation_state_expired
};
