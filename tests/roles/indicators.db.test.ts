/** Figures and zones come in and go again: the functions do what they promise, on both backends. */
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

		it('never becomes or changes the one that protects the eastern border', async () => {
			expect(await rpc('national', 'save_zone', zone({ id: 'eastern-border' }))).toBe('DK001');
			expect(await rpc('national', 'save_zone', zone({ id: ' eastern-border ' }))).toBe('DK001');
			expect(await listed('eastern-border')).toEqual([]);
			const before = await rows('visitor', '/public_territories?eastern_border=is.true&select=code');
			await rpc('national', 'save_zone', zone());
			expect(await rows('visitor', '/public_territories?eastern_border=is.true&select=code')).toEqual(before);
		});
	});
});
