import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { searchPlaces, type Place } from './names.ts';
import { onlyAnswer } from './only-answer.ts';

const file = new URL('../../../static/geo/places.json', import.meta.url);
const places = JSON.parse(readFileSync(file, 'utf8')) as Place[];
const answer = (query: string) => onlyAnswer(searchPlaces(places, query, 50), query)?.name ?? null;

test.each([
	['Preiļi', 'Preiļi'],
	['preili', 'Preiļi'],
	['merdzene', 'Mērdzenes pagasts'],
	['0042200', 'Preiļi'],
	['Salas pagasts, Jēkabpils novads', 'Salas pagasts']
])('“%s” can only mean %s', (query, name) => {
	expect(answer(query)).toBe(name);
});

test.each(['Salas pagasts', 'salas', 'a', '', 'Mērdzeene', 'Zzz', '00422'])(
	'“%s” is left to the reader',
	(query) => {
		expect(answer(query)).toBeNull();
	}
);
