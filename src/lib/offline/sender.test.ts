import { describe, expect, it } from 'vitest';
import { StorageError } from './db.ts';
import { NOT_ACCEPTED } from './outbox.ts';
import type { AnswerRecord, Round, StoredRound } from './round.ts';
import { saveContent } from './rounds.ts';
import { FIRST_PAUSE_MS, LONGEST_PAUSE_MS, QUIET_MS, Sender } from './sender.ts';
import type { RoundStore } from './store.ts';
import { retryAfter } from './transport.ts';
import type { Reply } from './turn.ts';
import type { Write } from './wire.ts';

const START = Date.parse('2026-11-21T10:00:00Z');

function round(id: string, more: { person?: string; state?: Round['state'] } = {}): Round {
	return {
		...{ id, assessment: '3f0e9a52-6c1b-4d7e-9a10-2b7c5d8e9f01', kind: 'community', person: 'anna' },
		...{ checklist: 'drosa-kopiena', version: '1.0.0', form: 'quick', borderZone: false, exposure: {} },
		...{
			title: 'Paraugs',
			name: '',
			status: 'draft',
			step: null,
			state: 'open',
			fetchedAt: null,
			sentAt: null
		},
		...{ updatedAt: '2026-11-21T10:00:00Z', ...more }
	};
}

/** A device with a clock that is turned by hand and a server that says what it is told to say. */
function device(...rounds: Round[]) {
	const kept = new Map(
		rounds.map((each) => [each.id, { round: each, records: new Map<string, AnswerRecord>() }])
	);
	let now = START;
	let timers: { at: number; work: () => void }[] = [];
	const requests: { round: string; writes: string[] }[] = [];
	let say: (writes: readonly Write[], round: Round) => Partial<Reply> = (writes) => written(writes);
	const stored = (id: string): StoredRound => {
		const entry = kept.get(id);
		if (entry === undefined) throw new StorageError('gone');
		return { round: entry.round, records: [...entry.records.values()] };
	};
	const store: RoundStore = {
		list: () => Promise.resolve([...kept.values()].map((entry) => entry.round)),
		update: async (id, work) => {
			await Promise.resolve();
			const step = work(stored(id));
			const entry = kept.get(id);
			for (const record of step.records ?? []) entry?.records.set(record.item, record);
			if (entry !== undefined && step.round !== undefined) entry.round = step.round;
			return step.value;
		}
	};
	const reply = (of: Round, writes: readonly Write[]): Promise<Reply> => {
		requests.push({ round: of.id, writes: writes.map(({ item }) => item) });
		return Promise.resolve({ status: 200, body: undefined, retryAfter: null, ...say(writes, of) });
	};
	const sender = new Sender({
		store,
		transport: { post: reply, get: (of) => reply(of, []) },
		newId: () => crypto.randomUUID(),
		random: () => 1,
		clock: {
			now: () => now,
			after: (ms, work) => {
				const timer = { at: now + ms, work };
				timers.push(timer);
				return () => (timers = timers.filter((each) => each !== timer));
			}
		},
		lock: (work) => work(),
		person: () => 'anna',
		onchange: () => undefined
	});
	const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
	return {
		sender,
		requests,
		stored,
		settle,
		/** What the server says from now on. */
		says: (next: typeof say) => (say = next),
		/** How long until something is done by itself; null = nothing is planned. */
		next: (): number | null => (timers.length === 0 ? null : Math.min(...timers.map(({ at }) => at)) - now),
		pass: async (ms: number): Promise<void> => {
			now += ms;
			const due = timers.filter(({ at }) => at <= now);
			timers = timers.filter((timer) => !due.includes(timer));
			for (const { work } of due) work();
			await settle();
		},
		answer: async (id: string, items: number): Promise<void> => {
			for (let n = 1; n <= items; n++)
				await saveContent(
					...[store, id, `1.${n}`],
					{
						...{
							value: 1 as const,
							asOf: '2026-11-21',
							evidence: 0 as const,
							reason: '',
							note: '',
							dissent: ''
						},
						changedAt: '2026-11-21T10:00:00Z'
					},
					{ tab: 'tab', seen: 0 }
				);
		},
		wake: async (): Promise<void> => {
			sender.wake();
			await settle();
		}
	};
}

function written(writes: readonly Write[]): Partial<Reply> {
	const outcomes = writes.map(({ write_id, item }) => ({ write_id, item, outcome: 'written', revision: 1 }));
	return { body: { outcomes } };
}
const status =
	(code: number, more: Partial<Reply> = {}) =>
	(): Partial<Reply> => ({ status: code, ...more });

