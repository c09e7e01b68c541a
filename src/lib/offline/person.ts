/**
 * Who was signed in on this device when it last heard of it. A page without a network cannot ask; whose answers may be
 * shown is decided by this, and the server decides whose it takes.
 */
import { z } from 'zod';
import { run } from './db.ts';

const KEY = 'person';

/**
 * Whose rounds may be shown on this page.
 * @param told who is signed in, as the page says; null = it does not know: it was kept, or the session has ended
 * @throws StorageError
 */
export async function currentPerson(told: string | null): Promise<string | null> {
	if (told === null) return readPerson();
	await writePerson(told);
	return told;
}

/** @returns the opaque id of a person; null = nobody. @throws StorageError */
async function readPerson(): Promise<string | null> {
	const row = await run((db) => db.get('settings', KEY));
	return z.string().min(1).max(100).safeParse(row?.value).data ?? null;
}

/**
 * Remembers who is signed in.
 * @param person null: signed out, and on a shared device nothing of them is shown any more
 * @throws StorageError
 */
export async function writePerson(person: string | null): Promise<void> {
	await run((db): Promise<unknown> =>
		person === null ? db.delete('settings', KEY) : db.put('settings', { key: KEY, value: person })
	);
}
