import type { Source } from '../communities/schema.ts';
import { bestValues } from '../indicators/best.ts';
import { densitiesOf } from '../indicators/density.ts';
import { isIndicatorId, type LoadedValue } from '../indicators/types.ts';
import { NUMERIC_LAYERS } from '../layers/catalogue.ts';
import { figuresOfSecond, fillInfo } from '../layers/fills.ts';
import type { Distribution } from '../layers/distribution.ts';
import { explain, type ExplainFacts } from '../layers/explain.ts';
import { comparisonText } from '../layers/explain-words.ts';
import { indicatorFigure, type Figure, type FigureId } from '../layers/figures.ts';
import { figureText } from '../layers/numeric.ts';
import { figuresOf, type RowFacts } from '../map/rows.ts';
import type { MapState } from '../map/url.ts';
import { COUNTRY_CODE, type Level } from '../territories/types.ts';

/** A number of a place with all that a card says of it. Texts are in the language of the page. */
export interface PlaceFigure {
	/** Which layer it belongs to; title, unit and note stand there. */
	id: FigureId;
	/** Null: not known. */
	figure: Figure | null;
	source: Pick<Source, 'id' | 'title'> | null;
	/** What the municipality, the region and the country have, from near to far. */
	comparisons: string[];
	/** Null where there is too little to compare. */
	distribution: Distribution | null;
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
	const compared = explainFacts(facts, wanted);
	return NUMERIC_LAYERS.filter(({ id }) => wanted.includes(id)).map((definition) => {
		const { id } = definition;
		const explained = explain(definition, code, compared);
		const figure = explained?.figure ?? compared.figuresOf(code)[id] ?? null;
		const source = sources.find((each) => each.id === figure?.sourceId);
		return {
			id,
			figure,
			source: source ? { id: source.id, title: source.title } : null,
			comparisons: (explained?.comparisons ?? []).map((comparison) =>
				comparisonText(definition, comparison, facts.label(comparison.code) ?? comparison.code)
			),
			distribution: explained?.distribution ?? null
		};
	});
}

/** “Mazākumtautību daļa: 43,2 % (2011, publicēts)”, one after the other. */
export function figuresText(figures: readonly Pick<PlaceFigure, 'id' | 'figure'>[]): string {
	return figures
		.flatMap(({ id, figure }) => {
			const definition = NUMERIC_LAYERS.find((each) => each.id === id);
			return definition ? `${definition.title()}: ${figureText(definition, figure)}` : [];
		})
		.join('. ');
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
