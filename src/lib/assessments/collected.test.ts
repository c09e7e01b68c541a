import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import definition from '../../../checklists/drosa-kopiena/1.0.0/definition.json' with { type: 'json' };
import { itemsInForm, type Applicability } from '../checklists/applicability.ts';
import { definitionSchema } from '../checklists/schema.ts';
import type { Item } from '../checklists/types.ts';
import { questionName } from '../checklists/xlsform.ts';
import { readCsv } from '../indicators/adapters/csv.ts';
import type { AnswerValue } from '../scoring/types.ts';
import { CollectedError, readCollected, type Collected, type CollectedSheet } from './collected.ts';

const checklist = definitionSchema.parse(definition);
const TODAY = '2026-11-22';
const FULL: Applicability = { form: 'full', borderZone: true };

type Cells = Record<string, string>;
type Program = 'kobo' | 'odk';

/** What a program adds around the answers of a form, and what it calls their columns. */
const PROGRAMS: Record<
	Program,
	{ question: (item: Item, name: string) => string; row: (id: string) => Cells }
> = {
	kobo: {
		question: (item, name) => `d_${item.domain}/q_${questionName(item.id)}/${name}`,
		row: (id) => ({
			...{ _id: '7', _uuid: id, _submission_time: '2026-05-02T10:00:00', _submitted_by: 'anna', _index: '1' },
			...{ __version__: 'vX', 'meta/instanceID': `uuid:${id}`, about: '', start: '2026-05-02T09:00:00' }
		})
	},
	odk: {
		question: (item, name) => `d_${item.domain}-q_${questionName(item.id)}-${name}`,
		row: (id) => ({
			...{ SubmissionDate: '2026-05-02', 'meta-instanceID': `uuid:${id}`, KEY: `uuid:${id}` },
			...{
				SubmitterID: '12',
				SubmitterName: 'Anna',
				DeviceID: 'collect:x',
				ReviewState: '',
				FormVersion: '1.0.0'
			}
		})
	}
};

/** A sheet as the program exports it. */
function rowOf({ id, answers }: CollectedSheet, program: Program, more: Cells = {}): Cells {
	const { question, row } = PROGRAMS[program];
	const cells: Cells = {
		...{ checklist_id: 'drosa-kopiena', checklist_version: '1.0.0', as_of: answers[0]?.as_of ?? '' },
		...row(id)
	};
	for (const item of checklist.items) {
		const said = answers.find((answer) => answer.item === item.id);
		cells[question(item, questionName(item.id))] = said === undefined ? '' : String(said.value);
		cells[question(item, questionName(item.id, 'evidence'))] =
			said === undefined || said.evidence === 0 ? '' : String(said.evidence);
		cells[question(item, questionName(item.id, 'reason'))] = said?.reason ?? '';
		cells[question(item, questionName(item.id, 'note'))] = said?.note ?? '';
	}
	return { ...cells, ...more };
}
const csvOf = (rows: Cells[], delimiter = ','): string => Papa.unparse(rows, { delimiter, newline: '\r\n' });
const read = (csv: string, where = FULL): Collected => readCollected(readCsv(csv), checklist, where, TODAY);

/** A text that a person may have typed, also one that a spreadsheet would run; no edges that every form cuts off. */
const typed = fc
	.oneof(
		fc.constantFrom(
			'=1+1',
			'-5',
			'@SUM(A1)',
			'+371',
			"a;b,c\t'd'",
			'rindas\nbeigas',
			'"pēdiņās"',
			'Ķīsezers'
		),
		fc.string({ minLength: 1, maxLength: 60 })
	)
	.map((text) => text.replaceAll(/[\r\n]+/g, '\n').trim())
	.filter((text) => text !== '' && !/\d{5}|@.*\./.test(text));

