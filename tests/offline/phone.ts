/** A device with a real browser: its tabs, its person, its way to the server, and what its screens said. */
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { App } from '../e2e/drivers/app.ts';
import { FillingPages } from '../e2e/drivers/filling.ts';
import type { AnswerRecord } from '../../src/lib/offline/round.ts';
import type { Journal } from './journal.ts';
import { formOf } from './real-server.ts';
import { watch, type OwnClock, type Report } from './watch.ts';
import { Way } from './way.ts';

/** What somebody may do in a hurry, before a page that does not answer is left alone. */
const PATIENCE = { timeout: 3000 };

/** A screen with what it has replaced and not yet called saved. */
interface Tab {
	page: Page;
	name: string;
	pending: { item: string; before: string; by: string }[];
	/** Items of which a version was just chosen. */
	chosen: Map<string, { content: string; instead: string[] }>;
}

const named = (item: string, content: string): { note: string } => ({ note: `${item} ${content}` });
/** Nothing is answered. */
export const isBlank = (note: string): boolean => note.endsWith(' |');

export class Phone {
	readonly name: string;
	readonly way: Way;
	readonly context: BrowserContext;
	readonly #journal: Journal;
	/** Where its round is filled in, once it has been opened. */
	#address = '';
	#tabs: Tab[] = [];
	/** Tabs that were killed, with what they had not called saved. */
	readonly #dead: Tab[] = [];
	#made = 0;
	isOnline = true;
	/** What its tabs told and what was done to them, for whoever looks for a mistake. */
	readonly trail: string[] = [];
	/** What must never be said on a page, and was. */
	readonly errors: string[] = [];

	/** @param sample the person whose it is; null = somebody who joins by a link */
	static async open(
		browser: Browser,
		target: string,
		journal: Journal,
		given: { name: string; clock: OwnClock; sample: string | null }
	): Promise<Phone> {
		const way = await Way.open(target);
		const context = await browser.newContext({
			...{ baseURL: way.origin, locale: 'lv-LV', timezoneId: 'Europe/Riga' },
			viewport: { width: 1000, height: 900 }
		});
		const phone = new Phone(way, context, journal, given.name, given.sample);
		await context.exposeBinding('drosaReport', ({ page }, report: Report) => phone.#hear(page, report));
		await context.addInitScript(watch, given.clock);
		return phone;
	}

	readonly sample: string | null;

	private constructor(
		way: Way,
		context: BrowserContext,
		journal: Journal,
		name: string,
		sample: string | null
	) {
		this.way = way;
		this.context = context;
		this.#journal = journal;
		this.name = name;
		this.sample = sample;
	}

	async close(): Promise<void> {
		await this.context.close();
		this.way.close();
	}

	get tabs(): number {
		return this.#tabs.length;
	}

	async signIn(): Promise<void> {
		if (this.sample === null) return;
		const answer = await this.context.request.post(`${this.way.origin}/sign-in?/sample`, {
			...{ form: { sample: this.sample }, headers: formOf(this.way.origin), maxRedirects: 0 }
		});
		expect(answer.status()).toBe(303);
	}

	/** The session ends: on this device, or on the server, and the device keeps the key to nothing. */
	async signOut(where: 'here' | 'there'): Promise<void> {
		if (this.sample === null) return;
		const cookies = await this.context.cookies();
		if (where === 'here') return this.context.clearCookies();
		const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
		await this.way
			.again({
				...{ method: 'POST', path: '/sign-out?/here', body: Buffer.from('') },
				headers: {
					...formOf(this.way.target),
					cookie,
					'content-type': 'application/x-www-form-urlencoded'
				}
			})
			.catch(() => undefined);
	}

	async setOnline(isOnline: boolean): Promise<void> {
		this.isOnline = isOnline;
		await this.context.setOffline(!isOnline);
	}

	/** Opens the round for the first time, as somebody of the community. */
	async openRound(assessment: string): Promise<void> {
		const screen = await this.#newTab();
		await screen.open(assessment);
		await this.#remember(screen);
	}

	/** Joins a round by its link. */
	async join(link: string): Promise<void> {
		const screen = await this.#newTab();
		await screen.openLink(link);
		await screen.join(this.name);
		await this.#remember(screen);
	}

	async #remember({ page }: FillingPages): Promise<void> {
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		const { pathname, search } = new URL(page.url());
		this.#address = pathname + search;
	}

	/** One more tab with the same round. It may fail to open where the device is without a network. */
	async another(): Promise<void> {
		const screen = await this.#newTab();
		await screen.page.goto(this.#address);
		await screen.expectReady();
	}

	async reload(which: number): Promise<void> {
		const screen = this.screen(which);
		await screen?.page.reload();
		await screen?.expectReady();
	}

	/** The process of a tab ends: nothing of it goes on. */
	async kill(which: number): Promise<void> {
		const tab = this.#tabs[which % this.#tabs.length];
		if (tab === undefined) return;
		this.#tabs = this.#tabs.filter((each) => each !== tab);
		this.#dead.push(tab);
		await tab.page.close({ runBeforeUnload: false });
	}

	screen(which: number): FillingPages | null {
		const page = this.#tabs[which % this.#tabs.length]?.page;
		return page === undefined ? null : new FillingPages(page, new App(page));
	}

	async #newTab(): Promise<FillingPages> {
		const page = await this.context.newPage();
		page.on('pageerror', ({ message }) => this.errors.push(message));
		// Whatever asks before leaving is answered with yes: a device does not wait.
		page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
		this.#tabs.push({ page, name: `${this.name}-${++this.#made}`, pending: [], chosen: new Map() });
		return new FillingPages(page, new App(page));
	}

