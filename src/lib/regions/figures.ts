/** The figures of a report as plain data, which can follow a page. */
import { formatNumber } from '../i18n/format.ts';
import { bySentence } from '../layers/legend.ts';
import type { LayerClass } from '../layers/types.ts';
import type { PrivacyClass } from '../map/export/types.ts';
import type { Unsent } from '../map/unsent.ts';

/** The figures of every report, as they are named in addresses and files. */
export const FIGURES = ['parishes', 'municipalities', 'months'] as const;
export type FigureId = (typeof FIGURES)[number];

/** A class of a legend: its sign, what it is called and how often it occurs. */
export type LegendLine = Pick<LayerClass, 'id' | 'fill' | 'pattern'> & { label: string; count: string };

/** A figure with everything that must stand beside it. */
export interface Figure {
	/** For readers with a mandate there is one more, whose file the page of gaps gives. */
	id: FigureId | 'gaps';
	privacy: PrivacyClass;
	/** Path of the same as an SVG file, without language: a link where it is public, else a form asks for it. */
	file: string;
	title: string;
	legend: readonly LegendLine[];
	/** What the signs mean: each sentence once, with the names of all that it is true of. */
	explained: readonly { names: string; sentence: string }[];
	notes: readonly string[];
}

/** A drawn map. */
export interface ReportMap extends Figure {
	/** Null: the boundaries cannot be read. */
	picture: Unsent<string> | null;
}

/** The picture of the months, drawn by `StatusMonths`. */
export interface ReportMonths extends Figure {
	months: readonly Readonly<Record<string, number>>[];
	/** First and last day, written out. */
	from: string;
	to: string;
	/** For those who do not see it. */
	label: string;
}

/** What stands under a figure: its classes and how often each occurs, what they mean, and notes; no sentence twice. */
export function plainLegend(
	counted: readonly { look: LayerClass; count: number }[],
	notes: readonly string[]
): Pick<Figure, 'legend' | 'explained' | 'notes'> {
	return {
		legend: counted.map(({ look: { id, fill, pattern, label }, count }) => ({
			...{ id, fill, pattern, label: label() },
			count: formatNumber(count)
		})),
		explained: [...bySentence(counted.map(({ look }) => look))]
			.filter(([sentence]) => !notes.includes(sentence))
			.map(([sentence, looks]) => ({ names: looks.map(({ label }) => label()).join(', '), sentence })),
		notes
	};
}
