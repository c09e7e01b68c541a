import { expect, type Locator, type Page } from '@playwright/test';
import type { App, Locale } from './app.ts';
import { readQrOf } from './qr-reader.ts';

/** Drives the sheets of a round, and the place where they are entered. */
export class Paper {
	readonly page: Page;
	readonly app: App;

	constructor(page: Page, app: App) {
		this.page = page;
		this.app = app;
	}

	/** Opens the sheets of a round. */
	async open(round: string, query = '', locale: Locale = 'lv'): Promise<void> {
		await this.app.open(`/assessments/${round}/sheets${query}`, locale);
	}

	get sheets(): Locator {
		return this.page.locator('[data-sheet]');
	}

	sheet(number: number): Locator {
		return this.page.locator(`[data-sheet="${number}"]`);
	}

	/** Where the QR code of a sheet leads, read from a picture of the printed page. */
	async qrOf(number: number): Promise<URL> {
		await this.page.emulateMedia({ media: 'print' });
		try {
			return new URL(await readQrOf(this.sheet(number).getByRole('img')));
		} finally {
			await this.page.emulateMedia({ media: null });
		}
	}

	async codeOf(number: number): Promise<string> {
		return (await this.sheet(number).locator('[data-code]').innerText()).trim();
	}

	/** The items of a sheet, from its top to its bottom. */
	async itemsOf(number: number): Promise<string[]> {
		return this.sheet(number)
			.locator('[data-item]')
			.evaluateAll((all) => all.map((one) => one.getAttribute('data-item') ?? ''));
	}

	/** What takes most room of all sheets, in millimetres of the page between its margins. */
	async tallest(): Promise<number> {
		await this.page.emulateMedia({ media: 'print' });
		const before = this.page.viewportSize();
		// A4 between margins of 15 mm is 180 mm wide: 680 points of 1/96 inch.
		await this.page.setViewportSize({ width: 680, height: 1000 });
		const heights = await this.sheets.evaluateAll((all) =>
			all.map((one) => one.getBoundingClientRect().height)
		);
		await this.page.emulateMedia({ media: null });
		if (before !== null) await this.page.setViewportSize(before);
		return (Math.max(...heights) * 25.4) / 96;
	}

	/** The line of an item where it is entered. */
	row(item: string): Locator {
		return this.page.locator(`li[data-item="${item}"]`);
	}

	/** What was read out last. */
	get said(): Locator {
		return this.page.locator('[data-said]');
	}

	field(item: string): Locator {
		return this.row(item).getByRole('textbox').first();
	}

	/** Everything entered is on the server. */
	async expectSent(): Promise<void> {
		await expect(this.page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'sent', {
			timeout: 15_000
		});
	}

	/** The answers that the server has, by item. */
	async answers(round: string): Promise<Record<string, unknown>> {
		const response = await this.page.request.get(`/api/assessments/${round}/answers`);
		const { answers } = (await response.json()) as { answers: { item: string; value: unknown }[] };
		return Object.fromEntries(answers.map(({ item, value }) => [item, value]));
	}
}
