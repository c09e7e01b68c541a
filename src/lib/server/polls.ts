/** Household polls: who sees them, beginning and ending them, and ballots from paper and by link. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { endOfDayInRiga, todayInRiga } from '../activity/dates.ts';
import type { IsoDate } from '../activity/types.ts';
import {
	openedPollSchema,
	POLL_DAYS,
	pollRow,
	type Choices,
	type OpenedPoll,
	type PollQuestion,
	type PollRow
} from '../assessments/poll.ts';
import { asJson, expectDone, unwrap, type Backend, type Client } from './client.ts';
import { AppError } from './errors.ts';
import { answer } from './http.ts';
import { openPlan, openPlanToChange, type OpenedPlan } from './plan.ts';
import { parseRows } from './rows.ts';
import { hashToken } from './tokens.ts';

type Event = Pick<RequestEvent, 'locals' | 'url'> & { params: { id: string } };

/**
 * The community of the address, for those who see its polls: the same who see its plan. Visitors are sent to sign in;
 * for others there is no such page.
 */
export const openPolls: (event: Event) => Promise<OpenedPlan> = openPlan;

/** As `openPolls`, for those who lead the community. */
export const openPollsToLead: (event: Event) => Promise<OpenedPlan> = openPlanToChange;

/** The poll of the address, for those who lead its community; 404 when the community has no such poll. */
export async function requirePoll(
	event: Event & { params: { poll: string } }
): Promise<OpenedPlan & { poll: PollRow }> {
	const opened = await openPollsToLead(event);
	const polls = await answer(loadPolls(opened.session.client, opened.inside.id));
	const poll = polls.find(({ id }) => id === event.params.poll);
	if (poll === undefined) error(404, { message: 'No such poll', code: 'not_found' });
	return { ...opened, poll };
}

/**
 * The polls of a community, newest first; none for those who may not see them.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadPolls(client: Client, communityId: string): Promise<PollRow[]> {
	const rows = unwrap(await client.rpc('poll_overview', { community_id: communityId }));
	return parseRows('poll_overview', pollRow, rows);
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** The clock of the database may be a little behind ours, and it allows no more than so many days. */
const CLOCK_MS = 60 * 1000;

/** The days on which a poll that begins now may close, when it runs for so many days at most. */
export function closingDays(now: Date, longest = POLL_DAYS): { first: IsoDate; last: IsoDate } {
	return { first: todayInRiga(now), last: todayInRiga(new Date(now.getTime() + longest * DAY_MS)) };
}

/** What begins a poll. */
export interface PollStart {
	/** Made before it is sent, as the token: sent twice it begins once, with the same link. */
	id: string;
	token: string;
	questions: PollQuestion[];
	/** The last day. */
	closes_on: IsoDate;
	assessment_id: string | null;
}

/**
 * Begins a poll.
 * @throws AppError `forbidden`, `not_found`, `already_used` when the community is not approved, `invalid_input`
 */
export async function startPoll(client: Client, communityId: string, start: PollStart): Promise<void> {
	const { id, token, questions, closes_on: day, assessment_id } = start;
	const latest = Date.now() + POLL_DAYS * DAY_MS - CLOCK_MS;
	const closesAt = new Date(Math.min(Date.parse(endOfDayInRiga(day)), latest)).toISOString();
	const data = { id, community_id: communityId, assessment_id, questions, closes_at: closesAt };
	unwrap(await client.rpc('start_poll', { data: asJson({ ...data, token_hash: hashToken(token) }) }));
}

/**
 * Ends a poll before its day; it cannot be opened again.
 * @throws AppError `forbidden`, `not_found`
 */
export async function closePoll(client: Client, id: string): Promise<void> {
	expectDone(await client.rpc('close_poll', { id }));
}

/**
 * Counts a ballot from paper, once.
 * @throws AppError `expired` when the poll is closed, `already_used` when it is full, `invalid_input`, `forbidden`, `not_found`
 */
export async function enterBallot(
	client: Client,
	pollId: string,
	id: string,
	choices: Choices
): Promise<void> {
	expectDone(await client.rpc('enter_ballot', { poll_id: pollId, id, choices }));
}

/**
 * What the holder of a link is asked.
 * @throws AppError `not_found` for an unknown link
 */
export async function openPollLink(backend: Backend, link: string): Promise<OpenedPoll> {
	const rows = unwrap(await backend.publicClient().rpc('poll_by_token', { token_hash: hashToken(link) }));
	const [opened] = parseRows('poll_by_token', openedPollSchema, rows);
	if (opened === undefined) throw new AppError('not_found', 'There is no such poll.');
	return opened;
}

/**
 * Counts a ballot sent by a link, once.
 * @throws AppError as `enterBallot`
 */
export async function castBallot(
	backend: Backend,
	link: string,
	id: string,
	choices: Choices
): Promise<void> {
	expectDone(await backend.publicClient().rpc('cast_ballot', { token_hash: hashToken(link), id, choices }));
}
