import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import definition from '../../../checklists/drosa-kopiena/1.0.0/definition.json' with { type: 'json' };
import { definitionSchema } from './schema.ts';
import { FORMS, LANGUAGES } from './types.ts';
import {
	questionName,
	questionOf,
	xlsForm,
	XLSFORM_PARTS,
	type XlsFormScope,
	type XlsFormSheet,
	type XlsFormWords
} from './xlsform.ts';

const checklist = definitionSchema.parse(definition);
const text = (words: string) => ({ lv: words, en: words, ru: words });
const words: XlsFormWords = {
	...{ form: text('Form'), noNames: text('No names'), day: text('Day'), dayWrong: text('Up to today') },
	...{ zone: text('Zone?'), yes: text('Yes'), no: text('No'), dk: text('Not known'), na: text('Not here') },
	...{ reason: text('Why?'), evidence: text('Shown by?'), evidenceExamples: text('Such as:') },
	evidenceLevels: [text('Word'), text('Seen'), text('Tried')],
	...{ note: text('Note'), noteHint: text('No names'), noteSensitive: text('Only whether') },
	...{ tooLong: text('Too long'), reasonMax: 500, noteMax: 2000 }
};

type Cells = Record<string, string>;
const cellsOf = ({ columns, rows }: XlsFormSheet): Cells[] =>
	rows.map((row) => Object.fromEntries(columns.map((column, position) => [column, row[position] ?? ''])));
function sheetsOf(scope: XlsFormScope): Record<XlsFormSheet['name'], Cells[]> {
	const sheets = xlsForm(checklist, scope, words);
	return Object.fromEntries(sheets.map((sheet) => [sheet.name, cellsOf(sheet)])) as Record<
		XlsFormSheet['name'],
		Cells[]
	>;
}
const scopes = FORMS.flatMap((form) =>
	(['ask', true, false] as const).map((borderZone): XlsFormScope => ({ form, borderZone }))
);

describe('names of questions', () => {
	it('lead back to their item, whatever its number', () => {
		fc.assert(
			fc.property(
				...([fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 })] as const),
				fc.constantFrom(undefined, ...XLSFORM_PARTS),
				(domain, number, part) => {
					const item = `${domain}.${number}`;
					expect(questionOf(questionName(item, part))).toEqual({ item, part: part ?? 'value' });
				}
			)
		);
	});

	it('are told from other names', () => {
		for (const name of ['', 'i1', 'i0_1', 'i1_1_', 'i1_1_other', 'q_i1_1', 'i1.1', 'as_of'])
			expect(questionOf(name)).toBeNull();
	});
});

describe.each(scopes)('the form %o', (scope) => {
	const { survey, choices, settings } = sheetsOf(scope);
	const named = survey.filter(({ type }) => type !== 'end_group');
	const asked = named.flatMap(({ name = '' }) => questionOf(name) ?? []);

	it('asks the items of its scope, each once and in their order', () => {
		const expected = checklist.items.filter(
			({ quick, only }) =>
				(scope.form === 'full' || quick) && (only !== 'border' || scope.borderZone !== false)
		);
		expect(asked.filter(({ part }) => part === 'value').map(({ item }) => item)).toEqual(
			expected.map(({ id }) => id)
		);
	});

	it('has names that are valid, and each once', () => {
		const names = named.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		for (const name of names) expect(name).toMatch(/^[a-zA-Z_][a-zA-Z0-9_]*$/);
		for (const { name } of choices) expect(name).toMatch(/^[a-z0-9]+$/);
	});

	it('closes every group that it opens', () => {
		const open: (string | undefined)[] = [];
		for (const { type, name } of survey) {
			if (type === 'begin_group') open.push(name);
			if (type === 'end_group') expect(open.pop()).toBe(name);
		}
		expect(open).toEqual([]);
	});

	it('refers only to questions before, and only to values that they have', () => {
		const before = new Set<string>();
		for (const { name = '', type = '', relevant = '', constraint = '' } of survey) {
			const mentioned = [...`${relevant} ${constraint}`.matchAll(/\$\{(\w+)\}(?: = '(\w+)')?/g)];
			if (relevant !== '') expect(mentioned.length).toBeGreaterThan(0);
			for (const [, other = '', value] of mentioned) {
				expect(before).toContain(other);
				const list = survey.find((row) => row.name === other)?.type?.replace('select_one ', '');
				if (value !== undefined)
					expect(choices.some((one) => one.list_name === list && one.name === value)).toBe(true);
			}
			before.add(name);
			if (type.startsWith('select_one '))
				expect(choices.filter(({ list_name }) => `select_one ${list_name}` === type).length).toBeGreaterThan(
					1
				);
		}
	});

	it('has choices that are used, each once in its list, and “does not apply” only where it may be said', () => {
		const keys = choices.map(({ list_name, name }) => `${list_name} ${name}`);
		expect(new Set(keys).size).toBe(keys.length);
		for (const { list_name } of choices)
			expect(survey.some(({ type }) => type === `select_one ${list_name}`)).toBe(true);
		for (const { item } of asked) {
			const { naAllowed } = checklist.items.find(({ id }) => id === item) ?? {};
			expect(keys.includes(`l_${questionName(item)} na`)).toBe(naAllowed);
			expect(asked.some((one) => one.item === item && one.part === 'reason')).toBe(naAllowed);
		}
	});

	it('says everything that people read in every language', () => {
		const languages = Object.keys(survey[0] ?? {}).filter((column) => column.startsWith('label::'));
		expect(languages).toEqual(['label::Latviešu (lv)', 'label::English (en)', 'label::Русский (ru)']);
		expect(languages).toHaveLength(LANGUAGES.length);
		for (const row of [...survey, ...choices]) {
			const silent = ['end_group', 'calculate'].includes(row.type ?? '') || row.name?.startsWith('q_');
			for (const column of languages) expect(row[column] === '', `${row.name} ${column}`).toBe(silent);
			for (const group of ['hint', 'constraint_message']) {
				const said = languages.map((column) => row[column.replace('label', group)] ?? '');
				expect(new Set(said.map((one) => one === '')).size, `${row.name} ${group}`).toBe(1);
			}
		}
	});

	it('tells which checklist it is of, asks for the day, and asks for the zone only where it is not known', () => {
		expect(settings).toHaveLength(1);
		expect(settings[0]).toMatchObject({ version: '1.0.0', default_language: 'Latviešu (lv)' });
		expect(settings[0]?.form_id).toMatch(/^drosa-kopiena-(full|quick)/);
		expect(survey.filter(({ type }) => type === 'calculate')).toMatchObject([
			{ name: 'checklist_id', calculation: "'drosa-kopiena'" },
			{ name: 'checklist_version', calculation: "'1.0.0'" }
		]);
		expect(survey.find(({ name }) => name === 'as_of')).toMatchObject({ type: 'date', required: 'yes' });
		expect(named.some(({ name }) => name === 'border_zone')).toBe(scope.borderZone === 'ask');
		const onlyAtBorder = survey.filter(({ relevant = '' }) => relevant.includes('border_zone'));
		expect(onlyAtBorder.length > 0).toBe(scope.borderZone === 'ask' && scope.form === 'full');
	});
});

it('gives every scope an id of its own', () => {
	const ids = scopes.map((scope) => sheetsOf(scope).settings[0]?.form_id);
	expect(new Set(ids).size).toBe(scopes.length);
});
