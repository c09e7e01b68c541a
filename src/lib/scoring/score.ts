import type { Definition } from '../checklists/types.ts';
import { findGaps } from './gaps.ts';
import { judge } from './judge.ts';
import { applicable, isAnswered, readRows } from './rows.ts';
import type { Answer, Context, Result } from './types.ts';

/**
 * Scores the answers of a community. The only place where any of it is computed: it runs in the browser while people
 * answer, and on the server for what is kept.
 *
 * Answers to items that are not asked in this form or zone are ignored, and so is `na` where it is not allowed;
 * `checkAnswers` names such answers. The order of answers does not matter.
 *
 * @param answers at most one per item
 */
export function score(definition: Definition, answers: readonly Answer[], context: Context): Result {
	const rows = readRows(definition, answers, context);
	return {
		checklist: definition.id,
		version: definition.version,
		form: context.form,
		asOf: context.asOf,
		...judge(definition, rows),
		items: rows.map((row) => ({
			item: row.item.id,
			value: row.value,
			level: row.level,
			counted: isAnswered(row)
		})),
		stale: rows.filter(({ stale }) => stale).map(({ item }) => item.id),
		gaps: findGaps(applicable(rows), context.exposure)
	};
}
