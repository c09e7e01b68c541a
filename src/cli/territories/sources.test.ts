import { describe, expect, it } from 'vitest';
import { documentId, documentSources } from './sources.ts';

describe('documentId', () => {
	it('is the title in plain letters', () => {
		expect(documentId('Iniciatīva “Darbīgās kopienas” Latgalē')).toBe('iniciativa-darbigas-kopienas-latgale');
	});

	it('ends at a word and fits the database', () => {
		const id = documentId('Ļoti garš nosaukums '.repeat(10));
		expect(id.length).toBeLessThanOrEqual(60);
		expect(id).toMatch(/^(loti|-|gars|nosaukums)+$/);
	});
});

describe('documentSources', () => {
	it('shows a document under its title, without the name of its file', () => {
		const file = '000_abc.txt';
		const [source] = documentSources([
			{ file, title: 'Memorands', publisher: 'Biedrība', date: '2025-10-29', place: 'Rēzekne' }
		]);
		expect(source).toMatchObject({
			id: 'memorands',
			kind: 'document',
			published: '2025-10-29',
			place: 'Rēzekne'
		});
		expect(JSON.stringify(source)).not.toContain(file);
	});
});
