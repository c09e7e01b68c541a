/** Figures and zones of the reference data as the server reads them, hand-checked, and the same from both backends. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bestValues } from '../../src/lib/indicators/best.ts';
import {
	INDICATOR_IDS,
	MEASURE_OF,
	type IndicatorId,
	type LoadedValue
} from '../../src/lib/indicators/types.ts';
import { unwrap, type Backend } from '../../src/lib/server/client.ts';
import {
	loadFormerUnits,
	loadIndicators,
	loadIndicatorValues,
	loadTerritoryValues,
	loadZones
} from '../../src/lib/server/indicators.ts';
import { loadTerritories } from '../../src/lib/server/territories.ts';
import { territoriesInZone, zoneVersionOn, zonesOn } from '../../src/lib/territories/zones.ts';
import { embeddedBackend, postgresBackend, type TestBackend } from './backends.ts';

describe.each([
	['embedded', embeddedBackend],
	['postgres', postgresBackend]
])('%s', (_, open) => {
	let opened: TestBackend;
	let backend: Backend;
	beforeAll(async () => {
		opened = await open();
		backend = opened.backend;
	});
	afterAll(() => opened.close());

	const best = async (indicator: IndicatorId, year?: number): Promise<Map<string, LoadedValue>> =>
		bestValues(await loadIndicatorValues(backend, indicator), year);

	it('has every indicator with its measure', async () => {
		const indicators = await loadIndicators(backend);
		expect(indicators.map(({ id }) => id).sort()).toEqual([...INDICATOR_IDS].sort());
		for (const { id, measure } of indicators) expect(measure).toBe(MEASURE_OF[id]);
	});

	// As they stand in the census of 2011 and the other tables, computed by hand.
	it.each<[IndicatorId, string, number, number, string, string | null]>([
		// Istra: 661 residents, 130 Latvians, 467 Russians.
		['minority-share', '0037460', 80.33, 2011, 'secondhand', null],
		['russian-share', '0037460', 70.65, 2011, 'secondhand', null],
		// Zaļesje has its own figures: 659 residents, 136 Latvians, 137 Belarusians.
		['minority-share', '0037600', 79.36, 2011, 'secondhand', null],
		['belarusian-share', '0037600', 20.79, 2011, 'secondhand', null],
		// Pasiene has none; its municipality of 2018 was Zilupes novads with 23.67 % Latvians.
		['minority-share', '0037540', 76.33, 2010, 'inherited', 'Zilupes novads'],
		// Stated in per cent only.
		['russian-share', '0002000', 53.6, 2011, 'secondhand', null],
		['polish-share', '0002000', 14.2, 2011, 'secondhand', null],
		// Baltinava was a municipality of one parish: 1177 residents, 1020 Latvians.
		['minority-share', '0024400', 13.34, 2011, 'secondhand', null],
		// Iecava was split into town and parish: both inherit, neither has it for itself.
		['minority-share', '0025210', 24.93, 2011, 'inherited', 'Iecavas novads'],
		['minority-share', '0025460', 24.93, 2011, 'inherited', 'Iecavas novads'],
		// Known only for the municipality of today.
		['minority-share', '0022000', 56.2, 2025, 'secondhand', null],
		['population', 'LV', 1907675, 2020, 'derived', null],
		['population', '0002000', 82046, 2020, 'secondhand', null],
		['border-distance', '0037540', 0, 2022, 'derived', null],
		['border-distance', '0037600', 0, 2022, 'derived', null]
	])('%s of %s is %f', async (indicator, code, value, year, method, inheritedFrom) => {
		expect((await best(indicator)).get(code)).toMatchObject({ value, year, method, inheritedFrom });
	});

	it('has a minority share for 464 of 592 units, and nothing where nothing is known', async () => {
		const shares = await best('minority-share');
		const index = await loadTerritories(backend);
		const units = index.atLevel('parish');
		expect(units.filter(({ code }) => shares.has(code))).toHaveLength(464);
		for (const { value } of shares.values()) expect(value).toBeGreaterThan(0);
		// The year of Ventspils is not known; of the country there is no table.
		expect(shares.has('LV')).toBe(false);
		const ventspils = units.find(({ name }) => name === 'Ventspils');
		expect(ventspils && shares.has(ventspils.code)).toBe(false);
	});

	it('never spreads people over parishes: only 20 units have a population', async () => {
		const people = await best('population');
		const index = await loadTerritories(backend);
		expect(index.atLevel('parish').filter(({ code }) => people.has(code))).toHaveLength(20);
		const [country] = index.all.filter(({ kind }) => kind === 'country');
		const regions = index.atLevel('region').map(({ code }) => people.get(code)?.value ?? NaN);
		expect(regions.reduce((sum, value) => sum + value, 0)).toBe(people.get(country?.code ?? '')?.value);
	});

	it('knows how far every unit and municipality is from the border, a municipality as its nearest unit', async () => {
		const km = await best('border-distance');
		const index = await loadTerritories(backend);
		for (const { code } of index.atLevel('municipality')) {
			const nearest = Math.min(...index.unitsOf(code).map((unit) => km.get(unit.code)?.value ?? NaN));
			expect(km.get(code)?.value).toBe(nearest);
		}
		expect(km.size).toBe(592 + 35);
	});

	it('has what a card needs of one territory', async () => {
		const values = await loadTerritoryValues(backend, '0037600');
		expect(
			values
				.filter(({ indicator }) => indicator === 'minority-share')
				.map(({ year, method }) => [year, method])
				.sort()
		).toEqual([
			[2010, 'inherited'],
			[2011, 'secondhand']
		]);
	});

	it('knows what units were before 2021', async () => {
		const former = await loadFormerUnits(backend);
		expect(former.ofMunicipality('Zilupes novads').map(({ code }) => code)).toContain('0037540');
		expect(former.ofCode('0681896').map(({ code }) => code)).toEqual(['0037600']);
		// The matching of codes relies on it: no code of 2018 means another territory today.
		const index = await loadTerritories(backend);
		for (const { code } of index.all) expect(former.ofCode(code)).toEqual([]);
	});

	it('has three zones; the policy zone is the one that protects, territory by territory', async () => {
		const zones = await loadZones(backend);
		expect(zones.map(({ id, versions }) => [id, versions.length])).toEqual([
			['border-30-km', 1],
			['eastern-border', 1],
			['touches-eastern-neighbours', 1]
		]);
		const index = await loadTerritories(backend);
		const holding = zonesOn(
			zones.flatMap(({ versions }) => versions),
			'2026-11-21'
		);
		const policy = holding.get('eastern-border');
		expect(policy && [...territoriesInZone(index, policy)].sort()).toEqual(
			index.all
				.filter(({ easternBorder }) => easternBorder)
				.map(({ code }) => code)
				.sort()
		);
		expect(holding.get('touches-eastern-neighbours')?.territoryCodes).toHaveLength(24);
		const touching = holding.get('touches-eastern-neighbours')?.territoryCodes ?? [];
		expect(holding.get('border-30-km')?.territoryCodes).toEqual(expect.arrayContaining([...touching]));
	});

	it('protects the eastern border on every day, also before the plan', async () => {
		const [policy] = (await loadZones(backend)).filter(({ id }) => id === 'eastern-border');
		expect(policy && zoneVersionOn(policy.versions, '2024-12-31')).toBeNull();
		const rows = unwrap(
			await backend
				.publicClient()
				.from('public_zone_territories')
				.select('territory_code')
				.eq('zone_id', 'eastern-border')
		);
		const index = await loadTerritories(backend);
		expect(rows.length).toBe(index.all.filter(({ easternBorder }) => easternBorder).length);
	});
});