	/** Chooses a level and types a note; null = leaves it. A page that does not let anybody do so is left alone. */
	async edit(
		which: number,
		item: string,
		{ level, note }: { level: number | null; note: string | null }
	): Promise<void> {
		const screen = this.screen(which);
		if (screen === null) return;
		const fieldset = screen.page.locator(`fieldset#item-${item.replace('.', '-')}`);
		try {
			if (level !== null) await screen.choice(item, level).click(PATIENCE);
			if (note === null) return;
			const field = fieldset.locator('textarea[id$="-note"]');
			if (!(await field.isVisible())) await fieldset.locator('summary').first().click(PATIENCE);
			await field.fill(note, PATIENCE);
		} catch (error) {
			if (!isImpatience(error)) throw error;
		}
	}

	/** Chooses a version of an item where there is a choice. @returns whether there is one */
	async choose(which: number, item: string, choice: number): Promise<boolean> {
		const buttons = this.screen(which)?.conflict(item).getByRole('button');
		const count = (await buttons?.count()) ?? 0;
		if (buttons === undefined || count === 0) return false;
		try {
			await buttons.nth(choice % count).click(PATIENCE);
		} catch (error) {
			if (!isImpatience(error)) throw error;
		}
		return true;
	}

	/** Presses “send now” where it is offered. */
	async send(which: number): Promise<void> {
		const button = this.screen(which)?.page.getByRole('button', { name: 'Sūtīt tagad' });
		try {
			if (await button?.isVisible()) await button?.click(PATIENCE);
		} catch (error) {
			if (!isImpatience(error)) throw error;
		}
	}

	/** What the screen says of where the answers are. */
	async state(which: number): Promise<string> {
		return (await this.screen(which)?.state.getAttribute('data-save-state', PATIENCE)) ?? '';
	}

	/** Somebody looks at the page again: it reads what is here, sends, and asks what others have answered. */
	async look(which: number): Promise<void> {
		const screen = this.screen(which);
		await screen?.page.evaluate(() => dispatchEvent(new Event('pageshow')));
	}

	async rightClock(): Promise<void> {
		for (const { page } of this.#tabs) await page.evaluate(() => window.drosaRightClock());
	}

	/** What is kept of the round on this device. */
	async records(): Promise<AnswerRecord[]> {
		const page = this.#tabs[0]?.page;
		if (page === undefined) throw new Error('A device without a tab');
		return page.evaluate(
			() =>
				new Promise<AnswerRecord[]>((resolve, reject) => {
					const opening = indexedDB.open('drosa-kopiena');
					opening.onerror = () => reject(new Error('IndexedDB'));
					opening.onsuccess = () => {
						const db = opening.result;
						const all = db.transaction('records').objectStore('records').getAll();
						all.onerror = () => reject(new Error('IndexedDB'));
						all.onsuccess = () => {
							db.close();
							resolve(all.result as AnswerRecord[]);
						};
					};
				})
		);
	}

	/** Tabs that died before they could say so did keep what they gave, where it was found later. */
	settle(found: ReadonlySet<string>): void {
		for (const { pending, chosen } of [...this.#tabs, ...this.#dead]) {
			for (const [item, { content, instead }] of chosen)
				if (found.has(named(item, content).note))
					for (const each of instead) this.#journal.excuse(named(item, each), named(item, content));
			const last = pending.findLastIndex(({ by }) => found.has(by));
			for (const { before, by } of pending.slice(0, last + 1))
				this.#journal.excuse({ note: before }, { note: by });
		}
	}

	#hear(page: Page, report: Report): void {
		const tab =
			this.#tabs.find((each) => each.page === page) ?? this.#dead.find((each) => each.page === page);
		if (tab === undefined) throw new Error('A page that nobody opened');
		const { item } = report;
		const content = named(item, report.content);
		this.trail.push(`${Date.now()} ${tab.name} ${JSON.stringify(report)}`);
		if (report.what === 'deed') {
			const instead = report.instead.map((each) => named(item, each));
			this.#journal.gave(tab.name, item, content, instead);
			if (report.isChoice) tab.chosen.set(item, { content: report.content, instead: report.instead });
			else for (const { note } of instead) tab.pending.push({ item, before: note, by: content.note });
			return;
		}
		this.#journal.showed(tab.name, item, [content, ...report.versions.map((each) => named(item, each))]);
		if (!report.isSaved) return;
		if (!isBlank(content.note)) this.#journal.saved(content);
		for (const { before } of tab.pending.filter((each) => each.item === item))
			this.#journal.excuse({ note: before }, content);
		tab.pending = tab.pending.filter((each) => each.item !== item);
		// A choice was taken when there is nothing more to choose; not, when there is something else.
		const chosen = tab.chosen.get(item);
		if (chosen === undefined || String(chosen.instead) === String(report.versions)) return;
		tab.chosen.delete(item);
		if (report.versions.length === 0)
			for (const each of chosen.instead) this.#journal.excuse(named(item, each), named(item, chosen.content));
	}
}

function isImpatience(error: unknown): boolean {
	return error instanceof Error && /Timeout|Target page|has been closed|detached/.test(error.message);
}
