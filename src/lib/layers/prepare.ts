import { numericDefinition, type PreparedFill } from './catalogue.ts';
import type { ClassMethod } from './classes.ts';
import { classify } from './classify.ts';
import { figureOf, type FigureId, type FigureRow } from './figures.ts';
import { fillInfo, type FillId, type WindowMonths } from './fills.ts';
import type { NumericDefinition, Prepared } from './numeric.ts';

/** How the reader wants the values classed; null = as the layer does. */
export interface ClassChoice {
	method: ClassMethod | null;
	/** Limits for `manual`. */
	limits?: readonly number[];
}

/**
 * Classes the values of all rows, whether inside the filter or not: a filter must not move the limits.
 * `manual` without limits keeps those of the layer.
 */
export function prepare(
	definition: NumericDefinition,
	rows: readonly FigureRow[],
	choice: ClassChoice = { method: null }
): Prepared {
	const figures = rows.flatMap((row) => figureOf(row, definition.id) ?? []);
	const wish = { ...definition.classes };
	if (choice.method !== null && choice.method !== 'manual') wish.method = choice.method;
	if (choice.method === 'manual' && choice.limits !== undefined && choice.limits.length > 0) {
		wish.method = 'manual';
		wish.limits = choice.limits;
	}
	return {
		classification: classify(
			figures.map(({ value }) => value),
			wish
		),
		sources: sourcesOf([definition.id], rows)
	};
}

/**
 * Classes the rows of a level for a fill. The only place where limits are computed.
 * @param window how many months back it looks; null = no limit
 */
export function prepareFill(
	id: FillId,
	rows: readonly FigureRow[],
	choice?: ClassChoice,
	window: WindowMonths | null = null
): PreparedFill {
	const numeric = numericDefinition(id);
	if (numeric !== null) return { id, ...prepare(numeric, rows, choice), window };
	return { id, classification: null, sources: sourcesOf(fillInfo(id).figures, rows), window };
}

/** Keys of `data_sources` behind numbers of rows, in order of first use. */
export function sourcesOf(figures: readonly FigureId[], rows: readonly FigureRow[]): string[] {
	return [...new Set(rows.flatMap((row) => figures.flatMap((id) => figureOf(row, id)?.sourceId ?? [])))];
}
