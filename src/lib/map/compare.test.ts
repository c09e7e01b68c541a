import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECOND_LAYERS } from '../layers/catalogue.ts';
import { FILL_IDS } from '../layers/fills.ts';
import { accessOf, subjectsOf } from '../layers/together.ts';
import { allowedPair, beginComparison, parseCompareUrl, serialiseCompareUrl, type Pair } from './compare.ts';
import { DEFAULT_MAP_STATE, type MapState, type MapUrlContext } from './url.ts';

const context: MapUrlContext = { today: '2026-11-22', territory: () => undefined };
const parse = (query: string) => parseCompareUrl(new URLSearchParams(query), context).pair;
const pairOf = (left: Partial<MapState>, right: Partial<MapState> = {}): Pair => ({
	left: { ...DEFAULT_MAP_STATE, ...left },
	right: { ...DEFAULT_MAP_STATE, ...right },
	view: 'side'
});

describe('the address of a comparison', () => {
	it('reads the left side as the map page does, the right one behind “with.”, and shares the areas', () => {
		const { left, right } = parse('layer=population&with.layer=minority-share&with.year=2011&region=latgale');
		expect(left).toMatchObject({ layer: 'population', region: 'latgale' });
		expect(right).toMatchObject({ layer: 'minority-share', year: 2011, region: 'latgale' });
	});

	it('shows the same areas on both sides, also where one layer knows only parishes', () => {
		const { left, right } = parse('level=region&layer=population&with.layer=border-distance');
		expect([left.level, right.level]).toEqual(['parish', 'parish']);
		expect(parse('level=auto').left.level).toBe('parish');
		expect(parse('level=region').right.level).toBe('region');
	});

	it('is one for each comparison', () => {
		for (const query of [
			'',
			'?asOf=2025-01-01',
			'?layer=population&method=equal&region=latgale&with.layer=minority-share&with.year=2011&view=swipe',
			'?layer=minority-share&method=manual&limits=5,33.3&second=none&name=s%26k%20%C4%81'
		]) {
			expect(serialiseCompareUrl(parse(query))).toBe(query);
		}
	});

	it('names each day that cannot be shown', () => {
		const { problems } = parseCompareUrl(new URLSearchParams('asOf=x&with.asOf=2999-01-01'), context);
		expect(problems.map(({ reason }) => reason)).toEqual(['not_a_date', 'future']);
	});
});

describe('beginComparison', () => {
	const at = (state: Partial<MapState>) =>
		serialiseCompareUrl(beginComparison({ ...DEFAULT_MAP_STATE, ...state }, '2026-11-22'));

	it('sets what was beside what is', () => {
		expect(at({ place: '0042200', status: ['active'] })).toBe('?asOf=2025-11-22');
		expect(at({ asOf: '2024-01-01' })).toBe('?asOf=2024-01-01');
	});

	it('sets figures beside the number of residents', () => {
		expect(at({ layer: 'border-distance', method: 'equal' })).toBe(
			'?layer=border-distance&method=equal&with.layer=population'
		);
		expect(at({ layer: 'population' })).toBe('?layer=population&with.layer=minority-share');
	});
});

describe('allowedPair', () => {
	const states = fc
		.record({
			layer: fc.constantFrom(...FILL_IDS),
			second: fc.option(fc.constantFrom(...SECOND_LAYERS.map(({ id }) => id)))
		})
		.filter(({ layer, second }) => layer !== second);

	it('never sets activity beside ethnicity, and says when something gave way', () => {
		fc.assert(
			fc.property(states, states, (a, b) => {
				const asked = pairOf(a, b);
				const { pair, refused } = allowedPair(asked);
				const sides = [pair.left, pair.right].map(({ layer, second }) => ({
					joint: accessOf(layer, second) === 'mandated',
					subjects: subjectsOf(layer, second)
				}));
				const ethnic = sides.some(({ joint, subjects }) => !joint && subjects.includes('ethnicity'));
				const active = sides.some(({ joint, subjects }) => joint || subjects.includes('activity'));
				expect(ethnic && active).toBe(false);
				expect(pair.left.layer).toBe(asked.left.layer);
				if (!refused) expect(pair.right.layer).toBe(asked.right.layer);
			})
		);
	});

	it('drops the usual points without a word', () => {
		expect(allowedPair(pairOf({ layer: 'minority-share' }, { layer: 'population' }))).toMatchObject({
			refused: false,
			pair: { left: { second: null }, right: { layer: 'population', second: null } }
		});
	});

	it('shows the left layer twice rather than activity beside ethnicity', () => {
		const { pair, refused } = allowedPair(pairOf({ layer: 'activity' }, { layer: 'minority-share' }));
		expect(refused).toBe(true);
		expect(pair.right.layer).toBe('activity');
	});
});
