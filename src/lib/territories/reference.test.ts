/** Checks on what `npm run territories:build` has written: the files that are shipped, not the build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { area, booleanPointInPolygon } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature, merge } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { readSeed, type SeedRow } from '../../cli/territories/read-seed.ts';
import { createTerritoryIndex } from './hierarchy.ts';
import { searchPlaces, type Place } from './names.ts';
import { placeLabel } from './place-label.ts';
import {
	arcUses,
	topologyProblems,
	type AreaGeometry,
	type AreaTopology,
	type LightTopology,
	type UnitsTopology
} from './topology.ts';
import { REGION_CODES, TERRITORY_KINDS, type Territory, type TerritoryKind } from './types.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const seed = read('supabase/seed.sql');
const lightText = read('static/geo/light.topo.json');
const light = JSON.parse(lightText) as LightTopology;
const detailedText = read('static/geo/units.topo.json');
const detailed = JSON.parse(detailedText) as UnitsTopology;
const placesText = read('static/geo/places.json');
const places = JSON.parse(placesText) as Place[];

const zoneRows = readSeedZone();
function readSeedZone(): string[] {
	const part = seed.slice(seed.indexOf('with listed'), seed.indexOf('),\nremoved'));
	return [...part.matchAll(/\('eastern-border', '([^']+)'\)/g)].map(([, code = '']) => code);
}

function text(row: SeedRow, column: string): string {
	const value = row[column];
	if (typeof value !== 'string') throw new TypeError(`${column} is no text in ${JSON.stringify(row)}`);
	return value;
}

const rows = readSeed(seed, 'territories');
const territories = rows.map((row): Territory => ({
	code: text(row, 'code'),
	codeCurrent: text(row, 'code_current'),
	kind: TERRITORY_KINDS.find((kind) => kind === row.kind) ?? 'country',
	name: text(row, 'name'),
	parentCode: row.parent_code === null ? null : text(row, 'parent_code'),
	region: REGION_CODES.find((region) => region === row.region) ?? null,
	lon: Number(row.lon),
	lat: Number(row.lat),
	areaKm2: Number(row.area_km2),
	easternBorder: zoneRows.includes(text(row, 'code'))
}));
const index = createTerritoryIndex(territories);

function byKind(kind: TerritoryKind): Territory[] {
	return territories.filter((territory) => territory.kind === kind);
}

function named(name: string): Territory {
	const [territory, another] = territories.filter((each) => each.name === name);
	if (!territory || another) throw new Error(`There is not exactly one ${name}.`);
	return territory;
}

type Area = Feature<Polygon | MultiPolygon>;
function shapes<Name extends string>(topology: AreaTopology<Name>, name: Name): Map<string, Area> {
	return new Map(
		topology.objects[name].geometries.map((geometry: AreaGeometry) => [
			geometry.id,
			feature(topology, geometry) as Area
		])
	);
}

function shape(map: Map<string, Area>, code: string): Area {
	const found = map.get(code);
	if (!found) throw new Error(`No shape for ${code}.`);
	return found;
}

function squareKilometres(of: Area | MultiPolygon): number {
	return area(of) / 1e6;
}

describe('the 718 territories', () => {
	it('are complete', () => {
		expect(territories).toHaveLength(718);
		expect(Object.fromEntries(TERRITORY_KINDS.map((kind) => [kind, byKind(kind).length]))).toEqual({
			country: 1,
			region: 5,
			municipality: 35,
			state_city: 7,
			parish: 511,
			town: 74,
			neighbourhood: 85
		});
		expect(index.atLevel('parish')).toHaveLength(592);
		expect(index.atLevel('municipality')).toHaveLength(42);
	});

	it('have codes as text with leading zeros', () => {
		for (const territory of territories) {
			if (territory.kind === 'country') expect(territory.code).toBe('LV');
			else if (territory.kind === 'region') expect(REGION_CODES).toContain(territory.code);
			else if (territory.kind === 'neighbourhood') expect(territory.code).toMatch(/^LV(RIG|VLM)\d\d$/);
			else expect(territory.code).toMatch(/^00\d{5}$/);
		}
	});

	it('know the newer code where one is known', () => {
		const renamed = territories.filter((territory) => territory.codeCurrent !== territory.code);
		expect(renamed.map(({ code, codeCurrent, name }) => ({ code, codeCurrent, name }))).toEqual([
			{ code: '0055200', codeCurrent: '0038231', name: 'Varakļāni' }
		]);
		expect(index.resolve('0038231')?.name).toBe('Varakļāni');
		expect(index.byCode('0038231')).toBeUndefined();
	});

	it('lie where they lie today', () => {
		const madona = named('Madonas novads');
		for (const name of ['Varakļāni', 'Varakļānu pagasts', 'Murmastienes pagasts']) {
			expect(named(name).parentCode).toBe(madona.code);
			expect(named(name).region).toBe('vidzeme');
		}
		expect(territories.filter((territory) => territory.name === 'Varakļānu novads')).toEqual([]);
		expect(named('Tukuma novads').region).toBe('kurzeme');
		expect(named('Tukums').region).toBe('kurzeme');
		for (const name of [
			'Limbažu novads',
			'Ogres novads',
			'Saulkrastu novads',
			'Ogre',
			'Limbaži',
			'Saulkrasti'
		]) {
			expect(named(name).region).toBe('vidzeme');
		}
	});

	it('agree with their parents on the region', () => {
		for (const territory of territories) {
			const parent = index.byCode(territory.parentCode ?? '');
			if (!parent || parent.kind === 'country') continue;
			expect(territory.region, territory.name).toBe(parent.region);
		}
	});

	it('tell namesakes among the units apart', () => {
		const names = index.atLevel('parish').map((territory) => territory.name);
		const twice = [...new Set(names.filter((name, position) => names.indexOf(name) !== position))];
		expect(twice.sort()).toEqual(['Pilskalnes pagasts', 'Salas pagasts']);
		expect(searchPlaces(places, 'salas pagasts', 2).map(placeLabel)).toEqual([
			'Salas pagasts, Jēkabpils novads',
			'Salas pagasts, Mārupes novads'
		]);
		expect(searchPlaces(places, 'pilskalnes pagasts', 2).map(placeLabel)).toEqual([
			'Pilskalnes pagasts, Aizkraukles novads',
			'Pilskalnes pagasts, Augšdaugavas novads'
		]);
	});

	it('carry the border flag in all of Latgale and Alūksnes novads and nowhere else', () => {
		const aluksne = named('Alūksnes novads').code;
		for (const territory of territories) {
			if (territory.kind === 'neighbourhood') continue;
			const lineage = [territory, ...index.ancestors(territory.code)].map((each) => each.code);
			const expected = lineage.includes('latgale') || lineage.includes(aluksne);
			expect(territory.easternBorder, territory.name).toBe(expected);
		}
		expect(index.atLevel('parish').filter((unit) => unit.easternBorder)).toHaveLength(167);
		expect(byKind('neighbourhood').some((each) => index.byCode(each.parentCode ?? '')?.easternBorder)).toBe(
			false
		);
	});

	it('sum up: larger areas are the sum of their units', () => {
		for (const territory of [...byKind('municipality'), ...byKind('region'), ...byKind('country')]) {
			const sum = index.unitsOf(territory.code).reduce((total, unit) => total + unit.areaKm2, 0);
			expect(territory.areaKm2, territory.name).toBeCloseTo(sum, 1);
		}
	});

	it('have neighbourhoods in Rīga and Valmiera only', () => {
		const parents = byKind('neighbourhood').map((each) => index.byCode(each.parentCode ?? '')?.name);
		expect(parents.filter((name) => name === 'Rīga')).toHaveLength(58);
		expect(parents.filter((name) => name === 'Valmiera')).toHaveLength(27);
	});
});

describe('both boundary files', () => {
	it('hold every territory of a level and nothing else', () => {
		const sorted = (list: readonly string[]) => [...list].sort();
		const ids = (object: { geometries: AreaGeometry[] }) => sorted(object.geometries.map(({ id }) => id));
		for (const topology of [detailed, light]) {
			expect(ids(topology.objects.units)).toEqual(sorted(index.atLevel('parish').map(({ code }) => code)));
			expect(ids(topology.objects.municipalities)).toEqual(
				sorted(index.atLevel('municipality').map(({ code }) => code))
			);
			expect(ids(topology.objects.regions)).toEqual(sorted(REGION_CODES));
		}
		expect(ids(detailed.objects.neighbourhoods)).toEqual(
			sorted(byKind('neighbourhood').map(({ code }) => code))
		);
	});

	it('have neither gaps nor overlaps', () => {
		expect(topologyProblems(detailed, 'units')).toEqual([]);
		expect(topologyProblems(detailed, 'neighbourhoods')).toEqual([]);
		expect(topologyProblems(light, 'units')).toEqual([]);
	});

	it.each([
		['detailed', detailed as LightTopology],
		['light', light]
	])('cover the country as one piece without holes (%s)', (_, topology) => {
		const outline = merge(topology, topology.objects.units.geometries);
		expect(outline.coordinates).toHaveLength(1);
		expect(outline.coordinates[0]).toHaveLength(1);
		const whole = squareKilometres(outline);
		for (const name of ['units', 'municipalities', 'regions'] as const) {
			const sum = [...shapes(topology, name).values()].reduce(
				(total, each) => total + squareKilometres(each),
				0
			);
			expect(Math.abs(sum - whole), name).toBeLessThan(0.001);
		}
	});

	it.each([
		['detailed', detailed as LightTopology],
		['light', light]
	])('use each line once on the outline and twice inside (%s)', (_, topology) => {
		const uses = arcUses(topology.objects.units);
		expect(new Set(uses.values())).toEqual(new Set([1, 2]));
		// A line that bounds one region only must be a line of the outline of the country, and the other way round.
		const outer = (name: 'units' | 'municipalities' | 'regions') =>
			[...arcUses(topology.objects[name])].filter(([, count]) => count === 1).map(([arc]) => arc);
		const sorted = (arcs: number[]) => arcs.sort((a, b) => a - b);
		expect(sorted(outer('municipalities'))).toEqual(sorted(outer('units')));
		expect(sorted(outer('regions'))).toEqual(sorted(outer('units')));
	});

	it.each([
		['detailed', detailed as LightTopology],
		['light', light]
	])('derive municipalities and regions from exactly their units (%s)', (_, topology) => {
		const units = shapes(topology, 'units');
		for (const name of ['municipalities', 'regions'] as const) {
			for (const [code, whole] of shapes(topology, name)) {
				const sum = index
					.unitsOf(code)
					.reduce((total, unit) => total + squareKilometres(shape(units, unit.code)), 0);
				expect(Math.abs(sum - squareKilometres(whole)), code).toBeLessThan(0.001);
			}
		}
	});

	it('stay within their budgets', () => {
		expect(gzipSync(lightText).length).toBeLessThanOrEqual(60_000);
		expect(gzipSync(detailedText).length).toBeLessThanOrEqual(100_000);
		expect(gzipSync(placesText).length).toBeLessThanOrEqual(15_000);
	});
});

describe('the detailed file', () => {
	const units = shapes(detailed, 'units');
	const larger = new Map([...shapes(detailed, 'municipalities'), ...shapes(detailed, 'regions')]);
	const neighbourhoods = shapes(detailed, 'neighbourhoods');

	it('has each unit inside its municipality and its region', () => {
		for (const unit of index.atLevel('parish')) {
			const point = [unit.lon, unit.lat];
			expect(booleanPointInPolygon(point, shape(units, unit.code)), unit.name).toBe(true);
			const municipality = index.municipalityOf(unit.code)?.code ?? '';
			for (const [code, polygon] of larger) {
				const inside = code === municipality || code === unit.region;
				expect(booleanPointInPolygon(point, polygon), `${unit.name} in ${code}`).toBe(inside);
			}
		}
	});

	it('has the points of larger territories and neighbourhoods inside them', () => {
		for (const { code, name, lon, lat } of [...byKind('municipality'), ...byKind('region')]) {
			expect(booleanPointInPolygon([lon, lat], shape(larger, code)), name).toBe(true);
		}
		for (const { code, name, lon, lat, parentCode } of byKind('neighbourhood')) {
			expect(booleanPointInPolygon([lon, lat], shape(neighbourhoods, code)), name).toBe(true);
			expect(booleanPointInPolygon([lon, lat], shape(units, parentCode ?? '')), name).toBe(true);
		}
		const country = named('Latvija');
		const outline = merge(detailed, detailed.objects.units.geometries);
		expect(booleanPointInPolygon([country.lon, country.lat], outline)).toBe(true);
	});

	it('has areas within 2 % of the table', () => {
		for (const unit of index.atLevel('parish')) {
			const drawn = squareKilometres(shape(units, unit.code));
			expect(Math.abs(drawn / unit.areaKm2 - 1), `${unit.name}: ${drawn.toFixed(2)} km²`).toBeLessThan(0.02);
		}
		for (const [code, polygon] of larger) {
			const { areaKm2 = 0 } = index.byCode(code) ?? {};
			expect(Math.abs(squareKilometres(polygon) / areaKm2 - 1), code).toBeLessThan(0.02);
		}
	});
});

describe('the light file', () => {
	it('keeps every unit recognisable, small towns too', () => {
		const [coarse, fine] = [shapes(light, 'units'), shapes(detailed, 'units')];
		for (const { code, name } of index.atLevel('parish')) {
			const ratio = squareKilometres(shape(coarse, code)) / squareKilometres(shape(fine, code));
			expect(ratio, name).toBeGreaterThan(0.8);
			expect(ratio, name).toBeLessThan(1.25);
		}
	});
});

describe('the place list', () => {
	it('names every territory, each under a label of its own', () => {
		expect(places.map((place) => place.code)).toEqual(territories.map((territory) => territory.code));
		expect(new Set(places.map(placeLabel)).size).toBe(718);
	});

	it('finds what people type', () => {
		const first = (query: string) => {
			const [place] = searchPlaces(places, query);
			return place ? placeLabel(place) : null;
		};
		expect(first('merdzene')).toBe('Mērdzenes pagasts, Ludzas novads');
		expect(first('riga')).toBe('Rīga, Rīgas plānošanas reģions');
		expect(first('latgale')).toBe('Latgales plānošanas reģions');
		expect(first('rugaji')).toBe('Rugāju pagasts, Balvu novads');
		expect(first('keguma')).toBe('Ķegums, Ogres novads');
		expect(first('centrs valmiera')).toBe('Centrs, Valmiera');
	});
});

describe('the seed of communities', () => {
	it('has all communities, places and activities, each with a source', () => {
		const sources = readSeed(seed, 'data_sources').map((row) => row.id);
		for (const [table, count] of [
			['communities', 27],
			['places', 11],
			['activities', 33]
		] as const) {
			const list = readSeed(seed, table);
			expect(list).toHaveLength(count);
			for (const row of list) expect(sources).toContain(row.source_id);
			expect(new Set(list.map((row) => row.id)).size).toBe(count);
		}
	});

	it('counts 32 initiatives and one agreement of 6 municipalities and 11 places', () => {
		const activities = readSeed(seed, 'activities');
		expect(activities.filter((row) => row.kind === 'initiative')).toHaveLength(32);
		const [agreement, ...others] = activities.filter((row) => row.kind === 'agreement');
		expect(others).toEqual([]);
		expect(agreement).toMatchObject({ starts_on: '2025-10-29', precision: 'day' });
		const parties = readSeed(seed, 'activity_parties');
		expect(parties.every((row) => row.activity_id === agreement?.id)).toBe(true);
		const municipalities = parties.flatMap((row) => index.byCode(String(row.territory_code))?.name ?? []);
		expect(municipalities.sort()).toEqual([
			'Augšdaugavas novads',
			'Daugavpils',
			'Krāslavas novads',
			'Ludzas novads',
			'Preiļu novads',
			'Rēzeknes novads'
		]);
		const centres = parties.flatMap((row) => row.place_id ?? []).sort();
		expect(centres).toEqual(
			readSeed(seed, 'places')
				.map((row) => row.id)
				.sort()
		);
	});

	it('links further territories by code', () => {
		const titles = new Map(readSeed(seed, 'activities').map((row) => [row.id, row.title]));
		const further = readSeed(seed, 'activity_territories').filter((row) => row.role === 'further');
		const of = (title: string) =>
			further
				.filter((row) => titles.get(row.activity_id ?? '') === title)
				.map((row) => index.byCode(String(row.territory_code))?.name);
		expect(of('Mēs savai pilsētai')).toEqual(['Zilupe', 'Kārsava', 'Ludza']);
		expect(of('Atkalredzēšanās prieks')).toEqual(['Aizkalnes pagasts', 'Pelēču pagasts', 'Saunas pagasts']);
		expect(further).toHaveLength(10);
	});

	it('keeps doubts in the note that is not public and never hides them in a name', () => {
		for (const table of ['communities', 'places', 'activities'] as const) {
			for (const row of readSeed(seed, table)) {
				const shown = Object.entries(row).filter(([column]) => column !== 'note');
				expect(JSON.stringify(shown)).not.toMatch(/avotā|jāprecizē/);
			}
		}
	});
});
