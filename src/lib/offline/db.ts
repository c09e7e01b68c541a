/**
 * Assessments on this device (IndexedDB). Each answer is a row of its own: two tabs that answer different items never
 * overwrite each other, and a change writes a few hundred bytes.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { draftAnswerSchema, draftSchema, type Draft, type DraftAnswer } from './draft.ts';
import type { AnswerRecord, Round } from './round.ts';

const NAME = 'drosa-kopiena';
const VERSION = 2;

/** Of the private try-out: drafts and their answers; of communities' assessments: rounds and their records. */
export interface Tables extends DBSchema {
	drafts: { key: string; value: Draft };
	answers: { key: [draft: string, item: string]; value: DraftAnswer & { draft: string } };
	rounds: { key: string; value: Round };
	records: { key: [round: string, item: string]; value: AnswerRecord };
	settings: { key: string; value: { key: string; value: unknown } };
}

/** Why something could not be kept: no room, no storage at all, or the draft has been deleted meanwhile. */
export type StorageProblem = 'full' | 'unavailable' | 'gone';

/** Thrown by everything here. Nothing has been changed. */
export class StorageError extends Error {
	readonly problem: StorageProblem;

	constructor(problem: StorageProblem, cause?: unknown) {
		super(`storage: ${problem}`, { cause });
		this.name = 'StorageError';
		this.problem = problem;
	}
}

/** A draft with its answers. */
export interface StoredDraft {
	draft: Draft;
	answers: DraftAnswer[];
}

let opened: Promise<IDBPDatabase<Tables>> | null = null;

/** One connection per tab; it gives way to a newer version of the site in another tab and opens again when needed. */
function connection(): Promise<IDBPDatabase<Tables>> {
	const forget = (): void => void (opened = null);
	opened ??= openDB<Tables>(NAME, VERSION, {
		upgrade(db, before) {
			if (before < 1) {
				db.createObjectStore('drafts', { keyPath: 'id' });
				db.createObjectStore('answers', { keyPath: ['draft', 'item'] });
			}
			if (before < 2) {
				db.createObjectStore('rounds', { keyPath: 'id' });
				db.createObjectStore('records', { keyPath: ['round', 'item'] });
				db.createObjectStore('settings', { keyPath: 'key' });
			}
		},
		blocking(_current, _blocked, event) {
			(event.target as IDBDatabase).close();
			forget();
		},
		terminated: forget
	});
	opened.catch(forget);
	return opened;
}

/**
 * Does some work on the database.
 * @throws StorageError whatever goes wrong
 */
export async function run<T>(work: (db: IDBPDatabase<Tables>) => Promise<T>): Promise<T> {
	try {
		return await work(await connection());
	} catch (error) {
		if (error instanceof StorageError) throw error;
		const full = error instanceof DOMException && error.name === 'QuotaExceededError';
		throw new StorageError(full ? 'full' : 'unavailable', error);
	}
}

/** All answers of a draft or a round: an array sorts after every text. */
export function rowsOf(id: string): IDBKeyRange {
	return IDBKeyRange.bound([id], [id, []]);
}

/** Every draft, the latest changed first. A row that cannot be read is left where it is. */
export function listDrafts(): Promise<Draft[]> {
	return run(async (db) => {
		const rows = (await db.getAll('drafts')).flatMap((row) => draftSchema.safeParse(row).data ?? []);
		return rows.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
	});
}

/** @returns null when there is no such draft */
export function readDraft(id: string): Promise<StoredDraft | null> {
	return run(async (db) => {
		const tx = db.transaction(['drafts', 'answers']);
		const [row, answers] = await Promise.all([
			tx.objectStore('drafts').get(id),
			tx.objectStore('answers').getAll(rowsOf(id))
		]);
		const draft = draftSchema.safeParse(row).data;
		return draft === undefined
			? null
			: { draft, answers: answers.flatMap((answer) => draftAnswerSchema.safeParse(answer).data ?? []) };
	});
}

/** Writes a draft as a whole, all or nothing: a new one, one from a file, one that was deleted in another tab. */
export function writeDraft({ draft, answers }: StoredDraft): Promise<void> {
	return run(async (db) => {
		const tx = db.transaction(['drafts', 'answers'], 'readwrite');
		await Promise.all([
			tx.objectStore('drafts').put(draft),
			...answers.map((answer) => tx.objectStore('answers').put({ ...answer, draft: draft.id })),
			tx.done
		]);
	});
}

/**
 * Writes what has changed, all or nothing.
 * @throws StorageError `gone` when the draft has been deleted meanwhile
 */
export function updateDraft(draft: Draft, answers: readonly DraftAnswer[]): Promise<void> {
	return run(async (db) => {
		const tx = db.transaction(['drafts', 'answers'], 'readwrite');
		// All of it is asked for at once: a page that goes meanwhile leaves nothing half asked.
		const known = tx.objectStore('drafts').getKey(draft.id);
		const written = Promise.all([
			tx.objectStore('drafts').put(draft),
			...answers.map((answer) => tx.objectStore('answers').put({ ...answer, draft: draft.id })),
			tx.done
		]);
		if ((await known) === undefined) {
			tx.abort();
			await written.catch(() => undefined);
			throw new StorageError('gone');
		}
		await written;
	});
}

/** Deletes a draft with its answers. */
export function deleteDraft(id: string): Promise<void> {
	return run(async (db) => {
		const tx = db.transaction(['drafts', 'answers'], 'readwrite');
		await Promise.all([
			tx.objectStore('drafts').delete(id),
			tx.objectStore('answers').delete(rowsOf(id)),
			tx.done
		]);
	});
}

/** Deletes everything that was kept on this device. */
export function deleteAllDrafts(): Promise<void> {
	return run(async (db) => {
		const tx = db.transaction(['drafts', 'answers'], 'readwrite');
		await Promise.all([tx.objectStore('drafts').clear(), tx.objectStore('answers').clear(), tx.done]);
	});
}

/** Whether a community's round was ever opened on this device. What reads rounds is loaded only then. */
export function hasRounds(): Promise<boolean> {
	return run(async (db) => (await db.count('rounds')) > 0);
}