function sheetOf(items: readonly Item[]): fc.Arbitrary<CollectedSheet> {
	return fc
		.record({
			id: fc.uuid(),
			day: fc.date({ min: new Date('2026-01-01'), max: new Date(TODAY), noInvalidDate: true }),
			said: fc.array(
				fc.record({
					item: fc.constantFrom(...items),
					value: fc.constantFrom<AnswerValue>(0, 1, 2, 3, 'dk', 'na'),
					evidence: fc.constantFrom(0 as const, 1 as const, 2 as const),
					reason: typed,
					note: fc.option(typed, { nil: undefined })
				}),
				{ minLength: 1, maxLength: 12 }
			)
		})
		.map(({ id, day, said }) => {
			const byItem = new Map(said.map((one) => [one.item.id, one]));
			const answers = items.flatMap(({ id: item, naAllowed }) => {
				const one = byItem.get(item);
				if (one === undefined) return [];
				const value = one.value === 'na' && !naAllowed ? 'dk' : one.value;
				return [
					{
						...{ item, value, as_of: day.toISOString().slice(0, 10), evidence: one.evidence },
						...(value === 'na' ? { reason: one.reason } : {}),
						...(one.note === undefined ? {} : { note: one.note })
					}
				];
			});
			return { id, answers };
		});
}

describe('answers come back as they were given', () => {
	for (const program of ['kobo', 'odk'] as const)
		for (const delimiter of [',', ';'])
			it(`through ${program} with “${delimiter}”`, () => {
				fc.assert(
					fc.property(
						fc.uniqueArray(sheetOf(checklist.items), {
							minLength: 1,
							maxLength: 4,
							selector: ({ id }) => id
						}),
						(sheets) => {
							const told = read(
								csvOf(
									sheets.map((sheet) => rowOf(sheet, program)),
									delimiter
								)
							);
							expect(told.faults).toEqual([]);
							expect(told.sheets).toEqual(sheets);
						}
					),
					{ numRuns: 60 }
				);
			});

	it('with bare names, too, and by the id that stays when a submission is edited', () => {
		const csv = [
			'checklist_id,checklist_version,as_of,i1_1,_uuid,meta/rootUuid',
			'drosa-kopiena,1.0.0,2026-05-01,2,new,uuid:OLD',
			'drosa-kopiena,1.0.0,2026-05-01,dk,other,'
		].join('\n');
		expect(read(csv).sheets).toEqual([
			{ id: 'old', answers: [{ item: '1.1', value: 2, as_of: '2026-05-01', evidence: 0 }] },
			{ id: 'other', answers: [{ item: '1.1', value: 'dk', as_of: '2026-05-01', evidence: 0 }] }
		]);
	});
});

const sheet: CollectedSheet = {
	id: 'a1',
	answers: [
		{ item: '1.1', value: 2, as_of: '2026-05-01', evidence: 1, note: '=HYPERLINK("x")' },
		{ item: '2.1', value: 'dk', as_of: '2026-05-01', evidence: 0 }
	]
};
const kobo = (item: string, part?: 'reason' | 'evidence' | 'note'): string => {
	const found = checklist.items.find(({ id }) => id === item);
	if (found === undefined) throw new Error(item);
	return PROGRAMS.kobo.question(found, questionName(item, part));
};
const mayBeNa = checklist.items.find(({ naAllowed }) => naAllowed)?.id ?? '';
const neverNa = checklist.items.find(({ naAllowed }) => !naAllowed)?.id ?? '';

describe('what stays out is told', () => {
	it('columns about people and devices, and what the checklist does not know', () => {
		const more = {
			...{
				username: 'anna',
				deviceid: 'x1',
				_geolocation: '[57, 25]',
				'home-Latitude': '57.1',
				vards: 'Anna'
			},
			...{ email: '' }
		};
		const told = read(csvOf([rowOf(sheet, 'kobo', more)]));
		expect(told.personal).toEqual(['_submitted_by', 'username', 'deviceid', '_geolocation', 'home-Latitude']);
		expect(told.unknown).toEqual(['vards']);
		expect(JSON.stringify(told.sheets)).not.toMatch(/anna/i);
		expect(read(csvOf([rowOf(sheet, 'odk')])).personal).toEqual(['SubmitterID', 'SubmitterName', 'DeviceID']);
	});

	it('rows without an answer, and items that the round does not ask', () => {
		const csv = csvOf([
			rowOf({ id: 'e', answers: [] }, 'kobo'),
			rowOf({ id: 'f', answers: [{ item: '11.5', value: 1, as_of: TODAY, evidence: 0 }] }, 'kobo'),
			rowOf(sheet, 'kobo')
		]);
		const told = read(csv, { form: 'full', borderZone: false });
		expect(told).toMatchObject({ empty: [2, 3], notAsked: ['11.5'], faults: [], sheets: [sheet] });
		const quick = itemsInForm(checklist, { form: 'quick', borderZone: false }).map(({ id }) => id);
		const asked = read(csv, { form: 'quick', borderZone: false });
		expect(asked.sheets.flatMap(({ answers }) => answers).every(({ item }) => quick.includes(item))).toBe(
			true
		);
	});

	it('notes that seem to tell of a person', () => {
		const told = read(csvOf([rowOf(sheet, 'kobo', { [kobo('1.1', 'note')]: 'Zvanīt 26123456' })]));
		expect(told.personalNotes).toEqual([{ row: 2, column: kobo('1.1', 'note') }]);
		expect(told.sheets[0]?.answers[0]?.note).toBeUndefined();
		expect(told.faults).toEqual([]);
	});
});

