/** Who holds roles where. */
import { z } from 'zod';
import { ROLES, type ScopeKind } from '../people/schema.ts';
import { expectDone, unwrap, type Client } from './client.ts';
import { parseRows } from './rows.ts';

const memberSchema = z.object({
	membership_id: z.uuid(),
	user_id: z.uuid(),
	display_name: z.string().nullable(),
	role: z.enum(ROLES),
	created_at: z.string(),
	expires_at: z.string().nullable()
});
/** Somebody who holds a role in a scope. */
export type Member = z.infer<typeof memberSchema>;

/**
 * Who holds a role in a scope; nobody for those who may not know.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadMembers(client: Client, kind: ScopeKind, id: string): Promise<Member[]> {
	const rows = unwrap(await client.rpc('scope_members', { scope_kind: kind, scope_id: id }));
	return parseRows('scope_members', memberSchema, rows);
}

/**
 * Ends the role of somebody else.
 * @throws AppError `forbidden`, `last_coordinator`, `not_found`, `already_used`
 */
export async function endRole(client: Client, membershipId: string): Promise<void> {
	expectDone(await client.rpc('end_membership', { id: membershipId }));
}
