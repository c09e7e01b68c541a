import { expect, type Locator, type Page } from '@playwright/test';
import type { App } from './app.ts';

/** Somebody who answers alone, by a link and without an account, as the screen of their phone does. */
export class Respondent {
	readonly page: Page;
	/** Of the device. */
	readonly #token = crypto.randomUUID().replaceAll('-', '').padEnd(43, 'r');

	constructor(page: Page) {
		this.page = page;
	}

	async #post(what: 'join' | 'writes' | 'finish', data: unknown): Promise<void> {
		const headers = { authorization: `Bearer ${this.#token}` };
		const response = await this.page.request.post(`/api/respondents/${what}`, { headers, data });
		expect(response.status(), what).toBe(200);
	}

	/** Joins, says what the place is like, and is done. */
	async answer(link: string, name: string, values: Record<string, number | 'dk'>): Promise<void> {
		await this.#post('join', { link, id: crypto.randomUUID(), name });
		const writes = Object.entries(values).map(([item, value]) => ({
			...{ write_id: crypto.randomUUID(), item, base_revision: 0, value, as_of: '2026-05-01', evidence: 0 },
			...{ reason: null, note: null, changed_at: new Date().toISOString() }
		}));
		await this.#post('writes', { writes });
		await this.#post('finish', {});
	}
}

/** Drives the screen of the meeting. */
export class Meeting {
	readonly page: Page;
	readonly app: App;
	readonly id: string;

	constructor(page: Page, app: App, id: string) {
		this.page = page;
		this.app = app;
		this.id = id;
	}

	get path(): string {
		return `/assessments/${this.id}/meeting`;
	}

	get main(): Locator {
		return this.page.getByRole('main');
	}

	/** Opens the overview, or an item, and waits until this device keeps answers. */
	async open(query = ''): Promise<number> {
		const status = await this.app.open(this.path + query);
		await this.expectReady();
		return status;
	}

	/** The screen keeps answers on this device from now on. */
	async expectReady(): Promise<void> {
		await expect(this.main.locator('[data-kept]')).toHaveAttribute('data-kept', 'true');
	}

	/** The line of an item in the overview. */
	line(item: string): Locator {
		return this.main.locator(`li[data-item="${item}"]`);
	}

	/** The item on the screen. */
	item(item: string): Locator {
		return this.main.locator(`section[data-item="${item}"]`);
	}

	/** A statement with its dots. */
	choice(value: string): Locator {
		return this.main.locator(`[data-choice="${value}"]`);
	}

	get dissent(): Locator {
		return this.page.getByLabel(/^Kāds domā citādi/);
	}

	async record(): Promise<void> {
		await this.page.getByRole('button', { name: 'Pierakstīt un tālāk' }).click();
	}

	/** Everything that was recorded here has reached the server. */
	async expectSent(): Promise<void> {
		await expect(this.main.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'sent', {
			timeout: 15_000
		});
	}

	/** What the server has of an item. */
	async told(
		item: string
	): Promise<{ value: unknown; dissent: string | null; revision: number } | undefined> {
		const response = await this.page.request.get(`/api/assessments/${this.id}/answers`);
		const { answers } = (await response.json()) as {
			answers: { item: string; value: unknown; dissent: string | null; revision: number }[];
		};
		return answers.find((answer) => answer.item === item);
	}
}
