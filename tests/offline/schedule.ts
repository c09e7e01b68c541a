/** Random schedules of devices, tabs, people and mishaps; and what must hold when all has come to rest. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { sameContent, summary } from '../../src/lib/offline/outbox.ts';
import type { Content, Round } from '../../src/lib/offline/round.ts';
import { Device, FAULTS, Tab, type Fault, type World } from './device.ts';
import { COMMON, Journal } from './journal.ts';
import type { Server } from './server.ts';

const ITEMS = ['1.1', '1.2', '1.3'];
const DAY_MS = 86_400_000;

export type Action =
	| {
			do: 'edit';
			tab: number;
			item: number;
			value: Content['value'];
			said: 'own' | 'common' | 'refused';
			isSaved: boolean;
	  }
	| { do: 'open'; tab: number; gate: number; count: number; fault: Fault }
	| { do: 'wake' | 'send' | 'see' | 'kill' | 'second_tab'; tab: number; isSaved: boolean }
	| { do: 'choose'; tab: number; item: number; choice: number }
	| { do: 'connection'; device: number; state: 'offline' | 'signed_out' | 'fine' }
	| { do: 'wait'; ms: number }
	| { do: 'arrive'; late: number }
	| { do: 'end' };

export interface Schedule {
	devices: { person: number; skewDays: number; hasLock: boolean }[];
	actions: Action[];
}

const tab = fc.nat(5);
const item = fc.constantFrom(0, 0, 0, 1, 2);
const value = fc.constantFrom<Content['value']>(0, 1, 2, 3, 'dk', 'na', null);
/** Whether the storage goes on at once, or when the schedule says so. */
const isSaved = fc.constantFrom(true, true, true, false);
const fault = fc.constantFrom<Fault>('none', 'none', 'none', 'none', 'none', ...FAULTS);

const action: fc.Arbitrary<Action> = fc.oneof(
	{
		weight: 12,
		arbitrary: fc.record({
			...{ do: fc.constant('edit' as const), tab, item, value },
			said: fc.oneof(
				{ weight: 30, arbitrary: fc.constant('own' as const) },
				{ weight: 4, arbitrary: fc.constant('refused' as const) },
				{ weight: 2, arbitrary: fc.constant('common' as const) }
			),
			isSaved
		})
	},
	{
		weight: 24,
		arbitrary: fc.record({
			...{ do: fc.constant('open' as const), tab, gate: fc.nat(3), fault },
			count: fc.integer({ min: 1, max: 12 })
		})
	},
	{ weight: 10, arbitrary: fc.record({ do: fc.constantFrom('wake' as const), tab, isSaved }) },
	{ weight: 5, arbitrary: fc.record({ do: fc.constantFrom('see' as const), tab, isSaved }) },
	{ weight: 4, arbitrary: fc.record({ do: fc.constantFrom('send', 'kill', 'second_tab'), tab, isSaved }) },
	{
		weight: 2,
		arbitrary: fc.record({ do: fc.constant('second_tab' as const), tab, isSaved })
	},
	{
		weight: 5,
		arbitrary: fc.record({ do: fc.constant('choose' as const), tab, item, choice: fc.nat(3) })
	},
	{
		weight: 3,
		arbitrary: fc.record({
			...{ do: fc.constant('connection' as const), device: fc.nat(2) },
			state: fc.constantFrom('offline', 'signed_out', 'fine', 'fine')
		})
	},
	{
		weight: 2,
		arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(2000, 5000, 400_000) })
	},
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('arrive' as const), late: fc.nat(9) }) }
);

/** Two or three devices, of one person or several, and what happens to them. */
export const schedule: fc.Arbitrary<Schedule> = fc
	.record({
		devices: fc.array(
			fc.record({
				person: fc.nat(2),
				skewDays: fc.constantFrom(0, 0, 0, -3, -1, 2),
				hasLock: fc.boolean()
			}),
			{ minLength: 2, maxLength: 3 }
		),
		actions: fc.array(action, { minLength: 30, maxLength: 90, size: 'max' }),
		/** Where the assessment takes no more answers; mostly it goes on. */
		end: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, fc.nat(89))
	})
	.map(({ devices, actions, end }) => ({
		devices,
		actions: end === null ? actions : actions.toSpliced(end, 0, { do: 'end' as const })
	}));

