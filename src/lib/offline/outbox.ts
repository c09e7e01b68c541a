/**
 * What becomes of an answer between the screen, this device and the server. Pure: every function takes a record and
 * returns another one (or the same one, when nothing changes). The rules, so that nothing is ever lost:
 *
 * - what was given here stays here until the server has it, or somebody who saw both chose the other;
 * - a write is frozen until the server has answered it, so a lost answer never becomes a conflict with oneself;
 * - what stands on something that has changed is a conflict, never overwritten and never overwriting;
 * - revisions never go down.
 */
import type { AnswerRecord, Content, Known, Other, Round } from './round.ts';
import { toWrite, type Outcome, type Pulled, type Write } from './wire.ts';

/** The server does not take the request with this answer in it, and does not say why. */
export const NOT_ACCEPTED = 'not_accepted';

/** As the server keeps texts: without spaces around them. */
const kept = (words: string): string => words.replace(/^ +| +$/g, '');

/** Whether two answers say the same, as the server compares them (`private.write_answer`): not when it was said. */
export function sameContent(a: Content, b: Content): boolean {
	return (
		a.value === b.value &&
		a.asOf === b.asOf &&
		a.evidence === b.evidence &&
		kept(a.reason) === kept(b.reason) &&
		kept(a.note) === kept(b.note) &&
		kept(a.dissent) === kept(b.dissent)
	);
}

/** Whether there is nothing in it that anybody said. */
function isBlank({ value, evidence, reason, note, dissent }: Content): boolean {
	return value === null && evidence === 0 && kept(reason + note + dissent) === '';
}

/** The revision a write stands on; 0 = none. */
export function baseOf({ known }: AnswerRecord): number {
	return known?.revision ?? 0;
}

/** Whether the server lacks what is here. */
function differs({ content, known }: AnswerRecord): boolean {
	return known === null ? !isBlank(content) : !sameContent(content, known);
}

/** “Not applicable” is no answer before it says why: the server would refuse it, so it is not sent until then. */
function lacksReason({ content }: AnswerRecord): boolean {
	return content.value === 'na' && kept(content.reason) === '';
}

/** Whether there is something that will be sent by itself. */
export function isWaiting(record: AnswerRecord): boolean {
	const isFree = record.others.length === 0 && record.problem === null && !lacksReason(record);
	return record.sending !== null || (differs(record) && isFree);
}

/** Whether everything here is the server's. */
function isClean(record: AnswerRecord): boolean {
	return record.sending === null && record.others.length === 0 && record.problem === null && !differs(record);
}

const contentOf = ({ value, asOf, evidence, reason, note, dissent, changedAt }: Content): Content => ({
	...{ value, asOf, evidence, reason, note, dissent, changedAt }
});

/** The server's version among those to choose from. */
function theirsOf(record: AnswerRecord): Known | null {
	for (const other of record.others)
		if (other.revision !== null) return { ...other, revision: other.revision };
	return null;
}

/** Adds a version to choose from. Of the server's only the newest stays: who wrote it saw the one before. */
function beside(record: AnswerRecord, other: Other): AnswerRecord {
	const theirs = theirsOf(record);
	if (other.revision !== null && theirs !== null && other.revision <= theirs.revision) return agreed(record);
	const rest = record.others.filter(({ revision }) => revision === null || other.revision === null);
	return agreed({ ...record, others: [...rest, other] });
}

/** Versions that say the same as the content need no choice. */
function agreed(record: AnswerRecord): AnswerRecord {
	const theirs = theirsOf(record);
	const known = theirs !== null && sameContent(theirs, record.content) ? theirs : record.known;
	return { ...record, known, others: record.others.filter((other) => !sameContent(other, record.content)) };
}

/** From which screen a change comes. */
export interface Screen {
	/** Made anew for each tab and each time it is loaded. */
	tab: string;
	/** The edition that it showed last; 0 = there was none. */
	seen: number;
}

/**
 * The screen changes an answer. When the content here has become another one that this screen did not show yet (pulled
 * a moment ago, or given in another tab), both are kept side by side.
 * @param record what is kept here; null = nothing yet
 */
