/** Gaps of a region as files: class M, asked for with a form and noted in the log before they are sent (decision 9). */
import writeXlsxFile from 'write-excel-file/node';
import { exportFileName } from '../map/export/file-name.ts';
import { aboutExport, type Origin } from '../map/export/about.ts';
import { toCsv } from '../map/export/csv.ts';
import { toSheets } from '../map/export/xlsx.ts';
import style from '../map/picture.css?raw';
import { scaleBar } from '../map/svg-scale.ts';
import { pictureSheet } from '../map/svg-sheet-content.ts';
import { mandatedAreas } from '../people/mandate.ts';
import { exportedGaps, gapExportColumns } from '../regions/gaps/export.ts';
import { areaOf, type RegionGaps } from '../regions/gaps/view.ts';
import type { Backend } from './client.ts';
import { fileResponse, noteExport } from './data-file.ts';
import { AppError } from './errors.ts';
import { drawGaps, regionPlane } from './region-gaps.ts';
import type { Session } from './session.ts';
import { COUNTRY_CODE } from '../territories/types.ts';

/** The files made of a view, as their endings. */
export const GAP_FORMATS = ['xlsx', 'csv', 'svg'] as const;
export type GapFormat = (typeof GAP_FORMATS)[number];

/**
 * Notes in the audit log that somebody takes a view along; what cannot be noted is not given.
 * @throws AppError `forbidden` for people without a mandate
 */
export async function recordGapExport(
	{ client, roles }: Session,
	view: RegionGaps,
	format: GapFormat
): Promise<void> {
	const areas = mandatedAreas(roles);
	const { code } = view.region;
	// The log of a region is for those whose mandate is all of it.
	const isWhole = areas.has(code) || areas.has(COUNTRY_CODE);
	await noteExport(client, `map-${exportedGaps(view).layer.id}-${format}`, isWhole ? code : null);
}

/**
 * A view as a file.
 * @throws AppError `unavailable` when the boundaries cannot be read
 */
export async function gapFile(
	backend: Backend,
	view: RegionGaps,
	format: GapFormat,
	origin: Origin
): Promise<Response> {
	const map = exportedGaps(view);
	const file = { name: exportFileName(map, format), type: format, privacy: map.privacy };
	switch (format) {
		case 'csv':
			return fileResponse(file, toCsv(gapExportColumns(view), map.rows));
		case 'xlsx': {
			const sheets = toSheets(gapExportColumns(view), map, aboutExport(map, origin));
			return fileResponse(file, await writeXlsxFile(sheets).toBuffer());
		}
		case 'svg': {
			const plane = await regionPlane(backend, areaOf(view));
			if (plane === null) throw new AppError('unavailable', 'The boundaries for drawn maps cannot be read.');
			// The legend counts areas of the map, and the sum is none.
			const sheet = pictureSheet({ ...map, rows: view.rows }, scaleBar(plane), origin);
			return fileResponse(file, drawGaps(plane, view, { css: style, sheet }));
		}
	}
}
