/** Kinds of territory; a state city stands at the unit and the municipality level at once. */
export const TERRITORY_KINDS = [
	'country',
	'region',
	'municipality',
	'state_city',
	'parish',
	'town',
	'neighbourhood'
] as const;
export type TerritoryKind = (typeof TERRITORY_KINDS)[number];

/** Planning regions of Latvia since 2021; Kurzeme, Latgale, Rīga, Vidzeme, Zemgale. */
export const REGION_CODES = ['kurzeme', 'latgale', 'riga', 'vidzeme', 'zemgale'] as const;
export type RegionCode = (typeof REGION_CODES)[number];

/** The code of the whole country. */
export const COUNTRY_CODE = 'LV';

/** One row of the territory reference: administrative unit, planning region, country or neighbourhood. */
export interface Territory {
	/** ATVK code of 2022-07-01 (text, leading zeros kept), region id, `LV` or neighbourhood code. Never changes. */
	code: string;
	/** The code in force today; differs from `code` only after a renaming. */
	codeCurrent: string;
	kind: TerritoryKind;
	name: string;
	/** The next larger territory; null for the country. */
	parentCode: string | null;
	/** Planning region; null for the country. */
	region: RegionCode | null;
	/** A point inside the territory, WGS84 degrees. */
	lon: number;
	lat: number;
	areaKm2: number;
	/** Inside the eastern border zone by the government's action plan 2025–2027 (the default definition). */
	easternBorder: boolean;
}

/** The level at which a map or a table shows the country. */
export const LEVELS = ['parish', 'municipality', 'region'] as const;
export type Level = (typeof LEVELS)[number];
