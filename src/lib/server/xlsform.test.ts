/** The workbook as programs open it, and answers on it as they come back. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import definition from '../../../checklists/drosa-kopiena/1.0.0/definition.json' with { type: 'json' };
import { readCollected } from '../assessments/collected.ts';
import { definitionSchema } from '../checklists/schema.ts';
import { xlsFormQuery } from '../open-data/checklists.ts';
import { scopeOf, xlsFormFile } from './xlsform.ts';

const checklist = definitionSchema.parse(definition);

const plain = (xml: string): string =>
	xml.replaceAll(
		/&(lt|gt|quot|apos|amp);/g,
		(_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? ''
	);

/** The sheets of a workbook by name: rows of texts under the headings of their columns. */
function open(bytes: Uint8Array): Record<string, Record<string, string>[]> {
	const files = unzipSync(bytes);
	const file = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
	const shared = [...file('xl/sharedStrings.xml').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs)].map(
		([, text = '']) => plain(text)
	);
	const names = [...file('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
		([, name = '']) => name
	);
	return Object.fromEntries(
		names.map((name, index) => {
			const xml = file(`xl/worksheets/sheet${index + 1}.xml`);
			expect(xml).not.toMatch(/<f[ >]/);
			const rows = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
				Object.fromEntries(
					[...row.matchAll(/<c r="([A-Z]+)\d+"([^>]*)>(?:<v>(.*?)<\/v>)?/gs)].map(
						([, column = '', attributes = '', value]) => {
							if (value !== undefined) expect(attributes).toContain('t="s"');
							return [column, value === undefined ? '' : (shared[Number(value)] ?? '')];
						}
					)
				)
			);
			const [headings = {}, ...others] = rows;
			return [
				name,
				others.map((row) =>
					Object.fromEntries(
						Object.entries(headings).map(([column, heading]) => [heading, row[column] ?? ''])
					)
				)
			];
		})
	);
}

it('is a workbook of three sheets whose cells are all text', async () => {
	const { body, name, tag } = await xlsFormFile(checklist, { form: 'quick', borderZone: 'ask' });
	expect(name).toBe('drosa-kopiena-quick-1.0.0-xlsform.xlsx');
	const { survey, choices, settings, ...others } = open(body);
	expect(others).toEqual({});
	expect(settings).toEqual([
		{
			...{ form_title: 'Droša kopiena: Īsais novērtējums', form_id: 'drosa-kopiena-quick', version: '1.0.0' },
			default_language: 'Latviešu (lv)'
		}
	]);
	const [first] = checklist.items;
	expect(survey?.find(({ name: each }) => each === 'i1_1')).toMatchObject({
		...{ type: 'select_one l_i1_1', relevant: '', 'label::English (en)': `1.1 ${first?.title.en ?? ''}` },
		'hint::Русский (ru)': first?.explanation.ru
	});
	expect(choices?.find(({ name: each }) => each === '3')?.['label::Latviešu (lv)']).toBe(first?.levels[3].lv);
	// Packed at another moment it is the same.
	expect((await xlsFormFile(checklist, { form: 'quick', borderZone: 'ask' })).tag).toBe(tag);
	expect((await xlsFormFile(checklist, { form: 'quick', borderZone: true })).tag).not.toBe(tag);
});

it.each(['/', '-'])('takes answers back that stand behind its groups with “%s”', async (separator) => {
	const { body } = await xlsFormFile(checklist, { form: 'full', borderZone: 'ask' });
	const { survey = [], choices = [] } = open(body);
	const groups: string[] = [];
	const row: Record<string, string> = { [separator === '/' ? '_uuid' : 'KEY']: 'uuid:1' };
	let asked = 0;
	for (const { type = '', name = '', calculation = '' } of survey) {
		if (type === 'begin_group') groups.push(name);
		else if (type === 'end_group') groups.pop();
		else {
			const values = choices
				.filter(({ list_name }) => `select_one ${list_name}` === type)
				.map((one) => one.name);
			const heading = [...groups, name].join(separator);
			if (type === 'calculate') row[heading] = calculation.slice(1, -1);
			else if (type === 'date') row[heading] = '2026-05-01';
			else if (type === 'text') row[heading] = '+1';
			else if (type.startsWith('select_one')) row[heading] = values[asked++ % values.length] ?? '';
		}
	}
	const table = { columns: Object.keys(row), rows: [Object.values(row)] };
	const told = readCollected(table, checklist, { form: 'full', borderZone: true }, '2026-05-01');
	expect(told).toMatchObject({ faults: [], unknown: [], personal: [], notAsked: [], empty: [] });
	expect(told.sheets[0]?.answers.map(({ item }) => item)).toEqual(checklist.items.map(({ id }) => id));
	expect(new Set(told.sheets[0]?.answers.map(({ value }) => value))).toEqual(
		new Set([0, 1, 2, 3, 'dk', 'na'])
	);
});

it('asks for what there is', () => {
	expect(scopeOf(xlsFormQuery.parse({}))).toEqual({ form: 'full', borderZone: 'ask' });
	expect(scopeOf(xlsFormQuery.parse({ form: 'quick', border: 'no' }))).toEqual({
		...{ form: 'quick', borderZone: false }
	});
	expect(xlsFormQuery.safeParse({ form: 'short' }).success).toBe(false);
	expect(xlsFormQuery.safeParse({ zone: 'yes' }).success).toBe(false);
});
