/** Signing in and out, and what people do with their own account. */
import type { AuthError } from '@supabase/supabase-js';
import { z } from 'zod';
import type { HeldRole, RoleOrigin } from '../people/schema.ts';
import { expectDone, unwrap, type Backend, type Client } from './client.ts';
import { AppError } from './errors.ts';
import { isSample, type CodeLetter } from './letters.ts';
import { isOutage, type Session } from './session.ts';
import { steadily } from './steady.ts';

export type CodePurpose = CodeLetter['purpose'];

/**
 * Sends a letter with a code. Whether the address is known cannot be told from the answer nor from the time it takes:
 * for signing in an unknown one gets an account, for a new password it gets no letter.
 * @throws AppError `unavailable`
 */
export async function sendCode(backend: Backend, email: string, purpose: CodePurpose): Promise<void> {
	const { auth } = backend.publicClient();
	const { error } = await steadily(async () =>
		purpose === 'sign_in' ? await auth.signInWithOtp({ email }) : await auth.resetPasswordForEmail(email)
	);
	// Other refusals are about this address, and saying so would tell about it: too soon after the last letter, closed.
	refuseOutage(error);
}

/**
 * Signs in with a code from a letter. A code counts once.
 * @param client writes the session into the cookies
 * @returns id of the person; null when the code is wrong, used or too old
 * @throws AppError `unavailable`
 */
export async function checkCode(
	backend: Backend,
	client: Client,
	{ email, code, purpose }: { email: string; code: string; purpose: CodePurpose }
): Promise<string | null> {
	const type = purpose === 'reset' ? 'recovery' : backend.codeType;
	const { data, error } = await steadily(() => client.auth.verifyOtp({ email, token: code, type }));
	refuseOutage(error);
	return data.user?.id ?? null;
}

/**
 * @returns signed in; false when the address or the password is wrong, which of them is not told
 * @throws AppError `unavailable`
 */
export async function signInWithPassword(client: Client, email: string, password: string): Promise<boolean> {
	const { data, error } = await steadily(() => client.auth.signInWithPassword({ email, password }));
	refuseOutage(error);
	return data.user !== null;
}

/**
 * Sets the password of whoever has just proved by code who they are, and ends their sessions elsewhere: an old
 * password may have been known to others.
 * @throws AppError `invalid_input` with field `password` when the auth server finds it too weak, `unavailable`
 */
export async function setPassword(client: Client, password: string): Promise<void> {
	const { error } = await client.auth.updateUser({ password });
	refuseOutage(error);
	if (error !== null && error.code !== 'same_password') {
		throw new AppError('invalid_input', `The password was refused (${error.code ?? 'no code'}).`, {
			field: 'password'
		});
	}
	const others = await client.auth.signOut({ scope: 'others' });
	refuseOutage(others.error);
}

/**
 * @param everywhere ends the sessions on all devices, else on this one
 * @throws AppError `unavailable` when sessions elsewhere may still live
 */
export async function signOut(client: Client, everywhere: boolean): Promise<void> {
	const { error } = await client.auth.signOut({ scope: everywhere ? 'global' : 'local' });
	if (everywhere) refuseOutage(error);
}

function refuseOutage(error: AuthError | null): void {
	if (error !== null && isOutage(error.status)) {
		throw new AppError('unavailable', `The auth server did not answer (${error.name}).`, { cause: error });
	}
}

const profileSchema = z.object({ display_name: z.string().nullable(), locale: z.enum(['lv', 'en', 'ru']) });
export type Profile = z.infer<typeof profileSchema>;

/** Name and language of a person; null before they were saved for the first time. */
export async function readProfile(client: Client, userId: string): Promise<Profile | null> {
	const rows = unwrap(await client.from('profiles').select('display_name, locale').eq('user_id', userId));
	return rows[0] === undefined ? null : profileSchema.parse(rows[0]);
}

/** Saves name and language; an empty name is none. */
export async function saveProfile(
	client: Client,
	display_name: string,
	locale: Profile['locale']
): Promise<void> {
	expectDone(await client.rpc('save_profile', { display_name, locale }));
}

/**
 * Where those roles come from whose giver has no name, by id of the role.
 * @throws AppError when the database does not answer
 */
export async function roleOrigins(
	client: Client,
	{ user, roles }: Pick<Session, 'user' | 'roles'>
): Promise<Record<string, RoleOrigin>> {
	const unnamed = roles.filter((role) => role.granted_by_name === null);
	if (unnamed.length === 0) return {};
	const coordinated = unnamed.filter((role) => role.role === 'coordinator').map((role) => role.scope_id);
	const [memberships, communities] = await Promise.all([
		client
			.from('memberships')
			.select('id, granted_by')
			.in(
				'id',
				unnamed.map((role) => role.id)
			),
		client.from('communities').select('id, created_at').in('id', coordinated)
	]);
	const givers = new Map(unwrap(memberships).map((row) => [row.id, row.granted_by]));
	const begun = new Map(unwrap(communities).map((row) => [row.id, Date.parse(row.created_at)]));
	const origin = ({ id, role, scope_id, created_at }: HeldRole): RoleOrigin => {
		if ((givers.get(id) ?? null) !== null) return 'unnamed';
		// Registering writes the community and the role of its coordinator at the same moment.
		if (role === 'coordinator' && begun.get(scope_id) === Date.parse(created_at)) return 'registered';
		if (isSample(user.email)) return 'sample';
		return role === 'national' ? 'operator' : 'gone';
	};
	return Object.fromEntries(unnamed.map((role) => [role.id, origin(role)]));
}

/**
 * Gives a role up.
 * @throws AppError `last_coordinator` when nobody else could look after the community, `not_found`
 */
export async function leaveRole(client: Client, id: string): Promise<void> {
	expectDone(await client.rpc('leave_membership', { id }));
}

/** Everything stored about the person. */
export async function exportMyData(client: Client): Promise<unknown> {
	return unwrap(await client.rpc('export_my_data'));
}

/**
 * Deletes the account for good.
 * @param handOver communities that would be left without a coordinator go to the PKC of their region
 * @throws AppError `last_coordinator` when there are such communities and they are not handed over
 */
export async function deleteMyAccount(client: Client, handOver: boolean): Promise<void> {
	expectDone(await client.rpc('delete_my_account', { hand_over: handOver }));
}
