/**
 * What may be said of how few communities: the small-number rules of docs/privacy.md, for readers with a mandate
 * (`mandated`) and for everybody (`public-series.ts`). Pure: what comes in are numbers of communities, never names.
 */

/** Below this many communities nothing is said of how they are. */
export const MIN_COMMUNITIES = 3;

/** An area with the assessed communities placed in itself, and the areas inside it. */
export interface Cell {
	code: string;
	/** Assessed communities placed here and in no smaller area. */
	own: number;
	/** Those of `own` that agreed to be seen where there are fewer than three. */
	ownAgreed: number;
	children: readonly Cell[];
}

/** Communities of a cell with all that lies inside. */
interface Count {
	communities: number;
	agreed: number;
}

/**
 * The areas whose values a reader with a mandate may see. Of fewer than three communities none is shown, unless every
 * one of them agreed. Where what is hidden inside a shown area came to fewer than three, it could be told from the
 * area's own value: then the smallest shown neighbours are hidden with it, until three are. Areas without assessed
 * communities have no value to hide, and are not among the result.
 * @returns codes of areas whose values may leave the server
 */
export function mandated(root: Cell): Set<string> {
	const shown = new Set<string>();
	if (enough(countOf(root))) show(root, shown);
	return shown;
}

function show(cell: Cell, shown: Set<string>): void {
	shown.add(cell.code);
	const peopled = cell.children
		.map((child) => ({ child, count: countOf(child) }))
		.filter(({ count }) => count.communities > 0)
		// Those that would be hidden first come first; codes make the choice the same on every day.
		.toSorted((a, b) => a.count.communities - b.count.communities || (a.child.code < b.child.code ? -1 : 1));
	const open = peopled.filter(({ count }) => enough(count));
	let hidden = cell.own === cell.ownAgreed ? 0 : cell.own;
	for (const { count } of peopled) if (!enough(count)) hidden += count.communities;
	while (hidden > 0 && hidden < MIN_COMMUNITIES) {
		const next = open.shift();
		if (next === undefined) break;
		hidden += next.count.communities;
	}
	for (const { child } of open) show(child, shown);
}

function enough({ communities, agreed }: Count): boolean {
	return communities >= MIN_COMMUNITIES || (communities > 0 && agreed === communities);
}

function countOf(cell: Cell): Count {
	return cell.children.map(countOf).reduce(
		(sum, { communities, agreed }) => ({
			communities: sum.communities + communities,
			agreed: sum.agreed + agreed
		}),
		{ communities: cell.own, agreed: cell.ownAgreed }
	);
}
