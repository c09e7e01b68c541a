import { describe, expect, it } from 'vitest';
import { smallMap } from '../../../tests/fixtures/small-map.ts';
import { POINT_LAYERS } from '../layers/overlays.ts';
import type { ExportedMap } from './export/types.ts';
import { drawSheet } from './svg-sheet.ts';
import { pictureSheet } from './svg-sheet-content.ts';

const [WIDTH, HEIGHT] = [2000, 1200];
const origin = { address: 'https://example.org/map?layer=minority-share', funding: 'Finansē fonds' };

function sheetOf(map: ExportedMap) {
	return drawSheet(pictureSheet(map, { kilometres: 50, length: 222 }, origin), WIDTH, HEIGHT, 'map');
}

function texts(svg: string): string[] {
	return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');
}

describe('the sheet around a picture', () => {
	/** A space that does not break a line is a space. */
	const plain = (text: string) => text.replaceAll('\u00a0', ' ');

	it('says layer, level, day, unit, year, scale, sources, where it is from and who may see it', () => {
		const said = plain(texts(sheetOf(smallMap('minority-share')).svg).join(' '));
		for (const part of [
			'Mazākumtautību daļa: Pagasti un pilsētas. 2026. gada 22. novembris',
			'% no iedzīvotājiem. Dati par: 2011',
			'50 km',
			'Nav datu: 2',
			'Vērtība no lielākas teritorijas: 1',
			'Tautas skaitīšana (CSP)',
			'https://example.org/map?layer=minority-share',
			'P – publisks',
			'Finansē fonds'
		]) {
			expect(said).toContain(part);
		}
	});

	it('draws a legend of two values as a table, and marks what is not public', () => {
		const { svg } = sheetOf(smallMap('activity-minority', 'mandated'));
		expect(texts(svg).join(' ')).toContain('M – tikai tiem, kam ir pilnvara');
		expect(texts(svg)).toEqual(expect.arrayContaining(['Valstspilsēta: 1', 'Nav datu: 1']));
		// Nine cells, the city, “no data” and what lies over one of them, each with a frame.
		expect(svg.match(/<rect class="line municipality"/g)).toHaveLength(12);
	});

	it('shows the sign of what lies over the fill', () => {
		const [second = null] = POINT_LAYERS;
		const { svg } = sheetOf(smallMap('activity', 'public', 'parish', { second }));
		expect(texts(svg)).toContain(second?.title());
	});

	it('keeps every text between the margins and above the lower edge', () => {
		const label = (code: string) => `Ļoti garš nosaukums ${code} `.repeat(6);
		const map = smallMap('minority-share', 'mandated', 'parish', { label });
		map.state.region = 'latgale';
		const { svg, below } = sheetOf(map);
		for (const [, kind, x, y, size, text = ''] of svg.matchAll(
			/<text class="([^"]*)" x="(-?\d+)" y="(-?\d+)" font-size="(\d+)">([^<]*)</g
		)) {
			// Letters of DejaVu Sans, the widest of usual fonts, measured on such texts.
			const letter = kind === 'plain strong' ? 0.67 : 0.56;
			expect(Number(x) + text.length * Number(size) * letter, text).toBeLessThanOrEqual(WIDTH);
			expect(Number(y) + Number(size) / 2, text).toBeLessThanOrEqual(HEIGHT + below);
		}
	});

	it('escapes what stands in it', () => {
		const map = smallMap('activity', 'public', 'parish', {
			sources: [{ id: 'x', title: '<b> & "c"', publisher: 'CSP', licence: null }]
		});
		expect(sheetOf(map).svg).toContain('&lt;b&gt; &amp; &quot;c&quot; (CSP)');
	});
});
