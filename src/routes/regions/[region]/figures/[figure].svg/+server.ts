import { error } from '@sveltejs/kit';
import { FIGURES, type FigureId } from '$lib/regions/figures.ts';
import { answer } from '$lib/server/http.ts';
import { figureFile, mandatedReport, publicFile } from '$lib/server/region-files.ts';
import type { RequestHandler } from './$types';

/** `GET /regions/latgale/figures/months.svg` and so on: a figure of the report as everybody sees it, whoever asks. */
export const GET: RequestHandler = async (event) =>
	answer(figureFile(await publicFile(event), figureOf(event.params)));

/** `POST`: the same with all that the mandate of whoever asks adds, noted in the audit log first. */
export const POST: RequestHandler = async (event) =>
	answer(figureFile(await mandatedReport(event), figureOf(event.params)));

function figureOf({ figure }: { figure: string }): FigureId {
	const found = FIGURES.find((each) => each === figure);
	if (found === undefined) error(404, { message: 'No such figure', code: 'not_found' });
	return found;
}
