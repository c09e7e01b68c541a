import { expect, type Locator, type Page } from '@playwright/test';
import type { App, Locale } from './app.ts';

const WORDS = {
	lv: { start: 'Sākt', next: 'Tālāk', result: 'Skatīt rezultātu', saved: 'Saglabāts šajā ierīcē' },
	en: { start: 'Start', next: 'Next', result: 'See the result', saved: 'Saved on this device' },
	ru: {
		start: 'Начать',
		next: 'Дальше',
		result: 'Смотреть результат',
		saved: 'Сохранено на этом устройстве'
	}
} satisfies Record<Locale, Record<string, string>>;

/** Drives the private assessment: start, one part per screen, result. */
export class AssessPages {
	readonly page: Page;
	readonly app: App;

	constructor(page: Page, app: App) {
		this.page = page;
		this.app = app;
	}

	/** The start page, ready for input. */
	async openStart(locale: Locale = 'lv'): Promise<void> {
		await this.app.open('/assess', locale);
		await expect(this.page.locator('[data-ready="true"]')).toBeVisible();
	}

	/** Starts a form and waits for its first part. */
	async start(form: 'quick' | 'full' = 'quick', locale: Locale = 'lv'): Promise<void> {
		await this.openStart(locale);
		await this.page.locator(`input[name="form"][value="${form}"]`).check();
		await this.page.getByRole('button', { name: WORDS[locale].start, exact: true }).click();
		await this.expectOpen();
	}

	async expectOpen(): Promise<void> {
		await expect(this.page.locator('[data-ready="true"]')).toBeVisible();
		await expect(this.page.locator('[data-save-state]')).toBeVisible();
	}

	item(id: string): Locator {
		return this.page.locator(`fieldset#item-${id.replace('.', '-')}`);
	}

	choice(id: string, value: number | 'dk' | 'na'): Locator {
		return this.item(id).locator(`input[type="radio"][value="${value}"]`);
	}

	get items(): Locator {
		return this.page.locator('fieldset[id^="item-"]');
	}

	async expectSaved(): Promise<void> {
		await expect(this.page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'saved');
	}

	/** Goes to the next part, from the last one to the result. */
	async goOn(): Promise<void> {
		const before = await this.page.locator('h1').innerText();
		const nav = this.page.locator('nav.steps');
		await nav.locator('a').last().click();
		await expect(this.page.locator('h1')).not.toHaveText(before);
	}

	async goToResult(locale: Locale = 'lv'): Promise<void> {
		await this.page.locator('aside').getByRole('link', { name: WORDS[locale].result }).click();
		await expect(this.page.locator('#domains')).toBeVisible();
	}

	/** Answers every item on every screen with the same value and ends at the result. */
	async answerAll(value: number | 'dk'): Promise<void> {
		for (let screen = 0; screen < 12; screen++) {
			const count = await this.items.count();
			for (let nth = 0; nth < count; nth++) {
				await this.items.nth(nth).locator(`input[type="radio"][value="${value}"]`).check();
			}
			await this.goOn();
		}
		await expect(this.page.locator('#domains')).toBeVisible();
	}

	get grade(): Locator {
		return this.page.locator('[data-grade]');
	}

	/** The file that a click on “download” gives, as text. */
	async downloadFile(): Promise<string> {
		const [download] = await Promise.all([
			this.page.waitForEvent('download'),
			this.page.getByRole('button', { name: 'Lejupielādēt failu' }).first().click()
		]);
		const stream = await download.createReadStream();
		const chunks: Buffer[] = [];
		for await (const chunk of stream) chunks.push(chunk as Buffer);
		return Buffer.concat(chunks).toString('utf8');
	}

	/** Opens a file on the start page. */
	async openFile(text: string): Promise<void> {
		await this.page.setInputFiles('#file-field', {
			name: 'drosa-kopiena.json',
			mimeType: 'application/json',
			buffer: Buffer.from(text)
		});
	}
}
