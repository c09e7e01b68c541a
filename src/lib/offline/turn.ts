/**
 * One turn of one round: sends what waits, fetches what others have answered. Whatever becomes of a request, the records
 * stay as they are until the server has answered it.
 */
import { answered, nextBatch, notAccepted, pulled } from './outbox.ts';
import type { Round, RoundState, StoredRound } from './round.ts';
import { recordOf, type RoundStore, type Step } from './store.ts';
import { answersSchema, outcomesSchema, type Outcome, type Pulled, type Write } from './wire.ts';

/** Writes in one request. */
export const BATCH = 50;
/** Requests with writes in one turn, before other rounds have theirs. */
const BATCHES = 20;

/** What the server answered. */
export interface Reply {
	status: number;
	/** Parsed JSON; undefined when it is none. */
	body: unknown;
	/** `Retry-After` in milliseconds; null = not said. */
	retryAfter: number | null;
}

/** The way to the server. Throws when there is no answer, and never waits for one without end. */
export interface Transport {
	post(round: Round, writes: readonly Write[]): Promise<Reply>;
	get(round: Round): Promise<Reply>;
}

/** What a turn needs. */
export interface TurnParts {
	store: RoundStore;
	transport: Transport;
	/** Makes a UUID. */
	newId: () => string;
	/** The moment it is, ISO 8601. */
	moment: () => string;
	/** Called with the id of a round that has changed. */
	onchange: (round: string) => void;
}

/** How it ended. */
export type Ending =
	/** Nothing is left to do. */
	| { end: 'done' }
	/** Another time; the server may have asked for a pause in milliseconds. */
	| { end: 'later'; pause: number }
	/** The round has a state now in which nothing is sent until somebody says so. */
	| { end: 'stopped' };

/** Sends all that waits, in as few requests as may be, one after the other. @throws StorageError */
export async function sendAnswers(parts: TurnParts, round: Round): Promise<Ending> {
	for (let turn = 0; turn < BATCHES; turn++) {
		// Frozen in the store before they go out: a tab that is killed sends the same again.
		const writes = await parts.store.update(round.id, ({ records }) => {
			const batch = nextBatch(round, records, parts.newId, BATCH);
			return { records: batch.records, value: batch.writes };
		});
		if (writes.length === 0) return { end: 'done' };
		const trouble = await send(parts, round, writes);
		if (trouble !== null) return trouble;
	}
	return { end: 'later', pause: 0 };
}

/** Fetches what the server has, and takes it over where nothing else was said here. @throws StorageError */
export async function fetchAnswers(parts: TurnParts, round: Round): Promise<Ending> {
	const reply = await ask(() => parts.transport.get(round));
	const told = reply?.status === 200 ? answersSchema.safeParse(reply.body).data : undefined;
	if (told === undefined) return failed(parts, round, reply);
	await keep(parts, round, (stored) => merged(stored, told, parts.moment()));
	return { end: 'done' };
}

/** @returns null when the server has answered all of them */
async function send(parts: TurnParts, round: Round, writes: readonly Write[]): Promise<Ending | null> {
	const reply = await ask(() => parts.transport.post(round, writes));
	const outcomes = reply?.status === 200 ? outcomesOf(reply.body, writes) : null;
	if (outcomes !== null) {
		await keep(parts, round, (stored) => settled(stored, outcomes, parts.moment()));
		return null;
	}
	if (reply === null || !isAboutWrites(reply.status)) return failed(parts, round, reply);
	const [first, ...others] = writes;
	if (first !== undefined && others.length === 0) {
		await keep(parts, round, (stored) => refused(stored, first));
		return null;
	}
	// One of them it must be: the others shall not wait for it.
	const half = Math.ceil(writes.length / 2);
	return (await send(parts, round, writes.slice(0, half))) ?? (await send(parts, round, writes.slice(half)));
}

/** @returns null when there is no answer */
async function ask(request: () => Promise<Reply>): Promise<Reply | null> {
	try {
		return await request();
	} catch {
		return null;
	}
}

/** The outcomes of exactly these writes; null when that is not what came. */
function outcomesOf(body: unknown, writes: readonly Write[]): Outcome[] | null {
	const outcomes = outcomesSchema.safeParse(body).data?.outcomes ?? [];
	const byId = new Map(outcomes.map((outcome) => [outcome.write_id, outcome]));
	const fitting = writes.flatMap(({ write_id, item }) => {
		const outcome = byId.get(write_id);
		return outcome?.item === item ? [outcome] : [];
	});
	return fitting.length === writes.length ? fitting : null;
}

/** Whether a request may have failed because of what one of the writes says. */
function isAboutWrites(status: number): boolean {
	return status === 400 || status === 413 || status === 422;
}

/** The state that a status puts a round into; null: it is worth trying again. */
function stateOf(status: number | undefined): Exclude<RoundState, 'open'> | null {
	switch (status) {
		case 401:
			return 'signed_out';
		case 403:
			return 'not_allowed';
		case 404:
			return 'not_found';
		case 409:
			return 'over';
		case 410:
			return 'expired';
		default:
			return null;
	}
}

async function failed(parts: TurnParts, round: Round, reply: Reply | null): Promise<Ending> {
	const state = stateOf(reply?.status);
	if (state === null) return { end: 'later', pause: reply?.retryAfter ?? 0 };
	await keep(parts, round, (stored) => ({ round: { ...stored.round, state }, value: undefined }));
	return { end: 'stopped' };
}

async function keep(
	{ store, onchange }: TurnParts,
	{ id }: Round,
	work: (stored: StoredRound) => Step<undefined>
): Promise<void> {
	await store.update(id, work);
	onchange(id);
}

function settled(stored: StoredRound, outcomes: readonly Outcome[], sentAt: string): Step<undefined> {
	const records = outcomes.flatMap((outcome) => {
		const record = recordOf(stored, outcome.item);
		return record === null ? [] : [answered(record, outcome)];
	});
	const isTaken = outcomes.some(({ outcome }) => outcome === 'written' || outcome === 'same');
	const round: Round = { ...stored.round, state: 'open', ...(isTaken ? { sentAt } : {}) };
	return { records, round, value: undefined };
}

function refused(stored: StoredRound, { item, write_id }: Write): Step<undefined> {
	const record = recordOf(stored, item);
	return { records: record === null ? [] : [notAccepted(record, write_id)], value: undefined };
}

function merged(stored: StoredRound, { status, answers }: Pulled, fetchedAt: string): Step<undefined> {
	const { round } = stored;
	const state = round.state === 'signed_out' ? 'open' : round.state;
	return {
		records: answers.map((answer) => pulled(round.id, recordOf(stored, answer.item), answer)),
		round: { ...round, status, state, fetchedAt },
		value: undefined
	};
}
