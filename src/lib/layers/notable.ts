import { printedValue } from './classes.ts';
import { figureOf } from './figures.ts';
import { figureText, numericColumns, type NumericDefinition } from './numeric.ts';
import type { SecondLayer } from './overlays.ts';

/** The areas with a notable value as a pattern over another fill; null where a layer knows no such value. */
export function notablePattern(definition: NumericDefinition): SecondLayer | null {
	const { id, title, subject, access, sources, notable, classes } = definition;
	if (notable === null) return null;
	return {
		id,
		title,
		subject,
		access,
		sources,
		draw: 'pattern',
		columns: numericColumns(definition),
		// Bars: all other patterns belong to fills.
		overlay: { pattern: 'bars', label: notable.label, explain: definition.note ?? notable.label },
		describe: (row) => figureText(definition, figureOf(row, definition.id)),
		holds: (row) => {
			const figure = figureOf(row, definition.id);
			return figure !== null && printedValue(figure.value, classes.digits) > notable.above;
		}
	};
}
