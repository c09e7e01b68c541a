/** Joining a round by a link, on this device: the token is made here, and kept here before anybody else knows it. */
import { z } from 'zod';
import { run } from './db.ts';
import { linkKey } from './link-key.ts';

/** What this device has begun with a link. */
const joiningSchema = z.object({
	/** Of the respondent, and of the round on this device. */
	id: z.uuid(),
	token: z.string().min(1).max(200)
});
export type Joining = z.infer<typeof joiningSchema>;

/** What was begun with a link on this device; null = nothing. @throws StorageError */
export async function readJoining(link: string): Promise<Joining | null> {
	const key = await linkKey('joining', link);
	return joiningSchema.safeParse((await run((db) => db.get('settings', key)))?.value).data ?? null;
}

/**
 * Begins, or goes on with what was begun: sent twice, one person joins.
 * @throws StorageError when this browser keeps nothing
 */
export async function beginJoining(link: string): Promise<Joining> {
	const key = await linkKey('joining', link);
	return run(async (db) => {
		// Two tabs that open the same link are one person.
		const tx = db.transaction('settings', 'readwrite');
		const begun = joiningSchema.safeParse((await tx.store.get(key))?.value).data;
		const joining = begun ?? { id: crypto.randomUUID(), token: newToken() };
		if (begun === undefined) await tx.store.put({ key, value: joining });
		await tx.done;
		return joining;
	});
}

/** Forgets it: the next one who opens the link on this device is somebody else. @throws StorageError */
export async function forgetJoining(respondent: string): Promise<void> {
	await run(async (db) => {
		const tx = db.transaction('settings', 'readwrite');
		for (const row of await tx.store.getAll())
			if (joiningSchema.safeParse(row.value).data?.id === respondent) await tx.store.delete(row.key);
		await tx.done;
	});
}

/** 32 random bytes as base64url. */
function newToken(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(32));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replace(/=+$/, '');
}
