/**
 * The scoring rules once more, written from their text and as plainly as possible, with exact fractions. Slow and
 * repetitive on purpose: it shares nothing with the engine but the types, and has no tolerance to need.
 */
import type { Definition, Item } from '../../src/lib/checklists/types.ts';
import type { Answer, Context, Gap, Limit, Result } from '../../src/lib/scoring/types.ts';

/** n / d, d > 0. */
class Fraction {
	readonly n: bigint;
	readonly d: bigint;
	constructor(n: bigint, d: bigint) {
		this.n = n;
		this.d = d;
	}
	/** A number of at most six decimals, as it is written. */
	static of(value: number): Fraction {
		return new Fraction(BigInt(Math.round(value * 1e6)), 1_000_000n);
	}
	plus(other: Fraction): Fraction {
		return new Fraction(this.n * other.d + other.n * this.d, this.d * other.d);
	}
	times(other: Fraction): Fraction {
		return new Fraction(this.n * other.n, this.d * other.d);
	}
	over(other: Fraction): Fraction {
		return new Fraction(this.n * other.d, this.d * other.n);
	}
	below(other: Fraction): boolean {
		return this.n * other.d < other.n * this.d;
	}
	toNumber(): number {
		const scale = 10n ** 30n;
		return Number((this.n * scale) / this.d) / 1e30;
	}
}

const whole = (value: number): Fraction => new Fraction(BigInt(value), 1n);
const numberOf = (value: Fraction | null): number | null => (value === null ? null : value.toNumber());

