import { describe, expect, it } from 'vitest';
import { definition, item, text } from '../../../tests/scoring/small-checklist.ts';
import type { MustHaveCheck, Step } from './plan.ts';
import { calendarDays, itemHelpers, itemTitle, stepDifferences } from './plan-words.ts';

const ID = '11111111-1111-4111-8111-111111111111';
const URL = 'https://example.org/communities/1/plan';
const checklist = definition(
	[item('1.1', 'a', { title: text('Kontaktpersona'), helpers: ['library', 'school'] }), item('1.2', 'a')],
	{ helpers: { library: text('bibliotēka'), school: text('skola') } }
);

function step(more: Partial<Step>): Step {
	return {
		id: ID,
		community_id: ID,
		assessment_id: null,
		item_id: null,
		text: 'Norunāt, kas zvana',
		owner_role: null,
		helper: null,
		due_on: '2027-01-31',
		status: 'open',
		shared: false,
		municipality_reply: null,
		replied_at: null,
		created_at: '2026-11-01T10:00:00+00:00',
		updated_at: '2026-11-02T10:00:00+00:00',
		...more
	};
}

const check: MustHaveCheck = {
	assessment: '22222222-2222-4222-8222-222222222222',
	dueOn: '2027-05-21',
	setAt: '2026-11-21T18:00:00+00:00',
	items: ['1.1', '9.9']
};

describe('the days of a plan', () => {
	it('are those of steps that are still to be done', () => {
		const days = calendarDays(
			[
				step({ owner_role: 'Kodolgrupa', helper: 'Skola' }),
				step({ id: 'b', due_on: null }),
				step({ id: 'c', status: 'done' }),
				step({ id: 'd', status: 'dropped' }),
				step({ id: 'e', status: 'doing' })
			],
			null,
			checklist,
			URL
		);
		expect(days.map(({ uid }) => uid)).toEqual([ID, 'e']);
		expect(days[0]).toEqual({
			uid: ID,
			day: '2027-01-31',
			title: 'Norunāt, kas zvana',
			text: 'Kas par to gādā: Kodolgrupa\nKas palīdz: Skola',
			url: URL,
			changedAt: '2026-11-02T10:00:00+00:00'
		});
		expect(days[1]?.text).toBeUndefined();
	});

	it('hold the six-month check once, with what it is about, also of items this version does not know', () => {
		const [day] = calendarDays([], check, checklist, URL);
		expect(day).toMatchObject({
			uid: '22222222-2222-4222-8222-222222222222-must-haves',
			day: '2027-05-21',
			changedAt: check.setAt
		});
		expect(day?.text?.split('\n').slice(1)).toEqual(['1.1 Kontaktpersona', '9.9']);
	});

	it('are none when nothing has a day', () => {
		expect(calendarDays([step({ due_on: null })], null, null, URL)).toEqual([]);
	});
});

describe('two versions of a step', () => {
	const mine = { text: 'Viens ', helper: '', due_on: '2027-01-31', status: 'open', shared: 'no', id: 'a' };

	it('are set side by side where they differ, in words', () => {
		const theirs = { ...mine, helper: 'Skola', due_on: '', status: 'done', shared: 'yes', id: 'b' };
		expect(stepDifferences(mine, { ...theirs, text: 'Viens' })).toEqual([
			{ label: 'Kas palīdz', mine: '–', theirs: 'Skola' },
			{ label: 'Līdz kurai dienai', mine: '2027. gada 31. janvāris', theirs: '–' },
			{ label: 'Cik tālu esam', mine: 'Vēl nav sākts', theirs: 'Padarīts' },
			{
				label: 'Vai rādīt pašvaldībai',
				mine: 'Nē, to redz tikai kopiena, mentors un PKC',
				theirs: 'Jā, lūdzam atbildi vai palīdzību'
			}
		]);
	});

	it('show what was typed even where it means nothing', () => {
		expect(
			stepDifferences({ ...mine, due_on: 'rīt', status: 'constructor' }, { ...mine, text: 'Viens' })
		).toEqual([
			{ label: 'Līdz kurai dienai', mine: 'rīt', theirs: '2027. gada 31. janvāris' },
			{ label: 'Cik tālu esam', mine: 'constructor', theirs: 'Vēl nav sākts' }
		]);
	});
});

describe('an item of the checklist', () => {
	it('is named, and so are those who can help', () => {
		expect(itemTitle(checklist, '1.1')).toBe('Kontaktpersona');
		expect(itemHelpers(checklist, '1.1')).toBe('bibliotēka, skola');
		expect(itemTitle(checklist, null)).toBe('');
		expect(itemTitle(null, '1.1')).toBe('');
		expect(itemHelpers(checklist, '9.9')).toBe('');
	});
});
