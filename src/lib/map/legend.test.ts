import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { smallMap } from '../../../tests/fixtures/small-map.ts';
import { secondLayer } from '../layers/catalogue.ts';
import { FILL_IDS, SECOND_INFOS, type FillId } from '../layers/fills.ts';
import { accessOf, subjectsOf } from '../layers/together.ts';
import { aboutExport } from './export/about.ts';
import type { ExportedMap } from './export/types.ts';
import Legend from './Legend.svelte';
import { pictureSheet } from './svg-sheet-content.ts';
import { pictureDescription } from './words.ts';

const origin = { address: 'https://example.org/map', funding: null };
/** The sentence that stands wherever ethnicity is shown. */
const CARE = /nesaka neko|neko nesaka/;

function mapOf(fill: FillId, second: string | null): ExportedMap {
	return smallMap(fill, accessOf(fill, second), 'parish', {
		second: second === null ? null : secondLayer(second)
	});
}

function legendOf({ layer, rows, asOf, second, sources }: ExportedMap): string {
	const { body } = render(Legend, {
		props: { layer, rows, asOf, second, sources, points: 0, hrefOf: () => null, only: [] }
	});
	return body.replaceAll(/<!--.*?-->/g, '').replaceAll(/\s+/g, ' ');
}

const ethnic = FILL_IDS.flatMap((fill) =>
	[null, ...SECOND_INFOS.map(({ id }) => id)]
		.filter((second) => second !== fill && subjectsOf(fill, second).includes('ethnicity'))
		.map((second) => [fill, second] as const)
);

describe('a map with data on ethnicity', () => {
	it.each(ethnic)('%s with %s over it says what they mean and of which year they are', (fill, second) => {
		const map = mapOf(fill, second);
		const about = aboutExport(map, origin).facts.map(({ text }) => text);
		const sheet = pictureSheet(map, { kilometres: 50, length: 222 }, origin);
		for (const said of [legendOf(map), about.join(' '), [sheet.subtitle, ...sheet.notes].join(' ')]) {
			expect(said).toMatch(CARE);
			// The small country knows nothing of single groups.
			if ([fill, second].some((id) => id?.includes('minority'))) expect(said).toContain('2011');
		}
	});

	it('says so in the words for those who do not see the picture, too', () => {
		const { rows, layer, second } = mapOf('population', 'minority-share');
		expect(pictureDescription(rows, layer, second)).toContain('Dati par: 2011');
	});
});

describe('the legend', () => {
	it('explains in sentences what stands on the map, and nothing that does not', () => {
		const html = legendOf(mapOf('minority-share', null));
		expect(html).toContain('par šo vietu atsevišķu datu nav');
		expect(html).not.toContain('Stāvas svītras');
		expect(legendOf(mapOf('population', 'minority-share'))).toContain('Stāvas svītras');
	});

	it('says that a layer knows nothing yet, and no more when it does', () => {
		const nothing = 'par nevienu no šīm vietām vēl nav datu';
		expect(legendOf(mapOf('polish-share', null))).toContain(nothing);
		expect(legendOf(mapOf('minority-share', null))).not.toContain(nothing);
		expect(legendOf(mapOf('activity', null))).not.toContain(nothing);
	});

	it('ends no source with two full stops', () => {
		const map = mapOf('activity', null);
		map.sources = [{ id: 'x', title: 'Adreses, 01.07.2022.', publisher: 'CSP', licence: null }];
		expect(legendOf(map)).not.toContain('2022.</a>.');
	});
});
