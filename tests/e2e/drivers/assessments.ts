import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Definition } from '../../../src/lib/checklists/types.ts';
import type { App } from './app.ts';

export const NAUTRENI = '9c351a63-ee72-55c8-8d1b-a4b6818a1e03';
export const ROUNDS = `/communities/${NAUTRENI}/assessments`;

/** The newest checklist, as the app has it. */
const folder = join(import.meta.dirname, '../../../checklists/drosa-kopiena');
const newest = readdirSync(folder).sort().at(-1) ?? '';
export const definition = JSON.parse(
	readFileSync(join(folder, newest, 'definition.json'), 'utf8')
) as Definition;
/** Items of the quick form. */
export const QUICK = definition.items.filter(({ quick }) => quick).map(({ id }) => id);

/** Drives the pages of a community's rounds: beginning, submitting, the result. */
export class Assessments {
	readonly page: Page;
	readonly app: App;

	constructor(page: Page, app: App) {
		this.page = page;
		this.app = app;
	}

	get main(): Locator {
		return this.page.getByRole('main');
	}

	get status(): Locator {
		return this.main.getByRole('status').first();
	}

	/** The card of a round in the list. */
	card(id: string): Locator {
		return this.main.locator(`[data-round="${id}"]`);
	}

	/** Begins a round by the form of the list; returns its id. */
	async start(name: string, mode: 'individual' | 'together' = 'together'): Promise<string> {
		await this.app.open(ROUNDS);
		await this.page.getByLabel(/Īsais novērtējums/).check();
		await this.page.getByLabel(mode === 'together' ? /Uzreiz kopā/ : /Vispirms katrs pats/).check();
		await this.page.getByLabel(/^Nosaukums/).fill(name);
		await this.page.getByRole('button', { name: 'Sākt pašnovērtējumu' }).click();
		await expect(this.page).toHaveURL(/\/assessments\/[\w-]{36}\?done=started$/);
		return /[\w-]{36}(?=\?)/.exec(this.page.url())?.[0] ?? '';
	}

	/** Writes answers as a device of the signed-in person does. */
	async write(
		id: string,
		values: Record<string, number | 'dk'>,
		base = 0,
		more: Record<string, unknown> = {}
	): Promise<void> {
		const writes = Object.entries(values).map(([item, value]) => ({
			...{ write_id: crypto.randomUUID(), item, base_revision: base, value, as_of: '2026-05-01' },
			...{ evidence: 1, reason: null, note: null, changed_at: new Date().toISOString(), ...more }
		}));
		const response = await this.page.request.post(`/api/assessments/${id}/writes`, { data: { writes } });
		const { outcomes } = (await response.json()) as { outcomes: { outcome: string }[] };
		expect(outcomes.filter(({ outcome }) => outcome !== 'written')).toEqual([]);
	}

	/** Opens what asks first, and does it. */
	async askAndDo(question: string, answer: string): Promise<void> {
		await this.main.getByText(question, { exact: false }).and(this.page.locator('summary')).click();
		await this.page.getByRole('button', { name: answer, exact: true }).click();
	}

	async submit(id: string): Promise<void> {
		await this.app.open(`/assessments/${id}`);
		await this.askAndDo('Iesniegt', 'Jā, iesniegt');
		await expect(this.page).toHaveURL(/\/result\?done=submitted$/);
		await expect(this.status).toContainText('Iesniegts');
	}

	/** The grade the result shows, or `none`. */
	async grade(): Promise<string | null> {
		return this.main.locator('[data-grade]').getAttribute('data-grade');
	}
}
