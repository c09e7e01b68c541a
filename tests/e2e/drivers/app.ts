import AxeBuilder from '@axe-core/playwright';
import { expect, type APIResponse, type Page } from '@playwright/test';

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;

export type Locale = 'lv' | 'en' | 'ru';

/** Drives the site as a whole: opening pages, checking them for accessibility. */
export class App {
	readonly page: Page;
	/** Console errors that a test provokes on purpose. */
	readonly expectedErrors: RegExp[] = [];

	constructor(page: Page) {
		this.page = page;
	}

	/**
	 * Opens an address in a language and waits until it answers and its script, if it has one, is ready: what is
	 * clicked or typed before is the business of the tests that say so. Returns the HTTP status.
	 */
	async open(path: string, locale: Locale = 'lv'): Promise<number> {
		const address = locale === 'lv' ? path : `/${locale}${path === '/' ? '' : path}`;
		const response = await this.page.goto(address);
		await expect(this.page.locator('h1').first()).toBeVisible();
		const scripted = await this.page.evaluate(
			() =>
				matchMedia('(scripting: enabled)').matches &&
				[...document.scripts].some((script) => script.textContent.includes('__sveltekit_'))
		);
		// SvelteKit adds it when the page is ready.
		if (scripted) await this.page.locator('#svelte-announcer').waitFor({ state: 'attached' });
		return response?.status() ?? 0;
	}

	/** Posts a form as one of our own pages does, without opening it; gives the answer itself, not where it leads. */
	async post(path: string, form: Record<string, string>): Promise<APIResponse> {
		const { request } = this.page;
		// The address of the server, also before the first page is open.
		const { origin } = new URL((await request.get('/api/health')).url());
		// What does not ask for a page is answered as to a script, with 200 whatever happened.
		return request.post(path, { form, headers: { accept: 'text/html', origin }, maxRedirects: 0 });
	}

	/** The page as it is now has no violations of WCAG 2.2 A and AA or of axe's best practices. */
	async expectAccessible(): Promise<void> {
		const result = await new AxeBuilder({ page: this.page })
			// There are no frames, and nobody asks what is right: both together take more than half of its time.
			.setLegacyMode()
			.options({ runOnly: [...AXE_TAGS], resultTypes: ['violations'] })
			.analyze();
		const found = result.violations.map(
			(violation) =>
				`${violation.id}: ${violation.help} – ${violation.nodes
					.map((node) => node.target.join(' '))
					.slice(0, 3)
					.join(' | ')}`
		);
		expect(found, `accessibility of ${this.page.url()}`).toEqual([]);
	}

	/** Nothing sticks out to the side. */
	async expectNoSidewaysScroll(): Promise<void> {
		const overflow = await this.page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(overflow, `sideways scroll on ${this.page.url()}`).toBeLessThanOrEqual(0);
	}
}
