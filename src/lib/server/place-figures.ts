import type { Source } from '../communities/schema.ts';
import { compareText } from '../i18n/format.ts';
import { bestValues } from '../indicators/best.ts';
import { densitiesOf } from '../indicators/density.ts';
import { isIndicatorId, type LoadedValue } from '../indicators/types.ts';
import { NUMERIC_LAYERS } from '../layers/catalogue.ts';
import { figuresOfSecond, fillInfo } from '../layers/fills.ts';
import { distribution, type Distribution } from '../layers/distribution.ts';
import { explain, type ExplainFacts } from '../layers/explain.ts';
import { comparisonText } from '../layers/explain-words.ts';
import { indicatorFigure, type Figure, type FigureId } from '../layers/figures.ts';
import { figureText, targetAt, withinWindow, type NumericDefinition } from '../layers/numeric.ts';
import { figuresOf, hasFew, type RowFacts } from '../map/row-facts.ts';
import type { MapState } from '../map/url.ts';
import { COUNTRY_CODE, type Level } from '../territories/types.ts';
import { m } from '../i18n/paraglide/messages.js';

/** A number of a place with all that a card says of it. Texts are in the language of the page. */
export interface PlaceFigure {
	/** Which layer it belongs to; unit and note stand there. */
	id: FigureId;
	/** With the window it looks back over. */
	title: string;
	/** Null: not known. */
	figure: Figure | null;
	/** The same in words; it also says why it must not be said. */
	text: string;
	source: Pick<Source, 'id' | 'title'> | null;
	/** Null: there is no number that municipalities are to reach. */
	progress: Progress | null;
	/** What the municipality, the region and the country have, from near to far. */
	comparisons: string[];
	/** Null where there is too little to compare. */
	distribution: Distribution | null;
	/** The number that all of the distribution are to reach; null = none. */
	line: number | null;
}

/** How far a municipality is, or those of a region are, on the way to a number that all of them are to reach. */
export interface Progress {
	target: number;
	/** In name order: places are not put in order of weakness. */
	areas: { code: string; label: string; value: number }[];
}

/** The numbers that fill and second layer show: those a card explains. */
export function shownFigures({ layer, second }: Pick<MapState, 'layer' | 'second'>): FigureId[] {
	return [...new Set([...fillInfo(layer).figures, ...figuresOfSecond(second ?? '')])];
}

/**
 * Explains the numbers of a place. Units are compared with what they lie in; larger areas have their value only.
 * @param facts with the indicators behind the numbers, and the population that weighs them
 */
export function placeFigures(
	facts: RowFacts,
	code: string,
	wanted: readonly FigureId[],
	sources: readonly Pick<Source, 'id' | 'title'>[]
): PlaceFigure[] {
	const everywhere = explainFacts(facts, wanted);
	const { window = null } = facts;
	return NUMERIC_LAYERS.filter(({ id }) => wanted.includes(id)).map((untitled) => {
		const definition = withinWindow(untitled, untitled.usualWindow === null ? null : window);
		const { id } = definition;
		const compared = definition.access === 'mandated' ? withinReach(everywhere, facts) : everywhere;
		const explained = explain(definition, code, compared);
		const figure = explained?.figure ?? compared.figuresOf(code)[id] ?? null;
		const source = sources.find((each) => each.id === figure?.sourceId);
		const few = hasFew(facts, code, [id]);
		return {
			id,
			title: definition.title(),
			figure,
			text: few ? m.layer_few() : figureText(definition, figure),
			progress: progressOf(definition, facts, code, everywhere),
			source: source ? { id: source.id, title: source.title } : null,
			comparisons: (explained?.comparisons ?? [])
				.filter((comparison) => compared === everywhere || facts.reaches?.(comparison.code))
				.map((comparison) =>
					comparisonText(definition, comparison, facts.label(comparison.code) ?? comparison.code)
				),
			...(spreadToTarget(definition, facts, code, compared) ?? {
				distribution: explained?.distribution ?? null,
				line: null
			})
		};
	});
}

