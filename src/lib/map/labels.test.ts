import { expect, test } from 'vitest';
import { labelFeatures, signFeatures } from './labels.ts';
import type { AreaRow, PlacePoint } from './types.ts';

function row(fields: Partial<AreaRow>): AreaRow {
	return {
		code: '0001000',
		label: 'Rīga',
		kind: 'state_city',
		municipalityCode: null,
		municipality: null,
		region: 'riga',
		easternBorder: false,
		lon: 24.1,
		lat: 56.9,
		status: null,
		unitCounts: null,
		communities: 1234,
		activities: 0,
		lastEvidence: null,
		matches: true,
		...fields
	};
}

test('a state city shows its count, a parish only its short name', () => {
	const parish = row({
		kind: 'parish',
		label: 'Salas pagasts, Jēkabpils novads',
		communities: 2,
		lon: 25.7,
		lat: 56.4
	});
	const { features } = labelFeatures(
		{ parish: [row({}), parish], municipality: [row({})], region: [] },
		(value) => `${value}!`
	);
	expect(features.map((label) => label.properties)).toEqual([
		{ code: '0001000', level: 'parish', city: true, name: 'Rīga', count: '1234!' },
		{ code: '0001000', level: 'parish', city: false, name: 'Salas pagasts', count: '' },
		{ code: '0001000', level: 'municipality', city: true, name: 'Rīga', count: '1234!' }
	]);
	expect(features[1]?.geometry.coordinates).toEqual([25.7, 56.4]);
});

test('a number of communities that is not known is no guess', () => {
	const { features } = labelFeatures(
		{ parish: [row({ communities: null })], municipality: [], region: [] },
		String
	);
	expect(features.map(({ properties }) => properties.count)).toEqual(['']);
});

test('signs carry the id and the kind of their place', () => {
	const where = {
		territoryCode: '',
		within: [],
		territory: '',
		place: null,
		lon: 26,
		lat: 56,
		sourceId: null
	};
	const point: PlacePoint = { id: 'a', kind: 'councils', name: '', ...where };
	expect(signFeatures([point]).features).toEqual([
		{
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [26, 56] },
			properties: { id: 'a', kind: 'councils' }
		}
	]);
});
