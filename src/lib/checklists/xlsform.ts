/**
 * A checklist as an XLSForm, the workbook from which KoboToolbox and ODK make a form (columns and rules:
 * https://xlsform.org/en/). Every question is named after its item, so that answers find their way back.
 */
import { itemsInForm } from './applicability.ts';
import {
	LANGUAGES,
	LEVELS,
	type Definition,
	type Form,
	type Item,
	type Language,
	type Text
} from './types.ts';

/** How programs show the languages to choose from: name and code. */
const LANGUAGE_NAME: Record<Language, string> = {
	lv: 'Latviešu (lv)',
	en: 'English (en)',
	ru: 'Русский (ru)'
};

/** Which items the form asks. `ask`: the form asks for the eastern border zone first, for wherever it is used. */
export interface XlsFormScope {
	form: Form;
	borderZone: boolean | 'ask';
}

/** What the form says besides the texts of the checklist. */
export interface XlsFormWords {
	/** What the form is called besides the checklist. */
	form: Text;
	/** Stands above the first question: nobody is to be named. */
	noNames: Text;
	day: Text;
	dayWrong: Text;
	zone: Text;
	yes: Text;
	no: Text;
	dk: Text;
	na: Text;
	reason: Text;
	evidence: Text;
	/** Before the examples of an item. */
	evidenceExamples: Text;
	/** By value; only mentors confirm, so there is no fourth. */
	evidenceLevels: readonly [Text, Text, Text];
	note: Text;
	noteHint: Text;
	noteSensitive: Text;
	tooLong: Text;
	/** Longest reason and note, in characters. */
	reasonMax: number;
	noteMax: number;
}

/** A sheet of the workbook: every row has a cell for each column. */
export interface XlsFormSheet {
	name: 'survey' | 'choices' | 'settings';
	columns: readonly string[];
	rows: readonly (readonly string[])[];
}

/** Names of the questions that are about no item. */
export const XLSFORM_FIELDS = {
	checklist: 'checklist_id',
	version: 'checklist_version',
	day: 'as_of',
	zone: 'border_zone'
} as const;

/** What is asked of each item besides the answer; behind its name. */
export const XLSFORM_PARTS = ['reason', 'evidence', 'note'] as const;
export type XlsFormPart = (typeof XLSFORM_PARTS)[number];

/**
 * Name of the question of an item, such as `i12_1`: names begin with a letter, and the points and hyphens that they may
 * have stand between groups in exported tables.
 */
export function questionName(item: string, part?: XlsFormPart): string {
	const name = `i${item.replace('.', '_')}`;
	return part === undefined ? name : `${name}_${part}`;
}

/** The item and part that a name of `questionName` stands for; null for other names. */
export function questionOf(name: string): { item: string; part: XlsFormPart | 'value' } | null {
	const [, domain, number, part] = /^i([1-9]\d*)_([1-9]\d*)(?:_(reason|evidence|note))?$/.exec(name) ?? [];
	if (domain === undefined || number === undefined) return null;
	return { item: `${domain}.${number}`, part: XLSFORM_PARTS.find((each) => each === part) ?? 'value' };
}

/** The id under which a form is kept: another scope is another form, another version a version of the same one. */
export function xlsFormId({ id }: Definition, { form, borderZone }: XlsFormScope): string {
	return borderZone === 'ask' ? `${id}-${form}` : `${id}-${form}-${borderZone ? 'border' : 'inland'}`;
}

/** A row of a sheet by column. */
type Cells = Record<string, string>;

/**
 * The three sheets of the workbook. Nothing is required but what an answer cannot be read without: who does not want to
 * answer a question leaves it, as on paper.
 */
