/** What pages read through `src/lib/server`: right by itself, and the same from both backends. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadUnitStatuses } from '../../src/lib/server/activity.ts';
import { unwrap, type Backend } from '../../src/lib/server/client.ts';
import { loadPlaceDetails, loadSources, loadTotals, loadZone } from '../../src/lib/server/communities.ts';
import { listPublicCommunities } from '../../src/lib/server/communities-public.ts';
import { loadZones } from '../../src/lib/server/indicators.ts';
import { loadPoints } from '../../src/lib/server/map-points.ts';
import { drawMap } from '../../src/lib/server/map-picture.ts';
import { loadMapView } from '../../src/lib/server/map-view.ts';
import { loadTerritories } from '../../src/lib/server/territories.ts';
import { territoriesInZone, zonesOn } from '../../src/lib/territories/zones.ts';
import { embeddedBackend, postgresBackend, type TestBackend } from './backends.ts';

const KINDS = ['embedded', 'postgres'] as const;
type Kind = (typeof KINDS)[number];
const opened: Partial<Record<Kind, TestBackend>> = {};

const TODAY = '2026-11-21';
const IDS = {
	approved: '00000000-0000-4000-8000-000000000001',
	pending: '00000000-0000-4000-8000-000000000002',
	organisation: '00000000-0000-4000-8000-000000000003',
	activity: '00000000-0000-4000-8000-000000000004',
	village: '00000000-0000-4000-8000-000000000005'
};

beforeAll(async () => {
	opened.embedded = await embeddedBackend();
	opened.postgres = await postgresBackend();
	for (const kind of KINDS) await addRecords(backendOf(kind));
});
afterAll(async () => {
	for (const kind of KINDS) await opened[kind]?.close();
});

function backendOf(kind: Kind): Backend {
	const found = opened[kind];
	if (found === undefined) throw new Error(`${kind} did not open`);
	return found.backend;
}

async function details(kind: Kind, code: string, asOf = TODAY) {
	const backend = backendOf(kind);
	return loadPlaceDetails(backend, await loadTerritories(backend), code, asOf);
}

/** Two parishes outside the zone: the first is the home of everything, the second a further territory. */
async function parishes(backend: Backend): Promise<[string, string]> {
	const index = await loadTerritories(backend);
	const [first, second] = index.all.filter(({ kind, region }) => kind === 'parish' && region === 'kurzeme');
	if (!first || !second) throw new Error('the reference has no parishes in Kurzeme');
	return [first.code, second.code];
}

async function addRecords(backend: Backend): Promise<void> {
	const client = backend.serviceClient();
	const [home, further] = await parishes(backend);
	const community = { kind: 'association', territory_code: home, known_since: '2026-03-01' };
	const inserted = [
		await client.from('communities').insert([
			{ ...community, id: IDS.approved, name: 'Āboliņš', status: 'approved' },
			{ ...community, id: IDS.pending, name: 'Vēl gaida', status: 'pending' }
		]),
		await client
			.from('community_territories')
			.insert({ community_id: IDS.approved, territory_code: further }),
		await client.from('places').insert({
			id: IDS.village,
			name: 'Viedais ciems',
			kind: 'smart_village',
			territory_code: home,
			known_since: '2026-04-01',
			public: true
		}),
		await client.from('organisations').insert({ id: IDS.organisation, name: 'Kurzemes PKC', kind: 'pkc' }),
		await client.from('territory_surveys').insert({
			territory_code: home,
			surveyed_on: '2026-05-05',
			finding: 'nobody',
			organisation_id: IDS.organisation,
			note: 'only for staff'
		}),
		await client.from('activities').insert({
			id: IDS.activity,
			title: 'Talka',
			kind: 'talka',
			community_id: IDS.approved,
			starts_on: '2026-10-10',
			ends_on: '2026-10-10',
			precision: 'day',
			eur_municipal: 1250.5
		}),
		await client.from('activity_territories').insert([
			{ activity_id: IDS.activity, territory_code: home, role: 'own' },
			{ activity_id: IDS.activity, territory_code: further, role: 'further' }
		])
	];
	for (const { error } of inserted) if (error !== null) unwrap({ data: null, error });
}

