/**
 * The numbers of a region as tables, in the language of the page. The pages, the report and the files are all made
 * from these, so that none of them can say something else.
 */
import { PUBLIC_STATUSES } from '../activity/types.ts';
import { gradeWord, say } from '../assessments/words.ts';
import type { IndexSpread, Standing } from '../coverage/gaps.ts';
import { MIN_COMMUNITIES } from '../coverage/small-numbers.ts';
import { formatDate, formatNumber, formatShare } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { activityLayer } from '../layers/activity.ts';
import { COUNTRY_CODE } from '../territories/types.ts';
import type { Change, RegionView } from './view.ts';

/** A value as people read it and as programs do; null = not known or not to be told, never 0. */
export interface TableCell {
	text: string;
	value: string | number | null;
	/** The value is a share 0…1, read as per cent. */
	isShare?: true;
}

export interface TableColumn {
	/** Heading for programs: lower-case English. */
	id: string;
	label: string;
	numeric: boolean;
}

/** One table with what must stand beside it. */
export interface DataTable {
	/** Lower-case English, for addresses and sheets. */
	id: string;
	title: string;
	/** What is counted and how, and what is left out. */
	definition: string;
	columns: readonly TableColumn[];
	/** The first cell names the row. */
	rows: readonly { id: string; href: string | null; cells: readonly TableCell[] }[];
}

/** One number at the top of the page, with its change over a year, what it is made of, and what it means. */
export interface Headline {
	id: string;
	title: string;
	value: TableCell;
	before: TableCell;
	/** “Pirms gada: 12”; says why where nothing may be said. */
	change: string;
	/** Of how many. */
	base: string;
	definition: string;
}

/** The headline numbers of a region, those that its reader may see. */
export function headlines(view: RegionView): Headline[] {
	const { coverage, published, mandated, populationYears } = view;
	const { units, residents } = coverage.now;
	const years = populationYears.join(', ');
	const all: Headline[] = [
		headline(
			'units-reached',
			m.region_units(),
			{ now: share(units.share), before: share(coverage.before.units.share) },
			m.region_units_base({ reached: formatNumber(units.reached), units: formatNumber(units.units) }),
			m.region_units_definition()
		),
		headline(
			'residents-reached',
			m.region_residents(),
			{ now: share(residents.share), before: share(coverage.before.residents.share) },
			residents.known === 0
				? m.region_residents_unknown()
				: m.region_residents_base({
						reached: formatNumber(residents.reached),
						residents: formatNumber(residents.residents),
						known: formatNumber(residents.known),
						units: formatNumber(residents.units),
						years
					}),
			m.region_residents_definition()
		),
		headline(
			'communities',
			m.region_communities(),
			{ now: count(coverage.now.communities), before: count(coverage.before.communities) },
			m.region_communities_base(),
			m.region_communities_definition()
		),
		mandated === null
			? headline(
					'assessed-published',
					m.region_assessed(),
					{ now: told(published.now), before: told(published.before) },
					m.region_published_base(),
					m.region_published_definition({ count: MIN_COMMUNITIES })
				)
			: headline(
					'assessed',
					m.region_assessed(),
					{ now: count(mandated.communities.now), before: count(mandated.communities.before) },
					m.region_assessed_base({
						recent: formatNumber(mandated.withinYear.now),
						confirmed: formatNumber(mandated.confirmed)
					}),
					m.region_assessed_definition()
				)
	];
	if (mandated === null) return all;
	const { index, communities } = mandated;
	return [
		...all,
		headline(
			'index-median',
			m.region_index(),
			{ now: median(index.now, communities.now), before: median(index.before, communities.before) },
			index.now === null ? m.region_few({ count: MIN_COMMUNITIES }) : indexBase(index.now),
			m.region_index_definition()
		)
	];

	function headline(
		id: string,
		title: string,
		{ now, before }: Change<TableCell>,
		base: string,
		definition: string
	): Headline {
		return {
			...{ id, title, value: now, before, base, definition },
			change: m.region_year_ago({ date: formatDate(view.before), value: before.text })
		};
	}
}

/** Every table of a region, the headline numbers first; only those that its reader may see. */
export function regionTables(view: RegionView): DataTable[] {
	const tables = [headlineTable(view), statusTable(view), insideTable(view)];
	if (view.mandated !== null) tables.push(mustHaveTable(view, view.mandated));
	if (view.code !== COUNTRY_CODE) tables.push(bandTable(view));
	return tables;
}

function headlineTable(view: RegionView): DataTable {
	return {
		id: 'summary',
		title: m.region_summary(),
		definition: m.region_summary_definition({ date: formatDate(view.asOf), before: formatDate(view.before) }),
		columns: [
			text('number', m.region_column_number()),
			number('now', formatDate(view.asOf)),
			number('year_ago', formatDate(view.before)),
			text('made_of', m.region_column_base()),
			text('definition', m.region_column_definition())
		],
		rows: headlines(view).map(({ id, title, value, before, base, definition }) => ({
			id,
			href: null,
			cells: [said(title), value, before, said(base), said(definition)]
		}))
	};
}

