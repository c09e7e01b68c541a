/**
 * Nothing is ever lost: devices with the real outbox and sender, against the real functions of the database through
 * PostgREST, while connections, tabs, sessions and clocks fail. The same schedules each time; another start:
 * `SCHEDULES_FROM=7000`.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/lib/offline/turn.ts';
import { openApi, type Api, type ApiAnswer } from '../roles/api.ts';
import { COMMUNITY } from '../roles/fixtures.ts';
import type { Person } from '../roles/people.ts';
import { play, schedule } from './schedule.ts';
import type { LogEntry, Server, ServerRow } from './server.ts';

const RUNS = process.env.DEEP === '1' ? 5000 : 500;
const FROM = Number(process.env.SCHEDULES_FROM ?? 1);
/** Each has an assessment of its own, so that several may run at once and still go the same way every time. */
const AT_ONCE = 6;
/** Every fifth is of respondents, who share a token: one person on several devices. */
const isOfRespondent = (seed: number): boolean => seed % 5 === 0;

const PEOPLE = ['member', 'coordinator', 'mentor'] as const satisfies Person[];
type Row = Record<string, unknown>;

let api: Api;
let service: { token: string };
beforeAll(async () => {
	api = await openApi('postgrest');
	service = { token: await api.sign({ role: 'service_role' }) };
});
afterAll(() => api.close());

const call = (who: Parameters<Api['ask']>[0], name: string, body: Row): Promise<ApiAnswer> =>
	api.ask(who, { method: 'POST', path: `/rpc/${name}`, body });

async function rpc<T>(who: Parameters<Api['ask']>[0], name: string, body: Row): Promise<T> {
	const { status, body: told } = await call(who, name, body);
	if (status >= 300) throw new Error(`${name}: ${JSON.stringify(told)}`);
	return told as T;
}

/** A new assessment, as the endpoints would show it. */
async function newServer(seed: number): Promise<Server> {
	const kind = isOfRespondent(seed) ? 'respondent' : 'community';
	const data = {
		...{ id: crypto.randomUUID(), community_id: COMMUNITY.here, checklist_id: 'matrix' },
		...{ checklist_version: '1.0.0', form: 'full', mode: kind === 'respondent' ? 'individual' : 'together' }
	};
	const assessment_id = await rpc<string>('coordinator', 'start_assessment', { data });
	const token_hash = crypto.randomUUID().padEnd(64, '0');
	if (kind === 'respondent') {
		const link_hash = crypto.randomUUID().padEnd(64, '0');
		const link = { id: crypto.randomUUID(), token_hash: link_hash, expires_at: 'tomorrow' };
		await rpc('coordinator', 'create_respondent_link', { assessment_id, ...link });
		await rpc('visitor', 'join_assessment', { link_hash, id: crypto.randomUUID(), token_hash });
	}

	const person = (n: number): Person => PEOPLE[n % PEOPLE.length] ?? 'member';
	const reply = ({ status, body }: ApiAnswer, shape: (body: unknown) => unknown): Reply => ({
		...{ status, body: status === 200 ? shape(body) : body, retryAfter: null }
	});
	const rows = async <T>(path: string): Promise<T[]> => {
		const answer = await api.ask(service, { method: 'GET', path });
		expect(answer.status).toBe(200);
		return answer.body as T[];
	};
	return {
		kind,
		write: async (n, writes) =>
			reply(
				kind === 'respondent'
					? await call('visitor', 'write_respondent_answers', { token_hash, writes })
					: await call(person(n), 'write_answers', { assessment_id, writes }),
				(outcomes) => ({ outcomes })
			),
		read: async (n) =>
			reply(
				kind === 'respondent'
					? await call('visitor', 'respondent_view', { token_hash })
					: await call(person(n), 'assessment_view', { id: assessment_id }),
				(body) => {
					const { assessment, answers } = body as { assessment: { status: string }; answers: unknown };
					return { status: assessment.status, answers };
				}
			),
		end: () => rpc('coordinator', 'archive_assessment', { id: assessment_id }),
		log: () => rows<LogEntry>(`/answer_writes?assessment_id=eq.${assessment_id}&order=write_id`),
		rows: async () =>
			(await rows<Row>(`/answers?assessment_id=eq.${assessment_id}&order=item_id`)).map((row) => ({
				...({ item: row.item_id, value: row.value, note: row.note, revision: row.revision } as ServerRow),
				...row
			}))
	};
}

/** Plays the schedule of a seed. @throws with the seed and the schedule */
async function playSeed(seed: number): Promise<void> {
	const [given] = fc.sample(schedule, { seed, numRuns: 1 });
	if (given === undefined) throw new Error('No schedule');
	try {
		await play(await newServer(seed), given);
	} catch (error) {
		throw new Error(`Schedule ${seed} of ${JSON.stringify(given)}`, { cause: error });
	}
}

describe('devices that lose connection, sessions, tabs and time', () => {
	it(
		`lose no answer, overwrite none unseen, and agree in the end (${RUNS} schedules)`,
		{ timeout: RUNS * 1000 },
		async () => {
			let next = FROM;
			const play = async (): Promise<void> => {
				while (next < FROM + RUNS) await playSeed(next++);
			};
			await Promise.all(Array.from({ length: AT_ONCE }, play));
		}
	);
});
