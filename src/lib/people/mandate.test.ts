import { describe, expect, it } from 'vitest';
import { SMALL_COUNTRY } from '../../../tests/fixtures/small-country.ts';
import { liesInside, mandatedAreas, maySurvey } from './mandate.ts';
import type { Role } from './schema.ts';

function areas(...held: [Role, string][]): ReadonlySet<string> {
	return mandatedAreas(held.map(([role, scope_id]) => ({ role, scope_id })));
}

function covered(among: ReadonlySet<string>): string[] {
	return SMALL_COUNTRY.all.map(({ code }) => code).filter((code) => liesInside(SMALL_COUNTRY, code, among));
}

describe('a mandate', () => {
	it('reaches a region with all that lies in it, and nothing else', () => {
		expect(covered(areas(['pkc', 'latgale']))).toEqual([
			...['latgale', '0010000', '0020000', '0010010', '0010200', '0020010']
		]);
		expect(covered(areas(['planner', 'riga']))).toEqual(['riga', '0003000', 'LVDEL01']);
	});

	it('reaches a municipality, but not the region around it', () => {
		expect(covered(areas(['civil_protection', '0010000']))).toEqual(['0010000', '0010010', '0010200']);
	});

	it('of national staff reaches everything', () => {
		expect(covered(areas(['national', 'LV']))).toHaveLength(SMALL_COUNTRY.all.length);
	});

	it.each<Role>(['member', 'coordinator', 'mentor'])('is not given by the role %s', (role) => {
		expect(covered(areas([role, 'latgale']))).toEqual([]);
	});

	it('of nobody reaches nowhere', () => {
		expect(covered(areas())).toEqual([]);
	});
});

it('surveys are recorded by PKC of the region, of places that can be a home', () => {
	const of = (role: Role): string[] =>
		SMALL_COUNTRY.all
			.filter((territory) => maySurvey([{ role, scope_id: 'latgale' }], territory))
			.map(({ code }) => code);
	expect(of('pkc')).toEqual(['0010010', '0010200', '0020010']);
	expect(of('planner')).toEqual([]);
});
