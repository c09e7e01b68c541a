import { AccountPages } from './drivers/account.ts';
import { freshName } from './drivers/communities.ts';
import { expect, test as base } from './fixtures.ts';
import { LOCALES } from './matrix.ts';

const test = base.extend<{ account: AccountPages }>({
	account: async ({ page, app }, use) => use(new AccountPages(page, app))
});

/** The status of a refused form is an error of the network in the eyes of the browser. */
const REFUSED = /the server responded with a status of 4\d\d/;
const NATIONAL = /Valsts līmeņa darbinieks/;
const PAGES = [
	...['/admin', '/admin/organisations', '/admin/people', '/admin/data', '/admin/zones', '/admin/places'],
	'/admin/zones/edit?zone=border-30-km'
];

test('national staff adds an organisation and renames it; mistakes are named beside the field', async ({
	account,
	app,
	page
}) => {
	app.expectedErrors.push(REFUSED);
	const name = `Paraugs: Kurzemes PKC ${freshName()}`;
	await account.actAsSample(NATIONAL);
	await app.open('/admin/organisations');
	await page.getByLabel('Nosaukums').fill(name);
	await page.getByRole('button', { name: 'Saglabāt' }).click();
	await account.expectRefused('Plānošanas reģions', /Izvēlieties/);
	await expect(page.getByLabel('Nosaukums')).toHaveValue(name);
	await app.expectAccessible();

	await page.getByLabel('Plānošanas reģions').selectOption('kurzeme');
	await page.getByRole('button', { name: 'Saglabāt' }).click();
	await expect(page.getByRole('status')).toContainText('saglabāta');
	const row = page.getByRole('listitem').filter({ hasText: name });
	await expect(row).toContainText('Kurzemes plānošanas reģions');

	await row.getByRole('link').click();
	await expect(page.getByLabel('Nosaukums')).toHaveValue(name);
	await page.getByLabel('Nosaukums').fill(`${name} 2`);
	await page.getByRole('button', { name: 'Saglabāt' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: `${name} 2` })).toBeVisible();
});

test('national staff finds a person with the roles they hold and where these come from', async ({
	account,
	app,
	page
}) => {
	await account.actAsSample(NATIONAL);
	await app.open('/admin/people?q=PARAUGS mentor');
	const person = page.getByRole('article').filter({ hasText: 'Paraugs mentor' });
	await expect(person).toContainText('m…@paraugs.lv');
	await expect(person).toContainText('Piešķīra: Paraugs national');
	// Taking a role away asks first.
	await expect(person.getByRole('button', { name: /^Jā, noņemt/ })).toBeHidden();
	await person.locator('summary').filter({ hasText: 'Noņemt lomu' }).first().click();
	await expect(person).toContainText('vairs neredzēs un nemainīs');
	await expect(person.getByRole('button', { name: /^Jā, noņemt/ })).toBeVisible();
	await app.expectAccessible();
	await page.getByLabel('Meklēt cilvēku').fill('neviena@example.org');
	await page.getByRole('main').getByRole('button', { name: 'Meklēt' }).click();
	await expect(page.getByRole('main')).toContainText('Nevienu neatradām');
});

test('others meet a page that says they may not, with a way out', async ({ account, app, page }) => {
	app.expectedErrors.push(REFUSED);
	await account.actAsSample(/PKC darbinieks · Vidzemes/);
	for (const path of PAGES) {
		const response = await page.goto(path);
		expect(response?.status()).toBe(403);
		await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
	}
	await page.context().clearCookies();
	await app.open('/admin');
	await expect(page).toHaveURL(/\/sign-in\?next=/);
});

for (const locale of LOCALES) {
	test(`the pages of national staff are accessible and fit a phone in ${locale}`, async ({
		account,
		app,
		page
	}) => {
		await page.setViewportSize({ width: 320, height: 700 });
		await account.actAsSample(NATIONAL);
		for (const path of PAGES) {
			await app.open(path, locale);
			await app.expectAccessible();
			await app.expectNoSidewaysScroll();
		}
	});
}
