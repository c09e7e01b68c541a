/** A planning region, or the country, in numbers: one reading for its pages, report and files. */
import { addMonths, todayInRiga } from '../activity/dates.ts';
import { monthEnds } from '../activity/history.ts';
import type { IsoDate } from '../activity/types.ts';
import { CHECKLIST } from '../assessments/checklist.ts';
import type { Definition } from '../checklists/types.ts';
import { gapsBefore } from '../coverage/changes.ts';
import { gapsOf, type AreaGaps } from '../coverage/gaps.ts';
import { publishedOn } from '../coverage/published.ts';
import { statusShares } from '../coverage/shares.ts';
import { areaCoverage, type DayFacts } from '../coverage/summary.ts';
import { compareText } from '../i18n/format.ts';
import { bestValues } from '../indicators/best.ts';
import { ACTIVITY_SOURCES } from '../layers/activity.ts';
import { countCommunities } from '../map/rows.ts';
import { liesInside } from '../people/mandate.ts';
import { regionOfAddress } from '../regions/codes.ts';
import type { InsideRow, MandatedView, RegionHistory, RegionView } from '../regions/view.ts';
import type { TerritoryIndex } from '../territories/hierarchy.ts';
import { COUNTRY_CODE, type RegionCode } from '../territories/types.ts';
import { loadStatusHistory, readerOf, seesMore, type Reader } from './activity.ts';
import { getChecklist } from './checklists.ts';
import type { Backend } from './client.ts';
import { loadSources } from './communities.ts';
import { loadAssessmentsOn, loadFirstAssessed, loadPublishedAssessments } from './coverage.ts';
import { knownSession } from './guard.ts';
import { loadIndicatorValues } from './indicators.ts';
import { loadCommunityPlacements } from './map.ts';
import { loadTerritories, territoryLabels } from './territories.ts';

/**
 * Whose eyes see the region: everything the person may see; what of it a document may hold that others will read; or
 * what everybody sees, whoever asks.
 */
export type RegionUse = 'screen' | 'document' | 'public';

/** A person's rights in a region. */
interface RegionRights {
	/** The mandate that reaches the whole area; null: what everybody may see. */
	reader: Reader | null;
	/** PKC of the region reads the assessments themselves. */
	isPkc: boolean;
}

/** What everybody may see. */
const NO_RIGHTS: RegionRights = { reader: null, isPkc: false };

/** The rights of whoever asks. A mandate for a part of the area is none for its sums. */
export async function regionRights(
	locals: App.Locals,
	index: TerritoryIndex,
	code: string
): Promise<RegionRights> {
	const session = await knownSession(locals);
	const reader = readerOf(session);
	const roles = session?.roles ?? [];
	return {
		reader: reader !== null && liesInside(index, code, reader.areas) ? reader : null,
		isPkc: roles.some(({ role, scope_id: scope }) => role === 'pkc' && scope === code)
	};
}

/**
 * A region or the country as whoever asks may see it, now and a year before.
 * @param use in a document also PKC sees no values of fewer than three communities
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadRegionView(
	locals: App.Locals,
	code: RegionCode | typeof COUNTRY_CODE,
	use: RegionUse
): Promise<RegionView> {
	const { backend } = locals;
	const asOf = todayInRiga(new Date());
	const before = addMonths(asOf, -12);
	const days = [before, asOf];
	const index = await loadTerritories(backend);
	const { reader, isPkc } = use === 'public' ? NO_RIGHTS : await regionRights(locals, index, code);
	const seesFew = isPkc && use === 'screen';
	const [facts, populations, published, assessments, checklist, allSources] = await Promise.all([
		loadDayFacts(backend, index, days, reader),
		loadIndicatorValues(backend, 'population'),
		loadPublishedAssessments(backend),
		reader === null ? null : loadAssessmentsOn(backend, days),
		reader === null ? null : getChecklist(backend, CHECKLIST),
		loadSources(backend)
	]);
	const residents = bestValues(populations.filter(({ method }) => method !== 'inherited'));
	const populationOf = (unit: string) => residents.get(unit)?.value ?? null;
	const coverageOf = (area: string) => ({
		now: areaCoverage(index, area, facts(asOf), populationOf),
		before: areaCoverage(index, area, facts(before), populationOf)
	});
	const counted = index.unitsOf(code).flatMap((unit) => residents.get(unit.code) ?? []);

	const gaps =
		assessments === null || checklist === null
			? null
			: {
					now: gapsOf(assessments.get(asOf) ?? [], checklist.definition, index, seesFew),
					before: gapsOf(assessments.get(before) ?? [], checklist.definition, index, seesFew)
				};
	const told =
		gaps && gapsBefore(assessments?.get(asOf) ?? [], assessments?.get(before) ?? [], gaps.before, index);
	const label = territoryLabels(index);
	const children = code === COUNTRY_CODE ? index.atLevel('region') : index.children(code);
	const publishedNow = publishedOn(published, asOf, asOf)(code);
	const privacy = reader !== null && (gaps !== null || seesMore(index, reader, code)) ? 'M' : 'P';
	return {
		code,
		name: index.byCode(code)?.name ?? code,
		...{ asOf, before, privacy, seesFew },
		coverage: coverageOf(code),
		populationYears: [...new Set(counted.map(({ year }) => year))].sort((a, b) => a - b),
		published: {
			now: publishedNow.assessedCommunities,
			before: publishedOn(published, before, asOf)(code).assessedCommunities
		},
		bands: publishedNow.bands,
		mandated:
			gaps === null || checklist === null
				? null
				: mandatedView(
						checklist.definition,
						{ now: gaps.now.get(code), before: gaps.before.get(code) },
						seesFew
							? {
									index: gaps.before.get(code)?.index ?? null,
									item: (id) => gaps.before.get(code)?.items.get(id) ?? null
								}
							: told?.get(code)
					),
		inside: children
			.map((child): InsideRow => ({
				...{ code: child.code, label: label(child.code) ?? child.name },
				...coverageOf(child.code),
				gaps: gaps === null ? null : countsAndIndex(gaps.now.get(child.code))
			}))
			.sort((a, b) => compareText(a.label, b.label)),
		sources: sourcesOf(allSources, [...ACTIVITY_SOURCES, ...counted.map(({ sourceId }) => sourceId)])
	};
}

/** Months of history that pages show, besides this one. */
export const HISTORY_MONTHS = 36;

