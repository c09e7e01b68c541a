import { afterEach, describe, expect, test } from 'vitest';
import { compareText, formatDate, formatNumber, formatShare, formatSpan } from './format.ts';
import { overwriteGetLocale, type Locale } from './paraglide/runtime.js';

function speak(locale: Locale): void {
	overwriteGetLocale(() => locale);
}

afterEach(() => speak('lv'));

describe('numbers and dates in the page’s language', () => {
	test.each([
		['lv', '2025. gada 29. oktobris', '17\u00a0500', '25\u00a0%'],
		['en', '29 October 2025', '17,500', '25%'],
		['ru', '29 октября 2025 г.', '17\u00a0500', '25\u00a0%']
	] as const)('%s', (locale, date, number, share) => {
		speak(locale);
		expect(formatDate('2025-10-29').replaceAll(/\s/gu, ' ')).toBe(date);
		expect(formatNumber(17_500)).toBe(number);
		expect(formatShare(0.25)).toBe(share);
	});

	test('a span is no more exact than it is known', () => {
		speak('lv');
		expect(formatSpan('2025-10-29', '2025-10-29', 'day')).toBe('2025. gada 29. oktobris');
		expect(formatSpan('2025-10-01', '2025-10-31', 'month')).toMatch(/2025.*oktobris/);
		expect(formatSpan('2025-10-01', '2025-10-31', 'month')).not.toMatch(/31/);
		expect(formatSpan('2019-01-01', '2025-10-29', 'period')).toMatch(/^2019.*2025/);
		expect(formatSpan('2019-01-01', '2025-10-29', 'period')).not.toMatch(/29|okt/);
	});

	test('a date keeps its day in every time zone', () => {
		speak('en');
		expect(formatDate('2024-01-01')).toBe('1 January 2024');
	});

	test('names sort as Latvian does: ā after a, š after s', () => {
		speak('lv');
		expect(['Šķaune', 'Suntaži', 'Ābeļi', 'Zasa', 'Aglona', 'Stende'].sort(compareText)).toEqual([
			'Aglona',
			'Ābeļi',
			'Stende',
			'Suntaži',
			'Šķaune',
			'Zasa'
		]);
	});
});