export function change(
	record: AnswerRecord | null,
	{ round, item, content }: Pick<AnswerRecord, 'round' | 'item' | 'content'>,
	{ tab, seen }: Screen
): AnswerRecord {
	if (record === null) {
		const empty = { known: null, sending: null, others: [], problem: null };
		return { round, item, content, ...empty, edition: 1, editor: tab };
	}
	if (sameContent(record.content, content)) return record;
	const unseen = record.editor !== tab && record.edition !== seen;
	const changed: AnswerRecord = {
		...record,
		content,
		problem: null,
		edition: record.edition + 1,
		editor: tab
	};
	return unseen ? beside(changed, displaced(record)) : agreed(changed);
}

/** The content of a record as a version to choose. */
function displaced({ content, known, sending }: AnswerRecord): Other {
	return sending === null && known !== null && sameContent(content, known)
		? known
		: { ...content, revision: null, name: null, writtenAt: null };
}

/**
 * The next writes to send. What comes back has to be stored before they go out.
 * @param newId makes a UUID
 * @param limit the most writes
 */
export function nextBatch(
	round: Round,
	records: readonly AnswerRecord[],
	newId: () => string,
	limit: number
): { records: AnswerRecord[]; writes: Write[] } {
	const frozen = records
		.filter(isWaiting)
		.slice(0, limit)
		.map((record) => ({
			record,
			sending: record.sending ?? { writeId: newId(), base: baseOf(record), content: record.content }
		}));
	return {
		records: frozen.map(({ record, sending }) => ({ ...record, sending })),
		writes: frozen.map(({ record, sending }) => toWrite(record.item, sending, round.kind === 'community'))
	};
}

/** The server has answered a write. Answers to anything but the write under way change nothing. */
export function answered(record: AnswerRecord, outcome: Outcome): AnswerRecord {
	const { sending } = record;
	if (sending?.writeId !== outcome.write_id) return record;
	const done: AnswerRecord = { ...record, sending: null };
	switch (outcome.outcome) {
		case 'written':
		case 'same': {
			if (outcome.revision < baseOf(record)) return done;
			const known = { ...sending.content, revision: outcome.revision, name: null, writtenAt: null };
			return { ...done, known };
		}
		case 'conflict':
			return outcome.theirs === null ? { ...done, known: null } : beside(done, outcome.theirs.known);
		case 'refused':
			// What has been changed meanwhile is tried on its own.
			return sameContent(record.content, sending.content) ? { ...done, problem: outcome.problem } : done;
	}
}

/** The server does not take the request that consists of this write alone. */
export function notAccepted(record: AnswerRecord, writeId: string): AnswerRecord {
	return answered(record, {
		outcome: 'refused',
		write_id: writeId,
		item: record.item,
		problem: NOT_ACCEPTED
	});
}

/** Somebody wants it tried again: perhaps it was not the answer that was wrong. */
export function again(record: AnswerRecord): AnswerRecord {
	return record.problem === NOT_ACCEPTED ? { ...record, problem: null } : record;
}

/**
 * The server tells an answer. It replaces what is the server's anyway, and is set beside what was given here.
 * @param record what is kept here; null = nothing
 */
export function pulled(
	round: string,
	record: AnswerRecord | null,
	{ item, known }: Pulled['answers'][number]
): AnswerRecord {
	if (record === null) {
		const clean = { sending: null, others: [], problem: null };
		return { round, item, content: contentOf(known), known, ...clean, edition: 1, editor: null };
	}
	// The server may have it from the very write under way.
	if (record.sending !== null) return record;
	// Told before what is known here, however late it arrives.
	if (known.revision <= Math.max(baseOf(record), theirsOf(record)?.revision ?? 0)) return record;
	if (isClean(record))
		return { ...record, content: contentOf(known), known, edition: record.edition + 1, editor: null };
	const compared = beside(record, known);
	return differs(compared) ? compared : { ...compared, problem: null };
}

