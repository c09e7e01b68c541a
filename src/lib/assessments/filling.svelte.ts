/** A round of a community on this device: everything typed is kept here first, and goes to the server from there. */
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { itemsInForm } from '../checklists/applicability.ts';
import type { Definition, Item } from '../checklists/types.ts';
import { startSender, type RunningSender } from '../offline/browser.ts';
import { StorageError, type StorageProblem } from '../offline/db.ts';
import { givenAnswers } from '../offline/draft.ts';
import { isWaiting, outboxState, pulled, summary, type Choice } from '../offline/outbox.ts';
import { writePerson } from '../offline/person.ts';
import { readRescue, writeRescue, type RescueProblem } from '../offline/rescue.ts';
import { roundId, type AnswerRecord, type Content, type Round } from '../offline/round.ts';
import {
	changeRound,
	deviceStore,
	openRound,
	readRound,
	resolveConflict,
	restoreAnswers,
	saveContent
} from '../offline/rounds.ts';
import { recordOf } from '../offline/store.ts';
import { serverAnswerSchema } from '../offline/wire.ts';
import { score } from '../scoring/score.ts';
import type { Answer, Context, Result } from '../scoring/types.ts';
import { roundHref } from './address.ts';
import { itemAnchor, itemIds, type AnswerFields, type Filling } from './reading.ts';
import { now, today } from './today.ts';
import type { Assessment, RespondentView } from './round.ts';

/** What only this device knows, before it knows anything. */
const fresh = (): Pick<Round, 'step' | 'state' | 'fetchedAt' | 'sentAt' | 'updatedAt'> => ({
	...{ step: null, state: 'open', fetchedAt: null, sentAt: null },
	updatedAt: now()
});

type Told = Pick<
	Assessment,
	| 'id'
	| 'checklist_id'
	| 'checklist_version'
	| 'form'
	| 'border_zone'
	| 'exposure'
	| 'community_name'
	| 'status'
>;

/**
 * A round as a device of a signed-in person keeps it.
 * @param name of the round, in words
 */
export function roundOf(assessment: Told, person: string, name: string): Round {
	return {
		kind: 'community',
		id: roundId(assessment.id, person),
		person,
		...headOf(assessment),
		exposure: assessment.exposure,
		title: assessment.community_name ?? '',
		name,
		...fresh()
	};
}

/** A round as a device of somebody keeps it who joined by a link. */
export function ownRoundOf({ respondent, assessment }: RespondentView, token: string): Round {
	return {
		kind: 'respondent',
		id: respondent.id,
		token,
		...(respondent.finished_at === null ? {} : { finishedAt: respondent.finished_at }),
		...headOf(assessment),
		// Hazards only order the steps of a community, which nobody draws from one person's answers.
		exposure: {},
		title: assessment.community_name,
		name: assessment.round ?? '',
		...fresh()
	};
}

function headOf(
	told: Pick<Told, 'id' | 'checklist_id' | 'checklist_version' | 'form' | 'border_zone' | 'status'>
) {
	return {
		assessment: told.id,
		checklist: told.checklist_id,
		version: told.checklist_version,
		form: told.form,
		borderZone: told.border_zone,
		status: told.status
	};
}

/**
 * What the screen shows of a round. It never waits for the storage, and the storage takes nothing from it: what could
 * not be kept stays here, and is tried again with the next change.
 */
export class RoundFilling implements Filling {
	readonly definition: Definition;
	/** One screen of this browser: made anew each time it is loaded. */
	readonly #tab = crypto.randomUUID();
	/** Null: the server was not asked. */
	readonly #told: ReturnType<typeof serverAnswerSchema.parse>[] | null;
	readonly #records = new SvelteMap<string, AnswerRecord>();
	/** What is on the screen only, with the edition on which it was given. */
	readonly #unsaved = new SvelteMap<string, { content: Content; seen: number }>();
	/** Items of which somebody has just chosen a version. */
	readonly #locked = new SvelteSet<string>();
	#round = $state.raw<Round>() as Round;
	#opening: Promise<void> | null = null;
	#running: RunningSender | null = null;
	#isClosed = false;
	/** Whether what this device has is on the screen. Before, nobody knows what they would change. */
	isReady = $state(false);
	/** Whether this device keeps the round. */
	isKept = $state(false);
	/** Why the last attempt to keep something failed. */
	problem = $state<StorageProblem | null>(null);

