import type { Item } from '../checklists/types.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { AnswerValue } from '../scoring/types.ts';
import { say } from './words.ts';

/** What an answer to an item says: its statement, or that it is not known or does not apply. */
export function answerWord(item: Item, value: AnswerValue): string {
	return value === 'dk' ? m.assess_dk() : value === 'na' ? m.assess_na() : say(item.levels[value]);
}
