import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { play, schedule } from '../../../tests/offline/schedule.ts';
import { memoryServer } from '../../../tests/offline/server.ts';
import {
	again,
	answered,
	change,
	isWaiting,
	nextBatch,
	NOT_ACCEPTED,
	notAccepted,
	outboxState,
	pulled,
	resolve,
	restored,
	sameContent,
	summary
} from './outbox.ts';
import type { AnswerRecord, Content, Known, Other, Round } from './round.ts';
import type { Outcome, Write } from './wire.ts';

const RUNS = process.env.DEEP === '1' ? 5000 : 500;

const WRITE = '00000000-0000-4000-8000-000000000001';
const ROUND: Round = {
	...{ id: 'assessment/person', assessment: '3f0e9a52-6c1b-4d7e-9a10-2b7c5d8e9f01', kind: 'community' },
	...{ person: 'person', checklist: 'drosa-kopiena', version: '1.0.0', form: 'quick', borderZone: false },
	...{ exposure: {}, title: 'Paraugs', name: '', status: 'draft', step: null, state: 'open' },
	...{ fetchedAt: null, sentAt: null, updatedAt: '2026-11-21T10:00:00Z' }
};

function content(value: Content['value'], more: Partial<Content> = {}): Content {
	const texts = { reason: '', note: '', dissent: '' };
	return { value, asOf: '2026-11-21', evidence: 0, ...texts, changedAt: '2026-11-21T10:00:00Z', ...more };
}
function known(value: Content['value'], revision: number, more: Partial<Content> = {}): Known {
	return { ...content(value, more), revision, name: 'Anna', writtenAt: '2026-11-21T11:00:00Z' };
}
/** A record as this device gave it, on top of nothing. */
function record(more: Partial<AnswerRecord> = {}): AnswerRecord {
	const nothing = { known: null, sending: null, others: [], problem: null };
	return {
		round: ROUND.id,
		item: '1.1',
		content: content(1),
		...nothing,
		edition: 1,
		editor: 'tab',
		...more
	};
}
const clean = (value: Content['value'], revision: number): AnswerRecord =>
	record({ content: content(value), known: known(value, revision), editor: null });
/** A record whose content is on its way. */
function sent(of: AnswerRecord): AnswerRecord {
	const [frozen] = nextBatch(ROUND, [of], () => WRITE, 50).records;
	if (frozen === undefined) throw new Error('It does not wait.');
	return frozen;
}
const written = (revision: number): Outcome => ({
	write_id: WRITE,
	item: '1.1',
	outcome: 'written',
	revision
});
const conflict = (theirs: Known | null): Outcome => ({
	...{ write_id: WRITE, item: '1.1', outcome: 'conflict' },
	theirs: theirs === null ? null : { item: '1.1', known: theirs }
});
const refused: Outcome = { write_id: WRITE, item: '1.1', outcome: 'refused', problem: 'date_after_as_of' };
const told = (of: Known): { item: string; known: Known } => ({ item: '1.1', known: of });
const given = (value: Content['value'], more: Partial<Content> = {}) => ({
	...{ round: ROUND.id, item: '1.1', content: content(value, more) }
});
const here = { tab: 'tab', seen: 1 };
const mine = (value: Content['value']): Other => ({
	...{ ...content(value), revision: null, name: null, writtenAt: null }
});

describe('two answers say the same', () => {
	it.each([
		[{ changedAt: '2020-01-01T00:00:00Z' }, true],
		[{ note: '  ' }, true],
		[{ note: '\n' }, false],
		[{ dissent: 'Nē' }, false],
		[{ asOf: '2026-11-20' }, false],
		[{ evidence: 1 as const }, false],
		[{ value: null }, false]
	])('with %j: %s', (more, same) => {
		expect(sameContent(content(1), content(1, more))).toBe(same);
	});
});

