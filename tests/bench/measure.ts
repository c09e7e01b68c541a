/** What a benchmark answers. Times are milliseconds; compare ratios of one run, machines are noisy. */
export interface Measurement {
	name: string;
	/** What was varied, e.g. `{ activities: 1000 }`. */
	parameters: Record<string, number | string>;
	runs: number;
	p50: number;
	p95: number;
	/** How many fit into a second, where that says more than the time. */
	perSecond?: number;
	/** p50 divided by the p50 of what the case names as its yardstick. */
	ratio?: number;
	/** The same of the p95. */
	ratioP95?: number;
	ratioTo?: string;
	/** The exponent with which the time grows with the size: 1 is linear. */
	growth?: number;
}

/** The value below which a share of the sorted numbers lies (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/**
 * Sums up the times of one case.
 * @param digits of the times after the point
 */
export function summarise(
	name: string,
	parameters: Measurement['parameters'],
	times: readonly number[],
	yardstick?: Pick<Measurement, 'name' | 'p50' | 'p95'>,
	digits = 2
): Measurement {
	const round = (value: number, to = digits) => Math.round(value * 10 ** to) / 10 ** to;
	const p50 = percentile(times, 0.5);
	const p95 = percentile(times, 0.95);
	return {
		name,
		parameters,
		runs: times.length,
		p50: round(p50),
		p95: round(p95),
		...(yardstick && {
			ratio: round(p50 / yardstick.p50, 2),
			ratioP95: round(p95 / yardstick.p95, 2),
			ratioTo: yardstick.name
		})
	};
}

/** Runs the work several times after some warm-up runs; the times of the real runs. */
export async function time(runs: number, work: () => unknown, warmUp = 3): Promise<number[]> {
	const times: number[] = [];
	for (let run = -warmUp; run < runs; run++) {
		const start = performance.now();
		await work();
		if (run >= 0) times.push(performance.now() - start);
	}
	return times;
}
