/** The map as files that people take along: what they hold, and who may have more than the public. */
import { createHash } from 'node:crypto';
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
import { scaleBar } from '../map/svg-scale.ts';
import { pictureSheet } from '../map/svg-sheet-content.ts';
import { COUNTRY_CODE, REGION_CODES, type RegionCode } from '../territories/types.ts';
import { expectDone } from './client.ts';
import { AppError } from './errors.ts';
import type { MapView } from './map-view.ts';
import { drawMap } from './map-picture.ts';
import { exactAreas, lightPlane } from './topology.ts';

const CONTENT_TYPE: Record<ServedFormat, string> = {
	csv: 'text/csv; charset=utf-8; header=present',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	geojson: 'application/geo+json; charset=utf-8',
	svg: 'image/svg+xml; charset=utf-8'
};

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
	switch (format) {
		case 'csv':
			return fileResponse(map, format, toCsv(columns, map.rows));
		case 'geojson': {
			const areas = await exactAreas(OBJECT_OF_LEVEL[map.level]);
			const about = aboutExport(map, origin);
			return fileResponse(map, format, JSON.stringify(toGeoJson(columns, map, areas, about)));
		}
		case 'xlsx': {
			const sheets = toSheets(columns, map, aboutExport(map, origin));
			// A workbook holds the moment it was packed, so what stands for it is what it was packed from.
			return fileResponse(map, format, await writeXlsxFile(sheets).toBuffer(), JSON.stringify(sheets));
		}
		case 'svg':
			return fileResponse(map, format, await drawSheetOf(view, map, origin));
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
 * A file to be saved. A public one may be kept for a minute, as the picture of the page; one of class M by nobody.
 * @param content what stands for the body where that is never the same twice
 */
function fileResponse(
	map: ExportedMap,
	format: ServedFormat,
	body: string | Buffer,
	content: string | Buffer = body
): Response {
	const headers: Record<string, string> = {
		'Content-Type': CONTENT_TYPE[format],
		'Content-Disposition': `attachment; filename="${exportFileName(map, format)}"`,
		'Cache-Control': map.privacy === 'M' ? 'private, no-store' : 'public, max-age=60'
	};
	// SvelteKit answers whoever has the same already with 304.
	if (map.privacy === 'P')
		headers.ETag = `"${createHash('sha256').update(content).digest('hex').slice(0, 32)}"`;
	return new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers });
}

/**
 * Notes in the audit log that data of class M leave the site. It comes before the file is sent: what cannot be noted is
 * not given.
 * @throws AppError `forbidden` for people without a mandate
 */
export async function recordExport({ facts, state, seesMore }: MapView, format: ServedFormat): Promise<void> {
	if (!seesMore) return;
	const { reader } = facts;
	if (reader === null)
		throw new AppError('forbidden', 'Only people with a mandate take along more than the public.');
	const filtered = facts.index.byCode(state.municipality ?? state.region ?? '')?.region ?? null;
	const region = regionOfExport(filtered, reader.areas);
	expectDone(
		await reader.client.rpc('record_export', {
			what: `map-${state.layer}-${format}`,
			...(region === null ? {} : { region })
		})
	);
}

/** Whose log shows it besides the national one: the region filtered by, or the only one of the mandate. */
function regionOfExport(filtered: RegionCode | null, areas: ReadonlySet<string>): RegionCode | null {
	if (filtered !== null && (areas.has(filtered) || areas.has(COUNTRY_CODE))) return filtered;
	const [only, ...others] = REGION_CODES.filter((code) => areas.has(code));
	return only !== undefined && others.length === 0 ? only : null;
}