describe('the sender', () => {
	it('sends a moment after a change, at most fifty at a time', async () => {
		const here = device(round('a'));
		await here.answer('a', 60);
		here.sender.changed();
		expect(here.next()).toBe(QUIET_MS);
		await here.pass(QUIET_MS);
		expect(here.requests.map(({ writes }) => writes.length)).toEqual([50, 10]);
		expect(here.stored('a').round.sentAt).toBe(new Date(START + QUIET_MS).toISOString());
		await here.wake();
		expect(here.requests).toHaveLength(2);
	});

	it('sends nothing of other people', async () => {
		const here = device(round('a', { person: 'berta' }), round('b'));
		await here.answer('a', 1);
		await here.answer('b', 1);
		await here.sender.sendNow();
		await here.settle();
		expect(here.requests.map((each) => each.round)).toEqual(['b']);
	});

	it.each<[string, ReturnType<typeof status>]>([
		['503', status(503)],
		['418', status(418)],
		['an answer that is none', status(200, { body: 'Sign in to our café' })],
		['an answer to other writes', status(200, { body: { outcomes: [] } })],
		[
			'no answer',
			() => {
				throw new TypeError('Failed to fetch');
			}
		]
	])('waits twice as long after each failure, up to five minutes: %s', async (_what, answer) => {
		const here = device(round('a'));
		await here.answer('a', 1);
		here.says(answer);
		await here.wake();
		const frozen = here.stored('a').records;
		for (const seconds of [2, 4, 8, 16, 32, 64, 128, 256, 300, 300]) {
			expect(here.next()).toBe(seconds * 1000);
			await here.pass(seconds * 1000);
		}
		expect(here.requests).toHaveLength(11);
		// Always the same write.
		expect(here.stored('a').records).toEqual(frozen);
		// Somebody looks again: at once, and from the beginning.
		await here.wake();
		expect(here.next()).toBe(FIRST_PAUSE_MS);
		here.says(written);
		await here.pass(FIRST_PAUSE_MS);
		expect(here.next()).toBeNull();
		expect(here.stored('a').records).toMatchObject([{ sending: null, known: { revision: 1 } }]);
	});

	it('waits as long as the server wishes', async () => {
		const here = device(round('a'));
		await here.answer('a', 1);
		here.says(status(429, { retryAfter: 90_000 }));
		await here.wake();
		expect(here.next()).toBe(90_000);
		await here.pass(LONGEST_PAUSE_MS);
		here.says(status(429, { retryAfter: 1e12 }));
		await here.pass(LONGEST_PAUSE_MS);
		expect(here.next()).toBeLessThanOrEqual(3_600_000);
	});

	it.each([
		[401, 'signed_out'],
		[403, 'not_allowed'],
		[404, 'not_found'],
		[409, 'over'],
		[410, 'expired']
	])('stops a round at %i until somebody says so, and goes on with the others', async (code, state) => {
		const here = device(round('a'), round('b'));
		await here.answer('a', 1);
		await here.answer('b', 1);
		here.says((writes, of) => (of.id === 'a' ? { status: code } : written(writes)));
		await here.wake();
		expect(here.stored('a')).toMatchObject({ round: { state }, records: [{ content: { value: 1 } }] });
		expect(here.stored('b').records).toMatchObject([{ sending: null }]);
		expect(here.next()).toBeNull();
		await here.wake();
		expect(here.requests).toHaveLength(2);
		here.says(written);
		await here.sender.sendNow();
		await here.settle();
		expect(here.stored('a')).toMatchObject({ round: { state: 'open' }, records: [{ sending: null }] });
	});

	it.each([400, 413, 422])('finds the one write that a %i is about', async (code) => {
		const here = device(round('a'));
		await here.answer('a', 7);
		here.says((writes) => (writes.some(({ item }) => item === '1.5') ? { status: code } : written(writes)));
		await here.wake();
		const problems = here.stored('a').records.map(({ problem, known }) => problem ?? known?.revision);
		expect(problems).toEqual([1, 1, 1, 1, NOT_ACCEPTED, 1, 1]);
		const before = here.requests.length;
		await here.wake();
		expect(here.requests).toHaveLength(before);
		here.says(written);
		await here.sender.sendNow();
		await here.settle();
		expect(here.stored('a').records.every(({ problem }) => problem === null)).toBe(true);
	});

	it('fetches when somebody wants to see, after sending, and once', async () => {
		const here = device(round('a'));
		await here.answer('a', 1);
		const theirs = {
			...{ item: '1.2', value: 3, as_of: '2026-11-21', evidence: 0, reason: null, note: null, revision: 4 },
			...{ changed_at: '2026-11-21T10:00:00+00:00', written_at: '2026-11-21T10:00:00.123456+00:00' }
		};
		here.says((writes) =>
			writes.length > 0 ? written(writes) : { body: { status: 'draft', answers: [theirs] } }
		);
		here.sender.fetch('a');
		await here.settle();
		await here.wake();
		expect(here.requests.map(({ writes }) => writes)).toEqual([['1.1'], []]);
		expect(here.stored('a')).toMatchObject({
			round: { status: 'draft', fetchedAt: new Date(START).toISOString() },
			records: [{ item: '1.1' }, { item: '1.2', content: { value: 3 }, known: { revision: 4 } }]
		});
	});

	it('reads what takes no answers any more', async () => {
		const here = device(round('a', { state: 'over' }), round('b', { state: 'signed_out' }));
		here.says(() => ({ body: { status: 'submitted', answers: [] } }));
		here.sender.fetch('a');
		here.sender.fetch('b');
		await here.settle();
		expect(here.requests.map((each) => each.round)).toEqual(['a']);
		expect(here.stored('a').round).toMatchObject({ status: 'submitted', state: 'over' });
	});

	it('does nothing more when it is closed', async () => {
		const here = device(round('a'));
		await here.answer('a', 1);
		here.sender.changed();
		here.sender.close();
		expect(here.next()).toBeNull();
		await here.wake();
		expect(here.requests).toEqual([]);
	});
});

describe('Retry-After', () => {
	it.each([
		['120', 120_000],
		['Sat, 21 Nov 2026 10:00:30 GMT', 30_000],
		['Sat, 21 Nov 2026 09:00:00 GMT', 0],
		['soon', null],
		['', null],
		[null, null]
	])('%s is %s ms', (header, ms) => {
		expect(retryAfter(header, START)).toBe(ms);
	});
});
