import { expect, type Locator, type Page } from '@playwright/test';
import type { App, Locale } from './app.ts';

/** A step as somebody types it. */
interface TypedStep {
	text: string;
	owner?: string;
	helper?: string;
	/** ISO date. */
	due?: string;
	shared?: boolean;
}

/** A day some days from now. */
export function dayFromNow(days: number): string {
	return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Drives the plan of a community, its page for the municipality, and what the municipality sees. */
export class PlanPages {
	readonly page: Page;
	readonly app: App;
	readonly community: string;

	constructor(page: Page, app: App, community: string) {
		this.page = page;
		this.app = app;
		this.community = community;
	}

	get path(): string {
		return `/communities/${this.community}/plan`;
	}

	get main(): Locator {
		return this.page.getByRole('main');
	}

	async open(query = '', locale: Locale = 'lv'): Promise<number> {
		return await this.app.open(`${this.path}${query}`, locale);
	}

	/** A part of the plan, by its heading. */
	group(name: string): Locator {
		return this.page.getByRole('region', { name, exact: true });
	}

	/** A step in the plan, or among those shared with the municipality. */
	step(text: string): Locator {
		return this.main.getByRole('listitem').filter({ hasText: text });
	}

	/** Who sees to a step, and who helps: the answers about sharing say the same words in passing. */
	get owner(): Locator {
		return this.page.getByRole('textbox', { name: 'Kas par to gādā' });
	}

	get helper(): Locator {
		return this.page.getByRole('textbox', { name: 'Kas palīdz' });
	}

	/** Fills in the form of a step that is open. */
	async fill({ text, owner, helper, due, shared }: TypedStep): Promise<void> {
		await this.page.getByLabel('Ko darīsim').fill(text);
		if (owner !== undefined) await this.owner.fill(owner);
		if (helper !== undefined) await this.helper.fill(helper);
		if (due !== undefined) await this.page.getByLabel('Līdz kurai dienai').fill(due);
		if (shared !== undefined) await this.share(shared);
	}

	async share(shared: boolean): Promise<void> {
		const group = this.page.getByRole('group', { name: 'Vai rādīt pašvaldībai' });
		await group.getByRole('radio', { name: shared ? /^Jā/ : /^Nē/ }).check();
	}

	async save(): Promise<void> {
		await this.main.getByRole('button', { name: 'Saglabāt', exact: true }).click();
	}

	/** Adds a step of one's own. */
	async add(step: TypedStep): Promise<void> {
		await this.open('?add=');
		await this.fill(step);
		await this.save();
		await expect(this.page).toHaveURL(/done=saved/);
		await expect(this.step(step.text)).toBeVisible();
	}

	/** Opens the form of a step from the plan. */
	async edit(text: string): Promise<void> {
		await this.step(text)
			.getByRole('link', { name: /^Labot/ })
			.click();
		await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Labot soli');
	}

	/** Posts a form of another page of this site as the person who is signed in. */
	async post(path: string, form: Record<string, string>): Promise<number> {
		return (await this.app.post(path, form)).status();
	}

	/** The community assesses itself: every question of the quick form gets this level, and it is submitted. */
	async assess(level: 0 | 1 | 2 | 3): Promise<string> {
		const id = crypto.randomUUID();
		const start = { id, form: 'quick', mode: 'together', source: 'screen', round: '' };
		expect(await this.post(`/communities/${this.community}/assessments?/start`, start)).toBe(303);
		const checklist = await this.page.request.get('/api/v1/checklists/drosa-kopiena');
		const { items } = (await checklist.json()) as { items: { id: string; quick: boolean }[] };
		const writes = items
			.filter(({ quick }) => quick)
			.map(({ id: item }) => ({
				...{ write_id: crypto.randomUUID(), item, base_revision: 0, value: level, as_of: dayFromNow(-1) },
				...{ evidence: 0, reason: null, note: null, changed_at: new Date().toISOString() }
			}));
		const written = await this.page.request.post(`/api/assessments/${id}/writes`, {
			data: { writes }
		});
		expect(written.status()).toBe(200);
		expect(await this.post(`/assessments/${id}?/submit`, {})).toBe(303);
		return id;
	}

	/** The calendar file, its folded lines put together again. */
	async calendar(): Promise<{ status: number; headers: Record<string, string>; text: string }> {
		const answer = await this.page.request.get(`${this.path}.ics`, { maxRedirects: 0 });
		const text = (await answer.text()).replaceAll('\r\n ', '');
		return { status: answer.status(), headers: answer.headers(), text };
	}

	/** From what the municipality sees: opens the form of a reply. */
	async openReply(text: string): Promise<void> {
		await this.app.open('/workspace/plans');
		await this.step(text)
			.getByRole('link', { name: /^(Atbildēt|Labot atbildi)/ })
			.click();
		await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Atbilde kopienai');
	}

	async reply(words: string): Promise<void> {
		await this.page.getByLabel('Pašvaldības atbilde').fill(words);
		await this.page.getByRole('button', { name: 'Saglabāt atbildi' }).click();
	}
}
