/** People who answer for themselves before the meeting: they have a token on their device and no account. */
import {
	openedLinkSchema,
	outcomeSchema,
	respondentView,
	type OpenedLink,
	type Outcome,
	type RespondentView,
	type Write
} from '../assessments/round.ts';
import { asJson, expectDone, unwrap, type Backend } from './client.ts';
import { AppError } from './errors.ts';
import { parseRow, parseRows } from './rows.ts';
import { hashToken } from './tokens.ts';

/** Who joins. */
export interface Joining {
	/** Token of the link. */
	link: string;
	/** Made by the device: sent twice, one person joins. */
	id: string;
	/** Of the device; it is all that ever shows who asks. */
	token: string;
	name: string | null;
}

/**
 * What the holder of a link may know before joining.
 * @throws AppError `not_found` for an unknown link
 */
export async function openLink(backend: Backend, link: string): Promise<OpenedLink> {
	const rows = unwrap(
		await backend.publicClient().rpc('respondent_link_by_token', { token_hash: hashToken(link) })
	);
	const [opened] = parseRows('respondent_link_by_token', openedLinkSchema, rows);
	if (opened === undefined) throw new AppError('not_found', 'There is no such link.');
	return opened;
}

/**
 * Joins a round by an open link.
 * @throws AppError `not_found`, `expired`, `already_used` when the link is revoked or nobody may join any more,
 * `invalid_input` with the field
 */
export async function joinRound(
	backend: Backend,
	{ link, id, token, name }: Joining
): Promise<RespondentView> {
	const view = unwrap(
		await backend.publicClient().rpc('join_assessment', {
			link_hash: hashToken(link),
			id,
			token_hash: hashToken(token),
			...(name === null ? {} : { name })
		})
	);
	return parseRow('join_assessment', respondentView, view);
}

/**
 * The round and the own answers.
 * @throws AppError `not_found`, `expired`, `already_used` (field `revoked_at`)
 */
export async function loadRespondent(backend: Backend, token: string): Promise<RespondentView> {
	const view = unwrap(await backend.publicClient().rpc('respondent_view', { token_hash: hashToken(token) }));
	return parseRow('respondent_view', respondentView, view);
}

/**
 * Writes own answers.
 * @throws AppError as `loadRespondent`; `already_used` also when the round has gone on (field `status`, `mode` or
 * `meeting_opened_at`)
 */
export async function writeOwnAnswers(
	backend: Backend,
	token: string,
	writes: readonly Write[]
): Promise<Outcome[]> {
	const told = unwrap(
		await backend.publicClient().rpc('write_respondent_answers', {
			token_hash: hashToken(token),
			writes: asJson(writes)
		})
	);
	return parseRows('write_respondent_answers', outcomeSchema, told);
}

/**
 * Says that the person has answered what there was to answer; they may still change it.
 * @throws AppError as `loadRespondent`
 */
export async function finishRespondent(backend: Backend, token: string): Promise<void> {
	expectDone(await backend.publicClient().rpc('finish_respondent', { token_hash: hashToken(token) }));
}

/**
 * The person takes everything back; nothing of it is kept.
 * @throws AppError `not_found`
 */
export async function leaveRound(backend: Backend, token: string): Promise<void> {
	expectDone(await backend.publicClient().rpc('leave_assessment', { token_hash: hashToken(token) }));
}
