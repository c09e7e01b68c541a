import { readFileSync } from 'node:fs';
import { AccountPages } from './drivers/account.ts';
import { expect, test as base } from './fixtures.ts';
import { LOCALES } from './matrix.ts';

const test = base.extend<{ account: AccountPages }>({
	account: async ({ page, app }, use) => use(new AccountPages(page, app))
});

/** An address that no other test uses, nor an earlier run of this one. */
function address(name: string): string {
	return `${name}-${crypto.randomUUID().slice(0, 8)}@example.org`;
}

/** The status of a refused form is an error of the network in the eyes of the browser. */
const REFUSED = /the server responded with a status of 4\d\d/;

for (const locale of LOCALES) {
	test(`signing in by code in ${locale}, and out again`, async ({ account, app, page }) => {
		const email = address('anna');
		await account.askForCode(email, locale);
		await app.expectAccessible();
		await account.typeCode(await account.readCode(email), locale);
		await account.expectSignedIn(email);
		await expect(page.locator('html')).toHaveAttribute('lang', locale);
		await app.expectAccessible();
		await app.expectNoSidewaysScroll();

		await app.open('/sign-out', locale);
		await app.expectAccessible();
		await page.getByRole('main').getByRole('button').first().click();
		await expect(page.getByRole('status')).toBeVisible();
		await app.open('/account', locale);
		await expect(page).toHaveURL(/\/sign-in\?next=/);
	});
}

