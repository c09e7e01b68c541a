/** Who was shown what, and what was promised to be kept. Contents are told apart by their notes. */

/** A content, by what tells it from others. */
interface Content {
	note: string;
}

/** The note of an answer that everybody may give, so that people agree without knowing. */
export const COMMON = 'said by all';

export class Journal {
	/** What a screen called saved. */
	readonly promised = new Set<string>();
	/** What somebody replaced who saw it. */
	readonly replaced = new Set<string>();
	/** By content: what those who gave or chose it had seen. */
	readonly seenBy = new Map<string, Set<string>>();
	/** By content: the tabs it was given in. */
	readonly #givenIn = new Map<string, Set<string>>();
	readonly #unknown = new Set<string>();
	readonly #shown = new Map<string, Set<string>>();

	showed(tab: string, item: string, contents: readonly Content[]): void {
		const shown = this.#shownTo(tab, item);
		for (const { note } of contents) shown.add(note);
		this.#shown.set(`${tab} ${item}`, shown);
	}

	/** Somebody gives an answer in place of the one on the screen, or chooses one of those. */
	gave(tab: string, item: string, content: Content, instead: readonly Content[]): void {
		const known = this.seenBy.get(content.note) ?? new Set();
		for (const note of this.#shownTo(tab, item)) known.add(note);
		// Whoever gave what is replaced now had seen what that replaced.
		for (const { note } of instead) for (const seen of this.seenBy.get(note) ?? []) known.add(seen);
		this.seenBy.set(content.note, known);
		this.#givenIn.set(content.note, (this.#givenIn.get(content.note) ?? new Set()).add(tab));
		this.showed(tab, item, [content]);
	}

	/**
	 * Whether a content is no news to who gave another one. Of a change, only what was given on the same screen: what
	 * this screen has read may have been chosen again elsewhere.
	 */
	isOwn(note: string, by: Content, isChange: boolean): boolean {
		// Who saw it where, and before what, cannot be told.
		if (this.#givenIn.has(COMMON)) return false;
		const [given, than] = [this.#tabsOf(note), this.#tabsOf(by.note)];
		// Given again elsewhere, it is another one, though it reads the same.
		if (given.size > 1 || than.size > 1 || this.#unknown.has(note)) return false;
		return isChange ? [...given].every((tab) => than.has(tab)) : this.#seen(by.note).has(note);
	}

	/** A device was told that a request was not accepted, and cannot know whether it had arrived before. */
	refused(notes: readonly (string | null)[]): void {
		for (const note of notes) this.#unknown.add(note ?? '');
	}

	saved({ note }: Content): void {
		this.promised.add(note);
	}

	/** Somebody who saw a content replaced it by another one. */
	excuse({ note }: Content, by: Content): void {
		if (note !== by.note) this.replaced.add(note);
	}

	#shownTo(tab: string, item: string): Set<string> {
		return new Set(this.#shown.get(`${tab} ${item}`));
	}

	#tabsOf(note: string): Set<string> {
		return this.#givenIn.get(note) ?? new Set();
	}

	#seen(note: string): Set<string> {
		return this.seenBy.get(note) ?? new Set();
	}
}
