import { bestValues, yearsOf } from '../indicators/best.ts';
import { densitiesOf } from '../indicators/density.ts';
import type { IndicatorId, LoadedValue } from '../indicators/types.ts';
import { indicatorFigure, indicatorsFor, type FigureId, type Figures } from '../layers/figures.ts';
import { loadIndicatorValues } from './indicators.ts';
import { oncePerRequest } from './per-request.ts';
import { loadTerritories } from './territories.ts';

/** Indicators as the map reads them. */
export interface MapFigures {
	/** The best value of each indicator, by territory; what is missing is not known. */
	byTerritory: ReadonlyMap<string, Figures>;
	/** Years for which there are values, oldest first. */
	years: readonly number[];
}

const loadedOf = oncePerRequest((locals, id: IndicatorId) => loadIndicatorValues(locals.backend, id));

/** What was loaded of an indicator, and what follows from other figures. */
async function valuesOf(locals: App.Locals, id: IndicatorId): Promise<LoadedValue[]> {
	if (id !== 'population-density') return loadedOf(locals, id);
	const [index, loaded, populations] = await Promise.all([
		loadTerritories(locals.backend),
		loadedOf(locals, id),
		loadedOf(locals, 'population')
	]);
	return [...loaded, ...densitiesOf(populations, (code) => index.byCode(code)?.areaKm2 ?? null)];
}

/**
 * The indicators behind numbers of layers.
 * @param wanted numbers that layers read
 * @param year only values of this year or earlier
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadFigures(
	locals: App.Locals,
	wanted: readonly FigureId[],
	year: number
): Promise<MapFigures> {
	const loaded = await Promise.all(
		indicatorsFor(wanted).map(async (id) => ({ id, values: await valuesOf(locals, id) }))
	);
	const byTerritory = new Map<string, Partial<Record<FigureId, ReturnType<typeof indicatorFigure>>>>();
	for (const { id, values } of loaded) {
		for (const [code, value] of bestValues(values, year)) {
			const figures = byTerritory.get(code) ?? {};
			byTerritory.set(code, { ...figures, [id]: indicatorFigure(value) });
		}
	}
	return { byTerritory, years: yearsOf(loaded.flatMap(({ values }) => values)) };
}
