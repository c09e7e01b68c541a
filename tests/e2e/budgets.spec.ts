import type { CDPSession, Page } from '@playwright/test';
import { MapPage } from './drivers/map.ts';
import { expect, test } from './fixtures.ts';

interface Transfer {
	url: string;
	/** What crossed the network, compressed. */
	bytes: number;
	/** The same without headers, which HTTP/2 sends once for all files. */
	content: number;
}

const KB = 1000;

/** Records every response with its size. */
async function recordTransfers(page: Page): Promise<{ transfers: Transfer[]; session: CDPSession }> {
	const session = await page.context().newCDPSession(page);
	const responses = new Map<string, { url: string; headers: number }>();
	const transfers: Transfer[] = [];
	await session.send('Network.enable');
	await session.send('Network.setCacheDisabled', { cacheDisabled: true });
	session.on('Network.responseReceived', ({ requestId, response }) =>
		responses.set(requestId, { url: response.url, headers: response.encodedDataLength })
	);
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength: bytes }) => {
		const { url = '', headers = 0 } = responses.get(requestId) ?? {};
		transfers.push({ url, bytes, content: bytes - headers });
	});
	return { transfers, session };
}

function sum(transfers: Transfer[], what: 'bytes' | 'content' = 'bytes'): number {
	return transfers.reduce((total, transfer) => total + transfer[what], 0);
}

const isScript = ({ url }: Transfer) => /\.m?js(\?|$)/.test(new URL(url).pathname);

test.describe('transfer budgets of /map', () => {
	test('the first HTML with its drawn map is at most 150 kB compressed', async ({ app, page }) => {
		const { transfers } = await recordTransfers(page);
		await app.open('/map');
		const html = transfers.filter(({ url }) => new URL(url).pathname === '/map');
		expect(html).toHaveLength(1);
		expect(sum(html)).toBeGreaterThan(10 * KB);
		expect(sum(html)).toBeLessThanOrEqual(150 * KB);
	});

	test('script before the interactive map is at most 90 kB, everything until then at most 700 kB', async ({
		app,
		page
	}) => {
		const { transfers } = await recordTransfers(page);
		await app.open('/map');
		await new MapPage(page).expectInteractive();
		const scripts = transfers.filter(isScript);
		const mapLibre = await mapLibreScripts(page, scripts);
		expect(mapLibre.length, 'MapLibre is loaded in files of its own').toBeGreaterThan(0);
		const own = scripts.filter((script) => !mapLibre.includes(script));
		expect(sum(own, 'content')).toBeGreaterThan(30 * KB);
		expect(sum(own, 'content')).toBeLessThanOrEqual(90 * KB);
		expect(sum(transfers)).toBeLessThanOrEqual(700 * KB);
	});

	test('pages without a map do not load MapLibre', async ({ app, page }) => {
		const { transfers } = await recordTransfers(page);
		await app.open('/territory/0042200');
		await page.waitForLoadState('networkidle');
		expect(await mapLibreScripts(page, transfers.filter(isScript))).toEqual([]);
	});
});

test.describe('transfer budgets of /assess', () => {
	test('script is at most 110 kB and the checklist 80 kB, and there is no map', async ({ app, page }) => {
		const { transfers } = await recordTransfers(page);
		await app.open('/assess');
		await expect(page.locator('[data-ready="true"]')).toBeVisible();
		const scripts = transfers.filter(isScript);
		expect(await mapLibreScripts(page, scripts)).toEqual([]);
		const checklist: Transfer[] = [];
		for (const script of scripts) {
			const text = await (await page.request.get(script.url)).text();
			if (text.includes('12.7') && text.includes('vadiba')) checklist.push(script);
		}
		expect(checklist, 'the checklist is a file of its own').toHaveLength(1);
		expect(sum(checklist, 'content')).toBeLessThanOrEqual(80 * KB);
		expect(sum(scripts, 'content') - sum(checklist, 'content')).toBeLessThanOrEqual(110 * KB);
	});
});

/** The scripts among these that contain MapLibre, told by a text that only it contains. */
async function mapLibreScripts(page: Page, scripts: Transfer[]): Promise<Transfer[]> {
	const found: Transfer[] = [];
	for (const script of scripts) {
		const text = await (await page.request.get(script.url)).text();
		if (text.includes('maplibregl-')) found.push(script);
		else if (script.url.includes('worker')) found.push(script);
	}
	return found;
}
