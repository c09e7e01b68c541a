import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type TestDatabase } from './database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await openDatabase();
});
afterAll(() => database.close());

async function account(email: string): Promise<string> {
	const id = randomUUID();
	await database.rows(`insert into auth.users (id, email, email_confirmed_at) values ($1, $2, now())`, [
		id,
		email
	]);
	await database.rows(`insert into auth.audit_log_entries (id, payload, ip_address) values ($1, $2, '')`, [
		randomUUID(),
		JSON.stringify({ action: 'login', actor_id: id, actor_username: email })
	]);
	return id;
}

describe('an account that is deleted', () => {
	it('leaves its address nowhere, not even in the log of the auth server', async () => {
		const gone = await account('gone@example.com');
		await account('stays@example.com');
		await database.rows('begin');
		await database.rows(`select set_config('request.jwt.claims', $1, true)`, [
			JSON.stringify({ sub: gone, role: 'authenticated' })
		]);
		await database.rows('select public.delete_my_account()');
		await database.rows('commit');
		expect(await database.rows('select email from auth.users')).toEqual([{ email: 'stays@example.com' }]);
		expect(
			await database.rows(`select payload::jsonb ->> 'actor_username' as address from auth.audit_log_entries`)
		).toEqual([{ address: 'stays@example.com' }]);
	});
});
