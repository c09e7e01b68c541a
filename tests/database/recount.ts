/**
 * A second, plain reading of the rule's facts, against which the SQL is tested. It is written from the wording
 * of the rule alone, walks through one history at a time and shares no code with the database or the product.
 */
import {
	BORDER_SLOTS,
	ORGANISATIONS,
	SLOTS,
	type Activity,
	type History,
	type Slot,
	type Survey
} from './history.ts';

/** A row as the evidence functions return it, without the territory. */
export interface EvidenceRow {
	fresh_last: string | null;
	fresh_last_imprecise: boolean;
	fresh_second: string | null;
	end_last: string | null;
	end_last_starts_on: string | null;
	end_last_precision: string | null;
	reachable_on: string | null;
	reachable_by: string | null;
	survey_on: string | null;
	survey_finding: string | null;
	survey_organisation: string | null;
	communities: number;
	activities: number;
}

/** Facts of each territory of a history as of a day; a territory of which nothing is known is missing. */
export function recount(history: History, asOf: string): Map<Slot, EvidenceRow> {
	const rows = new Map<Slot, EvidenceRow>();
	for (const slot of SLOTS) {
		if (slot === 'border_municipality') continue; // facts are of units and neighbourhoods
		const row = recountSlot(history, slot, asOf);
		if (row !== null) rows.set(slot, row);
	}
	return rows;
}

/** What the public may know of these facts: less inside the eastern border zone. */
export function reduceForPublic(full: Map<Slot, EvidenceRow>): Map<Slot, EvidenceRow> {
	const rows = new Map<Slot, EvidenceRow>();
	for (const [slot, row] of full) {
		if (
			!BORDER_SLOTS.includes(slot) ||
			(row.survey_finding !== 'nobody' && row.survey_finding !== 'dormant')
		) {
			rows.set(slot, row);
			continue;
		}
		const others = [row.end_last, row.reachable_on].filter((date) => date !== null);
		if (others.length === 0) continue;
		const newest = others.every((date) => row.survey_on !== null && row.survey_on > date);
		if (row.survey_finding === 'nobody' && newest) continue;
		rows.set(slot, { ...row, survey_on: null, survey_finding: null, survey_organisation: null });
	}
	return rows;
}

function recountSlot(history: History, slot: Slot, asOf: string): EvidenceRow | null {
	const approved = (index: number | null): boolean =>
		index === null || history.communities[index]?.status === 'approved';
	const shown = history.activities.filter((each) => each.public && approved(each.community));
	const begun = shown.filter((each) => each.startsOn <= asOf);

	// Activities, newest fresh day first; of equal days the one whose time is exactly known.
	const here = begun.filter((each) => each.kind !== 'agreement' && each.slots.includes(slot));
	const fresh = here
		.map((each) => ({
			day: isLongPeriod(each) ? each.startsOn : endOf(each, asOf),
			imprecise: isLongPeriod(each)
		}))
		.sort((a, b) => compare(b.day, a.day) || Number(a.imprecise) - Number(b.imprecise));
	const exactness = ['day', 'month', 'year', 'period'];
	const latest = [...here].sort(
		(a, b) =>
			compare(endOf(b, asOf), endOf(a, asOf)) ||
			exactness.indexOf(a.precision) - exactness.indexOf(b.precision) ||
			compare(b.startsOn, a.startsOn)
	)[0];

	// Communities that work here and are known by then.
	const working = history.communities.filter(
		(each) => each.status === 'approved' && (each.home === slot || each.further.includes(slot))
	);
	const known = working.filter((each) => each.knownSince <= asOf);

	// Whoever can be reached, in the order in which equal days are told.
	const reached: { on: string; by: string }[] = [];
	for (const { knownSince, confirmedOn } of known) {
		reached.push({ on: knownSince, by: 'community' });
		if (confirmedOn !== null && confirmedOn <= asOf) reached.push({ on: confirmedOn, by: 'community' });
	}
	for (const agreement of begun.filter((each) => each.kind === 'agreement')) {
		const signedHere = agreement.parties.some((party) => {
			if ('community' in party) return working.some((each) => each === history.communities[party.community]);
			if ('place' in party) return history.places[party.place]?.slot === slot;
			return false;
		});
		if (signedHere) reached.push({ on: agreement.startsOn, by: 'agreement' });
	}
	const surveys = history.surveys.filter((each) => each.slot === slot && each.surveyedOn <= asOf);
	for (const { finding, surveyedOn } of surveys) {
		if (finding === 'active' || finding === 'emerging') reached.push({ on: surveyedOn, by: 'survey' });
	}
	const reachedLast = reached.reduce<{ on: string; by: string } | null>(
		(best, each) => (best === null || each.on > best.on ? each : best),
		null
	);

	const survey = surveys.reduce<Survey | null>(
		(best, each) => (best === null || isAfter(each, best) ? each : best),
		null
	);

	if (latest === undefined && reachedLast === null && survey === null) return null;
	return {
		fresh_last: fresh[0]?.day ?? null,
		fresh_last_imprecise: fresh[0]?.imprecise ?? false,
		fresh_second: fresh[1]?.day ?? null,
		end_last: latest === undefined ? null : endOf(latest, asOf),
		end_last_starts_on: latest?.startsOn ?? null,
		end_last_precision: latest?.precision ?? null,
		reachable_on: reachedLast?.on ?? null,
		reachable_by: reachedLast?.by ?? null,
		survey_on: survey?.surveyedOn ?? null,
		survey_finding: survey?.finding ?? null,
		survey_organisation: survey === null ? null : (ORGANISATIONS[survey.organisation] ?? null),
		communities: known.length,
		activities: here.length
	};
}

/** Last day of the span as exactly as it is known, never after the day that is asked about. */
function endOf({ endsOn, precision }: Activity, asOf: string): string {
	const [year = '', month = ''] = endsOn.split('-');
	let last = endsOn;
	if (precision === 'year') last = `${year}-12-31`;
	if (precision === 'month')
		last = `${year}-${month}-${new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}`;
	return last < asOf ? last : asOf;
}

/** A period that ends later than the same day a year on (28 February a year after a leap day). */
function isLongPeriod({ precision, startsOn, endsOn }: Activity): boolean {
	if (precision !== 'period') return false;
	const yearLater = String(Number(startsOn.slice(0, 4)) + 1) + startsOn.slice(4);
	return endsOn > yearLater.replace(/-02-29$/, '-02-28');
}

/** Of two surveys the later day counts, then what was written down later, then the greater key. */
function isAfter(a: Survey, b: Survey): boolean {
	const order = compare(a.surveyedOn, b.surveyedOn) || compare(a.createdAt, b.createdAt) || a.rank - b.rank;
	return order > 0;
}

function compare(a: string, b: string): number {
	return a === b ? 0 : a < b ? -1 : 1;
}
