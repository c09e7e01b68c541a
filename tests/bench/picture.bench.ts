import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { geoMercator, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { readSeed as readSeedTable } from '../../src/cli/territories/read-seed.ts';
import { activityStatus, publicStatus } from '../../src/lib/activity/status.ts';
import { activityLayer } from '../../src/lib/layers/activity.ts';
import { areaRows } from '../../src/lib/map/rows.ts';
import { renderMapSvg } from '../../src/lib/map/svg.ts';
import { planarTopology } from '../../src/lib/map/topology.ts';
import { createTerritoryIndex } from '../../src/lib/territories/hierarchy.ts';
import type { Territory } from '../../src/lib/territories/types.ts';
import { readSeed } from '../database/prepare.ts';
import { summarise, time, type Measurement } from './measure.ts';

const RUNS = 40;
const AS_OF = '2026-11-21';

/** Server-drawn picture of all units, against a bare d3-geo path for each of them. */
export async function picture(): Promise<Measurement[]> {
	const text = readFileSync(join(import.meta.dirname, '../../static/geo/light.topo.json'), 'utf8');
	const data = JSON.parse(text) as Topology<{ units: GeometryCollection }>;
	const index = createTerritoryIndex(
		readSeedTable(readSeed(), 'territories').map(
			(row) =>
				({
					code: row.code,
					codeCurrent: row.code_current,
					kind: row.kind,
					name: row.name,
					parentCode: row.parent_code,
					region: row.region,
					lon: Number(row.lon),
					lat: Number(row.lat),
					areaKm2: Number(row.area_km2),
					easternBorder: row.region === 'latgale'
				}) as Territory
		)
	);
	const plane = planarTopology(data);
	const statuses = new Map(
		index.all.map((territory) => [
			territory.code,
			{ result: publicStatus(activityStatus(null, AS_OF), territory.easternBorder), facts: null }
		])
	);
	const facts = { index, statuses, communities: new Map<string, number>(), label: () => null };
	const draw = () =>
		renderMapSvg(plane, {
			level: 'parish',
			rows: areaRows(facts, 'parish', { region: null, municipality: null, status: [], zone: null, name: '' }),
			layer: activityLayer,
			second: null,
			outline: null,
			points: [],
			selected: null,
			labelOf: () => null,
			title: 'Karte',
			description: ''
		});

	const units = feature(data, data.objects.units);
	const bare = summarise(
		'svg-bare-paths',
		{ units: units.features.length },
		await time(RUNS, () => {
			const path = geoPath(geoMercator().fitWidth(2000, units));
			return units.features.map((unit) => path(unit)).join('');
		})
	);
	return [
		bare,
		summarise(
			'svg-picture',
			{ units: units.features.length, bytes: draw().length },
			await time(RUNS, draw),
			bare
		)
	];
}