describe('what is wrong is named with row and column', () => {
	it.each([
		['value', kobo('1.1'), { [kobo('1.1')]: '4' }],
		['value', kobo('1.1'), { [kobo('1.1')]: '=2' }],
		['na_not_allowed', kobo(neverNa), { [kobo(neverNa)]: 'na' }],
		['reason_missing', kobo(mayBeNa, 'reason'), { [kobo(mayBeNa)]: 'na' }],
		[
			'reason_personal',
			kobo(mayBeNa, 'reason'),
			{ [kobo(mayBeNa)]: 'na', [kobo(mayBeNa, 'reason')]: 'a@b.lv' }
		],
		[
			'reason_long',
			kobo(mayBeNa, 'reason'),
			{ [kobo(mayBeNa)]: 'na', [kobo(mayBeNa, 'reason')]: 'x'.repeat(501) }
		],
		['evidence', kobo('1.1', 'evidence'), { [kobo('1.1', 'evidence')]: '3' }],
		['note_long', kobo('1.1', 'note'), { [kobo('1.1', 'note')]: 'x'.repeat(2001) }],
		['day_missing', 'as_of', { as_of: '' }],
		['day_unreadable', 'as_of', { as_of: '22.11.2026' }],
		['day_unreadable', 'as_of', { as_of: '2026-02-30' }],
		['day_to_come', 'as_of', { as_of: '2026-11-23' }],
		['id_twice', '_uuid', { _uuid: 'A0' }],
		['id_missing', '_uuid', { _uuid: '', 'meta/instanceID': '' }]
	] as [string, string, Cells][])('%s in %s', (kind, column, more) => {
		const told = read(csvOf([rowOf({ ...sheet, id: 'a0' }, 'kobo'), rowOf(sheet, 'kobo', more)]));
		expect(told.faults).toMatchObject([{ row: 3, column, kind }]);
		expect(told.sheets).toHaveLength(2);
	});
});

describe('another table is refused, and why', () => {
	const refusalOf = (csv: string): string => {
		try {
			read(csv);
		} catch (error) {
			if (error instanceof CollectedError) return `${error.refusal} ${error.detail}`.trim();
			throw error;
		}
		return 'not refused';
	};
	const without = (name: string): Cells => {
		const { [name]: _gone, ...rest } = rowOf(sheet, 'kobo');
		return rest;
	};
	const [item] = checklist.items;

	it.each([
		['no_items', 'name,age\nx,3'],
		['labels', `1.1 ${item?.title.ru ?? ''},_uuid\nx,3`],
		['labels', csvOf([rowOf(sheet, 'kobo', { [kobo('1.1')]: item?.levels[2].lv ?? '' })])],
		['no_version', csvOf([without('checklist_version')])],
		['no_version', csvOf([rowOf(sheet, 'kobo', { checklist_id: '', checklist_version: '' })])],
		[
			'other_version drosa-kopiena 1.1.0, other 1.0.0',
			csvOf([
				rowOf(sheet, 'kobo', { checklist_version: '1.1.0' }),
				rowOf(sheet, 'kobo', { checklist_id: 'other' }),
				rowOf(sheet, 'kobo')
			])
		],
		['column_twice i1_1', csvOf([rowOf(sheet, 'kobo', { 'again/i1_1': '1' })])],
		['too_many 501', csvOf(Array.from({ length: 501 }, (_, n) => rowOf({ ...sheet, id: String(n) }, 'odk')))]
	])('%s', (expected, csv) => {
		expect(refusalOf(csv)).toBe(expected);
	});

	it('no_ids', () => {
		const { _uuid, 'meta/instanceID': _instance, ...rest } = rowOf(sheet, 'kobo');
		expect(_uuid).toBe(sheet.id);
		expect(refusalOf(csvOf([rest]))).toBe('no_ids');
	});
});
