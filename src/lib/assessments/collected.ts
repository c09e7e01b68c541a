/**
 * Answers collected with KoboToolbox or ODK on the form of `checklists/xlsform.ts`, read from the table that these
 * programs export: one row for each person who answered. Values and names of questions as in the form, not their labels.
 */
import { z } from 'zod';
import { isInForm, type Applicability } from '../checklists/applicability.ts';
import { questionOf, XLSFORM_FIELDS, type XlsFormPart } from '../checklists/xlsform.ts';
import { LANGUAGES, type Definition, type Item } from '../checklists/types.ts';
import { NOTE_MAX, REASON_MAX } from '../scoring/answers.ts';
import type { AnswerValue, Evidence, IsoDate } from '../scoring/types.ts';
import { looksPersonal } from '../ui/personal.ts';

/** As many people as one round takes. */
export const SHEETS_MAX = 500;

/** What one person said of an item. */
export interface CollectedAnswer {
	item: string;
	value: AnswerValue;
	as_of: IsoDate;
	evidence: Evidence;
	reason?: string | undefined;
	note?: string | undefined;
}

/** What one person said. */
export interface CollectedSheet {
	/** How the program tells it from every other one; the same however often it is exported. */
	id: string;
	answers: CollectedAnswer[];
}

export const FAULTS = [
	/** Two rows are one submission. */
	'id_twice',
	'id_missing',
	'day_missing',
	/** No day written as 2026-11-22. */
	'day_unreadable',
	'day_to_come',
	/** Not one of the values of the form. */
	'value',
	'na_not_allowed',
	'reason_missing',
	/** It looks as if it told a phone number, an address or a code of a person. */
	'reason_personal',
	'reason_long',
	'evidence',
	'note_long'
] as const;
export type FaultKind = (typeof FAULTS)[number];

/** What is wrong in a cell, and nothing of what stands in it but for values that are none. */
export interface Fault {
	/** As spreadsheets count: the headings are row 1. */
	row: number;
	/** Its heading in the table. */
	column: string;
	kind: FaultKind;
	found?: string;
}

/** A table as it would come in. */
export interface Collected {
	/** One for each row with an answer to what the round asks. */
	sheets: CollectedSheet[];
	/** With one of these nothing comes in. */
	faults: Fault[];
	/** Rows without any answer; they come in as nobody. */
	empty: number[];
	/** Items with answers that this round does not ask. */
	notAsked: string[];
	/** Rows and columns of notes that seem to tell of a person: they stay out. */
	personalNotes: { row: number; column: string }[];
	/** Headings of columns about the people who answered or their devices, which stay out. */
	personal: string[];
	/** Headings of other columns that the checklist does not know, which stay out, too. */
	unknown: string[];
}

export const TABLE_REFUSALS = [
	/** Nothing in it is of this form. */
	'no_items',
	/** Questions or answers stand there in words. */
	'labels',
	/** No column tells one submission from another. */
	'no_ids',
	/** No column tells of which checklist it is. */
	'no_version',
	'other_version',
	'column_twice',
	'too_many'
] as const;
export type TableRefusal = (typeof TABLE_REFUSALS)[number];

/** A table that cannot be read as answers to the checklist of a round. `detail` names version, column or number. */
export class CollectedError extends Error {
	readonly refusal: TableRefusal;
	readonly detail: string;

	constructor(refusal: TableRefusal, detail = '') {
		super(`The table holds no answers for this round: ${refusal}${detail === '' ? '' : ` (${detail})`}.`);
		this.name = 'CollectedError';
		this.refusal = refusal;
		this.detail = detail;
	}
}

/** Headings and cells, as `readCsv` gives them. */
interface Table {
	columns: readonly string[];
	rows: readonly (readonly string[])[];
}

/** A question may stand behind its groups: `part/group/name` in KoboToolbox, `part-group-name` in ODK. */
const QUESTION = new RegExp(
	`(?:^|[/:.-]|__)(i\\d+_\\d+(?:_reason|_evidence|_note)?|${Object.values(XLSFORM_FIELDS).join('|')})$`
);
/** Where a submission has its id: the one that stays when somebody edits it goes first. */
const ID_COLUMNS = [/(^|[/-])rootUuid$/, /^KEY$/, /^_uuid$/, /(^|[/-])instanceID$/];
/** About the one who answered or their device. */
const PERSONAL =
	/^(_?submitted_?by|submitter(id|name)|user_?(name|id)|e?mail|phone_?number|device_?id|(sub|subscriber|sim)_?(id|serial)|simserial)$|geo(point|trace|shape|location)|latitude|longitude|altitude|precision/i;
