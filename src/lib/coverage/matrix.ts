import type { Definition, Domain, Item } from '../checklists/types.ts';
import { addLevels, standingOf, type AreaGaps, type Standing } from './gaps.ts';

/**
 * What a gap is measured by: the share of communities at level 0 or 1, the level in the middle, or the share that lack
 * what nobody can do without (a must-have at level 0, as `scoring/limits.ts` counts it).
 */
export const GAP_MEASURES = ['low', 'median', 'must'] as const;
export type GapMeasure = (typeof GAP_MEASURES)[number];

/** What pages must know of an item. */
export type AskedItem = Pick<
	Item,
	'id' | 'domain' | 'title' | 'critical' | 'sensitive' | 'effort' | 'nextStep'
>;

/** A checklist as far as gaps need it. */
export interface Asked extends Pick<Definition, 'title' | 'levels' | 'domains'> {
	items: readonly AskedItem[];
}

/** What a reader looks at: the whole checklist, a domain, or an item. */
export type GapSubject = 'all' | { domain: Domain } | { item: AskedItem; domain: Domain };

/** One column: the items that are added up in it. */
export interface GapColumn {
	/** Id of the domain or item; `all` for the whole checklist. */
	id: string;
	title: Domain['title'];
	items: readonly string[];
}

/** What is known of an area in a column. */
export type GapCell =
	| {
			state: 'shown';
			value: number;
			standing: Standing;
			/** Communities behind it: of the item that fewest answered. */
			answered: number;
	  }
	/** Somebody was assessed there, but too few to say how they stand. */
	| { state: 'few' }
	| { state: 'unassessed' };

/** Of a checklist what pages need; the rest of its texts stays on the server. */
export function askedOf({ title, levels, domains, items }: Definition): Asked {
	return {
		...{ title, levels, domains },
		items: items.map(({ id, domain, title, critical, sensitive, effort, nextStep }) => ({
			...{ id, domain, title, critical, sensitive, effort, nextStep }
		}))
	};
}

/** The subject with an id; the whole checklist for an unknown id and for items that stay in the community. */
export function gapSubject({ items, domains }: Asked, id: string | null): GapSubject {
	const domain = domains.find((each) => each.id === id);
	if (domain !== undefined) return { domain };
	const item = items.find((each) => each.id === id && !each.sensitive);
	const around = domains.find((each) => each.id === item?.domain);
	return item === undefined || around === undefined ? 'all' : { item, domain: around };
}

/** The subject as a column of its own: what the map shows. */
export function subjectColumn(definition: Asked, subject: GapSubject, measure: GapMeasure): GapColumn {
	if (subject === 'all') {
		return { id: 'all', title: definition.title, items: counted(definition, measure).map(({ id }) => id) };
	}
	return 'item' in subject
		? itemColumn(subject.item)
		: domainColumn(subject.domain, counted(definition, measure));
}

/**
 * The columns of the matrix: of the whole checklist its domains, of a domain its items, of an item the item. What has
 * nothing that the measure counts is left out: a domain without must-haves that may be shown.
 */
export function gapColumns(definition: Asked, subject: GapSubject, measure: GapMeasure): GapColumn[] {
	const items = counted(definition, measure);
	if (subject === 'all') {
		return definition.domains
			.map((domain) => domainColumn(domain, items))
			.filter((column) => column.items.length > 0);
	}
	return items
		.filter(({ id, domain }) => ('item' in subject ? id === subject.item.id : domain === subject.domain.id))
		.map(itemColumn);
}

/** Where an area stands in a column, as far as `gapsOf` shows it. */
export function gapCell(area: AreaGaps | undefined, column: GapColumn, measure: GapMeasure): GapCell {
	if (area === undefined || area.communities === 0) return { state: 'unassessed' };
	const shown = column.items.flatMap((id) => area.items.get(id) ?? []);
	if (shown.length === 0) return { state: 'few' };
	const standing = standingOf(addLevels(shown.map(({ levels }) => levels)));
	const answered = Math.min(...shown.map(({ answers }) => answers));
	return { state: 'shown', value: valueOf(standing, measure), standing, answered };
}

/** How much help is wanted: what a matrix is sorted by. A low level wants more than a high one. */
export function needOf(cell: GapCell, measure: GapMeasure): number | null {
	if (cell.state !== 'shown') return null;
	return measure === 'median' ? -cell.value : cell.value;
}

function valueOf({ low, median, none }: Standing, measure: GapMeasure): number {
	switch (measure) {
		case 'low':
			return low;
		case 'median':
			return median;
		case 'must':
			return none;
	}
}

/** Items that a measure counts; `sensitive` ones stay in the community. */
function counted({ items }: Asked, measure: GapMeasure): AskedItem[] {
	return items.filter(({ sensitive, critical }) => !sensitive && (measure !== 'must' || critical));
}

function domainColumn({ id, title }: Domain, items: readonly AskedItem[]): GapColumn {
	return { id, title, items: items.filter(({ domain }) => domain === id).map((item) => item.id) };
}

function itemColumn({ id, title }: AskedItem): GapColumn {
	return { id, title, items: [id] };
}
