import type { ClassCount, LegendGrid } from '../layers/legend.ts';
import type { PointKind } from '../layers/overlays.ts';
import { SIGN_SHAPES, SIGN_SIZE } from '../layers/patterns.ts';
import type { LayerClass } from '../layers/types.ts';
import type { ScaleBar } from './svg-scale.ts';
import { escapeXml } from './svg-text.ts';

/** The sign beside a text of the legend: a class, a point, or a line over the areas. */
export type SheetSign = { look: Pick<LayerClass, 'fill' | 'pattern'> } | { point: PointKind } | 'outline';

/** What stands around a picture that leaves the site: without it a saved picture would say nothing. */
export interface PictureSheet {
	title: string;
	/** Unit, years and filter; empty where there is nothing to say. */
	subtitle: string;
	/** Legend: a sign with its meaning. */
	entries: readonly { sign: SheetSign; text: string }[];
	/** Legend of two values at once, beside the entries. */
	grid: LegendGrid | null;
	/** How long so many kilometres are on the map; null where there is no map. */
	scale: (ScaleBar & { text: string }) | null;
	/** Small print below, one paragraph each: what the values mean, sources, where the picture is from. */
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
const SUBTITLE_SIZE = 34;
const ENTRY_SIZE = 38;
const NOTE_SIZE = 28;
const ROW = 62;
const NOTE_ROW = 42;
const SWATCH = 44;
const GAP = 20;
const COLUMNS = 2;

/** Draws title, legend, scale and small print around a picture of the given size; patterns come from the picture itself. */
export function drawSheet(sheet: PictureSheet, width: number, height: number, idPrefix: string): DrawnSheet {
	const above = TITLE_SIZE + SUBTITLE_SIZE + 3 * MARGIN;
	const legendTop = height + MARGIN;
	const grid = sheet.grid === null ? null : drawGrid(sheet.grid, legendTop, width, idPrefix);
	const entriesTop = legendTop + (grid?.height ?? 0);
	const notesTop = entriesTop + Math.ceil(sheet.entries.length / COLUMNS) * ROW + MARGIN;
	const room = width - 2 * MARGIN;
	const notes = sheet.notes.flatMap((note) => wrapped(note, room / (NOTE_SIZE * LETTER)));
	const below = notesTop + notes.length * NOTE_ROW + MARGIN - height;
	const columnWidth = room / COLUMNS;
	const entries = sheet.entries.map(({ sign, text }, position) => {
		const x = MARGIN + (position % COLUMNS) * columnWidth;
		const y = entriesTop + Math.floor(position / COLUMNS) * ROW;
		const textRoom = columnWidth - SWATCH - 2 * GAP;
		return `${drawSign(sign, x, y, idPrefix)}${line(text, x + SWATCH + GAP, y + SWATCH / 2, fitting(text, ENTRY_SIZE, textRoom))}`;
	});
	return {
		svg: [
			`<rect class="paper" x="0" y="${-above}" width="${width}" height="${above + height + below}" fill="#ffffff"/>`,
			line(
				sheet.title,
				MARGIN,
				MARGIN + TITLE_SIZE / 2 - above,
				fitting(sheet.title, TITLE_SIZE, room, STRONG_LETTER),
				true
			),
			line(
				sheet.subtitle,
				MARGIN,
				2 * MARGIN + TITLE_SIZE + SUBTITLE_SIZE / 2 - above,
				fitting(sheet.subtitle, SUBTITLE_SIZE, room)
			),
			sheet.scale === null ? '' : drawScale(sheet.scale, height),
			grid?.svg ?? '',
			...entries,
			...notes.map((note, position) => line(note, MARGIN, notesTop + position * NOTE_ROW, NOTE_SIZE))
		].join(''),
		above,
		below
	};
}

function drawSign(sign: SheetSign, x: number, y: number, idPrefix: string): string {
	const middle = y + SWATCH / 2;
	if (sign === 'outline')
		return `<path class="line outline" d="M${x} ${middle}h${SWATCH}" stroke="#1c2a30" stroke-width="6"/>`;
	if ('point' in sign) {
		const { ground, mark } = SIGN_SHAPES[sign.point];
		return `<g transform="translate(${x} ${y}) scale(${SWATCH / SIGN_SIZE})"><path d="${ground}" fill="#1c2a30"/><path d="${mark}" fill="#ffffff"/></g>`;
	}
	return swatch(sign.look, x, y, SWATCH, idPrefix);
}

function swatch(
	look: Pick<LayerClass, 'fill' | 'pattern'>,
	x: number,
	y: number,
	width: number,
	idPrefix: string
) {
	const box = `x="${x}" y="${y}" width="${width}" height="${SWATCH}"`;
	const pattern = look.pattern === 'none' ? '' : `<rect ${box} fill="url(#${idPrefix}-${look.pattern})"/>`;
	return `<rect ${box} fill="${look.fill.light}"/>${pattern}<rect class="line municipality" ${box}/>`;
}

/** The legend of two values as a table: words above and beside, in each cell its colour and how many areas have it. */
function drawGrid({ rows, columns, cells }: LegendGrid, top: number, width: number, idPrefix: string) {
	const step = (width - 2 * MARGIN) / (columns.length + 2);
	const left = MARGIN + 2 * step;
	const heads = columns.map(({ label }, column) =>
		line(label, left + column * step, top + SWATCH / 2, fitting(label, ENTRY_SIZE, step - GAP))
	);
	const lines = rows.map(({ label }, row) => {
		const y = top + (row + 1) * ROW;
		const boxes = (cells[row] ?? []).map(({ look, count }: ClassCount, column) => {
			const x = left + column * step;
			const number = line(String(count), x + 2 * SWATCH + GAP, y + SWATCH / 2, ENTRY_SIZE);
			return swatch(look, x, y, 2 * SWATCH, idPrefix) + number;
		});
		return line(label, MARGIN, y + SWATCH / 2, fitting(label, ENTRY_SIZE, 2 * step - GAP)) + boxes.join('');
	});
	return { svg: [...heads, ...lines].join(''), height: (rows.length + 1) * ROW + MARGIN };
}

/** In the lower left corner of the map, where the country leaves room. */
function drawScale({ length, text }: NonNullable<PictureSheet['scale']>, height: number): string {
	const y = height - MARGIN;
	const bar = `<path class="line scale" d="M${MARGIN} ${y - 16}v16h${length}v-16" stroke="#1c2a30" stroke-width="4"/>`;
	return `<g class="scale-bar">${bar}${line(text, MARGIN + length + GAP, y - 8, SUBTITLE_SIZE)}</g>`;
}

/** How wide a letter is, as part of the font size: of the widest fonts that a machine may have. */
const LETTER = 0.6;
const STRONG_LETTER = 0.7;

/** A size at which the text fits into the room, at most the wanted one. */
function fitting(text: string, wanted: number, room: number, letter = LETTER): number {
	return Math.min(wanted, Math.floor(room / (Math.max(1, text.length) * letter)));
}

/** A paragraph as lines of at most so many letters; a longer word stands alone. */
function wrapped(text: string, letters: number): string[] {
	const lines: string[] = [];
	let current = '';
	for (const word of text.split(' ')) {
		const longer = current === '' ? word : `${current} ${word}`;
		if (longer.length > letters && current !== '') {
			lines.push(current);
			current = word;
		} else current = longer;
	}
	return [...lines, current];
}

function line(text: string, x: number, y: number, size: number, strong = false): string {
	return `<text class="plain${strong ? ' strong' : ''}" x="${Math.round(x)}" y="${Math.round(y)}" font-size="${size}">${escapeXml(text)}</text>`;
}
