import { AccountPages } from './drivers/account.ts';
import { asWritten, readReport } from './drivers/regions.ts';
import { Share } from './drivers/share.ts';
import { expect, test as base } from './fixtures.ts';
import { readWorkbook } from '../fixtures/workbook.ts';

const test = base.extend<{ account: AccountPages }>({
	account: async ({ page, app }, use) => use(new AccountPages(page, app))
});

test('everybody finds a region in numbers, and nothing of how communities are', async ({ app, page }) => {
	await app.open('/regions');
	const main = page.getByRole('main');
	await main.getByRole('link', { name: 'Kā gāja mēnesi pa mēnesim' }).click();
	await expect(main.getByRole('heading', { level: 1 })).toHaveText('Latvija: mēnesi pa mēnesim');
	await main.getByRole('link', { name: 'Plānošanas reģioni' }).click();
	// The page before has a link of the same name, to the months of the region.
	await expect(main.getByRole('heading', { level: 1 })).toHaveText('Plānošanas reģioni');
	await main.getByRole('link', { name: 'Latgales plānošanas reģions' }).click();
	await expect(main.getByRole('heading', { level: 1 })).toHaveText(
		'Latgales plānošanas reģions: kopienas un sagatavotība'
	);
	await expect(main).toContainText('Te ir tikai publiski skaitļi');
	await expect(main.getByRole('heading', { name: 'Sagatavotība pa gadiem' })).toBeVisible();
	await expect(main.getByRole('heading', { name: /Bez kā neiztikt/ })).toBeHidden();
	await expect(main).not.toContainText('Punktu vidus');
	// Inside the border zone nobody is told that nobody is active.
	await expect(main).not.toContainText('Pieklususi');
	const table = main.getByRole('region', { name: 'Novadi un valstspilsētas' });
	await expect(table.getByRole('row')).toHaveCount(10);
});

test('a planner sees the own region with its must-haves, and of another one what everybody does', async ({
	account,
	app,
	page
}) => {
	await account.actAsSample(/Plānošanas reģiona/);
	await app.open('/workspace');
	const main = page.getByRole('main');
	await main.getByRole('link', { name: 'Reģions skaitļos' }).click();
	await expect(main).toContainText('Šeit ir arī skaitļi, kas nav publiski');
	await expect(main.getByRole('heading', { name: /Bez kā neiztikt/ })).toBeVisible();
	await expect(main).toContainText('Punktu vidus');
	await app.expectAccessible();
	const own = new URL(page.url()).pathname;
	await app.open(own.endsWith('/latgale') ? '/regions/vidzeme' : '/regions/latgale');
	await expect(main).toContainText('Te ir tikai publiski skaitļi');
	await expect(main).not.toContainText('Punktu vidus');
});

test('a region goes through its months by keys, and the address says which', async ({ app, page }) => {
	await app.open('/regions/latgale/history?month=2025-03');
	const chosen = page.getByRole('heading', { name: /^Stāvoklis uz/ });
	await expect(chosen).toHaveText('Stāvoklis uz 2025. gada 31. marts');
	await page.getByRole('slider', { name: 'Mēnesis' }).focus();
	await page.keyboard.press('ArrowLeft');
	await expect(chosen).toHaveText('Stāvoklis uz 2025. gada 28. februāris');
	await expect(page).toHaveURL(/month=2025-02$/);
	await page.getByRole('link', { name: 'Nākamais mēnesis' }).click();
	await expect(chosen).toHaveText('Stāvoklis uz 2025. gada 31. marts');
	await app.open('/regions/latgale/history?month=1999-01');
	await expect(page).toHaveURL(/\/history$/);
});

test('an unknown region is said to be none', async ({ page }) => {
	expect((await page.request.get('/regions/sēlija')).status()).toBe(404);
});

/** 180 × 267 mm. */
const A4_WITHIN_MARGINS = { width: 680, height: 1009 };

