import { describe, expect, it } from 'vitest';
import { addMonths, todayInRiga } from '$lib/activity/dates.ts';
import { placeForm } from './form.ts';

const today = todayInRiga(new Date());
const right = {
	...{ id: '', name: ' Viedais ciems ', kind: 'smart_village', territory_code: '0043560', place: 'Rogovka' },
	...{ known_since: today, source: 'new', sourceTitle: 'Viedo ciemu saraksts', sourcePublisher: 'LLF' },
	...{ sourcePublished: '2026', sourceUrl: '', sourceLicence: '' }
};

describe('the form of a place', () => {
	it('takes a smart village with a new source', () => {
		expect(placeForm.parse(right)).toEqual({ ...right, name: 'Viedais ciems' });
	});

	it.each<[string, string, string]>([
		['name', '', 'required'],
		['name', 'Ciems, zvanīt 29123456', 'personal'],
		['kind', 'library', 'choose'],
		['territory_code', '', 'choose'],
		['place', 'x'.repeat(201), 'too_long'],
		['known_since', '', 'date'],
		['known_since', addMonths(today, 1), 'date_future'],
		['source', '', 'choose'],
		['sourceTitle', '', 'required']
	])('refuses %s %j: %s', (field, value, problem) => {
		const parsed = placeForm.safeParse({ ...right, [field]: value });
		expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([[field, problem]]);
	});
});
