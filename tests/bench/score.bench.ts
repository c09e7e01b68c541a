import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionSchema } from '../../src/lib/checklists/schema.ts';
import { robustness } from '../../src/lib/scoring/robustness.ts';
import { score } from '../../src/lib/scoring/score.ts';
import type { Answer, Context } from '../../src/lib/scoring/types.ts';
import { summarise, time, type Measurement } from './measure.ts';

const RUNS = 200;
/** Scored in one run, so that a run is long enough to be timed. */
const BATCH = 50;

/** Scoring a full form, against reading the same answers from JSON; and the line about robustness. */
export async function scoring(): Promise<Measurement[]> {
	const file = join(import.meta.dirname, '../../checklists/drosa-kopiena/1.0.0/definition.json');
	const definition = definitionSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
	const context: Context = { form: 'full', asOf: '2026-11-21', borderZone: true };
	const answers = definition.items.map(({ id }, n): Answer => ({
		item: id,
		value: ([0, 1, 2, 3, 3, 2, 'dk'] as const)[n % 7] ?? 0,
		asOf: n % 3 === 0 ? '2024-01-31' : '2026-11-01',
		evidence: 1
	}));
	const text = JSON.stringify(answers);
	const batch = (work: () => unknown) => (): void => {
		for (let n = 0; n < BATCH; n++) work();
	};
	const each = (times: readonly number[]): number[] => times.map((milliseconds) => milliseconds / BATCH);
	const parsed = summarise(
		'parse-answers',
		{ items: answers.length },
		each(
			await time(
				RUNS,
				batch(() => JSON.parse(text))
			)
		),
		undefined,
		4
	);
	const times = each(
		await time(
			RUNS,
			batch(() => score(definition, answers, context))
		)
	);
	const scored = summarise('score-full-form', { items: answers.length }, times, parsed, 4);
	return [
		parsed,
		{ ...scored, perSecond: Math.round(1000 / scored.p50) },
		summarise(
			'robustness-1000-draws',
			{ items: answers.length },
			await time(15, () => robustness(definition, answers, context)),
			scored
		)
	];
}