/** What the programs add for themselves. */
const TECHNICAL =
	/^(_.*|KEY|PARENT_KEY|SubmissionDate|attachments(Present|Expected)|Status|ReviewState|Edits|FormVersion|start|end|today|instance(ID|Name)|(root|deprecated)?(Uuid|ID)|formhub.uuid|uuid|isValidated|about|d_\w+_intro)$/i;

interface Column {
	heading: string;
	position: number;
}

/** Where the table has what. */
interface Layout {
	/** Where submissions have their ids; the first one counts that is filled in. */
	ids: readonly Column[];
	fields: ReadonlyMap<string, Column>;
	items: readonly { item: Item; parts: Readonly<Partial<Record<XlsFormPart | 'value', Column>>> }[];
}

/**
 * Reads the table of a round. What a form lets nobody write is named with row and column; nothing of what stands there
 * is guessed.
 * @param where which items the round asks
 * @param today no answer is of a later day
 * @throws CollectedError when the table as a whole is another one
 */
export function readCollected(
	table: Table,
	definition: Definition,
	where: Applicability,
	today: IsoDate
): Collected {
	const layout = layoutOf(table, definition);
	if (table.rows.length > SHEETS_MAX) throw new CollectedError('too_many', String(table.rows.length));
	checkVersion(table, layout, definition);

	const told: Collected = {
		...{ sheets: [], faults: [], empty: [], notAsked: [], personalNotes: [] },
		...leftOut(table)
	};
	const notAsked = new Set<string>();
	const rowOf = new Map<string, number>();
	for (const [index, cells] of table.rows.entries()) {
		const row = index + 2;
		const say: Say = (column, kind, found) =>
			void told.faults.push({ row, column, kind, ...(found === undefined ? {} : { found }) });
		const answered = layout.items.filter(({ parts }) => cellOf(cells, parts.value) !== '');
		const asked = answered.filter(({ item }) => isInForm(item, where));
		for (const { item } of answered) if (!isInForm(item, where)) notAsked.add(item.id);
		if (asked.length === 0) {
			told.empty.push(row);
			continue;
		}
		const id = idOf(cells, layout.ids, rowOf, say);
		rowOf.set(id, row);
		const as_of = dayOf(cells, layout.fields.get(XLSFORM_FIELDS.day), today, say);
		const answers = asked.flatMap(({ item, parts }) => answerOf(cells, item, parts, say) ?? []);
		// With faults in all its answers it is a sheet still; it only cannot come in.
		told.sheets.push({ id, answers: answers.map((answer) => ({ ...impersonalNote(answer), as_of })) });
		for (const { item, parts } of asked) {
			const isPersonal = answers.some((one) => one.item === item.id && looksPersonal(one.note ?? ''));
			if (isPersonal) told.personalNotes.push({ row, column: parts.note?.heading ?? '' });
		}
	}
	told.notAsked = definition.items.map(({ id }) => id).filter((id) => notAsked.has(id));
	return told;
}

type Say = (column: string, kind: FaultKind, found?: string) => void;
type Undated = Omit<CollectedAnswer, 'as_of'>;

/** Without a note that seems to tell of a person. */
function impersonalNote({ note, ...answer }: Undated): Undated {
	return note === undefined || looksPersonal(note) ? answer : { ...answer, note };
}

/** A heading without the groups before it. */
export function bareName(heading: string): string {
	return /[^/:.-]*$/.exec(heading)?.[0] ?? heading;
}

const cellOf = (cells: readonly string[], column: Column | undefined): string =>
	column === undefined ? '' : (cells[column.position] ?? '').trim();

/** Finds the columns of the form. */
function layoutOf({ columns, rows }: Table, definition: Definition): Layout {
	const byName = new Map<string, Column>();
	for (const [position, heading] of columns.entries()) {
		const name = QUESTION.exec(heading)?.[1];
		if (name === undefined) continue;
		if (byName.has(name)) throw new CollectedError('column_twice', name);
		byName.set(name, { heading, position });
	}
	const items = definition.items.map((item) => ({
		item,
		parts: Object.fromEntries(
			[...byName].flatMap(([name, column]) => {
				const question = questionOf(name);
				return question?.item === item.id ? [[question.part, column]] : [];
			})
		)
	}));
	if (items.every(({ parts }) => parts.value === undefined)) {
		const titles = definition.items.flatMap(({ title }) => LANGUAGES.map((language) => title[language]));
		const inWords = columns.some((heading) => titles.some((title) => heading.includes(title)));
		throw new CollectedError(inWords ? 'labels' : 'no_items');
	}
	for (const { item, parts } of items) {
		const words = item.levels.flatMap((level) => LANGUAGES.map((language) => level[language]));
		if (rows.some((cells) => words.includes(cellOf(cells, parts.value)))) throw new CollectedError('labels');
	}
	const ids = ID_COLUMNS.flatMap((pattern) => {
		const position = columns.findIndex((heading) => pattern.test(heading));
		return position === -1 ? [] : [{ heading: columns[position] ?? '', position }];
	});
	if (ids.length === 0) throw new CollectedError('no_ids');
	return { ids, fields: byName, items };
}

