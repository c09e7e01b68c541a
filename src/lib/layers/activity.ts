import type { PublicStatus } from '../activity/types.ts';
import { reachedShare, reachedUnits } from '../coverage/shares.ts';
import { formatNumber, formatShare } from '../i18n/format.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { Level, TerritoryKind } from '../territories/types.ts';
import { printedValue } from './classes.ts';
import { NO_DATA } from './no-data.ts';
import { CATEGORICAL } from './palettes.ts';
import type { Layer, LayerClass, Pattern } from './types.ts';

/** What the activity layers read of a row; `AreaRow` of the map has all of it. */
export interface ActivityRow {
	kind: TerritoryKind;
	/** Status of a parish or town; null for state cities and larger areas. */
	status: PublicStatus | null;
	/** Units per status of a larger area; null for units. */
	unitCounts: Partial<Record<PublicStatus, number>> | null;
	/** Null where it must not be shown. */
	communities: number | null;
}

export type ActivityClass = PublicStatus | 'city';
export type ShareClass = 'none' | 'quarter' | 'half' | 'three_quarters' | 'all' | 'city';

/** Keys of `data_sources` behind the activity layers; boundaries first. */
export const ACTIVITY_SOURCES = [
	'csp-boundaries-2022',
	'territory-assignment-2025',
	'saprasanas-memorands-latgales-darbigo-kopienu-atbalstam',
	'iniciativa-darbigas-kopienas-latgale'
] as const;

/** A state city has a class of its own: neutral, with the number of its communities. */
export const CITY: LayerClass<'city'> = {
	id: 'city',
	label: m.layer_city,
	explain: m.layer_explain_city,
	fill: CATEGORICAL.slate,
	pattern: 'none'
};

/** Status and share are of the day shown, and no row is drawn in another way than its class. */
const DRAWN_BY_CLASS = { overlays: [], overlayOf: (): Pattern => 'none', yearOf: () => null };

/**
 * Status classes in the order of the legend. The colours keep their distance for readers with
 * protanopia, deuteranopia and tritanopia, on light and on dark ground (`activity.test.ts`); patterns
 * tell apart what is near in lightness, so that grey print works, too.
 */
const statusClasses: readonly LayerClass<ActivityClass>[] = [
	{
		id: 'active',
		label: m.status_active,
		explain: m.layer_explain_active,
		fill: CATEGORICAL.pine,
		pattern: 'none'
	},
	{
		id: 'emerging',
		label: m.status_emerging,
		explain: m.layer_explain_emerging,
		fill: CATEGORICAL.green,
		pattern: 'lines'
	},
	{
		id: 'dormant',
		label: m.status_dormant,
		explain: m.layer_explain_dormant,
		fill: CATEGORICAL.amber,
		pattern: 'dots'
	},
	{
		id: 'inactive',
		label: m.status_inactive,
		explain: m.layer_explain_inactive,
		fill: CATEGORICAL.violet,
		pattern: 'crosses'
	},
	{
		id: 'not_surveyed',
		label: m.status_not_surveyed,
		explain: m.layer_explain_not_surveyed,
		fill: { light: '#f3f0e7', dark: '#233039' },
		pattern: 'hatch'
	},
	{
		id: 'no_news',
		label: m.status_no_news,
		explain: m.layer_explain_no_news,
		fill: CATEGORICAL.stone,
		pattern: 'none'
	},
	CITY
];

/** Activity status of parishes and towns. */
export const activityLayer: Layer<ActivityRow, ActivityClass> = {
	id: 'activity',
	title: m.layer_activity_title,
	unit: () => null,
	subject: 'activity',
	note: null,
	sources: ACTIVITY_SOURCES,
	levels: ['parish'],
	access: 'public',
	classes: statusClasses,
	classOf: (row) => (row.kind === 'state_city' ? 'city' : row.status),
	noData: NO_DATA,
	...DRAWN_BY_CLASS,
	describe: describeStatus,
	columns: [
		{
			id: 'status',
			label: m.table_status,
			numeric: false,
			inTable: true,
			text: describeStatus,
			value: (row) => row.status,
			order: (row) => orNull(statusClasses.findIndex((each) => each.id === row.status))
		}
	]
};

