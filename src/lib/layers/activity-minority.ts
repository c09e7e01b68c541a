import type { PublicStatus } from '../activity/types.ts';
import { m } from '../i18n/paraglide/messages.js';
import { ACTIVITY_SOURCES, activityLayer, CITY } from './activity.ts';
import { classIndex, type Classification } from './classes.ts';
import { minorityShare } from './ethnicity.ts';
import { figureOf, type FigureRow } from './figures.ts';
import { CITY_ID, fillInfo, MINORITY_PARTS, REACHES, type MinorityPart, type Reach } from './fills.ts';
import { NO_DATA } from './no-data.ts';
import { numericLayer, rangeText, rowText } from './numeric.ts';
import { BIVARIATE } from './palettes.ts';
import { FILL_TITLES } from './titles.ts';
import type { Layer, LayerClass, Overlay } from './types.ts';

export type ActivityMinorityClass = `${Reach}-${MinorityPart}` | typeof CITY_ID;

/** Above one half minorities are the majority; one quarter is half the way. The limits never follow the data. */
const LIMITS: Classification = { limits: [25, 50], extent: [0, 100], digits: 1 };

const REACH_OF: Record<PublicStatus, Reach> = {
	active: 'active',
	emerging: 'some',
	dormant: 'some',
	inactive: 'unknown',
	not_surveyed: 'unknown',
	no_news: 'unknown'
};

/** Nobody has asked there, or it must not be said: beside “nobody found” that is another thing. */
const UNASKED: readonly PublicStatus[] = ['not_surveyed', 'no_news'];

export const reachWord: Record<Reach, () => string> = {
	active: m.layer_reach_active,
	some: m.layer_reach_some,
	unknown: m.layer_reach_unknown
};

export const partWord: Record<MinorityPart, () => string> = {
	few: () => percentRange(null, 25),
	many: () => percentRange(25.1, 50),
	most: () => percentRange(50.1, null)
};

const OVERLAYS = {
	lines: { pattern: 'lines', label: m.layer_inherited, explain: m.layer_explain_inherited },
	dots: { pattern: 'dots', label: m.layer_unasked, explain: m.layer_explain_unasked },
	crosses: {
		pattern: 'crosses',
		label: m.layer_unasked_inherited,
		explain: m.layer_explain_unasked_inherited
	}
} as const satisfies Record<string, Overlay>;

const cells: readonly LayerClass<ActivityMinorityClass>[] = REACHES.flatMap((reach, row) =>
	MINORITY_PARTS.map((part, column) => ({
		id: `${reach}-${part}` as const,
		label: () => m.layer_cell({ reach: reachWord[reach](), part: partWord[part]() }),
		explain: () => m.layer_explain_cell({ reach: reachWord[reach](), part: partWord[part]() }),
		fill: BIVARIATE[row]?.[column] ?? NO_DATA.fill,
		pattern: 'none' as const
	}))
);

const minority = numericLayer(minorityShare, { classification: LIMITS, sources: [] });

const { id, subject, access, levels } = fillInfo('activity-minority');
const INFO = { id, title: FILL_TITLES[id], subject, access, levels };

/**
 * Activity and share of minorities at once: where minorities are many and nobody is known. Class M of the privacy
 * rules; never in public pages, embeds, exports or the API. Units only: a share of a share would mislead.
 */
export const activityMinorityLayer: Layer<FigureRow, ActivityMinorityClass> = {
	...INFO,
	unit: () => null,
	note: m.layer_note_activity_minority,
	sources: ACTIVITY_SOURCES,
	// State cities have no single status, so they stand beside the grid, as on the map of activity alone.
	classes: [...cells, { ...CITY, label: m.layer_cell_city }],
	classOf: (row) => {
		if (row.isOutside) return null;
		if (row.kind === 'state_city') return CITY_ID;
		const figure = figureOf(row, 'minority-share');
		const part = figure === null ? undefined : MINORITY_PARTS[classIndex(LIMITS, figure.value)];
		return row.status === null || part === undefined ? null : `${REACH_OF[row.status]}-${part}`;
	},
	noData: NO_DATA,
	grid: {
		rows: REACHES.map((id) => ({ id, label: reachWord[id] })),
		columns: MINORITY_PARTS.map((id) => ({ id, label: partWord[id] })),
		classOf: (reach, part) => `${reach}-${part}`
	},
	overlays: Object.values(OVERLAYS),
	overlayOf: (row) => {
		const inherited = figureOf(row, 'minority-share')?.method === 'inherited';
		const unasked = row.status !== null && UNASKED.includes(row.status);
		if (unasked) return inherited ? 'crosses' : 'dots';
		return inherited ? 'lines' : 'none';
	},
	yearOf: minority.yearOf,
	describe: (row) =>
		m.layer_cell({
			reach: activityLayer.describe(row),
			part: rowText(minorityShare, row)
		}),
	columns: [...activityLayer.columns, ...minority.columns]
};

function percentRange(from: number | null, to: number | null): string {
	return rangeText({ from, to }, LIMITS.digits, (value) => m.layer_value_percent({ value }));
}
