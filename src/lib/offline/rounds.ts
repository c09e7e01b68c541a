/** Rounds on this device (IndexedDB), and what screens do with them. */
import { rowsOf, run, StorageError } from './db.ts';
import { change, resolve, restored, type Choice, type Screen } from './outbox.ts';
import {
	recordSchema,
	roundSchema,
	type AnswerRecord,
	type Content,
	type Round,
	type StoredRound
} from './round.ts';
import { recordOf, type RoundStore, type Step } from './store.ts';

/** Every round, the latest changed first. A row that cannot be read is left where it is. */
function list(): Promise<Round[]> {
	return run(async (db) => {
		const rows = (await db.getAll('rounds')).flatMap((row) => roundSchema.safeParse(row).data ?? []);
		return rows.sort((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt));
	});
}

function update<T>(id: string, work: (stored: StoredRound) => Step<T>): Promise<T> {
	return run(async (db) => {
		// Strict: what the screen calls saved survives a flat battery, too.
		const tx = db.transaction(['rounds', 'records'], 'readwrite', { durability: 'strict' });
		// Failing to commit is told by the last wait; where something throws before, nobody waits for it.
		tx.done.catch(() => undefined);
		try {
			const [head, rows] = await Promise.all([
				tx.objectStore('rounds').get(id),
				tx.objectStore('records').getAll(rowsOf(id))
			]);
			const round = roundSchema.safeParse(head).data;
			if (round === undefined) throw new StorageError(head === undefined ? 'gone' : 'unavailable');
			const records = rows.flatMap((row) => recordSchema.safeParse(row).data ?? []);
			const step = work({ round, records });
			const readable = new Set(records.map(({ item }) => item));
			const unreadable = new Set(rows.map(({ item }) => item).filter((item) => !readable.has(item)));
			// A later version of the site may have written it: it is not ours to replace.
			if (step.records?.some(({ item }) => unreadable.has(item))) throw new StorageError('unavailable');
			await Promise.all([
				step.round === undefined ? undefined : tx.objectStore('rounds').put(step.round),
				...(step.records ?? []).map((record) => tx.objectStore('records').put(record))
			]);
			await tx.done;
			return step.value;
		} catch (error) {
			abort(tx);
			throw error;
		}
	});
}

/** Takes everything back that a transaction has done; it may have ended by itself. */
function abort(tx: { abort(): void }): void {
	try {
		tx.abort();
	} catch {
		// It is over already.
	}
}

/** The store of this device. */
export const deviceStore: RoundStore = { list, update };

/** @returns null when there is no such round, or it cannot be read */
export function readRound(id: string): Promise<StoredRound | null> {
	return run(async (db) => {
		const tx = db.transaction(['rounds', 'records']);
		const [head, rows] = await Promise.all([
			tx.objectStore('rounds').get(id),
			tx.objectStore('records').getAll(rowsOf(id))
		]);
		const round = roundSchema.safeParse(head).data;
		if (round === undefined) return null;
		return { round, records: rows.flatMap((row) => recordSchema.safeParse(row).data ?? []) };
	});
}

/**
 * Keeps a round that is opened on this device, or its newer description. Its answers stay, and what only this device
 * knows of it.
 * @throws StorageError `unavailable` when there is one that cannot be read
 */
export function openRound(round: Round): Promise<void> {
	return run(async (db) => {
		const tx = db.transaction('rounds', 'readwrite');
		const row = await tx.store.get(round.id);
		const kept = roundSchema.safeParse(row).data;
		if (row !== undefined && kept === undefined) throw new StorageError('unavailable');
		const { step, state, fetchedAt, sentAt } = kept ?? round;
		await tx.store.put({ ...round, step, state, fetchedAt, sentAt });
		await tx.done;
	});
}

/** Deletes a round with its answers from this device, also what was never sent: ask before. */
export function deleteRound(id: string): Promise<void> {
	return run(async (db) => {
		const tx = db.transaction(['rounds', 'records'], 'readwrite');
		await Promise.all([
			tx.objectStore('rounds').delete(id),
			tx.objectStore('records').delete(rowsOf(id)),
			tx.done
		]);
	});
}

/** Changes where to continue, and the like. */
export function changeRound(
	store: RoundStore,
	id: string,
	changes: Partial<Pick<Round, 'step' | 'exposure' | 'name' | 'status'>>,
	now: string
): Promise<Round> {
	return store.update(id, ({ round }) => {
		const changed = { ...round, ...changes, updatedAt: now };
		return { round: changed, value: changed };
	});
}

/**
 * Keeps what the screen says of an item. Only when this has come back is it saved.
 * @returns the record: perhaps with another version beside it, that came meanwhile
 */
export function saveContent(
	store: RoundStore,
	id: string,
	item: string,
	content: Content,
	screen: Screen
): Promise<AnswerRecord> {
	return store.update(id, (stored) => {
		const record = change(recordOf(stored, item), { round: id, item, content }, screen);
		return {
			records: [record],
			round: { ...stored.round, updatedAt: content.changedAt },
			value: record
		};
	});
}

/**
 * Keeps what somebody chose of several versions.
 * @param shown what was on the screen
 * @returns the record, and whether the choice was taken: not, when it is not what was shown any more
 */
export function resolveConflict(
	store: RoundStore,
	id: string,
	item: string,
	shown: Pick<AnswerRecord, 'content' | 'others'>,
	choice: Choice,
	tab: string
): Promise<{ taken: boolean; record: AnswerRecord | null }> {
	return store.update<{ taken: boolean; record: AnswerRecord | null }>(id, (stored) => {
		const before = recordOf(stored, item);
		const after = before === null ? null : resolve(before, shown, choice, tab);
		if (after === null) return { value: { taken: false, record: before } };
		return { records: [after], value: { taken: true, record: after } };
	});
}

/** Takes the answers of a rescue file into the round they came from (`readRescue`), as unsent changes. */
export function restoreAnswers(
	store: RoundStore,
	id: string,
	answers: readonly AnswerRecord[]
): Promise<void> {
	return store.update(id, (stored) => {
		const records = answers.flatMap(
			(file) => restored(recordOf(stored, file.item), { ...file, round: id }) ?? []
		);
		return { records, value: undefined };
	});
}
