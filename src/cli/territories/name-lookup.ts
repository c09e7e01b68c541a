import { createTerritoryIndex } from '../../lib/territories/hierarchy.ts';
import { nearestNames, normaliseName } from '../../lib/territories/names.ts';
import type { Territory } from '../../lib/territories/types.ts';
import { SourceError } from './errors.ts';

/** Finds the one territory a source means by a name; refuses to guess. */
export interface NameLookup {
	/** A unit (parish, town or state city) by its full name. `context` says in messages where the name stands. */
	unit(name: string, context: string): Territory;
	/** A municipality or state city; “Krāslavas” is enough for Krāslavas novads. */
	municipality(name: string, context: string): Territory;
	/** The unit of a code, with a check that the source calls it by that name and puts it into that municipality. */
	checked(code: string, name: string, municipality: string, context: string): Territory;
}

/** @throws SourceError from each question whose answer is not exactly one territory. */
export function createNameLookup(territories: readonly Territory[]): NameLookup {
	const index = createTerritoryIndex(territories);

	const only = (candidates: readonly Territory[], names: readonly string[], context: string): Territory => {
		const wanted = names.map(normaliseName);
		const found = candidates.filter((territory) => wanted.includes(normaliseName(territory.name)));
		const [first] = found;
		if (found.length === 1 && first) return first;
		if (found.length > 1) {
			const codes = found.map((territory) => `${territory.name} (${territory.code})`).join(', ');
			throw new SourceError(
				`${context}: “${names[0] ?? ''}” may be ${codes}; the source must tell them apart.`
			);
		}
		const places = candidates.map(({ code, name, kind }) => ({ code, name, kind, within: null }));
		const near = nearestNames(places, names[0] ?? '', 3).map((place) => place.name);
		const hint = near.length > 0 ? ` Near names: ${near.join(', ')}.` : '';
		throw new SourceError(`${context}: no territory is called “${names[0] ?? ''}”.${hint}`);
	};

	return {
		unit: (name, context) => only(index.atLevel('parish'), [name], context),
		municipality: (name, context) => only(index.atLevel('municipality'), [name, `${name} novads`], context),
		checked: (code, name, municipality, context) => {
			const unit = index.byCode(code);
			if (!unit) throw new SourceError(`${context}: no territory has the code ${code}.`);
			if (unit.name !== name || index.municipalityOf(code)?.name !== municipality) {
				throw new SourceError(
					`${context}: the code ${code} is ${unit.name}, not ${name} in ${municipality}.`
				);
			}
			return unit;
		}
	};
}
