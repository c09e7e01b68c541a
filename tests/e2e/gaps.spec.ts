import { AccountPages } from './drivers/account.ts';
import { expect, test as base } from './fixtures.ts';

const test = base.extend<{ account: AccountPages }>({
	account: async ({ page, app }, use) => use(new AccountPages(page, app))
});

const GAPS = '/regions/latgale/gaps';
const REFUSED = /the server responded with a status of 4\d\d/;

test('a planner goes from the matrix to an item by keyboard, and takes the same numbers along', async ({
	account,
	app,
	page
}) => {
	await account.actAsSample(/Plānošanas reģiona/);
	expect(await app.open(GAPS)).toBe(200);
	await app.expectAccessible();
	const table = page.getByRole('table', { name: /Viss saraksts/ });
	await expect(page.getByRole('img', { name: /Viss saraksts/ })).toBeVisible();

	// Of two communities nothing is said; of five each value is, and the file has the same.
	await expect(table.getByRole('row', { name: /Balvu novads/ })).toContainText('Maz datu');
	const ludza = table.getByRole('row', { name: /Ludzas novads/ });
	const first = ludza.getByRole('link', { name: /Vadība un organizēšanās/ });
	const share = Number(/\d+/.exec(await first.innerText())?.[0]);
	const csv = await (await app.post(`${GAPS}/export.csv`, {})).text();
	const [heading = '', ...lines] = csv.split('\r\n');
	const at = heading.split(',').indexOf('vadiba');
	const value = (name: string) => lines.find((line) => line.includes(name))?.split(',')[at];
	expect(Math.round(Number(value('Ludzas novads')) * 100)).toBe(share);
	expect(value('Balvu novads')).toBe('');

	await first.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/of=vadiba/);
	const domain = page.getByRole('table', { name: /Vadība un organizēšanās/ });
	await domain
		.getByRole('row', { name: /Ludzas novads/ })
		.getByRole('link', { name: /Kontaktpersona/ })
		.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Kontaktpersona');
	await expect(page.getByRole('heading', { name: 'Kā kopienas atbildējušas' })).toBeVisible();
	await app.expectAccessible();

	// The order is the address.
	await page.getByRole('combobox', { name: 'Kārtot pēc' }).selectOption('-communities');
	await page.getByRole('button', { name: 'Rādīt' }).click();
	await expect(page).toHaveURL(/sort=-communities/);
	await expect(table.or(page.getByRole('table')).last().getByRole('rowheader').first()).toHaveText(
		/Krāslavas/
	);

	for (const locale of ['en', 'ru'] as const) {
		await app.open(`${GAPS}?of=1.1&level=parish&second=border-30-km`, locale);
		await page.setViewportSize({ width: 320, height: 640 });
		await app.expectNoSidewaysScroll();
	}
});

test('PKC sees places of few communities on the screen and in no file; others are refused', async ({
	account,
	app,
	page
}) => {
	app.expectedErrors.push(REFUSED);
	await app.open(GAPS);
	await expect(page).toHaveURL(/\/sign-in\?next=/);

	await account.actAsSample(/PKC darbinieks\s· Latgales/);
	await app.open(GAPS);
	await expect(page.getByRole('row', { name: /Balvu novads/ })).toContainText('%');
	const lines = (await (await app.post(`${GAPS}/export.csv`, {})).text()).split('\r\n');
	expect(lines.find((line) => line.includes('Balvu novads'))).toMatch(/,2,\d,\d,,,few,/);

	// Civil protection sees its own municipality, by whose code it comes.
	await page.context().clearCookies();
	await account.actAsSample(/civilās aizsardzības/);
	await app.open('/regions/0043000/gaps');
	await expect(page).toHaveURL(/\/regions\/latgale\/gaps$/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Rēzeknes novads');
	await expect(page.getByRole('main')).not.toContainText('Ludza');

	await page.context().clearCookies();
	await account.actAsSample(/PKC darbinieks\s· Vidzemes/);
	expect(await app.open(GAPS)).toBe(403);
	await page.context().clearCookies();
	await account.actAsSample(/Kopienas koordinators/);
	expect(await app.open(GAPS)).toBe(403);
	expect((await app.post(`${GAPS}/export.csv`, {})).status()).toBe(403);
});
