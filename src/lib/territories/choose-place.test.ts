import { describe, expect, test } from 'vitest';
import { SMALL_COUNTRY } from '$tests/fixtures/small-country.ts';
import { meantPlace } from './choose-place.ts';

const choose = (text: string, asked = '', code = '') => {
	const choice = meantPlace(SMALL_COUNTRY, { text, asked, code });
	return choice.ok ? choice.code : [choice.problem, ...choice.choices.map((place) => place.code)];
};

describe('where a community is', () => {
	test.each([
		['Beta', '0010200'],
		['alfas', '0010010'],
		['Alfas pagasts, Mazais novads', '0010010'],
		['Centrs', 'LVDEL01']
	])('“%s” can only mean %s', (text, code) => {
		expect(choose(text)).toBe(code);
	});

	test('a municipality stands for its parishes and towns', () => {
		expect(choose('Mazais novads')).toEqual(['place_which', '0010010', '0010200']);
	});

	test('a chosen code counts as long as the text has not changed since', () => {
		expect(choose('Mazais novads', 'Mazais novads', '0010200')).toBe('0010200');
		expect(choose('Gammas pagasts', 'Mazais novads', '0010200')).toBe('0020010');
	});

	test.each(['0010000', 'LV', 'latgale', '9999999'])('the code %s is no home', (code) => {
		expect(choose('Beta', 'Beta', code)).toBe('0010200');
	});

	test('nothing, and nothing like it, are told apart', () => {
		expect(choose('  ')).toEqual(['required']);
		expect(choose('Qqqqqq')).toEqual(['place_unknown']);
	});
});
