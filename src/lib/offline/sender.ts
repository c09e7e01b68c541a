/** Sends the answers of all rounds of this device to our server: when, and how long to wait after a failure. */
import { StorageError } from './db.ts';
import { again } from './outbox.ts';
import { isOwn, type Round } from './round.ts';
import { fetchAnswers, sendAnswers, type Ending, type TurnParts } from './turn.ts';

/** A moment of quiet after a change, so that not every letter of a note becomes a write. */
export const QUIET_MS = 1500;
/** The first pause after a failure, and the longest one. */
export const FIRST_PAUSE_MS = 2000;
export const LONGEST_PAUSE_MS = 300_000;
/** The longest pause that the server may ask for. */
const LONGEST_WISH_MS = 3_600_000;

export interface Clock {
	/** Milliseconds. */
	now(): number;
	/** Does something later, once. @returns takes it back */
	after(ms: number, work: () => void): () => void;
}

export interface SenderParts extends Omit<TurnParts, 'moment'> {
	clock: Clock;
	/** 0 … 1 */
	random: () => number;
	/** Lets one tab of the browser work at a time. For politeness only: nothing is lost or doubled without it. */
	lock: (work: () => Promise<void>) => Promise<void>;
	/** Who is signed in; null = nobody. */
	person: () => string | null;
}

/** What pauses when even the list of rounds cannot be read. */
const LIST = '';

export class Sender {
	readonly #parts: SenderParts;
	readonly #turn: TurnParts;
	/** By round: failures in a row, and not to be tried before. */
	readonly #pauses = new Map<string, { failures: number; until: number }>();
	/** Rounds of which somebody wants to see what others have answered. */
	readonly #wanted = new Set<string>();
	#isRunning = false;
	#isAsked = false;
	#isClosed = false;
	#plan: { at: number; cancel: () => void } | null = null;

	constructor(parts: SenderParts) {
		this.#parts = parts;
		this.#turn = { ...parts, moment: () => new Date(parts.clock.now()).toISOString() };
	}

	/** A screen has saved something. */
	changed(): void {
		this.#planAt(this.#parts.clock.now() + QUIET_MS);
	}

	/** The connection is back, or somebody looks again: no pauses any more. */
	wake(): void {
		this.#pauses.clear();
		void this.#run();
	}

	/** Somebody wants to see what others have answered in a round. It comes after what is to be sent. */
	fetch(round: string): void {
		this.#wanted.add(round);
		void this.#run();
	}

	/**
	 * Somebody says “send now”, or has signed in: also rounds that were stopped, and answers that were refused without a
	 * reason, are tried again.
	 * @throws StorageError
	 */
	async sendNow(): Promise<void> {
		for (const { id } of await this.#own())
			await this.#parts.store.update(id, ({ round, records }) => ({
				round: { ...round, state: 'open' },
				records: records.map(again).filter((record, n) => record !== records[n]),
				value: undefined
			}));
		this.wake();
	}

	/** Ends all that is planned; a request under way is answered to nobody, and sent again another time. */
	close(): void {
		this.#isClosed = true;
		this.#plan?.cancel();
	}

	async #own(): Promise<Round[]> {
		return (await this.#parts.store.list()).filter((round) => isOwn(round, this.#parts.person()));
	}

	/** One run at a time; who asks during one gets another one. */
	async #run(): Promise<void> {
		this.#isAsked = true;
		if (this.#isRunning) return;
		this.#isRunning = true;
		while (this.#isAsked && !this.#isClosed) {
			this.#isAsked = false;
			this.#plan?.cancel();
			this.#plan = null;
			try {
				await this.#parts.lock(() => this.#all());
				this.#pauses.delete(LIST);
			} catch {
				this.#pause(LIST, 0);
			}
		}
		this.#isRunning = false;
		for (const { until } of this.#pauses.values()) this.#planAt(until);
	}

	/** Every round that may be tried has its turn; one that fails does not stop the others. */
	async #all(): Promise<void> {
		for (const round of await this.#own()) {
			if (this.#isClosed) return;
			if ((this.#pauses.get(round.id)?.until ?? 0) > this.#parts.clock.now()) continue;
			const ending = await this.#turnOf(round);
			if (ending.end === 'later') this.#pause(round.id, ending.pause);
			else this.#pauses.delete(round.id);
		}
	}

	async #turnOf(round: Round): Promise<Ending> {
		try {
			const sent: Ending = round.state === 'open' ? await sendAnswers(this.#turn, round) : { end: 'done' };
			// What takes no answers any more can still be read.
			const mayFetch = round.state === 'open' || round.state === 'over';
			if (sent.end !== 'done' || !mayFetch || !this.#wanted.has(round.id)) return sent;
			const fetched = await fetchAnswers(this.#turn, round);
			if (fetched.end === 'done') this.#wanted.delete(round.id);
			return fetched;
		} catch (error) {
			// Deleted meanwhile.
			if (error instanceof StorageError && error.problem === 'gone') return { end: 'done' };
			return { end: 'later', pause: 0 };
		}
	}

	/** Twice as long after each failure, and not all devices at the same moment. */
	#pause(what: string, wish: number): void {
		const failures = this.#pauses.get(what)?.failures ?? 0;
		const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
		const own = Math.max(FIRST_PAUSE_MS, longest * (0.5 + this.#parts.random() / 2));
		const until = this.#parts.clock.now() + Math.max(own, Math.min(wish, LONGEST_WISH_MS));
		this.#pauses.set(what, { failures: failures + 1, until });
	}

	/** Runs then, unless it does sooner. */
	#planAt(at: number): void {
		if (this.#isClosed || (this.#plan !== null && this.#plan.at <= at)) return;
		this.#plan?.cancel();
		const cancel = this.#parts.clock.after(at - this.#parts.clock.now(), () => {
			this.#plan = null;
			void this.#run();
		});
		this.#plan = { at, cancel };
	}
}