function checkVersion({ rows }: Table, { fields }: Layout, { id, version }: Definition): void {
	const [checklist, number] = [fields.get(XLSFORM_FIELDS.checklist), fields.get(XLSFORM_FIELDS.version)];
	if (checklist === undefined || number === undefined) throw new CollectedError('no_version');
	const others = new Set(
		rows
			.map((cells) => `${cellOf(cells, checklist)} ${cellOf(cells, number)}`.trim())
			.filter((one) => one !== `${id} ${version}`)
	);
	if (others.has('')) throw new CollectedError('no_version');
	if (others.size > 0) {
		// Enough to know them by.
		throw new CollectedError('other_version', [...others].slice(0, 3).map(short).join(', '));
	}
}

/** @param rowOf where a submission stood before */
function idOf(
	cells: readonly string[],
	columns: readonly Column[],
	rowOf: ReadonlyMap<string, number>,
	say: Say
): string {
	const column = columns.find((each) => cellOf(cells, each) !== '') ?? columns[0];
	const id = cellOf(cells, column)
		.replace(/^uuid:/, '')
		.toLowerCase();
	const before = rowOf.get(id);
	if (id === '') say(column?.heading ?? '', 'id_missing');
	else if (before !== undefined) say(column?.heading ?? '', 'id_twice', String(before));
	return id;
}

function dayOf(cells: readonly string[], column: Column | undefined, today: IsoDate, say: Say): IsoDate {
	const day = cellOf(cells, column);
	const heading = column?.heading ?? XLSFORM_FIELDS.day;
	if (day === '') say(heading, 'day_missing');
	else if (!z.iso.date().safeParse(day).success) say(heading, 'day_unreadable', short(day));
	else if (day > today) say(heading, 'day_to_come', day);
	return day;
}

const VALUES = new Map<string, AnswerValue>([
	...([0, 1, 2, 3] as const).map((level): [string, AnswerValue] => [String(level), level]),
	['dk', 'dk'],
	['na', 'na']
]);
/** Only mentors confirm. */
const EVIDENCE_VALUES = new Map<string, Evidence>([
	['', 0],
	['0', 0],
	['1', 1],
	['2', 2]
]);

/** What a row says of an item that it answers; null when something is wrong with it. */
function answerOf(
	cells: readonly string[],
	item: Item,
	{ value: valueColumn, reason, evidence, note }: Layout['items'][number]['parts'],
	say: Say
): Undated | null {
	const [given, why, shown, added] = [valueColumn, reason, evidence, note].map((column) =>
		cellOf(cells, column)
	) as [string, string, string, string];
	const value = VALUES.get(given);
	const heading = valueColumn?.heading ?? '';
	if (value === undefined) {
		say(heading, 'value', short(given));
		return null;
	}
	const evidenceValue = EVIDENCE_VALUES.get(shown);
	const isNa = value === 'na';
	const faults: [boolean, string, FaultKind, string?][] = [
		[isNa && !item.naAllowed, heading, 'na_not_allowed'],
		[isNa && item.naAllowed && why === '', reason?.heading ?? heading, 'reason_missing'],
		[isNa && why.length > REASON_MAX, reason?.heading ?? '', 'reason_long'],
		[isNa && looksPersonal(why), reason?.heading ?? '', 'reason_personal'],
		[evidenceValue === undefined, evidence?.heading ?? '', 'evidence', short(shown)],
		[added.length > NOTE_MAX, note?.heading ?? '', 'note_long']
	];
	const wrong = faults.filter(([isWrong]) => isWrong);
	for (const [, column, kind, found] of wrong) say(column, kind, found);
	if (wrong.length > 0 || evidenceValue === undefined) return null;
	return {
		...{ item: item.id, value, evidence: evidenceValue },
		...(isNa ? { reason: why } : {}),
		...(added === '' ? {} : { note: added })
	};
}

/** As much of a cell as a message can show. */
const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

/** The columns with content that are nothing of the form. */
function leftOut({ columns, rows }: Table): Pick<Collected, 'personal' | 'unknown'> {
	const filled = columns.filter(
		(heading, position) => !QUESTION.test(heading) && rows.some((cells) => (cells[position] ?? '') !== '')
	);
	const personal = filled.filter((heading) => PERSONAL.test(bareName(heading)));
	return {
		personal,
		unknown: filled.filter((heading) => !personal.includes(heading) && !TECHNICAL.test(bareName(heading)))
	};
}
