import type { Page } from '@playwright/test';
import { AccountPages } from './drivers/account.ts';
import { MapPage } from './drivers/map.ts';
import { freshAddress, somebodyElse, Workspace } from './drivers/workspace.ts';
import { expect, test as base } from './fixtures.ts';

const test = base.extend<{ account: AccountPages; workspace: Workspace }>({
	account: async ({ page, app }, use) => use(new AccountPages(page, app)),
	workspace: async ({ page, app }, use) => use(new Workspace(page, app))
});

const REFUSED = /the server responded with a status of 4\d\d/;
const NAUTRENI = 'Nautrēnu darbīgā kopiena (Nautrēnu pagasts)';

/** What the workspace offers to each sample person. */
const OFFERED = [
	[/Kopienas koordinators/, ['Kopienas lapa', 'Kopienas plāns', 'Pievienot pasākumu', 'Uzaicināt cilvēkus']],
	[/Kopienas dalībnieks/, ['Kopienas lapa', 'Kopienas plāns', 'Cilvēki un lomas']],
	[
		/PKC darbinieks\s· Vidzemes/,
		['Izskatīt reģistrētās kopienas', 'Pierakstīt apzināšanu', 'Izmaiņu žurnāls']
	],
	[/Plānošanas reģiona/, ['Karte']],
	[/civilās aizsardzības/, ['Kopienu soļi', 'Karte']],
	[/Valsts līmeņa/, ['Pārvaldība', 'Izmaiņu žurnāls']]
] as const;

