import { readFile } from 'node:fs/promises';
import { expect, type Download, type Locator, type Page } from '@playwright/test';
import Papa from 'papaparse';
import { readWorkbook, type SheetRow } from '../../fixtures/workbook.ts';

/** A file that the page gave. */
interface Saved {
	name: string;
	content: Buffer;
}

/** Drives what `/map` offers to take along, and reads the files. */
export class Share {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	get box(): Locator {
		return this.page.locator('details', { hasText: 'Dalīties un lejupielādēt' });
	}

	async open(): Promise<void> {
		await this.box.locator('summary').click();
		await expect(this.box.getByRole('button', { name: 'Kopēt saiti' })).toBeVisible();
	}

	/** Clicks what gives a file and waits for it. */
	async save(from: Locator): Promise<Saved> {
		const coming = this.page.waitForEvent('download');
		await from.click();
		const download: Download = await coming;
		return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
	}

	/** The table on the page: code → text of a column. */
	async onScreen(column: string): Promise<[code: string, text: string][]> {
		return this.page.getByRole('table').evaluate((table, heading) => {
			const heads = [...table.querySelectorAll('thead tr > *')];
			const position = heads.findIndex((each) => each.textContent.trim() === heading);
			return [...table.querySelectorAll<HTMLElement>('tbody tr')].map((row) => [
				row.dataset.code ?? '',
				row.children[position]?.textContent.trim() ?? 'no such column'
			]);
		}, column);
	}
}

/** Rows of a CSV file by the headings of their columns. */
export function readCsv(content: Buffer): Record<string, string>[] {
	const text = content.toString('utf8').replace(/^\uFEFF/, '');
	return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** The first sheet of a workbook: rows of cells, by the letter of their column. */
export function readXlsx(content: Buffer): SheetRow[] {
	return readWorkbook(content)[0]?.rows ?? [];
}
