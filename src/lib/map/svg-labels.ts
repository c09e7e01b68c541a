/** A text to be placed on a drawn map, around a point. */
export interface LabelWish {
	x: number;
	y: number;
	/** Left out where the whole text finds no room. */
	name: string | null;
	value: string;
}

/** A placed text; its middle stands at `x`, `y`. */
export type PlacedLabel = LabelWish;

/** How wide a letter is and how high a line, as parts of the font size; for a bold sans-serif, a little generous. */
const LETTER = 0.62;
const LINE = 1.1;

/**
 * Places texts so that none covers another and none is cut off at the edge. Earlier wishes have the first
 * choice. A text moves a line down or up, loses its name, or is left out: the table has what is missing here.
 */
export function placeLabels(wishes: readonly LabelWish[], fontSize: number, width: number): PlacedLabel[] {
	const placed: { label: PlacedLabel; halfWidth: number }[] = [];
	const line = LINE * fontSize;
	const isFree = (x: number, y: number, halfWidth: number) =>
		placed.every(
			({ label, halfWidth: other }) =>
				Math.abs(label.x - x) > halfWidth + other || Math.abs(label.y - y) > line
		);
	for (const wish of wishes) {
		for (const attempt of attempts(wish, line)) {
			const halfWidth = (textOf(attempt).length * LETTER * fontSize) / 2;
			const x = Math.min(Math.max(attempt.x, halfWidth), width - halfWidth);
			if (!isFree(x, attempt.y, halfWidth)) continue;
			placed.push({ label: { ...attempt, x: Math.round(x) }, halfWidth });
			break;
		}
	}
	return placed.map(({ label }) => label);
}

function attempts(wish: LabelWish, line: number): LabelWish[] {
	const around = (each: LabelWish) => [0, line, -line].map((dy) => ({ ...each, y: Math.round(each.y + dy) }));
	return wish.name === null ? around(wish) : [...around(wish), ...around({ ...wish, name: null })];
}

function textOf({ name, value }: LabelWish): string {
	return name === null ? value : `${name} ${value}`;
}
