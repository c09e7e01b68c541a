import { itemsInForm } from '../checklists/applicability.ts';
import type { Definition, Item, Level } from '../checklists/types.ts';
import { hasExpired } from './expiry.ts';
import type { Answer, AnswerValue, Context, Evidence } from './types.ts';

/** An item in form with what was answered: all that the rules look at. */
export interface Row {
	item: Item;
	/** As in the item; the robustness draws vary it. */
	weight: number;
	/** null = unanswered. */
	value: AnswerValue | null;
	/** Effective level: *don't know* is 0, a stale 3 is 2; null = unanswered or not applicable. */
	level: Level | null;
	evidence: Evidence;
	stale: boolean;
}

/** A row whose level is part of the score. */
export type AnsweredRow = Row & { level: Level };

/**
 * Brings answers and definition together, one row per item in form and in its order. Answers to other items are
 * ignored, and so is `na` where the definition does not allow it: that item is unanswered.
 * @param answers at most one per item
 */
export function readRows(definition: Definition, answers: readonly Answer[], context: Context): Row[] {
	const byItem = new Map(answers.map((answer) => [answer.item, answer]));
	return itemsInForm(definition, context).map((item) => {
		const answer = byItem.get(item.id);
		const open = { item, weight: item.weight, value: null, level: null, evidence: 0, stale: false } as const;
		if (answer === undefined || (answer.value === 'na' && !item.naAllowed)) return open;

		const stale = answer.value === 3 && hasExpired(answer.asOf, item.expiryMonths, context.asOf);
		return {
			...open,
			value: answer.value,
			level: stale ? 2 : levelOf(answer.value),
			evidence: answer.evidence,
			stale
		};
	});
}

function levelOf(value: AnswerValue): Level | null {
	if (value === 'na') return null;
	return value === 'dk' ? 0 : value;
}

/** The set A of the rules: items in form that are not set aside as not applicable. */
export function applicable(rows: readonly Row[]): Row[] {
	return rows.filter(({ value }) => value !== 'na');
}

/** Answered with a level or with *don't know*. */
export function isAnswered(row: Row): row is AnsweredRow {
	return row.level !== null;
}

/** Sum of the weights. */
export function weightOf(rows: readonly Row[]): number {
	return rows.reduce((sum, { weight }) => sum + weight, 0);
}
