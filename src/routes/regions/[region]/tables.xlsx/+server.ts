import { answer } from '$lib/server/http.ts';
import { mandatedReport, publicFile, workbookFile } from '$lib/server/region-files.ts';
import type { RequestHandler } from './$types';

/** `GET /regions/latgale/tables.xlsx`: the tables of the report as everybody sees them, whoever asks. */
export const GET: RequestHandler = async (event) => answer(workbookFile(await publicFile(event)));

/** `POST`: the same with all that the mandate of whoever asks adds, noted in the audit log first. */
export const POST: RequestHandler = async (event) => answer(workbookFile(await mandatedReport(event)));
