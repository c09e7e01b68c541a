/** The map as files that people take along: what they hold, and who may have more than the public. */
import writeXlsxFile from 'write-excel-file/node';
import { aboutExport, type Origin } from '../map/export/about.ts';
import { exportColumns } from '../map/export/columns.ts';
import { toCsv } from '../map/export/csv.ts';
import { exportFileName, type ServedFormat } from '../map/export/file-name.ts';
import { toGeoJson } from '../map/export/geojson.ts';
import type { ExportedMap } from '../map/export/types.ts';
import { toSheets } from '../map/export/xlsx.ts';
import { areaColumns } from '../map/area-columns.ts';
import { OBJECT_OF_LEVEL, pictureLevel } from '../map/levels.ts';
import style from '../map/picture.css?raw';
import { pointsInFilter } from '../map/points.ts';
import { byName } from '../map/rows.ts';
import { sortRows } from '../map/sort.ts';
import { windowOf } from '../map/url.ts';
import { scaleBar } from '../map/svg-scale.ts';
import { pictureSheet } from '../map/svg-sheet-content.ts';
import { COUNTRY_CODE, REGION_CODES, type RegionCode } from '../territories/types.ts';
import { fileResponse, noteExport } from './data-file.ts';
import { AppError } from './errors.ts';
import type { MapView } from './map-view.ts';
import { drawMap } from './map-picture.ts';
import { exactAreas, lightPlane } from './topology.ts';

/** What the table of a view holds, in its order. */
export function exportedMap(view: MapView): ExportedMap {
	const { state, second, facts, reader, zoneUnits } = view;
	const { level, layer, rows } = view.at(pictureLevel(state));
	const municipalities = byName(view.at('municipality').rows);
	const columns = areaColumns(
		{ fill: { id: state.layer, layer }, second, level, reader, zoneUnits, points: view.points },
		new Map(municipalities.map(({ code }, position) => [code, position]))
	);
	return {
		...{ state, level, layer, second, columns },
		points: pointsInFilter(view.points, rows),
		asOf: facts.asOf,
		window: windowOf(state),
		rows: sortRows(byName(rows), state.sort, columns).filter(({ matches }) => matches),
		privacy: view.seesMore ? 'M' : 'P',
		sources: view.sources,
		zones: view.zones,
		label: facts.label
	};
}

/**
 * The map of a view as a file.
 * @throws AppError `unavailable` when the boundaries cannot be read
 */
export async function mapFile(view: MapView, format: ServedFormat, origin: Origin): Promise<Response> {
	const map = exportedMap(view);
	const columns = exportColumns(map);
	const file = { name: exportFileName(map, format), type: format, privacy: map.privacy };
	switch (format) {
		case 'csv':
			return fileResponse(file, toCsv(columns, map.rows));
		case 'geojson': {
			const areas = await exactAreas(OBJECT_OF_LEVEL[map.level]);
			const about = aboutExport(map, origin);
			return fileResponse(file, JSON.stringify(toGeoJson(columns, map, areas, about)));
		}
		case 'xlsx': {
			const sheets = toSheets(columns, map, aboutExport(map, origin));
			// A workbook holds the moment it was packed, so what stands for it is what it was packed from.
			return fileResponse(file, await writeXlsxFile(sheets).toBuffer(), JSON.stringify(sheets));
		}
		case 'svg':
			return fileResponse(file, await drawSheetOf(view, map, origin));
	}
}

async function drawSheetOf(view: MapView, map: ExportedMap, origin: Origin): Promise<string> {
	const plane = lightPlane();
	const sheet = plane && pictureSheet(map, scaleBar(plane), origin);
	const picture = sheet && (await drawMap(view, { css: style, sheet }));
	if (picture === null) throw new AppError('unavailable', 'The boundaries for drawn maps cannot be read.');
	return picture;
}

/**
 * Notes in the audit log that more than the public sees leaves the site.
 * @throws AppError `forbidden` for people without a mandate
 */
export async function recordExport({ facts, state, seesMore }: MapView, format: ServedFormat): Promise<void> {
	if (!seesMore) return;
	const { reader } = facts;
	if (reader === null)
		throw new AppError('forbidden', 'Only people with a mandate take along more than the public.');
	const filtered = facts.index.byCode(state.municipality ?? state.region ?? '')?.region ?? null;
	const region = regionOfExport(filtered, reader.areas);
	await noteExport(reader.client, `map-${state.layer}-${format}`, region);
}

/** Whose log shows it besides the national one: the region filtered by, or the only one of the mandate. */
function regionOfExport(filtered: RegionCode | null, areas: ReadonlySet<string>): RegionCode | null {
	if (filtered !== null && (areas.has(filtered) || areas.has(COUNTRY_CODE))) return filtered;
	const [only, ...others] = REGION_CODES.filter((code) => areas.has(code));
	return only !== undefined && others.length === 0 ? only : null;
}
