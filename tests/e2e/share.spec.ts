import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccountPages } from './drivers/account.ts';
import { MapPage } from './drivers/map.ts';
import { readCsv, readXlsx, Share } from './drivers/share.ts';
import { somebodyElse } from './drivers/workspace.ts';
import { expect, test } from './fixtures.ts';

const SHARE = 'Mazākumtautību daļa';
const MAP = '/map?layer=minority-share&second=none&municipality=0042000&sort=-value';

test('the numbers of every file are those of the table on the screen, in its order', async ({
	app,
	page
}) => {
	const share = new Share(page);
	await app.open(MAP);
	const shown = await share.onScreen(SHARE);
	expect(shown.length).toBeGreaterThan(10);
	await share.open();
	await app.expectAccessible();

	const link = (name: string) => share.box.getByRole('link', { name });
	const csv = await share.save(link('CSV'));
	expect(csv.name).toMatch(/^drosa-kopiena-minority-share-parish-P-\d{4}-\d\d-\d\d\.csv$/);
	const rows = readCsv(csv.content);
	expect(rows.map(({ code }) => code)).toEqual(shown.map(([code]) => code));
	const percent = new Intl.NumberFormat('lv', { maximumFractionDigits: 1 });
	const asShown = rows.map(({ code, 'minority-share': value = '' }) => [
		code,
		value === '' ? 'Nav datu' : `${percent.format(Math.round(Number(value) * 10) / 10)}\u00a0%`
	]);
	expect(asShown).toEqual(shown.map(([code, text]) => [code, text.replace(/\s%/, '\u00a0%')]));
	// Beside ethnicity the public sees nothing of activity.
	expect(Object.keys(rows[0] ?? {})).not.toContain('status');

	const [headings = {}, ...sheet] = readXlsx((await share.save(link('XLSX'))).content);
	const column = (label: string) => Object.entries(headings).find(([, text]) => text === label)?.[0] ?? '';
	const numbers = rows.map(({ code, 'minority-share': value = '' }) => [
		code,
		value === '' ? null : Number(value)
	]);
	expect(sheet.map((row) => [row[column('Kods')], row[column(SHARE)] ?? null])).toEqual(numbers);

	const areas = JSON.parse((await share.save(link('GeoJSON'))).content.toString()) as {
		features: { id: string; properties: Record<string, unknown>; geometry: { type: string } }[];
	};
	expect(areas.features.map(({ id, properties }) => [id, properties['minority-share']])).toEqual(numbers);

	const png = await share.save(share.box.getByRole('button', { name: 'PNG' }));
	expect(png.name).toMatch(/-P-.*\.png$/);
	expect(png.content.subarray(1, 4).toString()).toBe('PNG');
	expect(png.content.readUInt32BE(16)).toBe(2400);

	await page.emulateMedia({ media: 'print' });
	await expect(share.box).toBeHidden();
	await expect(new MapPage(page).picture).toBeVisible();
});

test('with a mandate everything that is seen can be saved, is marked, and stands in the log', async ({
	app,
	baseURL,
	browser,
	page
}) => {
	const account = new AccountPages(page, app);
	const share = new Share(page);
	await account.actAsSample(/PKC darbinieks · Latgales/);
	await app.open('/map?region=latgale');
	await share.open();
	const own = await share.save(share.box.getByRole('button', { name: 'CSV' }));
	expect(own.name).toMatch(/-activity-parish-M-/);
	const statuses = (content: Buffer) => new Set(readCsv(content).map(({ status }) => status));
	expect(statuses(own.content)).toContain('not_surveyed');

	const open = await share.save(share.box.getByRole('link', { name: 'CSV' }));
	expect(open.name).toMatch(/-activity-parish-P-/);
	expect(statuses(open.content)).not.toContain('not_surveyed');
	const visitor = await somebodyElse(browser, baseURL);
	const theirs = await visitor.page.request.get('/map/export.csv?region=latgale');
	expect(open.content.equals(await theirs.body())).toBe(true);

	// On another site nobody is signed in, not even they.
	const drawn = async (of: typeof page) => {
		const html = await (await of.request.get('/embed/map?region=latgale')).text();
		return /<svg[^>]* class="map-picture".*?<\/svg>/s.exec(html)?.[0] ?? 'no picture';
	};
	expect(await drawn(page)).toContain('data-class="no_news"');
	expect(await drawn(page)).toBe(await drawn(visitor.page));
	await visitor.leave();

	await app.open('/workspace/log');
	await expect(page.getByText('kartes dati: activity-csv').first()).toBeVisible();
});

test('another site can show the embedded map and nothing else of ours', async ({ page, baseURL }) => {
	const frames = ['/embed/map?region=latgale', '/map'].map(
		(path) => `<iframe src="${baseURL ?? ''}${path}" width="600" height="620"></iframe>`
	);
	const site = createServer((_, response) => {
		response.setHeader('Content-Type', 'text/html').end(`<!doctype html>${frames.join('')}`);
	});
	await new Promise<void>((ready) => site.listen(0, '127.0.0.1', ready));
	// Another site than `localhost`, though on the same machine: browsers ask before a page of the network may reach it.
	await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);

	const embedded = page.frameLocator('iframe >> nth=0');
	await expect(embedded.getByRole('heading', { level: 1 })).toContainText('Kopienu aktivitāte');
	await expect(embedded.getByRole('banner')).toHaveCount(0);
	// Light until somebody touches it.
	await expect(embedded.locator('[data-map]')).toHaveCount(0);
	await embedded.locator('svg.map-picture').click();
	await expect(embedded.locator('[data-map]')).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });
	await expect(embedded.getByRole('link', { name: 'Atvērt lielo karti' })).toHaveAttribute(
		'href',
		'/map?region=latgale'
	);
	await expect(page.frameLocator('iframe >> nth=1').getByRole('heading')).toHaveCount(0);
	site.close();
});
