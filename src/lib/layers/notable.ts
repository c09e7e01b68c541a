import { m } from '../i18n/paraglide/messages.js';
import { printedValue } from './classes.ts';
import { figureOf } from './figures.ts';
import { numericColumns, rowText, type NumericDefinition } from './numeric.ts';
import type { SecondLayer } from './overlays.ts';

/** The areas with a notable value as a pattern over another fill; null where a layer knows no such value. */
export function notablePattern(definition: NumericDefinition): SecondLayer | null {
	const { id, title, subject, access, sources, notable, classes } = definition;
	if (notable === null) return null;
	const explain = () => m.layer_explain_notable({ above: definition.formatValue(notable.above) });
	return {
		id,
		title,
		subject,
		access,
		sources,
		draw: 'pattern',
		columns: numericColumns(definition),
		// Bars: all other patterns belong to fills.
		overlay: { pattern: 'bars', label: notable.label, explain },
		describe: (row) => rowText(definition, row),
		holds: (row) => {
			const figure = figureOf(row, definition.id);
			return figure !== null && printedValue(figure.value, classes.digits) > notable.above;
		},
		isKnown: (row) => figureOf(row, definition.id) !== null,
		note: definition.note,
		yearOf: (row) => figureOf(row, definition.id)?.year ?? null,
		inherits: (row) => figureOf(row, definition.id)?.method === 'inherited'
	};
}
