/**
 * A round as the server draws it: on a slow line its first question can be answered long before the script is there.
 * What was chosen by then stands in the fields of the page only, and is taken from there once.
 */
import type { Definition } from '../checklists/types.ts';
import { ANSWER_VALUES, type Evidence } from '../scoring/types.ts';
import type { ToldRound } from './own-round.ts';
import { itemAnchor, type AnswerFields } from './reading.ts';

/** What a page needs to draw a round at once. */
export interface EarlyRound {
	told: ToldRound;
	definition: Definition;
}

/** Whether the page in the browser is one that the server drew so, and no script has taken it over yet. */
export function isDrawnEarly(): boolean {
	return document.querySelector('[data-early]') !== null;
}

/**
 * What somebody has changed in the fields of a page that the server drew, by item. Has to be asked before the
 * framework takes the fields over: it sets them back to what the server knew.
 */
export function changedBefore(items: readonly { id: string }[]): Map<string, Partial<AnswerFields>> {
	const changes = new Map<string, Partial<AnswerFields>>();
	for (const { id: item } of items) {
		const id = itemAnchor(item);
		const change: Partial<AnswerFields> = {};
		const chosen = document.querySelector<HTMLInputElement>(`#${id} input:checked`);
		const value = ANSWER_VALUES.find((each) => String(each) === chosen?.value);
		if (chosen !== null && value !== undefined && !chosen.defaultChecked) change.value = value;
		for (const field of ['note', 'dissent', 'reason'] as const) {
			const box = document.querySelector<HTMLTextAreaElement>(`#${id}-${field}`);
			if (box !== null && box.value !== box.defaultValue) change[field] = box.value;
		}
		const evidence = document.querySelector<HTMLSelectElement>(`#${id}-evidence`);
		if (evidence !== null && isChanged(evidence)) change.evidence = Number(evidence.value) as Evidence;
		const day = document.querySelector<HTMLInputElement>(`#${id}-day`);
		if (day !== null && day.value !== day.defaultValue && day.validity.valid && day.value !== '')
			change.asOf = day.value;
		if (Object.keys(change).length > 0) changes.set(item, change);
	}
	return changes;
}

/** Whether another option is chosen than the one the page was drawn with; without one it was the first. */
function isChanged(list: HTMLSelectElement): boolean {
	const made = [...list.options].findIndex((option) => option.defaultSelected);
	return list.selectedIndex !== Math.max(made, 0);
}
