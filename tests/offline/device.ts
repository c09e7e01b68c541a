/**
 * Devices without a head: tabs with a screen each, a store that outlives them, and a network that loses things. Every
 * wait of a tab is a gate, and a schedule says which gate opens next: a tab may be killed before any of them.
 */
import { recordSchema, roundSchema } from '../../src/lib/offline/round.ts';
import type { AnswerRecord, Content, Round, StoredRound } from '../../src/lib/offline/round.ts';
import { resolveConflict, saveContent } from '../../src/lib/offline/rounds.ts';
import { Sender } from '../../src/lib/offline/sender.ts';
import type { RoundStore, Step } from '../../src/lib/offline/store.ts';
import type { Reply, Transport } from '../../src/lib/offline/turn.ts';
import type { Write } from '../../src/lib/offline/wire.ts';
import { Journal } from './journal.ts';
import type { Server } from './server.ts';

/** What happens to a request on its way. */
export const FAULTS = [
	'none',
	/** It never arrives. */
	'lost_request',
	/** It arrives; the answer does not. */
	'lost_response',
	/** It arrives, and a copy of it once more later. */
	'duplicated',
	/** The device gives up; it arrives later. */
	'delayed',
	/** The server is not well. */
	'unavailable',
	'too_many',
	/** It arrives, and something else answers: a page of a café. */
	'strange_answer',
	/** Refused as a whole, before anything is done. */
	'too_large'
] as const;
export type Fault = (typeof FAULTS)[number];

interface Gate {
	/** Transactions of one tab come one after the other; all else may overtake. */
	kind: 'transaction' | 'request' | 'answer';
	open: (fault: Fault) => Promise<void>;
}

/** What all devices of a schedule share. */
export interface World {
	server: Server;
	journal: Journal;
	/** Requests that will arrive later. */
	late: (() => Promise<unknown>)[];
	/** Everything that was ever sent. */
	sent: { person: number; writes: readonly Write[] }[];
	/** Milliseconds, by the clock of the server. */
	now: number;
	/** What must never happen in a store, and did. */
	broken: string[];
}

const failure = (status: number, body: unknown = null): Reply => ({ status, body, retryAfter: null });

export class Device {
	readonly world: World;
	readonly person: number;
	readonly round: Round;
	readonly records = new Map<string, AnswerRecord>();
	head: Round;
	tabs: Tab[] = [];
	isOnline = true;
	isSignedIn = true;
	/** How far the clock is off, in milliseconds. */
	skew: number;
	/** Whether its browser lets one tab work at a time. */
	readonly hasLock: boolean;
	#holder: Tab | null = null;
	#queue: { tab: Tab; begin: () => void }[] = [];

	constructor(world: World, person: number, round: Round, more: { skew: number; hasLock: boolean }) {
		this.world = world;
		this.person = person;
		this.round = round;
		this.head = round;
		this.skew = more.skew;
		this.hasLock = more.hasLock;
	}

	get now(): number {
		return this.world.now + this.skew;
	}

	/** Everything that is kept here of an item or of all. */
	kept(): Content[] {
		return [...this.records.values()].flatMap(({ content, known, sending, others }) => [
			content,
			...(known === null ? [] : [known]),
			...(sending === null ? [] : [sending.content]),
			...others
		]);
	}

	/** Does what a transaction does: all of it at once. */
	apply<T>(work: (stored: StoredRound) => Step<T>): T {
		const records = [...this.records.values()].map((record) => structuredClone(record));
		const step = work({ round: structuredClone(this.head), records });
		for (const each of step.records ?? []) {
			const record = recordSchema.parse(structuredClone(each));
			this.#check(this.records.get(record.item), record);
			this.records.set(record.item, record);
		}
		if (step.round !== undefined) this.head = roundSchema.parse(structuredClone(step.round));
		return structuredClone(step.value);
	}

