import { referenceOf, type Reference, type Weighed } from '../coverage/reference.ts';
import { basisOf, distribution, type Distribution } from './distribution.ts';
import type { Figure, Figures } from './figures.ts';
import type { NumericDefinition } from './numeric.ts';

/** An area with what is needed to compare it. */
export interface ExplainedUnit {
	code: string;
	/** The municipality (or state city) and the planning region that it lies in. */
	municipalityCode: string | null;
	region: string | null;
	areaKm2: number;
}

/** What the comparison reads. */
export interface ExplainFacts {
	/** All units of the country. */
	units: readonly ExplainedUnit[];
	/** Numbers by territory, those of municipalities, regions and the country among them. */
	figuresOf: (code: string) => Figures;
	/** Code of the country. */
	country: string;
}

/** One larger area to compare with. */
export interface Comparison extends Reference {
	scope: 'municipality' | 'region' | 'country';
	code: string;
	/** The area's own number, where it is what stands here (`by: 'own'`). */
	whole: Figure | null;
	/** Years of the numbers behind the value: “2011–2020”; null where they are of the day shown. */
	years: string | null;
	/** How many of the known numbers are those of larger territories. */
	inherited: number;
}

/** A unit's value, what it is compared with, and where it stands among all units. */
export interface Explanation {
	figure: Figure | null;
	/** From near to far; those of which nothing is known are left out. */
	comparisons: Comparison[];
	/** Null where there is too little to compare. */
	distribution: Distribution | null;
	/** The value is that of a larger territory: it says nothing about how this unit differs from its neighbours. */
	inherited: boolean;
}

/**
 * Compares a unit with its municipality, region and country. Never a rank: places are not put in order of
 * weakness.
 * @returns null for a code that is no unit
 */
export function explain(
	definition: Pick<NumericDefinition, 'id' | 'comparesWhole' | 'weighBy' | 'classes' | 'whole' | 'isAlone'>,
	code: string,
	{ units, figuresOf, country }: ExplainFacts
): Explanation | null {
	const unit = units.find((each) => each.code === code);
	if (!unit) return null;
	const { id, comparesWhole, weighBy, classes, whole: words, isAlone } = definition;
	const figureOf = (of: string) => figuresOf(of)[id] ?? null;
	const figure = figureOf(code);
	const compare = (scope: Comparison['scope'], area: string | null, inside: readonly ExplainedUnit[]) => {
		// A state city is its own municipality: comparing it with itself says nothing.
		if (area === null || area === code) return [];
		const known = inside.flatMap((each) => figureOf(each.code) ?? []);
		const whole = comparesWhole ? figureOf(area) : null;
		if (whole === null && known.every((each) => sameTerritory(each, figure))) return [];
		const weighed = inside.map((each): Weighed => ({
			value: figureOf(each.code)?.value ?? null,
			weight: weightOf(weighBy, each, figuresOf)
		}));
		const reference = referenceOf(whole?.value ?? null, weighed, weighBy !== null);
		if (reference === null) return [];
		return [{ scope, code: area, ...reference, whole, ...basisOf(whole === null ? known : [whole]) }];
	};
	const inherited = figure?.method === 'inherited';
	if (isAlone) return { figure, comparisons: [], distribution: null, inherited };
	return {
		figure,
		comparisons: [
			...compare(
				'municipality',
				unit.municipalityCode,
				units.filter((each) => each.municipalityCode === unit.municipalityCode)
			),
			...compare(
				'region',
				unit.region,
				units.filter((each) => each.region === unit.region)
			),
			...compare('country', country, units)
		],
		// Of all or nothing there is nothing to spread.
		distribution:
			words === undefined
				? distribution(
						units.map((each) => figureOf(each.code)),
						figure?.value ?? null,
						classes.digits
					)
				: null,
		inherited
	};
}

/** Both are the number of one larger territory, so that comparing them would compare it with itself. */
function sameTerritory(one: Figure, other: Figure | null): boolean {
	return one.inheritedFrom !== null && one.inheritedFrom === other?.inheritedFrom;
}

function weightOf(
	weighBy: NumericDefinition['weighBy'],
	unit: ExplainedUnit,
	figuresOf: ExplainFacts['figuresOf']
): number | null {
	switch (weighBy) {
		case 'population':
			return figuresOf(unit.code).population?.value ?? null;
		case 'area':
			return unit.areaKm2;
		case null:
			return null;
	}
}
