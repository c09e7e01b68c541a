/** What can be wrong with a field, as codes that schemas and the server give, and their words. */
import { m } from '../i18n/paraglide/messages.js';

const WORDS = {
	required: m.form_required,
	too_long: m.form_too_long,
	invalid: m.form_invalid,
	choose: m.form_choose,
	email: m.form_email,
	code: m.form_code,
	wrong_code: m.form_wrong_code,
	wrong_password: m.form_wrong_password,
	password_short: m.form_password_short,
	password_long: m.form_password_long,
	password_weak: m.form_password_weak,
	confirm_delete: m.form_confirm_delete,
	last_coordinator: m.form_last_coordinator,
	date: m.form_date,
	date_future: m.form_date_future,
	date_past: m.form_date_past,
	month: m.form_month,
	year: m.form_year,
	date_part: m.form_date_part,
	end_before_start: m.form_end_before_start,
	number: m.form_number,
	money: m.form_money,
	needs_number: m.form_needs_number,
	personal: m.form_personal,
	taken: m.form_taken,
	reach: m.form_reach,
	phone: m.form_phone,
	web: m.form_web,
	name_web: m.form_name_web,
	consent: m.form_consent,
	place_unknown: m.form_place_unknown,
	place_which: m.form_place_which,
	day: m.form_day
} satisfies Record<string, () => string>;

export type Problem = keyof typeof WORDS;

export function isProblem(code: string): code is Problem {
	return Object.hasOwn(WORDS, code);
}

/** One sentence: what is wrong and how to put it right. */
export function problemText(problem: Problem): string {
	return WORDS[problem]();
}
