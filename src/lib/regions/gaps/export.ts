import { say } from '../../assessments/words.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { ExportColumn, ExportedMap } from '../../map/export/types.ts';
import type { AreaRow } from '../../map/types.ts';
import { DEFAULT_MAP_STATE } from '../../map/url.ts';
import { gapLayer, gapLooks } from './layer.ts';
import { chosenZone, layerParts, tableOf, type RegionGaps } from './view.ts';

/** The map of a view as the files of maps want it: the same layer, in the order of the table, the sum last. */
export function exportedGaps(view: RegionGaps): ExportedMap {
	const { region, state, asOf, sources, total } = view;
	const layer = gapLayer(layerParts(view));
	const byCode = new Map(view.rows.map((row) => [row.code, row]));
	const rows = tableOf(view).rows.flatMap(({ code }) => byCode.get(code) ?? []);
	return {
		...{ asOf, level: state.level, sources, window: null, privacy: 'M', points: [], columns: [], zones: [] },
		state: { ...DEFAULT_MAP_STATE, level: state.level, region: region.code },
		layer: { ...layer, id: `${layer.id}-${region.code}` },
		second: chosenZone(view),
		rows: total === null ? rows : [...rows, total],
		label: (code) => (code === region.code ? region.name : (byCode.get(code)?.label ?? null))
	};
}

/** The columns of the matrix for files: of each its value, its answers, and why there is none. */
export function gapExportColumns(view: RegionGaps): ExportColumn[] {
	const { columns, rows, total } = tableOf(view);
	const { measure } = view.state;
	const looks = gapLooks(measure, view.asked);
	const byCode = new Map([...rows, ...(total === null ? [] : [total])].map((row) => [row.code, row]));
	const count = (
		id: string,
		label: string,
		of: 'communities' | 'withinYear' | 'confirmed'
	): ExportColumn => ({
		...{ id, label, digits: 0 },
		value: ({ code }) => byCode.get(code)?.[of] ?? null
	});
	const zone = chosenZone(view);
	return [
		{ id: 'code', label: m.export_code(), digits: null, value: ({ code }) => code },
		{ id: 'name', label: m.table_name(), digits: null, value: ({ label }) => label },
		count('communities', m.gaps_column_communities(), 'communities'),
		count('within-year', m.gaps_export_within_year(), 'withinYear'),
		count('confirmed', m.gaps_export_confirmed(), 'confirmed'),
		...(zone === null
			? []
			: [
					{
						...{ id: zone.id, label: zone.title(), digits: null },
						value: ({ code }: AreaRow) => (code === total?.code ? null : (view.inZone.get(code) ?? 'outside'))
					}
				]),
		...columns.flatMap((column, at): ExportColumn[] => {
			const title = say(column.title);
			const cellOf = ({ code }: AreaRow) => byCode.get(code)?.cells[at] ?? { state: 'unassessed' as const };
			return [
				{
					...{ id: column.id, label: title, digits: measure === 'median' ? 0 : 2 },
					value: (row) => {
						const cell = cellOf(row);
						return cell.state === 'shown' ? cell.value : null;
					}
				},
				{
					...{ id: `${column.id}-answers`, label: m.gaps_export_answers({ column: title }), digits: 0 },
					value: (row) => {
						const cell = cellOf(row);
						return cell.state === 'shown' ? cell.standing.answers : null;
					}
				},
				{
					...{ id: `${column.id}-state`, label: m.gaps_export_state({ column: title }), digits: null },
					value: (row) => cellOf(row).state,
					text: (row) => looks.textOf(cellOf(row))
				}
			];
		})
	];
}