/** What somebody decided who saw both: the own content, or the other one at a position. */
export type Choice = 'mine' | number;

/**
 * Somebody chooses between the versions.
 * @param shown what was on the screen
 * @returns null when that is not what is here any more: show it and ask again
 */
export function resolve(
	record: AnswerRecord,
	shown: Pick<AnswerRecord, 'content' | 'others'>,
	choice: Choice,
	tab: string
): AnswerRecord | null {
	const chosen = choice === 'mine' ? record.content : record.others[choice];
	const isAsShown =
		sameContent(record.content, shown.content) &&
		record.others.length === shown.others.length &&
		record.others.every((other, n) => {
			const seen = shown.others[n];
			return seen?.revision === other.revision && sameContent(seen, other);
		});
	if (chosen === undefined || !isAsShown) return null;
	const content = contentOf(chosen);
	const edition = record.edition + (sameContent(content, record.content) ? 0 : 1);
	const known = theirsOf(record) ?? record.known;
	return { ...record, content, known, others: [], problem: null, edition, editor: tab };
}

/**
 * An answer from a rescue file, as an unsent change. What is here and says something else stays beside it.
 * @param record what is kept here; null = nothing
 * @param file what the file has of the item
 * @returns what to keep; null = nothing: the server had what is in the file
 */
export function restored(record: AnswerRecord | null, file: AnswerRecord): AnswerRecord | null {
	if (isClean(file)) return record;
	if (record === null) return { ...file, sending: null, edition: 1, editor: null };
	// Nothing has happened since: whoever gave the answer in the file saw what is here.
	const seen = isClean(record) && baseOf(record) === baseOf(file) ? record.edition : -1;
	const changed = { ...change(record, { ...file, round: record.round }, { tab: '', seen }), editor: null };
	return file.others.filter(({ revision }) => revision === null).reduce(beside, changed);
}

/** How a round stands. */
export interface RoundSummary {
	/** Answers that will be sent. */
	waiting: number;
	/** Items somebody has to decide on or to repair. */
	conflicts: string[];
	problems: { item: string; problem: string }[];
}

/** Counts what is left to do in a round. */
export function summary(records: readonly AnswerRecord[]): RoundSummary {
	return {
		waiting: records.filter(isWaiting).length,
		conflicts: records.filter(({ others }) => others.length > 0).map(({ item }) => item),
		problems: records.flatMap((record) => {
			const problem = record.problem ?? (lacksReason(record) ? 'reason_missing' : null);
			return problem === null ? [] : [{ item: record.item, problem }];
		})
	};
}

/** What the header says of everything on this device. */
export type OutboxState =
	/** Nothing is to be sent, and nothing has been. */
	| { state: 'saved' }
	| { state: 'waiting'; waiting: number }
	/** Everything is on the server; the moment of the last answers. */
	| { state: 'sent'; at: string }
	/** Conflicts, refused answers, rounds that are stopped with something to send; `waiting` as above. */
	| { state: 'attention'; waiting: number; rounds: string[] };

/** Sums up the rounds that may be shown (see `isOwn`). */
export function outboxState(
	all: readonly { round: Pick<Round, 'id' | 'state' | 'sentAt'>; records: readonly AnswerRecord[] }[]
): OutboxState {
	const each = all.map(({ round, records }) => ({ round, ...summary(records) }));
	const waiting = each.reduce((sum, round) => sum + round.waiting, 0);
	const rounds = each.filter(
		({ round, waiting, conflicts, problems }) =>
			conflicts.length + problems.length > 0 || (round.state !== 'open' && waiting > 0)
	);
	if (rounds.length > 0) return { state: 'attention', waiting, rounds: rounds.map(({ round }) => round.id) };
	if (waiting > 0) return { state: 'waiting', waiting };
	const sent = each.flatMap(({ round }) => round.sentAt ?? []);
	const at = sent.reduce((last, one) => (Date.parse(one) > Date.parse(last) ? one : last), sent[0] ?? '');
	return at === '' ? { state: 'saved' } : { state: 'sent', at };
}
