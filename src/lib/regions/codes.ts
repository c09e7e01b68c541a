import { COUNTRY_CODE, REGION_CODES, type RegionCode } from '../territories/types.ts';

/** The planning region of an address; null for anything else. */
export function regionOfAddress(text: string): RegionCode | null {
	return REGION_CODES.find((code) => code === text) ?? null;
}

/** The same, or the country. */
export function areaOfAddress(text: string): RegionCode | typeof COUNTRY_CODE | null {
	return text === COUNTRY_CODE ? COUNTRY_CODE : regionOfAddress(text);
}