/** “Mazākumtautību daļa: 43,2 % (2011, publicēts)”, one after the other. */
export function figuresText(figures: readonly Pick<PlaceFigure, 'title' | 'text'>[]): string {
	return figures.map(({ title, text }) => `${title}: ${text}`).join('. ');
}

/** Where the municipalities stand that a place is in, or that are in it. */
function progressOf(
	definition: NumericDefinition,
	{ index, label, window = null }: RowFacts,
	code: string,
	{ figuresOf }: ExplainFacts
): Progress | null {
	const target = targetAt(definition, { level: 'municipality', window });
	if (target === null) return null;
	const own = index.municipalityOf(code)?.code;
	const areas = index
		.atLevel('municipality')
		.filter((area) => (own === undefined ? area.region === code : area.code === own))
		.flatMap((area) => {
			const figure = figuresOf(area.code)[definition.id];
			return figure ? { code: area.code, label: label(area.code) ?? area.name, value: figure.value } : [];
		});
	return { target, areas: areas.toSorted((a, b) => compareText(a.label, b.label)) };
}

/** A municipality among all others, where they have a number to reach; null for everything else. */
function spreadToTarget(
	{ id, target, classes }: NumericDefinition,
	{ index, window = null }: RowFacts,
	code: string,
	{ figuresOf }: ExplainFacts
): Pick<PlaceFigure, 'distribution' | 'line'> | null {
	const municipalities = index.atLevel('municipality');
	const line = targetAt({ target }, { level: 'municipality', window });
	if (line === null || municipalities.every((area) => area.code !== code)) return null;
	const figures = municipalities.map((area) => figuresOf(area.code)[id] ?? null);
	const own = figuresOf(code)[id]?.value ?? null;
	return { distribution: distribution(figures, own, classes.digits), line };
}

/** People with a mandate see what only they may see in their own areas, and are shown no other to compare with. */
function withinReach({ units, figuresOf, country }: ExplainFacts, { reaches }: RowFacts): ExplainFacts {
	const isReached = (code: string) => reaches?.(code) ?? false;
	return {
		units: units.filter(({ code }) => isReached(code)),
		figuresOf: (code) => (isReached(code) ? figuresOf(code) : {}),
		country
	};
}

/** A published figure of a place, as its own page lists it. */
export interface OwnFigure extends Pick<PlaceFigure, 'id' | 'figure' | 'source'> {
	/** What to know about this one value, in Latvian. */
	caveat: string | null;
}

/**
 * The published figures of one place, in the order of the layers; what is missing stands there as missing.
 * @param values every value of the place
 * @param areaKm2 its area, over which its people are spread
 * @param beside whether ethnicity may stand on the same page as the activity of the place
 */
export function ownFigures(
	values: readonly LoadedValue[],
	areaKm2: number,
	level: Level,
	beside: boolean,
	sources: readonly Pick<Source, 'id' | 'title'>[]
): OwnFigure[] {
	const known = [...values, ...densitiesOf(values, () => areaKm2)];
	return NUMERIC_LAYERS.flatMap(({ id, subject, levels }) => {
		if (!isIndicatorId(id) || !levels.includes(level)) return [];
		if (subject === 'ethnicity' && !beside) return [];
		const [best] = bestValues(known.filter(({ indicator }) => indicator === id)).values();
		const source = sources.find((each) => each.id === best?.sourceId);
		return {
			id,
			figure: best ? indicatorFigure(best) : null,
			source: source ? { id: source.id, title: source.title } : null,
			caveat: best?.caveat ?? null
		};
	});
}

function explainFacts(facts: RowFacts, wanted: readonly FigureId[]): ExplainFacts {
	const { index } = facts;
	const read = [...wanted, 'population'] as const;
	const figures = new Map(index.all.map(({ code }) => [code, figuresOf(facts, code, read)]));
	return {
		units: index.atLevel('parish').map(({ code, region, areaKm2 }) => ({
			code,
			municipalityCode: index.municipalityOf(code)?.code ?? null,
			region,
			areaKm2
		})),
		figuresOf: (code) => figures.get(code) ?? {},
		country: COUNTRY_CODE
	};
}