function statusTable({ coverage, asOf, before }: RegionView): DataTable {
	const present = PUBLIC_STATUSES.filter(
		(status) => coverage.now.units.counts[status] > 0 || coverage.before.units.counts[status] > 0
	);
	return {
		id: 'statuses',
		title: m.region_statuses(),
		definition: m.region_statuses_definition({ cities: formatNumber(coverage.now.units.stateCities) }),
		columns: [
			text('status', m.territory_status_title()),
			number('now', formatDate(asOf)),
			number('share', m.territory_column_share()),
			number('year_ago', formatDate(before))
		],
		rows: activityLayer.classes
			.flatMap((look) => present.filter((status) => status === look.id).map((status) => ({ look, status })))
			.map(({ look, status }) => {
				const { counts, units } = coverage.now.units;
				return {
					id: status,
					href: null,
					cells: [
						said(look.label()),
						count(counts[status]),
						share(units === 0 ? null : counts[status] / units),
						count(coverage.before.units.counts[status])
					]
				};
			})
	};
}

function insideTable({ code, inside, mandated, seesFew }: RegionView): DataTable {
	const isCountry = code === COUNTRY_CODE;
	return {
		id: isCountry ? 'regions' : 'municipalities',
		title: isCountry ? m.region_inside_regions() : m.region_inside(),
		definition:
			mandated === null
				? m.region_inside_definition()
				: seesFew
					? m.region_inside_definition_pkc({ count: MIN_COMMUNITIES })
					: m.region_inside_definition_mandated({ count: MIN_COMMUNITIES }),
		columns: [
			text('name', isCountry ? m.region_column_region() : m.region_column_municipality()),
			number('units', m.region_column_units()),
			number('reached', m.region_column_reached()),
			number('reached_share', m.territory_column_share()),
			number('residents_reached', m.region_column_residents()),
			number('communities', m.region_communities()),
			number('communities_year_ago', m.region_column_communities_before()),
			...(mandated === null
				? []
				: [number('assessed', m.region_assessed()), number('index_median', m.region_index())])
		],
		rows: inside.map(({ code: area, label, now, before, gaps }) => ({
			id: area,
			href: isCountry ? `/regions/${area}` : `/territory/${area}`,
			cells: [
				said(label),
				now.units.units === 0 ? { text: m.region_city(), value: null } : count(now.units.units),
				now.units.units === 0 ? NOTHING : count(now.units.reached),
				now.units.units === 0 ? NOTHING : share(now.units.share),
				now.residents.known === 0
					? { text: now.units.units === 0 ? '' : m.layer_no_data(), value: null }
					: count(now.residents.reached),
				count(now.communities),
				count(before.communities),
				...(gaps === null ? [] : [count(gaps.communities), median(gaps.index, gaps.communities)])
			]
		}))
	};
}

function mustHaveTable(
	view: RegionView,
	{ mustHaves, communities }: NonNullable<RegionView['mandated']>
): DataTable {
	return {
		id: 'must-haves',
		title: m.region_must_haves(),
		definition: view.seesFew
			? m.region_must_haves_definition_pkc()
			: m.region_must_haves_definition({ count: MIN_COMMUNITIES }),
		columns: [
			text('item', m.region_column_item()),
			number('lacking', m.region_column_lacking()),
			number('of', m.region_column_of()),
			number('year_ago', formatDate(view.before))
		],
		rows: mustHaves
			.toSorted((a, b) => (b.now?.none ?? -1) - (a.now?.none ?? -1))
			.map(({ id, title, now, before }) => ({
				id,
				href: null,
				cells: [
					said(say(title)),
					lacking(now, communities.now),
					now === null ? NOTHING : count(now.answers),
					before === null ? { text: '–', value: null } : share(before.none)
				]
			}))
	};
}

function bandTable({ bands }: RegionView): DataTable {
	return {
		id: 'bands',
		title: m.region_bands(),
		definition: m.region_bands_definition({ count: MIN_COMMUNITIES }),
		columns: [
			number('year', m.table_year()),
			text('band', m.region_column_band()),
			number('communities', m.region_column_of())
		],
		rows: bands.map(({ year, band, communities }) => ({
			id: String(year),
			href: null,
			cells: [
				{ text: String(year), value: year },
				{ text: gradeWord[band](), value: band },
				count(communities)
			]
		}))
	};
}

const NOTHING: TableCell = { text: '', value: null };

function text(id: string, label: string): TableColumn {
	return { id, label, numeric: false };
}

function number(id: string, label: string): TableColumn {
	return { id, label, numeric: true };
}

function said(words: string): TableCell {
	return { text: words, value: words };
}

function count(value: number): TableCell {
	return { text: formatNumber(value), value };
}

/** A public count; nothing told is not nobody. */
function told(value: number | null): TableCell {
	return value === null ? { text: m.region_unpublished(), value } : count(value);
}

function share(value: number | null): TableCell {
	return value === null
		? { text: m.layer_no_data(), value: null }
		: { text: formatShare(value), value, isShare: true };
}

/** The share that lacks something; says whether it is missing because nobody was assessed or because too few were. */
function lacking(standing: Standing | null, communities: number): TableCell {
	if (standing !== null) return share(standing.none);
	return { text: communities === 0 ? '–' : m.region_few_short(), value: null };
}

function indexBase({ communities, half }: IndexSpread): string {
	const n = formatNumber(communities);
	return half === null
		? m.region_index_base_few({ n })
		: m.region_index_base({ lower: formatNumber(half.lower), upper: formatNumber(half.upper), n });
}

/** The index in the middle; says whether it is missing because nobody was assessed or because too few were. */
function median(spread: IndexSpread | null, communities: number): TableCell {
	if (spread !== null) return count(spread.median);
	return { text: communities === 0 ? '–' : m.region_few_short(), value: null };
}
