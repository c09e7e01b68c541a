/** What the page says of files that cannot be read or brought in. */
import { SHEETS_MAX, type CollectedError, type Fault } from '$lib/assessments/collected.ts';
import type { Definition } from '$lib/checklists/types.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { TableError } from '$lib/indicators/adapters/table.ts';
import { NOTE_MAX, REASON_MAX } from '$lib/scoring/answers.ts';

/** Why a file is no table. */
export function tableSentence({ problem }: TableError): string {
	return problem === 'spreadsheet' ? m.collected_spreadsheet() : m.collected_no_table();
}

/** Why a table holds no answers for this round, and what to do. */
export function refusalSentence({ refusal, detail }: CollectedError, { id, version }: Definition): string {
	switch (refusal) {
		case 'no_items':
			return m.collected_refused_no_items();
		case 'labels':
			return m.collected_refused_labels();
		case 'no_ids':
			return m.collected_refused_no_ids();
		case 'no_version':
			return m.collected_refused_no_version();
		case 'other_version':
			return m.collected_refused_other_version({ found: detail, wanted: `${id} ${version}` });
		case 'column_twice':
			return m.collected_refused_column_twice({ column: detail });
		case 'too_many':
			return m.collected_refused_too_many({ count: detail, max: SHEETS_MAX });
	}
}

/** What is wrong in a cell, and what to do. */
export function faultSentence({ kind, found = '' }: Fault): string {
	switch (kind) {
		case 'id_twice':
			return m.collected_fault_id_twice({ row: found });
		case 'id_missing':
			return m.collected_fault_id_missing();
		case 'day_missing':
			return m.collected_fault_day_missing();
		case 'day_unreadable':
			return m.collected_fault_day_unreadable({ found });
		case 'day_to_come':
			return m.collected_fault_day_to_come({ found });
		case 'value':
			return m.collected_fault_value({ found });
		case 'na_not_allowed':
			return m.collected_fault_na_not_allowed();
		case 'reason_missing':
			return m.collected_fault_reason_missing();
		case 'reason_personal':
			return m.collected_fault_reason_personal();
		case 'reason_long':
			return m.collected_fault_reason_long({ max: REASON_MAX });
		case 'evidence':
			return m.collected_fault_evidence({ found });
		case 'note_long':
			return m.collected_fault_note_long({ max: NOTE_MAX });
	}
}
