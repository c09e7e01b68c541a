import type { ImportPlan, ImportReport, PlannedValue } from '$lib/indicators/adapters/plan.ts';

/** What the page shows of a plan. */
export interface ImportPreview {
	count: number;
	years: ImportPlan['years'];
	/** Where in the table the figures stand. */
	from: string;
	/** Sentences; without any it can be loaded. */
	obstacles: string[];
	/** Rows are left that are loaded only if they may be left out. */
	isOpen: boolean;
	report: ImportReport;
	examples: (Omit<PlannedValue, 'territoryCode'> & { territory: string })[];
}
