import { COUNTRY_CODE, type Level, type Territory, type TerritoryKind } from './types.ts';

/** Kinds at the level of parishes; a “unit” everywhere in the product is one of these. */
export const UNIT_KINDS = ['parish', 'town', 'state_city'] as const satisfies readonly TerritoryKind[];
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Whether a territory of this kind is a unit (parish, town or state city). */
export function isUnitKind(kind: TerritoryKind): kind is UnitKind {
	return UNIT_KINDS.some((unitKind) => unitKind === kind);
}

/** The levels at which territories of this kind are drawn; a state city stands at two, the country at none. */
export function levelsOf(kind: TerritoryKind): readonly Level[] {
	switch (kind) {
		case 'parish':
		case 'town':
			return ['parish'];
		case 'state_city':
			return ['parish', 'municipality'];
		case 'municipality':
			return ['municipality'];
		case 'region':
			return ['region'];
		case 'country':
		case 'neighbourhood':
			return [];
	}
}

/** The finest level that shows a territory: units and neighbourhoods `parish`, the country `region`. */
export function levelOf(kind: TerritoryKind): Level {
	switch (kind) {
		case 'parish':
		case 'town':
		case 'state_city':
		case 'neighbourhood':
			return 'parish';
		case 'municipality':
			return 'municipality';
		case 'region':
		case 'country':
			return 'region';
	}
}

/** Questions about who lies in whom. Lists keep the order of the territories given. */
export interface TerritoryIndex {
	readonly all: readonly Territory[];
	/** The territory of a stable code. */
	byCode(code: string): Territory | undefined;
	/** The territory of a stable code or of a code in force today; the address of a page redirects to `.code`. */
	resolve(code: string): Territory | undefined;
	/** Direct children; a unit's children are its neighbourhoods. */
	children(code: string): readonly Territory[];
	/** All units inside; of a unit the unit itself, of a neighbourhood none. */
	unitsOf(code: string): readonly Territory[];
	/** From the country down to the parent: the breadcrumb without the territory itself. */
	ancestors(code: string): readonly Territory[];
	/** The municipality or state city a territory belongs to; null for regions and the country. */
	municipalityOf(code: string): Territory | null;
	/** Territories drawn at a level: 592 units, 35 municipalities + 7 state cities, 5 regions. */
	atLevel(level: Level): readonly Territory[];
}

/**
 * Builds the index over the whole reference.
 * @throws RangeError when a code occurs twice, a parent is unknown, or the parents do not lead to the country.
 */
export function createTerritoryIndex(territories: readonly Territory[]): TerritoryIndex {
	const codes = new Map<string, Territory>();
	const currentCodes = new Map<string, Territory>();
	const children = new Map<string, Territory[]>();
	for (const territory of territories) {
		if (codes.has(territory.code)) throw new RangeError(`Territory code ${territory.code} occurs twice.`);
		codes.set(territory.code, territory);
		currentCodes.set(territory.codeCurrent, territory);
	}
	for (const territory of territories) {
		if (territory.parentCode === null) {
			if (territory.code !== COUNTRY_CODE) throw new RangeError(`Territory ${territory.code} has no parent.`);
			continue;
		}
		if (!codes.has(territory.parentCode)) {
			throw new RangeError(`Territory ${territory.code} names the unknown parent ${territory.parentCode}.`);
		}
		const siblings = children.get(territory.parentCode);
		if (siblings) siblings.push(territory);
		else children.set(territory.parentCode, [territory]);
	}

	const ancestors = (code: string): Territory[] => {
		const line: Territory[] = [];
		let parentCode = codes.get(code)?.parentCode ?? null;
		while (parentCode !== null) {
			const parent = codes.get(parentCode);
			if (!parent || line.includes(parent)) throw new RangeError(`The parents of ${code} form a circle.`);
			line.unshift(parent);
			parentCode = parent.parentCode;
		}
		return line;
	};

	const units = new Map<string, Territory[]>();
	for (const territory of territories) {
		const line = ancestors(territory.code);
		if (!isUnitKind(territory.kind)) continue;
		for (const holder of [...line, territory]) {
			const list = units.get(holder.code);
			if (list) list.push(territory);
			else units.set(holder.code, [territory]);
		}
	}

	return {
		all: territories,
		byCode: (code) => codes.get(code),
		resolve: (code) => codes.get(code) ?? currentCodes.get(code),
		children: (code) => children.get(code) ?? [],
		unitsOf: (code) => units.get(code) ?? [],
		ancestors,
		municipalityOf: (code) => {
			const self = codes.get(code);
			const line = self ? [...ancestors(code), self] : [];
			return line.find((step) => step.kind === 'municipality' || step.kind === 'state_city') ?? null;
		},
		atLevel: (level) => territories.filter((territory) => levelsOf(territory.kind).includes(level))
	};
}
