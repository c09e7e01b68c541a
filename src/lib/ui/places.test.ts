import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { highlight, loadPlaces } from './places.ts';

/** The pieces as text, hits in brackets. */
function marked(label: string, query: string): string {
	return highlight(label, query)
		.map(({ text, hit }) => (hit ? `[${text}]` : text))
		.join('');
}

describe('highlight', () => {
	test.each([
		['Mērdzenes pagasts', 'merdzene', '[Mērdzene]s pagasts'],
		['Mērdzenes pagasts', 'MĒRDZENES  pag', '[Mērdzenes pag]asts'],
		['Salas pagasts, Jēkabpils novads', 'salas jekab', '[Salas] pagasts, [Jēkab]pils novads'],
		['Salas pagasts, Jēkabpils novads', 'jekabpils salas', '[Salas] pagasts, [Jēkabpils] novads'],
		// A word that begins like it goes before the middle of an earlier word.
		['Jaunsalas ielas Salas', 'salas', 'Jaunsalas ielas [Salas]'],
		['Ventspils', 'pils', 'Vents[pils]'],
		['Rīga', 'riiga', 'Rīga'],
		['Rīga', '', 'Rīga']
	])('%s for “%s”', (label, query, expected) => {
		expect(marked(label, query)).toBe(expected);
	});

	test('never loses or adds a letter', () => {
		const name = fc.string({
			unit: fc.constantFrom('a', 'ā', 'Š', 'ķ', ' ', ',', '-', 'ы', '7'),
			maxLength: 20
		});
		fc.assert(
			fc.property(name, name, (label, query) => {
				const pieces = highlight(label, query);
				expect(pieces.map((piece) => piece.text).join('')).toBe(label);
			})
		);
	});
});

describe('loadPlaces', () => {
	afterEach(() => vi.unstubAllGlobals());

	function answerWith(body: unknown, status = 200): void {
		vi.stubGlobal('fetch', () => Promise.resolve(Response.json(body, { status })));
	}

	test('gives the list', async () => {
		const places = [{ code: '0001000', name: 'Rīga', kind: 'state_city', within: null }];
		answerWith(places);
		await expect(loadPlaces('/places')).resolves.toEqual(places);
	});

	test.each([
		['an object', { places: [] }],
		['an unknown kind', [{ code: '1', name: 'A', kind: 'village', within: null }]],
		['a missing name', [{ code: '1', kind: 'town', within: null }]]
	])('refuses %s', async (_what, body) => {
		answerWith(body);
		await expect(loadPlaces('/places')).rejects.toThrow('not a list of places');
	});

	test('refuses an error of the server', async () => {
		answerWith([], 503);
		await expect(loadPlaces('/places')).rejects.toThrow('503');
	});
});