	/** What holds from one state of a record to the next. */
	#check(before: AnswerRecord | undefined, after: AnswerRecord): void {
		const { broken, journal } = this.world;
		const fail = (what: string): void => void broken.push(`${after.item} of ${after.content.note}: ${what}`);
		if ((after.known?.revision ?? 0) < (before?.known?.revision ?? 0)) fail('the revision went down');
		if (after.edition < (before?.edition ?? 0)) fail('the edition went down');
		const shown = new Set(before?.others.map(({ note }) => note));
		for (const { note } of after.others)
			if (!shown.has(note) && journal.isOwn(note, after.content, before?.edition !== after.edition))
				fail(`${note} became a conflict, but whoever gave the answer had seen it`);
	}

	lock(tab: Tab, work: () => Promise<void>): Promise<void> {
		if (!this.hasLock) return work();
		return new Promise((resolve, reject) => {
			const begin = (): void => {
				this.#holder = tab;
				work()
					.finally(() => this.release(tab))
					.then(resolve, reject);
			};
			if (this.#holder === null) begin();
			else this.#queue.push({ tab, begin });
		});
	}

	/** The browser gives the lock on when a tab lets go of it or dies. */
	release(tab: Tab): void {
		if (this.#holder !== tab) return;
		this.#holder = null;
		this.#queue = this.#queue.filter((waiting) => !waiting.tab.isDead);
		this.#queue.shift()?.begin();
	}
}

let tabs = 0;

export class Tab {
	readonly device: Device;
	readonly id = `tab-${++tabs}`;
	readonly sender: Sender;
	isDead = false;
	/** What the screen has read; it may have changed since. */
	readonly view = new Map<string, AnswerRecord>();
	isReady = false;
	/** What stands on the screen, saved or not. */
	readonly screen = new Map<string, Content>();
	gates: Gate[] = [];
	/** How many changes of an item are not known to be saved. */
	readonly #unsaved = new Map<string, number>();
	/** Items of which a choice is being kept: the screen lets nobody change them meanwhile. */
	readonly #choosing = new Set<string>();
	#timers: { at: number; work: () => void }[] = [];

	constructor(device: Device) {
		this.device = device;
		const never = (): Promise<never> => new Promise(() => undefined);
		const store = this.store();
		this.sender = new Sender({
			store,
			transport: this.#transport(),
			newId: () => crypto.randomUUID(),
			random: () => 0.5,
			clock: {
				now: () => device.now,
				after: (ms, work) => {
					const timer = { at: device.now + ms, work };
					this.#timers.push(timer);
					return () => (this.#timers = this.#timers.filter((each) => each !== timer));
				}
			},
			lock: (work) => (this.isDead ? never() : device.lock(this, work)),
			person: () => 'person',
			onchange: () => undefined
		});
		device.tabs.push(this);
		this.see();
	}

	/** The process ends: nothing of it goes on. What was sent may still arrive. */
	kill(): void {
		this.isDead = true;
		this.gates = [];
		this.#timers = [];
		this.sender.close();
		this.device.tabs = this.device.tabs.filter((tab) => tab !== this);
		this.device.release(this);
	}

	/** Position of a gate that is not of the network; -1 = none. */
	storing(): number {
		return this.gates.findIndex(({ kind }) => kind !== 'request');
	}

	/** Opens a gate. A fault is of a request. */
	async open(which: number, fault: Fault): Promise<void> {
		const picked = this.gates[which % this.gates.length];
		const gate =
			picked?.kind === 'transaction' ? this.gates.find(({ kind }) => kind === 'transaction') : picked;
		this.gates = this.gates.filter((each) => each !== gate);
		await gate?.open(gate.kind === 'request' ? fault : 'none');
	}

	/** Time has passed. */
	ring(): void {
		const due = this.#timers.filter(({ at }) => at <= this.device.now);
		this.#timers = this.#timers.filter((timer) => !due.includes(timer));
		for (const { work } of due) work();
	}

	/** The screen reads what is kept. */
	see(): void {
		void this.store()
			.update(this.device.round.id, ({ records }) => ({ value: records }))
			.then((records) => {
				this.isReady = true;
				for (const record of records) this.#show(record);
			});
	}

	/** Somebody gives an answer. */
	edit(item: string, content: Content): void {
		if (this.#choosing.has(item)) return;
		const { journal } = this.device.world;
		const before = this.screen.get(item);
		journal.gave(this.id, item, content, before === undefined ? [] : [before]);
		this.screen.set(item, content);
		this.#unsaved.set(item, (this.#unsaved.get(item) ?? 0) + 1);
		const oncommit = (): void => {
			if (before !== undefined) journal.excuse(before, content);
		};
		const screen = { tab: this.id, seen: this.view.get(item)?.edition ?? 0 };
		void saveContent(this.store(oncommit), this.device.round.id, item, content, screen).then((record) => {
			this.#unsaved.set(item, (this.#unsaved.get(item) ?? 1) - 1);
			journal.saved(content);
			this.#show(record);
		});
	}

	/** Somebody chooses between versions on the screen. */
	choose(item: string, choice: number): void {
		const shown = this.view.get(item);
		if (shown === undefined || shown.others.length === 0 || this.#choosing.has(item)) return;
		const { journal } = this.device.world;
		this.#choosing.add(item);
		const at = choice % (shown.others.length + 1);
		const chosen = shown.others[at] ?? shown.content;
		void resolveConflict(
			this.store((value) => {
				if (!(value as { taken: boolean }).taken) return;
				const all = [shown.content, ...shown.others];
				journal.gave(this.id, item, chosen, all);
				for (const each of all) journal.excuse(each, chosen);
			}),
			...([this.device.round.id, item, shown, at === shown.others.length ? 'mine' : at, this.id] as const)
		).then(({ record }) => {
			this.#choosing.delete(item);
			if (record !== null) this.#show(record);
		});
	}

	/** The store as this tab has it. */
	store(oncommit: (value: unknown) => void = () => undefined): RoundStore {
		const { device } = this;
		return {
			list: () => this.#gate(() => Promise.resolve([structuredClone(device.head)])),
			update: <T>(_round: string, work: (stored: StoredRound) => Step<T>) =>
				this.#gate(() => {
					const value = device.apply(work);
					oncommit(value);
					return Promise.resolve(value);
				})
		};
	}

	/** Waits until the schedule opens the gate, and again until it lets the answer through. */
	#gate<T>(work: (fault: Fault) => Promise<T>, kind: Gate['kind'] = 'transaction'): Promise<T> {
		return new Promise((resolve, reject) => {
			if (this.isDead) return;
			const open = async (fault: Fault): Promise<void> => {
				let finish: () => void;
				try {
					const value = await work(fault);
					finish = () => resolve(value);
				} catch (error) {
					finish = () => reject(error instanceof Error ? error : new Error(String(error)));
				}
				if (!this.isDead) this.gates.push({ kind: 'answer', open: () => Promise.resolve(finish()) });
			};
			this.gates.push({ kind, open });
		});
	}

	#transport(): Transport {
		const { device } = this;
		const { server, sent, late, journal } = device.world;
		const ask = (request: () => Promise<Reply>, writes: readonly Write[] = []): Promise<Reply> =>
			this.#gate(async (fault) => {
				if (!device.isOnline || fault === 'lost_request') throw new TypeError('Failed to fetch');
				if (!device.isSignedIn) return failure(401);
				switch (fault) {
					case 'unavailable':
						return failure(503);
					case 'too_many':
						return { ...failure(429), retryAfter: 60_000 };
					case 'too_large':
						if (writes.length === 1) journal.refused(writes.map(({ note }) => note));
						return failure(413);
					case 'delayed':
						late.push(request);
						throw new TypeError('Failed to fetch');
					case 'lost_response':
						await request();
						throw new TypeError('Failed to fetch');
					case 'strange_answer':
						await request();
						return failure(200, { outcomes: [], answers: 'Sign in to our café' });
					case 'duplicated':
						late.push(request);
						return request();
					case 'none':
						return request();
				}
			}, 'request');
		return {
			post: (_round, given) => {
				const writes = structuredClone(given);
				return ask(() => {
					sent.push({ person: device.person, writes });
					return server.write(device.person, writes);
				}, writes);
			},
			get: () => ask(() => server.read(device.person))
		};
	}

	#show(record: AnswerRecord): void {
		const { journal } = this.device.world;
		const { item } = record;
		// What is on its way to the store is newer than what was read.
		const isUnsaved = (this.#unsaved.get(item) ?? 0) > 0;
		if (isUnsaved && record.editor !== this.id) return;
		// Read before what is shown, told after it.
		if (record.edition < (this.view.get(item)?.edition ?? 0)) return;
		const content = (isUnsaved ? this.screen.get(item) : undefined) ?? record.content;
		this.screen.set(item, content);
		this.view.set(item, { ...record, content });
		journal.showed(this.id, item, [content, ...record.others]);
	}
}
