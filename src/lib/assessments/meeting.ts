/**
 * The meeting after everyone has answered alone: what it talks about, in which order, and what is agreed. Pure; nobody
 * can be told from it.
 */
import { z } from 'zod';
import type { Applicability } from '../checklists/applicability.ts';
import { LEVELS, type Definition, type Item, type Level } from '../checklists/types.ts';
import type { Content } from '../offline/round.ts';
import { toWrite, type Write } from '../offline/wire.ts';
import { agreement, type ItemAgreement } from '../scoring/agreement.ts';
import { NOTE_MAX, REASON_MAX } from '../scoring/answers.ts';
import { EVIDENCE, type Answer, type AnswerValue } from '../scoring/types.ts';
import { impersonal } from '../ui/personal.ts';
import type { Composition, CompositionKey, RoundAnswer } from './round.ts';

/** What `meeting_view` answers: of each item what was said, in no order that leads to a person. */
export const meetingView = z.object({
	/** How many answered anything. */
	respondents: z.int(),
	items: z.array(z.object({ item: z.string(), levels: z.array(z.literal(LEVELS)), dk: z.int(), na: z.int() }))
});
export type MeetingView = z.output<typeof meetingView>;

/** How an item stands before anybody has spoken. */
export type Standing =
	/** Seen differently, or somebody does not know. */
	| 'differ'
	/** Nobody answered it, or only one did. */
	| 'few'
	/** Close enough to each other to be settled quickly. */
	| 'close'
	/** All who answered, two at least, said the same. */
	| 'same';

/** An item with what people said of it. */
export interface Topic {
	item: Item;
	said: ItemAgreement;
	standing: Standing;
}

/** What the meeting talks about first. */
export function isToTalkAbout({ standing }: Pick<Topic, 'standing'>): boolean {
	return standing === 'differ' || standing === 'few';
}

/** The items that are asked, in the order of the definition, with what was said. */
export function topics(definition: Definition, where: Applicability, view: MeetingView): Topic[] {
	const items = new Map(definition.items.map((item) => [item.id, item]));
	return agreement(definition, asPeople(view), where).flatMap((said) => {
		const item = items.get(said.item);
		return item === undefined ? [] : [{ item, said, standing: standingOf(said) }];
	});
}

/**
 * Lists of answers such as people could have given. Agreement looks at one item at a time, so it does not matter that
 * nobody knows what belongs together.
 */
function asPeople({ respondents, items }: MeetingView): Answer[][] {
	const people: Answer[][] = Array.from({ length: respondents }, () => []);
	for (const { item, levels, dk, na } of items) {
		const values: AnswerValue[] = [
			...levels,
			...Array.from({ length: dk }, () => 'dk' as const),
			...Array.from({ length: na }, () => 'na' as const)
		];
		// The day and what it rests on are nobody's business here.
		for (const [n, value] of values.entries())
			people[n]?.push({ item, value, asOf: '1970-01-01', evidence: 0 });
	}
	return people;
}

function standingOf({ levels, dk, na, discuss }: ItemAgreement): Standing {
	const chosen = levels.filter((count) => count > 0).length;
	const answered = levels.reduce((sum, count) => sum + count, 0) + dk + na;
	if (answered < 2) return 'few';
	// Whether it concerns the place at all is a difference too, though it has no distance.
	if (discuss || (na > 0 && chosen > 0)) return 'differ';
	return chosen === 1 ? 'same' : 'close';
}

/** What all said, where they did. */
export function sameLevel({ said, standing }: Topic): Level | null {
	if (standing !== 'same') return null;
	return LEVELS.find((level) => said.levels[level] > 0) ?? null;
}

/**
 * What can be recorded without talking: all said the same, and nothing is agreed on yet.
 * @param isAgreed whether an item has an agreed answer
 */
export function unanimous(
	all: readonly Topic[],
	isAgreed: (item: string) => boolean
): { item: string; value: Level }[] {
	return all.flatMap((topic) => {
		const value = sameLevel(topic);
		return value === null || isAgreed(topic.item.id) ? [] : [{ item: topic.item.id, value }];
	});
}

/** What of the meeting stands in the address. */
export interface MeetingState {
	/** The item on the screen; null = the overview. */
	item: string | null;
	/** Only what is to be talked about, or everything. */
	show: 'differ' | 'all';
}

/**
 * Reads the address; what is unknown counts as nothing.
 * @param all items of the round; one that `show` would leave out makes it `all`
 */
export function parseMeeting(query: URLSearchParams, all: readonly Topic[]): MeetingState {
	const topic = all.find(({ item }) => item.id === query.get('item'));
	const isAside = topic !== undefined && !isToTalkAbout(topic);
	return { item: topic?.item.id ?? null, show: query.get('show') === 'all' || isAside ? 'all' : 'differ' };
}

