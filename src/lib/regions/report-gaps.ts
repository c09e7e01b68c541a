/** What a report says of gaps; only readers with a mandate for the whole region have any. */
import { say } from '../assessments/words.ts';
import { TOGETHER_KM } from '../coverage/help-together.ts';
import { formatNumber, formatShare } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { legendModel } from '../layers/legend.ts';
import { NO_DATA_FILL } from '../layers/palettes.ts';
import { pictureTitle } from '../map/words.ts';
import { plainLegend, type Figure } from './figures.ts';
import { gapLayer } from './gaps/layer.ts';
import type { GapTableRow } from './gaps/table.ts';
import { layerParts, tableOf, type RegionGaps } from './gaps/view.ts';
import type { DataTable, TableCell } from './tables.ts';

/** Places and domains with the share of answers at level 0 or 1, the whole region last. */
export function gapsTable(view: RegionGaps): DataTable {
	const { columns, rows, total } = tableOf(view);
	return {
		id: 'gaps',
		title: m.gaps_title({ place: view.region.name }),
		definition: [m.gaps_measure_low_text(), m.gaps_how_few(), m.report_gaps_dash(), m.gaps_sensitive()].join(
			' '
		),
		columns: [
			{ id: 'name', label: m.region_column_municipality(), numeric: false },
			{ id: 'communities', label: m.gaps_column_communities(), numeric: true },
			...columns.map(({ id, title }) => ({ id, label: say(title), numeric: true }))
		],
		rows: [
			...rows.map((row) => rowOf(row, row.label)),
			...(total === null ? [] : [rowOf(total, m.gaps_total({ name: total.label }))])
		]
	};
}

function rowOf({ code, communities, cells }: GapTableRow, label: string): DataTable['rows'][number] {
	return {
		id: code,
		href: null,
		cells: [
			{ text: label, value: label },
			{ text: formatNumber(communities), value: communities },
			...cells.map((cell): TableCell => {
				switch (cell.state) {
					case 'shown':
						return { text: formatShare(cell.value), value: cell.value, isShare: true };
					case 'few':
						return { text: m.gaps_few(), value: null };
					case 'unassessed':
						return { text: '–', value: null };
				}
			})
		]
	};
}

/** Steps that several communities near each other could take together, the most worthwhile first. */
export function helpTable({ help, asked }: Pick<RegionGaps, 'help' | 'asked'>): DataTable {
	const said = (text: string): TableCell => ({ text, value: text });
	return {
		id: 'help',
		title: m.gaps_help_title(),
		definition: m.gaps_help_lead({ km: formatNumber(TOGETHER_KM) }),
		columns: [
			{ id: 'item', label: m.report_help_step(), numeric: false },
			{ id: 'communities', label: m.region_communities(), numeric: true },
			{ id: 'centre', label: m.report_help_centre(), numeric: false },
			{ id: 'places', label: m.report_help_places(), numeric: false }
		],
		rows: help.flatMap(({ item, around }) => {
			const title = asked.items.find(({ id }) => id === item)?.title;
			if (title === undefined) return [];
			return around.map(({ centre, communities, places }) => ({
				id: `${item} ${centre}`,
				href: null,
				cells: [
					said(say(title)),
					{ text: formatNumber(communities), value: communities },
					said(centre),
					said(
						places
							.map(({ label, communities: count }) => m.legend_item({ label, count: formatNumber(count) }))
							.join('; ')
					)
				]
			}));
		})
	};
}

/** The map of gaps with everything that stands beside it but the picture. */
export function gapsFigure(view: RegionGaps): Figure {
	const layer = gapLayer(layerParts(view));
	const { classes, overlays, notes } = legendModel(layer, view.rows);
	return {
		...{ id: 'gaps', privacy: 'M', file: `/regions/${view.region.code}/gaps/export.svg` },
		title: pictureTitle(layer, view.state.level, view.asOf),
		...plainLegend(
			[
				...classes,
				...overlays.map(({ overlay, count }) => ({
					// A pattern lies over any colour, so its sign has none.
					look: { ...overlay, id: overlay.pattern, fill: NO_DATA_FILL },
					count
				}))
			],
			notes
		)
	};
}
