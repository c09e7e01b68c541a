/** Figures, zones and places come in and go again: the functions do what they promise, on both backends. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, openApi, type Api, type ApiKind } from './api.ts';
import { ID, TERRITORY } from './fixtures.ts';
import type { Person } from './people.ts';

type Row = Record<string, unknown>;

describe.each<ApiKind>(['postgrest', 'embedded'])('through %s', (kind) => {
	let api: Api;
	beforeAll(async () => {
		api = await openApi(kind);
	});
	afterAll(() => api.close());
	beforeEach(() => api.reset());

	/** The answer of a function; its code where it refuses. */
	async function rpc(who: Person, name: string, body: Row): Promise<unknown> {
		const answer = await api.ask(who, { method: 'POST', path: `/rpc/${name}`, body });
		return answer.status < 300 ? answer.body : codeOf(answer);
	}
	async function rows(who: Person, path: string): Promise<Row[]> {
		const answer = await api.ask(who, { method: 'GET', path });
		expect([path, answer.status]).toEqual([path, 200]);
		return answer.body as Row[];
	}
	const values = (code = TERRITORY.here): Promise<Row[]> =>
		rows(
			'visitor',
			`/public_indicator_values?territory_code=eq.${code}&select=year,value,method,inherited_from,source_id,import_id&order=year,value`
		);
	const value = (more: Row = {}): Row => ({
		...{ territory_code: TERRITORY.here, indicator: 'matrix', year: 2020, value: 5, method: 'published' },
		...more
	});
	const load = (list: Row[], more: Row = {}): Row => ({
		data: { title: 'Jauni skaitļi', source_id: 'matrix', values: list, ...more }
	});

	describe('an import', () => {
		it('adds its values beside older ones, and taken back leaves these as they were', async () => {
			const before = await values();
			expect(before).toHaveLength(1);
			const id = await rpc('national', 'import_indicators', load([value(), value({ year: 2021, value: 6 })]));
			expect((await values()).map((row) => [row.year, Number(row.value), row.import_id === id])).toEqual([
				[2020, 1, false],
				[2020, 5, true],
				[2021, 6, true]
			]);
			expect(await rpc('national', 'undo_indicator_import', { id })).toBe(2);
			expect(await values()).toEqual(before);
			expect(await rpc('national', 'undo_indicator_import', { id })).toBe('DK004');
			const [row] = await rows('national', `/indicator_imports?id=eq.${String(id)}`);
			expect(row).toMatchObject({ title: 'Jauni skaitļi', origin: 'import' });
			expect(row?.undone_at).not.toBeNull();
		});

		it('brings its source with it, and changes none that is there', async () => {
			const source = {
				id: 'csp-rig040',
				kind: 'dataset',
				title: 'RIG040',
				publisher: 'CSP',
				published: '2025'
			};
			const id = await rpc(
				'national',
				'import_indicators',
				load([value()], { source_id: undefined, source })
			);
			expect((await values()).find((row) => row.import_id === id)?.source_id).toBe('csp-rig040');
			const again = load([value()], { source_id: undefined, source: { ...source, id: 'matrix' } });
			expect(await rpc('national', 'import_indicators', again)).toBe('DK006');
			expect(await rows('visitor', '/public_sources?id=eq.matrix&select=title')).toEqual([
				{ title: 'Matrix' }
			]);
		});

		it.each<[string, Row[]]>([
			['an unknown territory', [value({ territory_code: '9999999' })]],
			['an unknown indicator', [value({ indicator: 'shoe-size' })]],
			['no value', [value({ value: null })]],
			['less than nothing', [value({ value: -1 })]],
			['no year', [value({ year: null })]],
			['an inherited count', [value({ method: 'inherited', inherited_from: 'Rēzeknes novads' })]],
			['the same twice', [value(), value()]],
			['nothing', []]
		])('with %s leaves nothing behind, not even its good rows', async (_, bad) => {
			const before = await values();
			const good =
				bad.length === 0 ? [] : [value({ year: 2022 }), value({ territory_code: TERRITORY.hereToo })];
			expect(await rpc('national', 'import_indicators', load([...good, ...bad]))).toBe('DK006');
			expect(await values()).toEqual(before);
			expect(await values(TERRITORY.hereToo)).toEqual([]);
			expect(await rows('national', '/indicator_imports?title=eq.Jauni skaitļi')).toEqual([]);
		});

		it('is for national staff only, and in the log', async () => {
			for (const who of ['visitor', 'coordinator', 'planner', 'pkc'] as Person[]) {
				expect(['42501', 'DK001']).toContain(await rpc(who, 'import_indicators', load([value()])));
				expect(['42501', 'DK001']).toContain(
					await rpc(who, 'undo_indicator_import', { id: ID.indicatorImport })
				);
			}
			expect(await values()).toHaveLength(1);
			const id = String(await rpc('national', 'import_indicators', load([value()])));
			expect(
				await rows(
					'national',
					`/audit_log?table_name=eq.indicator_imports&row_id=eq.${id}&select=action,actor_role`
				)
			).toEqual([{ action: 'insert', actor_role: 'national' }]);
		});

		it('is in the copy of data of who loaded it, of nobody else', async () => {
			const id = await rpc('national', 'import_indicators', load([value()]));
			expect(await rpc('national', 'export_my_data', {})).toMatchObject({
				indicator_imports: [{ id, title: 'Jauni skaitļi' }]
			});
			expect(await rpc('pkc', 'export_my_data', {})).toMatchObject({ indicator_imports: [] });
		});

		it('that there is not cannot be taken back', async () => {
			const id = '00000000-0000-4000-8000-0000000000ff';
			expect(await rpc('national', 'undo_indicator_import', { id })).toBe('DK002');
		});
	});

	describe('a zone', () => {
		const zone = (more: Row = {}): Row => ({
			data: {
				...{ id: 'near', name: 'Tuvu', definition: 'Līdz 20 km', source_id: 'matrix', border_km: 20 },
				...{ valid_from: '2026-01-01', territory_codes: [TERRITORY.here, TERRITORY.hereToo], ...more }
			}
		});
		const listed = (id = 'near'): Promise<Row[]> =>
			rows(
				'visitor',
				`/public_zone_version_territories?zone_id=eq.${id}&select=valid_from,territory_code&order=valid_from,territory_code`
			);

		it('has versions; the same day again replaces one', async () => {
			expect(await rpc('national', 'save_zone', zone())).toBe('near');
			const later = zone({
				valid_from: '2027-01-01',
				territory_codes: [TERRITORY.here],
				valid_to: '2027-12-31'
			});
			expect(await rpc('national', 'save_zone', later)).toBe('near');
			expect(await rpc('national', 'save_zone', zone({ territory_codes: [TERRITORY.elsewhere] }))).toBe(
				'near'
			);
			expect(await listed()).toEqual([
				{ valid_from: '2026-01-01', territory_code: TERRITORY.elsewhere },
				{ valid_from: '2027-01-01', territory_code: TERRITORY.here }
			]);
			const versions = await rows('visitor', '/public_zone_versions?zone_id=eq.near&order=valid_from');
			expect(versions.map((row) => [row.valid_from, row.valid_to, Number(row.border_km)])).toEqual([
				['2026-01-01', null, 20],
				['2027-01-01', '2027-12-31', 20]
			]);
		});

		it('brings its source with it, and changes none that is there', async () => {
			const source = { id: 'zone-plan', kind: 'document', title: 'Plāns', publisher: 'VARAM' };
			expect(await rpc('national', 'save_zone', zone({ source_id: undefined, source }))).toBe('near');
			expect(await rows('visitor', '/public_zone_versions?zone_id=eq.near&select=source_id')).toEqual([
				{ source_id: 'zone-plan' }
			]);
			const again = zone({ source_id: undefined, source, valid_from: '2028-01-01' });
			expect(await rpc('national', 'save_zone', again)).toBe('DK006');
			expect(await rows('visitor', '/public_zone_versions?zone_id=eq.near')).toHaveLength(1);
		});

		it.each<[string, Row]>([
			['no day', { valid_from: null }],
			['a day that there is not', { valid_from: '2026-02-30' }],
			['an end before its beginning', { valid_to: '2025-12-31' }],
			['no territories', { territory_codes: [] }],
			['a territory that there is not', { territory_codes: [TERRITORY.here, '9999999'] }],
			['no name', { name: ' ' }],
			['a source that there is not', { source_id: 'nowhere' }]
		])('with %s is refused as a whole', async (_, wrong) => {
			expect(await rpc('national', 'save_zone', zone(wrong))).toBe('DK006');
			expect(await rows('visitor', '/public_zones?id=eq.near')).toEqual([]);
			expect(await listed()).toEqual([]);
		});

		it('is what its newest version says, whatever is put right in an older one', async () => {
			const newest = { valid_from: '2027-01-01', name: 'Tuvāk', definition: 'Līdz 10 km' };
			expect(await rpc('national', 'save_zone', zone())).toBe('near');
			expect(await rpc('national', 'save_zone', zone(newest))).toBe('near');
			const older = { name: 'Tālāk', definition: 'Līdz 20 km, labots', source_id: 'unknown-until-now' };
			const source = { id: 'unknown-until-now', kind: 'document', title: 'Vecais plāns', publisher: 'VARAM' };
			expect(await rpc('national', 'save_zone', zone({ ...older, source_id: undefined, source }))).toBe(
				'near'
			);
			expect(await rows('visitor', '/public_zones?id=eq.near')).toEqual([
				{ id: 'near', name: 'Tuvāk', definition: 'Līdz 10 km', source_id: 'matrix' }
			]);
			expect(
				await rows('visitor', '/public_zone_versions?zone_id=eq.near&select=definition&order=valid_from')
			).toEqual([{ definition: 'Līdz 20 km, labots' }, { definition: 'Līdz 10 km' }]);
		});

		it('is taken back version by version; without the last one it is gone', async () => {
			await rpc('national', 'save_zone', zone());
			await rpc('national', 'save_zone', zone({ valid_from: '2027-01-01', definition: 'Kļūda' }));
			const wrong = { zone_id: 'near', valid_from: '2027-01-01' };
			expect(await rpc('pkc', 'remove_zone_version', wrong)).toBe('DK001');
			expect(await rpc('national', 'remove_zone_version', wrong)).toBe(true);
			expect(await rpc('national', 'remove_zone_version', wrong)).toBe('DK002');
			expect(await rows('visitor', '/public_zones?id=eq.near&select=definition')).toEqual([
				{ definition: 'Līdz 20 km' }
			]);
			expect((await listed()).map((row) => row.valid_from)).toEqual(['2026-01-01', '2026-01-01']);
			const last = { zone_id: 'near', valid_from: '2026-01-01' };
			expect(await rpc('national', 'remove_zone_version', last)).toBe(false);
			expect(await rows('visitor', '/public_zones?id=eq.near')).toEqual([]);
			expect(await listed()).toEqual([]);
			const log = await rows('national', '/audit_log?table_name=eq.zones&row_id=eq.near&action=eq.delete');
			expect(log).toHaveLength(2);
		});

		it('never becomes or changes the one that protects the eastern border', async () => {
			expect(await rpc('national', 'save_zone', zone({ id: 'eastern-border' }))).toBe('DK001');
			expect(await rpc('national', 'save_zone', zone({ id: ' eastern-border ' }))).toBe('DK001');
			const version = { zone_id: 'eastern-border', valid_from: '2025-01-20' };
			expect(await rpc('national', 'remove_zone_version', version)).toBe('DK001');
			expect(await listed('eastern-border')).toEqual([]);
			const before = await rows('visitor', '/public_territories?eastern_border=is.true&select=code');
			await rpc('national', 'save_zone', zone());
			expect(await rows('visitor', '/public_territories?eastern_border=is.true&select=code')).toEqual(before);
		});
	});

	describe('a smart village', () => {
		const village = (more: Row = {}): Row => ({
			data: {
				...{ name: 'Viedais ciems', kind: 'smart_village', territory_code: TERRITORY.here },
				...{ place: 'Rogovka', known_since: '2026-01-01', source_id: 'matrix', ...more }
			}
		});
		const shown = (): Promise<Row[]> =>
			rows(
				'visitor',
				'/public_places?name=like.Viedais*&select=name,kind,territory_code,place,known_since,source_id'
			);

		it('is public with its day and source, is changed and taken back', async () => {
			const id = await rpc('national', 'save_place', village());
			const before = {
				...{ name: 'Viedais ciems', kind: 'smart_village', territory_code: TERRITORY.here },
				...{ place: 'Rogovka', known_since: '2026-01-01', source_id: 'matrix' }
			};
			expect(await shown()).toEqual([before]);
			const change = {
				id,
				name: 'Viedais centrs',
				kind: 'resource_centre',
				territory_code: TERRITORY.hereToo
			};
			expect(await rpc('national', 'save_place', { data: { ...change, place: null } })).toBe(id);
			expect(await shown()).toEqual([
				{ ...before, name: change.name, kind: change.kind, territory_code: TERRITORY.hereToo, place: null }
			]);
			expect(await rpc('pkc', 'remove_place', { id })).toBe('DK001');
			await rpc('national', 'remove_place', { id });
			expect(await shown()).toEqual([]);
			expect(await rpc('national', 'remove_place', { id })).toBe('DK002');
			const log = await rows('national', `/audit_log?table_name=eq.places&row_id=eq.${String(id)}&order=at`);
			expect(log.map((row) => row.action)).toEqual(['insert', 'update', 'delete']);
		});

		it('brings its source with it', async () => {
			const source = { id: 'villages', kind: 'document', title: 'Viedo ciemu saraksts', publisher: 'LLF' };
			await rpc('national', 'save_place', village({ source_id: undefined, source }));
			expect((await shown()).map((row) => row.source_id)).toEqual(['villages']);
		});

		it.each<[string, Row]>([
			['no name', { name: ' ' }],
			['a kind that the map does not show', { kind: 'school' }],
			['a kind that there is not', { kind: 'castle' }],
			['a territory that there is not', { territory_code: '9999999' }],
			['a whole municipality', { territory_code: TERRITORY.municipality }],
			['no day', { known_since: null }],
			['a day to come', { known_since: '2099-01-01' }],
			['no source', { source_id: undefined }],
			['more than the form knows', { public: false }]
		])('with %s is refused', async (_, wrong) => {
			expect(await rpc('national', 'save_place', village(wrong))).toBe('DK006');
			expect(await shown()).toEqual([]);
		});

		it('that has signed an agreement stays', async () => {
			const id = await rpc('national', 'save_place', village());
			const agreement = {
				...{ title: 'Memorands', kind: 'agreement', precision: 'day', territory_codes: [TERRITORY.here] },
				...{ starts_on: '2026-02-01', ends_on: '2026-02-01', party_place_ids: [id] }
			};
			expect(await rpc('pkc', 'save_activity', { data: agreement })).toEqual(expect.any(String));
			expect(await rpc('national', 'remove_place', { id })).toBe('DK004');
			expect(await shown()).toHaveLength(1);
		});
	});
});
