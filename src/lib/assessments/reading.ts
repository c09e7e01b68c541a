import type { Definition, Item } from '../checklists/types.ts';
import type { DraftAnswer } from '../offline/draft.ts';
import type { Answer, Context, Result } from '../scoring/types.ts';

/** What a result is drawn from: a draft on this device, or what a community submitted. */
export interface Reading {
	readonly definition: Definition;
	/** The items that are asked, in the order of the definition. */
	readonly items: readonly Item[];
	readonly result: Result;
	/** The answers that were scored, and under which circumstances. */
	readonly given: readonly Answer[];
	readonly context: Context;
	/** Where a domain stands with its answers, or one item of it. */
	href(domain: string, item?: string): string;
}

/** What the screen shows of an answer, and may change. */
export type AnswerFields = Omit<DraftAnswer, 'item'> & {
	/** What somebody wants noted who sees it differently; only of a community's own answers. */
	dissent?: string;
};

/** What is being filled in on this device: the private try-out, or a round of a community. */
export interface Filling extends Reading {
	/** Where to continue; null = at the beginning. */
	readonly step: string | null;
	/** Remembers where to continue. */
	goTo(step: string): void;
	/** What is there of an item; undefined = untouched. */
	answer(item: string): AnswerFields | undefined;
	/** Changes an answer: at once on the screen, then on this device. */
	change(item: string, change: Partial<AnswerFields>): void;
}

/** The ids of all items of a checklist. */
export function itemIds({ items }: Definition): ReadonlySet<string> {
	return new Set(items.map(({ id }) => id));
}

/** Id of the place on a page where an item is asked, or its answer stands. */
export function itemAnchor(item: string): string {
	return `item-${item.replace('.', '-')}`;
}
