/**
 * Household polls: what is typed to begin one, what of a ballot goes to the server, and what the database tells of them.
 * Fields are named as the database names them.
 */
import { z } from 'zod';
import { impersonal } from '../ui/personal.ts';

/** As the database asks for: five to eight questions with two to six answers each, open for 60 days at most. */
export const QUESTIONS_MIN = 5;
export const QUESTIONS_MAX = 8;
export const OPTIONS_MIN = 2;
export const OPTIONS_MAX = 6;
export const QUESTION_LENGTH = 300;
export const OPTION_LENGTH = 100;
export const POLL_DAYS = 60;
/** From so many ballots on, counts are told. */
export const SHOWN_FROM = 10;

const questionSchema = z.object({ text: z.string(), options: z.array(z.string()) });
export type PollQuestion = z.output<typeof questionSchema>;

const POLL_STATES = ['open', 'closed'] as const;

/** A row of `poll_overview` (class C). */
export const pollRow = z.object({
	id: z.uuid(),
	assessment_id: z.uuid().nullable(),
	questions: z.array(questionSchema),
	created_at: z.string(),
	closes_at: z.string(),
	state: z.enum(POLL_STATES),
	/** How many have answered. */
	ballots: z.int(),
	/** By question, how many chose each answer; null where too few answered, or while the poll is open. */
	counts: z.array(z.array(z.int()).nullable()).nullable()
});
export type PollRow = z.output<typeof pollRow>;

/** What the holder of a link is asked. */
export const openedPollSchema = z.object({
	community_name: z.string(),
	questions: z.array(questionSchema),
	closes_at: z.string(),
	state: z.enum(POLL_STATES)
});
export type OpenedPoll = z.output<typeof openedPollSchema>;

/** Of a link: 32 bytes as base64url. */
export const pollToken = z.base64url('invalid').length(43, 'invalid');

/** The chosen answer by question, both as places in their lists from 0: `{ "0": 2 }`. What was skipped is left out. */
export const choicesSchema = z
	.record(
		z.string().regex(new RegExp(`^[0-${QUESTIONS_MAX - 1}]$`)),
		z
			.int()
			.min(0)
			.max(OPTIONS_MAX - 1)
	)
	.refine((choices) => Object.keys(choices).length > 0, 'required');
export type Choices = z.output<typeof choicesSchema>;

const PLACES = Array.from({ length: QUESTIONS_MAX }, (_, place) => place);
export const questionField = (place: number): string => `question_${place}`;
export const optionsField = (place: number): string => `options_${place}`;
export const choiceField = (place: number): string => `choice_${place}`;

/** The answers in a text field: one on a line. */
export function optionsIn(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

/** The fields of a list of questions, as the form shows them. */
export function questionValues(questions: readonly PollQuestion[]): Record<string, string> {
	return Object.fromEntries(
		questions.flatMap(({ text, options }, place) => [
			[questionField(place), text],
			[optionsField(place), options.join('\n')]
		])
	);
}

const LINES_LENGTH = OPTIONS_MAX * (OPTION_LENGTH + 2);

/**
 * The form of a new poll. Messages are codes of `ui/problems.ts`.
 * @param days the first and the last day on which it may close
 */
export function pollForm({ first, last }: { first: string; last: string }) {
	return z
		.object({
			/** Both made with the page: a button pressed twice begins one poll, with one link. */
			id: z.uuid('invalid'),
			token: pollToken,
			closes_on: z.iso
				.date('date')
				.refine((day) => day >= first, 'date_past')
				.refine((day) => day <= last, 'invalid'),
			assessment_id: z.union([z.literal('').transform(() => null), z.uuid('choose')]),
			...Object.fromEntries(
				PLACES.flatMap((place) => [
					[questionField(place), impersonal(QUESTION_LENGTH)],
					[optionsField(place), impersonal(LINES_LENGTH)]
				])
			)
		})
		.superRefine((typed, context) => {
			const wrong = (field: string, message: string): void =>
				context.addIssue({ code: 'custom', path: [field], message });
			const asked = PLACES.filter((place) => !isEmpty(typed, place));
			for (const place of asked) {
				const options = optionsIn(textOf(typed, optionsField(place)));
				if (textOf(typed, questionField(place)) === '') wrong(questionField(place), 'required');
				if (options.some((option) => option.length > OPTION_LENGTH)) wrong(optionsField(place), 'too_long');
				else if (options.length < OPTIONS_MIN || options.length > OPTIONS_MAX)
					wrong(optionsField(place), 'invalid');
			}
			const next = PLACES.find((place) => isEmpty(typed, place));
			if (asked.length < QUESTIONS_MIN && next !== undefined) wrong(questionField(next), 'required');
		});
}

/** The questions that were typed; fields left empty ask nothing. */
export function questionsIn(typed: Readonly<Record<string, unknown>>): PollQuestion[] {
	return PLACES.filter((place) => !isEmpty(typed, place)).map((place) => ({
		text: textOf(typed, questionField(place)),
		options: optionsIn(textOf(typed, optionsField(place)))
	}));
}

function isEmpty(typed: Readonly<Record<string, unknown>>, place: number): boolean {
	return textOf(typed, questionField(place)) === '' && textOf(typed, optionsField(place)) === '';
}

function textOf(typed: Readonly<Record<string, unknown>>, field: string): string {
	const value = typed[field];
	return typeof value === 'string' ? value : '';
}

/** One ballot from paper: an answer to each question, or `''`. */
export const paperForm = z.object({
	/** Made with the page: sent twice it counts once. */
	id: z.uuid('invalid'),
	...Object.fromEntries(
		PLACES.map((place) => [
			choiceField(place),
			z.string().regex(new RegExp(`^[0-${OPTIONS_MAX - 1}]?$`), 'choose')
		])
	)
});

/** The answers on a ballot from paper. */
export function choicesIn(typed: Readonly<Record<string, unknown>>): Choices {
	return Object.fromEntries(
		PLACES.flatMap((place) => {
			const choice = textOf(typed, choiceField(place));
			return choice === '' ? [] : [[String(place), Number(choice)]];
		})
	);
}

/** One ballot sent by a link. */
export const ballotSchema = z.strictObject({
	link: z.string().min(1).max(100),
	/** Made by the device: sent twice it counts once. */
	id: z.uuid(),
	choices: choicesSchema
});
