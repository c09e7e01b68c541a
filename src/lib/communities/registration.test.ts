import { describe, expect, it } from 'vitest';
import { readForm } from '../ui/forms.ts';
import {
	aboutForm,
	contactForm,
	joinValues,
	lastStepForm,
	registrationData,
	whereForm
} from './registration.ts';

function form(fields: Record<string, string | string[]>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields))
		for (const one of [value].flat()) data.append(name, one);
	return data;
}

const about = { kind: 'association', place: '', place_public: '', web: '', further_territory_codes: '' };
const contact = {
	contact_name: 'Paraugs',
	contact_role: '',
	email: 'a@example.com',
	phone: '',
	consent: 'yes'
};

describe('whereForm', () => {
	it('keeps the name as people write it', () => {
		const read = readForm(whereForm, form({ name: ' Biedrība “Sala” ', place_text: 'Sala' }));
		expect(read).toMatchObject({ ok: true, data: { name: 'Biedrība “Sala”' } });
	});

	it.each([
		['', 'required'],
		['x'.repeat(201), 'too_long'],
		['Kopiena 29123456', 'personal'],
		['Laimējiet balvu: https://piemers.lv', 'name_web'],
		['Sala WWW.piemers.lv', 'name_web']
	])('refuses the name %j', (name, problem) => {
		expect(readForm(whereForm, form({ name }))).toMatchObject({ ok: false, problems: { name: problem } });
	});
});

describe('aboutForm', () => {
	it.each([
		['', ''],
		['www.piemers.lv', 'https://www.piemers.lv'],
		['HTTP://Piemers.lv/a', 'http://Piemers.lv/a']
	])('reads the web address %j', (typed, web) => {
		expect(readForm(aboutForm, form({ ...about, web: typed }))).toMatchObject({ ok: true, data: { web } });
	});

	it.each(['javascript:alert(1)', 'piemers', 'a b.lv', 'https://'])('refuses the web address %j', (web) => {
		expect(readForm(aboutForm, form({ ...about, web }))).toMatchObject({
			ok: false,
			values: { web },
			problems: { web: 'web' }
		});
	});

	it('reads several places and a ticked box', () => {
		const typed = form({ ...about, place_public: 'yes', further_territory_codes: ['0010010', '0010200'] });
		expect(readForm(aboutForm, joinValues(typed, 'further_territory_codes'))).toMatchObject({
			data: { place_public: true, further_territory_codes: ['0010010', '0010200'] },
			values: { further_territory_codes: '0010010 0010200' }
		});
	});
});

describe('contactForm', () => {
	it.each<[string, Record<string, string>, Record<string, string>]>([
		['no consent', { consent: '' }, { consent: 'consent' }],
		['no way to reach', { email: '' }, { email: 'reach', phone: 'reach' }],
		[
			'all that is wrong at once',
			{ contact_name: '', email: '', consent: '' },
			{ contact_name: 'required', email: 'reach' }
		],
		['a wrong address', { email: 'a@' }, { email: 'email' }],
		['a wrong number', { phone: 'zvaniet' }, { phone: 'phone' }],
		['no name', { contact_name: ' ' }, { contact_name: 'required' }]
	])('refuses %s', (_, typed, problems) => {
		expect(readForm(contactForm, form({ ...contact, ...typed }))).toMatchObject({ ok: false, problems });
	});

	it('takes a telephone alone', () => {
		expect(readForm(contactForm, form({ ...contact, email: '', phone: '+371 20 000 000' })).ok).toBe(true);
	});
});

it('a registration is what the database takes', () => {
	const draft = {
		...{ name: 'Sala', territory_code: '0010010' },
		about: { kind: 'other', place: '', place_public: false, web: '', further_territory_codes: [] }
	} as const;
	const read = readForm(lastStepForm, form(contact));
	if (!read.ok) throw new Error('refused');
	const about = { ...draft.about, further_territory_codes: [] };
	expect(registrationData({ ...draft, about }, read.data)).toEqual({
		...{ name: 'Sala', territory_code: '0010010', kind: 'other', place: '', place_public: false, web: '' },
		...{ further_territory_codes: [], as_coordinator: true },
		contact: { name: 'Paraugs', role: '', email: 'a@example.com', phone: '', consent: true }
	});
});

it('who ticks it registers without becoming the coordinator, and the contact is asked for all the same', () => {
	const read = readForm(lastStepForm, form({ ...contact, as_coordinator: 'no' }));
	expect(read).toMatchObject({ ok: true, data: { as_coordinator: false } });
	const refused = readForm(lastStepForm, form({ ...contact, as_coordinator: 'no', consent: '' }));
	expect(refused).toMatchObject({
		ok: false,
		values: { as_coordinator: 'no' },
		problems: { consent: 'consent' }
	});
});
