/** The form with which figures come in, and what it says about the reading of a table. */
import { z } from 'zod';
import { readingSchema, type Reading } from '$lib/indicators/adapters/reading.ts';
import { UNIT_IDS } from '$lib/indicators/adapters/units.ts';
import { INDICATOR_IDS } from '$lib/indicators/types.ts';
import { addressField, missingOf, sourceShape } from '../source.ts';
import { PLACE } from './fields.ts';

const words = (most: number) => z.string().trim().max(most, 'too_long');

export const importForm = z
	.object({
		address: addressField,
		/** The table of the step before, packed, and what it was called. */
		table: z.string(),
		tableName: words(500),
		indicator: z.enum(INDICATOR_IDS, 'choose'),
		year: z.union([z.literal(''), z.stringFormat('year', /^(19|20)\d{2}$/, 'year')], 'year'),
		unit: z.union([z.literal(''), z.enum(UNIT_IDS)], 'choose'),
		vintage: z.enum(['today', '2018'], 'choose'),
		method: z.enum(['published', 'secondhand'], 'choose'),
		basis: z.enum(['stated', 'census', 'register', 'estimate'], 'choose'),
		...sourceShape,
		code: words(300),
		name: words(300),
		municipality: words(300),
		yearColumn: words(300),
		category: words(300),
		value: words(300),
		of: words(300),
		part: words(3000),
		without: words(3000),
		where: words(3000),
		title: words(200),
		skip: z.enum(['', 'yes']),
		/** Mark of what was checked; something else is not loaded unseen. */
		seen: words(100)
	})
	.superRefine((form, context) => {
		for (const name of missingOf(form))
			context.addIssue({ code: 'custom', path: [name], message: 'required' });
	});
export type ImportForm = z.output<typeof importForm>;

/** What the fields `place:LABEL` hold, by their names. */
export function placesOf(form: FormData): Record<string, string> {
	return Object.fromEntries(
		[...form].flatMap(([name, value]) =>
			name.startsWith(PLACE) && typeof value === 'string' ? [[name, value]] : []
		)
	);
}

const given = (text: string): string | undefined => (text === '' ? undefined : text);
const lines = (text: string): string[] => text.split('\n').flatMap((line) => given(line.trim()) ?? []);

/** A line `Column = cell`. */
function condition(line: string): { column: string; cell: string } {
	const at = line.indexOf('=');
	return {
		column: line.slice(0, at === -1 ? undefined : at).trim(),
		cell: at === -1 ? '' : line.slice(at + 1).trim()
	};
}

/** How to read the table. `places` as `placesOf` reads them. */
export function readingOf(form: ImportForm, places: Record<string, string>): Reading {
	const [part, without] = [lines(form.part), lines(form.without)];
	return readingSchema.parse({
		indicator: form.indicator,
		unit: given(form.unit),
		year: form.year === '' ? undefined : Number(form.year),
		vintage: form.vintage,
		method: form.method,
		basis: form.basis,
		columns: {
			code: given(form.code),
			name: given(form.name),
			municipality: given(form.municipality),
			year: given(form.yearColumn),
			category: given(form.category),
			value: given(form.value),
			of: given(form.of),
			part: part.length === 0 ? undefined : part,
			without: without.length === 0 ? undefined : without
		},
		where: lines(form.where).map(condition),
		places: Object.fromEntries(Object.entries(places).map(([name, code]) => [name.slice(PLACE.length), code]))
	});
}
