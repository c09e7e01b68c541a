import type { Definition } from '../checklists/types.ts';
import { judge } from './judge.ts';
import { readRows } from './rows.ts';
import type { Answer, Context } from './types.ts';

export const DRAWS = 1000;
const SEED = 1;
/** Each weight is multiplied by a number from 1 − SWING to 1 + SWING. */
const SWING = 0.25;

/**
 * How much the grade depends on the exact weights: the share of 1000 draws, each with every weight changed by up to a
 * quarter, in which the grade stays the same. The draws are the same on every machine: one number per item in form,
 * in the order of the definition.
 * @returns 0 … 1; null when there is no grade
 */
export function robustness(
	definition: Definition,
	answers: readonly Answer[],
	context: Context,
	draws = DRAWS
): number | null {
	const rows = readRows(definition, answers, context);
	const { grade } = judge(definition, rows);
	if (grade === null) return null;
	const random = mulberry32(SEED);
	let same = 0;
	for (let draw = 0; draw < draws; draw++) {
		const varied = rows.map((row) => ({ ...row, weight: row.weight * (1 - SWING + 2 * SWING * random()) }));
		if (judge(definition, varied).grade === grade) same++;
	}
	return same / draws;
}

/** Tommy Ettinger's generator of numbers 0 ≤ x < 1: the same sequence for the same seed, everywhere. */
export function mulberry32(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
