import { describe, expect, test } from 'vitest';
import type { Pattern } from '../layers/types.ts';
import { LEVELS } from '../territories/types.ts';
import type { Geometry } from './geometry.ts';
import { DRAWN_PATTERNS } from '../layers/patterns.ts';
import { classState, mapLayers, mapStyle, type Look } from './style.ts';
import type { MapColours } from './theme.ts';
import { LEVEL_CHOICES, type LevelChoice } from './types.ts';

const light: MapColours = {
	dark: false,
	water: 'rgb(1, 1, 1)',
	line: 'rgb(2, 2, 2)',
	lineStrong: 'rgb(3, 3, 3)',
	ink: 'rgb(4, 4, 4)',
	halo: 'rgb(5, 5, 5)',
	focus: 'rgb(6, 6, 6)',
	pattern: 'rgba(7, 7, 7, 0.5)',
	sign: 'rgb(8, 8, 8)',
	signInk: 'rgb(9, 9, 9)'
};
const look = (level: LevelChoice): Look => ({ level, colours: light });

describe('layers', () => {
	test('their ids and order never change: a new look only sets properties', () => {
		const ids = (level: LevelChoice) => mapLayers(look(level)).map((layer) => layer.id);
		for (const level of LEVEL_CHOICES) expect(ids(level)).toEqual(ids('parish'));
		expect(new Set(ids('auto')).size).toBe(ids('auto').length);
	});

	test.each(LEVELS)('with level %s only the areas of that level are filled', (level) => {
		const filled = mapLayers(look(level))
			.filter((layer) => layer.type === 'fill' && layer.layout?.visibility !== 'none')
			.map((layer) => ('source' in layer ? layer.source : ''));
		expect(new Set(filled)).toEqual(
			new Set([{ parish: 'units', municipality: 'municipalities', region: 'regions' }[level]])
		);
	});

	test('every pattern of a layer has one to be drawn with', () => {
		const wanted: Record<Pattern, true> = {
			none: true,
			dots: true,
			lines: true,
			crosses: true,
			hatch: true,
			bars: true
		};
		expect(['none', ...DRAWN_PATTERNS]).toEqual(Object.keys(wanted));
		const ids = mapLayers(look('parish')).map((layer) => layer.id);
		for (const pattern of DRAWN_PATTERNS) expect(ids).toContain(`units-${pattern}`);
	});
});

describe('style', () => {
	const noLines = { type: 'MultiLineString' as const, coordinates: [] };
	const none = { type: 'FeatureCollection' as const, features: [] };
	const geometry: Geometry = {
		areas: { units: none, municipalities: none, regions: none, neighbourhoods: none },
		borders: none,
		outline: () => noLines
	};
	const style = mapStyle(look('auto'), {
		geometry,
		labels: none,
		signs: none,
		outline: noLines
	});

	test('asks nothing of anybody: no address in it', () => {
		expect(style.glyphs).toBeUndefined();
		expect(style.sprite).toBeUndefined();
		expect(JSON.stringify(style)).not.toMatch(/https?:|\/\//);
	});

	test('every layer has its source', () => {
		for (const layer of style.layers) {
			if ('source' in layer) expect(Object.keys(style.sources)).toContain(layer.source);
		}
	});
});

test('an area looks as its class says, on light and on dark ground', () => {
	const look = {
		id: 'active',
		label: () => '',
		explain: () => '',
		fill: { light: '#ffffff', dark: '#000000' },
		pattern: 'dots' as const
	};
	expect(classState(look, { dark: false, faded: true, over: 'bars' })).toEqual({
		class: 'active',
		fill: '#ffffff',
		pattern: 'dots',
		over: 'bars',
		faded: true
	});
	expect(classState(look, { dark: true, faded: false })).toEqual({
		class: 'active',
		fill: '#000000',
		pattern: 'dots',
		over: 'none',
		faded: false
	});
});
