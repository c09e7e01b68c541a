/** The real server, for schedules in real browsers: rounds to answer, and what the database has of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, request, type APIRequestContext } from '@playwright/test';
import { freshName } from '../e2e/drivers/communities.ts';
import type { LogEntry, ServerRow } from './server.ts';

const NAUTRENI = '9c351a63-ee72-55c8-8d1b-a4b6818a1e03';
/** Sample people who may answer for the community. */
export const PEOPLE = ['coordinator.nautreni', 'member.nautreni', 'mentor'] as const;

/** A row of the database, with whose it is. */
export type Row = ServerRow & { as_of: string; respondent_id: string | null };
export type Entry = LogEntry & { content: { value?: string | number | null }; respondent_id: string | null };

/** The headers with which a page without script sends a form. */
export const formOf = (origin: string): Record<string, string> => ({ origin, accept: 'text/html' });

/** A round of the sample community. */
export interface Begun {
	assessment: string;
	/** By which people join; null = it is answered together. */
	link: string | null;
}

export class RealServer {
	readonly origin: string;
	readonly #dataDir: string;

	/** @param dataDir where its database and its keys are */
	constructor(origin: string, dataDir: string) {
		this.origin = origin;
		this.#dataDir = dataDir;
	}

	/** Begins a round as the coordinator does. */
	async begin(kind: 'community' | 'respondent'): Promise<Begun> {
		const coordinator = await request.newContext({
			...{ baseURL: this.origin, maxRedirects: 0, extraHTTPHeaders: formOf(this.origin) }
		});
		const send = async (path: string, form: Record<string, string>, status: number): Promise<string> => {
			const answer = await coordinator.post(path, { form });
			expect([path, answer.status()]).toEqual([path, status]);
			return answer.text();
		};
		await send('/sign-in?/sample', { sample: PEOPLE[0] }, 303);
		const assessment = crypto.randomUUID();
		const mode = kind === 'community' ? 'together' : 'individual';
		const round = `Nejauša gaita ${freshName()}`;
		await send(
			`/communities/${NAUTRENI}/assessments?/start`,
			{ id: assessment, form: 'quick', mode, source: 'screen', round },
			303
		);
		let link: string | null = null;
		if (kind === 'respondent') {
			const page = await send(`/assessments/${assessment}?/createLink`, { days: '7' }, 200);
			link = /\/join#([\w-]{43})/.exec(page)?.[1] ?? '';
		}
		await coordinator.dispose();
		return { assessment, link };
	}

	rows(assessment: string): Promise<Row[]> {
		return this.#all<Row>(`answers?assessment_id=eq.${assessment}&order=respondent_id,item_id`, (row) => ({
			...row,
			item: row.item_id
		}));
	}

	log(assessment: string): Promise<Entry[]> {
		return this.#all<Entry>(`answer_writes?assessment_id=eq.${assessment}&order=write_id`, (row) => row);
	}

	/** What only the operator may read. */
	async #all<T>(
		path: string,
		shape: (row: Record<string, unknown>) => Record<string, unknown>
	): Promise<T[]> {
		const { secret } = JSON.parse(readFileSync(join(this.#dataDir, 'keys.json'), 'utf8')) as {
			secret: string;
		};
		const api: APIRequestContext = await request.newContext();
		const answer = await api.get(`${this.origin}/rest/v1/${path}`, { headers: { apikey: secret } });
		expect(answer.status()).toBe(200);
		const rows = (await answer.json()) as Record<string, unknown>[];
		await api.dispose();
		return rows.map((row) => shape(row) as T);
	}
}
