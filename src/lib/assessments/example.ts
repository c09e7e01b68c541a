/** A checklist of five items to show how scoring works: real rules, made-up items. */
import type { Definition, Item, Text } from '../checklists/types.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { AnswerValue } from '../scoring/types.ts';

/** The example names its things by messages; the rules read no text. */
const NO_TEXT: Text = { lv: '', en: '', ru: '' };
const FOUR: Item['levels'] = [NO_TEXT, NO_TEXT, NO_TEXT, NO_TEXT];

function item(id: string, domain: string, weight: 1 | 2 | 3, critical = false): Item {
	return {
		id,
		domain,
		weight,
		critical,
		quick: true,
		naAllowed: false,
		household: false,
		sensitive: false,
		tags: [],
		effort: 2,
		expiryMonths: 12,
		title: NO_TEXT,
		explanation: NO_TEXT,
		levels: FOUR,
		why: NO_TEXT,
		nextStep: NO_TEXT,
		evidence: NO_TEXT,
		helpers: [],
		links: []
	};
}

export const EXAMPLE: Definition = {
	id: 'example',
	version: '1.0.0',
	status: 'published',
	title: NO_TEXT,
	summary: NO_TEXT,
	drillItem: '2.2',
	levels: FOUR,
	helpers: {},
	links: {},
	domains: ['1', '2'].map((id) => ({ id, title: NO_TEXT, intro: NO_TEXT })),
	items: [
		item('1.1', '1', 3, true),
		item('1.2', '1', 2),
		item('1.3', '1', 1),
		item('2.1', '2', 3),
		item('2.2', '2', 2)
	]
};

/** What the domains and items of the example are called. */
export const EXAMPLE_WORDS: Record<string, () => string> = {
	'1': m.scoring_example_domain_1,
	'2': m.scoring_example_domain_2,
	'1.1': m.scoring_example_item_1_1,
	'1.2': m.scoring_example_item_1_2,
	'1.3': m.scoring_example_item_1_3,
	'2.1': m.scoring_example_item_2_1,
	'2.2': m.scoring_example_item_2_2
};

/** A must-have is missing although everything else is in place: shows what holds a grade. */
export const EXAMPLE_ANSWERS: Record<string, AnswerValue> = {
	'1.1': 0,
	'1.2': 3,
	'1.3': 3,
	'2.1': 3,
	'2.2': 3
};
