import { formatKilometres } from '../layers/values.ts';
import { formatNumber } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { legendModel, secondText, type LegendModel } from '../layers/legend.ts';
import type { SecondLayer } from '../layers/overlays.ts';
import { NO_DATA_FILL } from '../layers/palettes.ts';
import type { Pattern } from '../layers/types.ts';
import { filterText, type Origin } from './export/about.ts';
import type { ExportedMap } from './export/types.ts';
import type { ScaleBar } from './svg-scale.ts';
import type { PictureSheet, SheetSign } from './svg-sheet.ts';
import { pictureTitle } from './words.ts';

/** What stands around the picture of a map that leaves the site, in the language of the page. */
export function pictureSheet(map: ExportedMap, scale: ScaleBar, origin: Origin): PictureSheet {
	const { layer, level, rows, second } = map;
	const legend = legendModel(layer, rows, second);
	const filter = filterText(map);
	return {
		title: pictureTitle(layer, level, map.asOf),
		subtitle: [
			legend.unit,
			legend.years === null ? null : m.legend_years({ years: legend.years }),
			filter === null ? null : m.sheet_only({ filter })
		]
			.filter((part) => part !== null)
			.join('. '),
		entries: [
			...legend.listed.map(({ look, count }) => entry({ look }, look.label(), count)),
			...legend.overlays.map(({ overlay, count }) => entry(pattern(overlay.pattern), overlay.label(), count)),
			...(second === null ? [] : [secondEntry(second, legend)])
		],
		grid: legend.grid,
		scale: { ...scale, text: formatKilometres(scale.kilometres) },
		notes: [
			...(legend.second === null ? [] : [secondText(legend.second)]),
			...legend.notes,
			...sheetEnd(map, origin)
		]
	};
}

/** The last lines of every picture that leaves the site: sources, where it is from, its class, who pays. */
export function sheetEnd(
	{ sources, privacy }: Pick<ExportedMap, 'sources' | 'privacy'>,
	{ address, funding }: Origin
): string[] {
	return [
		`${m.legend_sources_label()} ${sources.map(({ title, publisher }) => `${title} (${publisher})`).join('; ')}.`,
		`${m.site_name()}. ${address}`,
		privacy === 'M' ? m.export_class_m() : m.export_class_p(),
		...(funding === null ? [] : [funding])
	];
}

/** A sign of the legend with its name and how often it occurs. */

export function entry(sign: SheetSign, label: string, count: number): PictureSheet['entries'][number] {
	return { sign, text: m.legend_item({ label, count: formatNumber(count) }) };
}

/** A pattern lies over any colour, so its sign has none. */
function pattern(shown: Pattern): SheetSign {
	return { look: { fill: NO_DATA_FILL, pattern: shown } };
}

function secondEntry(second: SecondLayer, legend: LegendModel): PictureSheet['entries'][number] {
	switch (second.draw) {
		case 'points':
			return { sign: { point: second.places }, text: second.title() };
		case 'outline':
			return { sign: 'outline', text: second.title() };
		case 'pattern':
			return entry(pattern(second.overlay.pattern), second.overlay.label(), legend.second?.count ?? 0);
	}
}
