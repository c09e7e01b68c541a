/** An assessment that is being filled in: what the screen shows, saved on this device with every change. */
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { itemsInForm } from '../checklists/applicability.ts';
import type { Definition, Item } from '../checklists/types.ts';
import {
	readDraft,
	StorageError,
	updateDraft,
	writeDraft,
	type StorageProblem,
	type StoredDraft
} from '../offline/db.ts';
import { givenAnswers, type Draft, type DraftAnswer } from '../offline/draft.ts';
import { listenToTabs, type Tabs } from '../offline/tabs.ts';
import { score } from '../scoring/score.ts';
import type { Answer, Context, Result } from '../scoring/types.ts';
import { draftHref } from './address.ts';
import { itemAnchor, type Filling } from './reading.ts';
import { now, today } from './today.ts';

/** Saved, being saved, or on the screen only. */
export type SaveState = 'saved' | 'saving' | 'unsaved';

/**
 * Holds one draft. The screen never waits for the storage and the storage never takes anything from the screen: what
 * could not be written stays here, is tried again with the next change, and can be downloaded.
 */
export class Session implements Filling {
	readonly definition: Definition;
	readonly #answers = new SvelteMap<string, DraftAnswer>();
	#draft = $state.raw<Draft>() as Draft;
	/** Why the last attempt to save failed. */
	problem = $state<StorageProblem | null>(null);
	#writing = $state(0);
	/** Items whose latest answer is not written yet. */
	readonly #unwritten = new SvelteSet<string>();
	#headUnwritten = false;
	/** Another tab wrote while this one was writing. */
	#missed = false;
	readonly #tabs: Tabs;
	#closed = false;

	/** The answers that count, and on which terms: what `score` needs. */
	readonly given: Answer[] = $derived.by(() => givenAnswers(this.#answers.values()));
	readonly context: Context = $derived.by(() => ({
		form: this.#draft.form,
		borderZone: this.#draft.borderZone,
		exposure: this.#draft.exposure,
		asOf: today()
	}));
	readonly result: Result = $derived.by(() => score(this.definition, this.given, this.context));
	/** The items that are asked. */
	readonly items: Item[] = $derived.by(() => itemsInForm(this.definition, this.#draft));
	readonly saveState: SaveState = $derived.by(() =>
		this.problem !== null ? 'unsaved' : this.#writing > 0 ? 'saving' : 'saved'
	);

	constructor(definition: Definition, { draft, answers }: StoredDraft) {
		this.definition = definition;
		this.#draft = draft;
		for (const answer of answers) this.#answers.set(answer.item, answer);
		this.#tabs = listenToTabs((changed) => {
			if (changed === null || changed === this.#draft.id) void this.#readAgain();
		});
		// A page that the browser kept asleep (“Back”, another app) has heard nothing of what other pages wrote.
		window.addEventListener('pageshow', this.#wake);
		document.addEventListener('visibilitychange', this.#wake);
	}

	get draft(): Draft {
		return this.#draft;
	}

	get step(): string | null {
		return this.#draft.step;
	}

	/** Where a domain is filled in, or one item of it. */
	href(domain: string, item?: string): string {
		return draftHref(this.#draft.id, domain) + (item === undefined ? '' : `#${itemAnchor(item)}`);
	}

	/** Everything as it stands on the screen, for a file. */
	get stored(): StoredDraft {
		return { draft: this.#draft, answers: [...this.#answers.values()] };
	}

	/** What is there of an item; undefined = untouched. */
	answer(item: string): DraftAnswer | undefined {
		return this.#answers.get(item);
	}

	/** Changes the answer to an item and saves it. */
	change(item: string, change: Partial<Omit<DraftAnswer, 'item'>>): void {
		const before = this.#answers.get(item) ?? {
			item,
			value: null,
			asOf: today(),
			evidence: 0 as const,
			reason: '',
			note: ''
		};
		// A level chosen today speaks of today; a day given by hand comes in the change itself.
		const day = change.value === undefined || change.value === before.value ? {} : { asOf: today() };
		this.#answers.set(item, { ...before, ...day, ...change });
		this.#unwritten.add(item);
		this.save();
	}

	/** Changes form, place or hazards, and saves it. */
	changeDraft(change: Partial<Pick<Draft, 'form' | 'borderZone' | 'place' | 'exposure'>>): void {
		this.#draft = { ...this.#draft, ...change };
		this.#headUnwritten = true;
		this.save();
	}

	/** Remembers where to continue. Looking around changes nothing of what was answered, nor when. */
	goTo(step: string): void {
		this.#draft = { ...this.#draft, step };
		this.#headUnwritten = true;
		this.#write();
	}

	/** Writes what is not written; call it again to try again. */
	save(): void {
		this.#draft = { ...this.#draft, updatedAt: now() };
		this.#write();
	}

	#write(): void {
		const items = [...this.#unwritten];
		const rows = items.flatMap((item) => this.#answers.get(item) ?? []);
		this.#unwritten.clear();
		this.#headUnwritten = false;
		this.#writing += 1;
		updateDraft(this.#draft, rows)
			.then(() => {
				if (this.#unwritten.size === 0) this.problem = null;
				this.#tell();
			})
			.catch((error: unknown) => {
				for (const item of items) this.#unwritten.add(item);
				this.#headUnwritten = true;
				this.problem = error instanceof StorageError ? error.problem : 'unavailable';
			})
			.finally(() => {
				this.#writing -= 1;
				if (this.#writing === 0 && this.#missed) void this.#readAgain();
			});
	}

	/** Keeps a draft that was deleted in another tab: all of it is written again. */
	async keep(): Promise<void> {
		try {
			await writeDraft(this.stored);
			this.problem = null;
			this.#unwritten.clear();
			this.#tell();
		} catch (error) {
			this.problem = error instanceof StorageError ? error.problem : 'unavailable';
		}
	}

	close(): void {
		this.#closed = true;
		this.#tabs.close();
		window.removeEventListener('pageshow', this.#wake);
		document.removeEventListener('visibilitychange', this.#wake);
	}

	readonly #wake = (): void => {
		if (document.visibilityState === 'visible') void this.#readAgain();
	};

	/** What was still being written when the page went is written all the same, and tabs hear of it from nobody. */
	#tell(): void {
		if (!this.#closed) this.#tabs.tell(this.#draft.id);
	}

	/** Takes over what another tab has written, except what is not written here yet. */
	async #readAgain(): Promise<void> {
		try {
			const stored = await readDraft(this.#draft.id);
			// What is being written is newer than what was read.
			this.#missed = this.#writing > 0;
			if (this.#missed) return;
			if (stored === null) {
				this.problem = 'gone';
				return;
			}
			// Another tab has kept it: what is only here is written too.
			if (this.problem === 'gone') this.save();
			// Where each tab stands is its own affair.
			if (!this.#headUnwritten) this.#draft = { ...stored.draft, step: this.#draft.step };
			for (const answer of stored.answers) {
				const here = this.#answers.get(answer.item);
				const newer = !this.#unwritten.has(answer.item) && JSON.stringify(here) !== JSON.stringify(answer);
				if (newer) this.#answers.set(answer.item, answer);
			}
		} catch (error) {
			console.error(error);
		}
	}
}