/** Lets everything go on until it waits at a gate. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** One run of a schedule. */
class Run {
	readonly world: World;
	readonly devices: Device[];
	isOver = false;
	#given = 0;

	constructor(server: Server, { devices }: Schedule) {
		// From midnight on: time goes on by hours, and no answer may be of a day that the server has not seen.
		const now = new Date().setUTCHours(0, 0, 0, 0);
		this.world = { server, journal: new Journal(), late: [], sent: [], now, broken: [] };
		this.devices = devices.map(({ person, skewDays, hasLock }, n) => {
			const device = new Device(this.world, person, roundOf(server.kind, n), {
				...{ skew: skewDays * DAY_MS, hasLock }
			});
			new Tab(device);
			return device;
		});
	}

	get tabs(): Tab[] {
		return this.devices.flatMap((device) => device.tabs);
	}

	async act(action: Action): Promise<void> {
		const { tabs, world } = this;
		const at = 'tab' in action ? tabs[action.tab % tabs.length] : undefined;
		const item = ITEMS['item' in action ? action.item : 0] ?? '';
		switch (action.do) {
			case 'edit':
				if (at?.isReady) at.edit(item, this.#content(at.device, action.value, action.said));
				break;
			case 'open':
				for (let n = 0; at !== undefined && n < action.count && at.gates.length > 0; n++) {
					await at.open(action.gate, action.fault);
					await breathe();
				}
				break;
			case 'wake':
				at?.sender.wake();
				at?.sender.fetch(at.device.round.id);
				break;
			case 'send':
				void at?.sender.sendNow();
				break;
			case 'see':
				at?.see();
				break;
			case 'kill':
				at?.kill();
				if (at?.device.tabs.length === 0) new Tab(at.device);
				break;
			case 'second_tab':
				if (at?.device.tabs.length === 1) new Tab(at.device);
				break;
			case 'choose':
				at?.choose(item, action.choice);
				break;
			case 'connection': {
				const device = this.devices[action.device % this.devices.length];
				if (device === undefined) break;
				device.isOnline = action.state !== 'offline';
				device.isSignedIn = action.state !== 'signed_out';
				break;
			}
			case 'wait':
				world.now += action.ms;
				for (const each of tabs) each.ring();
				break;
			case 'arrive':
				await world.late.splice(action.late % (world.late.length || 1), 1)[0]?.();
				break;
			case 'end':
				this.isOver = true;
				await world.server.end();
				break;
		}
		await breathe();
		if ('isSaved' in action && action.isSaved) await this.#store();
	}

	/** All storages go on until their tabs wait for the network. */
	async #store(): Promise<void> {
		for (const tab of this.tabs)
			for (let gate = tab.storing(); gate >= 0; gate = tab.storing()) {
				await tab.open(gate, 'none');
				await breathe();
			}
	}

	/** The storm is over: everything arrives, everybody is signed in, sees what is there and decides. */
	async rest(): Promise<void> {
		for (const late of this.world.late.splice(0)) await late();
		for (const device of this.devices) {
			device.isOnline = true;
			device.isSignedIn = true;
			device.skew = 0;
			for (const tab of device.tabs.slice(1)) await drain(tab);
			for (const tab of device.tabs.slice(1)) tab.kill();
		}
		for (let turn = 0; turn < 12; turn++) {
			const before = this.world.sent.length;
			let decisions = 0;
			for (const device of this.devices) {
				const [tab] = device.tabs;
				if (tab === undefined) throw new Error('A device without a tab');
				await this.#send(tab);
				// Decided one after the other: the last one sees what all the others decided.
				const { conflicts, problems } = summary([...device.records.values()]);
				for (const item of conflicts) tab.choose(item, turn + device.kept().length);
				const broken = problems.filter(({ item }) => !conflicts.includes(item));
				for (const { item } of broken) tab.edit(item, this.#content(device, 'dk', 'own'));
				if (conflicts.length + broken.length > 0) await this.#send(tab);
				decisions += conflicts.length + broken.length;
			}
			const isQuiet = decisions === 0 && this.world.sent.length === before;
			if (isQuiet || (this.isOver && turn > 0)) return;
		}
		throw new Error('It does not come to rest.');
	}

	async #send(tab: Tab): Promise<void> {
		await drain(tab);
		void tab.sender.sendNow();
		await drain(tab);
		tab.sender.fetch(tab.device.round.id);
		await drain(tab);
		tab.see();
		await drain(tab);
	}

