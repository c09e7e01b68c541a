/** What somebody with bad intentions tries at the API, with real tokens. Every attempt is refused, and changes nothing. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, openApi, type Api, type ApiAnswer, type ApiKind } from './api.ts';
import { COMMUNITY, ID, membershipOf, TERRITORY, tokenHash } from './fixtures.ts';
import { everybody, userId, type Person } from './people.ts';
import type { ApiRequest } from './questions.ts';

/** Words of class C and M in the rows, none of which is public. */
const SECRETS = [
	'contact@example.com',
	'Internal',
	'A private barn',
	'Behind closed doors',
	'Helpers',
	'Waiting'
];

const get = (path: string): ApiRequest => ({ method: 'GET', path });
const post = (path: string, body: unknown): ApiRequest => ({ method: 'POST', path, body });
const patch = (path: string, body: unknown): ApiRequest => ({ method: 'PATCH', path, body });
const rpc = (name: string, body: unknown = {}): ApiRequest => post(`/rpc/${name}`, body);

/** Secrets that an answer contains. */
const leaks = ({ body, headers }: ApiAnswer): string[] => {
	const told = JSON.stringify([body, [...headers]]);
	return SECRETS.filter((secret) => told.includes(secret));
};

describe.each<ApiKind>(['postgrest', 'embedded'])('through %s', (kind) => {
	let api: Api;
	let before: string;
	beforeAll(async () => {
		api = await openApi(kind);
	});
	afterAll(() => api.close());
	beforeEach(async () => {
		await api.reset();
		before = await api.digest();
	});

	/** Asks and expects this status, and no change of any row. */
	async function refused(
		who: Parameters<Api['ask']>[0],
		request: ApiRequest,
		status: number
	): Promise<ApiAnswer> {
		const answer = await api.ask(who, request);
		expect([request.path, answer.status, answer.body]).toEqual([request.path, status, answer.body]);
		expect(leaks(answer)).toEqual([]);
		expect(await api.digest()).toBe(before);
		return answer;
	}
	async function done(who: Person, request: ApiRequest): Promise<unknown> {
		const answer = await api.ask(who, request);
		expect([request.path, answer.body, answer.status < 300]).toEqual([request.path, answer.body, true]);
		return answer.body;
	}
	async function nothing(who: Person, request: ApiRequest): Promise<void> {
		expect(await done(who, request)).toEqual([]);
		expect(await api.digest()).toBe(before);
	}

	describe('a forged owner or scope', () => {
		it('in a new row', async () => {
			await refused('member', post('/profiles', { user_id: userId('newcomer'), display_name: 'Fake' }), 403);
			const contact = {
				...{ community_id: COMMUNITY.elsewhere, name: 'Fake', email: 'fake@example.com' },
				...{ consent_given_on: '2026-01-01', consent_expires_on: '2027-01-01' }
			};
			await refused('coordinator', post('/community_contacts', contact), 403);
			const national = { user_id: userId('member'), role: 'national', scope_kind: 'country', scope_id: 'LV' };
			for (const person of everybody.filter((each) => each !== 'visitor'))
				await refused(person, post('/memberships', national), 403);
			await refused('visitor', post('/memberships', national), 401);
		});

		it('in one of several rows sent together: none is added', async () => {
			const resource = (community: string): object => ({
				community_id: community,
				kind: 'skills',
				name: 'Many'
			});
			await refused(
				'coordinator',
				post('/resources', [resource(COMMUNITY.here), resource(COMMUNITY.elsewhere)]),
				403
			);
		});

		it('by writing over the row of another', async () => {
			const answer = await api.ask(
				'member',
				post('/profiles', { user_id: userId('pkc'), display_name: 'Fake', locale: 'ru' }),
				{ prefer: 'resolution=merge-duplicates' }
			);
			expect(answer.status).toBe(403);
			await nothing(
				'member',
				patch(`/profiles?user_id=eq.${userId('pkc')}&select=user_id`, { display_name: 'Fake' })
			);
			await nothing(
				'coordinator',
				patch(`/resources?id=eq.${ID.resource.elsewhere}&select=id`, { name: 'Fake' })
			);
		});

		it('by moving a row to another owner', async () => {
			await refused(
				'coordinator',
				patch(`/resources?id=eq.${ID.resource.here}`, { community_id: COMMUNITY.elsewhere }),
				403
			);
			await refused(
				'member',
				patch(`/profiles?user_id=eq.${userId('member')}`, { user_id: userId('newcomer') }),
				403
			);
			const stolen = { data: { id: ID.activity.here, community_id: COMMUNITY.elsewhere } };
			await refused('coordinatorElsewhere', rpc('save_activity', stolen), 404);
			await refused('coordinator', rpc('save_activity', stolen), 403);
		});

		it('by changing everything without a filter', async () => {
			await nothing('newcomer', patch('/resources?id=not.is.null&select=id', { name: 'Fake' }));
			await nothing('planner', { method: 'DELETE', path: '/resources?id=not.is.null&select=id' });
			const changed = await done(
				'coordinator',
				patch('/resources?id=not.is.null&select=id', { name: 'Mine' })
			);
			expect(changed).toEqual([{ id: ID.resource.here }]);
		});
	});

	describe('raising oneself', () => {
		it('by changing one’s own role', async () => {
			const own = (person: Person): string => `/memberships?id=eq.${membershipOf(person)}`;
			await refused('member', patch(own('member'), { role: 'coordinator' }), 403);
			await refused('pkc', patch(own('pkc'), { scope_id: 'vidzeme' }), 403);
			await refused('former', patch(own('former'), { ended_at: null }), 403);
			await refused('lapsed', patch(own('lapsed'), { expires_at: null }), 403);
			await refused('pkc', patch('/role_grants?granter_role=eq.pkc', { scope_rule: 'any' }), 403);
		});

		it('by inviting oneself', async () => {
			const invitation = {
				...{ role: 'coordinator', scope_kind: 'community', scope_id: COMMUNITY.here },
				...{ token_hash: tokenHash('fresh'), email_hint: null, expires_at: 'tomorrow' }
			};
			await done('national', rpc('create_invitation', invitation));
			before = await api.digest();
			const answer = await refused(
				'national',
				rpc('accept_invitation', { token_hash: tokenHash('fresh') }),
				403
			);
			expect(codeOf(answer)).toBe('DK001');
			await refused('coordinator', rpc('accept_invitation', { token_hash: tokenHash('here') }), 403);
		});

		it('by a role that does not fit its scope', async () => {
			for (const [role, scope_kind, scope_id] of [
				['national', 'community', COMMUNITY.here],
				['pkc', 'country', 'LV'],
				['member', 'region', 'latgale'],
				['superuser', 'country', 'LV']
			]) {
				const invitation = {
					...{ role, scope_kind, scope_id, token_hash: tokenHash('fresh') },
					...{ email_hint: null, expires_at: 'tomorrow' }
				};
				await refused('coordinator', rpc('create_invitation', invitation), 403);
			}
		});

		it('by deciding on one’s own community', async () => {
			const id = await done('pkc', rpc('register_community', { data: registration('Of PKC') }));
			before = await api.digest();
			await refused('pkc', rpc('review_community', { id, decision: 'approved' }), 403);
		});
	});

	describe('reading', () => {
		it('by guessing ids: what is hidden looks like what is not there', async () => {
			const unknown = crypto.randomUUID();
			for (const [table, id] of [
				['communities', COMMUNITY.here],
				['community_contacts', ID.contact.here],
				['activities', ID.activity.here],
				['invitations', ID.invitation.here],
				['memberships', membershipOf('member')]
			]) {
				for (const person of ['newcomer', 'planner', 'coordinatorElsewhere', 'pkcElsewhere'] as const) {
					const hidden = await api.ask(person, get(`/${table}?id=eq.${id}&select=id`));
					const missing = await api.ask(person, get(`/${table}?id=eq.${unknown}&select=id`));
					expect([hidden.status, hidden.body]).toEqual([missing.status, missing.body]);
				}
			}
			for (const [name, hidden] of [
				['update_community', { id: COMMUNITY.pending, data: {} }],
				['review_community', { id: COMMUNITY.pending, decision: 'approved' }],
				['end_membership', { id: membershipOf('planner') }],
				['revoke_invitation', { id: ID.invitation.here }],
				['save_activity', { data: { id: ID.activity.here } }]
			] as [string, Record<string, unknown>][]) {
				const missing = name === 'save_activity' ? { data: { id: unknown } } : { ...hidden, id: unknown };
				const one = await refused('coordinatorElsewhere', rpc(name, hidden), 404);
				const other = await refused('coordinatorElsewhere', rpc(name, missing), 404);
				expect(one.body).toEqual(other.body);
			}
		});

		it('by embedding what belongs to visible rows', async () => {
			const paths = [
				'/public_communities?select=*,community_contacts(*)',
				'/public_communities?select=*,resources(*)',
				'/public_activities?select=*,communities(*)',
				'/communities?select=*,community_contacts(*)',
				'/communities?select=*,activities(*),memberships(*)',
				'/organisations?select=*,memberships(*)',
				'/organisations?select=*,territory_surveys(*)',
				'/role_grants?select=*,memberships(*)'
			];
			for (const path of paths) {
				for (const person of ['visitor', 'newcomer', 'former', 'lapsed'] as const)
					expect([path, person, leaks(await api.ask(person, get(path)))]).toEqual([path, person, []]);
			}
			// Whoever has a mandate for class M gets no class C with it.
			const mandated = await api.ask(
				'planner',
				get('/territory_surveys?select=id,organisations(name,memberships(user_id))')
			);
			expect(JSON.stringify(mandated.body)).not.toContain(userId('pkc'));
			// Embedding works at all, for those who may.
			const own = await done('coordinator', get('/communities?select=id,community_contacts(id)'));
			expect(own).toEqual([{ id: COMMUNITY.here, community_contacts: [{ id: ID.contact.here }] }]);
			expect(
				await done(
					'pkcElsewhere',
					get(`/communities?select=id,community_contacts(id)&id=eq.${COMMUNITY.here}`)
				)
			).toEqual([]);
		});

		it('by filters, orders and counts on hidden rows and columns', async () => {
			const count = async (who: Person, path: string): Promise<string | null> =>
				(await api.ask(who, get(path), { prefer: 'count=exact' })).headers.get('content-range');
			for (const person of ['newcomer', 'national', 'planner', 'former'] as const) {
				expect(await count(person, '/communities?select=id&note=eq.Internal')).toMatch(/\/0$/);
				expect(await count(person, '/community_contacts?select=id&email=like.*example*')).toMatch(/\/0$/);
			}
			expect(await count('coordinator', '/community_contacts?select=id')).toMatch(/\/1$/);
			await nothing('national', get('/profiles?select=user_id&locale=eq.lv'));

			for (const path of [
				'/invitations?select=token_hash',
				'/invitations?select=*',
				'/invitations?select=id&token_hash=like.0*',
				'/invitations?select=id&order=token_hash'
			])
				await refused('coordinator', get(path), 403);
			for (const path of [
				'/public_communities?select=id&note=eq.Internal',
				'/public_communities?select=id&order=note',
				'/public_places?select=id&note=is.null',
				'/public_surveys?select=note'
			])
				await refused('visitor', get(path), 400);
			for (const path of [
				'/public_communities?select=id,community_contacts!inner(id)&community_contacts.email=like.*example*',
				'/public_communities?select=id,resources!inner(id)',
				'/public_communities?select=id&order=community_contacts(email)'
			]) {
				const answer = await api.ask('visitor', get(path));
				expect([path, answer.status >= 400 || (answer.body as unknown[]).length === 0]).toEqual([path, true]);
			}
		});

		it('of sample rows in public views that are not public', async () => {
			for (const view of ['public_communities', 'public_places', 'public_activities', 'public_surveys'])
				expect([view, leaks(await api.ask('visitor', get(`/${view}?select=*`)))]).toEqual([view, []]);
			const anonymous = await api.ask('visitor', rpc('public_activity_evidence'));
			expect(leaks(anonymous)).toEqual([]);
		});

		it('by the link of an invitation, more than it tells', async () => {
			const told = await done('visitor', rpc('invitation_by_token', { token_hash: tokenHash('here') }));
			expect(told).toEqual([
				{
					...{ role: 'member', scope_kind: 'community', scope_name: 'Sample', organisation: null },
					...{ inviter_role: 'coordinator', state: 'open', expires_at: expect.any(String) as unknown }
				}
			]);
		});
	});

	describe('calling', () => {
		it('what is no function of the API', async () => {
			for (const name of [
				...[
					'refuse',
					'my_memberships',
					'write_audit',
					'apply_privileges',
					'may_grant',
					'save_contact',
					'hash_of'
				],
				...['audit', 'open_invitation', 'merge_community', 'set_config', 'pg_sleep']
			])
				for (const person of ['visitor', 'national'] as const) await refused(person, rpc(name), 404);
		});

		it('other schemas', async () => {
			for (const schema of ['private', 'auth', 'supabase_migrations', 'extensions', 'pg_catalog']) {
				const read = await api.ask('national', get('/users?select=*'), { 'accept-profile': schema });
				const call = await api.ask('national', rpc('is_national'), { 'content-profile': schema });
				expect([schema, read.status, call.status]).toEqual([schema, 406, 406]);
			}
		});

		it('with tokens that are forged, out of date, or of nobody', async () => {
			const claims = { role: 'authenticated', sub: userId('national') };
			const unsigned = `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded({ ...claims, exp: 4e9 })}.`;
			for (const token of [
				await api.sign(claims, { secret: 'x'.repeat(48) }),
				await api.sign({ role: 'service_role' }, { secret: 'x'.repeat(48) }),
				await api.sign(claims, { expires: -120 }),
				unsigned,
				'not-a-token'
			])
				await refused({ token }, get('/audit_log?select=*'), 401);
			const nameless = await api.sign({ role: 'authenticated' });
			await refused({ token: nameless }, rpc('register_community', { data: registration('Nameless') }), 401);
			expect((await api.ask({ token: nameless }, get('/audit_log?select=*'))).body).toEqual([]);
		});

		it('with claims the caller would like to have', async () => {
			const token = await api.sign({
				...{ role: 'authenticated', sub: userId('newcomer') },
				...{ app_metadata: { role: 'national' }, user_metadata: { role: 'national' }, roles: ['national'] }
			});
			expect((await api.ask({ token }, rpc('my_roles'))).body).toEqual([]);
			expect((await api.ask({ token }, get('/audit_log?select=*'))).body).toEqual([]);
		});
	});

	describe('invitations', () => {
		const accept = (hash: string): ApiRequest => rpc('accept_invitation', { token_hash: hash });

		it('open once, for one person', async () => {
			await done('newcomer', accept(tokenHash('here')));
			before = await api.digest();
			for (const person of ['newcomer', 'member', 'applicant'] as const) {
				expect(codeOf(await refused(person, accept(tokenHash('here')), 409))).toBe('DK004');
				await refused(person, rpc('decline_invitation', { token_hash: tokenHash('here') }), 409);
			}
		});

		it('are not opened by what the database stores of them', async () => {
			const stored = await sha256(tokenHash('here'));
			expect(codeOf(await refused('newcomer', accept(stored), 404))).toBe('DK002');
			expect(await done('visitor', rpc('invitation_by_token', { token_hash: stored }))).toEqual([]);
		});

		it('are dead after they were declined, revoked, renewed or have expired', async () => {
			await refused('newcomer', accept(tokenHash('expired')), 410);
			await refused('newcomer', accept(tokenHash('revoked')), 409);
			await done(
				'coordinator',
				rpc('renew_invitation', {
					id: ID.invitation.here,
					new_token_hash: tokenHash('fresh'),
					expires_at: 'tomorrow'
				})
			);
			before = await api.digest();
			await refused('newcomer', accept(tokenHash('here')), 404);
			await done('newcomer', rpc('decline_invitation', { token_hash: tokenHash('fresh') }));
			before = await api.digest();
			await refused('newcomer', accept(tokenHash('fresh')), 409);
			await refused(
				'coordinator',
				rpc('renew_invitation', {
					id: ID.invitation.here,
					new_token_hash: tokenHash('unknown'),
					expires_at: 'tomorrow'
				}),
				409
			);
		});

		it('are worth no more than the role of who gave them', async () => {
			await done('pkc', rpc('end_membership', { id: membershipOf('coordinator') }));
			before = await api.digest();
			await refused('newcomer', accept(tokenHash('here')), 409);
		});

		it('do not live for ever, and their tokens cannot be guessed', async () => {
			const make = (more: object): ApiRequest =>
				rpc('create_invitation', {
					...{ role: 'member', scope_kind: 'community', scope_id: COMMUNITY.here },
					...{ token_hash: tokenHash('fresh'), email_hint: null, expires_at: 'tomorrow', ...more }
				});
			for (const more of [
				{ expires_at: '2099-01-01' },
				{ expires_at: 'yesterday' },
				{ expires_at: 'infinity' },
				{ expires_at: null },
				{ token_hash: '1234' },
				{ token_hash: tokenHash('here') }
			])
				expect(codeOf(await refused('coordinator', make(more), 400))).toBe('DK006');
		});

		it('are taken by one of two who race', async () => {
			for (let round = 0; round < 5; round++) {
				await api.reset();
				const runners: Person[] = ['newcomer', 'applicant', 'former', 'lapsed'];
				const answers = await Promise.all(
					runners.map((person) => api.ask(person, accept(tokenHash('here'))))
				);
				const statuses = answers.map((answer) => answer.status).sort();
				expect(statuses).toEqual([200, 409, 409, 409]);
				const members = await done(
					'pkc',
					get(`/memberships?select=id&scope_id=eq.${COMMUNITY.here}&role=eq.member&ended_at=is.null`)
				);
				expect(members).toHaveLength(2);
			}
		});
	});

	describe('roles', () => {
		it('end at once, whatever token is still around', async () => {
			expect(await done('member', get('/communities?select=id'))).toEqual([{ id: COMMUNITY.here }]);
			await done('coordinator', rpc('end_membership', { id: membershipOf('member') }));
			expect(await done('member', get('/communities?select=id'))).toEqual([]);
			await done('national', rpc('end_membership', { id: membershipOf('pkc') }));
			before = await api.digest();
			await refused('pkc', rpc('confirm_community', { id: COMMUNITY.here, day: '2026-06-01' }), 403);
			expect(await done('pkc', get('/audit_log?select=id'))).toEqual([]);
		});

		it('of the last coordinators cannot be left by both at once', async () => {
			for (let round = 0; round < 5; round++) {
				await api.reset();
				await done(
					'coordinator',
					rpc('create_invitation', {
						...{ role: 'coordinator', scope_kind: 'community', scope_id: COMMUNITY.here },
						...{ token_hash: tokenHash('fresh'), email_hint: null, expires_at: 'tomorrow' }
					})
				);
				const second = await done('newcomer', accept());
				const answers = await Promise.all([
					api.ask('coordinator', rpc('leave_membership', { id: membershipOf('coordinator') })),
					api.ask('newcomer', rpc('leave_membership', { id: second }))
				]);
				expect(answers.map((answer) => answer.status).sort()).toEqual([204, 409]);
				expect(answers.map(codeOf)).toContain('DK005');
			}
			function accept(): ApiRequest {
				return rpc('accept_invitation', { token_hash: tokenHash('fresh') });
			}
		});

		it('decide once: of two decisions at the same time one is late', async () => {
			const decide = (decision: string): ApiRequest =>
				rpc('review_community', { id: COMMUNITY.pending, decision, message: 'Because.' });
			const answers = await Promise.all([
				api.ask('pkc', decide('approved')),
				api.ask('pkc', decide('rejected'))
			]);
			expect(answers.map((answer) => answer.status).sort()).toEqual([204, 409]);
		});
	});

	describe('columns that are not for people to write', () => {
		it.each([
			['status', 'approved'],
			['merged_into', COMMUNITY.elsewhere],
			['confirmed_on', '2026-06-01'],
			['known_since', '2000-01-01'],
			['created_at', '2000-01-01'],
			['id', COMMUNITY.elsewhere],
			['source_id', 'matrix'],
			['figures_agreed', true],
			['territory_code', TERRITORY.elsewhere]
		])('%s of a community', async (column, value) => {
			await refused('coordinator', patch(`/communities?id=eq.${COMMUNITY.here}`, { [column]: value }), 403);
			await refused('pkc', patch(`/communities?id=eq.${COMMUNITY.here}`, { [column]: value }), 403);
			const update = rpc('update_community', { id: COMMUNITY.here, data: { [column]: value } });
			const answer = await refused('coordinator', update, 400);
			expect(answer.body).toMatchObject({ code: 'DK006', details: column });
			if (column !== 'territory_code') {
				const data = { ...registration('Forged'), [column]: value };
				await refused('newcomer', rpc('register_community', { data }), 400);
				await refused(
					'applicant',
					rpc('resubmit_community', { id: COMMUNITY.pending, data: { [column]: value } }),
					400
				);
			}
		});

		it('of activities, surveys and organisations', async () => {
			const activity = {
				...{
					title: 'Forged',
					kind: 'event',
					starts_on: '2026-01-01',
					ends_on: '2026-01-01',
					precision: 'day'
				},
				...{ community_id: COMMUNITY.here, territory_codes: [TERRITORY.here] }
			};
			for (const more of [{ created_at: '2000-01-01' }, { source_id: 'matrix' }])
				await refused('coordinator', rpc('save_activity', { data: { ...activity, ...more } }), 400);
			const survey = { territory_code: TERRITORY.here, surveyed_on: '2026-06-01', finding: 'active' };
			for (const more of [{ id: ID.survey.elsewhere }, { created_at: '2000-01-01' }])
				await refused('pkc', rpc('record_survey', { data: { ...survey, ...more } }), 400);
			await refused(
				'national',
				rpc('save_organisation', { data: { name: 'Forged', kind: 'other', created_at: 'now' } }),
				400
			);
		});

		it('however the body is shaped', async () => {
			for (const data of [null, [], 'text', 1, [registration('Listed')]])
				await refused('newcomer', rpc('register_community', { data }), 400);
		});
	});

	describe('another region', () => {
		it('is not taken over by moving what belongs to it', async () => {
			const move = (to: string): ApiRequest =>
				rpc('update_community', { id: COMMUNITY.here, data: { territory_code: to } });
			await refused('pkcElsewhere', move(TERRITORY.elsewhere), 403);
			await refused('pkc', move(TERRITORY.elsewhere), 403);
			await refused(
				'pkc',
				rpc('update_community', {
					id: COMMUNITY.here,
					data: { further_territory_codes: [TERRITORY.elsewhere] }
				}),
				400
			);
		});

		it('is not lit up by an activity, an agreement or a survey', async () => {
			const activity = (more: object): ApiRequest =>
				rpc('save_activity', {
					data: {
						...{ title: 'Forged', kind: 'event', starts_on: '2026-01-01', ends_on: '2026-01-01' },
						...{ precision: 'day', community_id: COMMUNITY.here, ...more }
					}
				});
			await refused('coordinator', activity({ territory_codes: [TERRITORY.elsewhere] }), 400);
			await refused(
				'coordinator',
				activity({ kind: 'agreement', party_community_ids: [COMMUNITY.here] }),
				403
			);
			await refused('coordinator', activity({ party_territory_codes: [TERRITORY.municipality] }), 403);
			await refused('coordinator', activity({ id: ID.activity.here, party_territory_codes: [] }), 403);
			await refused('pkc', activity({ kind: 'agreement', party_community_ids: [COMMUNITY.elsewhere] }), 400);
			await refused('pkc', activity({ kind: 'agreement', party_place_ids: [ID.place.elsewhere] }), 400);
			await refused('pkc', activity({ territory_codes: ['LV'] }), 400);
			const survey = { territory_code: TERRITORY.here, surveyed_on: '2026-06-01', finding: 'active' };
			await refused(
				'pkc',
				rpc('record_survey', { data: { ...survey, organisation_id: ID.organisation.elsewhere } }),
				400
			);
			await refused('pkc', rpc('record_survey', { data: { ...survey, surveyed_on: '2099-01-01' } }), 400);
		});
	});

	it('a community that waits is named to no one but its people and PKC', async () => {
		for (const who of ['national', 'member', 'planner', 'pkcElsewhere'] as const) {
			const requests = [get('/communities?select=name'), rpc('audit_entries'), rpc('list_people')];
			for (const request of [
				...requests,
				rpc('similar_communities', { name: 'Waiting', territory_code: TERRITORY.here })
			])
				expect(JSON.stringify((await api.ask(who, request)).body)).not.toContain('"Waiting"');
		}
	});

	describe('the audit log', () => {
		it('is not written, changed or emptied, by the key of the server neither', async () => {
			const token = await api.sign({ role: 'service_role' });
			const entry = { actor_role: 'pkc', action: 'insert', table_name: 'communities' };
			for (const who of ['national', { token }] as const) {
				await refused(who, post('/audit_log', entry), 403);
				await refused(who, patch('/audit_log?id=gt.0', { actor_id: null }), 403);
				await refused(who, { method: 'DELETE', path: '/audit_log?id=gt.0' }, 403);
			}
		});

		it('tells who did what, and no value of it', async () => {
			const marks = ['Slepena', 'slepena@example.com', '+371 29999999', 'Slepeni vārdi'];
			const id = await done(
				'newcomer',
				rpc('register_community', {
					data: {
						...{ name: marks[0], kind: 'informal_group', territory_code: TERRITORY.here },
						contact: { name: marks[0], email: marks[1], phone: marks[2], consent: true }
					}
				})
			);
			await done('pkc', rpc('review_community', { id, decision: 'asked_back', message: marks[3] }));
			await done('newcomer', rpc('save_profile', { display_name: marks[0], locale: 'ru' }));
			const log = await done('national', get('/audit_log?select=*&order=id.desc&limit=40'));
			for (const mark of marks) expect(JSON.stringify(log)).not.toContain(mark);
			expect(log).toContainEqual(
				expect.objectContaining({
					...{ actor_id: userId('newcomer'), actor_role: 'coordinator', action: 'insert' },
					...{ table_name: 'community_contacts', community_id: id, region: 'latgale' }
				})
			);
			expect(log).toContainEqual(
				expect.objectContaining({
					...{
						actor_id: userId('pkc'),
						actor_role: 'pkc',
						table_name: 'community_reviews',
						community_id: id
					},
					detail: { decision: 'asked_back' }
				})
			);
			expect(log).toContainEqual(
				expect.objectContaining({ table_name: 'profiles', row_id: userId('newcomer'), region: null })
			);
		});
	});
});

function registration(name: string): Record<string, unknown> {
	return {
		...{ name, kind: 'informal_group', territory_code: TERRITORY.here },
		contact: { name: 'Paraugs', email: 'paraugs@example.com', consent: true }
	};
}

function encoded(part: object): string {
	return Buffer.from(JSON.stringify(part)).toString('base64url');
}

async function sha256(text: string): Promise<string> {
	return Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('hex');
}