function describeStatus(row: ActivityRow): string {
	if (row.kind === 'state_city') return describeCity(row);
	const found = statusClasses.find((each) => each.id === row.status);
	return (found ?? NO_DATA).label();
}

function orNull(position: number): number | null {
	return position === -1 ? null : position;
}

/** Shares from light to dark on light ground, from dark to light on dark ground: more is always stronger. */
const shareClasses: readonly LayerClass<ShareClass>[] = [
	{
		id: 'none',
		label: m.layer_share_none,
		explain: m.layer_explain_share_none,
		fill: { light: '#f3f0e7', dark: '#1f2a31' },
		pattern: 'none'
	},
	shareClass('quarter', m.layer_share_quarter, '#b9d9c8', '#21493f'),
	shareClass('half', m.layer_share_half, '#79bb9f', '#2b705d'),
	shareClass('three_quarters', m.layer_share_three_quarters, '#3a9577', '#4ba88b'),
	shareClass('all', m.layer_share_all, CATEGORICAL.pine.light, CATEGORICAL.pine.dark),
	CITY
];

/** Share of the units of a municipality or region that are reached: *active* or *emerging*. */
export const activityShareLayer: Layer<ActivityRow, ShareClass> = {
	id: 'activity',
	title: m.layer_share_title,
	unit: m.layer_share_unit,
	subject: 'activity',
	note: null,
	sources: ACTIVITY_SOURCES,
	levels: ['municipality', 'region'],
	access: 'public',
	classes: shareClasses,
	classOf: (row) => {
		if (row.kind === 'state_city') return 'city';
		const share = shareOf(row);
		return share === null ? null : shareClassOf(share);
	},
	noData: NO_DATA,
	...DRAWN_BY_CLASS,
	describe: describeShare,
	columns: [
		{
			id: 'reached',
			label: m.table_share,
			numeric: false,
			inTable: true,
			text: describeShare,
			value: shareOf,
			order: shareOf
		}
	]
};

function describeShare(row: ActivityRow): string {
	if (row.kind === 'state_city') return describeCity(row);
	const share = shareOf(row);
	if (share === null || row.unitCounts === null) return NO_DATA.label();
	return m.layer_describe_share({
		share: formatShare(share),
		reached: formatNumber(reachedUnits(row.unitCounts)),
		units: formatNumber(Object.values(row.unitCounts).reduce((sum, count) => sum + count, 0))
	});
}

/** The activity layer of every level. */
export const ACTIVITY_LAYERS: Record<Level, Layer<ActivityRow>> = {
	parish: activityLayer,
	municipality: activityShareLayer,
	region: activityShareLayer
};

/** The share a larger area is coloured by, 0…1; null where it has no units with a status. */
export function shareOf(row: ActivityRow): number | null {
	return row.unitCounts === null ? null : reachedShare(row.unitCounts);
}

/** By the share as it is printed, in whole per cent: one place of many is still more than none. */
function shareClassOf(share: number): ShareClass {
	if (share === 0) return 'none';
	const printed = printedValue(share * 100, 0);
	if (printed <= 25) return 'quarter';
	if (printed <= 50) return 'half';
	return printed <= 75 ? 'three_quarters' : 'all';
}

function shareClass(
	id: ShareClass,
	label: () => string,
	light: string,
	dark: string
): LayerClass<ShareClass> {
	return { id, label, explain: m.layer_explain_share, fill: { light, dark }, pattern: 'none' };
}

function describeCity(row: ActivityRow): string {
	return row.communities === null
		? NO_DATA.label()
		: m.layer_describe_city({ count: formatNumber(row.communities) });
}
