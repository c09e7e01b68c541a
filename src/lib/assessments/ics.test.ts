import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, foldLine, writeCalendar, type CalendarDay } from './ics.ts';

/** What every reader of such a file does first (RFC 5545, 3.1). */
function unfold(text: string): string {
	return text.replaceAll('\r\n ', '');
}

/** Reads a TEXT value back. */
function readBack(text: string): string {
	return text.replace(/\\([\\;,nN])/g, (_all, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}

function octets(text: string): number {
	return new TextEncoder().encode(text).length;
}

/** Every kind of character: of one to four octets, and letters of several characters. */
const anyText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 400 }),
	fc.string({ unit: 'grapheme', maxLength: 400 }),
	fc.string({
		unit: fc.constantFrom('ā', 'ž', 'я', '…', '🚒', 'a', '\\', ';', ',', '\n', ' ', '\r'),
		maxLength: 400
	})
);

describe('folding', () => {
	it('leaves a line of 75 octets alone and breaks the next one', () => {
		expect(foldLine('a'.repeat(75))).toBe('a'.repeat(75));
		expect(foldLine('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`);
		expect(foldLine('a'.repeat(75 + 74 + 1))).toBe(`${'a'.repeat(75)}\r\n ${'a'.repeat(74)}\r\n a`);
	});

	it('counts octets, not characters, and cuts no character in two', () => {
		expect(foldLine(`${'ā'.repeat(37)}a`)).toBe(`${'ā'.repeat(37)}a`);
		expect(foldLine('ā'.repeat(38))).toBe(`${'ā'.repeat(37)}\r\n ā`);
		expect(foldLine(`${'a'.repeat(72)}🚒`)).toBe(`${'a'.repeat(72)}\r\n 🚒`);
	});

	it('of any text is undone by unfolding, and no line is too long', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const line = escapeText(text);
				const folded = foldLine(line);
				expect(unfold(folded)).toBe(line);
				for (const piece of folded.split('\r\n')) {
					expect(octets(piece)).toBeLessThanOrEqual(75);
					// A piece with half a character would not survive being written and read.
					expect(
						new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(piece)).length
					).toBe(piece.length);
				}
			})
		);
	});
});

describe('escaping', () => {
	it('names what means something in a calendar', () => {
		expect(escapeText('a;b,c\\d\r\ne\nf\rg')).toBe('a\\;b\\,c\\\\d\\ne\\nf\\ng');
		expect(escapeText('a\u0000b\u0007c\td\u007f')).toBe('abc\td');
	});

	it('of any text is undone by reading it, and breaks no line', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const escaped = escapeText(text);
				expect(escaped).not.toMatch(/[\r\n]/);
				const kept = [...text.replace(/\r\n?/g, '\n')].filter(
					(sign) => sign === '\n' || sign === '\t' || (sign >= ' ' && sign !== '\u007f')
				);
				expect(readBack(escaped)).toBe(kept.join(''));
			})
		);
	});
});

describe('a calendar', () => {
	const step: CalendarDay = {
		uid: '11111111-1111-4111-8111-111111111111',
		day: '2027-02-28',
		title: 'Sarunāt ģeneratoru; pārbaudīt, vai der',
		text: 'Kas par to gādā: kodolgrupa\nKas palīdz: pagasta pārvalde',
		url: 'https://example.org/communities/1/plan',
		changedAt: '2026-11-21T20:30:15.123456+02:00'
	};

	it('is written line by line as the standard says', () => {
		expect(unfold(writeCalendar('Plāns, Nautrēni', [step])).split('\r\n')).toEqual([
			'BEGIN:VCALENDAR',
			'VERSION:2.0',
			'PRODID:-//Drosa kopiena//Plan//LV',
			'CALSCALE:GREGORIAN',
			'X-WR-CALNAME:Plāns\\, Nautrēni',
			'BEGIN:VEVENT',
			'UID:11111111-1111-4111-8111-111111111111',
			'DTSTAMP:20261121T183015Z',
			'LAST-MODIFIED:20261121T183015Z',
			'DTSTART;VALUE=DATE:20270228',
			'SUMMARY:Sarunāt ģeneratoru\\; pārbaudīt\\, vai der',
			'DESCRIPTION:Kas par to gādā: kodolgrupa\\nKas palīdz: pagasta pārvalde',
			'URL:https://example.org/communities/1/plan',
			'CLASS:PRIVATE',
			'TRANSP:TRANSPARENT',
			'BEGIN:VALARM',
			'ACTION:DISPLAY',
			'DESCRIPTION:Sarunāt ģeneratoru\\; pārbaudīt\\, vai der',
			'TRIGGER:-PT15H',
			'END:VALARM',
			'END:VEVENT',
			'END:VCALENDAR',
			''
		]);
	});

	it('is the same whenever it is written, and leaves out what is not known', () => {
		const bare: CalendarDay = { ...step, text: undefined, url: undefined };
		expect(writeCalendar('Plāns', [bare])).toBe(writeCalendar('Plāns', [bare]));
		expect(writeCalendar('Plāns', [bare])).not.toMatch(/URL:|undefined/);
		expect(writeCalendar('Plāns', [step, bare]).match(/BEGIN:VEVENT/g)).toHaveLength(2);
	});

	it('ends every line with CR LF and never leaves one of them alone', () => {
		fc.assert(
			fc.property(anyText, anyText, (title, text) => {
				const file = writeCalendar(title, [{ ...step, title, text }]);
				expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
				expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
			})
		);
	});
});