describe('a change', () => {
	it('of an untouched item waits, standing on nothing', () => {
		const changed = change(null, given(2), { tab: 'tab', seen: 0 });
		expect(changed).toMatchObject({ content: { value: 2 }, known: null, edition: 1, editor: 'tab' });
		expect(isWaiting(changed)).toBe(true);
	});

	it('that says nothing is not sent', () => {
		expect(isWaiting(record({ content: content(null, { note: ' ' }) }))).toBe(false);
		expect(isWaiting(record({ content: content(null), known: known(1, 1) }))).toBe(true);
	});

	it('during a sending leaves it as it is, and is the next one', () => {
		const changed = change(sent(record()), given(2), here);
		expect(changed).toMatchObject({ content: { value: 2 }, sending: { content: { value: 1 } } });
		const after = answered(changed, written(1));
		expect(after).toMatchObject({ sending: null, known: { value: 1, revision: 1 } });
		expect(nextBatch(ROUND, [after], () => WRITE, 50).writes).toMatchObject([{ value: 2, base_revision: 1 }]);
	});

	it('clears a problem', () => {
		expect(change(record({ problem: 'reason_missing' }), given(2), here).problem).toBeNull();
	});

	it('of a screen that shows what came before is set beside what has been pulled', () => {
		const moved = pulled(ROUND.id, clean(1, 1), told(known(3, 2)));
		expect(moved).toMatchObject({ content: { value: 3 }, edition: 2, editor: null });
		const changed = change(moved, given(2), here);
		expect(changed).toMatchObject({
			content: { value: 2 },
			others: [{ value: 3, revision: 2, name: 'Anna' }]
		});
		expect(isWaiting(changed)).toBe(false);
		expect(change(moved, given(2), { tab: 'tab', seen: 2 }).others).toEqual([]);
		// The other person said the same.
		expect(change(moved, given(3), here)).toBe(moved);
	});

	it('of another tab that has not seen it is set beside the first one, also during a sending', () => {
		const changed = change(sent(record()), given(2), { tab: 'other', seen: 0 });
		expect(changed).toMatchObject({ content: { value: 2 }, others: [mine(1)] });
		// The write under way is still asked for.
		expect(isWaiting(changed)).toBe(true);
		expect(answered(changed, written(1))).toMatchObject({ sending: null, others: [mine(1)] });
		expect(change(record(), given(2), { tab: 'other', seen: 1 }).others).toEqual([]);
	});

	it('to what the server has ends a conflict', () => {
		const changed = change(record({ others: [known(3, 2)] }), given(3), here);
		expect(changed).toMatchObject({ others: [], known: { revision: 2 } });
		expect(isWaiting(changed)).toBe(false);
	});
});

describe('a batch', () => {
	it('has what waits, up to a limit, and the same again until it is answered', () => {
		let made = 0;
		const newId = (): string => `00000000-0000-4000-8000-00000000000${++made}`;
		const all = [
			...[record(), record({ item: '1.2', others: [known(2, 1)] }), record({ item: '1.3', problem: 'x' })],
			...[clean(1, 1), record({ item: '1.4' }), record({ item: '1.5' })]
		];
		const first = nextBatch(ROUND, all, newId, 2);
		expect(first.writes.map(({ item }) => item)).toEqual(['1.1', '1.4']);
		expect(nextBatch(ROUND, first.records, newId, 2)).toEqual(first);
	});

	it('speaks as the endpoints do; respondents have no dissent', () => {
		const write: Write = {
			...{ write_id: WRITE, item: '1.1', base_revision: 0, value: 1, as_of: '2026-11-21', evidence: 0 },
			...{ reason: null, note: null, changed_at: '2026-11-21T10:00:00Z' }
		};
		const of = (round: Round): Write[] => nextBatch(round, [record()], () => WRITE, 1).writes;
		expect(of(ROUND)).toEqual([{ ...write, dissent: null }]);
		expect(of({ ...ROUND, kind: 'respondent', token: 'x' })).toEqual([write]);
	});
});

