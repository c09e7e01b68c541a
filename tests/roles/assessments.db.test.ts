/** Assessments: nothing is lost, nothing is forged, and nobody learns who said what; on both backends. */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, openApi, type Api, type ApiAnswer, type ApiKind } from './api.ts';
import { COMMUNITY, ID, membershipOf, QUESTIONS, TERRITORY, tokenHash } from './fixtures.ts';
import { everybody, userId, type Person } from './people.ts';

type Row = Record<string, unknown>;
type Asker = Parameters<Api['ask']>[0];

interface Write {
	write_id: string;
	item: string;
	base_revision: number;
	value: unknown;
	[field: string]: unknown;
}
interface Outcome {
	write_id: string;
	item: string;
	outcome: 'written' | 'same' | 'conflict' | 'refused';
	revision: number | null;
	problem?: string;
	theirs?: Row;
}

const DAY = '2026-05-01';
const LEADS: Person[] = ['coordinator', 'mentor', 'pkc'];

/** A write of an answer, as a device makes it. */
function write(item: string, value: unknown, base_revision = 0, more: Row = {}): Write {
	return {
		...{ write_id: crypto.randomUUID(), item, base_revision, value },
		...{ as_of: DAY, evidence: 0, changed_at: '2026-05-01T12:00:00Z', ...more }
	};
}

