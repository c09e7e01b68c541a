import type { LayerClass } from '../layers/types.ts';
import { escapeXml } from './svg-text.ts';

/** What stands around a map that leaves the site: without it a saved picture would say nothing. */
export interface PictureSheet {
	title: string;
	/** Legend: a class with its name and number. */
	entries: readonly { look: LayerClass; text: string }[];
	/** Small print below, one line each: sources, where the picture is from. */
	notes: readonly string[];
}

/** The parts of a sheet, in picture units. The map itself begins at 0. */
export interface DrawnSheet {
	svg: string;
	/** Room above and below the map. */
	above: number;
	below: number;
}

const MARGIN = 40;
const TITLE_SIZE = 52;
const ENTRY_SIZE = 38;
const NOTE_SIZE = 28;
const ROW = 62;
const NOTE_ROW = 42;
const SWATCH = 44;
const COLUMNS = 2;

/** Draws title, legend and small print around a map of the given size; patterns come from the picture itself. */
export function drawSheet(sheet: PictureSheet, width: number, height: number, idPrefix: string): DrawnSheet {
	const above = TITLE_SIZE + 2 * MARGIN;
	const rows = Math.ceil(sheet.entries.length / COLUMNS);
	const legendTop = height + MARGIN;
	const notesTop = legendTop + rows * ROW + MARGIN;
	const below = notesTop + sheet.notes.length * NOTE_ROW + MARGIN - height;

	const entries = sheet.entries.map(({ look, text }, position) => {
		const x = MARGIN + (position % COLUMNS) * (width / COLUMNS);
		const y = legendTop + Math.floor(position / COLUMNS) * ROW;
		const box = `x="${x}" y="${y}" width="${SWATCH}" height="${SWATCH}"`;
		const pattern = look.pattern === 'none' ? '' : `<rect ${box} fill="url(#${idPrefix}-${look.pattern})"/>`;
		return `<rect ${box} fill="${look.fill.light}"/>${pattern}<rect class="line municipality" ${box}/>${line(text, x + SWATCH + 20, y + SWATCH / 2, ENTRY_SIZE)}`;
	});
	const notes = sheet.notes.map((note, position) =>
		line(note, MARGIN, notesTop + position * NOTE_ROW, fitting(note, NOTE_SIZE, width))
	);
	return {
		svg: [
			`<rect class="paper" x="0" y="${-above}" width="${width}" height="${above + height + below}" fill="#ffffff"/>`,
			line(sheet.title, MARGIN, -above / 2, fitting(sheet.title, TITLE_SIZE, width), true),
			...entries,
			...notes
		].join(''),
		above,
		below
	};
}

/** How wide a letter is, as part of the font size; a little generous. */
const LETTER = 0.56;

/** A size at which the text fits between the margins, at most the wanted one. */
function fitting(text: string, wanted: number, width: number): number {
	return Math.min(wanted, Math.floor((width - 2 * MARGIN) / (text.length * LETTER)));
}

function line(text: string, x: number, y: number, size: number, strong = false): string {
	return `<text class="plain${strong ? ' strong' : ''}" x="${x}" y="${Math.round(y)}" font-size="${size}">${escapeXml(text)}</text>`;
}
