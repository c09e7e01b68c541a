/** A planning region as a document for others: the page of its report, its tables as a workbook, its figures as files. */
import { error, type RequestEvent } from '@sveltejs/kit';
import writeXlsxFile from 'write-excel-file/node';
import { formatDate } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { getLocale, localizeHref } from '../i18n/paraglide/runtime.js';
import { ACTIVITY_SOURCES } from '../layers/activity.ts';
import { legendModel } from '../layers/legend.ts';
import type { Origin } from '../map/export/about.ts';
import style from '../map/picture.css?raw';
import { scaleBar } from '../map/svg-scale.ts';
import { entry, pictureSheet, sheetEnd } from '../map/svg-sheet-content.ts';
import type { PictureSheet } from '../map/svg-sheet.ts';
import type { AreaLabel } from '../map/svg.ts';
import { unsent } from '../map/unsent.ts';
import { DEFAULT_MAP_STATE, serialiseMapUrl } from '../map/url.ts';
import { areaLabel, pictureTitle } from '../map/words.ts';
import { regionOfAddress } from '../regions/codes.ts';
import {
	drawMonths,
	monthClasses,
	monthCounts,
	monthsLabel,
	statusesDefinition,
	whole
} from '../regions/months.ts';
import {
	plainLegend,
	type FigureId,
	type Figure,
	type ReportMap,
	type ReportMonths
} from '../regions/figures.ts';
import {
	aboutReport,
	reportFileName,
	reportTables,
	type RegionDocument,
	type RegionReport
} from '../regions/report.ts';
import { gapsFigure } from '../regions/report-gaps.ts';
import { tableSheets } from '../regions/workbook.ts';
import type { RegionHistory } from '../regions/view.ts';
import type { Level, RegionCode } from '../territories/types.ts';
import { spendOrRefuse } from './actions.ts';
import type { Reader } from './activity.ts';
import { fileResponse, noteExport } from './data-file.ts';
import { AppError } from './errors.ts';
import { fundingNotice } from './funding.ts';
import { requireSession } from './guard.ts';
import { answer } from './http.ts';
import { drawMap } from './map-picture.ts';
import { exportedMap } from './map-export.ts';
import { loadMapView, type MapView } from './map-view.ts';
import { drawGaps, loadRegionGaps, regionPlane } from './region-gaps.ts';
import { loadRegionHistory, loadRegionView, regionRights } from './region.ts';
import { loadTerritories } from './territories.ts';

/** Which report is asked for, and how much of it. */
export interface ReportRequest {
	locals: App.Locals;
	code: RegionCode;
	/** All that a document may hold of a mandate for the whole region; null = as everybody sees it, whoever asks. */
	mandate: Reader | null;
	/** The page of the report, and who pays for the installation. */
	origin: Origin;
}

/** The report of an address as everybody sees it; what is no planning region is not found. */
export function publicReport({
	locals,
	params,
	url
}: Pick<RequestEvent<{ region: string }>, 'locals' | 'params' | 'url'>): ReportRequest {
	const code = regionOfAddress(params.region);
	if (code === null) error(404, { message: 'No such region', code: 'not_found' });
	const address = url.origin + localizeHref(`/regions/${code}/report`);
	return { locals, code, mandate: null, origin: { address, funding: fundingNotice(getLocale()) } };
}

/** The same as a file, counted against the limit. */
export async function publicFile(event: RequestEvent<{ region: string }>): Promise<ReportRequest> {
	await spendOrRefuse(event, 'export');
	return publicReport(event);
}

/** The report with what a mandate adds, as a page or a file, counted against the limit; 403 without one for all of it. */
export async function mandatedReport(event: RequestEvent<{ region: string }>): Promise<ReportRequest> {
	const { user } = await requireSession(event);
	await spendOrRefuse(event, 'export', user.id);
	const request = publicReport(event);
	const mandate = await answer(mandateFor(request));
	if (mandate === null) error(403, { message: 'forbidden', code: 'forbidden' });
	return { ...request, mandate };
}

/**
 * The mandate of whoever asks, as far as it reaches the whole region; null = none.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function mandateFor({ locals, code }: ReportRequest): Promise<Reader | null> {
	return (await regionRights(locals, await loadTerritories(locals.backend), code)).reader;
}

/**
 * The report of a region for its page. What is not public is noted in the audit log first.
 * @param redrawn the browser has the page, but not its pictures: they are sent along
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadReport(request: ReportRequest, redrawn = false): Promise<RegionReport> {
	const [document, map, plane] = await Promise.all([
		loadDocument(request),
		loadMap(request),
		regionPlane(request.locals.backend, request.code)
	]);
	const { code, name, asOf, before, privacy, sources } = document.view;
	await note(request, privacy, 'report');
	const sent = (picture: string | null): ReportMap['picture'] =>
		picture === null ? null : redrawn ? { value: picture } : unsent(picture);
	const maps = MAPS.map(async (id): Promise<ReportMap> => {
		const view = atLevel(map, LEVEL_OF[id]);
		const picture = plane && (await drawMap(view, { plane, idPrefix: id, labelOf: namedLabel }));
		return { ...mapFigure(id, request.code, view), picture: sent(picture) };
	});
	const { gaps } = document;
	return {
		...{ code, name, asOf, before, privacy, sources, address: request.origin.address },
		tables: reportTables(document),
		maps: [
			...(await Promise.all(maps)),
			...(gaps === null
				? []
				: [
						{
							...gapsFigure(gaps),
							picture: sent(plane && drawGaps(plane, gaps, { idPrefix: 'gaps' }))
						}
					])
		],
		months: monthsFigure(document.history)
	};
}

/**
 * The tables of a report as a workbook, one sheet each.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function workbookFile(request: ReportRequest): Promise<Response> {
	const document = await loadDocument(request);
	const { view } = document;
	const sheets = tableSheets(reportTables(document), aboutReport(document, request.origin));
	await note(request, view.privacy, 'tables');
	// A workbook holds the moment it was packed, so what stands for it is what it was packed from.
	return fileResponse(
		{ name: reportFileName('tables', view, 'xlsx'), type: 'xlsx', privacy: view.privacy },
		await writeXlsxFile(sheets).toBuffer(),
		JSON.stringify(sheets)
	);
}

/**
 * A figure of a report as a picture of its own, with title, legend, day, sources and class.
 * @throws AppError `unavailable` when the boundaries cannot be read
 */
