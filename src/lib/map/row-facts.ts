/** What rows of areas are made of, and the numbers that follow from it. */
import { addMonths } from '../activity/dates.ts';
import type { PublicResult } from '../activity/status.ts';
import type { ActivityFacts, IsoDate, PublicStatus } from '../activity/types.ts';
import type { PlanProgress } from '../coverage/plans.ts';
import { residentsReached } from '../coverage/residents.ts';
import {
	assessedShare,
	communitiesPer1000,
	countFigure,
	evidenceFigures,
	planDone,
	residentsReachedFigure,
	surveyedShare,
	type Figure,
	type FigureId,
	type Figures
} from '../layers/figures.ts';
import type { WindowMonths } from '../layers/fills.ts';
import { isUnitKind, type TerritoryIndex } from '../territories/hierarchy.ts';
import type { Territory } from '../territories/types.ts';

/** What rows are made of: the territory reference and what is known as of a day. */
export interface RowFacts {
	index: TerritoryIndex;
	/** Public status of units and neighbourhoods, with the public facts behind it. */
	statuses: ReadonlyMap<string, { result: PublicResult; facts: ActivityFacts | null }>;
	/** Approved communities per territory, see `countCommunities`. */
	communities: ReadonlyMap<string, number>;
	/** Names that cannot be mistaken. */
	label: (code: string) => string | null;
	/** Whether the reader's mandate reaches a territory, so that its facts are not reduced; absent = never. */
	reaches?: (code: string) => boolean;
	/** The day shown; without it there are no numbers that count days. */
	asOf?: IsoDate;
	/** How many months before that day the numbers look. */
	window?: WindowMonths | null;
	/** Indicators by territory: the best value of each, of the year shown. */
	indicators?: ReadonlyMap<string, Figures>;
	/** Territories inside zones, by the id of the zone; only of those that are filtered by. */
	zones?: ReadonlyMap<string, ReadonlySet<string>>;
	/** Communities that were active within the window, by territory, counted as `communities` are. */
	active?: ReadonlyMap<string, number>;
	/** Communities by the territories that their home lies in, for shares of those that are counted at home. */
	atHome?: ReadonlyMap<string, number>;
	/** Communities that have done the self-assessment, at home, and those of them within a year. */
	assessed?: ReadonlyMap<string, { communities: number; withinYear: number }>;
	/** How far plans have come today, as far as it may be said. */
	plans?: PlanProgress;
}

/**
 * The wanted numbers of a territory, be it one that no level draws. Those about activity are made only of what may be
 * shown of it.
 */
export function figuresOf(facts: RowFacts, code: string, wanted: readonly FigureId[]): Figures {
	const known = facts.indicators?.get(code) ?? {};
	return Object.fromEntries(
		wanted.flatMap((id) => {
			const figure = known[id] ?? MADE[id]?.(facts, code);
			return figure ? [[id, figure]] : [];
		})
	);
}

/** Whether a wanted number of a territory must stay unsaid because it is made of too few communities. */
export function hasFew({ plans }: RowFacts, code: string, wanted: readonly FigureId[]): boolean {
	return wanted.includes('plan-done') && (plans?.few.has(code) ?? false);
}

/** Inside the border zone facts behind “no news” stay unsaid, or silence would tell what was found. */
export function shownFacts({ statuses }: RowFacts, code: string): ActivityFacts | null {
	const own = statuses.get(code);
	return statusOf(own) === 'no_news' ? null : (own?.facts ?? null);
}

/** The status of a unit; of one without an entry nothing is known. */
export function statusOf(known: { result: PublicResult } | undefined): PublicStatus {
	return known?.result.status ?? 'not_surveyed';
}

/** How each number is made that is no indicator. */
const MADE: Partial<Record<FigureId, (facts: RowFacts, code: string) => Figure | null | undefined>> = {
	'evidence-days': evidenceFigure('evidence-days'),
	'survey-days': evidenceFigure('survey-days'),
	'communities-per-1000': ({ communities, indicators }, code) =>
		communitiesPer1000(communities.get(code) ?? 0, indicators?.get(code)?.population ?? null),
	'active-communities': ({ active }, code) => active && countFigure(active.get(code) ?? 0),
	'residents-reached': (facts, code) => {
		const units = facts.index.unitsOf(code);
		return residentsReachedFigure(
			residentsReached(
				units,
				(unit) => statusOf(facts.statuses.get(unit)),
				(unit) => ownPopulation(facts, unit)?.value ?? null
			),
			units.flatMap((unit) => (unit.kind === 'state_city' ? [] : (ownPopulation(facts, unit.code) ?? []))),
			isOneUnit(facts, code)
		);
	},
	'surveyed-share': (facts, code) =>
		surveyedShare(
			facts.index.unitsOf(code).map((unit) => isSurveyed(facts, unit)),
			isOneUnit(facts, code)
		),
	assessed: ({ assessed }, code) => assessed && countFigure(assessed.get(code)?.communities ?? 0),
	'assessed-recently': ({ assessed }, code) => assessed && countFigure(assessed.get(code)?.withinYear ?? 0),
	'assessed-share': ({ assessed, atHome }, code) =>
		assessed && assessedShare(assessed.get(code)?.communities ?? 0, atHome?.get(code) ?? 0),
	'plan-done': ({ plans }, code) => planDone(plans?.shares.get(code))
};

function evidenceFigure(id: 'evidence-days' | 'survey-days') {
	return (facts: RowFacts, code: string): Figure | null | undefined =>
		facts.asOf === undefined ? null : evidenceFigures(shownFacts(facts, code), facts.asOf)[id];
}

function isOneUnit({ index }: RowFacts, code: string): boolean {
	const territory = index.byCode(code);
	return territory !== undefined && isUnitKind(territory.kind);
}

/** It is a count, so it is never taken over from a larger unit. */
function ownPopulation({ indicators }: RowFacts, code: string): Figure | null {
	const population = indicators?.get(code)?.population ?? null;
	return population?.method === 'inherited' ? null : population;
}

/**
 * Whether somebody asked there within the window; null where the public is not told of surveys that found nobody, so that
 * none that is known means nothing.
 */
function isSurveyed(facts: RowFacts, { code, easternBorder }: Territory): boolean | null {
	const { asOf, window, reaches } = facts;
	if (asOf === undefined || !window) return null;
	const on = shownFacts(facts, code)?.surveyOn ?? null;
	if (on !== null && on >= addMonths(asOf, -window)) return true;
	return easternBorder && !reaches?.(code) ? null : false;
}
