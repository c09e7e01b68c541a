/** The server, as devices see it: the real one, or a small copy of the rules of `private.write_answer` in memory. */
import type { Write } from '../../src/lib/offline/wire.ts';
import type { Reply } from '../../src/lib/offline/turn.ts';

/** An entry of the log of writes, as far as schedules look at it. */
export interface LogEntry {
	write_id: string;
	item_id: string;
	revision: number;
	outcome: 'written' | 'same' | 'conflict';
	content: { note?: string | null };
}

/** An answer as it stands. */
export interface ServerRow {
	item: string;
	value: unknown;
	note: string | null;
	revision: number;
}

/** One assessment on a server. */
export interface Server {
	/** Whether a community's own answers, or those of a respondent. */
	kind: 'community' | 'respondent';
	/** @param person position of who is signed in */
	write(person: number, writes: readonly Write[]): Promise<Reply>;
	read(person: number): Promise<Reply>;
	/** From now on it takes no answers. */
	end(): Promise<void>;
	log(): Promise<LogEntry[]>;
	rows(): Promise<ServerRow[]>;
}

interface Stored extends ServerRow {
	as_of: string;
	evidence: number;
	reason: string | null;
	dissent: string | null;
	changed_at: string;
	written_at: string;
	written_by_name: string;
}

const ITEMS: Record<string, { na: boolean }> = {
	'1.1': { na: false },
	'1.2': { na: true },
	'1.3': { na: false }
};
const kept = (words: string | null | undefined): string | null => words?.replace(/^ +| +$/g, '') || null;
const says = (answer: Stored | undefined): string =>
	JSON.stringify([
		...[answer?.value, answer?.as_of, answer?.evidence].map((each) => each ?? null),
		...[answer?.reason, answer?.note, answer?.dissent].map((each) => each ?? null)
	]);

/**
 * A server in memory: a transcription of `private.write_answer` and `public.write_answers`.
 * @param today the day it is there
 */
export function memoryServer(today: string): Server {
	const answers = new Map<string, Stored>();
	const log: (LogEntry & { person: number })[] = [];
	let status = 'draft';

	const problemOf = (after: Stored): string | null => {
		const rules = ITEMS[after.item];
		if (rules === undefined) return 'unknown_item';
		if (after.value === 'na' && !rules.na) return 'na_not_allowed';
		if (after.value === 'na' && after.reason === null) return 'reason_missing';
		if (after.as_of > today) return 'date_after_as_of';
		if (after.evidence === 3) return 'evidence_not_allowed';
		return null;
	};
	const writeAnswer = (person: number, write: Write): unknown => {
		const { write_id, item, base_revision, ...content } = write;
		const before = answers.get(item);
		const revision = before?.revision ?? 0;
		let entry = log.find((each) => each.write_id === write_id);
		if (entry === undefined) {
			const texts = {
				reason: kept(content.reason),
				note: kept(content.note),
				dissent: kept(content.dissent)
			};
			const written = { written_at: new Date().toISOString(), written_by_name: `Person ${person}` };
			const after: Stored = { ...content, ...texts, ...written, item, revision };
			const problem = problemOf(after);
			if (problem !== null) return { write_id, item, outcome: 'refused', revision, problem };
			const outcome =
				says(after) === says(before) ? 'same' : base_revision !== revision ? 'conflict' : 'written';
			entry = { write_id, item_id: item, outcome, revision, content: { ...content, ...texts }, person };
			if (outcome === 'written') {
				entry.revision += 1;
				answers.set(item, { ...after, revision: entry.revision });
			}
			log.push(entry);
		} else if (entry.person !== person || entry.item_id !== item) {
			return { write_id, item, outcome: 'refused', revision, problem: 'invalid_answer' };
		}
		const told = { write_id, item, outcome: entry.outcome, revision: entry.revision };
		return entry.outcome === 'conflict' ? { ...told, theirs: before ?? null } : told;
	};
	const reply = (code: number, body: unknown): Promise<Reply> =>
		Promise.resolve({ status: code, body: structuredClone(body), retryAfter: null });

	return {
		kind: 'community',
		write: (person, writes) =>
			status === 'draft'
				? reply(200, { outcomes: writes.map((write) => writeAnswer(person, write)) })
				: reply(409, { code: 'DK004' }),
		read: () => reply(200, { status, answers: [...answers.values()] }),
		end: () => {
			status = 'archived';
			return Promise.resolve();
		},
		log: () => Promise.resolve(structuredClone(log)),
		rows: () => Promise.resolve([...answers.values()].map((row) => structuredClone(row)))
	};
}
