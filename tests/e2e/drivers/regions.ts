import type { Page } from '@playwright/test';

/** The tables of a report as texts, in their order: rows of the cells that say something. */
export async function readReport(page: Page): Promise<string[][][]> {
	return page
		.locator('main section.print')
		.evaluateAll((sections) =>
			sections.map((section) =>
				[...section.querySelectorAll('tbody tr')].map((row) =>
					[...row.querySelectorAll('th, td:not(.missing)')].map(({ textContent }) => textContent.trim())
				)
			)
		);
}

/** A value of a workbook as the page writes it in Latvian: a share in whole per cent where it does. */
export function asWritten(saved: string | number, shown: string | undefined): string {
	if (typeof saved === 'string') return saved;
	const number = new Intl.NumberFormat('lv', { maximumFractionDigits: 0 });
	return shown?.endsWith('%') ? `${number.format(Math.round(saved * 100))}\u00a0%` : number.format(saved);
}