for (const [person, links] of OFFERED) {
	test(`the workspace of ${String(person)} offers what the role can do`, async ({
		account,
		app,
		page,
		workspace
	}) => {
		await account.chooseSample(person);
		await page.getByRole('navigation', { name: 'Konts' }).getByRole('link', { name: 'Darba vieta' }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Darba vieta' })).toBeVisible();
		await expect(workspace.main).toContainText(person);
		for (const name of links) await expect(workspace.main.getByRole('link', { name })).toBeVisible();
		await app.expectAccessible();
	});
}

test('who has no role yet is told how to begin', async ({ account, app, workspace }) => {
	await account.actAs(freshAddress('karlis'));
	await app.open('/workspace');
	await expect(workspace.main).toContainText('Jums vēl nav nevienas lomas');
	await expect(workspace.main.getByRole('link', { name: 'Reģistrēt kopienu' })).toBeVisible();
});

test('with roles in several regions one switches in the header, and the workspace follows', async ({
	account,
	app,
	baseURL,
	browser,
	page,
	workspace
}) => {
	const email = freshAddress('laura');
	await account.actAsSample(/Valsts līmeņa/);
	const laura = await somebodyElse(browser, baseURL);
	const theirs = new Workspace(laura.page, laura.app);
	for (const region of ['Kurzemes plānošanas reģions', 'Zemgales plānošanas reģions']) {
		const link = await workspace.invite('pkc', region);
		await theirs.accept(link, laura.account, email);
		await expect(theirs.main).toContainText(`PKC darbinieks · ${region}`);
	}
	await expect(theirs.main).toContainText('Jums ir vairākas lomas');

	const chosen = laura.page.getByRole('combobox', { name: 'Darbojos kā' });
	await expect(chosen.locator('option:checked')).toHaveText(/Zemgales/);
	await chosen.selectOption({ label: 'PKC darbinieks · Kurzemes plānošanas reģions' });
	await laura.page.getByRole('button', { name: 'Mainīt' }).click();
	await expect(laura.page).toHaveURL(/\/workspace/);
	await expect(theirs.main).toContainText('PKC darbinieks · Kurzemes');
	await laura.app.expectAccessible();
	await laura.app.open('/workspace/log');
	await expect(laura.page.getByLabel('Reģions').locator('option:checked')).toHaveText(/Kurzemes/);
	await expect(laura.page.getByLabel('Reģions').getByRole('option')).toHaveCount(3);
	await laura.page.setViewportSize({ width: 320, height: 640 });
	await laura.app.expectNoSidewaysScroll();

	// National staff see the new colleague, and end one of the roles.
	await app.open('/workspace/people?scope=zemgale');
	const card = workspace.main.getByRole('listitem').filter({ hasText: 'Vārds nav norādīts' });
	await card.getByText('Noņemt lomu').click();
	await app.expectAccessible();
	await card.getByRole('button', { name: 'Jā, noņemt' }).click();
	await expect(page.getByRole('status')).toContainText('Loma ir noņemta');
	await laura.app.open('/workspace');
	await expect(laura.page.getByRole('banner')).not.toContainText('Zemgales');
	await laura.leave();
});

test('a coordinator sees who is in the community; the last one stays', async ({
	account,
	app,
	baseURL,
	browser,
	page,
	workspace
}) => {
	app.expectedErrors.push(REFUSED);
	await account.actAsSample(/Kopienas koordinators/);
	const email = freshAddress('maija');
	const link = await workspace.invite('member', NAUTRENI);
	const maija = await somebodyElse(browser, baseURL);
	const name = `Maija ${crypto.randomUUID().slice(0, 6)}`;
	await maija.account.actAs(email);
	await maija.app.open('/account');
	await maija.page.getByLabel('Vārds, kādu redz citi').fill(name);
	await maija.page.getByRole('button', { name: 'Saglabāt', exact: true }).click();
	await expect(maija.page.getByRole('status')).toContainText('Saglabāts');
	await new Workspace(maija.page, maija.app).accept(link, maija.account, email);

	await app.open('/workspace/people');
	const people = page.getByRole('region', { name: NAUTRENI }).getByRole('listitem');
	await expect(people.filter({ hasText: name })).toContainText('Kopienas dalībnieks');
	const own = people.filter({ hasText: '(jūs)' });
	await own.getByText('Atteikties no lomas').click();
	await own.getByRole('button', { name: 'Jā, atteikties' }).click();
	await expect(page.getByRole('region', { name: 'Vēl jāizlabo' })).toContainText('vienīgais koordinators');

	// Those of the same community see each other, but end only their own role.
	await maija.app.open('/workspace/people');
	await expect(maija.page.getByText('Paraugs coordinator.nautreni')).toBeVisible();
	await expect(maija.page.getByText('Noņemt lomu')).toHaveCount(0);
	await maija.page.getByText('Atteikties no lomas').click();
	await maija.page.getByRole('button', { name: 'Jā, atteikties' }).click();
	await expect(maija.page.getByRole('status')).toContainText('Loma ir noņemta');
	await expect(maija.page.getByRole('main')).toContainText('lomas nav redzamas');
	await maija.leave();
});

test('the log tells in sentences who did what, by page and by kind', async ({
	account,
	app,
	page,
	workspace
}) => {
	await account.actAsSample(/PKC darbinieks · Latgales/);
	for (let i = 0; i < 2; i++) {
		const link = await workspace.invite('mentor', NAUTRENI, { note: 'žurnālam' });
		expect(link).toMatch(/^\/invite\//);
	}
	await app.open('/workspace/log');
	const entries = page.getByRole('region', { name: 'Jaunākie ieraksti' }).getByRole('listitem');
	await expect(
		entries
			.filter({
				hasText:
					'Paraugs pkc.latgale (PKC darbinieks) uzaicināja kādu lomai “Kopienas mentors · Nautrēnu darbīgā kopiena”'
			})
			.first()
	).toBeVisible();
	await page.getByLabel('Kas mainīts').selectOption({ label: 'Uzaicinājumi' });
	await page.getByRole('button', { name: 'Rādīt' }).click();
	await expect(page).toHaveURL(/table=invitations/);
	await expect(entries.first()).toContainText(/uzaicinājum|uzaicināja|saiti/);
	await expect(entries.filter({ hasText: 'pievienoja pasākumu' })).toHaveCount(0);

	await page.getByLabel('Kas mainīts').selectOption({ label: 'Organizācijas' });
	await page.getByRole('button', { name: 'Rādīt' }).click();
	await expect(workspace.main).not.toContainText('Vidzemes PKC');
});

test('the log has pages, and is not for everybody', async ({ account, app, baseURL, browser, page }) => {
	app.expectedErrors.push(REFUSED);
	await account.actAsSample(/Valsts līmeņa/);
	await app.open('/workspace/log');
	const newest = await page
		.getByRole('listitem')
		.filter({ has: page.locator('time') })
		.first()
		.innerText();
	// Enough was written when the database was filled.
	await page.getByRole('link', { name: 'Vecāki ieraksti' }).click();
	await expect(page.getByRole('heading', { level: 2, name: 'Vecāki ieraksti' })).toBeVisible();
	await expect(
		page
			.getByRole('listitem')
			.filter({ has: page.locator('time') })
			.first()
	).not.toHaveText(newest);
	await page.getByRole('link', { name: 'Uz jaunākajiem' }).click();
	await expect(page.getByRole('heading', { level: 2, name: 'Jaunākie ieraksti' })).toBeVisible();
	await expect(page.getByLabel('Reģions').getByRole('option')).toHaveCount(6);

	const other = await somebodyElse(browser, baseURL);
	await other.account.actAsSample(/Kopienas koordinators/);
	expect(await other.app.open('/workspace/log')).toBe(403);
	await expect(other.page.getByRole('main')).toContainText('Šī lapa nav jums');
	await other.leave();
});

test('the pages are accessible and fit, in every language', async ({ account, workspace }) => {
	test.slow();
	await account.actAsSample(/PKC darbinieks · Vidzemes/);
	for (const path of ['/workspace', '/workspace/people', '/workspace/log?table=memberships'])
		await workspace.expectGoodInAllLanguages(path);
});

test.describe('with a mandate', () => {
	const HIDDEN = ['Pieklususi', 'Apzināts, kopienu neatradām', 'Vēl nav apzināts'];

	/** Words of the statuses in the table of what lies inside. */
	async function statusesInside(page: Page): Promise<Set<string>> {
		const cells = await page
			.locator('section[aria-labelledby="units"] tbody td:nth-of-type(2)')
			.allInnerTexts();
		return new Set(cells.map((text) => text.trim()));
	}

	test('the page of a place in the border zone shows all five states, and says so', async ({
		account,
		app,
		baseURL,
		browser,
		page
	}) => {
		await account.actAsSample(/Plānošanas reģiona/);
		await app.open('/territory/latgale');
		await expect(page.getByText('Jūs redzat vairāk nekā sabiedrība')).toBeVisible();
		const seen = await statusesInside(page);
		expect(HIDDEN.some((word) => seen.has(word))).toBe(true);
		expect(seen).not.toContain('Ziņu vēl nav');
		await app.expectAccessible();
		const response = await page.request.get('/territory/latgale');
		expect(response.headers()['cache-control']).toBe('private, no-store');

		const visitor = await somebodyElse(browser, baseURL);
		await visitor.app.open('/territory/latgale');
		const shown = await statusesInside(visitor.page);
		expect(shown).toContain('Ziņu vēl nav');
		for (const word of HIDDEN) expect(shown).not.toContain(word);
		await expect(visitor.page.getByText('Jūs redzat vairāk')).toHaveCount(0);
		await visitor.leave();
	});

	test('map, card and table show them', async ({ account, app, page }) => {
		await account.actAsSample(/civilās aizsardzības/);
		const map = new MapPage(page);
		await app.open('/map?municipality=0043000');
		await expect(page.getByText('Jūs redzat vairāk nekā sabiedrība')).toBeVisible();
		const drawn = await map.classesInPicture();
		expect(drawn.no_news).toBeGreaterThan(0);
		expect((drawn.dormant ?? 0) + (drawn.inactive ?? 0) + (drawn.not_surveyed ?? 0)).toBeGreaterThan(0);
		await expect(map.table.locator('tbody')).not.toContainText('Ziņu vēl nav');
		await map.expectInteractive();
		expect(await map.classesOnMap()).toEqual(drawn);

		await app.open('/map?municipality=0043000&place=0043410');
		await expect(map.card).toContainText('Publiski par šo vietu rādām mazāk');
		await expect(map.card).not.toContainText('Ziņu vēl nav');
		await app.expectAccessible();

		const own = await page.request.get('/map/picture.svg?region=latgale&mandated');
		expect(own.headers()['cache-control']).toBe('private, no-store');
	});

	test('outside the mandate the border zone stays as the public sees it', async ({ account, app, page }) => {
		await account.actAsSample(/PKC darbinieks · Vidzemes/);
		const map = new MapPage(page);
		await app.open('/map?municipality=0043000');
		await expect(map.table.locator('tbody')).toContainText('Ziņu vēl nav');
		for (const word of HIDDEN) await expect(map.table.locator('tbody')).not.toContainText(word);
		await app.open('/territory/0043000');
		await expect(page.getByText('Jūs redzat vairāk')).toHaveCount(0);
	});

	test('a visitor who asks for the mandated picture gets the public one', async ({ page }) => {
		const [asked, open] = await Promise.all([
			page.request.get('/map/picture.svg?region=latgale&mandated'),
			page.request.get('/map/picture.svg?region=latgale')
		]);
		expect(await asked.text()).toBe(await open.text());
	});
});
