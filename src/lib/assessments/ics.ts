/**
 * Writes calendar files (iCalendar, RFC 5545) of whole days with a reminder. Only what a plan needs; read by the calendars
 * of phones and mail programs.
 */
import type { IsoDate } from '../scoring/types.ts';

/** Something to be reminded of on a day. */
export interface CalendarDay {
	/** The same for ever: a calendar that knows it moves it instead of adding it twice. */
	uid: string;
	day: IsoDate;
	title: string;
	text?: string | undefined;
	/** Where more is to be read. */
	url?: string | undefined;
	/** When it was last changed, ISO moment. */
	changedAt: string;
}

/** RFC 5545, 3.1: octets of a line, without its end. */
const LINE_OCTETS = 75;

/** A reminder at nine in the morning of the day before. */
const REMINDER = '-PT15H';

/**
 * A calendar as a file.
 * @param name under which a calendar program shows it
 */
export function writeCalendar(name: string, days: readonly CalendarDay[]): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Drosa kopiena//Plan//LV',
		'CALSCALE:GREGORIAN',
		`X-WR-CALNAME:${escapeText(name)}`,
		...days.flatMap(eventLines),
		'END:VCALENDAR'
	];
	return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function eventLines({ uid, day, title, text, url, changedAt }: CalendarDay): string[] {
	const stamp = utcStamp(changedAt);
	return [
		'BEGIN:VEVENT',
		`UID:${escapeText(uid)}`,
		`DTSTAMP:${stamp}`,
		`LAST-MODIFIED:${stamp}`,
		// Without an end it lasts this one day (3.6.1).
		`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
		`SUMMARY:${escapeText(title)}`,
		...(text === undefined ? [] : [`DESCRIPTION:${escapeText(text)}`]),
		...(url === undefined ? [] : [`URL:${url}`]),
		// Others who see the calendar are not told what it is, and the day stays free.
		'CLASS:PRIVATE',
		'TRANSP:TRANSPARENT',
		'BEGIN:VALARM',
		'ACTION:DISPLAY',
		`DESCRIPTION:${escapeText(title)}`,
		`TRIGGER:${REMINDER}`,
		'END:VALARM',
		'END:VEVENT'
	];
}

/** A value of type TEXT (3.3.11). Other control characters have no place in a calendar and are left out. */
export function escapeText(text: string): string {
	return (
		text
			.replace(/\r\n?/g, '\n')
			// eslint-disable-next-line no-control-regex -- these are the characters it is about
			.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
			.replace(/[\\;,]/g, (sign) => `\\${sign}`)
			.replaceAll('\n', '\\n')
	);
}

/** A line in pieces of at most 75 octets (3.1). No character is cut in two: a piece is text by itself. */
export function foldLine(line: string): string {
	const pieces: string[] = [];
	let piece = '';
	let octets = 0;
	for (const sign of line) {
		const size = sizeOf(sign);
		// The space at the beginning of every further line is one of its octets.
		if (octets + size > LINE_OCTETS) {
			pieces.push(piece);
			piece = '';
			octets = 1;
		}
		piece += sign;
		octets += size;
	}
	return [...pieces, piece].join('\r\n ');
}

/** Octets of a character in UTF-8. */
function sizeOf(sign: string): number {
	const code = sign.codePointAt(0) ?? 0;
	if (code < 0x80) return 1;
	if (code < 0x800) return 2;
	return code < 0x10000 ? 3 : 4;
}

/** A moment as `20261121T203000Z`. */
function utcStamp(moment: string): string {
	return `${new Date(moment).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}
