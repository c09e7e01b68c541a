/** How people and communities come in and go on: the functions do what they promise, on both backends. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, openApi, type Api, type ApiKind } from './api.ts';
import { COMMUNITY, ID, membershipOf, TERRITORY, tokenHash } from './fixtures.ts';
import { userId, type Person } from './people.ts';

type Row = Record<string, unknown>;

describe.each<ApiKind>(['postgrest', 'embedded'])('through %s', (kind) => {
	let api: Api;
	beforeAll(async () => {
		api = await openApi(kind);
	});
	afterAll(() => api.close());
	beforeEach(() => api.reset());

	async function rpc(who: Person, name: string, body: Row = {}): Promise<unknown> {
		const answer = await api.ask(who, { method: 'POST', path: `/rpc/${name}`, body });
		if (answer.status >= 300)
			throw new Error(`${name}: ${codeOf(answer) ?? ''} ${JSON.stringify(answer.body)}`);
		return answer.body;
	}
	/** Calls a function that gives the id of what it has added. */
	async function added(who: Person, name: string, body: Row): Promise<string> {
		return String(await rpc(who, name, body));
	}
	async function rows(who: Person, path: string): Promise<Row[]> {
		const answer = await api.ask(who, { method: 'GET', path });
		expect([path, answer.status]).toEqual([path, 200]);
		return answer.body as Row[];
	}
	const registration = (more: Row = {}): Row => ({
		data: {
			...{ name: ' Jaunā kopiena ', kind: 'informal_group', territory_code: TERRITORY.here, web: '' },
			...{ contact: { name: 'Paraugs', email: 'paraugs@example.com', consent: true }, ...more }
		}
	});
	const invite = (role: string, kind: string, scope: string, more: Row = {}): Row => ({
		...{ role, scope_kind: kind, scope_id: scope, token_hash: tokenHash('fresh') },
		...{ email_hint: null, expires_at: 'tomorrow', ...more }
	});

	describe('a community', () => {
		it('is registered, asked back, mended, approved and then public', async () => {
			const id = await added(
				'newcomer',
				'register_community',
				registration({ further_territory_codes: [TERRITORY.hereToo] })
			);
			const [seen] = await rows(
				'pkc',
				`/communities?id=eq.${id}&select=*,community_contacts(*),community_territories(*)`
			);
			expect(seen).toMatchObject({ name: 'Jaunā kopiena', status: 'pending', web: null, confirmed_on: null });
			expect(seen?.community_contacts).toMatchObject([{ email: 'paraugs@example.com' }]);
			expect(seen?.community_territories).toMatchObject([{ territory_code: TERRITORY.hereToo }]);
			expect(await rpc('newcomer', 'my_roles')).toMatchObject([
				{ role: 'coordinator', scope_id: id, scope_name: 'Jaunā kopiena', region: 'latgale' }
			]);

			await rpc('pkc', 'review_community', { id, decision: 'asked_back', message: 'Kur jūs tiekaties?' });
			await rpc('newcomer', 'resubmit_community', { id, data: { place: 'Bibliotēka', place_public: true } });
			expect(await rows('visitor', `/public_communities?id=eq.${id}`)).toEqual([]);
			await rpc('pkc', 'review_community', { id, decision: 'approved' });
			expect(await rows('visitor', `/public_communities?id=eq.${id}`)).toMatchObject([
				{ name: 'Jaunā kopiena', place: 'Bibliotēka', further_territory_codes: [TERRITORY.hereToo] }
			]);
			const reviews = await rows(
				'newcomer',
				`/community_reviews?community_id=eq.${id}&order=at&select=decision,message`
			);
			expect(reviews).toEqual([
				{ decision: 'asked_back', message: 'Kur jūs tiekaties?' },
				{ decision: 'resubmitted', message: null },
				{ decision: 'approved', message: null }
			]);
		});

		it('is rejected with a reason only, and stays hidden', async () => {
			const review = { id: COMMUNITY.pending, decision: 'rejected' };
			await expect(rpc('pkc', 'review_community', review)).rejects.toThrow('DK006');
			const contact = `/community_contacts?community_id=eq.${COMMUNITY.pending}`;
			await rpc('applicant', 'resubmit_community', { id: COMMUNITY.pending, ...registration() });
			expect(await rows('pkc', contact)).toHaveLength(1);
			await rpc('pkc', 'review_community', { ...review, message: 'Tā ir iestāde.' });
			expect(await rows('pkc', contact)).toEqual([]);
			expect(await rows('visitor', `/public_communities?id=eq.${COMMUNITY.pending}`)).toEqual([]);
			expect(await rows('applicant', `/communities?id=eq.${COMMUNITY.pending}&select=status`)).toEqual([
				{ status: 'rejected' }
			]);
			// Nobody has to stay for what there will not be.
			await rpc('applicant', 'leave_membership', { id: membershipOf('applicant') });
			expect(await rpc('applicant', 'my_roles')).toEqual([]);
		});

		it('is decided on only by who has read its last form', async () => {
			const path = `/communities?id=eq.${COMMUNITY.pending}&select=updated_at`;
			const [read] = await rows('pkc', path);
			const expected_updated_at = read?.updated_at;
			const mend = (data: Row): Row => ({ id: COMMUNITY.pending, data });
			await rpc('pkc', 'update_community', mend({ place: 'Skolā' }));
			const approval = { id: COMMUNITY.pending, decision: 'approved', expected_updated_at };
			await expect(rpc('pkc', 'review_community', approval)).rejects.toThrow('DK007');
			await expect(
				rpc('applicant', 'resubmit_community', mend({ place: 'Klubā', expected_updated_at }))
			).rejects.toThrow('DK007');
			const [now] = await rows('pkc', path);
			await rpc('pkc', 'review_community', { ...approval, expected_updated_at: now?.updated_at });
		});

		it('that PKC staff came across is registered without making them its coordinator', async () => {
			const id = await added('pkc', 'register_community', registration({ as_coordinator: false }));
			expect(await rpc('pkc', 'my_roles')).toMatchObject([{ role: 'pkc' }]);
			await rpc('pkc', 'review_community', { id, decision: 'approved' });
			expect(await rows('visitor', `/public_communities?id=eq.${id}&select=name`)).toEqual([
				{ name: 'Jaunā kopiena' }
			]);
		});

		it('is merged: what both did is one history, and who registered it twice becomes a member', async () => {
			await rpc('pkc', 'review_community', {
				...{ id: COMMUNITY.pending, decision: 'merged', merge_into: COMMUNITY.here }
			});
			const [merged] = await rows('pkc', `/communities?id=eq.${COMMUNITY.pending}&select=status,merged_into`);
			expect(merged).toEqual({ status: 'merged', merged_into: COMMUNITY.here });
			const [activity] = await rows('visitor', `/public_activities?id=eq.${ID.activity.pending}`);
			expect(activity).toMatchObject({ community_id: COMMUNITY.here });
			expect(await rpc('applicant', 'my_roles')).toContainEqual(
				expect.objectContaining({ role: 'member', scope_id: COMMUNITY.here })
			);
			expect(await rpc('applicant', 'my_roles')).toHaveLength(1);
			expect(
				await rows('applicant', `/community_reviews?community_id=eq.${COMMUNITY.pending}&select=decision`)
			).toEqual([{ decision: 'merged' }]);
		});

		it('is found again under a similar name, without diacritics, nearest first', async () => {
			await rpc('pkc', 'update_community', { id: COMMUNITY.here, data: { name: 'Nautrēnu ļaudis' } });
			for (const name of [
				'nautrenu laudis',
				'NAUTRĒNU ĻAUDIS',
				'Biedrība “Nautrēnu ļaudis”',
				'Nautrēni ļaudis'
			])
				expect(
					await rpc('newcomer', 'similar_communities', { name, territory_code: TERRITORY.here })
				).toMatchObject([{ id: COMMUNITY.here, same_place: true, own: false }]);
			const asked = { name: 'Nautrēnu ļaudis', territory_code: '0043400' };
			expect(await rpc('newcomer', 'similar_communities', asked)).toEqual([]);
			const other = { name: 'Pavisam cita', territory_code: TERRITORY.here };
			expect(await rpc('newcomer', 'similar_communities', other)).toEqual([]);
			const waiting = { name: 'Waiting', territory_code: TERRITORY.here };
			expect(await rpc('newcomer', 'similar_communities', waiting)).toEqual([]);
			expect(await rpc('pkc', 'similar_communities', waiting)).toMatchObject([
				{ id: COMMUNITY.pending, own: false, pending: true }
			]);
		});

		it('is confirmed, and an older day does not undo it', async () => {
			await rpc('pkc', 'confirm_community', { id: COMMUNITY.here, day: '2026-06-01' });
			await rpc('pkc', 'confirm_community', { id: COMMUNITY.here, day: '2026-02-01' });
			expect(
				await rows('visitor', `/public_communities?id=eq.${COMMUNITY.here}&select=confirmed_on`)
			).toEqual([{ confirmed_on: '2026-06-01' }]);
			for (const day of ['2099-01-01', '2020-01-01', null])
				await expect(rpc('pkc', 'confirm_community', { id: COMMUNITY.here, day })).rejects.toThrow('DK006');
		});

		it('says itself whether figures of few communities may be shown, and takes it back', async () => {
			const id = COMMUNITY.here;
			const say = (agreed: unknown): Row => ({ id, agreed });
			const seen = async (): Promise<unknown> =>
				(await rows('member', `/communities?id=eq.${id}&select=figures_agreed`))[0]?.figures_agreed;
			expect(await seen()).toBe(false);
			await expect(rpc('coordinator', 'set_figures_agreed', say(null))).rejects.toThrow('DK006');
			// The second time nothing changes, and nothing is logged.
			for (const agreed of [true, true, false]) {
				await rpc('coordinator', 'set_figures_agreed', say(agreed));
				expect(await seen()).toBe(agreed);
			}
			const log = (await rpc('pkc', 'audit_entries', { of_table: 'communities', of_row: id })) as Row[];
			const told = log.filter((row) => String(row.columns) === 'figures_agreed');
			const line = ['Paraugs coordinator', 'coordinator', { territory_code: TERRITORY.here }];
			expect(told.map((row) => [row.actor_name, row.actor_role, row.detail])).toEqual([line, line]);
		});

		it.each([
			['both did', true, true],
			['the other did not', false, false]
		])('that takes in another has agreed to figures only if both had: %s', async (_, other, together) => {
			await rpc('pkc', 'review_community', { id: COMMUNITY.pending, decision: 'approved' });
			await rpc('coordinator', 'set_figures_agreed', { id: COMMUNITY.here, agreed: true });
			await rpc('applicant', 'set_figures_agreed', { id: COMMUNITY.pending, agreed: other });
			await rpc('pkc', 'review_community', {
				...{ id: COMMUNITY.pending, decision: 'merged', merge_into: COMMUNITY.here }
			});
			expect(await rows('pkc', `/communities?id=eq.${COMMUNITY.here}&select=figures_agreed`)).toEqual([
				{ figures_agreed: together }
			]);
			await expect(
				rpc('applicant', 'set_figures_agreed', { id: COMMUNITY.pending, agreed: true })
			).rejects.toThrow('DK004');
		});

		it('keeps a card that changed while somebody else was writing', async () => {
			const path = `/communities?id=eq.${COMMUNITY.here}&select=updated_at`;
			const [read] = await rows('coordinator', path);
			const change = (data: Row): Row => ({ id: COMMUNITY.here, data });
			await rpc('pkc', 'update_community', change({ note: 'Runāts pa tālruni' }));
			await expect(
				rpc(
					'coordinator',
					'update_community',
					change({ name: 'Cits nosaukums', expected_updated_at: read?.updated_at })
				)
			).rejects.toThrow('DK007');
			const [now] = await rows('coordinator', path);
			await rpc(
				'coordinator',
				'update_community',
				change({ name: 'Cits nosaukums', expected_updated_at: now?.updated_at })
			);
		});

		it('moves within its region, with its further territories', async () => {
			await rpc('pkc', 'update_community', {
				id: COMMUNITY.here,
				data: {
					territory_code: TERRITORY.hereToo,
					further_territory_codes: [TERRITORY.here, TERRITORY.hereToo]
				}
			});
			const [card] = await rows('visitor', `/public_communities?id=eq.${COMMUNITY.here}`);
			expect(card).toMatchObject({
				territory_code: TERRITORY.hereToo,
				further_territory_codes: [TERRITORY.here]
			});
		});
	});

	describe('a form that is not right', () => {
		it.each<[string, Row]>([
			['name', { name: ' ' }],
			['name', { name: null }],
			['kind', { kind: 'club' }],
			['web', { web: 'javascript:alert(1)' }],
			['territory_code', { territory_code: 'LV' }],
			['territory_code', { territory_code: null }],
			['contact', { contact: null }],
			['consent', { contact: { name: 'Paraugs', email: 'a@example.com' } }],
			['email', { contact: { name: 'Paraugs', email: 'nowhere', consent: true } }],
			['can_be_reached', { contact: { name: 'Paraugs', consent: true } }],
			['further_territory_codes', { further_territory_codes: [TERRITORY.elsewhere] }],
			['as_coordinator', { as_coordinator: false }]
		])('names the field: %s', async (field, more) => {
			const answer = await api.ask('newcomer', {
				...{ method: 'POST', path: '/rpc/register_community', body: registration(more) }
			});
			expect(answer).toMatchObject({ status: 400, body: { code: 'DK006', details: field } });
			expect(await rpc('newcomer', 'my_roles')).toEqual([]);
		});
	});

	describe('an activity', () => {
		const talka = {
			title: 'Talka',
			kind: 'talka',
			starts_on: '2026-04-25',
			ends_on: '2026-04-25',
			precision: 'day'
		};

		it('is added, seen at once, and changed field by field', async () => {
			const id = await added('coordinator', 'save_activity', {
				data: {
					...talka,
					...{ community_id: COMMUNITY.here, territory_codes: [TERRITORY.here, TERRITORY.hereToo] },
					...{
						participants: 40,
						participants_qualifier: 'about',
						target_groups: ['youth'],
						eur_municipal: 120.5
					}
				}
			});
			const path = `/public_activities?id=eq.${id}`;
			expect(await rows('visitor', path)).toMatchObject([
				{
					...{ territory_codes: [TERRITORY.here, TERRITORY.hereToo], participants: 40, eur_municipal: 120.5 },
					target_groups: ['youth']
				}
			]);
			const facts = (await rpc('visitor', 'public_activity_evidence')) as Row[];
			expect(facts.find((row) => row.territory_code === TERRITORY.hereToo)).toMatchObject({
				end_last: '2026-04-25'
			});

			await rpc('pkc', 'save_activity', { data: { id, participants: 55 } });
			expect(await rows('visitor', path)).toMatchObject([
				{ title: 'Talka', participants: 55, territory_codes: [TERRITORY.here, TERRITORY.hereToo] }
			]);
			await rpc('coordinator', 'save_activity', { data: { id, public: false } });
			expect(await rows('visitor', path)).toEqual([]);
			const log = (await rpc('pkc', 'audit_entries', { of_table: 'activities', of_row: id })) as Row[];
			expect(log.map((row) => [row.actor_name, row.actor_role, row.columns])).toEqual([
				['Paraugs coordinator', 'coordinator', ['public']],
				['Paraugs pkc', 'pkc', ['participants']],
				['Paraugs coordinator', 'coordinator', expect.arrayContaining(['title']) as unknown]
			]);
		});

		it('sent twice is one, and two of the same day stay two', async () => {
			const data = { ...talka, community_id: COMMUNITY.here, territory_codes: [TERRITORY.here] };
			const [id, again] = await Promise.all([
				added('coordinator', 'save_activity', { data }),
				added('coordinator', 'save_activity', { data })
			]);
			expect(again).toBe(id);
			for (const more of [{ participants: 7 }, { territory_codes: [TERRITORY.hereToo] }])
				expect(await added('coordinator', 'save_activity', { data: { ...data, ...more } })).not.toBe(id);
		});

		it('is not overwritten by who did not see what changed meanwhile', async () => {
			const id = await added('coordinator', 'save_activity', {
				data: { ...talka, community_id: COMMUNITY.here, territory_codes: [TERRITORY.here] }
			});
			const [read] = await rows('coordinator', `/activities?id=eq.${id}&select=updated_at`);
			const expected_updated_at = read?.updated_at;
			await rpc('pkc', 'save_activity', { data: { id, territory_codes: [TERRITORY.hereToo] } });
			await expect(
				rpc('coordinator', 'save_activity', { data: { id, participants: 7, expected_updated_at } })
			).rejects.toThrow('DK007');
			const [now] = await rows('coordinator', `/activities?id=eq.${id}&select=updated_at,participants`);
			expect(now?.participants).toBeNull();
			await rpc('coordinator', 'save_activity', {
				data: { id, participants: 7, expected_updated_at: now?.updated_at }
			});
		});

		it('of no community is of the region PKC works for', async () => {
			const id = await added('pkc', 'save_activity', {
				data: { ...talka, territory_codes: [TERRITORY.here] }
			});
			const log = (await rpc('pkc', 'audit_entries', { of_row: id })) as Row[];
			expect(log.length).toBeGreaterThan(1);
			await expect(rpc('pkc', 'save_activity', { data: talka })).rejects.toThrow('DK006');
		});

		it('is an agreement between a community, a place and a municipality', async () => {
			const id = await added('pkc', 'save_activity', {
				data: {
					...{ ...talka, kind: 'agreement', party_community_ids: [COMMUNITY.here] },
					...{ party_place_ids: [ID.place.shown], party_territory_codes: [TERRITORY.municipality] }
				}
			});
			expect(await rows('visitor', `/public_activities?id=eq.${id}`)).toMatchObject([
				{
					...{ party_community_ids: [COMMUNITY.here], party_place_ids: [ID.place.shown] },
					party_territory_codes: [TERRITORY.municipality]
				}
			]);
		});

		it('that PKC signed with others is not undone by a coordinator; the rest stays theirs', async () => {
			const id = await added('pkc', 'save_activity', {
				data: { ...talka, kind: 'agreement', community_id: COMMUNITY.here, party_place_ids: [ID.place.shown] }
			});
			for (const change of [{ kind: 'event' }, { participants: 3 }, { party_place_ids: [] }])
				await expect(rpc('coordinator', 'save_activity', { data: { id, ...change } })).rejects.toThrow(
					'DK001'
				);
			await rpc('coordinator', 'save_activity', { data: { id: ID.activity.here, participants: 3 } });
			expect(await rows('pkc', `/activity_parties?activity_id=eq.${ID.activity.here}`)).toHaveLength(1);
		});

		it('says which field is wrong', async () => {
			for (const [field, more] of [
				['end_after_start', { ends_on: '2020-01-01' }],
				['kind', { kind: 'party' }],
				['title', { title: '' }],
				['participants', { participants: -1 }]
			] as [string, Row][]) {
				const body = { data: { ...talka, territory_codes: [TERRITORY.here], ...more } };
				const answer = await api.ask('pkc', { method: 'POST', path: '/rpc/save_activity', body });
				expect(answer.body).toMatchObject({ code: 'DK006', details: field });
			}
		});
	});

	describe('a survey', () => {
		it('speaks in the name of the region’s PKC, and its finding is on the map at once', async () => {
			const data = {
				...{ territory_code: TERRITORY.hereToo, surveyed_on: '2026-06-01', finding: 'active' },
				...{ asked_role: 'bibliotekāre', note: 'Tikai savējiem', next_step: 'Zvanīt' }
			};
			const id = await added('pkc', 'record_survey', { data });
			expect(
				await rows('planner', `/territory_surveys?id=eq.${id}&select=next_step,organisation_id`)
			).toEqual([{ next_step: 'Zvanīt', organisation_id: ID.organisation.here }]);
			const facts = (await rpc('civilProtection', 'mandated_activity_evidence')) as Row[];
			expect(facts.find((row) => row.territory_code === TERRITORY.hereToo)).toMatchObject({
				survey_finding: 'active'
			});
			const history = async (who: Person): Promise<Row[]> =>
				(await rpc(who, 'activity_history', { days: ['2026-06-01'], mandated: true })) as Row[];
			expect(await history('civilProtection')).toContainEqual({
				...{ day: '2026-06-01', territory_code: TERRITORY.hereToo },
				facts: expect.objectContaining({ survey_finding: 'active' }) as unknown
			});
			// Nobody learns by it of places that no mandate of theirs reaches.
			const inside = new Set(facts.map((row) => row.territory_code));
			for (const row of await history('civilProtection')) expect(inside).toContain(row.territory_code);
			expect(await history('coordinator')).toEqual([]);
			expect(await added('pkc', 'record_survey', { data })).toBe(id);
			expect(await added('pkc', 'record_survey', { data: { ...data, finding: 'dormant' } })).not.toBe(id);
		});
	});

	describe('a role', () => {
		it('comes by an invitation, names where it comes from, and is prolonged by another one', async () => {
			await rpc(
				'pkc',
				'create_invitation',
				invite('planner', 'region', 'latgale', { membership_expires_at: '2098-01-01' })
			);
			expect(await rpc('visitor', 'invitation_by_token', { token_hash: tokenHash('fresh') })).toMatchObject([
				{ role: 'planner', scope_name: 'Latgale', inviter_role: 'pkc', state: 'open' }
			]);
			const id = await added('newcomer', 'accept_invitation', { token_hash: tokenHash('fresh') });
			expect(await rpc('newcomer', 'my_roles')).toMatchObject([
				{
					id,
					role: 'planner',
					region: 'latgale',
					granted_by_name: 'Paraugs pkc',
					expires_at: expect.stringMatching(/^2098/) as unknown
				}
			]);
			await rpc(
				'pkc',
				'create_invitation',
				invite('planner', 'region', 'latgale', { token_hash: tokenHash('unknown') })
			);
			expect(await rpc('newcomer', 'accept_invitation', { token_hash: tokenHash('unknown') })).toBe(id);
			expect(await rpc('newcomer', 'my_roles')).toMatchObject([{ id, expires_at: null }]);
		});

		it('comes back by a new invitation after it was left or has expired', async () => {
			await rpc('coordinator', 'create_invitation', invite('coordinator', 'community', COMMUNITY.here));
			await rpc('lapsed', 'accept_invitation', { token_hash: tokenHash('fresh') });
			expect(await rpc('lapsed', 'my_roles')).toMatchObject([{ role: 'coordinator', expires_at: null }]);
			// Now there are two, and the first may go.
			await rpc('coordinator', 'leave_membership', { id: membershipOf('coordinator') });
			expect(await rpc('coordinator', 'my_roles')).toEqual([]);
		});

		it('is shown with names to those of the same community only', async () => {
			const people = (await rpc('member', 'scope_members', {
				...{ scope_kind: 'community', scope_id: COMMUNITY.here }
			})) as Row[];
			expect(people.map((row) => [row.display_name, row.role])).toEqual(
				expect.arrayContaining([
					['Paraugs member', 'member'],
					['Paraugs coordinator', 'coordinator'],
					[null, 'mentor']
				])
			);
			expect(people).toHaveLength(3);
		});
	});

	describe('an account', () => {
		it('is copied as a whole', async () => {
			const copy = (await rpc('coordinator', 'export_my_data')) as Record<string, unknown>;
			expect(copy).toMatchObject({
				account: { id: userId('coordinator'), email: 'coordinator@example.com' },
				profile: { display_name: 'Paraugs coordinator', locale: 'lv' },
				memberships: [{ role: 'coordinator', scope_name: 'Sample' }]
			});
		});

		it('is deleted: the person is gone, what the community recorded is not', async () => {
			const contact = {
				...{ community_id: COMMUNITY.here, name: 'Paraugs', email: 'Member@example.com' },
				...{ consent_given_on: '2026-01-01', consent_expires_on: '2098-01-01' }
			};
			await api.ask('coordinator', { method: 'POST', path: '/community_contacts', body: contact });
			await rpc('member', 'delete_my_account');
			const left = await rows('coordinator', '/community_contacts?select=email');
			expect(left).toEqual([{ email: 'contact@example.com' }]);
			expect(await rows('national', `/memberships?user_id=eq.${userId('member')}`)).toEqual([]);
			expect(await rpc('national', 'list_people', { search: 'member@example.com' })).toEqual([]);
			await expect(rpc('member', 'register_community', registration())).rejects.toThrow('DK001');
			expect(await rows('coordinator', '/activities?select=id')).toHaveLength(2);
		});

		it('of the last coordinator hands the community over, and PKC learns of it', async () => {
			await rpc('coordinator', 'delete_my_account', { hand_over: true });
			const log = (await rpc('pkc', 'audit_entries', {
				of_community: COMMUNITY.here,
				max_rows: 20
			})) as Row[];
			expect(log).toContainEqual(
				expect.objectContaining({ action: 'handed_to_pkc', community_name: 'Sample' })
			);
			await rpc('pkc', 'create_invitation', invite('coordinator', 'community', COMMUNITY.here));
			await rpc('member', 'accept_invitation', { token_hash: tokenHash('fresh') });
			expect(await rpc('member', 'my_roles')).toContainEqual(
				expect.objectContaining({ role: 'coordinator' })
			);
		});
	});

	describe('the server on its own', () => {
		async function asServer(name: string, body: Row = {}): Promise<unknown> {
			const token = await api.sign({ role: 'service_role' });
			const answer = await api.ask({ token }, { method: 'POST', path: `/rpc/${name}`, body });
			if (answer.status >= 300) throw new Error(`${name}: ${codeOf(answer) ?? ''}`);
			return answer.body;
		}

		it('deletes contacts without consent in force, and whom answered invitations were for', async () => {
			const contact = { community_id: COMMUNITY.here, name: 'Paraugs', email: 'old@example.com' };
			await api.ask('coordinator', {
				method: 'POST',
				path: '/community_contacts',
				body: { ...contact, consent_given_on: '2020-01-01', consent_expires_on: '2021-01-01' }
			});
			await rpc(
				'coordinator',
				'create_invitation',
				invite('member', 'community', COMMUNITY.here, { email_hint: 'newcomer@example.com' })
			);
			await rpc('newcomer', 'accept_invitation', { token_hash: tokenHash('fresh') });
			const [first] = (await asServer('delete_expired')) as Row[];
			expect(first?.contacts).toBeGreaterThanOrEqual(1);
			expect(first?.invitation_hints).toBeGreaterThanOrEqual(1);
			const [second] = (await asServer('delete_expired')) as Row[];
			expect(second).toMatchObject({ contacts: 0, invitation_hints: 0 });
			expect(await rows('coordinator', '/community_contacts?select=email')).toEqual([
				{ email: 'contact@example.com' }
			]);
		});

		it('invites the first national user, and nobody while there is one', async () => {
			const call = { token_hash: tokenHash('fresh'), expires_at: 'tomorrow' };
			await expect(asServer('invite_first_national', call)).rejects.toThrow('DK004');
			await rpc('national', 'leave_membership', { id: membershipOf('national') });
			await asServer('invite_first_national', call);
			expect(await rpc('visitor', 'invitation_by_token', { token_hash: tokenHash('fresh') })).toMatchObject([
				{ role: 'national', state: 'open', inviter_role: null, organisation: null }
			]);
			await rpc('newcomer', 'accept_invitation', { token_hash: tokenHash('fresh') });
			expect(await rpc('newcomer', 'my_roles')).toMatchObject([{ role: 'national', scope_id: 'LV' }]);
		});
	});

	describe('national staff', () => {
		it('keeps organisations, and finds people by name or whole address, which it sees in part', async () => {
			const id = await added('national', 'save_organisation', {
				data: { name: 'Kurzemes PKC', kind: 'pkc', region: 'kurzeme' }
			});
			await rpc('national', 'save_organisation', { data: { id, name: 'Kurzemes kompetences centrs' } });
			expect(await rows('newcomer', `/organisations?id=eq.${id}&select=name,region`)).toEqual([
				{ name: 'Kurzemes kompetences centrs', region: 'kurzeme' }
			]);
			const found = await rpc('national', 'list_people', { search: 'PARAUGS PKC' });
			expect(found).toMatchObject([
				{
					user_id: userId('pkc'),
					email_hint: 'p…@example.com',
					memberships: [{ role: 'pkc', scope_name: 'Latgale' }]
				}
			]);
			expect(await rpc('national', 'list_people', { search: 'planner@example.com' })).toHaveLength(1);
			expect(await rpc('national', 'list_people', { search: 'planner@' })).toEqual([]);
			expect(await rpc('national', 'list_people')).toHaveLength(14);
		});
	});
});
