import { test as base, expect } from '@playwright/test';
import { App } from './drivers/app.ts';

export { expect };

/**
 * The test of every spec. It fails a test in which the page sent a request to another machine,
 * broke the content security policy or logged an error.
 */
export const test = base.extend<{ app: App }>({
	app: async ({ page, baseURL }, use) => {
		const home = new URL(baseURL ?? 'http://localhost');
		const foreign: string[] = [];
		const errors: string[] = [];
		page.on('request', (request) => {
			const url = new URL(request.url());
			if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.host !== home.host)
				foreign.push(url.href);
		});
		page.on('pageerror', (error) => errors.push(error.message));
		page.on('console', (message) => {
			if (message.type() === 'error') errors.push(message.text());
		});
		const app = new App(page);
		await use(app);
		expect(foreign, 'requests to other machines').toEqual([]);
		expect(
			errors.filter((text) => !app.expectedErrors.some((pattern) => pattern.test(text))),
			'errors in the console'
		).toEqual([]);
	}
});
