/** What members, mentor and PKC see of a community beside its public card (class C): rows as the database gives them. */
import { z } from 'zod';
import { impersonal } from '../ui/personal.ts';
import { COMMUNITY_KINDS } from './schema.ts';

const COMMUNITY_STATUSES = ['pending', 'approved', 'rejected', 'merged'] as const;
export type CommunityStatus = (typeof COMMUNITY_STATUSES)[number];

/** What PKC decided, and what the coordinator sent in again. */
export const DECISIONS = ['resubmitted', 'asked_back', 'approved', 'rejected', 'merged'] as const;
export type Decision = (typeof DECISIONS)[number];
/** Decisions that PKC may take on a community that waits. */
export const OPEN_DECISIONS = ['approved', 'asked_back', 'rejected', 'merged'] as const;

const reviewRow = z.object({
	id: z.string(),
	decision: z.enum(DECISIONS),
	message: z.string().nullable(),
	at: z.string()
});
export type Review = z.output<typeof reviewRow>;

const contactRow = z.object({
	id: z.string(),
	name: z.string(),
	role: z.string().nullable(),
	email: z.string().nullable(),
	phone: z.string().nullable(),
	consent_given_on: z.iso.date(),
	consent_expires_on: z.iso.date()
});
export type ContactPerson = z.output<typeof contactRow>;

/** A row of `communities` with what hangs on it. */
export const insideRow = z.object({
	id: z.string(),
	name: z.string(),
	kind: z.enum(COMMUNITY_KINDS),
	territory_code: z.string(),
	place: z.string().nullable(),
	place_public: z.boolean(),
	web: z.string().nullable(),
	note: z.string().nullable(),
	status: z.enum(COMMUNITY_STATUSES),
	merged_into: z.string().nullable(),
	known_since: z.iso.date(),
	confirmed_on: z.iso.date().nullable(),
	/** Figures of an area with fewer than three assessed communities may be shown to people with a mandate. */
	figures_agreed: z.boolean(),
	created_at: z.string(),
	/** Sent back unchanged when the card is saved. */
	updated_at: z.string(),
	community_territories: z.array(z.object({ territory_code: z.string() })),
	community_contacts: z.array(contactRow),
	community_reviews: z.array(reviewRow)
});
export type Inside = z.output<typeof insideRow>;

/** A community that PKC has not decided on, as its queue lists it. */
export const waitingRow = z
	.object({
		id: z.string(),
		name: z.string(),
		kind: z.enum(COMMUNITY_KINDS),
		territory_code: z.string(),
		created_at: z.string(),
		community_reviews: z.array(reviewRow.pick({ decision: true, at: true }))
	})
	.transform(({ community_reviews, ...row }) => {
		const last = byTime(community_reviews).at(-1);
		return { ...row, state: waitState(last?.decision), since: last?.at ?? row.created_at };
	});
export type Waiting = z.output<typeof waitingRow>;

/** Whose turn it is: `new` and `mended` wait for PKC, `asked` for the community. */
export type WaitState = 'new' | 'mended' | 'asked';

/** From the last thing that happened to a pending community. */
export function waitState(last: Decision | undefined): WaitState {
	if (last === 'asked_back') return 'asked';
	return last === 'resubmitted' ? 'mended' : 'new';
}

/** Oldest first. */
export function byTime<T extends { at: string }>(events: readonly T[]): T[] {
	return events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Whether figures may be shown where the community can be recognised in them. */
export const figuresForm = z.object({
	agreed: z.enum(['yes', 'no'], 'choose').transform((said) => said === 'yes')
});

export const similarRow = z.object({
	id: z.string(),
	name: z.string(),
	kind: z.enum(COMMUNITY_KINDS),
	territory_code: z.string(),
	same_place: z.boolean(),
	/** The caller coordinates it. */
	own: z.boolean(),
	/** Nobody has approved it yet. */
	pending: z.boolean()
});
export type Similar = z.output<typeof similarRow>;

export const reviewForm = z
	.object({
		decision: z.enum(OPEN_DECISIONS, 'choose'),
		message: impersonal(2000),
		merge_into: z.string(),
		/** The form of the registration that was read. */
		expected_updated_at: z.string()
	})
	.superRefine(({ decision, message, merge_into }, context) => {
		if ((decision === 'asked_back' || decision === 'rejected') && message === '')
			context.addIssue({ code: 'custom', path: ['message'], message: 'required' });
		if (decision === 'merged' && !z.uuid().safeParse(merge_into).success)
			context.addIssue({ code: 'custom', path: ['merge_into'], message: 'choose' });
	});