export async function figureFile(request: ReportRequest, figure: FigureId): Promise<Response> {
	const { code } = request;
	const { picture, ...of } =
		figure === 'months' ? await drawMonthsAlone(request) : await drawMapAlone(request, LEVEL_OF[figure]);
	await note(request, of.privacy, `figure-${figure}`);
	return fileResponse(
		{ name: reportFileName(figure, { code, ...of }, 'svg'), type: 'svg', privacy: of.privacy },
		picture
	);
}

/** The maps of activity, and the level of each. */
const MAPS = ['parishes', 'municipalities'] as const;
type MapId = (typeof MAPS)[number];
const LEVEL_OF: Record<MapId, Level> = { parishes: 'parish', municipalities: 'municipality' };

async function loadDocument({ locals, code, mandate }: ReportRequest): Promise<RegionDocument> {
	const use = mandate === null ? 'public' : 'document';
	const [view, history] = await Promise.all([
		loadRegionView(locals, code, use),
		loadRegionHistory(locals, code, use)
	]);
	const session = mandate === null ? null : await locals.session();
	const { backend } = locals;
	const gaps = session && (await loadRegionGaps({ backend, session }, code, new URLSearchParams(), 'file'));
	return { view, history, gaps };
}

/** The map of activity in the region, at every level. */
function loadMap({ locals, code, mandate }: ReportRequest): Promise<MapView> {
	const query = serialiseMapUrl({ ...DEFAULT_MAP_STATE, region: code, second: null });
	return loadMapView(locals, new URLSearchParams(query), mandate === null ? 'public' : 'whoever-asks');
}

function atLevel(view: MapView, level: Level): MapView {
	return { ...view, state: { ...view.state, level } };
}

/** On the map of a region there is room for the names of its municipalities, and on paper nothing else says them. */
function namedLabel(...[row, layer, level]: Parameters<typeof areaLabel>): AreaLabel | null {
	const label = areaLabel(row, layer, level);
	return label && { ...label, name: row.label };
}

function mapFigure(id: MapId, code: RegionCode, view: MapView): Figure {
	const level = LEVEL_OF[id];
	const { layer, rows } = view.at(level);
	const { classes, notes } = legendModel(layer, rows);
	return {
		...{ id, privacy: view.seesMore ? 'M' : 'P', file: fileOf(code, id) },
		title: pictureTitle(layer, level, view.facts.asOf),
		...plainLegend(classes, notes)
	};
}

function fileOf(code: string, figure: FigureId): string {
	return `/regions/${code}/figures/${figure}.svg`;
}

function monthsFigure(history: RegionHistory): ReportMonths {
	const { days, areas, privacy } = history;
	const months = monthCounts(history);
	const last = months.at(-1) ?? {};
	return {
		...{
			id: 'months',
			privacy,
			months,
			label: monthsLabel(history, whole(history)),
			file: fileOf(areas[0]?.code ?? '', 'months')
		},
		title: m.region_history_title({ region: areas[0]?.label ?? '' }),
		...plainLegend(
			monthClasses(history).map((look) => ({ look, count: last[look.id] ?? 0 })),
			[m.region_history_lead()]
		),
		from: formatDate(days[0] ?? ''),
		to: formatDate(days.at(-1) ?? '')
	};
}

async function drawMapAlone(request: ReportRequest, level: Level) {
	const [map, plane] = await Promise.all([
		loadMap(request),
		regionPlane(request.locals.backend, request.code)
	]);
	const view = atLevel(map, level);
	const exported = exportedMap(view);
	const picture =
		plane &&
		(await drawMap(view, {
			...{ plane, css: style, labelOf: namedLabel },
			sheet: pictureSheet(exported, scaleBar(plane), request.origin)
		}));
	if (picture === null) throw new AppError('unavailable', 'The boundaries for drawn maps cannot be read.');
	return { picture, privacy: exported.privacy, asOf: exported.asOf };
}

async function drawMonthsAlone(request: ReportRequest) {
	const { view, history } = await loadDocument(request);
	const { title, notes } = monthsFigure(history);
	const last = monthCounts(history).at(-1) ?? {};
	const { privacy } = history;
	const isOfActivity = (id: string) => (ACTIVITY_SOURCES as readonly string[]).includes(id);
	const sheet: PictureSheet = {
		title,
		subtitle: m.region_history_chosen({ date: formatDate(view.asOf) }),
		entries: monthClasses(history).map((look) => entry({ look }, look.label(), last[look.id] ?? 0)),
		...{ grid: null, scale: null },
		notes: [
			...[statusesDefinition(history), ...notes],
			...sheetEnd({ sources: view.sources.filter(({ id }) => isOfActivity(id)), privacy }, request.origin)
		]
	};
	return { picture: drawMonths(history, { css: style, sheet }), privacy, asOf: view.asOf };
}

/** What cannot be noted is not given. */
async function note({ code, mandate }: ReportRequest, privacy: 'P' | 'M', what: string): Promise<void> {
	if (privacy === 'M' && mandate !== null) await noteExport(mandate.client, `region-${what}`, code);
}
