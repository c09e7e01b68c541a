import { expect, type Locator, type Page } from '@playwright/test';
import type { App, Locale } from './app.ts';

/** Words by which people find their way, in each language. */
const WORDS = {
	lv: { send: 'Sūtīt kodu', signIn: 'Ieiet', address: 'E-pasta adrese', code: 'Kods no vēstules' },
	en: { send: 'Send the code', signIn: 'Sign in', address: 'E-mail address', code: 'Code from the letter' },
	ru: { send: 'Отправить код', signIn: 'Войти', address: 'Адрес э-почты', code: 'Код из письма' }
} satisfies Record<Locale, Record<string, string>>;

/** Drives signing in and out, the account, and the letters of the demo. */
export class AccountPages {
	readonly page: Page;
	readonly app: App;

	constructor(page: Page, app: App) {
		this.page = page;
		this.app = app;
	}

	/** The newest code sent to an address, read where the demo shows its letters. */
	async readCode(address: string): Promise<string> {
		const letters = await this.page.context().newPage();
		await letters.goto('/demo/mail');
		const row = letters.getByRole('row').filter({ hasText: address }).first();
		const code = /\d{6}/.exec(await row.getByRole('cell').nth(1).innerText())?.[0];
		await letters.close();
		if (code === undefined) throw new Error(`no letter to ${address}`);
		return code;
	}

	/** First step: an address, after which a code is on its way. */
	async askForCode(address: string, locale: Locale = 'lv'): Promise<void> {
		const words = WORDS[locale];
		await this.app.open('/sign-in', locale);
		await this.page.getByLabel(words.address).fill(address);
		await this.page.getByRole('button', { name: words.send, exact: true }).click();
		await expect(this.codeField(locale)).toBeVisible();
	}

	codeField(locale: Locale = 'lv'): Locator {
		return this.page.getByLabel(WORDS[locale].code);
	}

	/** Second step. */
	async typeCode(code: string, locale: Locale = 'lv'): Promise<void> {
		await this.codeField(locale).fill(code);
		await this.page.getByRole('button', { name: WORDS[locale].signIn, exact: true }).click();
	}

	/** Both steps, as forms alone. No page is opened for it: most tests of new people begin so. */
	async actAs(address: string): Promise<void> {
		expect((await this.app.post('/sign-in?/code', { email: address })).status()).toBe(303);
		const letters = await (await this.page.request.get('/demo/mail')).text();
		const code = /\d{6}/.exec(letters.split(`>${address}<`)[1] ?? '')?.[0];
		if (code === undefined) throw new Error(`no letter to ${address}`);
		expect((await this.app.post('/sign-in/code?/check', { code })).status()).toBe(303);
	}

	/** Chooses a sample person of the demo, as people do. */
	async chooseSample(name: RegExp): Promise<void> {
		await this.app.open('/sign-in');
		await this.page.getByRole('button', { name }).click();
		await this.expectSignedIn('@paraugs.lv');
	}

	/** Acts as a sample person of the demo. No page is opened for it: most tests begin so. */
	async actAsSample(name: RegExp): Promise<void> {
		const offered = await (await this.page.request.get('/sign-in')).text();
		const buttons = offered.matchAll(/<button[^>]* value="([^"]+)"[^>]*>(.*?)<\/button>/gs);
		const sample = [...buttons].find(([, , content = '']) =>
			name.test(content.replace(/<[^>]*>/g, '').replace(/\s+/g, ' '))
		)?.[1];
		if (sample === undefined) throw new Error(`no sample person ${String(name)}`);
		expect((await this.app.post('/sign-in?/sample', { sample })).status()).toBe(303);
	}

	async expectSignedIn(address: string): Promise<void> {
		await expect(this.page).toHaveURL(/\/account/);
		await expect(this.page.getByRole('main')).toContainText(address);
	}

	/** A refused form: its summary has the focus, and names a field that says the same beside it. */
	async expectRefused(field: string, words: string | RegExp): Promise<void> {
		const summary = this.page.getByRole('region', {
			name: /Vēl jāizlabo|Please put this right|Нужно исправить/
		});
		await expect(summary).toBeFocused();
		await expect(summary).toContainText(words);
		const control = this.page.getByLabel(field);
		await expect(control).toHaveAttribute('aria-invalid', 'true');
		await expect(control).toHaveAccessibleDescription(words);
		await summary.getByRole('link').filter({ hasText: field }).first().click();
		await expect(control).toBeFocused();
	}
}
