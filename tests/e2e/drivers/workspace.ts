import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { AccountPages } from './account.ts';
import { LOCALES } from '../matrix.ts';
import { App } from './app.ts';

/** Somebody at a browser of their own. */
export interface Somebody {
	page: Page;
	app: App;
	account: AccountPages;
	leave: () => Promise<void>;
}

/** Opens a browser for another person. */
export async function somebodyElse(browser: Browser, baseURL: string | undefined): Promise<Somebody> {
	const context = await browser.newContext({
		...(baseURL === undefined ? {} : { baseURL }),
		locale: 'lv-LV'
	});
	const page = await context.newPage();
	const app = new App(page);
	return { page, app, account: new AccountPages(page, app), leave: () => context.close() };
}

/** An address that no other test uses, nor an earlier run of this one. */
export function freshAddress(name: string): string {
	return `${name}-${crypto.randomUUID().slice(0, 8)}@example.org`;
}

/** Drives the pages of the workspace and the page of an invitation. */
export class Workspace {
	readonly page: Page;
	readonly app: App;

	constructor(page: Page, app: App) {
		this.page = page;
		this.app = app;
	}

	get main(): Locator {
		return this.page.getByRole('main');
	}

	/** The panel with a new link, shown once. */
	get newLink(): Locator {
		return this.page.getByRole('region', { name: /Saite ir gatava|link is ready|Ссылка готова/i });
	}

	/** Fills in and sends the form of a new invitation, and returns the path of its link. */
	async invite(
		role: string,
		scope: string,
		{ email = '', note = '' }: { email?: string; note?: string } = {}
	): Promise<string> {
		await this.app.open(`/workspace/invitations?role=${role}`);
		await this.page.getByLabel('Uz kurieni').selectOption({ label: scope });
		await this.page.getByLabel('E-pasta adrese').fill(email);
		await this.page.getByLabel('Piezīme').fill(note);
		await this.page.getByRole('button', { name: 'Izveidot uzaicinājumu' }).click();
		return this.readLink();
	}

	/** The path of the link that is shown now. */
	async readLink(): Promise<string> {
		const text = await this.newLink.innerText();
		const path = /\/invite\/[\w-]{43}/.exec(text)?.[0];
		if (path === undefined) throw new Error(`no link in: ${text}`);
		return path;
	}

	/** The card of an invitation in the list. */
	invitation(words: string | RegExp): Locator {
		return this.page
			.getByRole('region', { name: 'Izsniegtie uzaicinājumi' })
			.getByRole('listitem')
			.filter({ hasText: words });
	}

	/** Opens a link, signs in with a code if that is needed, and accepts. */
	async accept(link: string, account: AccountPages, email: string): Promise<void> {
		await this.app.open(link);
		const signIn = this.page.getByRole('link', { name: 'Ieiet un atbildēt' });
		if (await signIn.isVisible()) {
			await signIn.click();
			await this.page.getByLabel('E-pasta adrese').fill(email);
			await this.page.getByRole('button', { name: 'Sūtīt kodu', exact: true }).click();
			await expect(account.codeField()).toBeVisible();
			await account.typeCode(await account.readCode(email));
		}
		await this.page.getByRole('button', { name: 'Pieņemt' }).click();
		await expect(this.page.getByRole('status')).toContainText('Jums ir jauna loma');
	}

	/** The page is accessible and fits a small phone, in every language of `LOCALES`. */
	async expectGoodInAllLanguages(path: string): Promise<void> {
		const size = this.page.viewportSize();
		for (const locale of LOCALES) {
			expect(await this.app.open(path, locale)).toBe(200);
			await expect(this.page.locator('html')).toHaveAttribute('lang', locale);
			await this.app.expectAccessible();
			await this.page.setViewportSize({ width: 320, height: 640 });
			await this.app.expectNoSidewaysScroll();
			if (size !== null) await this.page.setViewportSize(size);
		}
	}
}