describe.each<ApiKind>(['postgrest', 'embedded'])('through %s', (kind) => {
	let api: Api;
	let server: { token: string };
	beforeAll(async () => {
		api = await openApi(kind);
		server = { token: await api.sign({ role: 'service_role' }) };
	});
	afterAll(() => api.close());
	beforeEach(() => api.reset());

	const call = (who: Asker, name: string, body: Row): Promise<ApiAnswer> =>
		api.ask(who, { method: 'POST', path: `/rpc/${name}`, body });
	async function rpc<T = unknown>(who: Asker, name: string, body: Row = {}): Promise<T> {
		const answer = await call(who, name, body);
		if (answer.status >= 300)
			throw new Error(`${name}: ${codeOf(answer) ?? ''} ${JSON.stringify(answer.body)}`);
		return answer.body as T;
	}
	/** Code and detail of a refusal. */
	async function refusal(who: Asker, name: string, body: Row): Promise<string> {
		const { status, body: told } = await call(who, name, body);
		const { code, details } = (told ?? {}) as { code?: string; details?: string };
		return status < 300 ? 'not refused' : `${code ?? ''} ${details ?? ''}`.trim();
	}
	async function rows(who: Asker, path: string): Promise<Row[]> {
		const answer = await api.ask(who, { method: 'GET', path });
		expect([path, answer.status, answer.body]).toEqual([path, 200, answer.body]);
		return answer.body as Row[];
	}

	/** Gives a person one more role. */
	async function role(who: Person, membership: Row): Promise<void> {
		const body = { user_id: userId(who), ...membership };
		const { status } = await api.ask(server, { method: 'POST', path: '/memberships', body });
		expect(status).toBe(201);
	}

	async function start(who: Person = 'coordinator', more: Row = {}): Promise<string> {
		const data = {
			...{ id: crypto.randomUUID(), community_id: COMMUNITY.here, checklist_id: 'matrix' },
			...{ checklist_version: '1.0.0', form: 'full', mode: 'together', ...more }
		};
		return rpc<string>(who, 'start_assessment', { data });
	}
	const put = (who: Asker, assessment_id: string, writes: unknown[]): Promise<Outcome[]> =>
		rpc(who, 'write_answers', { assessment_id, writes });
	const view = (id: string, who: Person = 'member'): Promise<Row & { answers: Row[]; state: number }> =>
		rpc(who, 'assessment_view', { id });
	const submission = (id: string, expected_state: number, more: Row = {}): Row => ({
		...{ assessment_id: id, user_id: userId('coordinator'), expected_state, as_of: DAY },
		result: { checklist: 'matrix', version: '1.0.0', form: 'full', asOf: DAY, index: 33.3 },
		...more
	});
	async function submit(id: string): Promise<void> {
		await rpc(server, 'submit_assessment', submission(id, (await view(id)).state));
	}

	describe('an assessment', () => {
		it('begins once, however often it is sent', async () => {
			const id = crypto.randomUUID();
			const more = { id, round: ' 2026. gada pavasaris ', composition: { people: 12, age_65_over: 5 } };
			const twice = (): Promise<string[]> =>
				Promise.all([start('coordinator', more), start('coordinator', more)]);
			expect([...(await twice()), ...(await twice())]).toEqual([id, id, id, id]);
			expect(await rows('member', `/assessments?id=eq.${id}`)).toMatchObject([
				{
					...{ round: '2026. gada pavasaris', status: 'draft', border_zone: false, entered_by_role: null },
					...{ composition: { people: 12, age_65_over: 5 }, created_by: userId('coordinator') }
				}
			]);
			await expect(start('mentor', { id })).rejects.toThrow('"details":"id"');
		});

		it('says who entered it for the community', async () => {
			for (const [who, role] of [
				['mentor', 'mentor'],
				['pkc', 'pkc'],
				['coordinator', null]
			] as const) {
				const id = await start(who, { source: 'paper' });
				expect(await rows('member', `/assessments?id=eq.${id}&select=source,entered_by_role`)).toEqual([
					{ source: 'paper', entered_by_role: role }
				]);
			}
		});

		it('of a community in the eastern border zone is asked what is asked there', async () => {
			const zone = { id: 'eastern-border', name: 'Zone', definition: 'A zone of tests', source_id: 'matrix' };
			await api.ask(server, { method: 'POST', path: '/zones', body: zone });
			const place = { zone_id: zone.id, territory_code: TERRITORY.municipality };
			await api.ask(server, { method: 'POST', path: '/zone_territories', body: place });
			try {
				const [inside, outside] = [
					await start(),
					await start('pkcElsewhere', { community_id: COMMUNITY.elsewhere })
				];
				expect(await put('member', inside, [write('1.4', 2)])).toMatchObject([{ outcome: 'written' }]);
				expect(await put('pkcElsewhere', outside, [write('1.4', 2)])).toMatchObject([
					{ problem: 'not_in_form' }
				]);
			} finally {
				await api.ask(server, { method: 'DELETE', path: `/zones?id=eq.${zone.id}` });
			}
		});

		it.each<[string, Row]>([
			['composition', { composition: { people: 'Anna' } }],
			['composition', { composition: { latvians: 7 } }],
			['composition', { composition: { people: -1 } }],
			['composition', { composition: { people: 3.5 } }],
			['composition', { composition: [] }],
			['exposure', { exposure: { flood: 2 } }],
			['exposure', { exposure: { war: 1 } }],
			['form', { form: 'short' }],
			['mode', { mode: null }],
			['checklist_version', { checklist_version: '9.9.9' }],
			['revises', { revises: ID.assessment.here, revision_reason: 'Kļūda' }],
			['revises', { revises: crypto.randomUUID(), revision_reason: 'Kļūda' }],
			['revision_reason', { revises: ID.assessment.submitted }],
			['revision_reason', { revision_reason: 'Kļūda' }],
			['id', { id: null }],
			['status', { status: 'submitted' }],
			['created_by', { created_by: userId('member') }]
		])('names the field that is wrong: %s', async (field, more) => {
			await expect(start('coordinator', more)).rejects.toThrow(`"details":"${field}"`);
		});

		it('is told what changed while somebody else was writing, and a change sent twice is one', async () => {
			const id = await start();
			const [read] = await rows('coordinator', `/assessments?id=eq.${id}`);
			const change = (data: Row): Row => ({ id, data: { ...data, expected_updated_at: read?.updated_at } });
			await rpc('coordinator', 'update_assessment', change({ exposure: { flood: 1.5 } }));
			await rpc('coordinator', 'update_assessment', change({ exposure: { flood: 1.5 } }));
			expect(await refusal('pkc', 'update_assessment', change({ exposure: {} }))).toBe('DK007');
			expect(await refusal('pkc', 'update_assessment', { id, data: { exposure: {} } })).toBe('DK007');
			expect(await view(id)).toMatchObject({ state: 2, assessment: { exposure: { flood: 1.5 } } });
		});
	});

	describe('answers', () => {
		it('are written once, however often they are sent', async () => {
			const id = await start();
			const first = write('1.1', 2, 0, { note: ' Divi cilvēki ' });
			const second = write('1.1', 3, 1);
			const expected = [
				{ write_id: first.write_id, item: '1.1', outcome: 'written', revision: 1 },
				{ write_id: second.write_id, item: '1.1', outcome: 'written', revision: 2 }
			];
			expect(await put('member', id, [first, second])).toEqual(expected);
			expect(await put('member', id, [second])).toEqual([expected[1]]);
			expect(await put('member', id, [second, first, first])).toEqual([
				expected[1],
				expected[0],
				expected[0]
			]);
			expect((await view(id)).answers).toMatchObject([
				{
					...{ item: '1.1', value: 3, as_of: DAY, evidence: 0, note: null, revision: 2 },
					written_by_name: 'Paraugs member'
				}
			]);
			const log = await rows(server, `/answer_writes?assessment_id=eq.${id}&order=revision`);
			expect(log.map((each) => each.content)).toMatchObject([
				{ value: 2, note: 'Divi cilvēki' },
				{ value: 3 }
			]);
		});

		it('that two people change differently are a conflict: nothing is overwritten, theirs is shown', async () => {
			const id = await start();
			await put('member', id, [write('1.1', 1)]);
			const mine = write('1.1', 3);
			const [told] = await put('coordinator', id, [mine]);
			expect(told).toMatchObject({
				...{ outcome: 'conflict', revision: 1 },
				theirs: {
					value: 1,
					revision: 1,
					written_by_name: 'Paraugs member',
					changed_at: expect.any(String) as string
				}
			});
			// Said the same: no conflict.
			expect(await put('coordinator', id, [write('1.1', 1)])).toMatchObject([
				{ outcome: 'same', revision: 1 }
			]);
			// The conflict stays one when it is sent again, also on top of what has come since.
			await put('member', id, [write('1.1', 2, 1)]);
			expect(await put('coordinator', id, [mine])).toMatchObject([
				{ outcome: 'conflict', revision: 1, theirs: { value: 2, revision: 2 } }
			]);
			expect(await put('coordinator', id, [write('1.1', 3, 2)])).toMatchObject([
				{ outcome: 'written', revision: 3 }
			]);
		});

		it('of several people at once: one is first, the others learn of it', async () => {
			for (let round = 0; round < 3; round++) {
				const id = await start();
				const people: Person[] = ['member', 'coordinator', 'mentor', 'pkc'];
				const told = await Promise.all(people.map((who, n) => put(who, id, [write('1.1', n)])));
				expect(
					told
						.flat()
						.map(({ outcome }) => outcome)
						.sort()
				).toEqual([...['conflict', 'conflict', 'conflict', 'written']]);
				expect((await view(id)).answers).toHaveLength(1);
			}
		});

		it('that are taken back leave their row, and can come again', async () => {
			const id = await start();
			await put('member', id, [write('1.2', 'na', 0, { reason: 'Nav upes' }), write('1.2', null, 1)]);
			expect((await view(id)).answers).toMatchObject([{ value: null, reason: null, revision: 2 }]);
			expect(await put('member', id, [write('1.2', 'dk', 2)])).toMatchObject([
				{ outcome: 'written', revision: 3 }
			]);
			expect(await rpc('member', 'assessment_overview', { community_id: COMMUNITY.here })).toContainEqual(
				expect.objectContaining({ id, answered: 1, grade: null })
			);
		});

		it('that cannot be taken say why, and do not stop the others', async () => {
			const id = await start();
			const wrong: [string, unknown][] = [
				['unknown_item', write('9.9', 1)],
				['not_in_form', write('1.4', 1)],
				['na_not_allowed', write('1.1', 'na', 0, { reason: 'Nav' })],
				['reason_missing', write('1.2', 'na')],
				['reason_missing', write('1.2', 'na', 0, { reason: '  ' })],
				['date_after_as_of', write('1.1', 1, 0, { as_of: '2099-01-01' })],
				['evidence_not_allowed', write('1.1', 1, 0, { evidence: 3 })],
				['invalid_answer', write('1.1', 4)],
				['invalid_answer', write('1.1', 'yes')],
				['invalid_answer', write('1.1', { level: 1 })],
				['invalid_answer', write('1.1', 1, 0, { evidence: null })],
				['invalid_answer', write('1.1', 1, 0, { as_of: 'soon' })],
				['invalid_answer', write('1.1', 1, 0, { as_of: '-infinity' })],
				['invalid_answer', write('1.1', 1, 0, { changed_at: null })],
				['invalid_answer', write('1.1', 1, -1)],
				['invalid_answer', write('1.1', 1, 0, { base_revision: null })],
				['invalid_answer', write('1.1', 1, 0, { write_id: 'mine' })],
				['invalid_answer', write('1.1', 1, 0, { write_id: null })],
				['invalid_answer', write('1.1', 1, 0, { note: 'x'.repeat(2001) })],
				['invalid_answer', write('1.1', 1, 0, { revision: 9 })],
				['invalid_answer', write('1.1', 1, 0, { respondent_id: ID.respondent.here })],
				['invalid_answer', 'text'],
				['invalid_answer', null]
			];
			const good = write('1.3', 2);
			const told = await put('member', id, [...wrong.map(([, each]) => each), good]);
			expect(told.slice(0, -1).map(({ outcome, problem }) => `${outcome} ${problem ?? ''}`)).toEqual(
				wrong.map(([problem]) => `refused ${problem}`)
			);
			expect(told.at(-1)).toEqual({ write_id: good.write_id, item: '1.3', outcome: 'written', revision: 1 });
			expect((await view(id)).answers).toHaveLength(1);
			for (const writes of [null, {}, 7, Array.from({ length: 201 }, () => good)])
				expect(await refusal('member', 'write_answers', { assessment_id: id, writes })).toBe('DK006 writes');
		});

		it('are not learnt of by a write that is somebody else’s', async () => {
			const id = await start();
			const theirs = write('1.1', 1);
			await put('coordinator', id, [theirs]);
			const refused = { outcome: 'refused', problem: 'invalid_answer' };
			expect(await put('member', id, [{ ...theirs, value: 3, base_revision: 1 }])).toMatchObject([refused]);
			expect(await put('coordinator', id, [{ ...theirs, item: '1.2' }])).toMatchObject([refused]);
			// Nor is another answer under the same id called written: it is kept nowhere.
			for (const other of [{ value: 3 }, { base_revision: 1 }, { note: 'Cits' }])
				expect(await put('coordinator', id, [{ ...theirs, ...other }])).toMatchObject([refused]);
			expect((await view(id)).answers).toMatchObject([{ value: 1, note: null }]);
			const elsewhere = await put('coordinatorElsewhere', ID.assessment.elsewhere, [theirs]);
			expect(elsewhere).toEqual([{ ...refused, write_id: theirs.write_id, item: '1.1', revision: 1 }]);
		});

		it('are confirmed by mentor and PKC, and stay so while others write beside it', async () => {
			const id = await start();
			await put('member', id, [write('1.1', 2)]);
			for (const [base, who] of [
				[1, 'mentor'],
				[2, 'pkc']
			] as const)
				expect(await put(who, id, [write('1.1', 2, base, { evidence: 3, note: who })])).toMatchObject([
					{ outcome: 'written' }
				]);
			expect(
				await put('member', id, [
					write('1.1', 3, 3, { evidence: 3 }),
					write('1.1', 2, 3, { evidence: 3, as_of: '2026-05-02' }),
					write('1.1', 2, 3, { evidence: 3, note: 'Ar atslēgu' })
				])
			).toMatchObject([
				{ problem: 'evidence_not_allowed' },
				{ problem: 'evidence_not_allowed' },
				{ outcome: 'written', revision: 4 }
			]);
		});

		it('are not confirmed by whoever is of the community, whatever else they are', async () => {
			const id = await start();
			await put('member', id, [write('1.1', 2)]);
			const [first, second] = [write('1.1', 2, 1, { evidence: 3 }), write('1.1', 2, 1, { evidence: 3 })];
			for (const who of ['member', 'coordinator'] as const)
				await role(who, { role: 'pkc', scope_kind: 'region', scope_id: 'latgale' });
			for (const who of ['member', 'coordinator'] as const) {
				expect(await view(id, who)).toMatchObject({ may_lead: true, may_confirm: false });
				expect(await put(who, id, [first])).toMatchObject([{ problem: 'evidence_not_allowed' }]);
			}
			// Who has just become a member: neither.
			await role('mentor', { role: 'member', scope_kind: 'community', scope_id: COMMUNITY.here });
			expect(await put('mentor', id, [first])).toMatchObject([{ problem: 'evidence_not_allowed' }]);
			expect(await put('pkc', id, [second])).toMatchObject([{ outcome: 'written' }]);
			await submit(id);
			for (const who of ['member', 'mentor'] as const)
				expect(await refusal(who, 'confirm_assessment', { id })).toBe('DK001');
		});

		it('are taken until the role of their writer ends', async () => {
			const id = await start();
			await put('member', id, [write('1.1', 2)]);
			await rpc('coordinator', 'end_membership', { id: membershipOf('member') });
			const late = { assessment_id: id, writes: [write('1.1', 3, 1)] };
			expect(await refusal('member', 'write_answers', late)).toBe('DK002');
			expect((await view(id, 'pkc')).answers).toMatchObject([{ value: 2 }]);
		});

		it('sent twice, late and out of order come to what they come to when sent once', async () => {
			const item = fc.constantFrom('1.1', '1.2', '1.3');
			const change = fc.record({ item, value: fc.constantFrom(0, 1, 2, 3, 'dk', null), base: fc.nat(3) });
			const schedule = fc.record({
				changes: fc.array(change, { minLength: 1, maxLength: 8 }),
				again: fc.array(fc.nat(), { maxLength: 12 })
			});
			await fc.assert(
				fc.asyncProperty(schedule, async ({ changes, again }) => {
					const writes = changes.map((each) => write(each.item, each.value, each.base));
					const [once, twice] = [await start(), await start()];
					const outcomes = await put('member', once, writes);

					// To the other one in pieces; what was sent before comes again in between.
					const copies = writes.map((each) => ({ ...each, write_id: crypto.randomUUID() }));
					const first: Outcome[] = [];
					for (const [n, each] of copies.entries()) {
						first.push(...(await put('member', twice, [each])));
						const repeated = again
							.filter((_, turn) => turn % copies.length === n)
							.map((pick) => copies[pick % (n + 1)] ?? each);
						expect(
							(await put('member', twice, repeated)).map(({ outcome, revision }) => [outcome, revision])
						).toEqual(
							repeated.map((one) => {
								const known = first[copies.indexOf(one)];
								return [known?.outcome, known?.revision];
							})
						);
					}
					const told = ({ outcome, revision }: Outcome): unknown[] => [outcome, revision];
					expect(first.map(told)).toEqual(outcomes.map(told));
					const plain = async (id: string): Promise<Row[]> =>
						(await view(id)).answers.map(({ item, value, revision }) => ({ item, value, revision }));
					expect(await plain(twice)).toEqual(await plain(once));

					// Everything that was called written is in the log, and each revision of an item was given once.
					for (const [id, sent, all] of [
						[once, writes, outcomes],
						[twice, copies, first]
					] as const) {
						const log = await rows(server, `/answer_writes?assessment_id=eq.${id}&outcome=eq.written`);
						const written = all.filter(({ outcome }) => outcome === 'written');
						expect(log.map((each) => each.write_id).sort()).toEqual(
							written.map((each) => each.write_id).sort()
						);
						for (const each of log)
							expect(each.content).toMatchObject({
								value: sent.find(({ write_id }) => write_id === each.write_id)?.value
							});
						for (const answer of (await view(id)).answers) {
							const revisions = log
								.filter((each) => each.item_id === answer.item)
								.map((each) => each.revision);
							expect(revisions.sort()).toEqual(Array.from({ length: revisions.length }, (_, n) => n + 1));
							expect(answer.revision).toBe(revisions.length);
						}
					}
				}),
				{ numRuns: kind === 'postgrest' ? 25 : 8 }
			);
		});
	});

	describe('submitting', () => {
		it('keeps the score of exactly the answers it was made of', async () => {
			const id = await start();
			await put('member', id, [write('1.1', 1)]);
			const { state } = await view(id);
			await put('member', id, [write('1.1', 2, 1)]);
			expect(await refusal(server, 'submit_assessment', submission(id, state))).toBe('DK007');
			const [read] = await rows('coordinator', `/assessments?id=eq.${id}`);
			await rpc('coordinator', 'update_assessment', {
				...{ id, data: { exposure: { flood: 1.5 }, expected_updated_at: read?.updated_at } }
			});
			expect(await refusal(server, 'submit_assessment', submission(id, state + 1))).toBe('DK007');

			const now = submission(id, (await view(id)).state);
			await rpc(server, 'submit_assessment', now);
			await rpc(server, 'submit_assessment', now);
			expect(await view(id)).toMatchObject({
				assessment: { status: 'submitted', as_of: DAY, submitted_by_name: 'Paraugs coordinator' },
				score: { result: { index: 33.3 }, sha256: '0'.repeat(64) }
			});
			expect(await refusal(server, 'submit_assessment', { ...now, as_of: '2026-05-02' })).toBe(
				'DK004 status'
			);
		});

		it('and writing at the same moment: either the answer is scored, or its writer learns that it came too late', async () => {
			for (let round = 0; round < 8; round++) {
				const id = await start();
				const { state } = await view(id);
				const [submitted, written] = await Promise.all([
					refusal(server, 'submit_assessment', submission(id, state)),
					refusal('member', 'write_answers', { assessment_id: id, writes: [write('1.1', 1)] })
				]);
				expect([
					['not refused', 'DK004 status'],
					['DK007', 'not refused']
				]).toContainEqual([submitted, written]);
			}
		});

		it('is refused for a day or a result that does not fit, and to people who may not', async () => {
			const id = await start();
			await put('member', id, [write('1.1', 1)]);
			const { state } = await view(id);
			const refused = (more: Row): Promise<string> =>
				refusal(server, 'submit_assessment', submission(id, state, more));
			for (const as_of of ['2099-01-01', '2026-04-30', null])
				expect(await refused({ as_of })).toBe('DK006 as_of');
			for (const wrong of [
				{ form: 'quick' },
				{ version: '1.0.1' },
				{ asOf: '2026-05-02' },
				{ checklist: null }
			])
				expect(await refused({ result: { ...(submission(id, 0).result as Row), ...wrong } })).toBe(
					'DK006 result'
				);
			for (const [who, code] of [
				['member', 'DK001'],
				['newcomer', 'DK002'],
				['national', 'DK002'],
				['civilProtection', 'DK002'],
				['coordinatorElsewhere', 'DK002'],
				['gone', 'DK001']
			] as const)
				expect([who, await refused({ user_id: userId(who) })]).toEqual([who, code]);
			expect(await refused({ user_id: null })).toBe('DK001');
			await rpc(server, 'submit_assessment', submission(id, state, { user_id: userId('mentor') }));
		});

		it('ends every way of changing it, for the key of the server and for its owner, too', async () => {
			const [id, draft] = [await start(), await start()];
			await put('member', id, [write('1.1', 1)]);
			await submit(id);
			await put('member', draft, [write('1.2', 1)]);
			expect(
				await refusal('member', 'write_answers', { assessment_id: id, writes: [write('1.1', 2, 1)] })
			).toBe('DK004 status');
			expect(await refusal('pkc', 'update_assessment', { id, data: { round: 'Cits' } })).toBe('DK004 status');
			const before = await api.digest();
			for (const [method, path, body] of [
				['PATCH', `/answers?assessment_id=eq.${id}`, { value: 3 }],
				['PATCH', `/answers?assessment_id=eq.${id}`, { revision: 7 }],
				['DELETE', `/answers?assessment_id=eq.${id}`, undefined],
				[
					'POST',
					'/answers',
					{
						...{ assessment_id: id, item_id: '1.2', value: 3, as_of: DAY, evidence: 0, revision: 1 },
						changed_at: DAY
					}
				],
				['PATCH', `/assessments?id=eq.${id}`, { exposure: { flood: 1.5 } }],
				['PATCH', `/assessments?id=eq.${id}`, { as_of: '2026-05-02' }],
				['PATCH', `/assessments?id=eq.${id}`, { status: 'draft', as_of: null, submitted_at: null }],
				['PATCH', `/assessments?id=eq.${id}`, { archived_at: DAY }],
				['DELETE', `/assessments?id=eq.${id}`, undefined],
				['DELETE', `/assessments?id=eq.${draft}`, undefined],
				// Into it, and out of what a respondent said.
				['PATCH', `/answers?assessment_id=eq.${draft}`, { assessment_id: id }],
				[
					'PATCH',
					`/answers?respondent_id=eq.${ID.respondent.submitted}`,
					{ respondent_id: null, item_id: '1.3' }
				],
				['PATCH', `/answers?assessment_id=eq.${id}`, { respondent_id: ID.respondent.submitted }],
				['PATCH', `/assessment_scores?assessment_id=eq.${id}`, { result: {} }],
				['DELETE', `/assessment_scores?assessment_id=eq.${id}`, undefined],
				['PATCH', `/answer_writes?assessment_id=eq.${id}`, { content: {} }],
				['DELETE', `/answer_writes?assessment_id=eq.${id}`, undefined]
			] as const) {
				const { status, body: told } = await api.ask(server, { method, path, body });
				expect([method, path, body, status, (told as Row).message]).toEqual([
					...[method, path, body, 403],
					expect.stringMatching(/never changes|only grows/)
				]);
			}
			expect(await api.digest()).toBe(before);
			// What is a draft still, the key of the server does change.
			const { status } = await api.ask(server, {
				...{ method: 'PATCH', path: `/assessments?id=eq.${draft}`, body: { round: 'Cits' } }
			});
			expect(status).toBe(200);
		});

		it('is confirmed by mentor or PKC, not by who submitted, and then put aside', async () => {
			const id = await start('pkc');
			await rpc(server, 'submit_assessment', submission(id, 1, { user_id: userId('pkc') }));
			expect(await view(id, 'pkc')).toMatchObject({ may_lead: true, may_confirm: false });
			expect(await refusal('pkc', 'confirm_assessment', { id })).toBe('DK001');
			expect(await refusal('coordinator', 'confirm_assessment', { id })).toBe('DK001');
			expect(await view(id, 'mentor')).toMatchObject({ may_confirm: true });
			await rpc('mentor', 'confirm_assessment', { id });
			expect(await refusal('mentor', 'confirm_assessment', { id })).toBe('DK004 status');
			await rpc('coordinator', 'archive_assessment', { id });
			const archived = await rows('member', `/assessments?id=eq.${id}`);
			expect(archived).toMatchObject([{ status: 'archived', confirmed_by: userId('mentor'), as_of: DAY }]);
			for (const back of [
				{ status: 'confirmed', archived_at: null },
				{ status: 'submitted', archived_at: null, confirmed_at: null },
				{ confirmed_at: null },
				{ archived_at: DAY }
			]) {
				const path = `/assessments?id=eq.${id}`;
				const { body } = await api.ask(server, { method: 'PATCH', path, body: back });
				expect((body as Row).message).toMatch(/never changes/);
			}
			expect(await rows('member', `/assessments?id=eq.${id}`)).toEqual(archived);
		});
	});

	it('a correction takes the answers over and leaves what it corrects as it was', async () => {
		const id = await start('coordinator', { form: 'quick' });
		await put('member', id, [write('1.1', 1, 0, { note: 'Kā bija' })]);
		const result = { ...(submission(id, 0).result as Row), form: 'quick' };
		await rpc(server, 'submit_assessment', submission(id, (await view(id)).state, { result }));
		const before = await view(id);

		const corrected = await start('coordinator', { revises: id, revision_reason: 'Pārskatījāmies' });
		expect(await view(corrected)).toMatchObject({
			assessment: { form: 'quick', revises: id, revision_reason: 'Pārskatījāmies', status: 'draft' },
			answers: [{ item: '1.1', value: 1, note: 'Kā bija', revision: 1, written_by_name: 'Paraugs member' }]
		});
		await put('member', corrected, [write('1.1', 2, 1)]);
		expect(await view(id)).toEqual(before);
		// Only of the own community.
		await expect(
			start('coordinatorElsewhere', {
				...{ community_id: COMMUNITY.elsewhere, revises: id, revision_reason: 'Nav mūsu' }
			})
		).rejects.toThrow('"details":"revises"');
	});

	it('is written by nobody past the functions, and read by nobody who is not of the community', async () => {
		const before = await api.digest();
		const row = {
			assessment_id: ID.assessment.here,
			item_id: '1.2',
			value: 3,
			as_of: DAY,
			evidence: 3,
			revision: 1
		};
		const attempts: [method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: Row][] = [
			['POST', '/answers', { ...row, changed_at: DAY }],
			['PATCH', `/answers?assessment_id=eq.${ID.assessment.here}`, { value: 3 }],
			['PATCH', `/answers?respondent_id=eq.${ID.respondent.here}`, { value: 3 }],
			['DELETE', `/answers?assessment_id=eq.${ID.assessment.here}`],
			['POST', '/assessment_scores', { assessment_id: ID.assessment.here, result: {}, sha256: 'x' }],
			['PATCH', `/assessment_scores?assessment_id=eq.${ID.assessment.submitted}`, { result: { index: 100 } }],
			['PATCH', `/assessments?id=eq.${ID.assessment.here}`, { status: 'confirmed' }],
			['PATCH', `/assessments?id=eq.${ID.assessment.submitted}`, { confirmed_at: DAY }],
			['PATCH', `/assessments?id=eq.${ID.assessment.here}`, { community_id: COMMUNITY.elsewhere }],
			['PATCH', `/assessments?id=eq.${ID.assessment.here}`, { meeting_opened_at: DAY }],
			['DELETE', `/assessments?id=eq.${ID.assessment.here}`],
			['POST', '/answer_writes', { write_id: ID.write.here }],
			['PATCH', `/respondents?id=eq.${ID.respondent.here}`, { name: 'Cits' }],
			['PATCH', `/plan_items?id=eq.${ID.planItem.here}`, { shared: true }],
			['PATCH', `/plan_items?id=eq.${ID.planItem.shared}`, { municipality_reply: 'Jā' }]
		];
		for (const who of everybody)
			for (const [method, path, body] of attempts) {
				const { status } = await api.ask(who, { method, path, body });
				expect([who, method, path, status]).toEqual([who, method, path, who === 'visitor' ? 401 : 403]);
			}
		expect(await api.digest()).toBe(before);

		for (const who of [
			'newcomer',
			'planner',
			'national',
			'civilProtection',
			'pkcElsewhere',
			'lapsed'
		] as const)
			for (const path of [
				'/communities?select=id,assessments(*)',
				'/assessments?select=*,answers(*)',
				'/plan_items?select=*,assessments(*)'
			]) {
				const told = JSON.stringify(await rows(who, path));
				for (const secret of [ID.assessment.here, 'Said here', 'of our own', 'to share'])
					if (who !== 'pkcElsewhere' || secret !== 'to share')
						expect([who, path, told.includes(secret)]).toEqual([who, path, false]);
			}
		// Those of the community are told.
		expect(JSON.stringify(await rows('member', '/communities?select=id,assessments(*)'))).toContain(
			ID.assessment.here
		);
		expect(JSON.stringify(await rows('member', '/assessments?select=*,answers(*)'))).toContain('Said here');
		expect(JSON.stringify(await rows('member', '/plan_items?select=*,assessments(*)'))).toContain(
			'of our own'
		);
		const embedded = await api.ask('coordinator', {
			...{ method: 'GET', path: '/assessments?select=id,respondents(name,token_hash)' }
		});
		expect(embedded.status).toBeGreaterThanOrEqual(400);
	});

	describe('respondents', () => {
		const device = (n: number): { id: string; token_hash: string } => ({
			id: crypto.randomUUID(),
			token_hash: `device-${n}-${crypto.randomUUID()}`.padEnd(64, '0')
		});
		const link_hash = 'link-for-the-test-'.padEnd(64, '0');

		async function round(): Promise<{ id: string; link: string }> {
			const id = await start('coordinator', { mode: 'individual' });
			const link = crypto.randomUUID();
			const body = { assessment_id: id, id: link, token_hash: link_hash, expires_at: 'tomorrow' };
			await rpc('coordinator', 'create_respondent_link', body);
			expect(await rpc('coordinator', 'create_respondent_link', body)).toBe(link);
			return { id, link };
		}
		async function join(n: number, name?: string): Promise<{ id: string; token_hash: string }> {
			const person = device(n);
			await rpc('visitor', 'join_assessment', { link_hash, ...person, ...(name ? { name } : {}) });
			return person;
		}
		const say = (token_hash: string, writes: unknown[]): Promise<Outcome[]> =>
			rpc('visitor', 'write_respondent_answers', { token_hash, writes });

		it('join once, answer for themselves, and see what they said and nothing else', async () => {
			const { id } = await round();
			expect(await rpc('visitor', 'respondent_link_by_token', { token_hash: link_hash })).toMatchObject([
				{ community_name: 'Sample', form: 'full', state: 'open' }
			]);
			const anna = await join(1, ' Anna ');
			await rpc('visitor', 'join_assessment', { link_hash, ...anna });
			const other = await join(2);
			const first = write('1.1', 0, 0, { note: 'Neviens nezina' });
			expect(await say(anna.token_hash, [first, write('1.2', 'dk')])).toMatchObject([
				{ outcome: 'written', revision: 1 },
				{ outcome: 'written', revision: 1 }
			]);
			expect(await say(anna.token_hash, [first])).toMatchObject([{ outcome: 'written', revision: 1 }]);
			expect(await say(other.token_hash, [write('1.1', 3), first])).toMatchObject([
				{ outcome: 'written' },
				{ outcome: 'refused', problem: 'invalid_answer' }
			]);
			for (const wrong of [{ evidence: 3 }, { dissent: 'Nē' }])
				expect(await say(anna.token_hash, [write('1.1', 1, 1, wrong)])).toMatchObject([
					{ outcome: 'refused' }
				]);
			await rpc('visitor', 'finish_respondent', { token_hash: anna.token_hash });

			const seen = await rpc<Row>('visitor', 'respondent_view', { token_hash: anna.token_hash });
			expect(seen).toMatchObject({
				respondent: { id: anna.id, name: 'Anna', finished_at: expect.any(String) as string },
				assessment: { id, community_name: 'Sample', status: 'draft', meeting_opened_at: null },
				answers: [
					{ item: '1.1', value: 0, note: 'Neviens nezina' },
					{ item: '1.2', value: 'dk' }
				]
			});
			// On another device of the same person it is a conflict with oneself.
			expect(await say(anna.token_hash, [write('1.1', 2)])).toMatchObject([
				{ outcome: 'conflict', theirs: { value: 0, written_by_name: null } }
			]);
		});

		it('are seen by nobody: their number is, and from the meeting on the levels without them', async () => {
			const { id, link } = await round();
			const people = [await join(1, 'Anna'), await join(2, 'Berta'), await join(3)];
			const said: [string, unknown][][] = [
				[
					['1.1', 3],
					['1.2', 'dk'],
					['1.3', 0]
				],
				[
					['1.1', 0],
					['1.2', 2]
				],
				[
					['1.1', 1],
					['1.2', 'na']
				]
			];
			for (const [n, { token_hash }] of people.entries())
				await say(
					token_hash,
					(said[n] ?? []).map(([item, value]) =>
						write(item, value, 0, { note: 'Paslēpts', reason: 'Paslēpts' })
					)
				);
			await rpc('visitor', 'finish_respondent', { token_hash: people[0]?.token_hash });
			for (const who of ['member', ...LEADS] as const) {
				expect(await view(id, who)).toMatchObject({
					respondents: { joined: 3, finished: 1 },
					answers: [],
					state: 1
				});
				expect(await refusal(who, 'meeting_view', { id })).toBe('DK004 meeting_opened_at');
			}
			// A stranger who got hold of another link.
			const leaked = { id: crypto.randomUUID(), token_hash: tokenHash('fresh') };
			await rpc('pkc', 'create_respondent_link', { assessment_id: id, ...leaked, expires_at: 'tomorrow' });
			const stranger = device(9);
			await rpc('visitor', 'join_assessment', { link_hash: leaked.token_hash, ...stranger });
			await say(stranger.token_hash, [write('1.3', 3)]);
			await rpc('pkc', 'revoke_respondent_link', { id: leaked.id, respondents_too: true });

			await rpc('coordinator', 'open_meeting', { id });
			await rpc('mentor', 'open_meeting', { id });
			const expected = {
				respondents: 3,
				items: [
					{ item: '1.1', levels: [0, 1, 3], dk: 0, na: 0 },
					// 1.3 is left out: one person answered it.
					{ item: '1.2', levels: [2], dk: 1, na: 1 }
				]
			};
			for (const who of ['member', ...LEADS] as const) {
				expect(await rpc(who, 'meeting_view', { id })).toEqual(expected);
				const told = JSON.stringify([
					await view(id, who),
					await rows(who, '/answers?select=*'),
					await rows(who, '/assessments?select=*,answers(*)')
				]);
				for (const secret of ['Anna', 'Berta', 'Paslēpts', ...people.map((person) => person.id)])
					expect(told).not.toContain(secret);
			}
			// Whoever came later would be the one who changed it.
			const late = people[1]?.token_hash ?? '';
			expect(
				await refusal('visitor', 'write_respondent_answers', { token_hash: late, writes: [write('1.3', 3)] })
			).toBe('DK004 meeting_opened_at');
			expect(await refusal('visitor', 'join_assessment', { link_hash, ...device(4) })).toBe('DK004');
			const revocation = { id: link, respondents_too: true };
			expect(await refusal('coordinator', 'revoke_respondent_link', revocation)).toBe(
				'DK004 meeting_opened_at'
			);
			expect(await rpc('member', 'meeting_view', { id })).toEqual(expected);
			// The meeting agrees on something, and somebody does not.
			await put('member', id, [write('1.1', 1, 0, { dissent: 'Viens no mums domā citādi' })]);
			expect((await view(id)).answers).toMatchObject([{ value: 1, dissent: 'Viens no mums domā citādi' }]);
		});

		it('are not taken over by a correction', async () => {
			const { id } = await round();
			const { token_hash } = await join(1);
			await say(token_hash, [write('1.1', 0), write('1.2', 3)]);
			await put('member', id, [write('1.1', 1)]);
			await submit(id);
			const corrected = await start('coordinator', { revises: id, revision_reason: 'Pārskatījāmies' });
			expect((await view(corrected)).answers).toMatchObject([{ item: '1.1', value: 1 }]);
			expect(await rows(server, `/answers?assessment_id=eq.${corrected}`)).toHaveLength(1);
		});

		it('are not shown alone', async () => {
			const { id } = await round();
			const [first, second, third] = [await join(1), await join(2), await join(3)];
			await say(first.token_hash, [write('1.1', 0)]);
			await say(second.token_hash, [write('1.1', 1)]);
			// Of two, each would know what the other one said; and who has said nothing is nobody.
			await say(third.token_hash, [write('1.1', null)]);
			expect(await refusal('coordinator', 'open_meeting', { id })).toBe('DK006 respondents');
			await say(third.token_hash, [write('1.1', 3, 1)]);
			await rpc('coordinator', 'open_meeting', { id });
			const shown = await rpc('member', 'meeting_view', { id });
			// Who leaves takes everything along but what the meeting has seen of all.
			await rpc('visitor', 'leave_assessment', { token_hash: second.token_hash });
			expect(await rows(server, `/answers?respondent_id=eq.${second.id}`)).toEqual([]);
			expect(await rows(server, `/answer_writes?respondent_id=eq.${second.id}`)).toEqual([]);
			expect(await rpc('member', 'meeting_view', { id })).toEqual(shown);
		});

		it('cannot come by a link that has ended, or stay when it was revoked with them', async () => {
			const { id, link } = await round();
			const inside = await join(1);
			await say(inside.token_hash, [write('1.1', 0)]);
			await rpc('coordinator', 'revoke_respondent_link', { id: link });
			expect(await refusal('visitor', 'join_assessment', { link_hash, ...device(2) })).toBe('DK004');
			await say(inside.token_hash, [write('1.1', 1, 1)]);
			await rpc('coordinator', 'revoke_respondent_link', { id: link, respondents_too: true });
			const shutOut = { token_hash: inside.token_hash };
			for (const [name, more] of [
				['respondent_view', {}],
				['finish_respondent', {}],
				['write_respondent_answers', { writes: [write('1.1', 2, 2)] }]
			] as [string, Row][])
				expect(await refusal('visitor', name, { ...shutOut, ...more })).toBe('DK004 revoked_at');
			expect(await view(id)).toMatchObject({ respondents: { joined: 0, finished: 0 } });
			expect(await rows(server, `/answers?respondent_id=eq.${inside.id}&select=value`)).toEqual([
				{ value: 1 }
			]);
			await expect(
				rpc('coordinator', 'create_respondent_link', {
					...{ assessment_id: id, id: crypto.randomUUID(), token_hash: tokenHash('fresh') },
					expires_at: new Date(Date.now() + 31 * 24 * 3600 * 1000).toISOString()
				})
			).rejects.toThrow('expires_at');
		});

		it('who joined are told so again, also when the link has ended since', async () => {
			const { link } = await round();
			const person = device(1);
			const joined = await rpc('visitor', 'join_assessment', { link_hash, ...person });
			await rpc('coordinator', 'revoke_respondent_link', { id: link });
			expect(await rpc('visitor', 'join_assessment', { link_hash, ...person })).toEqual(joined);
			// Of a link that has ended, nobody learns whose it was.
			expect(await rpc('visitor', 'respondent_link_by_token', { token_hash: link_hash })).toMatchObject([
				{ community_name: '', round: null, border_zone: false, state: 'revoked' }
			]);
		});

		it('come in from a file all or none, once each, of nobody, and are shut out together', async () => {
			const { id } = await round();
			const link = crypto.randomUUID();
			const person = (...answers: [string, unknown, Row?][]): Row => ({
				id: crypto.randomUUID(),
				answers: answers.map(([item, value, more]) => ({
					...{ item, value, as_of: DAY, evidence: 1, reason: null, note: null, ...more }
				}))
			});
			const people = [
				person(['1.1', 0, { note: '=1+1 Paslēpts' }], ['1.2', 'na', { reason: 'Paslēpts' }]),
				person(['1.1', 2], ['1.2', 'dk']),
				person(['1.1', 3])
			];
			const bring = (list: unknown, link_id = crypto.randomUUID()): Row => ({
				...{ assessment_id: id, link_id, people: list }
			});
			// What one person says wrong keeps everybody out.
			for (const [wrong, why] of [
				[person(['9.9', 1]), 'answers'],
				[person(['1.1', 7]), 'value'],
				[person(['1.1', null], ['1.2', 'na']), 'answers'],
				[person(['1.1', 1, { as_of: '2999-01-01' }]), 'answers'],
				[person(['1.1', 1, { evidence: 3 }]), 'answers'],
				[person(['1.1', 1], ['1.1', 2]), 'assessment_id_item_id_respondent_id'],
				[person(['1.1', 1, { written_by: userId('member') }]), 'written_by']
			] as const)
				expect(await refusal('coordinator', 'import_respondents', bring([...people, wrong]))).toContain(
					`DK006 ${why}`
				);
			for (const list of [[], {}, null])
				expect(await refusal('coordinator', 'import_respondents', bring(list))).toBe('DK006 people');
			expect(await view(id)).toMatchObject({ respondents: { joined: 0 } });

			expect(await rpc('coordinator', 'import_respondents', bring(people.slice(0, 2), link))).toEqual({
				...{ added: 2, known: 0 }
			});
			expect(await rpc('pkc', 'import_respondents', bring(people))).toEqual({ added: 1, known: 2 });
			expect(await rpc('pkc', 'import_respondents', bring(people))).toEqual({ added: 0, known: 3 });
			const seen = await view(id, 'coordinator');
			expect(seen).toMatchObject({ respondents: { joined: 3, finished: 3 }, answers: [] });
			expect(seen.links).toMatchObject([{ state: 'open' }, { id: link, state: 'imported' }, {}]);
			// Nobody reads what they said, and nothing names who brought it.
			expect(JSON.stringify([seen, await rows('coordinator', '/answers?select=*')])).not.toContain(
				'Paslēpts'
			);
			expect(
				await rows(server, `/answers?assessment_id=eq.${id}&written_by=not.is.null&select=item_id`)
			).toEqual([]);
			expect(
				await rows(server, `/answers?respondent_id=eq.${String(people[0]?.id)}&item_id=eq.1.1`)
			).toMatchObject([{ value: 0, evidence: 1, note: '=1+1 Paslēpts', revision: 1 }]);

			// A wrong file is taken back as a whole, and may come again.
			await rpc('coordinator', 'revoke_respondent_link', { id: link, respondents_too: true });
			expect(await view(id)).toMatchObject({ respondents: { joined: 1 } });
			expect(await rpc('coordinator', 'import_respondents', bring(people))).toEqual({ added: 2, known: 1 });
			await rpc('coordinator', 'open_meeting', { id });
			expect(await rpc('member', 'meeting_view', { id })).toEqual({
				respondents: 3,
				items: [
					{ item: '1.1', levels: [0, 2, 3], dk: 0, na: 0 },
					{ item: '1.2', levels: [], dk: 1, na: 1 }
				]
			});
			expect(await refusal('coordinator', 'import_respondents', bring(people))).toBe(
				'DK004 meeting_opened_at'
			);
			const together = await start('coordinator');
			expect(
				await refusal('coordinator', 'import_respondents', { ...bring(people), assessment_id: together })
			).toBe('DK004 mode');
		});

		it('wait while the community answers together, and go on when it is each for themselves again', async () => {
			const { id } = await round();
			const { token_hash } = await join(1);
			await say(token_hash, [write('1.1', 0)]);
			const turn = async (mode: string): Promise<void> => {
				const [read] = await rows('coordinator', `/assessments?id=eq.${id}`);
				await rpc('coordinator', 'update_assessment', {
					...{ id, data: { mode, expected_updated_at: read?.updated_at } }
				});
			};
			await turn('together');
			const writes = [write('1.1', 1, 1)];
			expect(await refusal('visitor', 'write_respondent_answers', { token_hash, writes })).toBe('DK004 mode');
			expect(await refusal('visitor', 'join_assessment', { link_hash, ...device(2) })).toBe('DK004');
			expect(await refusal('coordinator', 'open_meeting', { id })).toBe('DK004 mode');
			await turn('individual');
			expect(await say(token_hash, writes)).toMatchObject([{ outcome: 'written', revision: 2 }]);
		});

		it('are as many as a village: then nobody joins, until strangers are shut out', async () => {
			const { id, link } = await round();
			const inside = await join(0);
			const crowd = Array.from({ length: 499 }, (_, n) => ({
				...{ id: crypto.randomUUID(), assessment_id: id, link_id: link, expires_at: '2099-01-01' },
				token_hash: `crowd-${id}-${n}`
			}));
			expect((await api.ask(server, { method: 'POST', path: '/respondents', body: crowd })).status).toBe(201);
			expect(await refusal('visitor', 'join_assessment', { link_hash, ...device(1) })).toBe(
				'DK004 respondents'
			);
			// Who is in already is in.
			await rpc('visitor', 'join_assessment', { link_hash, ...inside });
			await rpc('coordinator', 'revoke_respondent_link', { id: link, respondents_too: true });
			const fresh = { id: crypto.randomUUID(), token_hash: tokenHash('fresh') };
			await rpc('coordinator', 'create_respondent_link', {
				assessment_id: id,
				...fresh,
				expires_at: 'tomorrow'
			});
			await rpc('visitor', 'join_assessment', { link_hash: fresh.token_hash, ...device(2) });
		});

		it('leave no endless trail', async () => {
			const { id } = await round();
			const { id: respondent_id, token_hash } = await join(1);
			await say(token_hash, [write('1.1', 0)]);
			const trail = Array.from({ length: 2999 }, () => ({
				...{ write_id: crypto.randomUUID(), assessment_id: id, respondent_id, item_id: '1.1' },
				...{ base_revision: 0, revision: 1, outcome: 'conflict', content: { value: 3 } }
			}));
			expect((await api.ask(server, { method: 'POST', path: '/answer_writes', body: trail })).status).toBe(
				201
			);
			const late = { token_hash, writes: [write('1.2', 1)] };
			expect(await refusal('visitor', 'write_respondent_answers', late)).toBe('DK004 writes');
		});

		it('are not let in by what the database stores of their token', async () => {
			const stored = await rows(server, `/respondents?id=eq.${ID.respondent.here}&select=token_hash`);
			expect(await refusal('visitor', 'respondent_view', { ...stored[0] })).toBe('DK002');
		});

		it('may take everything back at any time', async () => {
			const { id } = await round();
			const { token_hash } = await join(1, 'Anna');
			await say(token_hash, [write('1.1', 0)]);
			await submit(id);
			expect(await refusal('visitor', 'write_respondent_answers', { token_hash, writes: [] })).toBe(
				'DK004 status'
			);
			await rpc('visitor', 'leave_assessment', { token_hash });
			expect(await refusal('visitor', 'respondent_view', { token_hash })).toBe('DK002');
			for (const table of ['answers', 'answer_writes', 'respondents'])
				expect(await rows(server, `/${table}?assessment_id=eq.${id}`)).toEqual([]);
		});

		it('stand in the log as nobody, even when they are signed in', async () => {
			const { id } = await round();
			const person = device(1);
			await rpc('member', 'join_assessment', { link_hash, ...person, name: 'Slepena' });
			const writes = [write('1.2', 'na', 0, { reason: 'Slepens' })];
			await rpc('member', 'write_respondent_answers', { token_hash: person.token_hash, writes });
			await put('coordinator', id, [write('1.1', 3, 0, { note: 'Slepens' })]);
			const log = await rpc<Row[]>('pkc', 'audit_entries', { of_row: id });
			expect(log.map((each) => [each.table_name, each.actor_role, each.actor_id, each.columns])).toEqual([
				[
					...['answers', 'coordinator', userId('coordinator')],
					expect.arrayContaining(['note', 'value']) as unknown
				],
				// When they answer is in no log: it could tell who said what.
				['respondents', 'respondent', null, []],
				['respondent_links', 'coordinator', userId('coordinator'), expect.any(Array) as unknown],
				['assessments', 'coordinator', userId('coordinator'), expect.any(Array) as unknown]
			]);
			expect(log.every((each) => each.community_id === COMMUNITY.here && each.region === 'latgale')).toBe(
				true
			);
			for (const secret of ['Slepen', person.id]) expect(JSON.stringify(log)).not.toContain(secret);
		});
	});

	describe('a plan', () => {
		const save = (data: Row, who: Person = 'coordinator'): Promise<Row> =>
			rpc(who, 'save_plan_item', { data });

		it('is written step by step; what was sent before overwrites nothing', async () => {
			const first = {
				id: crypto.randomUUID(),
				community_id: COMMUNITY.here,
				text: ' Saskaitīt akas ',
				item_id: '7.1'
			};
			const added = await save({ ...first, assessment_id: ID.assessment.submitted });
			expect(added).toMatchObject({ text: 'Saskaitīt akas', status: 'open', shared: false });
			const change = { id: first.id, text: 'Saskaitīt visas akas', expected_updated_at: added.updated_at };
			const changed = await save(change, 'mentor');
			expect(await save(change, 'mentor')).toEqual(changed);
			expect(await refusal('coordinator', 'save_plan_item', { data: first })).toBe('DK007');
			expect(await refusal('pkc', 'save_plan_item', { data: { ...change, status: 'done' } })).toBe('DK007');
			for (const [field, more] of [
				['status', { status: 'someday' }],
				['text', { text: '' }],
				['assessment_id', { assessment_id: ID.assessment.elsewhere }],
				['municipality_reply', { municipality_reply: 'Jā' }]
			] as [string, Row][])
				expect(
					await refusal('coordinator', 'save_plan_item', {
						data: { ...first, id: crypto.randomUUID(), ...more }
					})
				).toBe(`DK006 ${field}`);
		});

		it('that two people change at once keeps the change of one, and tells the other', async () => {
			for (let round = 0; round < 5; round++) {
				const { id, updated_at } = await save({
					id: crypto.randomUUID(),
					community_id: COMMUNITY.here,
					text: 'Akas'
				});
				const told = await Promise.all(
					(['coordinator', 'mentor', 'pkc'] as const).map((who) =>
						refusal(who, 'save_plan_item', { data: { id, text: who, expected_updated_at: updated_at } })
					)
				);
				expect(told.sort()).toEqual(['DK007', 'DK007', 'not refused']);
			}
		});

		it('is seen by civil protection as far as it is shared, and gets its reply', async () => {
			const shared = (): Promise<Row[]> => rpc('civilProtection', 'shared_plan_items');
			const change = (data: Row, who: Person): Promise<Row> => save({ id: ID.planItem.shared, ...data }, who);
			const [read] = await shared();
			expect(await shared()).toHaveLength(1);
			// Not from which item of the checklist it came, nor who replied.
			expect(Object.keys(read ?? {}).sort()).toEqual([
				...['community_id', 'created_at', 'due_on', 'helper', 'id', 'municipality_reply', 'owner_role'],
				...['replied_at', 'status', 'text', 'updated_at']
			]);
			const reply = (text: string, seen = read?.updated_at): Row => ({
				...{ id: ID.planItem.shared, text, expected_updated_at: seen }
			});
			await rpc('civilProtection', 'reply_plan_item', reply(' Palīdzēsim '));
			// Sent again it is one; to a reply that somebody else has not read it says so.
			await rpc('civilProtection', 'reply_plan_item', reply(' Palīdzēsim '));
			expect(await refusal('civilProtection', 'reply_plan_item', reply('Nepalīdzēsim'))).toBe('DK007');
			expect(await rows('member', `/plan_items?id=eq.${ID.planItem.shared}`)).toMatchObject([
				{ municipality_reply: 'Palīdzēsim', replied_by: userId('civilProtection') }
			]);
			expect(
				await refusal(
					'civilProtection',
					'reply_plan_item',
					reply('x'.repeat(2001), (await shared())[0]?.updated_at)
				)
			).toBe('DK006 text');
			// A reply is to the words that were read.
			const replied = (await shared())[0]?.updated_at;
			const reworded = await change({ text: 'Cits lūgums', expected_updated_at: replied }, 'mentor');
			expect(await refusal('civilProtection', 'reply_plan_item', reply('Jā', replied))).toBe('DK007');
			const [asked] = await shared();
			expect(asked).toMatchObject({ text: 'Cits lūgums', municipality_reply: 'Palīdzēsim' });
			expect(String(asked?.updated_at) > String(asked?.replied_at)).toBe(true);
			await rpc('civilProtection', 'reply_plan_item', reply('Jā', asked?.updated_at));

			const [step] = await shared();
			expect(step).toMatchObject({ municipality_reply: 'Jā', replied_at: step?.updated_at });
			expect(reworded.updated_at).not.toBe(step?.updated_at);
			// Anybody who leads may take it back, and only the community itself gives it again.
			const kept = await change({ shared: false, expected_updated_at: step?.updated_at }, 'pkc');
			expect(await shared()).toEqual([]);
			const again = { id: ID.planItem.shared, shared: true, expected_updated_at: kept.updated_at };
			for (const who of ['mentor', 'pkc'] as const)
				expect(await refusal(who, 'save_plan_item', { data: again })).toBe('DK001 shared');
			await save(again);
			expect(await shared()).toHaveLength(1);
		});
	});

	describe('a household poll', () => {
		const token_hash = 'poll-for-the-test-'.padEnd(64, '0');
		const begin = async (more: Row = {}): Promise<string> => {
			const data = {
				...{ id: crypto.randomUUID(), community_id: COMMUNITY.here, questions: QUESTIONS },
				...{ token_hash, closes_at: 'tomorrow', ...more }
			};
			return rpc<string>('mentor', 'start_poll', { data });
		};
		const cast = (choices: unknown, id = crypto.randomUUID()): Promise<unknown> =>
			rpc('visitor', 'cast_ballot', { token_hash, id, choices });
		const overview = async (id: string): Promise<Row | undefined> =>
			(await rpc<Row[]>('member', 'poll_overview', { community_id: COMMUNITY.here })).find(
				(poll) => poll.id === id
			);

		it('counts each ballot once, and tells the counts when it is closed, from ten on', async () => {
			const id = await begin();
			expect(await begin({ id })).toBe(id);
			for (let n = 0; n < 9; n++) await cast({ 0: 0, 4: 1 });
			const tenth = crypto.randomUUID();
			await rpc('coordinator', 'close_poll', { id: ID.poll.here });
			expect(await overview(id)).toMatchObject({ state: 'open', ballots: 9, counts: null });
			await cast({ 0: 1 }, tenth);
			await cast({ 0: 1 }, tenth);
			await rpc('coordinator', 'enter_ballot', { poll_id: id, id: tenth, choices: { 0: 1 } });
			await rpc('coordinator', 'enter_ballot', { poll_id: id, id: crypto.randomUUID(), choices: { 3: 0 } });
			expect(await overview(id)).toMatchObject({ state: 'open', ballots: 11, counts: null });
			await rpc('pkc', 'close_poll', { id });
			expect(await overview(id)).toMatchObject({
				state: 'closed',
				// Nine answered the fifth question, and one the fourth.
				counts: [[9, 1], null, null, null, null]
			});
			await expect(cast({ 0: 1 })).rejects.toThrow('DK003');
			expect(await rpc('visitor', 'poll_by_token', { token_hash })).toMatchObject([
				{ community_name: 'Sample', questions: QUESTIONS, state: 'closed' }
			]);
		});

		it('hides the counts of fewer than ten for good', async () => {
			const id = await begin();
			for (let n = 0; n < 9; n++) await cast({ 0: 0 });
			await rpc('coordinator', 'close_poll', { id });
			expect(await overview(id)).toMatchObject({ state: 'closed', ballots: 9, counts: null });
		});

		it('takes as many ballots as there may be neighbours', async () => {
			const id = await begin();
			const many = Array.from({ length: 4999 }, () => ({
				...{ id: crypto.randomUUID(), poll_id: id, cast_in: '2026-05-01T00:00:00Z' }
			}));
			expect((await api.ask(server, { method: 'POST', path: '/poll_ballots', body: many })).status).toBe(201);
			const last = crypto.randomUUID();
			await cast({ 0: 0 }, last);
			const further = { token_hash, id: crypto.randomUUID(), choices: { 0: 0 } };
			expect(await refusal('visitor', 'cast_ballot', further)).toBe('DK004 ballots');
			// The last one, sent again, is counted already.
			await cast({ 0: 0 }, last);
		});

		it('tells the log who entered a ballot from paper, and nothing of it', async () => {
			const id = await begin();
			const ballot = { poll_id: id, id: crypto.randomUUID(), choices: { 0: 1 } };
			await rpc('coordinator', 'enter_ballot', ballot);
			await rpc('coordinator', 'enter_ballot', ballot);
			const log = await rpc<Row[]>('pkc', 'audit_entries', { of_row: id });
			expect(log).toMatchObject([
				{
					table_name: 'poll_ballots',
					action: 'insert',
					actor_id: userId('coordinator'),
					columns: [],
					detail: {}
				},
				{ table_name: 'polls', action: 'insert' }
			]);
			expect(JSON.stringify(log)).not.toContain(ballot.id);
		});

		it('keeps of a ballot its hour, and nothing that joins it to what it says', async () => {
			const id = await begin();
			await cast({ 0: 0 });
			const [ballot] = await rows(server, `/poll_ballots?poll_id=eq.${id}`);
			expect(Object.keys(ballot ?? {}).sort()).toEqual(['cast_in', 'id', 'poll_id']);
			expect(ballot?.cast_in).toMatch(/:00:00/);
			const log = await rpc<Row[]>('pkc', 'audit_entries', { of_community: COMMUNITY.here, max_rows: 1 });
			expect(log).toMatchObject([{ table_name: 'polls', row_id: id, action: 'insert' }]);
		});

		it('refuses what was not asked, and what is no poll', async () => {
			await begin();
			for (const choices of [{ 0: 2 }, { 9: 0 }, { 0: 'Jā' }, { 0: 0, 9: 0 }, {}, [], null, 7])
				await expect(cast(choices)).rejects.toThrow('DK006');
			const question = QUESTIONS[0];
			for (const questions of [
				...[null, {}, [], QUESTIONS.slice(1), [...QUESTIONS, ...QUESTIONS]],
				...[
					{ options: ['Jā'] },
					{ options: 'Jā' },
					{ text: '' },
					{ name: 'Anna' },
					{ options: ['Jā', 1] }
				].map((wrong) => [...QUESTIONS.slice(1), { ...question, ...wrong }])
			])
				await expect(begin({ questions })).rejects.toThrow('"details":"questions"');
			await expect(begin({ token_hash: tokenHash('fresh'), closes_at: '2099-01-01' })).rejects.toThrow(
				'expires_at'
			);
			expect(await rows(server, `/poll_ballots?poll_id=neq.${ID.poll.closed}&select=id`)).toEqual([
				{ id: ID.ballot.here }
			]);
		});
	});

	describe('afterwards', () => {
		/** Another community, to become one with. */
		async function oneMore(): Promise<string> {
			await rpc('pkc', 'update_community', {
				id: COMMUNITY.here,
				data: { territory_code: TERRITORY.hereToo }
			});
			const id = await rpc<string>('pkc', 'register_community', {
				data: {
					...{ name: 'Kopā', kind: 'association', territory_code: TERRITORY.here, as_coordinator: false },
					contact: { name: 'Paraugs', email: 'paraugs@example.com', consent: true }
				}
			});
			await rpc('pkc', 'review_community', { id, decision: 'approved' });
			return id;
		}

		it('communities that become one have one history', async () => {
			const target = await oneMore();
			await rpc('pkc', 'review_community', { id: COMMUNITY.here, decision: 'merged', merge_into: target });
			expect(await rows('member', `/assessments?community_id=eq.${target}&select=id`)).toHaveLength(3);
			expect(await rows('member', `/plan_items?community_id=eq.${target}&select=id`)).toHaveLength(2);
			expect(await rpc('member', 'poll_overview', { community_id: target })).toHaveLength(2);
			await put('member', ID.assessment.here, [write('1.2', 2)]);
		});

		it('and lose nothing that is written at that moment', async () => {
			const target = await oneMore();
			const id = crypto.randomUUID();
			const [written, started] = await Promise.all([
				put('member', ID.assessment.here, [write('1.2', 2)]),
				call('coordinator', 'start_assessment', {
					data: {
						...{ id, community_id: COMMUNITY.here, checklist_id: 'matrix', checklist_version: '1.0.0' },
						...{ form: 'full', mode: 'together' }
					}
				}),
				rpc('pkc', 'review_community', { id: COMMUNITY.here, decision: 'merged', merge_into: target })
			]);
			expect(written).toMatchObject([{ outcome: 'written' }]);
			// Begun before, it went along; too late, and it was not begun.
			const begun = await rows(server, `/assessments?id=eq.${id}&select=community_id`);
			expect(begun).toEqual(started.status < 300 ? [{ community_id: target }] : []);
			expect(await rows(server, `/assessments?community_id=eq.${COMMUNITY.here}&select=id`)).toEqual([]);
			expect((await view(ID.assessment.here)).answers).toContainEqual(
				expect.objectContaining({ item: '1.2', value: 2 })
			);
		});

		it('a person takes a copy along, and is named no more once the account is gone', async () => {
			const id = await start();
			await put('member', id, [write('1.1', 1)]);
			await submit(id);
			expect(await rpc('member', 'export_my_data')).toMatchObject({
				profile: { display_name: 'Paraugs member' },
				assessments: [],
				answers: [{ assessment_id: id, item: '1.1', content: { value: 1 } }]
			});
			// What one did, not how it stands today: that they may not see any more.
			const moment: unknown = expect.any(String);
			const link = { id: crypto.randomUUID(), token_hash: tokenHash('fresh'), expires_at: 'tomorrow' };
			await rpc('mentor', 'create_respondent_link', { assessment_id: ID.assessment.here, ...link });
			const [polled, confirmed] = [crypto.randomUUID(), { confirmed_at: moment, started_at: null }];
			await rpc('mentor', 'start_poll', {
				data: {
					...{ id: polled, community_id: COMMUNITY.here, questions: QUESTIONS, closes_at: 'tomorrow' },
					token_hash: tokenHash('fresh')
				}
			});
			await rpc('mentor', 'confirm_assessment', { id });
			expect(await rpc('mentor', 'export_my_data')).toMatchObject({
				assessments: [{ id, community_id: COMMUNITY.here, submitted_at: null, ...confirmed }],
				respondent_links: [{ id: link.id, assessment_id: ID.assessment.here, created_at: moment }],
				polls: [{ id: polled, community_id: COMMUNITY.here, created_at: moment }]
			});
			await rpc('member', 'delete_my_account');
			await rpc('coordinator', 'delete_my_account', { hand_over: true });
			expect(await view(id, 'pkc')).toMatchObject({
				assessment: { created_by: null, submitted_by: null, submitted_by_name: null, status: 'confirmed' },
				answers: [{ item: '1.1', value: 1, written_by_name: null }],
				score: { result: { index: 33.3 } }
			});
		});

		it('the server deletes old links, and respondents whose time is over with all they said', async () => {
			const said = async (): Promise<unknown[]> =>
				(await rows(server, '/answers?respondent_id=not.is.null&select=respondent_id'))
					.map((row) => row.respondent_id)
					.sort();
			const { expired, submitted, ...staying } = ID.respondent;
			expect(await said()).toEqual(expect.arrayContaining([expired, submitted]));
			const spread = await rpc('member', 'meeting_view', { id: ID.assessment.meeting });
			// A round put aside a month ago, with its meeting; and one whose respondents have their time still.
			const archived = await api.ask(server, {
				...{ method: 'PATCH', path: `/assessments?id=eq.${ID.assessment.meeting}` },
				body: { status: 'archived', archived_at: DAY }
			});
			expect([archived.status, archived.body]).toMatchObject([200, [{ status: 'archived' }]]);
			const [first] = await rpc<Row[]>(server, 'delete_expired');
			expect(first).toMatchObject({ respondent_links: 1, respondents: 3 });
			expect((await rpc<Row[]>(server, 'delete_expired'))[0]).toMatchObject({
				respondent_links: 0,
				respondents: 0
			});
			const left = [staying.here, staying.neighbour];
			expect(await said()).toEqual(left);
			expect((await rows(server, '/respondents?select=id&order=id')).map(({ id }) => id)).toEqual(
				[...left, staying.revoked].sort()
			);
			expect(await rows(server, '/answer_writes?respondent_id=not.is.null')).toEqual([]);
			// What the community agreed on stays, and what its meeting has seen.
			expect(await rows('member', '/answers?select=value')).toHaveLength(2);
			expect(await rpc('member', 'meeting_view', { id: ID.assessment.meeting })).toEqual(spread);
		});
	});
});
