import { describe, expect, it } from 'vitest';
import { readForm } from '../ui/forms.ts';
import { codeForm, emailForm, profileForm, resetForm } from './schema.ts';

function form(fields: Record<string, string>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
}

describe('emailForm', () => {
	it.each([
		['anna@example.org', 'anna@example.org'],
		[' Anna@Example.ORG ', 'anna@example.org']
	])('reads %j', (typed, email) => {
		expect(readForm(emailForm, form({ email: typed }))).toMatchObject({ ok: true, data: { email } });
	});

	it.each([
		['', 'required'],
		['   ', 'required'],
		['anna', 'email'],
		['anna@example', 'email'],
		['a b@example.org', 'email'],
		[`${'a'.repeat(250)}@example.org`, 'too_long']
	])('refuses %j', (typed, problem) => {
		expect(readForm(emailForm, form({ email: typed }))).toEqual({
			ok: false,
			values: { email: typed },
			problems: { email: problem }
		});
	});

	it('takes a missing field and a file as empty', () => {
		const file = new FormData();
		file.set('email', new File(['x'], 'x.txt'));
		for (const data of [new FormData(), file]) {
			expect(readForm(emailForm, data)).toMatchObject({ ok: false, problems: { email: 'required' } });
		}
	});
});

describe('codeForm', () => {
	it.each(['123456', ' 123 456 ', '123-456'])('reads %j', (code) => {
		expect(readForm(codeForm, form({ code }))).toMatchObject({ ok: true, data: { code: '123456' } });
	});

	it.each([
		['', 'required'],
		['  ', 'required'],
		['12345', 'code'],
		['1234567', 'code'],
		['12345a', 'code'],
		['١٢٣٤٥٦', 'code']
	])('refuses %j', (code, problem) => {
		expect(readForm(codeForm, form({ code }))).toMatchObject({ ok: false, problems: { code: problem } });
	});
});

describe('resetForm', () => {
	const read = (password: string): unknown =>
		readForm(resetForm, form({ code: '123456', password }), ['password']);

	it.each(['ten chars!', 'ž'.repeat(36), ' kept as typed '])('takes the password %j as it is', (password) => {
		expect(read(password)).toMatchObject({ ok: true, data: { password } });
	});

	it.each([
		['', 'required'],
		['nine char', 'password_short'],
		['ž'.repeat(37), 'password_long']
	])('refuses %j and does not send it back', (password, problem) => {
		expect(read(password)).toEqual({
			ok: false,
			values: { code: '123456' },
			problems: { password: problem }
		});
	});
});

describe('profileForm', () => {
	it('names every field that is wrong, and keeps what was typed', () => {
		const typed = { display_name: 'x'.repeat(81), locale: 'xx' };
		expect(readForm(profileForm, form({ ...typed, user_id: 'somebody' }))).toEqual({
			ok: false,
			values: typed,
			problems: { display_name: 'too_long', locale: 'choose' }
		});
	});
});
