/** A planning region as a document for others: what its page and its files hold, in the language of the page. */
import { sourceText, type About, type Origin } from '../map/export/about.ts';
import { fileName, type ExportFormat } from '../map/export/file-name.ts';
import { formatDate } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { FigureId, ReportMap, ReportMonths } from './figures.ts';
import type { RegionGaps } from './gaps/view.ts';
import { monthsTable } from './months.ts';
import { gapsTable, helpTable } from './report-gaps.ts';
import { regionTables, type DataTable } from './tables.ts';
import type { RegionHistory, RegionView } from './view.ts';

/** What the report of a region is made of. In it nobody sees values of fewer than three communities. */
export interface RegionDocument {
	view: RegionView;
	history: RegionHistory;
	/** Null without a mandate for the whole region. */
	gaps: RegionGaps | null;
}

/** Everything the page of a report shows. */
export interface RegionReport extends Pick<
	RegionView,
	'code' | 'name' | 'asOf' | 'before' | 'privacy' | 'sources'
> {
	/** Where the newest one is found. */
	address: string;
	tables: readonly DataTable[];
	maps: readonly ReportMap[];
	months: ReportMonths;
}

/** Every table of a report, in its order; page and workbook show these and no others. */
export function reportTables({ view, history, gaps }: RegionDocument): DataTable[] {
	return [
		...regionTables(view),
		...(gaps === null ? [] : [gapsTable(gaps), helpTable(gaps)]),
		monthsTable(history)
	];
}

/** What stands beside the tables of a workbook: from where, of which day and class, what each table counts. */
export function aboutReport(report: RegionDocument, { address, funding }: Origin): About {
	const { name, asOf, before, privacy, sources } = report.view;
	const facts: [term: string, text: string | null][] = [
		[m.export_about_from(), m.site_name()],
		[m.export_about_address(), address],
		[m.export_about_class(), privacy === 'M' ? m.export_class_m() : m.export_class_p()],
		[m.export_as_of(), formatDate(asOf)],
		[m.report_compared(), formatDate(before)],
		...reportTables(report).map(({ title, definition }): [string, string] => [title, definition]),
		...sources.map((source): [string, string] => [m.table_source(), sourceText(source)]),
		[m.export_about_missing(), m.report_missing()],
		[m.export_about_funding(), funding]
	];
	return {
		title: m.report_title({ region: name }),
		facts: facts.flatMap(([term, text]) => (text === null ? [] : [{ term, text }]))
	};
}

/** The name of a file of a report: `drosa-kopiena-latgale-tables-P-2026-11-22.xlsx` */
export function reportFileName(
	what: FigureId | 'tables',
	{ code, ...of }: Pick<RegionView, 'code' | 'privacy' | 'asOf'>,
	format: ExportFormat
): string {
	return fileName(`${code}-${what}`, of, format);
}
