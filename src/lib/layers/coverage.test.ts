import { describe, expect, it } from 'vitest';
import { fillLayer } from './catalogue.ts';
import {
	countFigure,
	planDone,
	residentsReachedFigure,
	surveyedShare,
	type Figure,
	type FigureId,
	type FigureRow
} from './figures.ts';
import { legendModel } from './legend.ts';
import { SEQUENTIAL } from './palettes.ts';
import { prepareFill } from './prepare.ts';
import { lookOf } from './types.ts';

const row = (id: FigureId, figure: Figure | null, change: Partial<FigureRow> = {}) => ({
	kind: 'municipality' as const,
	status: null,
	unitCounts: null,
	communities: 0,
	figures: figure === null ? {} : { [id]: figure },
	matches: true,
	...change
});
const counts = (values: number[]) => values.map((value) => row('active-communities', countFigure(value)));
const labels = (layer: { classes: readonly { label: () => string }[] }) =>
	layer.classes.map(({ label }) => label());
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('active communities', () => {
	const rows = counts([0, 0, 1, 3, 5, 7]);
	const at = (level: 'parish' | 'municipality', window: 12 | 36) =>
		fillLayer(prepareFill('active-communities', rows, undefined, window), level);

	it('are titled by the window they look back over', () => {
		expect(at('municipality', 36).title()).toBe('Kopienas, par kurām ir ziņas pēdējo 3 gadu laikā');
		expect(at('municipality', 12).columns[0]?.label()).toBe('Kopienas, par kurām ir ziņas pēdējā gada laikā');
	});

	it('have 0 as a class of its own, in the weakest colour', () => {
		expect(labels(at('municipality', 36))[0]).toBe('0');
		const nothing = fillLayer(prepareFill('active-communities', counts([0, 0]), undefined, 36), 'parish');
		expect(nothing.classes.map(({ fill }) => fill)).toEqual([SEQUENTIAL.green[0]]);
	});

	it('say of municipalities over three years how far they are, in legend and table', () => {
		const layer = at('municipality', 36);
		expect(legendModel(layer, rows).notes[1]).toContain('2 no 6');
		const [filtered] = rows.map((each) => ({ ...each, matches: false }));
		expect(legendModel(layer, [...rows, ...(filtered ? [filtered] : [])]).notes[1]).toContain('2 no 6');
		const target = layer.columns.find(({ id }) => id === 'active-communities-target');
		expect(rows.map((each) => target?.text(each))).toContain('3 no 5');
		expect(rows.map((each) => target?.value(each))).toEqual([0, 0, 0.2, 0.6, 1, 1]);
	});

	it('say it of no other level and no other time, for which there is no aim', () => {
		for (const layer of [at('parish', 36), at('municipality', 12)]) {
			expect(layer.columns.map(({ id }) => id)).toEqual(['active-communities']);
			expect(legendModel(layer, rows).notes).toHaveLength(1);
		}
	});
});

describe('shares of one place', () => {
	const parish = { kind: 'parish' } as const;
	const rows = [
		row('surveyed-share', surveyedShare([true], true), parish),
		row('surveyed-share', surveyedShare([false], true), parish)
	];

	it('are words, not per cent', () => {
		const layer = fillLayer(prepareFill('surveyed-share', rows, undefined, 24), 'parish');
		expect(labels(layer)).toEqual(['Šajā laikā nav apzināta', 'Apzināta']);
		expect(rows.map((each) => layer.describe(each))).toEqual(['Apzināta', 'Šajā laikā nav apzināta']);
		expect(rows.map((each) => layer.columns[0]?.value(each))).toEqual([100, 0]);
	});

	it('have their word also where all places are alike', () => {
		const layer = fillLayer(prepareFill('surveyed-share', rows.slice(0, 1), undefined, 24), 'parish');
		expect(labels(layer)).toEqual(['Apzināta']);
	});

	it('are per cent of larger areas, at least so many where not all may be said', () => {
		const larger = [row('surveyed-share', surveyedShare([true, null, false, false], false))];
		const layer = fillLayer(prepareFill('surveyed-share', larger, undefined, 24), 'municipality');
		expect(larger.map((each) => plain(layer.describe(each)))).toEqual(['vismaz 25 %']);
	});
});

describe('residents reached', () => {
	const share = { reached: 300, residents: 1200, known: 2, units: 5, share: 0.25 };
	const rows = [row('residents-reached', residentsReachedFigure(share, [], false))];
	const layer = fillLayer(prepareFill('residents-reached', rows), 'municipality');

	it('say of how many places the number is known, wherever they stand', () => {
		expect(rows.map((each) => plain(layer.describe(each)))).toEqual([
			'25 % (aprēķināts, zināmas vietas: 2 no 5)'
		]);
		const column = layer.columns.find(({ id }) => id === 'residents-reached-made-of');
		expect(rows.map((each) => column?.text(each))).toEqual(['2 no 5']);
	});
});

describe('steps of plans', () => {
	const few = row('plan-done', null, { isFew: true });
	const rows = [row('plan-done', planDone(0.4) ?? null), few, row('plan-done', null)];
	const layer = fillLayer(prepareFill('plan-done', rows), 'municipality');

	it('have a class for too few communities, which is not “no data”', () => {
		expect(rows.map((each) => lookOf(layer, each).id)).toEqual(['c1', 'few', 'no_data']);
		expect(lookOf(layer, few)).toMatchObject({ pattern: 'dots' });
		expect(layer.describe(few)).toBe('Maz datu');
		expect(layer.columns[0]?.text(few)).toBe('Maz datu');
		expect(layer.columns[0]?.value(few)).toBeNull();
	});

	it('say nothing of areas outside the mandate, few or not', () => {
		expect(layer.describe({ ...few, isOutside: true })).toBe('Ārpus jūsu teritorijas');
	});
});
