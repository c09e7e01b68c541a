import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { INDICATOR_IDS } from '../indicators/types.ts';
import { fillLayer, NUMERIC_LAYERS, SECOND_LAYERS, secondLayer } from './catalogue.ts';
import { FIGURE_IDS } from './figures.ts';
import {
	classIds,
	DEFAULT_SECOND,
	FILL_IDS,
	figuresOfSecond,
	fillInfo,
	isSecondId,
	SECOND_INFOS
} from './fills.ts';
import { zoneOutline } from './overlays.ts';
import { SEQUENTIAL } from './palettes.ts';
import { prepareFill } from './prepare.ts';
import { FILL_TITLES } from './titles.ts';
import { accessOf, accessTogether, activityMayStandBeside } from './together.ts';

const seed = readFileSync(new URL('../../../supabase/seed.sql', import.meta.url), 'utf8');

describe('fills', () => {
	it.each(FILL_IDS)('%s says everything that is derived from it', (id) => {
		const info = fillInfo(id);
		expect(info.id).toBe(id);
		for (const level of info.levels) {
			const layer = fillLayer(prepareFill(id, []), level);
			expect(layer.id).toBe(id);
			expect(layer.levels).toContain(level);
			expect(layer).toMatchObject({ subject: info.subject, access: info.access });
			expect(layer.title()).not.toBe('');
			expect(layer.columns.length).toBeGreaterThan(0);
			for (const source of layer.sources) expect(seed).toContain(`'${source}'`);
		}
	});

	it('have titles of their own, so that nobody mistakes one for another', () => {
		const titles = FILL_IDS.map((id) => FILL_TITLES[id]());
		expect(new Set(titles).size).toBe(titles.length);
	});

	it('show every indicator and every other number once', () => {
		expect(NUMERIC_LAYERS.map(({ id }) => id).sort()).toEqual([...FIGURE_IDS].sort());
		for (const id of INDICATOR_IDS) expect(fillInfo(id).figures).toEqual([id]);
	});

	it('about ethnicity say what the shares mean and do not mean', () => {
		const ethnic = FILL_IDS.map(fillInfo).filter(({ subject }) => subject === 'ethnicity');
		expect(ethnic).toHaveLength(6);
		for (const { id } of ethnic) {
			expect(fillLayer(prepareFill(id, []), 'parish').note?.()).toContain('neko');
		}
	});

	it('have no more classes than their palette has colours', () => {
		for (const { classes, palette } of NUMERIC_LAYERS) {
			expect(Math.max(classes.classes, (classes.limits?.length ?? 0) + 1)).toBeLessThanOrEqual(
				SEQUENTIAL[palette].length
			);
		}
	});

	it('name the classes that can be filtered by; activity has its own filter', () => {
		expect(classIds('activity')).toEqual([]);
		expect(classIds('population')).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'no_data']);
		expect(classIds('activity-minority')).toHaveLength(11);
	});
});

describe('second layers', () => {
	it('are found by id, zones among the data', () => {
		for (const { id } of SECOND_LAYERS) {
			expect(isSecondId(id)).toBe(true);
			expect(secondLayer(id)?.id).toBe(id);
		}
		const zone = zoneOutline({ id: 'eastern-border', name: 'Austrumu pierobeža', sourceId: 'mk-32' });
		expect(isSecondId(zone.id)).toBe(true);
		expect(secondLayer(zone.id)).toBeNull();
		expect(secondLayer(zone.id, [zone])).toBe(zone);
		expect(isSecondId('population')).toBe(false);
		expect(isSecondId('zone-Eastern')).toBe(false);
	});

	it('are offered as what they are', () => {
		const facts = ({ id, subject, access }: (typeof SECOND_INFOS)[number]) => ({ id, subject, access });
		expect(SECOND_INFOS.map(facts)).toEqual(SECOND_LAYERS.map(facts));
	});

	it('have ids of their own', () => {
		const ids = SECOND_LAYERS.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toContain(DEFAULT_SECOND);
	});

	it('draw a majority of minorities as a pattern; one half is none', () => {
		const second = secondLayer('minority-share');
		if (second?.draw !== 'pattern') throw new Error('a pattern');
		const of = (value: number) => ({
			kind: 'parish' as const,
			status: null,
			unitCounts: null,
			communities: 0,
			figures: {
				'minority-share': {
					value,
					year: 2011,
					method: 'published' as const,
					inheritedFrom: null,
					basis: null,
					sourceId: null,
					atLeast: false
				}
			}
		});
		expect([49, 50, 50.04, 50.1].map((value) => second.holds(of(value)))).toEqual([
			false,
			false,
			false,
			true
		]);
		expect(second.holds({ ...of(90), figures: {} })).toBe(false);
		expect(figuresOfSecond('minority-share')).toEqual(['minority-share']);
		expect(figuresOfSecond('councils')).toEqual([]);
	});
});

describe('who may see layers together', () => {
	it('nobody without a mandate sees activity beside ethnicity', () => {
		expect(accessTogether(['activity', 'ethnicity'])).toBe('mandated');
		expect(accessTogether(['ethnicity', 'people', 'place'])).toBe('public');
		for (const fill of FILL_IDS.map(fillInfo)) {
			for (const second of SECOND_LAYERS) {
				const both = new Set([fill.subject, second.subject]);
				const meets = (both.has('activity') && both.has('ethnicity')) || fill.access === 'mandated';
				expect(accessOf(fill.id, second.id), `${fill.id} + ${second.id}`).toBe(meets ? 'mandated' : 'public');
			}
		}
	});

	it('keeps activity out of tables and filters beside ethnicity, whichever of the two layers it is', () => {
		expect(activityMayStandBeside('population', null, 'public')).toBe(true);
		expect(activityMayStandBeside('minority-share', null, 'public')).toBe(false);
		expect(activityMayStandBeside('population', 'minority-share', 'public')).toBe(false);
		expect(activityMayStandBeside('minority-share', null, 'mandated')).toBe(true);
	});
});
