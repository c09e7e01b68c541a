import type { IsoDate } from '../scoring/types.ts';

/** The day it is in Latvia. */
export function today(): IsoDate {
	return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' }).format(new Date());
}

/** This moment, ISO 8601. */
export function now(): string {
	return new Date().toISOString();
}