/** The address of a state, from the question mark on; always in the same order. */
export function meetingQuery({ item, show }: MeetingState): string {
	const query = new URLSearchParams(item === null ? {} : { item });
	if (show === 'all') query.set('show', show);
	return query.size === 0 ? '' : `?${query.toString()}`;
}

/** The items of a walk: first what is to be talked about, then, if wanted, the others. */
export function walk(all: readonly Topic[], show: MeetingState['show']): Topic[] {
	const rest = show === 'all' ? all.filter((topic) => !isToTalkAbout(topic)) : [];
	return [...all.filter(isToTalkAbout), ...rest];
}

/** The items before and after one in a walk; null at the ends. */
export function beside(
	steps: readonly Topic[],
	item: string
): { before: string | null; after: string | null } {
	const here = steps.findIndex((topic) => topic.item.id === item);
	return {
		before: here > 0 ? (steps[here - 1]?.item.id ?? null) : null,
		after: here < 0 ? null : (steps[here + 1]?.item.id ?? null)
	};
}

/** The next item of a walk without an agreed answer, from the beginning again after the end; null = none is left. */
export function nextOpen(
	steps: readonly Topic[],
	item: string,
	isAgreed: (item: string) => boolean
): string | null {
	const here = steps.findIndex((topic) => topic.item.id === item) + 1;
	const round = [...steps.slice(here), ...steps.slice(0, here)];
	return round.find((topic) => topic.item.id !== item && !isAgreed(topic.item.id))?.item.id ?? null;
}

/** Groups whose voice is easily missed. Languages are left out: a small group could guess who is meant. */
export const VOICES = [
	'age_under_18',
	'age_18_34',
	'age_35_64',
	'age_65_over',
	'outlying_homes'
] as const satisfies readonly CompositionKey[];
export type Voice = (typeof VOICES)[number];

/**
 * Who is not at the table, as far as it was said who took part.
 * @returns null when nothing was said of any group
 */
export function missingVoices(composition: Composition): Voice[] | null {
	if (VOICES.every((voice) => composition[voice] === undefined)) return null;
	return VOICES.filter((voice) => (composition[voice] ?? 0) === 0);
}

const CHOICES = ['0', '1', '2', '3', 'dk', 'na'] as const;
/** The value that a control of a form stands for. */
export function valueOf(choice: (typeof CHOICES)[number]): AnswerValue {
	switch (choice) {
		case 'dk':
		case 'na':
			return choice;
		case '0':
		case '1':
		case '2':
		case '3':
			return Number(choice) as Level;
	}
}

/** What the meeting agreed on for one item. Messages are codes of `ui/problems.ts`. */
export const agreeForm = z
	.object({
		item: z.string().min(1, 'invalid').max(20, 'invalid'),
		value: z.enum(CHOICES, 'choose').transform(valueOf),
		reason: impersonal(REASON_MAX),
		dissent: impersonal(NOTE_MAX),
		as_of: z.iso.date('date'),
		evidence: z
			.enum(EVIDENCE.map(String), 'choose')
			.transform((text) => EVIDENCE.find((one) => String(one) === text) ?? 0),
		/** Of the page that was read; used where no script keeps it. */
		base_revision: z.coerce.number('invalid').pipe(z.int('invalid').min(0, 'invalid'))
	})
	.refine(({ value, reason }) => value !== 'na' || reason !== '', { path: ['reason'], error: 'required' });
export type Agreed = z.output<typeof agreeForm>;

/**
 * What was agreed on as the answer to keep.
 * @param note what stands there already: the meeting does not show it, and does not take it away
 * @param changedAt this moment, ISO 8601
 */
export function agreedContent(
	{ value, reason, dissent, as_of: asOf, evidence }: Omit<Agreed, 'item' | 'base_revision'>,
	note: string,
	changedAt: string
): Content {
	return { value, asOf, evidence, reason: value === 'na' ? reason : '', note, dissent, changedAt };
}

/**
 * What all said alike as the answer to keep, beside what stands there already.
 * @param day for which it is true
 */
export function alikeContent(
	value: Level,
	before: Pick<Content, 'note' | 'dissent'> | null,
	day: string,
	changedAt: string
): Content {
	const given = { value, reason: '', dissent: before?.dissent ?? '', as_of: day, evidence: 0 as const };
	return agreedContent(given, before?.note ?? '', changedAt);
}

/** An agreed answer as a write of the community, on top of the revision that was seen (0 = none). */
export function agreedWrite(item: string, writeId: string, base: number, content: Content): Write {
	return toWrite(item, { writeId, base, content }, true);
}

/** An answer of the server as a content, to be shown or changed. */
export function contentOf(answer: Omit<RoundAnswer, 'written_by_name'>): Content {
	return {
		value: answer.value,
		asOf: answer.as_of,
		evidence: answer.evidence,
		reason: answer.reason ?? '',
		note: answer.note ?? '',
		dissent: answer.dissent ?? '',
		changedAt: answer.changed_at
	};
}
