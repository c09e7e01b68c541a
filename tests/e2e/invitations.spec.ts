import { AccountPages } from './drivers/account.ts';
import { freshAddress, somebodyElse, Workspace } from './drivers/workspace.ts';
import { expect, test as base } from './fixtures.ts';

const test = base.extend<{ account: AccountPages; workspace: Workspace }>({
	account: async ({ page, app }, use) => use(new AccountPages(page, app)),
	workspace: async ({ page, app }, use) => use(new Workspace(page, app))
});

/** The status of a refused form or page is an error of the network in the eyes of the browser. */
const REFUSED = /the server responded with a status of 4\d\d/;

const COMMUNITY = /Nautrēnu darbīgā kopiena/;
const NAUTRENI = 'Nautrēnu darbīgā kopiena (Nautrēnu pagasts)';
const COORDINATOR = /Kopienas koordinators · Nautrēnu/;

test('a coordinator invites; the link is shown once with its QR code, and leads to the role', async ({
	account,
	app,
	baseURL,
	browser,
	context,
	page,
	workspace
}) => {
	const email = freshAddress('ilze');
	await account.actAsSample(COORDINATOR);
	const link = await workspace.invite('member', NAUTRENI, { email, note: 'No bibliotēkas' });
	await expect(workspace.newLink).toBeFocused();
	await expect(workspace.newLink.getByRole('img', { name: /QR/ })).toBeVisible();
	await expect(workspace.newLink).toContainText('Parādiet vai nosūtiet šo saiti');
	await app.expectAccessible();
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.getByRole('button', { name: 'Kopēt saiti' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Nokopēts' })).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(link);

	await app.open('/workspace/invitations');
	await expect(workspace.newLink).toBeHidden();
	expect(await page.content()).not.toContain(link);
	await expect(workspace.invitation(email)).toContainText('Gaida atbildi');
	await expect(workspace.invitation(email)).toContainText('No bibliotēkas');

	// The letter has the same link.
	await app.open('/demo/mail');
	const letter = page.getByRole('row').filter({ hasText: email });
	await expect(letter.getByRole('link')).toHaveAttribute('href', new RegExp(`${link}$`));

	const ilze = await somebodyElse(browser, baseURL);
	const theirs = new Workspace(ilze.page, ilze.app);
	await ilze.app.open(link);
	await expect(theirs.main).toContainText(COMMUNITY);
	await expect(theirs.main).toContainText('Kopienas dalībnieks');
	await expect(theirs.main).toContainText('Aicina: Kopienas koordinators');
	await expect(theirs.main).toContainText('Saite der līdz');
	await theirs.accept(link, ilze.account, email);
	await expect(ilze.page).toHaveURL(/\/workspace\?done=accepted$/);
	await expect(ilze.page.getByRole('banner')).toContainText('Kopienas dalībnieks · Nautrēnu');

	await ilze.app.open(link);
	await expect(theirs.main).toContainText('jau ir izmantots');
	await expect(ilze.page.getByRole('button', { name: 'Pieņemt' })).toBeHidden();
	await ilze.leave();
	await app.open('/workspace/invitations');
	await page.getByText(/Atbildētie un atsauktie/).click();
	await expect(workspace.invitation(email)).toContainText('Pieņemts');
});

test('a link taken back, renewed, declined or unknown says so', async ({
	account,
	app,
	baseURL,
	browser,
	page,
	workspace
}) => {
	app.expectedErrors.push(REFUSED);
	const email = freshAddress('janis');
	await account.actAsSample(/PKC darbinieks · Latgales/);
	const first = await workspace.invite('mentor', NAUTRENI, { email });
	const janis = await somebodyElse(browser, baseURL);
	const theirs = new Workspace(janis.page, janis.app);

	await app.open('/workspace/invitations');
	await workspace.invitation(email).getByRole('button', { name: 'Jauna saite' }).click();
	const second = await workspace.readLink();
	expect(second).not.toBe(first);
	expect(await janis.app.open(first)).toBe(404);
	await expect(theirs.main).toContainText('Tāda uzaicinājuma nav');
	expect(await janis.app.open(second)).toBe(200);
	await expect(theirs.main).toContainText('Aicina: Paraugs: Latgales PKC');

	await app.open('/workspace/invitations');
	await workspace.invitation(email).getByRole('button', { name: 'Atsaukt' }).click();
	await expect(page.getByRole('status')).toContainText('Uzaicinājums atsaukts');
	await janis.app.open(second);
	await expect(theirs.main).toContainText('vairs neder');
	await janis.app.expectAccessible();

	const third = await workspace.invite('member', NAUTRENI, { note: 'trešais' });
	await janis.account.actAs(email);
	await janis.app.open(third);
	await janis.page.getByRole('button', { name: 'Noraidīt' }).click();
	await expect(theirs.main).toContainText('ir noraidīts');
	await janis.app.open('/account');
	await expect(theirs.main).toContainText('Jums vēl nav nevienas lomas');

	for (const nothing of [`/invite/${'a'.repeat(43)}`, '/invite/a']) {
		expect(await janis.app.open(nothing)).toBe(404);
		await expect(theirs.main).toContainText('Tāda uzaicinājuma nav');
	}
	await janis.leave();
});

test('nobody accepts what they gave themselves', async ({ account, app, page, workspace }) => {
	app.expectedErrors.push(REFUSED);
	await account.actAsSample(/PKC darbinieks · Latgales/);
	const link = await workspace.invite('mentor', NAUTRENI, { note: 'pats sev' });
	await app.open(link);
	await page.getByRole('button', { name: 'Pieņemt' }).click();
	await expect(page.getByRole('region', { name: 'Vēl jāizlabo' })).toContainText('no jūsu konta');
});

test('only what the role allows is offered', async ({ account, app, baseURL, browser, page }) => {
	app.expectedErrors.push(REFUSED);
	await account.actAsSample(/PKC darbinieks · Vidzemes/);
	await app.open('/workspace/invitations');
	const roles = page.getByLabel('Kādā lomā aicināt').getByRole('option');
	await expect(roles.filter({ hasText: 'Valsts līmeņa darbinieks' })).toHaveCount(0);
	await expect(roles.filter({ hasText: 'PKC darbinieks' })).toHaveCount(1);
	await app.open('/workspace/invitations?role=civil_protection');
	const places = page.getByLabel('Uz kurieni').getByRole('option');
	await expect(places.filter({ hasText: 'Alūksnes novads' })).toHaveCount(1);
	await expect(places.filter({ hasText: 'Rēzeknes novads' })).toHaveCount(0);

	const member = await somebodyElse(browser, baseURL);
	await member.account.actAsSample(/Kopienas dalībnieks/);
	expect(await member.app.open('/workspace/invitations')).toBe(403);
	await member.leave();
	const visitor = await somebodyElse(browser, baseURL);
	await visitor.app.open('/workspace/invitations');
	await expect(visitor.page).toHaveURL(/\/sign-in\?next=/);
	await visitor.leave();
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled });

		test('a form that is not right keeps everything typed', async ({ account, app, page, workspace }) => {
			app.expectedErrors.push(REFUSED);
			await account.actAsSample(/PKC darbinieks · Vidzemes/);
			await app.open('/workspace/invitations?role=civil_protection');
			await page.getByLabel('Uz kurieni').selectOption({ label: 'Alūksnes novads' });
			await page.getByLabel('E-pasta adrese').fill('nav adrese');
			await page.getByLabel('Piezīme').fill('Zvanīt 29 123 456');
			await page.getByLabel('Cik ilgi saite der').selectOption('30');
			await page.getByLabel('Līdz kurai dienai būs loma').fill('2020-01-01');
			await page.getByRole('button', { name: 'Izveidot uzaicinājumu' }).click();
			await account.expectRefused('E-pasta adrese', /neizskatās pēc e-pasta adreses/);
			await expect(page.getByLabel('Piezīme')).toHaveAccessibleDescription(/tālruņa numurs/);
			await expect(page.getByLabel('Līdz kurai dienai būs loma')).toHaveAccessibleDescription(
				/jau ir pagājusi/
			);
			await expect(page.getByLabel('Uz kurieni').locator('option:checked')).toHaveText('Alūksnes novads');
			await expect(page.getByLabel('E-pasta adrese')).toHaveValue('nav adrese');
			await expect(page.getByLabel('Piezīme')).toHaveValue('Zvanīt 29 123 456');
			await expect(page.getByLabel('Cik ilgi saite der')).toHaveValue('30');
			await expect(page.getByLabel('Līdz kurai dienai būs loma')).toHaveValue('2020-01-01');
			if (javaScriptEnabled) await app.expectAccessible();

			await page.getByLabel('E-pasta adrese').fill('');
			await page.getByLabel('Piezīme').fill('Apmācībām');
			await page.getByLabel('Līdz kurai dienai būs loma').fill('2031-05-31');
			await page.getByRole('button', { name: 'Izveidot uzaicinājumu' }).click();
			await expect(workspace.newLink).toContainText('/invite/');
			await expect(workspace.newLink).toContainText('Alūksnes novads');
		});
	});
}

test('an invitation prints as one sheet', async ({ account, page, workspace }) => {
	await account.actAsSample(COORDINATOR);
	const link = await workspace.invite('member', NAUTRENI, { note: 'uz papīra' });
	await page.emulateMedia({ media: 'print' });
	await expect(workspace.newLink).toContainText(link);
	await expect(workspace.newLink.getByRole('img', { name: /QR/ })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Kopēt saiti' })).toBeHidden();
	await expect(page.getByLabel('Piezīme')).toBeHidden();
});

test('the pages are accessible and fit, in every language', async ({
	account,
	baseURL,
	browser,
	workspace
}) => {
	test.slow();
	await account.actAsSample(COORDINATOR);
	const link = await workspace.invite('member', NAUTRENI, { note: 'visās valodās' });
	await workspace.expectGoodInAllLanguages('/workspace/invitations');
	const visitor = await somebodyElse(browser, baseURL);
	await new Workspace(visitor.page, visitor.app).expectGoodInAllLanguages(link);
	await visitor.leave();
	const answering = await somebodyElse(browser, baseURL);
	await answering.account.actAsSample(/Kopienas mentors/);
	await new Workspace(answering.page, answering.app).expectGoodInAllLanguages(link);
	await answering.leave();
});
