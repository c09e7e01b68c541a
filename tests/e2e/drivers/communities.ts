import { expect, type Locator, type Page } from '@playwright/test';
import type { App, Locale } from './app.ts';

/** Words by which people find their way, in each language. */
const WORDS = {
	lv: {
		...{ name: 'Kopienas nosaukums', place: 'Pagasts, pilsēta vai apkaime', next: 'Tālāk' },
		...{ kind: 'Iedzīvotāju grupa', contact: 'Vārds', email: 'E-pasta adrese', consent: /piekritis/ },
		send: 'Nosūtīt PKC'
	},
	en: {
		...{ name: 'Name of the community', place: 'Parish, town or neighbourhood', next: 'Next' },
		...{ kind: 'Group of residents', contact: 'Name', email: 'E-mail address', consent: /has agreed/ },
		send: 'Send to the PKC'
	},
	ru: {
		...{ name: 'Название сообщества', place: 'Волость, город или микрорайон', next: 'Дальше' },
		...{ kind: 'Группа жителей', contact: 'Имя', email: 'Адрес э-почты', consent: /согласен/ },
		send: 'Отправить в PKC'
	}
} satisfies Record<Locale, Record<string, string | RegExp>>;

/** A name that is like no other: communities with similar names are shown to whoever registers. */
export function freshName(): string {
	const letters = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
		'abdefgijklmnoprstuvz'.charAt(byte % 20)
	);
	return letters.join('').replace(/^./, (letter) => letter.toUpperCase());
}

/** Drives registering a community, its card, and what PKC decides on it. */
export class Communities {
	readonly page: Page;
	readonly app: App;

	constructor(page: Page, app: App) {
		this.page = page;
		this.app = app;
	}

	get main(): Locator {
		return this.page.getByRole('main');
	}

	get nameField(): Locator {
		return this.page.getByLabel(/^(Kopienas nosaukums|Name of the community|Название сообщества)/);
	}

	get placeField(): Locator {
		return this.page.getByRole('combobox');
	}

	/** First step, by typing alone: the server finds the place. */
	async sayWhere(name: string, place: string, locale: Locale = 'lv'): Promise<void> {
		await this.app.open('/communities/register', locale);
		await this.nameField.fill(name);
		await this.page.getByLabel(WORDS[locale].place).first().fill(place);
		// An open list of suggestions would lie over the button.
		await this.nameField.focus();
		await this.next(locale);
	}

	async next(locale: Locale = 'lv'): Promise<void> {
		await this.main.getByRole('button', { name: WORDS[locale].next, exact: true }).click();
	}

	/** Second step, as short as possible. */
	async sayWhat(locale: Locale = 'lv'): Promise<void> {
		await expect(this.page).toHaveURL(/\/register\/about(#|$)/);
		await this.page.getByRole('radio').first().check();
		await this.next(locale);
	}

	/** Last step. */
	async sayWhom(email: string, locale: Locale = 'lv'): Promise<void> {
		const words = WORDS[locale];
		await expect(this.page).toHaveURL(/\/register\/contact(#|$)/);
		await this.page.getByLabel(words.contact, { exact: true }).fill('Paraugs');
		await this.page.getByLabel(words.email).fill(email);
		await this.page.getByLabel(words.consent).check();
		await this.send(locale);
	}

	async send(locale: Locale = 'lv'): Promise<void> {
		await this.main.getByRole('button', { name: WORDS[locale].send, exact: true }).click();
	}

	/** All steps, as forms alone, up to the page after the last one; returns the id of the community. */
	async register(name: string, place: string): Promise<string> {
		const contact = { contact_name: 'Paraugs', email: 'kopiena@example.org', consent: 'yes' };
		let location = '';
		for (const [path, form] of [
			['/communities/register', { name, place_text: place }],
			['/communities/register/about', { kind: 'informal_group' }],
			['/communities/register/contact', contact]
		] as const) {
			const answer = await this.app.post(path, form);
			expect([path, answer.status()]).toEqual([path, 303]);
			location = answer.headers().location ?? '';
		}
		await this.app.open(location);
		return this.expectRegistered(name);
	}

	/** The page after the last step: the community as its coordinator sees it. */
	async expectRegistered(name: string): Promise<string> {
		await expect(this.page).toHaveURL(/\/communities\/[\da-f-]{36}\?done=registered(#.*)?$/);
		await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(name);
		return /[\da-f-]{36}/.exec(this.page.url())?.[0] ?? '';
	}

	/** PKC decides; the browser is that of PKC staff. */
	async decide(id: string, decision: string, more: { message?: string; into?: string } = {}): Promise<void> {
		await this.app.open(`/workspace/review/${id}`);
		await this.page.getByRole('radio', { name: new RegExp(`^${decision}`) }).check();
		if (more.message !== undefined) await this.page.getByLabel('Ziņa kopienai').fill(more.message);
		if (more.into !== undefined) await this.page.getByLabel('Ar kuru apvienot').selectOption(more.into);
		await this.page.getByRole('button', { name: 'Saglabāt lēmumu' }).click();
	}

	/** The message after something was done. */
	get done(): Locator {
		return this.main.getByRole('status').first();
	}

	/** The page is accessible and fits a small phone. */
	async expectGood(): Promise<void> {
		await this.app.expectAccessible();
		const size = this.page.viewportSize();
		await this.page.setViewportSize({ width: 320, height: 640 });
		await this.app.expectNoSidewaysScroll();
		if (size !== null) await this.page.setViewportSize(size);
	}
}