/** The result as the rules have it. */
export function recount(definition: Definition, answers: readonly Answer[], context: Context): Result {
	const inForm = definition.items.filter(
		(item) => (context.form === 'full' || item.quick) && (item.only === undefined || context.borderZone)
	);
	const answerOf = (item: Item): Answer | null => {
		const answer = answers.find((each) => each.item === item.id);
		return answer === undefined || (answer.value === 'na' && !item.naAllowed) ? null : answer;
	};
	const isStale = (item: Item): boolean => {
		const answer = answerOf(item);
		return answer?.value === 3 && monthsLater(answer.asOf, item.expiryMonths) < context.asOf;
	};
	const levelOf = (item: Item): number | null => {
		const value = answerOf(item)?.value ?? null;
		if (value === null || value === 'na') return null;
		if (value === 'dk') return 0;
		return isStale(item) ? 2 : value;
	};
	const A = inForm.filter((item) => answerOf(item)?.value !== 'na');
	const answered = A.filter((item) => answerOf(item) !== null);
	const w = (items: Item[]): Fraction => whole(items.map((item) => item.weight).reduce((a, b) => a + b, 0));
	const points = (items: Item[], level: (item: Item) => number): Fraction | null =>
		items.length === 0
			? null
			: items
					.map((item) => whole(100 * item.weight * level(item)))
					.reduce((a, b) => a.plus(b))
					.over(w(items).times(whole(3)));
	const mean = (values: (Fraction | null)[]): Fraction | null => {
		const there = values.filter((value) => value !== null);
		return there.length === 0 ? null : there.reduce((a, b) => a.plus(b)).over(whole(there.length));
	};

	const domains = definition.domains.map(({ id }) => {
		const mine = inForm.filter((item) => item.domain === id);
		const a = A.filter((item) => item.domain === id);
		const done = answered.filter((item) => item.domain === id);
		return {
			id,
			done: done.length,
			score: points(done, (item) => levelOf(item) ?? 0),
			low: points(a, (item) => levelOf(item) ?? 0),
			high: points(a, (item) => {
				const value = answerOf(item)?.value ?? null;
				return value === null || value === 'dk' ? 3 : (levelOf(item) ?? 0);
			}),
			completeness: a.length === 0 ? whole(1) : w(done).over(w(a)),
			naHeavy:
				mine.length > 0 &&
				new Fraction(1n, 4n).below(w(mine.filter((item) => !a.includes(item))).over(w(mine)))
		};
	});
	const incomplete = (domain: (typeof domains)[number]): boolean =>
		domain.completeness.below(new Fraction(6n, 10n));
	const index = mean(domains.map((domain) => domain.score));
	const completeness = A.length === 0 ? whole(1) : w(answered).over(w(A));

	const grades = ['start', 'basics', 'resilient', 'proven'] as const;
	const rank =
		index === null
			? null
			: index.below(whole(40))
				? 0
				: index.below(whole(60))
					? 1
					: index.below(whole(80))
						? 2
						: 3;
	const limits: Limit[] = [];
	if (rank !== null) {
		const add = (rule: Limit['rule'], cap: Limit['cap'], items: Item[], ids: string[] = []): void => {
			if (items.length + ids.length > 0 && grades.indexOf(cap) < rank)
				limits.push({ rule, cap, items: items.map((item) => item.id), domains: ids });
		};
		const missing = A.filter((item) => item.critical && (levelOf(item) === 0 || levelOf(item) === null));
		if (missing.length <= 2) add('critical-missing', 'basics', missing);
		else add('critical-missing-many', 'start', missing);
		const between = (from: number, to: number): string[] =>
			domains
				.filter(
					({ done, score }) =>
						done >= 3 && score !== null && score.below(whole(to)) && !score.below(whole(from))
				)
				.map(({ id }) => id);
		add('domain-floor', 'basics', [], between(0, 30));
		add('domain-floor', 'resilient', [], between(30, 50));
		add(
			'proven-requirements',
			'resilient',
			A.filter((item) => {
				const level = levelOf(item) ?? 0;
				const weak = item.critical && (level < 2 || (answerOf(item)?.evidence ?? 0) === 0);
				return weak || (item.id === definition.drillItem && level !== 3);
			})
		);
	}
	const open = completeness.below(new Fraction(8n, 10n)) || domains.some(incomplete);
	const held = Math.min(rank ?? 0, ...limits.map(({ cap }) => grades.indexOf(cap)));

	const gaps = A.filter((item) => levelOf(item) !== 3).map((item) => {
		const value = answerOf(item)?.value ?? null;
		const level = levelOf(item) ?? 0;
		const exposure = item.hazard === undefined ? 1 : (context.exposure?.[item.hazard] ?? 1);
		const exact = new Fraction(BigInt(item.weight * (3 - level)), 3n)
			.times(Fraction.of(exposure))
			.times(item.critical ? new Fraction(3n, 2n) : whole(1));
		const kind = isStale(item)
			? 'refresh'
			: value === 'dk'
				? 'find-out'
				: value === null
					? 'answer'
					: 'improve';
		const gap = {
			item: item.id,
			domain: item.domain,
			kind,
			level,
			priority: exact.toNumber(),
			effort: item.effort
		};
		return { gap: gap as Gap, exact };
	});
	// Sorting by each key from the last to the first keeps what was in order before.
	gaps.sort((a, b) => a.gap.effort - b.gap.effort);
	gaps.sort((a, b) => (a.exact.below(b.exact) ? 1 : b.exact.below(a.exact) ? -1 : 0));

	return {
		checklist: definition.id,
		version: definition.version,
		form: context.form,
		asOf: context.asOf,
		index: numberOf(index),
		low: numberOf(mean(domains.map(({ low }) => low))),
		high: numberOf(mean(domains.map(({ high }) => high))),
		completeness: completeness.toNumber(),
		evidenceShare:
			answered.length === 0
				? null
				: w(answered.filter((item) => (answerOf(item)?.evidence ?? 0) >= 1))
						.over(w(answered))
						.toNumber(),
		rawGrade: rank === null ? null : grades[rank],
		grade: rank === null || open ? null : (grades[held] ?? null),
		limits,
		domains: domains.map((domain) => ({
			id: domain.id,
			score: numberOf(domain.score),
			low: numberOf(domain.low),
			high: numberOf(domain.high),
			completeness: domain.completeness.toNumber(),
			flags: [
				...(domain.naHeavy ? (['na-heavy'] as const) : []),
				...(incomplete(domain) ? (['incomplete'] as const) : [])
			]
		})),
		items: inForm.map((item) => ({
			item: item.id,
			value: answerOf(item)?.value ?? null,
			level: levelOf(item) as Result['items'][number]['level'],
			counted: levelOf(item) !== null
		})),
		stale: inForm.filter(isStale).map(({ id }) => id),
		gaps: gaps.map(({ gap }) => gap)
	};
}

/** Month by month; the 31st of a month without one becomes its last day. */
function monthsLater(date: string, months: number): string {
	const day = Number(date.slice(8));
	const first = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
	for (let month = 0; month < months; month++) first.setUTCMonth(first.getUTCMonth() + 1);
	const last = new Date(first);
	last.setUTCMonth(last.getUTCMonth() + 1);
	last.setUTCDate(0);
	first.setUTCDate(Math.min(day, last.getUTCDate()));
	return first.toISOString().slice(0, 10);
}

/** The same numbers within the tolerance of the rules, everything else exactly: for `expect(rounded(a)).toEqual(…)`. */
export function rounded(result: unknown): unknown {
	return JSON.parse(
		JSON.stringify(result, (_, value: unknown) =>
			typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(8)) : value
		)
	);
}
