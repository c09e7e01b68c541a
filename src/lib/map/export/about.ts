import { formatDate, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { activityLayer } from '../../layers/activity.ts';
import { legendModel, secondText } from '../../layers/legend.ts';
import { pictureTitle } from '../words.ts';
import type { ExportedMap } from './types.ts';

/** What stands beside the values of a file, in the language of the page: pairs of what and what of it. */
export interface About {
	title: string;
	facts: { term: string; text: string }[];
}

/** Where a file is from. */
export interface Origin {
	/** Address of the page that shows the same. */
	address: string;
	/** Who paid for the installation; null = no notice. */
	funding: string | null;
}

/** Title, day, filter, class of privacy, sources with licence, and what each class and sign means. */
export function aboutExport(map: ExportedMap, { address, funding }: Origin): About {
	const { layer, level, asOf, rows, second } = map;
	const legend = legendModel(layer, rows, second);
	const title = pictureTitle(layer, level, asOf);
	const facts: [term: string, text: string | null][] = [
		[m.export_about_from(), m.site_name()],
		[m.export_about_address(), address],
		[m.export_about_class(), map.privacy === 'M' ? m.export_class_m() : m.export_class_p()],
		[m.export_about_layer(), legend.unit === null ? legend.title : `${legend.title}, ${legend.unit}`],
		...legend.notes.map((note): [string, string] => [m.export_about_meaning(), note]),
		[m.export_as_of(), formatDate(asOf)],
		[m.export_window(), map.window === null ? null : formatNumber(map.window)],
		[m.table_year(), legend.years],
		[m.picker_second(), legend.second === null ? (second?.title() ?? null) : secondText(legend.second)],
		[m.filter_title(), filterText(map) ?? m.export_about_everything()],
		[m.export_about_places(), formatNumber(rows.length)],
		...map.sources.map((source): [string, string] => [m.table_source(), sourceText(source)]),
		...legend.classes.map(({ look, count }): [string, string] => [
			m.export_about_definition({ name: look.label(), count: formatNumber(count) }),
			look.explain()
		]),
		...legend.overlays.map(({ overlay, count }): [string, string] => [
			m.export_about_definition({ name: overlay.label(), count: formatNumber(count) }),
			overlay.explain()
		]),
		[m.export_about_missing(), m.export_missing_text()],
		[m.export_about_funding(), funding]
	];
	return {
		title,
		facts: facts.flatMap(([term, text]) => (text === null ? [] : [{ term, text }]))
	};
}

/** A source in one line, with its licence. */
export function sourceText({ id, title, publisher, licence }: ExportedMap['sources'][number]): string {
	return `${id}: ${title} (${publisher}). ${licence ?? m.export_licence_unknown()}`;
}

/** What the reader chose to see, in words; null = everything. */
export function filterText({ state, layer, label, zones }: ExportedMap): string | null {
	const looks = (of: readonly { id: string; label: () => string }[], wanted: readonly string[]) =>
		of.filter(({ id }) => wanted.includes(id)).map((look) => look.label());
	const parts = [
		...[state.municipality, state.region].flatMap((code) => (code === null ? [] : (label(code) ?? code))),
		...looks(activityLayer.classes, state.status),
		...looks([...layer.classes, layer.noData], state.classes),
		...(state.zone === null ? [] : [zones.find(({ id }) => id === state.zone)?.name ?? state.zone]),
		...(state.name === '' ? [] : [state.name])
	];
	return parts.length === 0 ? null : parts.join('; ');
}
