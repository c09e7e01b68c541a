import { expect, type Locator, type Page } from '@playwright/test';
import type { App } from './app.ts';
import { AssessPages } from './assess.ts';
import { definition } from './assessments.ts';

/** Domain of an item. */
function domainOf(item: string): string {
	return definition.items.find(({ id }) => id === item)?.domain ?? '';
}

/** Drives the screen on which a round is filled in on a device, and the page on which people join one. */
export class FillingPages {
	readonly page: Page;
	readonly app: App;
	readonly #items: AssessPages;

	constructor(page: Page, app: App) {
		this.page = page;
		this.app = app;
		this.#items = new AssessPages(page, app);
	}

	/** Opens a round on this device as a signed-in person does from its page. */
	async open(assessment: string): Promise<void> {
		await this.app.open(`/assess/round?assessment=${assessment}`);
		await this.expectReady();
		await expect(this.page).toHaveURL(/\/assess\/round\?id=/);
	}

	/** Answers may be given. */
	async expectReady(): Promise<void> {
		await expect(this.page.locator('[data-open="true"]')).toBeVisible();
		await expect(this.state).toHaveAttribute('data-ready', 'true');
	}

	get #parts(): Locator {
		return this.page.getByRole('navigation', { name: 'Visas daļas' });
	}

	async #showParts(): Promise<void> {
		if (!(await this.#parts.isVisible())) await this.page.getByText('Visas daļas', { exact: true }).click();
	}

	/** Goes to the part with an item, within the page. */
	async goTo(item: string): Promise<void> {
		const choice = this.choice(item, 0);
		if (await choice.isVisible()) return;
		await this.#showParts();
		const title = definition.domains.find(({ id }) => id === domainOf(item))?.title.lv ?? '';
		await this.#parts.getByRole('link', { name: title }).click();
		await expect(choice).toBeVisible();
	}

	/** To the last step. */
	async goToEnd(): Promise<void> {
		await this.#showParts();
		await this.#parts.getByRole('link', { name: 'Pabeigt', exact: true }).click();
		await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Pabeigt');
	}

	choice(item: string, value: number | 'dk' | 'na'): Locator {
		return this.#items.choice(item, value);
	}

	note(item: string): Locator {
		return this.#items.item(item).locator(`#item-${item.replace('.', '-')}-note`);
	}

	async writeNote(item: string, text: string): Promise<void> {
		await this.#items.item(item).getByText('Piezīme', { exact: false }).first().click();
		await this.note(item).fill(text);
	}

	/** Answers an item, wherever one stands. */
	async answer(item: string, value: number | 'dk'): Promise<void> {
		await this.goTo(item);
		await this.choice(item, value).check();
	}

	/** Where the answers are. */
	get state(): Locator {
		return this.page.locator('[data-save-state]');
	}

	async expectState(state: 'saved' | 'waiting' | 'sent' | 'attention'): Promise<void> {
		await expect(this.state).toHaveAttribute('data-save-state', state, { timeout: 20_000 });
	}

	conflict(item: string): Locator {
		return this.page.locator(`[data-conflict="${item}"]`);
	}

	/** The pages are kept for use without a network. */
	async expectOffline(): Promise<void> {
		await this.page.evaluate(async () => {
			await navigator.serviceWorker.ready;
		});
	}

	/** Opens a link to join by, and waits until it is known what it is for. */
	async openLink(link: string): Promise<void> {
		await this.app.open(`/join#${link}`);
		await expect(this.page.locator('[data-ready="true"]')).toBeVisible();
	}

	/** Joins, and waits for the first question. */
	async join(name = ''): Promise<void> {
		await this.page.getByLabel('Kā jūs saukt?').fill(name);
		await this.page.getByRole('button', { name: 'Sākt atbildēt' }).click();
		await this.expectReady();
	}
}