	readonly isUnsaved = $derived.by(() => this.#unsaved.size > 0);
	readonly outbox = $derived.by(() =>
		outboxState([{ round: this.#round, records: [...this.#records.values()] }])
	);
	readonly summary = $derived.by(() => summary([...this.#records.values()]));
	/** The items that are asked. */
	readonly items: Item[] = $derived.by(() => itemsInForm(this.definition, this.#round));
	/** The answers that count, as they stand on the screen. */
	readonly given: Answer[] = $derived.by(() =>
		givenAnswers(
			this.items.flatMap(({ id: item }) => {
				const content = this.content(item);
				return content === undefined ? [] : [{ item, ...content }];
			})
		)
	);
	readonly context: Context = $derived.by(() => ({
		form: this.#round.form,
		borderZone: this.#round.borderZone,
		exposure: this.#round.exposure,
		asOf: today()
	}));
	readonly result: Result = $derived.by(() => score(this.definition, this.given, this.context));

	/** @param told answers that the server had when the page was asked for; null = it was not asked */
	constructor(round: Round, definition: Definition, told: readonly object[] | null) {
		this.definition = definition;
		this.#round = round;
		this.#told = told?.flatMap((answer) => serverAnswerSchema.safeParse(answer).data ?? []) ?? null;
		this.#showTold();
	}

	get round(): Round {
		return this.#round;
	}

	get step(): string | null {
		return this.#round.step;
	}

	href(domain: string, item?: string): string {
		return roundHref(this.#round.id, domain) + (item === undefined ? '' : `#${itemAnchor(item)}`);
	}

	/** Looking around changes nothing of what was answered, nor when. Where the device was left is known when it is open. */
	goTo(step: string): void {
		if (this.#isClosed || !this.isReady) return;
		this.#round = { ...this.#round, step };
		void this.#attempt(async () => {
			await this.#open();
			await changeRound(deviceStore, this.#round.id, { step }, this.#round.updatedAt);
		});
	}

	/** What is kept of an item, with other versions beside it. */
	record(item: string): AnswerRecord | undefined {
		return this.#records.get(item);
	}

	/** What the screen shows as the answer. */
	content(item: string): Content | undefined {
		return this.#unsaved.get(item)?.content ?? this.#records.get(item)?.content;
	}

	answer(item: string): AnswerFields | undefined {
		return this.content(item);
	}

	/** Nothing of it may be changed now: a version is being chosen. */
	isLocked(item: string): boolean {
		return !this.isReady || this.#locked.has(item);
	}

	/** Ends keeping and sending. */
	close(): void {
		this.#isClosed = true;
		this.#running?.stop();
		removeEventListener('pageshow', this.#look);
		document.removeEventListener('visibilitychange', this.#look);
	}

	/** Begins to keep and to send; ends with what it returns. In a browser only. */
	start(): () => void {
		const { id } = this.#round;
		this.#running = startSender(
			() => (this.#round.kind === 'community' ? this.#round.person : null),
			(changed) => {
				if (changed === null || changed === id) void this.#attempt(() => this.#read());
			}
		);
		void this.#attempt(() => this.#open()).finally(() => {
			// Without storage, too, people may write down what they have: it stays on the screen, and is said to.
			this.isReady = true;
		});
		addEventListener('pageshow', this.#look);
		document.addEventListener('visibilitychange', this.#look);
		return () => this.close();
	}

	/** Changes an answer: at once on the screen, then on this device, then on the server. */
	change(item: string, change: Partial<AnswerFields>): void {
		const before = this.content(item) ?? {
			...{ value: null, asOf: today(), evidence: 0 as const, reason: '', note: '', dissent: '' }
		};
		// A level chosen today speaks of today; a day given by hand comes in the change itself.
		const day = change.value === undefined || change.value === before.value ? {} : { asOf: today() };
		const content = { ...before, ...day, ...change, changedAt: now() };
		const seen = this.#unsaved.get(item)?.seen ?? this.#records.get(item)?.edition ?? 0;
		this.#unsaved.set(item, { content, seen });
		void this.#save();
	}

	/**
	 * Keeps a whole answer that a form gives at once, and sends it without a moment of quiet.
	 * @param seen the edition that the form showed; 0 = none
	 * @throws StorageError when it is not kept
	 */
	async keep(item: string, content: Content, seen: number): Promise<void> {
		await this.#open();
		const screen = { tab: this.#tab, seen };
		this.#take(await saveContent(deviceStore, this.#round.id, item, content, screen));
		this.#unsaved.delete(item);
		this.#running?.changed(this.#round.id);
		this.#running?.sender.wake();
	}

	/**
	 * Chooses between the versions on the screen.
	 * @returns false when something else is there by now, and is shown instead
	 */
	async choose(item: string, choice: Choice): Promise<boolean> {
		const shown = this.#records.get(item);
		if (shown === undefined || this.#locked.has(item)) return false;
		this.#locked.add(item);
		let isTaken = false;
		await this.#attempt(async () => {
			await this.#save();
			const { id } = this.#round;
			const { taken, record } = await resolveConflict(deviceStore, id, item, shown, choice, this.#tab);
			if (record !== null) this.#take(record);
			isTaken = taken;
			this.#running?.changed(id);
		});
		this.#locked.delete(item);
		return isTaken;
	}

	/** Sends now, also what was stopped, and keeps what could not be kept. */
	async again(): Promise<void> {
		await this.#save();
		await this.#attempt(async () => this.#running?.sender.sendNow());
	}

	/** Everything as it stands on the screen, as the text of a file. */
	file(): string {
		const records = [...this.#records.values()].filter(({ item }) => !this.#unsaved.has(item));
		for (const [item, { content }] of this.#unsaved) {
			const none = { known: null, sending: null, others: [], problem: null, edition: 0, editor: null };
			records.push({ ...none, ...this.#records.get(item), round: this.#round.id, item, content });
		}
		return writeRescue({ round: this.#round, records }, now());
	}

	/**
	 * Takes back the answers of a rescue file, as unsent changes; what says something else stays beside them.
	 * @returns why it cannot be taken; null = it was
	 */
	async restore(text: string): Promise<RescueProblem | null> {
		const { answers, problem } = readRescue(text, this.#round, itemIds(this.definition));
		if (answers === undefined) return problem;
		await this.#save();
		await this.#attempt(async () => {
			await restoreAnswers(deviceStore, this.#round.id, answers);
			await this.#read();
			this.#running?.changed(this.#round.id);
		});
		return null;
	}

	/** Remembers that the respondent has said they are done. */
	async finished(): Promise<void> {
		await this.#attempt(async () => {
			await deviceStore.update(this.#round.id, ({ round }) => ({
				round: round.kind === 'respondent' ? { ...round, finishedAt: now() } : round,
				value: undefined
			}));
			await this.#read();
		});
	}

	/** Makes room for the round on this device, with what the server has told of it. */
	#open(): Promise<void> {
		this.#opening ??= this.#openOnce().catch((error: unknown) => {
			this.#opening = null;
			this.isKept = false;
			throw error;
		});
		return this.#opening;
	}

	async #openOnce(): Promise<void> {
		const { id } = this.#round;
		await openRound(this.#round);
		// The server told it to this person just now.
		if (this.#told !== null && this.#round.kind === 'community') await writePerson(this.#round.person);
		const told = this.#told ?? [];
		await deviceStore.update(id, (stored) => ({
			records: told.flatMap((answer) => {
				const before = recordOf(stored, answer.item);
				const after = pulled(id, before, answer);
				return after === before ? [] : [after];
			}),
			value: undefined
		}));
		await this.#read();
		this.isKept = true;
		// Whoever was told may go on sending.
		if (this.#told !== null && this.#round.state !== 'open') await this.#running?.sender.sendNow();
		this.#running?.sender.fetch(id);
	}

	/** A page that was asleep has heard nothing of what other pages wrote, nor of what others have answered. */
	readonly #look = (): void => {
		if (document.visibilityState !== 'visible' || !this.isKept) return;
		void this.#attempt(() => this.#read());
		// Perhaps somebody has signed in again in another tab.
		if (this.#round.state === 'signed_out') void this.#attempt(async () => this.#running?.sender.sendNow());
		this.#running?.sender.fetch(this.#round.id);
	};

	#save(): Promise<void> {
		return this.#attempt(async () => {
			await this.#open();
			for (const item of [...this.#unsaved.keys()]) {
				// It may have been kept or changed again while another one was written.
				const change = this.#unsaved.get(item);
				if (change === undefined) continue;
				const screen = { tab: this.#tab, seen: change.seen };
				this.#take(await saveContent(deviceStore, this.#round.id, item, change.content, screen));
				if (this.#unsaved.get(item) === change) this.#unsaved.delete(item);
			}
			this.problem = null;
			this.#running?.changed(this.#round.id);
		});
	}

	async #read(): Promise<void> {
		const stored = await readRound(this.#round.id);
		if (stored === null) return;
		// Where each tab stands is its own affair.
		this.#round = { ...stored.round, step: this.#round.step ?? stored.round.step };
		for (const record of stored.records) this.#take(record);
	}

	/** Never goes back to an earlier edition. */
	#take(record: AnswerRecord): void {
		if ((this.#records.get(record.item)?.edition ?? 0) <= record.edition)
			this.#records.set(record.item, record);
	}

	/** Does something with the storage; what stops it is said on the screen. */
	async #attempt(work: () => Promise<void>): Promise<void> {
		try {
			await work();
		} catch (error) {
			if (!(error instanceof StorageError)) console.error(error);
			this.problem = error instanceof StorageError ? error.problem : 'unavailable';
			if (this.problem === 'gone') this.#beginAgain();
		}
	}

	/** Deleted in another tab: the next attempt keeps anew what the server has not got. */
	#beginAgain(): void {
		for (const record of this.#records.values()) {
			if (isWaiting(record) && !this.#unsaved.has(record.item))
				this.#unsaved.set(record.item, { content: record.content, seen: record.edition });
		}
		this.#records.clear();
		this.#showTold();
		this.#opening = null;
		this.isKept = false;
	}

	#showTold(): void {
		for (const answer of this.#told ?? [])
			this.#records.set(answer.item, pulled(this.#round.id, null, answer));
	}
}
