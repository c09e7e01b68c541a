import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { todayInRiga } from '$lib/activity/dates.ts';
import { xlsFormPath } from '$lib/assessments/address.ts';
import { bareName, CollectedError, readCollected, type Collected } from '$lib/assessments/collected.ts';
import type { AssessmentView } from '$lib/assessments/round.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { decode } from '$lib/indicators/adapters/read.ts';
import { readCsv } from '$lib/indicators/adapters/csv.ts';
import { TableError } from '$lib/indicators/adapters/table.ts';
import { admit, attempt, spend } from '$lib/server/actions.ts';
import { pack, unpack } from '$lib/server/carried.ts';
import { getChecklist } from '$lib/server/checklists.ts';
import type { Backend } from '$lib/server/client.ts';
import { isAppError } from '$lib/server/errors.ts';
import { answer } from '$lib/server/http.ts';
import { requireLedAssessment } from '$lib/server/seen-assessment.ts';
import { importSheets, sheetsSchema } from '$lib/server/xlsform.ts';
import { refuse } from '$lib/ui/forms.ts';
import { faultSentence, refusalSentence, tableSentence } from './words.ts';
import type { Actions, PageServerLoad } from './$types';

/** Bytes of a file; with what stands around it, a request holds no more than 512 kB. */
const MOST_BYTES = 300 * 1000;
/** Faults and other places that are shown; who mends these sees the next ones. */
const SHOWN = 50;

const doneQuery = z.object({ added: z.coerce.number().int(), known: z.coerce.number().int() });

export const load: PageServerLoad = async (event) => {
	const { view } = await requireLedAssessment(event);
	const { assessment } = view;
	// What is over takes no answers; its own page says how it stands.
	if (assessment.status !== 'draft') redirect(303, localizeHref(`/assessments/${assessment.id}`));
	const { checklist_id: id, checklist_version: version, form, border_zone: borderZone } = assessment;
	return {
		assessment,
		closed:
			assessment.meeting_opened_at !== null ? 'meeting' : assessment.mode === 'together' ? 'mode' : null,
		workbook: xlsFormPath({ id, version }, { form, borderZone }),
		/** What came in before this page opened; anything else in the address counts as nothing. */
		done: doneQuery.safeParse(Object.fromEntries(event.url.searchParams)).data ?? null
	};
};

export const actions: Actions = {
	/** Says what is in a file; nothing is stored. */
	check: async (event) => {
		const form = await event.request.formData();
		const { view } = await admit(event, form, () => requireLedAssessment(event));
		const file = form.get('file');
		const told =
			file instanceof File && file.size > 0
				? await check(event.locals.backend, view, file)
				: m.collected_file_missing();
		if (typeof told !== 'string') return { preview: told };
		return refuse(400, { values: {}, problems: {}, message: told });
	},

	/** Brings in what was checked, all of it or nothing. */
	load: async (event) => {
		const form = await event.request.formData();
		const { session } = await admit(event, form, () => requireLedAssessment(event));
		const carried = form.get('sheets');
		const sheets = readCarried(typeof carried === 'string' ? carried : '');
		if (sheets === null) return fail(400, { message: m.collected_again() });
		const { value, failure } = await attempt(event, {}, async () => {
			await spend(event, 'answers', session.user.id);
			return importSheets(session.client, event.params.id, sheets).catch((reason: unknown) => {
				if (isAppError(reason) && reason.field === 'respondents') return 'full' as const;
				throw reason;
			});
		});
		if (failure) return failure;
		if (value === 'full') return fail(409, { message: m.collected_full() });
		redirect(
			303,
			`${localizeHref(`/assessments/${event.params.id}/import`)}?added=${value.added}&known=${value.known}`
		);
	}
};

/** What a check shows. */
interface Preview extends Pick<Collected, 'personal' | 'unknown' | 'notAsked'> {
	count: number;
	faultCount: number;
	faults: { row: number; column: string; what: string }[];
	empty: number[];
	personalNotes: string[];
	/** The sheets, packed for the next step; nothing else of the file is kept. */
	sheets: string;
}

/** Reads a file for a round; a sentence when it cannot be read. */
async function check(backend: Backend, view: AssessmentView, file: File): Promise<Preview | string> {
	if (file.size > MOST_BYTES) return m.collected_file_large();
	const { checklist_id, checklist_version, form, border_zone: borderZone } = view.assessment;
	const { definition } = await answer(getChecklist(backend, checklist_id, checklist_version));
	try {
		const table = readCsv(decode(new Uint8Array(await file.arrayBuffer())));
		const read = readCollected(table, definition, { form, borderZone }, todayInRiga(new Date()));
		const sheets = pack(JSON.stringify(read.sheets));
		return sheets === null ? m.collected_file_large() : previewOf(read, sheets);
	} catch (error) {
		if (error instanceof TableError) return tableSentence(error);
		if (error instanceof CollectedError) return refusalSentence(error, definition);
		throw error;
	}
}

function previewOf(read: Collected, sheets: string): Preview {
	const { personal, unknown, notAsked } = read;
	return {
		...{ personal, unknown, notAsked, sheets },
		count: read.sheets.length,
		faultCount: read.faults.length,
		faults: read.faults
			.slice(0, SHOWN)
			.map((fault) => ({ row: fault.row, column: bareName(fault.column), what: faultSentence(fault) })),
		empty: read.empty.slice(0, SHOWN),
		personalNotes: read.personalNotes
			.slice(0, SHOWN)
			.map(({ row, column }) => m.collected_note_at({ row, column: bareName(column) }))
	};
}

/** The sheets of the step before; null when they were tampered with. */
function readCarried(packed: string): z.output<typeof sheetsSchema> | null {
	const text = unpack(packed);
	if (text === null) return null;
	try {
		return sheetsSchema.parse(JSON.parse(text));
	} catch {
		return null;
	}
}