export function xlsForm(definition: Definition, scope: XlsFormScope, words: XlsFormWords): XlsFormSheet[] {
	const asksZone = scope.borderZone === 'ask';
	const items = itemsInForm(definition, { form: scope.form, borderZone: scope.borderZone !== false });
	return [
		sheet('survey', [
			constant(XLSFORM_FIELDS.checklist, definition.id),
			constant(XLSFORM_FIELDS.version, definition.version),
			{
				...{ type: 'note', name: 'about' },
				...inLanguages('label', definition.summary),
				...inLanguages('hint', words.noNames)
			},
			{
				...{ type: 'date', name: XLSFORM_FIELDS.day, required: 'yes', default: 'today()' },
				...{ constraint: '. <= today()', ...inLanguages('constraint_message', words.dayWrong) },
				...inLanguages('label', words.day)
			},
			...(asksZone
				? [
						{
							...{ type: 'select_one yes_no', name: XLSFORM_FIELDS.zone, required: 'yes' },
							...inLanguages('label', words.zone)
						}
					]
				: []),
			...definition.domains.flatMap((domain) => {
				const inside = items.filter((item) => item.domain === domain.id);
				const name = `d_${domain.id.replaceAll('-', '_')}`;
				if (inside.length === 0) return [];
				return [
					{ type: 'begin_group', name, ...inLanguages('label', domain.title) },
					{ type: 'note', name: `${name}_intro`, ...inLanguages('label', domain.intro) },
					...inside.flatMap((item) => questions(item, asksZone, words)),
					{ type: 'end_group', name }
				];
			})
		]),
		sheet('choices', [
			...items.flatMap((item) => [
				...LEVELS.map((level) => choice(listName(item), String(level), item.levels[level])),
				choice(listName(item), 'dk', words.dk),
				...(item.naAllowed ? [choice(listName(item), 'na', words.na)] : [])
			]),
			...words.evidenceLevels.map((text, value) => choice('evidence', String(value), text)),
			...(asksZone ? [choice('yes_no', 'yes', words.yes), choice('yes_no', 'no', words.no)] : [])
		]),
		sheet('settings', [
			{
				form_title: `${definition.title.lv}: ${words.form.lv}`,
				form_id: xlsFormId(definition, scope),
				version: definition.version,
				default_language: LANGUAGE_NAME.lv
			}
		])
	];
}

const listName = (item: Item): string => `l_${questionName(item.id)}`;

/** One item on one screen: the statements, then what may be added. */
function questions(item: Item, asksZone: boolean, words: XlsFormWords): Cells[] {
	const name = questionName(item.id);
	const hint = inLanguages('hint', item.sensitive ? words.noteSensitive : words.noteHint);
	const longest = (characters: number): Cells => ({
		constraint: `string-length(.) <= ${characters}`,
		...inLanguages('constraint_message', words.tooLong)
	});
	return [
		{
			...{ type: 'begin_group', name: `q_${name}`, appearance: 'field-list' },
			...(asksZone && item.only === 'border' ? { relevant: `\${${XLSFORM_FIELDS.zone}} = 'yes'` } : {})
		},
		{
			...{ type: `select_one ${listName(item)}`, name },
			...inLanguages('label', item.title, `${item.id} `),
			...inLanguages('hint', item.explanation)
		},
		...(item.naAllowed
			? [
					{
						...{ type: 'text', name: questionName(item.id, 'reason'), required: 'yes' },
						...{ relevant: `\${${name}} = 'na'`, ...longest(words.reasonMax) },
						...inLanguages('label', words.reason),
						...hint
					}
				]
			: []),
		{
			...{ type: 'select_one evidence', name: questionName(item.id, 'evidence'), appearance: 'minimal' },
			// Of what is not there, nothing can be shown.
			relevant: [1, 2, 3].map((level) => `\${${name}} = '${level}'`).join(' or '),
			...inLanguages('label', words.evidence),
			...Object.fromEntries(
				LANGUAGES.map((language) => [
					languageColumn('hint', language),
					`${words.evidenceExamples[language]} ${item.evidence[language]}.`
				])
			)
		},
		{
			...{ type: 'text', name: questionName(item.id, 'note'), appearance: 'multiline' },
			...{ relevant: `\${${name}} != ''`, ...longest(words.noteMax) },
			...inLanguages('label', words.note),
			...hint
		},
		{ type: 'end_group', name: `q_${name}` }
	];
}

/** A value that every sheet of answers carries, so that it tells by itself what it answers. */
function constant(name: string, value: string): Cells {
	return { type: 'calculate', name, calculation: `'${value}'` };
}

function choice(list: string, name: string, text: Text): Cells {
	return { list_name: list, name, ...inLanguages('label', text) };
}

const languageColumn = (column: string, language: Language): string =>
	`${column}::${LANGUAGE_NAME[language]}`;

function inLanguages(column: string, text: Text, before = ''): Cells {
	return Object.fromEntries(
		LANGUAGES.map((language) => [languageColumn(column, language), before + text[language]])
	);
}

const translated = (column: string): string[] =>
	LANGUAGES.map((language) => languageColumn(column, language));

const COLUMNS: Record<XlsFormSheet['name'], readonly string[]> = {
	survey: [
		...['type', 'name', ...translated('label'), ...translated('hint'), 'required', 'relevant'],
		...['constraint', ...translated('constraint_message'), 'default', 'appearance', 'calculation']
	],
	choices: ['list_name', 'name', ...translated('label')],
	settings: ['form_title', 'form_id', 'version', 'default_language']
};

function sheet(name: XlsFormSheet['name'], rows: readonly Cells[]): XlsFormSheet {
	const columns = COLUMNS[name];
	return { name, columns, rows: rows.map((cells) => columns.map((column) => cells[column] ?? '')) };
}
