import { expect, type Locator, type Page } from '@playwright/test';
import type { App, Locale } from './app.ts';

/** Drives what PKC and coordinators record: surveys and activities. */
export class FieldWork {
	readonly page: Page;
	readonly app: App;

	constructor(page: Page, app: App) {
		this.page = page;
		this.app = app;
	}

	/** Opens a form about a place by searching for it, as with script. */
	async choosePlace(path: '/surveys/new' | '/activities/new', typed: string, name: RegExp): Promise<void> {
		await this.app.open(path);
		await this.page.getByRole('combobox', { name: 'Vieta jūsu reģionā' }).fill(typed);
		await this.page.getByRole('option', { name }).click();
		await expect(this.page).toHaveURL(/\?place=/);
	}

	async openSurvey(code: string, locale: Locale = 'lv'): Promise<number> {
		return await this.app.open(`/surveys/new?place=${code}`, locale);
	}

	/** What was recorded about the place before, newest first. */
	get earlier(): Locator {
		return this.page.getByRole('region', { name: 'Agrāk pierakstīts' }).getByRole('listitem');
	}

	/** Fills in a survey, loses the session, and saves: the page says so and shows what was written. */
	async writeAfterSessionEnd(code: string, note: string): Promise<void> {
		await this.openSurvey(code);
		await this.answer('Ko uzzinājāt', 'Pieklususi').check();
		await this.page.getByLabel('Piezīme').fill(note);
		await this.page.context().clearCookies();
		await this.save();
		await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Sesija ir beigusies');
		await expect(this.page.getByRole('main')).toContainText(note);
	}

	/** From the page that keeps what could not be taken. */
	async sendAgain(): Promise<void> {
		await this.page.getByRole('button', { name: 'Nosūtīt vēlreiz' }).click();
	}

	async save(): Promise<void> {
		await this.page.getByRole('main').getByRole('button', { name: 'Saglabāt', exact: true }).click();
	}

	get done(): Locator {
		return this.page.getByRole('main').getByRole('status');
	}

	/** Fills in what every activity needs. */
	async fillActivity(title: string, place: string): Promise<void> {
		await this.page.getByLabel('Nosaukums').fill(title);
		await this.page.getByLabel('Kas tas bija').selectOption({ label: 'Talka' });
		await this.page.getByLabel('Kur', { exact: true }).selectOption({ label: place });
	}

	/** The radio button or box of an answer. */
	answer(question: string | RegExp, answer: string | RegExp): Locator {
		const group = this.page.getByRole('group', { name: question });
		const wanted = { name: answer, exact: true };
		return group.getByRole('radio', wanted).or(group.getByRole('checkbox', wanted));
	}
}
