import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definition, item } from '../../../tests/scoring/small-checklist.ts';
import { readForm } from '../ui/forms.ts';
import {
	agreedContent,
	agreedWrite,
	agreeForm,
	alikeContent,
	beside,
	contentOf,
	isToTalkAbout,
	meetingQuery,
	meetingView,
	missingVoices,
	nextOpen,
	parseMeeting,
	sameLevel,
	topics,
	unanimous,
	valueOf,
	VOICES,
	walk,
	type MeetingView,
	type Topic
} from './meeting.ts';

const NOW = '2026-11-21T18:00:00.000Z';
const where = { form: 'full', borderZone: false } as const;
/** Ids in the order of the definition: far apart, close, the same, nobody knows, nobody, one alone, does it concern us. */
const small = definition(
	['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '2.4'].map((id) => item(id, id.slice(0, 1), { naAllowed: true }))
);
const view: MeetingView = {
	respondents: 3,
	items: [
		{ item: '1.1', levels: [0, 3, 3], dk: 0, na: 0 },
		{ item: '1.2', levels: [1, 2, 2], dk: 0, na: 0 },
		{ item: '1.3', levels: [2, 2, 2], dk: 0, na: 0 },
		{ item: '2.1', levels: [2, 2], dk: 1, na: 0 },
		{ item: '2.3', levels: [1], dk: 0, na: 0 },
		{ item: '2.4', levels: [2, 2], dk: 0, na: 1 }
	]
};
const all = topics(small, where, view);
const ids = (some: readonly Topic[]): string[] => some.map((topic) => topic.item.id);
const of = (id: string): Topic => {
	const found = all.find((topic) => topic.item.id === id);
	if (found === undefined) throw new Error(id);
	return found;
};
const query = (text: string) => new URLSearchParams(text);

describe('what the meeting talks about', () => {
	it('is what people see differently, do not know, or hardly answered', () => {
		expect(all.map(({ item: { id }, standing }) => [id, standing])).toEqual([
			['1.1', 'differ'],
			['1.2', 'close'],
			['1.3', 'same'],
			['2.1', 'differ'],
			['2.2', 'few'],
			['2.3', 'few'],
			['2.4', 'differ']
		]);
	});

	it('counts what was said and what was left open', () => {
		expect(of('2.1').said).toMatchObject({ levels: [0, 0, 2, 0], dk: 1, na: 0, open: 0 });
		expect(of('2.3').said).toMatchObject({ levels: [0, 1, 0, 0], open: 2 });
	});

	it('shows a statistic from five levels on, and none before', () => {
		expect(of('1.1').said.median).toBeNull();
		const five = { respondents: 5, items: [{ item: '1.1', levels: [0, 1, 2, 3, 3], dk: 0, na: 0 }] };
		const [first] = topics(small, where, meetingView.parse(five));
		expect(first?.said).toMatchObject({ median: 2, deviation: 1, spread: 3, discuss: true });
	});

	it('leaves out what is not asked', () => {
		const quick = definition([item('1.1', '1'), item('1.2', '1', { quick: false })]);
		expect(ids(topics(quick, { form: 'quick', borderZone: false }, view))).toEqual(['1.1']);
	});

	it('keeps every count that the database tells, whoever said it', () => {
		const said = fc.record({
			levels: fc.array(fc.constantFrom(0, 1, 2, 3), { maxLength: 6 }),
			dk: fc.nat(3),
			na: fc.nat(3)
		});
		fc.assert(
			fc.property(said, fc.nat(4), ({ levels, dk, na }, silent) => {
				const answered = levels.length + dk + na;
				const [first] = topics(small, where, {
					respondents: answered + silent,
					items: [{ item: '1.1', levels: levels.toSorted(), dk, na }]
				});
				expect(first?.said).toMatchObject({ dk, na, open: silent });
				for (const level of [0, 1, 2, 3] as const)
					expect(first?.said.levels[level]).toBe(levels.filter((one) => one === level).length);
				if (dk > 0) expect(first !== undefined && isToTalkAbout(first)).toBe(true);
			})
		);
	});
});

describe('what all said alike', () => {
	it('is only what two or more said, and nobody otherwise', () => {
		expect(all.filter((topic) => sameLevel(topic) !== null).map((topic) => topic.item.id)).toEqual(['1.3']);
		expect(sameLevel(of('1.3'))).toBe(2);
	});

	it('is taken where nothing is agreed on yet', () => {
		expect(unanimous(all, () => false)).toEqual([{ item: '1.3', value: 2 }]);
		expect(unanimous(all, (id) => id === '1.3')).toEqual([]);
	});

	it('never is “not applicable”, which needs a reason', () => {
		const said = { respondents: 2, items: [{ item: '1.1', levels: [], dk: 0, na: 2 }] };
		const [first] = topics(small, where, said);
		expect(first?.standing).toBe('close');
		expect(unanimous(topics(small, where, said), () => false)).toEqual([]);
	});

	it('keeps a note and a dissent that stand there already', () => {
		expect(alikeContent(2, { note: 'Pie bibliotēkas', dissent: 'Daži' }, '2026-11-21', NOW)).toEqual({
			...{ value: 2, asOf: '2026-11-21', evidence: 0, reason: '', note: 'Pie bibliotēkas', dissent: 'Daži' },
			changedAt: NOW
		});
	});
});

describe('the way through the items', () => {
	it('begins with what is to be talked about', () => {
		expect(ids(walk(all, 'differ'))).toEqual(['1.1', '2.1', '2.2', '2.3', '2.4']);
		expect(ids(walk(all, 'all'))).toEqual(['1.1', '2.1', '2.2', '2.3', '2.4', '1.2', '1.3']);
	});

	it('knows the neighbours, and none at the ends', () => {
		const steps = walk(all, 'differ');
		expect(beside(steps, '1.1')).toEqual({ before: null, after: '2.1' });
		expect(beside(steps, '2.4')).toEqual({ before: '2.3', after: null });
		expect(beside(steps, '1.3')).toEqual({ before: null, after: null });
	});

	it('goes on to the next item without an answer, from the beginning after the end', () => {
		const steps = walk(all, 'differ');
		expect(nextOpen(steps, '1.1', (id) => id === '2.1')).toBe('2.2');
		expect(nextOpen(steps, '2.4', () => false)).toBe('1.1');
		expect(nextOpen(steps, '2.4', (id) => id !== '2.4')).toBeNull();
	});
});

describe('the address', () => {
	it('comes back as it was', () => {
		for (const text of ['', '?item=1.1', '?show=all', '?item=1.2&show=all'])
			expect(meetingQuery(parseMeeting(query(text), all))).toBe(text);
	});

	it('leaves out what is unknown', () => {
		expect(parseMeeting(query('item=9.9&show=nobody'), all)).toEqual({ item: null, show: 'differ' });
	});

	it('shows everything when it leads to an item that is not to be talked about', () => {
		expect(parseMeeting(query('item=1.3'), all)).toEqual({ item: '1.3', show: 'all' });
	});

	it('takes whatever it is given', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (one, two) => {
				const parsed = parseMeeting(new URLSearchParams({ item: one, show: two }), all);
				expect(parseMeeting(query(meetingQuery(parsed)), all)).toEqual(parsed);
			})
		);
	});
});