test('the report of a region fits on A4, and its picture of months can be saved', async ({ app, page }) => {
	await app.open('/regions/latgale/report');
	await expect(page).toHaveTitle(/pārskats \d{4}-\d\d-\d\d \(P\)/);
	await expect(page.getByRole('button', { name: 'Drukāt vai saglabāt PDF' })).toBeVisible();
	const png = await new Share(page).save(page.getByRole('button', { name: /PNG.*mēnesi pa mēnesim/ }));
	expect(png.name).toMatch(/^drosa-kopiena-latgale-months-P-.*\.png$/);
	expect(png.content.subarray(1, 4).toString()).toBe('PNG');

	await page.setViewportSize(A4_WITHIN_MARGINS);
	await page.emulateMedia({ media: 'print' });
	await app.expectNoSidewaysScroll();
	await expect(page.getByRole('button')).toHaveCount(0);
	await expect(page.getByRole('main').getByRole('link', { name: 'Excel' })).toHaveCount(0);
	await expect(page.locator('svg.map-picture')).toHaveCount(2);
	await expect(page.locator('[data-figure=municipalities] .map-picture')).toContainText('Ludzas novads');
	const asked = await app.post('/regions/latgale/tables.xlsx', {});
	expect([asked.status(), asked.headers().location]).toEqual([
		303,
		expect.stringMatching(/^\/sign-in\?next=/)
	]);
	for (const picture of await page.getByRole('main').getByRole('img').all())
		await expect(picture).toBeVisible();
});

test('the report of a mandate is asked for, noted, and has the numbers of its workbook', async ({
	account,
	app,
	page,
	request
}) => {
	await account.actAsSample(/PKC darbinieks · Latgales/);
	await app.open('/regions/latgale/report');
	const main = page.getByRole('main');
	// A link gives the same to everybody.
	const [own, anybody] = await Promise.all(
		[page.request, request].map(async (who) => (await who.get('/regions/latgale/tables.xlsx')).headers())
	);
	expect(own?.etag).toMatch(/^"\w{32}"$/);
	expect(own?.etag).toBe(anybody?.etag);
	expect(own?.['content-disposition']).toContain('latgale-tables-P-');
	await expect(main).toContainText('Publisks pārskats (klase P)');
	await expect(main).not.toContainText('Punktu vidus');
	// Others work in the region meanwhile: page and workbook are of one moment when they agree.
	await expect(async () => {
		await app.open('/regions/latgale/report');
		await main.getByRole('button', { name: 'Pārskats ar visu, ko redzat' }).click();
		await expect(main).toContainText('Klase M');
		const tables = await readReport(page);
		const file = await new Share(page).save(main.getByRole('button', { name: /Excel/ }));
		expect(file.name).toMatch(/^drosa-kopiena-latgale-tables-M-.*\.xlsx$/);
		const [, ...sheets] = readWorkbook(file.content);
		const saved = sheets.map(({ rows: [, ...lines] }, at) =>
			lines.map((line, row) =>
				Object.values(line).map((value, cell) => asWritten(value, tables[at]?.[row]?.[cell]))
			)
		);
		expect(saved).toEqual(tables);
		expect(saved.flat().length).toBeGreaterThan(60);
	}).toPass();
	await app.expectAccessible();
	await expect(page).toHaveTitle(/\(M\)/);
	// Here PKC is told no more of a few communities than those who will read it.
	await expect(main.getByRole('row', { name: /^Balvu novads/ }).first()).toContainText('Maz datu');
	await page.setViewportSize(A4_WITHIN_MARGINS);
	await page.emulateMedia({ media: 'print' });
	await app.expectNoSidewaysScroll();
	// Of another region there is nothing to ask for.
	expect((await app.post('/regions/vidzeme/tables.xlsx', {})).status()).toBe(403);
	await page.emulateMedia({ media: 'screen' });
	await app.open('/workspace/log');
	for (const what of ['reģiona pārskats', 'reģiona pārskata tabulas'])
		await expect(page.getByText(`lejupielādēja datus (${what})`).first()).toBeVisible();
});
