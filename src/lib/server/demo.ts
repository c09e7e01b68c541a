/**
 * Demo mode: sample people of every role, on the embedded backend only. They have no password; whoever may use the
 * demo signs in as them with one click, and the server reads the code from its own postbox.
 */
import type { HeldRole, Role, ScopeKind } from '../people/schema.ts';
import { expectDone, unwrap, type Backend, type Client } from './client.ts';
import { AppError } from './errors.ts';

/** A sample person. All that they do happens in the data directory of the demo. */
export interface SamplePerson {
	id: string;
	role: Role;
	scopeKind: ScopeKind;
	scopeId: string;
	/** Their name in the service; the word says that nobody is meant. */
	name: string;
}

/** The community that sample people belong to. */
export const NAUTRENI = '9c351a63-ee72-55c8-8d1b-a4b6818a1e03';

/** In the order in which they are offered. */
const SAMPLE_PEOPLE: readonly SamplePerson[] = [
	sample('coordinator.nautreni', 'coordinator', 'community', NAUTRENI),
	sample('member.nautreni', 'member', 'community', NAUTRENI),
	sample('mentor', 'mentor', 'community', NAUTRENI),
	sample('pkc.latgale', 'pkc', 'region', 'latgale'),
	sample('pkc.vidzeme', 'pkc', 'region', 'vidzeme'),
	sample('planner.latgale', 'planner', 'region', 'latgale'),
	sample('civil.rezekne', 'civil_protection', 'municipality', '0043000'),
	sample('national', 'national', 'country', 'LV')
];

/** Name of the sample person from whom the others have their roles. */
const GRANTER = 'Paraugs national';

function sample(id: string, role: Role, scopeKind: ScopeKind, scopeId: string): SamplePerson {
	return { id, role, scopeKind, scopeId, name: `Paraugs ${id}` };
}

/** Organisations in whose name sample people act. */
const SAMPLE_ORGANISATIONS = [
	{
		id: 'd0000000-0000-4000-8000-000000000001',
		name: 'Paraugs: Latgales PKC',
		kind: 'pkc',
		region: 'latgale'
	},
	{
		id: 'd0000000-0000-4000-8000-000000000002',
		name: 'Paraugs: Vidzemes PKC',
		kind: 'pkc',
		region: 'vidzeme'
	},
	{
		id: 'd0000000-0000-4000-8000-000000000003',
		name: 'Paraugs: Latgales plānošanas reģions',
		kind: 'planning_region',
		region: 'latgale'
	}
];

const ORGANISATION_KIND: Partial<Record<Role, string>> = { pkc: 'pkc', planner: 'planning_region' };

/** The address of a sample person; letters to it go nowhere. */
function sampleAddress({ id }: SamplePerson): string {
	return `${id}@paraugs.lv`;
}

/** Makes the organisations and people that are not there yet. Does nothing outside demo mode. */
export async function prepareSamples(backend: Backend): Promise<void> {
	if (backend.demo === undefined) return;
	expectDone(
		await backend
			.serviceClient()
			.from('organisations')
			.upsert(SAMPLE_ORGANISATIONS, { ignoreDuplicates: true })
	);
	const profiles = unwrap(await backend.serviceClient().from('profiles').select('display_name'));
	const known = new Set(profiles.map((profile) => profile.display_name));
	// The last one first: the others have their roles from them.
	for (const person of SAMPLE_PEOPLE.toReversed()) {
		if (known.has(person.name)) continue;
		const client = backend.publicClient();
		await signIn(backend, client, person);
		await client.auth.signOut({ scope: 'local' });
	}
}

/** The sample people with the names of their places, as the sign-in page offers them. */
export async function sampleChoices(
	backend: Backend
): Promise<(Pick<HeldRole, 'role' | 'scope_kind' | 'scope_name'> & { id: string })[]> {
	const client = backend.publicClient();
	const ids = SAMPLE_PEOPLE.map((person) => person.scopeId);
	const codes = ids.filter((id) => id !== NAUTRENI);
	const places = unwrap(await client.from('public_territories').select('code, name').in('code', codes));
	const communities = unwrap(await client.from('public_communities').select('id, name').eq('id', NAUTRENI));
	const names = new Map([
		...places.map(({ code, name }) => [code, name] as const),
		...communities.map(({ id, name }) => [id, name] as const)
	]);
	return SAMPLE_PEOPLE.map(({ id, role, scopeKind, scopeId }) => ({
		id,
		role,
		scope_kind: scopeKind,
		scope_name: names.get(scopeId) ?? null
	}));
}

/**
 * Signs in as a sample person, who gets name and role back if a visitor of the demo took them away.
 * @param client writes the session into the cookies
 * @param id from a form; not to be trusted
 * @throws AppError `not_found` when there is no such person, or no demo
 */
export async function signInAsSample(backend: Backend, client: Client, id: unknown): Promise<void> {
	const person = SAMPLE_PEOPLE.find((one) => one.id === id);
	if (backend.demo === undefined || person === undefined) {
		throw new AppError('not_found', 'There is no such sample person.');
	}
	await signIn(backend, client, person);
}

/** One after the other: a second letter to the same person would make the first code worthless. */
let last: Promise<unknown> = Promise.resolve();

function signIn(backend: Backend, client: Client, person: SamplePerson): Promise<void> {
	const result = last.then(async () => {
		const email = sampleAddress(person);
		const asked = await backend.publicClient().auth.signInWithOtp({ email });
		const token = backend.letters?.take(email)?.code ?? '';
		const { data } = await client.auth.verifyOtp({ email, token, type: backend.codeType });
		if (data.user === null) {
			throw new AppError('unavailable', `${email} could not sign in.`, { cause: asked.error });
		}
		await giveRole(backend.serviceClient(), person, data.user.id);
	});
	last = result.catch(() => undefined);
	return result;
}

async function giveRole(service: Client, person: SamplePerson, userId: string): Promise<void> {
	const role = { user_id: userId, role: person.role, scope_kind: person.scopeKind, scope_id: person.scopeId };
	const held = unwrap(await service.from('memberships').select('id').match(role).is('ended_at', null));
	if (held.length === 0) {
		const granters = unwrap(await service.from('profiles').select('user_id').eq('display_name', GRANTER));
		const kind = ORGANISATION_KIND[person.role];
		const organisation = SAMPLE_ORGANISATIONS.find(
			(one) => one.kind === kind && one.region === person.scopeId
		);
		expectDone(
			await service.from('memberships').insert({
				...role,
				organisation_id: organisation?.id ?? null,
				granted_by: granters[0]?.user_id ?? null
			})
		);
	}
	expectDone(await service.from('profiles').upsert({ user_id: userId, display_name: person.name }));
}