describe('an answered write', () => {
	it.each(['written', 'same'] as const)('that was %s is known', (outcome) => {
		const after = answered(sent(record()), { ...written(4), outcome } as Outcome);
		expect(after).toMatchObject({ known: { value: 1, revision: 4, name: null }, sending: null });
		expect(isWaiting(after)).toBe(false);
	});

	it('that is in conflict shows theirs and leaves mine', () => {
		const after = answered(sent(record()), conflict(known(3, 2)));
		expect(after).toMatchObject({
			content: { value: 1 },
			others: [{ value: 3 }],
			sending: null,
			known: null
		});
		expect(isWaiting(after)).toBe(false);
	});

	it('that is in conflict with the same is none', () => {
		const after = answered(sent(record()), conflict(known(1, 2)));
		expect(after).toMatchObject({ others: [], known: { revision: 2 } });
		expect(isWaiting(after)).toBe(false);
	});

	it('of a server that has lost the item is sent again on top of nothing', () => {
		const after = answered(sent(record({ known: known(2, 5) })), conflict(null));
		expect(nextBatch(ROUND, [after], () => WRITE, 1).writes).toMatchObject([{ base_revision: 0 }]);
	});

	it('that is refused waits for repair, unless it has been repaired meanwhile', () => {
		expect(answered(sent(record()), refused)).toMatchObject({ problem: 'date_after_as_of', sending: null });
		const repaired = answered(change(sent(record()), given(2), here), refused);
		expect(repaired).toMatchObject({ problem: null, sending: null });
		expect(isWaiting(repaired)).toBe(true);
	});

	it('of another sending changes nothing', () => {
		const late = { ...written(1), write_id: '00000000-0000-4000-8000-000000000009' };
		const under = sent(record());
		expect(answered(under, late)).toBe(under);
		expect(answered(record(), written(1))).toEqual(record());
	});

	it('that does not say yet why something does not apply stays here until it does', () => {
		const unsaid = change(null, given('na'), here);
		expect(isWaiting(unsaid)).toBe(false);
		expect(nextBatch(ROUND, [unsaid], () => WRITE, 1).writes).toEqual([]);
		expect(summary([unsaid]).problems).toEqual([{ item: '1.1', problem: 'reason_missing' }]);
		expect(pulled(ROUND.id, unsaid, told(known(2, 1))).others).toHaveLength(1);
		const said = change(unsaid, given('na', { reason: 'Pie mums tā nav' }), here);
		expect(isWaiting(said)).toBe(true);
		expect(summary([said]).problems).toEqual([]);
	});

	it('without a reason is tried again when somebody says so', () => {
		const after = notAccepted(sent(record()), WRITE);
		expect(after.problem).toBe(NOT_ACCEPTED);
		expect(isWaiting(again(after))).toBe(true);
		expect(again(record({ problem: 'reason_missing' })).problem).toBe('reason_missing');
	});
});

describe('what the server tells', () => {
	it('is taken over where nothing was said here', () => {
		expect(pulled(ROUND.id, null, told(known(3, 2)))).toMatchObject({ content: { value: 3 }, edition: 1 });
		expect(pulled(ROUND.id, clean(1, 1), told(known(3, 2)))).toMatchObject({ content: { value: 3 } });
		const blank = record({ content: content(null) });
		expect(pulled(ROUND.id, blank, told(known(3, 2)))).toMatchObject({ content: { value: 3 }, others: [] });
	});

	it.each([2, 1])('is ignored when it is not newer (%i)', (revision) => {
		const kept = clean(1, 2);
		expect(pulled(ROUND.id, kept, told(known(3, revision)))).toBe(kept);
		const inConflict = record({ others: [known(2, 2)] });
		expect(pulled(ROUND.id, inConflict, told(known(3, revision)))).toBe(inConflict);
	});

	it('is left until a write under way is answered', () => {
		const under = sent(record());
		expect(pulled(ROUND.id, under, told(known(3, 2)))).toBe(under);
	});

	it('is set beside what waits, is refused or is in conflict', () => {
		const theirs = told(known(3, 2));
		expect(pulled(ROUND.id, record(), theirs)).toMatchObject({
			others: [{ value: 3 }],
			content: { value: 1 }
		});
		const wrong = pulled(ROUND.id, record({ problem: 'x' }), theirs);
		expect(wrong).toMatchObject({ others: [{ value: 3 }], problem: 'x' });
		const both = record({ others: [mine(0), known(2, 1)] });
		expect(pulled(ROUND.id, both, theirs).others).toEqual([mine(0), known(3, 2)]);
	});

	it('that says the same settles it', () => {
		const after = pulled(ROUND.id, record({ problem: 'x' }), told(known(1, 2)));
		expect(after).toMatchObject({ others: [], problem: null, known: { revision: 2 } });
	});
});

