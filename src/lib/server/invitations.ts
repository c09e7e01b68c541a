/** Invitations: giving, taking back and renewing them; opening, accepting and declining one by its link. */
import { endOfDayInRiga } from '../activity/dates.ts';
import { SCOPE_KIND_OF } from '../people/grants.ts';
import {
	invitationSchema,
	openedInvitationSchema,
	TOKEN_FORMAT,
	type Invitation,
	type Invite,
	type OpenedInvitation
} from '../people/invitations.ts';
import { expectDone, unwrap, type Client } from './client.ts';
import { AppError } from './errors.ts';
import { parseRows, readSome } from './rows.ts';
import { hashToken, newToken } from './tokens.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How many a page lists, newest first; it says how many there are in all. */
const SHOWN = 200;

/** A link that was made just now. Its token is known here and nowhere else. */
export interface NewLink {
	/** The last part of the address `/invite/…`. */
	token: string;
	/** Until when it can be accepted, an ISO moment. */
	expiresAt: string;
}

/**
 * Invites somebody.
 * @throws AppError `forbidden` when the role may not be given there, `invalid_input` with the field
 */
export async function createInvitation(
	client: Client,
	{ role, scope_id, email_hint, note, days, membership_expires_at: lastDay }: Invite
): Promise<NewLink> {
	const { token, hash } = newToken();
	const expiresAt = inDays(days);
	unwrap(
		await client.rpc('create_invitation', {
			role,
			scope_kind: SCOPE_KIND_OF[role],
			scope_id,
			token_hash: hash,
			email_hint: email_hint ?? '',
			expires_at: expiresAt,
			note,
			...(lastDay === null ? {} : { membership_expires_at: endOfDayInRiga(lastDay) })
		})
	);
	return { token, expiresAt };
}

/**
 * A new link for an invitation nobody has answered; the old one opens nothing any more.
 * @throws AppError `not_found`, `already_used`
 */
export async function renewInvitation(client: Client, id: string, days: number): Promise<NewLink> {
	const { token, hash } = newToken();
	const expiresAt = inDays(days);
	expectDone(await client.rpc('renew_invitation', { id, new_token_hash: hash, expires_at: expiresAt }));
	return { token, expiresAt };
}

/**
 * Takes back an invitation nobody has answered.
 * @throws AppError `not_found`, `already_used`
 */
export async function revokeInvitation(client: Client, id: string): Promise<void> {
	expectDone(await client.rpc('revoke_invitation', { id }));
}

const COLUMNS =
	'id, role, scope_kind, scope_id, email_hint, note, invited_by, created_at, expires_at, membership_expires_at, accepted_at, declined_at, revoked_at';

/**
 * The invitations that the reader may see, newest first.
 * @throws AppError when the database does not answer or answers nonsense
 */
export function loadInvitations(client: Client): Promise<{ items: Invitation[]; total: number }> {
	return readSome(
		'invitations',
		invitationSchema,
		client
			.from('invitations')
			.select(COLUMNS, { count: 'exact' })
			.order('created_at', { ascending: false })
			.order('id')
			.limit(SHOWN)
	);
}

/**
 * One of the invitations that the reader may see.
 * @throws AppError `not_found`
 */
export async function loadInvitation(client: Client, id: string): Promise<Invitation> {
	const { items } = await readSome(
		'invitations',
		invitationSchema,
		client.from('invitations').select(COLUMNS).eq('id', id)
	);
	const [found] = items;
	if (found === undefined) throw new AppError('not_found', 'There is no such invitation.');
	return found;
}

/**
 * What the holder of a link may know of it; null when there is no such invitation.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function openInvitation(client: Client, token: string): Promise<OpenedInvitation | null> {
	if (!TOKEN_FORMAT.test(token)) return null;
	const rows = unwrap(await client.rpc('invitation_by_token', { token_hash: hashToken(token) }));
	return parseRows('invitation_by_token', openedInvitationSchema, rows)[0] ?? null;
}

/**
 * Takes up the role.
 * @returns id of the membership
 * @throws AppError `forbidden` for an own invitation, `not_found`, `expired`, `already_used`
 */
export async function acceptInvitation(client: Client, token: string): Promise<string> {
	return unwrap(await client.rpc('accept_invitation', { token_hash: hashToken(token) }));
}

/**
 * Declines for good.
 * @throws AppError `not_found`, `expired`, `already_used`
 */
export async function declineInvitation(client: Client, token: string): Promise<void> {
	expectDone(await client.rpc('decline_invitation', { token_hash: hashToken(token) }));
}

function inDays(days: number): string {
	return new Date(Date.now() + days * DAY_MS).toISOString();
}