	#content(device: Device, value: Content['value'], said: 'own' | 'common' | 'refused'): Content {
		const day = new Date(device.now).toISOString();
		const note = said === 'common' ? COMMON : `${said} ${++this.#given}`;
		return {
			value,
			// Of the same day and value, too, so that people can agree without knowing.
			...(said === 'common' ? { value: 2, asOf: '2026-01-01' } : { asOf: day.slice(0, 10) }),
			// Only a mentor may say that a mentor has confirmed it.
			...{ evidence: said === 'refused' ? 3 : 1, note, dissent: '', changedAt: day },
			// Every other “not applicable” still lacks its reason.
			reason: value === 'na' && this.#given % 2 === 0 ? 'there is none' : ''
		};
	}
}

/** Opens gates until none is left. */
async function drain(tab: Tab): Promise<void> {
	for (let n = 0; ; n++) {
		await breathe();
		if (tab.gates.length === 0) return;
		if (n > 2000) throw new Error('A tab never comes to rest.');
		await tab.open(0, 'none');
	}
}

function roundOf(kind: Round['kind'], n: number): Round {
	const fields = {
		...{ id: `round-${n}`, assessment: '00000000-0000-4000-8000-000000000000', checklist: 'matrix' },
		...{
			version: '1.0.0',
			form: 'full' as const,
			borderZone: false,
			exposure: {},
			title: 'Sample',
			name: ''
		},
		...{ status: 'draft', step: null, state: 'open' as const, fetchedAt: null, sentAt: null },
		updatedAt: '2026-11-21T12:00:00Z'
	};
	return kind === 'community' ? { kind, person: 'person', ...fields } : { kind, token: 'token', ...fields };
}

/**
 * Runs a schedule, lets it come to rest, and checks that nothing was lost.
 * @throws when something was
 */
export async function play(server: Server, given: Schedule): Promise<void> {
	const run = new Run(server, given);
	const { world } = run;
	await breathe();
	for (const action of given.actions) await run.act(action);
	await run.rest();

	expect(world.broken).toEqual([]);
	const log = await server.log();
	const rows = await server.rows();
	const kept = new Set(run.devices.flatMap((device) => device.kept()).map(({ note }) => note));
	// What lost a conflict is in the log of the server, which nobody reads: somebody must have decided so.
	for (const { content, outcome } of log) if (outcome !== 'conflict') kept.add(content.note ?? '');
	// Nothing that a screen called saved is gone, unless somebody who saw it replaced it.
	const { promised, replaced, seenBy } = world.journal;
	expect([...promised].filter((note) => !kept.has(note) && !replaced.has(note))).toEqual([]);

	// Nothing on the server was overwritten by anybody who had not seen it.
	for (const item of ITEMS) {
		const written = log
			.filter((entry) => entry.item_id === item && entry.outcome === 'written')
			.sort((a, b) => a.revision - b.revision);
		expect(written.map(({ revision }) => revision)).toEqual(written.map((_, n) => n + 1));
		for (const [n, { content }] of written.entries()) {
			const before = n === 0 ? content.note : written[n - 1]?.content.note;
			const seen = seenBy.get(content.note ?? '') ?? new Set();
			if (before !== content.note)
				expect([item, before, [...seen]]).toEqual([item, before, expect.arrayContaining([before])]);
		}
	}

	// All that was ever sent comes again: nothing happens.
	for (const person of new Set(world.sent.map((each) => each.person))) {
		const all = world.sent.flatMap((each) => (each.person === person ? each.writes : []));
		// As many as one request may have.
		for (let n = 0; n < all.length; n += 200) await server.write(person, all.slice(n, n + 200));
	}
	expect(await server.rows()).toEqual(rows);
	expect(await server.log()).toEqual(log);

	if (run.isOver) return;
	// Everybody has the same, and that is what the server has.
	for (const device of run.devices)
		for (const { item, note, revision } of rows)
			expect([item, device.records.get(item)]).toMatchObject([
				item,
				{ content: { note: note ?? '' }, known: { revision }, sending: null, others: [], problem: null }
			]);
	for (const device of run.devices)
		for (const record of device.records.values())
			if (record.known !== null) expect(sameContent(record.content, record.known)).toBe(true);
}