describe('a conflict', () => {
	const open = record({ others: [known(3, 2), mine(0)] });

	it('ends with mine, on top of theirs', () => {
		const after = resolve(open, open, 'mine', 'tab');
		expect(after).toMatchObject({
			content: { value: 1 },
			known: { value: 3, revision: 2 },
			others: [],
			edition: 1
		});
		expect(after !== null && isWaiting(after)).toBe(true);
	});

	it('ends with theirs, and nothing is sent', () => {
		const after = resolve(open, open, 0, 'tab');
		expect(after).toMatchObject({ content: { value: 3 }, others: [], edition: 2, editor: 'tab' });
		expect(after !== null && isWaiting(after)).toBe(false);
	});

	it('ends with another one of this device, on top of theirs', () => {
		expect(resolve(open, open, 1, 'tab')).toMatchObject({ content: { value: 0 }, known: { revision: 2 } });
	});

	it.each([
		['theirs has moved on', { ...open, others: [known(3, 3), mine(0)] }],
		['theirs says something else', { ...open, others: [known(2, 2), mine(0)] }],
		['another one came', { ...open, others: [known(3, 2)] }],
		['mine was changed in another tab', { ...open, content: content(2) }]
	])('does not end while %s since it was shown', (_why, shown) => {
		expect(resolve(open, shown, 'mine', 'tab')).toBeNull();
	});

	it('does not end with what is not there', () => {
		expect(resolve(open, open, 2, 'tab')).toBeNull();
	});
});

describe('a rescue file', () => {
	it('brings unsent answers back, on what they stood', () => {
		const file = sent(record({ known: known(2, 3) }));
		expect(restored(null, file)).toMatchObject({
			content: { value: 1 },
			known: { revision: 3 },
			sending: null
		});
		const back = restored(clean(2, 3), file);
		expect(back).toMatchObject({ content: { value: 1 }, others: [], editor: null });
		expect(back !== null && isWaiting(back)).toBe(true);
	});

	it('never takes the place of anything: what came since stays beside', () => {
		expect(restored(clean(3, 4), record())).toMatchObject({ content: { value: 1 }, others: [known(3, 4)] });
		expect(restored(record({ content: content(0) }), record())).toMatchObject({ others: [mine(0)] });
		expect(restored(record(), record({ others: [mine(2)] }))).toMatchObject({ others: [mine(2)] });
	});

	it('leaves alone what the server had', () => {
		expect(restored(null, clean(1, 1))).toBeNull();
		const kept = record({ content: content(3) });
		expect(restored(kept, clean(1, 1))).toBe(kept);
	});
});

describe('the state', () => {
	const at = '2026-11-21T10:00:00Z';
	const round = (more: Partial<Round>, ...records: AnswerRecord[]) => ({
		round: { ...ROUND, ...more },
		records
	});

	it('of a round counts what is to do', () => {
		const all = [
			record(),
			record({ item: '1.2', others: [known(2, 1)] }),
			record({ item: '1.3', problem: 'x' })
		];
		const left = { waiting: 1, conflicts: ['1.2'], problems: [{ item: '1.3', problem: 'x' }] };
		expect(summary([...all, clean(1, 1)])).toEqual(left);
	});

	it.each([
		['saved', [], { state: 'saved' }],
		['saved', [round({}, record({ content: content(null) }))], { state: 'saved' }],
		['waiting', [round({ sentAt: at }, record()), round({}, record())], { state: 'waiting', waiting: 2 }],
		[
			'sent',
			[round({ sentAt: at }, clean(1, 1)), round({ sentAt: '2026-11-21T12:30:00+02:00' })],
			{ state: 'sent', at: '2026-11-21T12:30:00+02:00' }
		],
		['attention', [round({ state: 'signed_out' }, record())], { state: 'attention', waiting: 1 }],
		['attention', [round({}, record({ problem: 'x' }))], { state: 'attention', rounds: [ROUND.id] }],
		['attention', [round({}, record({ others: [mine(2)] }))], { state: 'attention', waiting: 0 }],
		// Nothing is lost by a round that is over when all of it was sent.
		['sent', [round({ state: 'over', sentAt: at }, clean(1, 1))], { state: 'sent', at }]
	])('is %s', (_state, all, expected) => {
		expect(outboxState(all)).toMatchObject(expected);
	});
});

describe('devices that lose connection, tabs and patience', () => {
	it(
		'lose no answer, overwrite none unseen, and agree in the end',
		async () => {
			const today = new Date().toISOString().slice(0, 10);
			await fc.assert(
				fc.asyncProperty(schedule, (given) => play(memoryServer(today), given)),
				{ numRuns: RUNS }
			);
		},
		RUNS * 200
	);
});