describe.each(KINDS)('%s', (kind) => {
	it('reads the whole territory reference once', async () => {
		const backend = backendOf(kind);
		const index = await loadTerritories(backend);
		expect(index.all).toHaveLength(718);
		expect(index.byCode('0042200')).toMatchObject({ name: 'Preiļi', easternBorder: true });
		expect(index.byCode('0042200')?.areaKm2).toBeTypeOf('number');
		expect(await loadTerritories(backend)).toBe(index);
	});

	it('gives every unit and neighbourhood a status, three different ones inside the border zone', async () => {
		const backend = backendOf(kind);
		const index = await loadTerritories(backend);
		const statuses = await loadUnitStatuses(backend, TODAY);
		expect(statuses.size).toBe(592 + 85);
		const [home, further] = await parishes(backend);
		expect(statuses.get(home)?.result.status).toBe('active');
		expect(statuses.get(further)?.result.status).toBe('active');
		expect(statuses.get('0042200')?.result.status).toBe('emerging');
		const inside = [...statuses.values()].filter(({ code }) => index.byCode(code)?.easternBorder);
		expect(new Set(inside.map(({ result }) => result.status))).toEqual(new Set(['emerging', 'no_news']));
	});

	it('as of an earlier day knows nothing of what came later', async () => {
		const backend = backendOf(kind);
		const [home] = await parishes(backend);
		expect((await loadUnitStatuses(backend, '2026-09-30')).get(home)?.result.status).toBe('inactive');
		expect((await loadUnitStatuses(backend, '2026-04-30')).get(home)?.result.status).toBe('emerging');
		expect((await loadUnitStatuses(backend, '2026-01-31')).get(home)?.result.status).toBe('not_surveyed');
		expect(await details(kind, home, '2026-01-31')).toMatchObject({
			communities: { total: 0 },
			activities: { total: 0 },
			surveys: { total: 0 }
		});
	});

	it('shows of a place what is public, and nothing else', async () => {
		const [home, further] = await parishes(backendOf(kind));
		const shown = await details(kind, home);
		expect(shown.communities.items.map(({ name }) => name)).toEqual(['Āboliņš']);
		expect(shown.activities.items).toMatchObject([
			{ title: 'Talka', community: { name: 'Āboliņš' }, eurMunicipal: 1250.5 }
		]);
		expect(shown.surveys.items).toMatchObject([{ finding: 'nobody', organisation: 'Kurzemes PKC' }]);
		expect(JSON.stringify(shown)).not.toMatch(/Vēl gaida|only for staff/);
		const elsewhere = await details(kind, further);
		expect(elsewhere.communities.total).toBe(1);
		expect(elsewhere.activities.total).toBe(1);
		expect(elsewhere.surveys.total).toBe(0);
	});

	it('a larger territory has what its units have', async () => {
		const [home] = await parishes(backendOf(kind));
		const index = await loadTerritories(backendOf(kind));
		const region = await details(kind, 'kurzeme');
		expect(region.activities.items.map(({ id }) => id)).toEqual([IDS.activity]);
		expect((await details(kind, index.municipalityOf(home)?.code ?? '')).communities.total).toBe(1);
		expect(await details(kind, 'latgale')).toMatchObject({
			communities: { total: 27 },
			places: { total: 11 },
			activities: { total: 32 }
		});
	});

	it('lists an agreement where its parties are, with the names of all of them', async () => {
		const [agreement, ...others] = (await details(kind, '0042200')).agreements;
		expect(others).toEqual([]);
		expect(agreement?.parties).toHaveLength(17);
		expect(agreement?.parties).toEqual(
			expect.arrayContaining(['Krāslavas novads', 'Zilupes Kopienas resursu centrs'])
		);
		expect((await details(kind, '0032480')).agreements).toEqual([]);
	});

	it('names the source of the place itself and of its border flag', async () => {
		const ids = (await details(kind, '0042200')).sources.map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining(['csp-boundaries-2022', 'eastern-border-plan-2025']));
	});

	it('puts resource centres and smart villages on the map, from the day on which they are known', async () => {
		const backend = backendOf(kind);
		expect(await loadPoints(backend, 'resource-centres', TODAY)).toHaveLength(11);
		expect(await loadPoints(backend, 'resource-centres', '2024-12-30')).toEqual([]);
		const [home] = await parishes(backend);
		const index = await loadTerritories(backend);
		expect(await loadPoints(backend, 'smart-villages', TODAY)).toMatchObject([
			{ name: 'Viedais ciems', kind: 'smart-villages', territoryCode: home, lon: index.byCode(home)?.lon }
		]);
		expect(await loadPoints(backend, 'smart-villages', '2026-03-31')).toEqual([]);
		expect((await details(kind, home)).places.items.map((place) => place.kind)).toEqual(['smart_village']);
		expect((await details(kind, home, '2026-03-31')).places.total).toBe(0);
	});

	it('filters map and list of communities by any zone', async () => {
		const backend = backendOf(kind);
		// Of a visitor nothing else is asked.
		const locals = { backend } as App.Locals;
		const matching = async (query: string): Promise<number> => {
			const view = await loadMapView(locals, new URLSearchParams(query), 'public');
			return view.at('parish').rows.filter(({ matches }) => matches).length;
		};
		expect(await matching('zone=border-30-km')).toBe(114);
		expect(await matching('zone=touches-eastern-neighbours')).toBe(24);
		expect(await matching('zone=border-30-km&region=kurzeme')).toBe(0);

		const index = await loadTerritories(backend);
		const zones = zonesOn(
			(await loadZones(backend)).flatMap(({ versions }) => versions),
			TODAY
		);
		const found = async (zone: string): Promise<number> => {
			const version = zones.get(zone);
			const inside = version === undefined ? null : territoriesInZone(index, version);
			const state = { q: '', region: null, zone, page: 1 };
			return (await listPublicCommunities(backend, index, state, inside)).total;
		};
		const all = (await loadTotals(backend)).communities;
		expect(all).toBe(28);
		expect(await found('eastern-border')).toBe(27);
		expect(await found('border-30-km')).toBe(21);
		expect(await found('touches-eastern-neighbours')).toBeLessThan(21);
	});

	it('knows the zone that protects on days before it held, by its name and as a line', async () => {
		const locals = { backend: backendOf(kind) } as App.Locals;
		for (const day of ['2025-01-19', '2025-01-20', TODAY]) {
			const query = `zone=eastern-border&second=zone-eastern-border&asOf=${day}`;
			const view = await loadMapView(locals, new URLSearchParams(query), 'public');
			const inside = view.at('parish').rows.flatMap(({ code, matches }) => (matches ? [code] : []));
			expect(view.state, day).toMatchObject({ zone: 'eastern-border', second: 'zone-eastern-border' });
			expect(view.zones.find(({ id }) => id === 'eastern-border')?.name).toBe('Austrumu pierobeža');
			expect(inside).toHaveLength(167);
			expect(new Set(view.zoneUnits)).toEqual(new Set(inside));
		}
	});

	it('leaves out of the picture the points that the filter leaves out', async () => {
		const locals = { backend: backendOf(kind) } as App.Locals;
		const signs = async (query: string): Promise<number> => {
			const view = await loadMapView(locals, new URLSearchParams(query), 'public');
			return (await drawMap(view))?.match(/<use href="#map-sign-/g)?.length ?? 0;
		};
		expect(await signs('')).toBe(11);
		expect(await signs('region=latgale&level=region')).toBe(11);
		expect(await signs('region=kurzeme')).toBe(0);
		expect(await signs('zone=touches-eastern-neighbours')).toBeLessThan(11);
	});

	it('counts what is public, and knows the zone', async () => {
		const backend = backendOf(kind);
		expect(await loadTotals(backend)).toEqual({ communities: 28, activities: 33, resourceCentres: 11 });
		expect((await loadZone(backend, 'eastern-border'))?.definition).toMatch(/Latgales plānošanas reģions/);
		expect(await loadZone(backend, 'unknown')).toBeNull();
		expect((await loadSources(backend)).length).toBeGreaterThan(5);
	});
});

it('both backends say the same', async () => {
	const answers = await Promise.all(
		KINDS.map(async (kind) => {
			const backend = backendOf(kind);
			return {
				statuses: [...(await loadUnitStatuses(backend, TODAY))],
				places: (await loadPoints(backend, 'resource-centres', TODAY)).length,
				latgale: sorted(await details(kind, 'latgale')),
				kurzeme: sorted(await details(kind, 'kurzeme'))
			};
		})
	);
	expect(answers[0]).toEqual(answers[1]);
});

/** The order of names differs with the collation of the server; pages sort as their language does. */
function sorted({ communities, places, activities, sources, ...rest }: Awaited<ReturnType<typeof details>>) {
	const byId = <T extends { id: string }>(items: T[]) => [...items].sort((a, b) => a.id.localeCompare(b.id));
	return {
		...rest,
		communities: byId(communities.items),
		places: byId(places.items),
		activities: byId(activities.items),
		sources: byId(sources)
	};
}
