import { error, redirect } from '@sveltejs/kit';
import { todayInRiga } from '$lib/activity/dates.ts';
import type { ActivityCard } from '$lib/communities/cards.ts';
import { statusShares } from '$lib/coverage/shares.ts';
import { compareText } from '$lib/i18n/format.ts';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { LOCATOR_WIDTH, locatorPicture } from '$lib/map/locator.ts';
import { liesInside, maySurvey } from '$lib/people/mandate.ts';
import type { Role } from '$lib/people/schema.ts';
import { loadUnitStatuses, readerOf, seesMore, type UnitStatus } from '$lib/server/activity.ts';
import { loadPlaceDetails, loadSources } from '$lib/server/communities.ts';
import { knownSession } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { loadTerritoryValues } from '$lib/server/indicators.ts';
import { ownFigures } from '$lib/server/place-figures.ts';
import { loadTerritories, searchablePlaces, territoryLabels } from '$lib/server/territories.ts';
import { lightPlane } from '$lib/server/topology.ts';
import { isUnitKind, levelOf, type TerritoryIndex } from '$lib/territories/hierarchy.ts';
import { nearestNames } from '$lib/territories/names.ts';
import { placeLabel } from '$lib/territories/place-label.ts';
import { COUNTRY_CODE, type Territory } from '$lib/territories/types.ts';
import type { PageServerLoad } from './$types';

/** Nothing here needs script; so the page carries none. */
export const csr = false;

export const load: PageServerLoad = async ({ params, locals }) => {
	const { backend } = locals;
	const index = await answer(loadTerritories(backend));
	const territory = find(index, params.code);
	if (territory.code === COUNTRY_CODE) redirect(308, localizeHref('/'));
	if (territory.code !== params.code) redirect(308, localizeHref(`/territory/${territory.code}`));

	const asOf = todayInRiga(new Date());
	const session = await knownSession(locals);
	const reader = readerOf(session);
	const [statuses, details, values, sources] = await answer(
		Promise.all([
			loadUnitStatuses(backend, asOf, reader),
			loadPlaceDetails(backend, index, territory.code, asOf),
			loadTerritoryValues(backend, territory.code),
			loadSources(backend)
		])
	);
	/** Activity stands on this page, so the public reads of ethnicity on the map alone (decision 10). */
	const beside = reader !== null && liesInside(index, territory.code, reader.areas);
	const roles = session?.roles ?? [];
	const holds = (role: Role, scope: string) =>
		roles.some((one) => one.role === role && one.scope_id === scope);
	const atHome = new Set(details.communities.items.map(({ id }) => id));
	/** Those of a community that is at home here, or of none; the page of the activity asks again. */
	const mayEdit = ({ community }: ActivityCard) =>
		(community !== null && holds('coordinator', community.id)) ||
		((community === null || atHome.has(community.id)) && holds('pkc', territory.region ?? ''));
	const plane = lightPlane(LOCATOR_WIDTH);
	const label = territoryLabels(index);
	const rows = (territories: readonly Territory[]) => unitRows(territories, index, statuses, label);
	const isUnit = isUnitKind(territory.kind);
	const units = isUnit ? [] : index.unitsOf(territory.code);
	return {
		asOf,
		territory,
		/** The page holds more than the public may see. */
		seesMore: seesMore(index, reader, territory.code),
		label: label(territory.code) ?? territory.name,
		above: index.ancestors(territory.code).map(({ code, name }) => ({ code, name })),
		/** A single status: of parishes, towns and neighbourhoods. */
		status: territory.kind === 'state_city' ? null : (statuses.get(territory.code) ?? null),
		/** How the units of a larger area are spread over the statuses. */
		shares:
			units.length === 0
				? null
				: statusShares(units, (code) => statuses.get(code)?.result.status ?? 'not_surveyed'),
		units: rows(units),
		neighbourhoods: isUnit ? rows(index.children(territory.code)) : [],
		details,
		/** Neighbourhoods have no figures of their own. */
		figures:
			territory.kind === 'neighbourhood'
				? []
				: ownFigures(values, territory.areaKm2, levelOf(territory.kind), beside, sources),
		ethnicityApart: !beside,
		maySurvey: maySurvey(roles, territory),
		/** Ids of the activities that the reader may change. */
		editable: details.activities.items.filter((one) => mayEdit(one)).map(({ id }) => id),
		locator: plane && locatorPicture(plane, territory)
	};
};

/** The territory of an address; who asks for one that does not exist is told the nearest names. */
function find(index: TerritoryIndex, code: string): Territory {
	const territory = index.resolve(code);
	if (territory) return territory;
	error(404, {
		message: 'No such territory',
		code: 'unknown_territory',
		suggestions: nearestNames(searchablePlaces(index), code).map((place) => ({
			code: place.code,
			label: placeLabel(place)
		}))
	});
}

/** Rows of the table of what lies inside, sorted by name. */
function unitRows(
	territories: readonly Territory[],
	index: TerritoryIndex,
	statuses: ReadonlyMap<string, UnitStatus>,
	label: (code: string) => string | null
) {
	return territories
		.map(({ code, kind, name }) => {
			const municipality = index.municipalityOf(code);
			const known = statuses.get(code);
			return {
				code,
				label: label(code) ?? name,
				municipality: municipality === null || municipality.code === code ? null : municipality,
				status: kind === 'state_city' ? null : (known?.result.status ?? 'not_surveyed'),
				communities: known?.facts?.communities ?? 0,
				activities: known?.facts?.activities ?? 0
			};
		})
		.sort((a, b) => compareText(a.label, b.label));
}
