/** Where rounds are kept, as the sender and the screens see it. On a device it is IndexedDB (`rounds.ts`). */
import type { AnswerRecord, Round, StoredRound } from './round.ts';

/** What a step of work changes, and what it tells. */
export interface Step<T> {
	/** The round as it is from now on; left out = unchanged. */
	round?: Round;
	/** Records that are new or changed. */
	records?: readonly AnswerRecord[];
	value: T;
}

export interface RoundStore {
	/** All rounds on this device, also those of other people (see `isOwn`). */
	list(): Promise<Round[]>;
	/**
	 * Reads a round, lets `work` decide, and writes what it says: all or nothing, and nobody comes in between.
	 * @param work must not wait for anything
	 * @throws StorageError; `gone` when there is no such round. Nothing has been changed then.
	 */
	update<T>(round: string, work: (stored: StoredRound) => Step<T>): Promise<T>;
}

/** The record of an item; null = there is none. */
export function recordOf({ records }: StoredRound, item: string): AnswerRecord | null {
	return records.find((record) => record.item === item) ?? null;
}
