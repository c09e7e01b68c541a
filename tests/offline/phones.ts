/** Random schedules of devices with real browsers; and what must hold when all has come to rest. */
import { expect, type Browser } from '@playwright/test';
import fc from 'fast-check';
import type { AnswerRecord } from '../../src/lib/offline/round.ts';
import { Journal } from './journal.ts';
import { isBlank, Phone } from './phone.ts';
import { PEOPLE, type Begun, type Entry, type RealServer, type Row } from './real-server.ts';
import { MISHAPS, type Mishap } from './way.ts';

/** Of the first part of the short form, so that nobody has to leave the screen. */
const ITEMS = ['1.1', '1.3'];
const DAY_MS = 86_400_000;
/** Pauses of minutes are pauses of seconds. */
const SPEED = 6;
const REST_MS = 40_000;

type Action =
	| { do: 'edit'; tab: number; item: number; level: number | null; isNoted: boolean }
	| { do: 'wait'; ms: number }
	| { do: 'offline' | 'online' | 'send' | 'arrive' | 'second_tab' | 'sign_in' }
	| { do: 'kill' | 'reload'; tab: number }
	| { do: 'sign_out'; where: 'here' | 'there' }
	| { do: 'choose'; tab: number; item: number; choice: number };

interface Plan {
	person: number;
	skewDays: number;
	actions: Action[];
	mishaps: Mishap[];
}
export type Plans = Plan[];

const tab = fc.nat(1);
const item = fc.constantFrom(0, 0, 1);
const edit: fc.Arbitrary<Action> = fc.record({
	...{ do: fc.constant('edit' as const), tab, item },
	...{ level: fc.option(fc.nat(3), { freq: 3, nil: null }), isNoted: fc.boolean() }
});
const action: fc.Arbitrary<Action> = fc.oneof(
	{ weight: 9, arbitrary: edit },
	{
		weight: 5,
		arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(20, 100, 300, 600) })
	},
	{ weight: 2, arbitrary: fc.record({ do: fc.constantFrom('offline' as const, 'online' as const) }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constantFrom('send' as const, 'arrive' as const) }) },
	{
		weight: 2,
		arbitrary: fc.record({ do: fc.constantFrom('kill' as const, 'kill' as const, 'reload' as const), tab })
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constantFrom('second_tab' as const, 'sign_in' as const) }) },
	{
		weight: 1,
		arbitrary: fc.record({
			do: fc.constant('sign_out' as const),
			where: fc.constantFrom('here' as const, 'there' as const)
		})
	},
	{
		weight: 2,
		arbitrary: fc.record({ do: fc.constant('choose' as const), tab, item, choice: fc.nat(3) })
	}
);
const plan: fc.Arbitrary<Plan> = fc.record({
	...{ person: fc.nat(2), skewDays: fc.constantFrom(0, 0, 0, -3, 2) },
	actions: fc
		.tuple(edit, fc.array(action, { minLength: 6, maxLength: 9, size: 'max' }))
		.map(([first, others]) => [first, ...others]),
	mishaps: fc.array(fc.constantFrom<Mishap>('none', 'none', 'none', ...MISHAPS), {
		...{ minLength: 12, maxLength: 12, size: 'max' as const }
	})
});
const plans = fc.oneof(
	{ weight: 3, arbitrary: fc.array(plan, { minLength: 2, maxLength: 2 }) },
	{ weight: 1, arbitrary: fc.array(plan, { minLength: 3, maxLength: 3, size: 'max' }) }
);

/** The same schedule for the same seed. */
export function plansOf(seed: number): Plans {
	const [given] = fc.sample(plans, { seed, numRuns: 1 });
	if (given === undefined) throw new Error('No schedule');
	return given;
}

/** A schedule under way. */
export class Storm {
	readonly phones: Phone[] = [];
	readonly journal = new Journal();
	readonly #server: RealServer;
	readonly #begun: Begun;
	readonly #plans: Plans;
	#notes = 0;

	private constructor(server: RealServer, begun: Begun, given: Plans) {
		this.#server = server;
		this.#begun = begun;
		this.#plans = given;
	}

