import { answer } from '$lib/server/http.ts';
import { loadReport, mandatedReport, mandateFor, publicReport } from '$lib/server/region-files.ts';
import type { Actions, PageServerLoad } from './$types';

/** The report as everybody sees it, whoever asks. */
export const load: PageServerLoad = async (event) => {
	const asked = publicReport(event);
	return {
		/** The reader may ask for more of it. */
		hasMandate: (await answer(mandateFor(asked))) !== null,
		/** Null: the action below answers. */
		report: event.request.method === 'POST' ? null : await answer(loadReport(asked, event.isDataRequest))
	};
};

export const actions: Actions = {
	/** The report with all that the mandate of whoever asks adds. */
	mandated: async (event) => ({ report: await answer(loadReport(await mandatedReport(event))) })
};
