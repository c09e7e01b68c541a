import { expect, type Locator, type Page } from '@playwright/test';
import type { App, Locale } from './app.ts';
import { NAUTRENI } from './assessments.ts';

export const POLLS = `/communities/${NAUTRENI}/polls`;

/** A poll that was begun. */
export interface Begun {
	id: string;
	/** Path of its link, with the token behind the #. */
	link: string;
}

/** Drives the polls of a community, and the page that its neighbours open. */
export class Polls {
	readonly page: Page;
	readonly app: App;

	constructor(page: Page, app: App) {
		this.page = page;
		this.app = app;
	}

	get main(): Locator {
		return this.page.getByRole('main');
	}

	get newLink(): Locator {
		return this.page.getByRole('region', { name: 'Saite ir gatava' });
	}

	card(id: string): Locator {
		return this.main.locator(`[data-poll="${id}"]`);
	}

	/** Begins a poll with the questions that are offered. */
	async start(): Promise<Begun> {
		await this.app.open(POLLS);
		const id = await this.page.locator('form[action="?/start"] input[name="id"]').inputValue();
		await this.page.getByRole('button', { name: 'Sākt aptauju' }).click();
		await expect(this.newLink).toBeFocused();
		const link = /\/poll#[\w-]{43}/.exec(await this.newLink.innerText())?.[0];
		if (link === undefined) throw new Error('no link is shown');
		return { id, link };
	}

	/** Opens the link of a poll as its neighbours do. */
	async open(link: string, locale: Locale = 'lv'): Promise<void> {
		await this.app.open(link, locale);
		await expect(this.page.locator('[data-ready="true"]')).toBeVisible();
	}

	question(place: number): Locator {
		return this.main.locator(`fieldset[data-question="${place}"]`);
	}

	/** Casts ballots as phones do; how many the server took. */
	async cast(link: string, count: number): Promise<void> {
		for (let n = 0; n < count; n++) {
			const response = await this.page.request.post('/api/polls/ballots', {
				data: { link: link.split('#')[1], id: crypto.randomUUID(), choices: { 0: 0 } }
			});
			expect(response.status()).toBe(200);
		}
	}

	/** Closes a poll that is listed. */
	async close(id: string): Promise<void> {
		await this.app.open(POLLS);
		await this.card(id).locator('summary').filter({ hasText: 'Slēgt tagad' }).click();
		await this.card(id).getByRole('button', { name: 'Jā, slēgt' }).click();
		await expect(this.page).toHaveURL(/\?done=closed$/);
	}
}