	/** Begins a round, and opens it on all devices. */
	static async gather(
		browser: Browser,
		server: RealServer,
		kind: 'community' | 'respondent',
		given: Plans
	): Promise<Storm> {
		const storm = new Storm(server, await server.begin(kind), given);
		await Promise.all(
			given.map(async ({ person, skewDays }, n) => {
				const sample = kind === 'community' ? (PEOPLE[person] ?? PEOPLE[0]) : null;
				const clock = { skewMs: skewDays * DAY_MS, speed: SPEED };
				const name = `phone${n + 1}`;
				const phone = await Phone.open(browser, server.origin, storm.journal, { name, clock, sample });
				storm.phones.push(phone);
				const { assessment, link } = storm.#begun;
				await phone.signIn();
				await (link === null ? phone.openRound(assessment) : phone.join(link));
			})
		);
		storm.phones.sort((a, b) => a.name.localeCompare(b.name));
		return storm;
	}

	async end(): Promise<void> {
		await Promise.all(this.phones.map((phone) => phone.close()));
	}

	/** What happened, in order. */
	get trail(): string {
		return this.phones
			.flatMap(({ trail }) => trail)
			.sort()
			.join('\n');
	}

	/** All devices do what their plans say, each at its own pace. */
	async rage(): Promise<void> {
		await Promise.all(
			this.#plans.map(async ({ actions, mishaps }, n) => {
				const phone = this.phones[n];
				if (phone === undefined) return;
				let requests = 0;
				phone.way.mishap = () => mishaps[requests++ % mishaps.length] ?? 'none';
				for (const action of actions) await this.#act(phone, action);
			})
		);
	}

	async #act(phone: Phone, action: Action): Promise<void> {
		const item = ITEMS['item' in action ? action.item : 0] ?? '';
		phone.trail.push(`${Date.now()} ${phone.name} ${JSON.stringify(action)}`);
		switch (action.do) {
			case 'edit': {
				const note = action.isNoted || action.level === null ? this.#note(phone) : null;
				return phone.edit(action.tab, item, { level: action.level, note });
			}
			case 'wait':
				return pause(action.ms);
			case 'offline':
			case 'online':
				return phone.setOnline(action.do === 'online');
			case 'send':
				return phone.send(0);
			case 'arrive':
				await phone.way.late
					.shift()?.()
					.catch(() => undefined);
				return;
			case 'second_tab':
				return phone.tabs === 1 ? phone.another() : undefined;
			case 'kill':
				await phone.kill(action.tab);
				return phone.tabs === 0 ? phone.another() : undefined;
			case 'reload':
				return phone.reload(action.tab);
			case 'sign_in':
				// While the server is dead it does not work; whoever rests signs in again.
				return phone.isOnline ? phone.signIn().catch(() => undefined) : undefined;
			case 'sign_out':
				return phone.signOut(action.where);
			case 'choose':
				await phone.choose(action.tab, item, action.choice);
		}
	}

	#note({ name }: Phone): string {
		return `note ${name}-${++this.#notes}`;
	}

	/** The storm is over: everything arrives, everybody is signed in, sees what is there and decides. */
	async rest(): Promise<void> {
		for (const phone of this.phones) {
			phone.way.mishap = () => 'none';
			await phone.setOnline(true);
			for (const late of phone.way.late.splice(0)) await late().catch(() => undefined);
			await phone.rightClock();
			await phone.signIn();
			while (phone.tabs > 1) {
				await this.#quiet(phone, 1);
				await phone.kill(1);
			}
		}
		const end = Date.now() + REST_MS;
		let left = ['nothing was looked at'];
		for (let turn = 0; left.length > 0; turn++) {
			if (Date.now() > end) throw new Error(`It does not come to rest: ${left.join('; ')}`);
			// Decided one after the other: the last one sees what all the others decided.
			for (const phone of this.phones) await this.#settle(phone, turn);
			left = await this.#differences();
		}
	}

	async #quiet(phone: Phone, which: number): Promise<void> {
		await expect.poll(() => phone.state(which), { timeout: REST_MS, intervals: [50] }).not.toBe('unsaved');
	}

	/** Somebody looks at the page until nothing is left to do on it. */
	async #settle(phone: Phone, turn: number): Promise<void> {
		const { reads } = phone.way;
		await phone.look(0);
		await phone.send(0);
		await expect
			.poll(() => phone.way.reads, { timeout: REST_MS, intervals: [20], message: 'asked for answers' })
			.toBeGreaterThan(reads);
		await this.#quiet(phone, 0);
		for (const record of await phone.records()) {
			if (record.problem !== null) {
				const level = record.content.value === 1 ? 2 : 1;
				await phone.edit(0, record.item, { level, note: this.#note(phone) });
			}
			await phone.choose(0, record.item, turn + record.others.length);
		}
		await this.#quiet(phone, 0);
		await phone.send(0);
		await expect
			.poll(async () => (await phone.records()).every(({ sending }) => sending === null), {
				...{ timeout: REST_MS, intervals: [20], message: 'nothing is under way' }
			})
			.toBe(true);
	}

	/** Where devices and server do not have the same yet. */
	async #differences(): Promise<string[]> {
		const rows = await this.#server.rows(this.#begun.assessment);
		const found = await Promise.all(
			this.phones.map(async (phone) => {
				const records = await phone.records();
				const own = rows.filter((row) => isOf(row, records));
				const wrong = records.flatMap((record) => {
					const row = own.find((each) => each.item === record.item);
					return isSame(record, row) ? [] : [`${phone.name} ${JSON.stringify([record, row ?? null])}`];
				});
				const missing = own.filter((row) => !records.some((record) => record.item === row.item));
				return [...wrong, ...missing.map((row) => `${phone.name} lacks ${row.item}`)];
			})
		);
		return found.flat();
	}

	/** Nothing that was called saved is lost, nothing was overwritten unseen, and what comes again changes nothing. */
	async check(): Promise<void> {
		expect(this.phones.flatMap((phone) => phone.errors)).toEqual([]);
		const { assessment } = this.#begun;
		const rows = await this.#server.rows(assessment);
		const log = await this.#server.log(assessment);

		const kept = new Set<string>();
		for (const phone of this.phones)
			for (const { item, content, known, sending, others } of await phone.records())
				for (const each of [content, known, sending?.content, ...others])
					if (each) kept.add(noteOf(item, each.value, each.note));
		for (const entry of log) if (entry.outcome !== 'conflict') kept.add(noteOfEntry(entry));
		const { promised, replaced, seenBy } = this.journal;
		for (const phone of this.phones) phone.settle(kept.union(promised));
		expect([promised.size, log.length]).not.toContain(0);
		// What lost a conflict is in the log of the server, which nobody reads: somebody must have decided so.
		const given = new Set([...promised, ...log.map(noteOfEntry)]);
		expect([...given].filter((note) => !isBlank(note) && !kept.has(note) && !replaced.has(note))).toEqual([]);

		// Nothing on the server was overwritten by anybody who had not seen it.
		for (const written of histories(log)) {
			expect(written.map(({ revision }) => revision)).toEqual(written.map((_, n) => n + 1));
			for (const [n, entry] of written.entries()) {
				const [before, by] = [noteOfEntry(written[n - 1] ?? entry), noteOfEntry(entry)];
				const seen = [...(seenBy.get(by) ?? [])];
				if (before !== by)
					expect({ before, by, seen }).toMatchObject({ seen: expect.arrayContaining([before]) });
			}
		}

		// All that was ever sent comes again: nothing happens.
		for (const { way } of this.phones) {
			for (const letter of way.sent.slice()) await way.again(letter);
		}
		expect(await this.#server.rows(assessment)).toEqual(rows);
		expect(await this.#server.log(assessment)).toEqual(log);
	}
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function noteOf(
	item: string,
	value: string | number | null | undefined,
	note: string | null | undefined
): string {
	return `${item} ${value ?? ''}|${note ?? ''}`;
}

function noteOfEntry({ item_id, content }: Entry): string {
	return noteOf(item_id, content.value, content.note);
}

/** The rows of a respondent have the id of their round on the device. */
function isOf(row: Row, records: readonly AnswerRecord[]): boolean {
	return row.respondent_id === null || records.some(({ round }) => round === row.respondent_id);
}

function isSame({ content, known, sending, others, problem }: AnswerRecord, row: Row | undefined): boolean {
	if (sending !== null || others.length > 0 || problem !== null) return false;
	// Nothing was answered after all, and nobody heard of it.
	if (row === undefined) return known === null && content.value === null && content.note === '';
	return (
		known?.revision === row.revision &&
		content.value === row.value &&
		content.note === (row.note ?? '') &&
		content.asOf === row.as_of
	);
}

/** What was written of each item, by each respondent, in order. */
function histories(log: readonly Entry[]): Entry[][] {
	const written = new Map<string, Entry[]>();
	for (const entry of log.filter(({ outcome }) => outcome === 'written')) {
		const whose = `${entry.item_id} ${entry.respondent_id}`;
		written.set(whose, [...(written.get(whose) ?? []), entry]);
	}
	return [...written.values()].map((entries) => entries.sort((a, b) => a.revision - b.revision));
}
