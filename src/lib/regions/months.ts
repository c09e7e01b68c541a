/** The months of a region as a table, and as a picture that stands alone. */
import { reachedShare } from '../coverage/shares.ts';
import { MIN_COMMUNITIES } from '../coverage/small-numbers.ts';
import { monthColumns } from '../charts/month-columns.ts';
import { formatDate, formatNumber, formatShare } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import { activityLayer } from '../layers/activity.ts';
import type { LayerClass } from '../layers/types.ts';
import { patternDefs } from '../map/svg.ts';
import { drawSheet, type PictureSheet } from '../map/svg-sheet.ts';
import { escapeXml } from '../map/svg-text.ts';
import type { DataTable } from './tables.ts';
import type { RegionHistory } from './view.ts';

/** The area itself: what lies inside comes behind it. */
export function whole({ areas }: RegionHistory): RegionHistory['areas'][number] {
	return areas[0] ?? { code: '', label: '', months: [] };
}

/** The statuses that occur in any month, in the order of the legend. */
export function monthClasses(history: RegionHistory): LayerClass[] {
	const { months } = whole(history);
	return activityLayer.classes.filter(({ id }) => months.some(({ counts }) => countOf(counts, id) > 0));
}

/** Places by class and month, oldest month first. */
export function monthCounts(history: RegionHistory): Readonly<Record<string, number>>[] {
	return whole(history).months.map(({ counts }) => counts);
}

/** What the picture of the months of an area shows, for those who do not see it. */
export function monthsLabel(
	{ days }: Pick<RegionHistory, 'days'>,
	{ label: place, months }: RegionHistory['areas'][number]
): string {
	const shareIn = (month: (typeof months)[number] | undefined): string => {
		const share = reachedShare(month?.counts ?? {});
		return share === null ? m.layer_no_data() : formatShare(share);
	};
	return m.region_history_alt({
		place,
		from: formatDate(days[0] ?? ''),
		to: formatDate(days.at(-1) ?? ''),
		first: shareIn(months[0]),
		last: shareIn(months.at(-1))
	});
}

/** What is counted as a status. */
export function statusesDefinition({ stateCities }: RegionHistory): string {
	return m.region_statuses_definition({ cities: formatNumber(stateCities) });
}

/** The same, and for everybody why the number of assessed communities moves in steps. */
function monthsDefinition(history: RegionHistory): string {
	const statuses = statusesDefinition(history);
	return history.privacy === 'M'
		? statuses
		: `${statuses} ${m.region_assessed()}: ${m.region_published_definition({ count: MIN_COMMUNITIES })}`;
}

/** The counts of every month, the newest first. */
export function monthsTable(history: RegionHistory): DataTable {
	const classes = monthClasses(history);
	const number = (id: string, label: string) => ({ id, label, numeric: true });
	return {
		id: 'months',
		title: m.region_history_table(),
		definition: monthsDefinition(history),
		columns: [
			{ id: 'month', label: m.region_history_month(), numeric: false },
			...classes.map(({ id, label }) => number(id, label())),
			number('communities', m.region_communities()),
			number('assessed', m.region_assessed())
		],
		rows: whole(history)
			.months.toReversed()
			.map(({ day, counts, communities, assessed }) => ({
				id: day,
				href: null,
				cells: [
					{ text: formatDate(day), value: day },
					...[...classes.map(({ id }) => countOf(counts, id)), communities, assessed].map((value) => ({
						text: value === null ? '' : formatNumber(value),
						value
					}))
				]
			}))
	};
}

/** Units of the picture; those of a drawn map, so that the same sheet fits around it. */
const WIDTH = 2000;
const HEIGHT = 900;
/** Room for the numbers at the left and the years below. */
const LEFT = 130;
const RIGHT = 40;
const BOTTOM = 80;
const TOP = 30;
const TEXT = 34;

/**
 * The months as an SVG document of its own: one stacked column a month, numbers at the left, years below.
 * @param css the style of drawn maps (`picture.css`)
 */
export function drawMonths(
	history: RegionHistory,
	{ css, sheet }: { css: string; sheet: PictureSheet }
): string {
	const prefix = 'months';
	const columns = monthColumns(monthClasses(history), monthCounts(history), HEIGHT - TOP - BOTTOM);
	const step = (WIDTH - LEFT - RIGHT) / Math.max(1, columns.length);
	const { svg, above, below } = drawSheet(sheet, WIDTH, HEIGHT, prefix);
	const parts = columns.flatMap((column, at) =>
		column.map(({ look, y, height }) => {
			const box = `x="${round(LEFT + at * step)}" y="${round(TOP + y)}" width="${round(step)}" height="${round(height)}"`;
			const over = look.pattern === 'none' ? '' : `<rect ${box} fill="url(#${prefix}-${look.pattern})"/>`;
			return `<rect class="fill" ${box} fill="${look.fill.light}" style="--light:${look.fill.light}"/>${over}`;
		})
	);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" class="map-picture on-paper" viewBox="0 ${-above} ${WIDTH} ${above + HEIGHT + below}" role="img" aria-labelledby="${prefix}-title ${prefix}-description">`,
		`<title id="${prefix}-title">${escapeXml(sheet.title)}</title>`,
		`<desc id="${prefix}-description">${escapeXml(monthsLabel(history, whole(history)))}</desc>`,
		`<style>${escapeXml(css)}</style>`,
		`<defs>${patternDefs(prefix)}</defs>`,
		svg,
		`<g shape-rendering="crispEdges">${parts.join('')}</g>`,
		...axes(history, step),
		'</svg>'
	].join('');
}

/** How many places the height stands for, and where each year begins. */
function axes(history: RegionHistory, step: number): string[] {
	const base = HEIGHT - BOTTOM;
	const total = Object.values(monthCounts(history).at(-1) ?? {}).reduce((sum, count) => sum + count, 0);
	const text = (x: number, y: number, words: string, anchor: string) =>
		`<text class="plain" x="${round(x)}" y="${y}" font-size="${TEXT}" text-anchor="${anchor}">${escapeXml(words)}</text>`;
	return [
		`<path class="line municipality" d="M${LEFT} ${TOP}V${base}H${WIDTH - RIGHT}"/>`,
		text(LEFT - 16, TOP, formatNumber(total), 'end'),
		text(LEFT - 16, base, '0', 'end'),
		...history.days.flatMap((day, at) => {
			if (day.slice(5, 7) !== '01') return [];
			const x = LEFT + at * step;
			return [
				`<path class="line municipality" d="M${round(x)} ${base}v16"/>`,
				text(x, base + 44, day.slice(0, 4), 'start')
			];
		})
	];
}

function countOf(counts: Readonly<Record<string, number>>, id: string): number {
	return counts[id] ?? 0;
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