test('what is typed before the script has come stays in the field', async ({ page }) => {
	let goOn = (): void => undefined;
	const held = new Promise<void>((resolve) => (goOn = resolve));
	await page.route('**/_app/**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto('/sign-in', { waitUntil: 'commit' });
	const field = page.getByLabel('E-pasta adrese');
	await field.fill('anna@example.org');
	goOn();
	await page.waitForLoadState('networkidle');
	await expect(field).toHaveValue('anna@example.org');
});

test('a wrong code is named beside the field; the right one still works', async ({ account, app }) => {
	app.expectedErrors.push(REFUSED);
	const email = address('berta');
	await account.askForCode(email);
	const right = await account.readCode(email);
	const wrong = right === '000000' ? '000001' : '000000';
	await account.typeCode(wrong);
	await account.expectRefused('Kods no vēstules', /Kods neder/);
	await expect(account.codeField()).toHaveValue(wrong);
	await app.expectAccessible();
	await account.typeCode(right);
	await account.expectSignedIn(email);
});

test('an address that is none is named beside the field', async ({ account, app, page }) => {
	app.expectedErrors.push(REFUSED);
	await app.open('/sign-in');
	await page.getByLabel('E-pasta adrese').fill('anna');
	await page.keyboard.press('Enter');
	await account.expectRefused('E-pasta adrese', /neizskatās pēc e-pasta adreses/);
	await expect(page.getByLabel('E-pasta adrese')).toHaveValue('anna');
	await expect(page).toHaveTitle(/^Vēl jāizlabo/);
	await app.expectAccessible();
});

test('a page that asks who you are comes back after signing in', async ({ account, app, page }) => {
	const email = address('cilda');
	await app.open('/account/delete');
	await page.getByLabel('E-pasta adrese').fill(email);
	await page.keyboard.press('Enter');
	await expect(account.codeField()).toBeVisible();
	await account.typeCode(await account.readCode(email));
	await expect(page).toHaveURL(/\/account\/delete$/);
});

test('a forgotten password is replaced by code', async ({ account, app, page }) => {
	app.expectedErrors.push(REFUSED);
	const email = address('dace');
	await account.actAs(email);
	await page.context().clearCookies();

	await app.open('/sign-in/password');
	await app.expectAccessible();
	await page.getByRole('link', { name: 'Aizmirsu paroli' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Jauna parole' })).toBeVisible();
	await page.getByLabel('E-pasta adrese').fill(email);
	await app.expectAccessible();
	await page.getByRole('button', { name: 'Sūtīt kodu' }).click();
	await expect(account.codeField()).toBeVisible();
	const code = await account.readCode(email);
	await page.getByLabel('Kods no vēstules').fill(code);
	await page.getByLabel('Jaunā parole').fill('īsa');
	await page.getByRole('button', { name: 'Saglabāt un ieiet' }).click();
	await account.expectRefused('Jaunā parole', /vismaz 10/);
	await expect(page.getByLabel('Kods no vēstules')).toHaveValue(code);
	await app.expectAccessible();
	await page.getByLabel('Jaunā parole').fill('ābeles zied pie klēts');
	await page.getByRole('button', { name: 'Saglabāt un ieiet' }).click();
	await expect(page.getByRole('status')).toContainText('Parole saglabāta');

	await page.context().clearCookies();
	await app.open('/sign-in/password');
	await page.getByLabel('E-pasta adrese').fill(email);
	await page.getByLabel('Parole', { exact: true }).fill('ābeles zied pie klēts');
	await page.getByRole('main').getByRole('button', { name: 'Ieiet' }).click();
	await account.expectSignedIn(email);
});

test('a sample person signs in with one click; a banner says what this is', async ({
	account,
	app,
	page
}) => {
	await app.open('/sign-in');
	await app.expectAccessible();
	await expect(page.getByRole('complementary', { name: 'Demonstrācijas režīms' })).toContainText('Paraugs');
	await account.chooseSample(/PKC darbinieks · Latgales/);
	await expect(page.getByRole('banner')).toContainText('PKC darbinieks · Latgales plānošanas reģions');
	await expect(page.getByRole('main').getByRole('article')).toContainText('Paraugs: Latgales PKC');
	await app.open('/demo/mail');
	await app.expectAccessible();
	await app.expectNoSidewaysScroll();
});

test('the profile is saved, in another language too', async ({ account, app, page }) => {
	await account.actAs(address('edgars'));
	await app.open('/account');
	await page.getByLabel('Vārds, kādu redz citi').fill('Edgars');
	await page.getByRole('combobox', { name: 'Valoda' }).selectOption('en');
	await page.getByRole('button', { name: 'Saglabāt', exact: true }).click();
	await expect(page).toHaveURL(/\/en\/account\?done=profile/);
	await expect(page.getByRole('status')).toContainText('Saved');
	await expect(page.getByLabel('Name that others see')).toHaveValue('Edgars');
	await app.expectAccessible();
});

test('a copy of the data is a file', async ({ account, app, page }) => {
	const email = address('fricis');
	await account.actAs(email);
	await app.open('/account');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Lejupielādēt manus datus' }).click();
	const file = await (await download).path();
	expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ account: { email } });
});

test('the account is deleted after a typed word', async ({ account, app, page }) => {
	app.expectedErrors.push(REFUSED);
	await account.actAs(address('gita'));
	await app.open('/account');
	await page.getByRole('link', { name: 'Dzēst manu kontu' }).click();
	await app.expectAccessible();
	await page.getByLabel(/Lai apstiprinātu/).fill('jā');
	await page.getByRole('button', { name: 'Dzēst kontu' }).click();
	await account.expectRefused('Lai apstiprinātu, ierakstiet: DZĒST', /tieši šo vārdu/);
	await app.expectAccessible();
	await page.getByLabel(/Lai apstiprinātu/).fill('dzēst');
	await page.getByRole('button', { name: 'Dzēst kontu' }).click();
	await expect(page.getByRole('status')).toContainText('dzēsts');
	await app.open('/account');
	await expect(page).toHaveURL(/\/sign-in/);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('everything works: codes, refusals with focus, the account', async ({ account, app, page }) => {
		app.expectedErrors.push(REFUSED);
		const email = address('haralds');
		await account.askForCode(email);
		await account.typeCode('12');
		await account.expectRefused('Kods no vēstules', /seši cipari/);
		await account.typeCode(await account.readCode(email));
		await account.expectSignedIn(email);
		await page.getByLabel('Vārds, kādu redz citi').fill('Haralds');
		await page.getByRole('button', { name: 'Saglabāt', exact: true }).click();
		await expect(page.getByLabel('Vārds, kādu redz citi')).toHaveValue('Haralds');
	});
});

for (const width of [320, 360, 1280]) {
	test(`pages of the account fit a screen of ${width} px`, async ({ account, app, page }) => {
		await page.setViewportSize({ width, height: 800 });
		await account.actAsSample(/civilās aizsardzības/);
		for (const path of ['/account', '/account/delete', '/sign-out', '/demo/mail']) {
			await app.open(path);
			await app.expectNoSidewaysScroll();
		}
	});
}
