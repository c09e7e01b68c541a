import type { Definition, Level as Answer } from '../../checklists/types.ts';
import { doubtOf, type AreaGaps } from '../../coverage/gaps.ts';
import {
	gapCell,
	needOf,
	type GapCell,
	type GapColumn,
	type GapMeasure,
	type GapSubject
} from '../../coverage/matrix.ts';
import { formatShare } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { CATEGORICAL, NO_DATA_FILL, SEQUENTIAL, spread } from '../../layers/palettes.ts';
import type { Layer, LayerClass, Overlay, Pattern } from '../../layers/types.ts';
import type { AreaRow } from '../../map/types.ts';
import { levelName, measureMeaning, measureWord, subjectName } from './words.ts';

/** Where nobody was assessed: neutral, and beside the classes; it is neither good nor bad. */
const UNASSESSED: LayerClass<'no_data'> = {
	id: 'no_data',
	label: m.gaps_unassessed,
	explain: m.gaps_explain_unassessed,
	fill: NO_DATA_FILL,
	pattern: 'none'
};

/** Assessed, but by too few communities to say how they stand. */
const FEW: LayerClass = {
	id: 'few',
	label: m.gaps_few,
	explain: m.gaps_explain_few,
	fill: CATEGORICAL.stone,
	pattern: 'dots'
};

/** What keeps a value from being firm, as hatching over its colour. */
const DOUBTS = {
	few: { pattern: 'lines', label: m.gaps_doubt_few, explain: m.gaps_explain_doubt_few },
	old: { pattern: 'hatch', label: m.gaps_doubt_old, explain: m.gaps_explain_doubt_old },
	unconfirmed: {
		pattern: 'crosses',
		label: m.gaps_doubt_unconfirmed,
		explain: m.gaps_explain_doubt_unconfirmed
	}
} as const satisfies Record<NonNullable<ReturnType<typeof doubtOf>>, Overlay>;

/** Upper ends of the classes of shares, 0…1. They are fixed, so that domains and places can be compared. */
const SHARES = [
	{ id: 'none', to: 0, label: m.gaps_share_none },
	{ id: 'quarter', to: 0.25, label: m.layer_share_quarter },
	{ id: 'half', to: 0.5, label: m.layer_share_half },
	{ id: 'three_quarters', to: 0.75, label: m.layer_share_three_quarters },
	{ id: 'all', to: 1, label: m.layer_share_all }
] as const;

/** From the least to the most that is still to be done. */
const LEVELS_BY_NEED = [3, 2, 1, 0] as const satisfies readonly Answer[];

/** Everything that map and matrix need to show cells alike. */
export interface GapLooks {
	classes: readonly LayerClass[];
	/** The class of a cell; null = nobody was assessed. */
	classOf: (cell: GapCell) => string | null;
	/** The fill of a cell with the hatching of its area. */
	lookOf: (cell: GapCell, area: AreaGaps | undefined) => LayerClass;
	/** The cell in the language of the page; what is missing is said in words. */
	textOf: (cell: GapCell) => string;
}

/** The colours and words of a measure. */
export function gapLooks(measure: GapMeasure, definition: Pick<Definition, 'levels'>): GapLooks {
	const shown = measure === 'median' ? levelClasses(definition) : shareClasses(measure);
	const classes = [...shown, FEW];
	const classOf = (cell: GapCell): string | null => {
		switch (cell.state) {
			case 'unassessed':
				return null;
			case 'few':
				return FEW.id;
			case 'shown':
				return measure === 'median' ? `level_${cell.value}` : shareClass(cell.value);
		}
	};
	return {
		classes,
		classOf,
		lookOf: (cell, area) => {
			const look = classes.find(({ id }) => id === classOf(cell)) ?? UNASSESSED;
			const over = hatching(cell, area);
			return over === 'none' ? look : { ...look, pattern: over };
		},
		textOf: (cell) => {
			if (cell.state === 'unassessed') return m.gaps_unassessed();
			if (cell.state === 'few') return m.gaps_few();
			return measure === 'median' ? levelName(definition, levelOf(cell.value)) : formatShare(cell.value);
		}
	};
}

/** What the layer of a map is made of. */
export interface GapLayerParts {
	subject: GapSubject;
	measure: GapMeasure;
	/** What is added up. */
	column: GapColumn;
	gaps: ReadonlyMap<string, AreaGaps>;
	definition: Pick<Definition, 'levels'>;
}

/** Gaps as a layer of the map: legend, picture, alternative text and files derive from it. */
export function gapLayer({ subject, measure, column, gaps, definition }: GapLayerParts): Layer<AreaRow> {
	const looks = gapLooks(measure, definition);
	const cellOf = ({ code, isOutside }: AreaRow): GapCell =>
		isOutside ? { state: 'unassessed' } : gapCell(gaps.get(code), column, measure);
	const text = (row: AreaRow) => (row.isOutside ? m.layer_outside_mandate() : looks.textOf(cellOf(row)));
	return {
		// Names of files and the audit log take letters, digits and dashes.
		id: `gaps-${column.id.replaceAll('.', '-')}-${measure}`,
		title: () => m.gaps_layer({ subject: subjectName(subject), measure: measureWord[measure]() }),
		unit: () => null,
		subject: 'place',
		note: measureMeaning[measure],
		sources: [],
		levels: ['municipality', 'parish'],
		access: 'mandated',
		classes: looks.classes,
		classOf: (row) => looks.classOf(cellOf(row)),
		noData: UNASSESSED,
		overlays: Object.values(DOUBTS),
		overlayOf: (row) => hatching(cellOf(row), gaps.get(row.code)),
		yearOf: () => null,
		describe: text,
		columns: [
			{
				id: 'value',
				label: measureWord[measure],
				numeric: measure !== 'median',
				inTable: true,
				text,
				value: (row) => shownValue(cellOf(row)),
				order: (row) => needOf(cellOf(row), measure)
			}
		]
	};
}

function shownValue(cell: GapCell): number | null {
	return cell.state === 'shown' ? cell.value : null;
}

/** Only what is shown can be doubted. */
function hatching(cell: GapCell, area: AreaGaps | undefined): Pattern {
	const doubt = cell.state === 'shown' && area !== undefined ? doubtOf(area, cell.answered) : null;
	return doubt === null ? 'none' : DOUBTS[doubt].pattern;
}

function shareClasses(measure: GapMeasure): LayerClass[] {
	const fills = spread(SEQUENTIAL.ochre, SHARES.length);
	return SHARES.map(({ id, label }, position) => ({
		id,
		label,
		explain: measureMeaning[measure],
		fill: fills[position] ?? NO_DATA_FILL,
		pattern: 'none'
	}));
}

function shareClass(share: number): string {
	return SHARES.find(({ to }) => share <= to)?.id ?? 'all';
}

function levelClasses(definition: Pick<Definition, 'levels'>): LayerClass[] {
	const fills = spread(SEQUENTIAL.ochre, LEVELS_BY_NEED.length);
	return LEVELS_BY_NEED.map((level, position) => ({
		id: `level_${level}`,
		label: () => levelName(definition, level),
		explain: measureMeaning.median,
		fill: fills[position] ?? NO_DATA_FILL,
		pattern: 'none'
	}));
}

function levelOf(value: number): Answer {
	return LEVELS_BY_NEED.find((level) => level === value) ?? 0;
}
