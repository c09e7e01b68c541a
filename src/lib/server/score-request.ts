import type { z } from 'zod';
import { todayInRiga } from '../activity/dates.ts';
import { scoreRequest as requestSchema } from '../open-data/checklists.ts';
import { checkAnswers } from '../scoring/answers.ts';
import { score } from '../scoring/score.ts';
import type { Context, Result } from '../scoring/types.ts';
import { ApiError } from './api.ts';
import { getChecklist } from './checklists.ts';
import type { Backend } from './client.ts';
import { loadTerritories } from './territories.ts';

/** Something wrong with a request; `index` and `item` where it is an answer. */
interface RequestProblem {
	index: number | null;
	item: string | null;
	code: string;
	message: string;
}

/**
 * Scores what the body of a request holds; nothing of it is kept.
 * @param id of the checklist
 * @param raw `{ version?, form, asOf?, borderZone?, territory?, exposure?, answers[] }`; the newest version and today
 * are meant where they are not given, and an answer without `asOf` or `evidence` is of that day and word only
 * @throws ApiError 422 that names everything wrong; AppError `not_found` for an unknown checklist or version
 */
export async function scoreRequest(
	backend: Backend,
	id: string,
	raw: unknown,
	now = new Date()
): Promise<Result> {
	const parsed = requestSchema.safeParse(raw);
	if (!parsed.success) throw invalid(parsed.error.issues.map(fieldProblem));
	const { version, form, asOf = todayInRiga(now), territory, exposure, answers } = parsed.data;
	const { definition } = await getChecklist(backend, id, version);
	const borderZone =
		territory === undefined ? (parsed.data.borderZone ?? false) : await liesInBorderZone(backend, territory);
	const context: Context = { form, asOf, borderZone, exposure };

	const checked = checkAnswers(
		definition,
		answers.map((each) => withDefaults(each, asOf)),
		context
	);
	if (checked.problems) throw invalid(checked.problems);
	return score(definition, checked.answers, context);
}

async function liesInBorderZone(backend: Backend, code: string): Promise<boolean> {
	const territory = (await loadTerritories(backend)).resolve(code);
	if (territory !== undefined) return territory.easternBorder;
	const message = `"territory" is unknown: ${code}.`;
	throw invalid([{ index: null, item: null, code: 'unknown_territory', message }]);
}

function withDefaults(answer: unknown, asOf: string): unknown {
	if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer;
	return { asOf, evidence: 0, ...answer };
}

function fieldProblem(issue: z.core.$ZodIssue): RequestProblem {
	const field = issue.path.join('.');
	const message =
		issue.code === 'unrecognized_keys'
			? `Unknown field: ${issue.keys.map((key) => `"${key}"`).join(', ')}.`
			: `${field === '' ? '' : `"${field}" `}${issue.message}.`;
	return { index: null, item: null, code: 'invalid_field', message };
}

function invalid(problems: readonly RequestProblem[]): ApiError {
	const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
	return new ApiError(422, 'invalid_request', `The request has ${count}; nothing was scored.`, problems);
}
