import { m } from '../../i18n/paraglide/messages.js';
import { NUMERIC_LAYERS } from '../../layers/catalogue.ts';
import { figureOf } from '../../layers/figures.ts';
import { methodText } from '../../layers/numeric.ts';
import { territoryKindWord } from '../../ui/territory-words.ts';
import type { AreaColumn } from '../area-columns.ts';
import type { AreaRow } from '../types.ts';
import type { ExportColumn, ExportedMap } from './types.ts';

/**
 * The columns of an export, the same in every format: those of the table on the page, and around them what a row
 * must carry when it stands alone.
 */
export function exportColumns(map: ExportedMap): ExportColumn[] {
	return [
		...placeColumns(map),
		...map.columns.filter(({ id }) => !OF_PLACE.includes(id)).map(tableColumn),
		...classColumns(map),
		{ ...plain('as-of', m.export_as_of()), value: () => map.asOf },
		...(map.window === null
			? []
			: [{ ...plain('window-months', m.export_window()), value: () => map.window }]),
		{ ...plain('sources', m.table_source()), value: () => map.sources.map(({ id }) => id).join(' ') },
		{ ...plain('note', m.export_note()), value: (row) => noteOf(row, map.columns) }
	];
}

/** Columns of the table that stand first here, at every level alike. */
const OF_PLACE = ['name', 'municipality'];

function plain(id: string, label: string): Pick<ExportColumn, 'id' | 'label' | 'digits'> {
	return { id, label, digits: null };
}

function placeColumns({ label }: ExportedMap): ExportColumn[] {
	return [
		{ ...plain('code', m.export_code()), value: (row) => row.code },
		{ ...plain('name', m.table_name()), value: (row) => row.label },
		{
			...plain('kind', m.export_kind()),
			value: (row) => row.kind,
			text: (row) => territoryKindWord[row.kind]()
		},
		{ ...plain('municipality-code', m.export_municipality_code()), value: (row) => row.municipalityCode },
		{ ...plain('municipality', m.table_within()), value: (row) => row.municipality },
		{
			...plain('region', m.filter_region()),
			value: (row) => row.region,
			text: ({ region }) => label(region) ?? region
		},
		{ ...plain('eastern-border', m.export_eastern_border()), value: (row) => row.easternBorder }
	];
}

function tableColumn({ id, label, numeric, value, text }: AreaColumn): ExportColumn {
	const digits = NUMERIC_LAYERS.find((each) => each.id === id)?.classes.digits ?? null;
	return { id, label: label(), digits, value, ...(!numeric && { text }) };
}

function classColumns({ layer }: ExportedMap): ExportColumn[] {
	const classOf = (row: AreaRow) => layer.classOf(row) ?? layer.noData.id;
	const labels = new Map([...layer.classes, layer.noData].map((look) => [look.id, look.label()]));
	return [
		{ ...plain('class', m.export_class()), value: classOf },
		{ ...plain('class-label', m.export_class_label()), value: (row) => labels.get(classOf(row)) ?? null }
	];
}

/** What a reader must know of the values of a row; null where they speak for themselves. */
function noteOf(row: AreaRow, columns: readonly AreaColumn[]): string | null {
	const notes = columns.flatMap((column) => {
		const note = column.inTable ? noteOn(row, column) : null;
		return note === null || note === '' ? [] : [m.export_note_on({ column: column.label(), note })];
	});
	return notes.length === 0 ? null : notes.join('; ');
}

function noteOn(row: AreaRow, column: AreaColumn): string | null {
	const definition = NUMERIC_LAYERS.find(({ id }) => id === column.id);
	const figure = definition ? figureOf(row, definition.id) : null;
	if (figure?.method === 'inherited') return methodText(figure);
	// “At least 91 days”; and of what is missing, what the table says in its place.
	return figure?.atLeast === true || column.value(row) === null ? column.text(row) : null;
}
