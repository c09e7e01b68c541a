/** Words of the meeting, in the language of the page. */
import type { Standing } from '$lib/assessments/meeting.ts';
import { say } from '$lib/assessments/words.ts';
import type { Item } from '$lib/checklists/types.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { AnswerValue } from '$lib/scoring/types.ts';

/** How an item stands before anybody has spoken. */
export const standingWord: Record<Standing, () => string> = {
	differ: m.meeting_differ,
	few: m.meeting_few,
	close: m.meeting_close,
	same: m.meeting_same
};

/** An answer to an item: its statement, or that there is none. */
export function answerText(item: Item, value: AnswerValue | null): string {
	switch (value) {
		case null:
			return m.round_answer_none();
		case 'dk':
			return m.assess_dk();
		case 'na':
			return m.assess_na();
		case 0:
		case 1:
		case 2:
		case 3:
			return say(item.levels[value]);
	}
}