describe('who is missing', () => {
	it('is not guessed when nothing was said of any group', () => {
		expect(missingVoices({})).toBeNull();
		expect(missingVoices({ people: 12, understand_ru: 3 })).toBeNull();
	});

	it('is every group of which nobody is counted', () => {
		expect(missingVoices({ age_35_64: 5, age_65_over: 4, outlying_homes: 0 })).toEqual([
			'age_under_18',
			'age_18_34',
			'outlying_homes'
		]);
		expect(missingVoices(Object.fromEntries(VOICES.map((voice) => [voice, 1])))).toEqual([]);
	});

	it('never says anything of languages', () => {
		const missing = missingVoices({ age_18_34: 1, understand_lv: 0, understand_ru: 0 });
		expect(missing?.some((voice) => voice.startsWith('understand'))).toBe(false);
	});
});

describe('the form', () => {
	const filled = { item: '1.1', value: '2', reason: '', dissent: '', as_of: '2026-11-21', evidence: '1' };
	const read = (more: Record<string, string> = {}) => {
		const form = new FormData();
		for (const [name, value] of Object.entries({ ...filled, base_revision: '3', ...more }))
			form.set(name, value);
		return readForm(agreeForm, form);
	};

	it('reads what was agreed on', () => {
		const result = read({ dissent: ' Daži to nezina ' });
		if (!result.ok) throw new Error('refused');
		expect(result.data).toEqual({
			...{ item: '1.1', value: 2, reason: '', dissent: 'Daži to nezina', as_of: '2026-11-21', evidence: 1 },
			base_revision: 3
		});
		const content = agreedContent(result.data, 'Pie bibliotēkas', NOW);
		expect(agreedWrite('1.1', 'w', 3, content)).toEqual({
			...{ write_id: 'w', item: '1.1', base_revision: 3, value: 2, as_of: '2026-11-21', evidence: 1 },
			...{ reason: null, note: 'Pie bibliotēkas', dissent: 'Daži to nezina', changed_at: NOW }
		});
	});

	it.each([
		[{ value: '' }, { value: 'choose' }],
		[{ value: '4' }, { value: 'choose' }],
		[{ value: 'na' }, { reason: 'required' }],
		[{ as_of: 'vakar' }, { as_of: 'date' }],
		[{ evidence: '7' }, { evidence: 'choose' }],
		[{ dissent: 'Zvanīt 29123456' }, { dissent: 'personal' }],
		[{ base_revision: '-1' }, { base_revision: 'invalid' }],
		[{ base_revision: 'x' }, { base_revision: 'invalid' }]
	])('says what is wrong: %j', (more, problems) => {
		expect(read(more)).toMatchObject({ ok: false, problems });
	});

	it('keeps a reason only where it belongs', () => {
		const given = {
			value: valueOf('2'),
			reason: 'Nav upes',
			dissent: '',
			as_of: '2026-11-21',
			evidence: 0
		} as const;
		expect(agreedContent(given, '', NOW).reason).toBe('');
		expect(agreedContent({ ...given, value: 'na' }, '', NOW).reason).toBe('Nav upes');
	});

	it('shows an answer of the server', () => {
		const answer: Parameters<typeof contentOf>[0] = {
			...{
				item: '1.1',
				value: null,
				as_of: '2026-11-21',
				evidence: 0,
				reason: null,
				note: null,
				dissent: null
			},
			...{ revision: 2, changed_at: NOW, written_at: NOW }
		};
		expect(contentOf(answer)).toEqual({
			...{ value: null, asOf: '2026-11-21', evidence: 0, reason: '', note: '', dissent: '', changedAt: NOW }
		});
	});
});
