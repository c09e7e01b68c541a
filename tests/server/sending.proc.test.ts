/** The outbox of a device against the real endpoints, while the session ends and others sign in on the same device. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outboxState } from '../../src/lib/offline/outbox.ts';
import { roundId, type AnswerRecord, type Content, type Round } from '../../src/lib/offline/round.ts';
import { saveContent } from '../../src/lib/offline/rounds.ts';
import { Sender } from '../../src/lib/offline/sender.ts';
import type { RoundStore } from '../../src/lib/offline/store.ts';
import { httpTransport } from '../../src/lib/offline/transport.ts';
import { prepared } from './prepared.ts';
import { requireBuild, startServer, temporaryDirectory, type ServerProcess } from './server-process.ts';
import { Visitor } from './visitor.ts';

const NAUTRENI = '9c351a63-ee72-55c8-8d1b-a4b6818a1e03';

const directory = temporaryDirectory();
let server: ServerProcess;
beforeAll(async () => {
	requireBuild();
	server = await startServer({ DEMO: '', DATA_DIR: prepared('demo', join(directory.path, 'demo')) });
	await server.ready;
});
afterAll(async () => {
	await server.kill('SIGKILL');
	directory.remove();
});

/** A device that keeps one round in memory and sends by the session of whoever is signed in. */
class Phone {
	visitor = new Visitor(server.origin);
	requests = 0;
	readonly sender: Sender;
	#round: Round;
	readonly #records = new Map<string, AnswerRecord>();

	constructor(round: Round, person: string) {
		this.#round = round;
		this.sender = new Sender({
			store: this.store,
			transport: httpTransport((path, init) => this.#fetch(path as string, init)),
			newId: () => crypto.randomUUID(),
			random: () => 0.5,
			// Nothing is sent but by hand.
			clock: { now: () => Date.now(), after: () => () => undefined },
			lock: (work) => work(),
			person: () => person,
			onchange: () => undefined
		});
	}

	readonly store: RoundStore = {
		list: () => Promise.resolve([this.#head()]),
		update: (_id, work) => {
			const step = work({ round: this.#head(), records: [...this.#records.values()] });
			for (const record of step.records ?? []) this.#records.set(record.item, record);
			this.#round = step.round ?? this.#round;
			return Promise.resolve(step.value);
		}
	};

	get state(): { round: Round['state']; outbox: string; kept: Record<string, unknown> } {
		const records = [...this.#records.values()];
		return {
			round: this.#round.state,
			outbox: outboxState([{ round: this.#round, records }]).state,
			kept: Object.fromEntries(records.map(({ item, content }) => [item, content.value]))
		};
	}

	async answer(item: string, value: Content['value']): Promise<void> {
		const content = { value, asOf: '2026-05-01', evidence: 0 as const, reason: '', note: '', dissent: '' };
		const changedAt = new Date().toISOString();
		await saveContent(this.store, this.#round.id, item, { ...content, changedAt }, { tab: 'tab', seen: 0 });
	}

	/** Sends, and waits until nothing is under way. */
	async send(how: 'now' | 'wake'): Promise<void> {
		if (how === 'now') await this.sender.sendNow();
		else this.sender.wake();
		for (let before = -1; before !== this.requests; await new Promise((done) => setTimeout(done, 400)))
			before = this.requests;
	}

	#head(): Round {
		return this.#round;
	}

	#fetch(path: string, init: RequestInit = {}): Promise<Response> {
		this.requests++;
		const headers = new Headers(init.headers);
		headers.set('cookie', [...this.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
		headers.set('origin', server.origin);
		return fetch(server.origin + path, { ...init, headers });
	}
}

describe('a session that ends while somebody answers', () => {
	it('stops the sending, keeps everything, and goes on when the same person signs in again', async () => {
		const coordinator = await Visitor.sample(server.origin, 'coordinator.nautreni');
		const assessment = crypto.randomUUID();
		const form = { id: assessment, form: 'quick', mode: 'together', source: 'screen', round: '' };
		await coordinator.post(`/communities/${NAUTRENI}/assessments?/start`, form);
		const told = async (): Promise<Record<string, unknown>> => {
			const { body } = await coordinator.json(`/api/assessments/${assessment}/answers`);
			const { answers } = body as { answers: { item: string; value: unknown }[] };
			return Object.fromEntries(answers.map(({ item, value }) => [item, value]));
		};
		const member = await Visitor.sample(server.origin, 'member.nautreni');
		const { body } = await member.json(`/api/assessments/${assessment}/answers`);
		const { person } = body as { person: string };

		const phone = new Phone(
			{
				...{ kind: 'community', id: roundId(assessment, person), person, assessment },
				...{ checklist: 'drosa-kopiena', version: '1.0.0', form: 'quick', borderZone: true, exposure: {} },
				...{ title: 'Paraugs', name: '', status: 'draft', step: null, state: 'open' },
				...{ fetchedAt: null, sentAt: null, updatedAt: new Date().toISOString() }
			},
			person
		);
		phone.visitor = member;
		await phone.answer('1.1', 1);
		await phone.send('now');
		expect(phone.state).toEqual({ round: 'open', outbox: 'sent', kept: { '1.1': 1 } });

		// The session ends on the server; the device still has its key.
		const key = new Map(member.cookies);
		await member.post('/sign-out?/here');
		for (const [name, value] of key) member.cookies.set(name, value);
		await phone.answer('1.1', 2);
		await phone.answer('1.3', 3);
		await phone.send('wake');
		const stopped = { round: 'signed_out', outbox: 'attention', kept: { '1.1': 2, '1.3': 3 } };
		expect(phone.state).toEqual(stopped);

		// It asks to sign in, and asks the server nothing meanwhile.
		const { requests } = phone;
		await phone.answer('2.1', 0);
		await phone.send('wake');
		const more = { ...stopped, kept: { ...stopped.kept, '2.1': 0 } };
		expect([phone.state, phone.requests]).toEqual([more, requests]);

		// Somebody else signs in on the same device: nothing is taken in their name.
		phone.visitor = await Visitor.sample(server.origin, 'coordinator.nautreni');
		await phone.send('now');
		expect(phone.state).toEqual(more);
		expect(phone.requests).toBeGreaterThan(requests);
		expect(await told()).toEqual({ '1.1': 1 });

		phone.visitor = await Visitor.sample(server.origin, 'member.nautreni');
		await phone.send('now');
		expect(phone.state).toEqual({ ...more, round: 'open', outbox: 'sent' });
		expect(await told()).toEqual({ '1.1': 2, '1.3': 3, '2.1': 0 });
	});
});