/**
 * Statuses and coverage at the end of each of the last months, from dated facts.
 * @throws AppError when the database does not answer or answers nonsense
 */
export async function loadRegionHistory(
	locals: App.Locals,
	code: RegionCode | typeof COUNTRY_CODE,
	use: RegionUse = 'screen'
): Promise<RegionHistory> {
	const { backend } = locals;
	const days = monthEnds(todayInRiga(new Date()), HISTORY_MONTHS);
	const index = await loadTerritories(backend);
	const { reader } = use === 'public' ? NO_RIGHTS : await regionRights(locals, index, code);
	const [facts, published, firsts] = await Promise.all([
		loadDayFacts(backend, index, days, reader),
		loadPublishedAssessments(backend),
		reader === null ? null : loadFirstAssessed(backend)
	]);
	const today = days.at(-1) ?? '';
	const assessedBy = (area: string, day: IsoDate): number | null => {
		if (firsts !== null) {
			const units = new Set(index.unitsOf(area).map((unit) => unit.code));
			return firsts
				.filter((first) => units.has(first.code) && first.month <= monthOf(day))
				.reduce((sum, { communities }) => sum + communities, 0);
		}
		const known = area === COUNTRY_CODE ? area : regionOfAddress(area);
		return known === null ? null : publishedOn(published, day, today)(known).assessedCommunities;
	};
	const label = territoryLabels(index);
	const children = code === COUNTRY_CODE ? index.atLevel('region') : index.children(code);
	const inside = children
		.map((child) => ({ code: child.code, label: label(child.code) ?? child.name }))
		.sort((a, b) => compareText(a.label, b.label));
	return {
		days,
		stateCities: index.unitsOf(code).filter(({ kind }) => kind === 'state_city').length,
		privacy: reader === null ? 'P' : 'M',
		areas: [{ code, label: label(code) ?? code }, ...inside].map((area) => ({
			...area,
			months: days.map((day) => {
				const { statusOf, communities } = facts(day);
				return {
					day,
					counts: statusShares(index.unitsOf(area.code), statusOf).counts,
					communities: communities.get(area.code) ?? 0,
					assessed: assessedBy(area.code, day)
				};
			})
		}))
	};
}

/** What is known as of each day. */
async function loadDayFacts(
	backend: Backend,
	index: TerritoryIndex,
	days: readonly IsoDate[],
	reader: Reader | null
): Promise<(day: IsoDate) => DayFacts> {
	const [history, placements] = await Promise.all([
		loadStatusHistory(backend, days, reader),
		loadCommunityPlacements(backend, days.at(-1) ?? todayInRiga(new Date()))
	]);
	const made = new Map<IsoDate, DayFacts>();
	return (day) => {
		const known = made.get(day) ?? {
			day,
			statusOf: (code: string) => history.get(day)?.get(code) ?? 'not_surveyed',
			communities: countCommunities(
				index,
				placements.filter(({ knownSince }) => knownSince <= day).map(({ territoryCodes }) => territoryCodes)
			)
		};
		made.set(day, known);
		return known;
	};
}

function mandatedView(
	{ items }: Definition,
	{ now, before }: { now: AreaGaps | undefined; before: AreaGaps | undefined },
	told: ReturnType<ReturnType<typeof gapsBefore>['get']>
): MandatedView {
	return {
		communities: { now: now?.communities ?? 0, before: before?.communities ?? 0 },
		withinYear: { now: now?.withinYear ?? 0, before: before?.withinYear ?? 0 },
		confirmed: now?.confirmed ?? 0,
		index: { now: now?.index ?? null, before: told?.index ?? null },
		mustHaves: items
			.filter(({ critical, sensitive }) => critical && !sensitive)
			.map(({ id, title }) => ({
				...{ id, title },
				now: now?.items.get(id) ?? null,
				before: told?.item(id) ?? null
			}))
	};
}

function countsAndIndex(gaps: AreaGaps | undefined): InsideRow['gaps'] {
	return { communities: gaps?.communities ?? 0, index: gaps?.index ?? null };
}

function monthOf(day: IsoDate): string {
	return day.slice(0, 7);
}

function sourcesOf(
	all: Awaited<ReturnType<typeof loadSources>>,
	wanted: readonly (string | null)[]
): RegionView['sources'] {
	return [...new Set(wanted)].flatMap((id) => {
		const found = all.find((source) => source.id === id);
		return found === undefined
			? []
			: [{ id: found.id, title: found.title, publisher: found.publisher, licence: found.licence }];
	});
}
