import { bestValues, yearsOf } from './best.ts';
import type { LoadedValue } from './types.ts';

/** People per km², with as many decimals as such small numbers need. */
export function densityOf(population: number, areaKm2: number): number {
	const density = population / areaKm2;
	return Number(density.toFixed(density < 10 ? 2 : 1));
}

/**
 * Densities that follow from the populations of territories: of each year the best population over the area. They stand
 * beside densities that were loaded, and `bestValues` chooses.
 * @param values those of other indicators are not read
 * @param areaKm2Of null where the area is not known
 */
export function densitiesOf(
	values: readonly LoadedValue[],
	areaKm2Of: (territoryCode: string) => number | null
): LoadedValue[] {
	const populations = values.filter(({ indicator }) => indicator === 'population');
	return yearsOf(populations).flatMap((year) => {
		const ofYear = bestValues(populations.filter((value) => value.year === year));
		return [...ofYear.values()].flatMap((population): LoadedValue[] => {
			const areaKm2 = areaKm2Of(population.territoryCode) ?? 0;
			if (areaKm2 <= 0) return [];
			const value = densityOf(population.value, areaKm2);
			return [{ ...population, indicator: 'population-density', value, method: 'derived' }];
		});
	});
}
