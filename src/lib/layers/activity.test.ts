import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PUBLIC_STATUSES, type PublicStatus } from '../activity/types.ts';
import { activityLayer, activityShareLayer, ACTIVITY_LAYERS, type ActivityRow } from './activity.ts';
import { colourDistance, COLOUR_VISIONS, contrastRatio, lightness } from './colour-vision.ts';
import type { Layer } from './types.ts';

const parish = (status: PublicStatus): ActivityRow => ({
	kind: 'parish',
	status,
	unitCounts: null,
	communities: 1
});
const municipality = (unitCounts: ActivityRow['unitCounts']): ActivityRow => ({
	kind: 'municipality',
	status: null,
	unitCounts,
	communities: 0
});
const city: ActivityRow = { kind: 'state_city', status: null, unitCounts: null, communities: 3 };

const GROUNDS = ['light', 'dark'] as const;

function pairs<T>(items: readonly T[]): [T, T][] {
	return items.flatMap((first, position) =>
		items.slice(position + 1).map((second): [T, T] => [first, second])
	);
}

function fillOf(layer: Layer<ActivityRow>, id: string, ground: 'light' | 'dark'): string {
	const found = layer.classes.find((each) => each.id === id);
	if (!found) throw new Error(`No class ${id}`);
	return found.fill[ground];
}

describe('colourDistance', () => {
	it('knows colours that protanopia and deuteranopia cannot tell apart', () => {
		expect(colourDistance('#ff0000', '#00ff00')).toBeGreaterThan(0.4);
		expect(colourDistance('#b05a4a', '#7d7440', 'protanopia')).toBeLessThan(0.1);
		expect(colourDistance('#000000', '#ffffff')).toBeCloseTo(1, 2);
		expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
	});
});

describe('status classes', () => {
	it('stand in the order of the legend, city last, each once', () => {
		expect(activityLayer.classes.map((each) => each.id)).toEqual([...PUBLIC_STATUSES, 'city']);
	});

	it.each(GROUNDS)('are told apart on %s ground with every colour vision', (ground) => {
		for (const vision of COLOUR_VISIONS) {
			for (const [a, b] of pairs(activityLayer.classes)) {
				const distance = colourDistance(a.fill[ground], b.fill[ground], vision);
				expect(distance, `${a.id} – ${b.id}, ${vision}`).toBeGreaterThan(0.1);
			}
		}
	});

	it.each(GROUNDS)('are told apart in grey on %s ground: by lightness or by pattern', (ground) => {
		for (const [a, b] of pairs(activityLayer.classes)) {
			const apart = Math.abs(lightness(a.fill[ground]) - lightness(b.fill[ground])) > 0.1;
			expect(apart || a.pattern !== b.pattern, `${a.id} – ${b.id}`).toBe(true);
		}
	});

	it('show “not surveyed” unlike “inactive” and “no news”, beyond colour', () => {
		const pattern = (id: string) => activityLayer.classes.find((each) => each.id === id)?.pattern;
		expect(new Set([pattern('not_surveyed'), pattern('inactive'), pattern('no_news')]).size).toBe(3);
	});

	it('class a row by its status, a state city as city, a row without either as no data', () => {
		for (const status of PUBLIC_STATUSES) expect(activityLayer.classOf(parish(status))).toBe(status);
		expect(activityLayer.classOf(city)).toBe('city');
		expect(activityLayer.classOf(municipality({ active: 1 }))).toBeNull();
	});

	it('describe a row in words', () => {
		expect(activityLayer.describe(parish('emerging'))).toBe('Ir, ar ko sākt');
		expect(activityLayer.describe(city)).toBe('Zināmās kopienas: 3');
		expect(activityLayer.describe(municipality(null))).toBe('Nav datu');
	});

	it('tell the truth in their explanations: each class has its own sentence', () => {
		const sentences = activityLayer.classes.map((each) => each.explain());
		expect(new Set(sentences).size).toBe(sentences.length);
	});
});

describe('share classes', () => {
	it.each([
		[{ dormant: 4 }, 'none'],
		[{ active: 1, dormant: 3 }, 'quarter'],
		// A quarter and a little more, printed as 25 %; one place of very many, printed as 0 %.
		[{ active: 101, dormant: 299 }, 'quarter'],
		[{ active: 1, dormant: 299 }, 'quarter'],
		[{ active: 51, dormant: 149 }, 'half'],
		[{ active: 1, emerging: 1, dormant: 2 }, 'half'],
		[{ active: 51, no_news: 49 }, 'three_quarters'],
		[{ emerging: 3, not_surveyed: 1 }, 'three_quarters'],
		[{ emerging: 4, not_surveyed: 1 }, 'all'],
		[{ active: 2 }, 'all']
	] as const)('%j is “%s”', (counts, expected) => {
		expect(activityShareLayer.classOf(municipality(counts))).toBe(expected);
	});

	it('have no class for an area without units, and one for a state city', () => {
		expect(activityShareLayer.classOf(municipality({}))).toBeNull();
		expect(activityShareLayer.classOf(parish('active'))).toBeNull();
		expect(activityShareLayer.classOf(city)).toBe('city');
	});

	it.each(GROUNDS)('grow steadily in strength on %s ground', (ground) => {
		const ramp = ['none', 'quarter', 'half', 'three_quarters', 'all'].map((id) =>
			lightness(fillOf(activityShareLayer, id, ground))
		);
		for (const [position, value] of ramp.slice(1).entries()) {
			const step = value - (ramp[position] ?? 0);
			expect(ground === 'light' ? -step : step, `step ${position}`).toBeGreaterThan(0.09);
		}
	});

	it.each(GROUNDS)('keep the city apart from every step on %s ground', (ground) => {
		for (const each of activityShareLayer.classes.filter((other) => other.id !== 'city')) {
			const distance = colourDistance(each.fill[ground], fillOf(activityShareLayer, 'city', ground));
			expect(distance, each.id).toBeGreaterThan(0.1);
		}
	});

	it('say the share with its numbers', () => {
		expect(activityShareLayer.describe(municipality({ active: 1, dormant: 3 }))).toMatch(
			/^25.?% \(1 no 4\)$/u
		);
	});
});

describe('activity layers', () => {
	it('serve each level once', () => {
		for (const [level, layer] of Object.entries(ACTIVITY_LAYERS)) expect(layer.levels).toContain(level);
	});

	it('name sources that the reference data have', () => {
		const seed = readFileSync(new URL('../../../supabase/seed.sql', import.meta.url), 'utf8');
		for (const layer of Object.values(ACTIVITY_LAYERS)) {
			for (const source of layer.sources) expect(seed).toContain(`'${source}'`);
		}
	});
});
