import { describe, expect, it } from 'vitest';
import { loadPublished } from '../checklists/published.ts';
import type { StoredDraft } from './db.ts';
import type { DraftAnswer } from './draft.ts';
import { FILE_MAX_BYTES, readFile, writeFile } from './file.ts';

const TODAY = '2026-11-21';

function answer(item: string, change: Partial<DraftAnswer> = {}): DraftAnswer {
	return { item, value: 2, asOf: '2026-11-01', evidence: 1, reason: '', note: '', ...change };
}

const stored: StoredDraft = {
	draft: {
		id: '3f0e9a52-6c1b-4d7e-9a10-2b7c5d8e9f01',
		checklist: 'drosa-kopiena',
		version: '1.0.0',
		form: 'quick',
		borderZone: true,
		place: { code: '0042200', label: 'Rēzekne' },
		exposure: { flood: 1.5 },
		createdAt: '2026-11-01T10:00:00.000Z',
		updatedAt: '2026-11-02T10:00:00.000Z',
		step: 'sakari'
	},
	answers: [
		answer('1.1', { note: 'Lapa “bibliotēkā”' }),
		// Of the full form only: kept, because the form may be changed.
		answer('1.6', { value: 'na', reason: 'Te nav vasarnieku' }),
		answer('2.1', { value: null, note: 'vēl jārunā' })
	]
};

async function open(text: string) {
	return readFile(text, loadPublished, TODAY);
}

/** The file with something else written into it. */
function changed(change: (file: Record<string, unknown>) => unknown): string {
	return JSON.stringify(change(JSON.parse(writeFile(stored)) as Record<string, unknown>));
}

describe('a file', () => {
	it('opens as what it was, as a draft of its own', async () => {
		const read = await open(writeFile(stored));
		if (!('stored' in read)) throw new Error(JSON.stringify(read.problem));
		const { id, updatedAt: _updatedAt, ...head } = read.stored.draft;
		const { id: oldId, updatedAt: _oldUpdatedAt, ...oldHead } = stored.draft;
		expect(head).toEqual(oldHead);
		expect(id).not.toBe(oldId);
		expect(read.stored.answers).toEqual(stored.answers);
	});

	it('does not carry the id of the draft', () => {
		expect(writeFile(stored)).not.toContain(stored.draft.id);
	});

	it.each([
		['not_json', 'not json'],
		['not_ours', '{"format":"other"}'],
		['not_ours', changed((file) => ({ ...file, answers: 'none' }))],
		['not_ours', changed((file) => ({ ...file, draft: { ...stored.draft, form: 'long' } }))],
		['newer_format', changed((file) => ({ ...file, formatVersion: 2 }))],
		['unknown_version', changed((file) => ({ ...file, draft: { ...stored.draft, version: '9.0.0' } }))],
		['too_large', ' '.repeat(FILE_MAX_BYTES + 1)]
	])('is refused as %s', async (code, text) => {
		expect(await open(text)).toMatchObject({ problem: { code } });
	});

	it.each([
		['unknown_item', answer('99.1')],
		['na_not_allowed', answer('1.1', { value: 'na', reason: 'x' })],
		['date_after_as_of', answer('1.1', { asOf: '2026-11-22' })]
	])('is refused for an answer with %s, named by its item', async (code, wrong) => {
		const read = await open(changed((file) => ({ ...file, answers: [wrong] })));
		expect(read).toMatchObject({
			problem: { code: 'wrong_answers', problems: [{ item: wrong.item, code }] }
		});
	});
});
