/** National staff brings figures in, takes them back, and makes zones. */
import { readFileSync } from 'node:fs';
import { AccountPages } from './drivers/account.ts';
import { freshName } from './drivers/communities.ts';
import { expect, test as base } from './fixtures.ts';

const test = base.extend<{ account: AccountPages }>({
	account: async ({ page, app }, use) => use(new AccountPages(page, app))
});

const REFUSED = /the server responded with a status of 4\d\d/;
const NATIONAL = /Valsts līmeņa darbinieks/;
const TABLE = readFileSync(new URL('../fixtures/indicators/csp-table.csv', import.meta.url));

test('a table is checked, put right, loaded and taken back', async ({ account, app, page }) => {
	app.expectedErrors.push(REFUSED);
	const name = `Paraugs: iedzīvotāji ${freshName()}`;
	await account.actAsSample(NATIONAL);
	await app.open('/admin/data');
	await page.getByLabel('Fails').setInputFiles({ name: 'ird062.csv', mimeType: 'text/csv', buffer: TABLE });
	await page.getByLabel('Ko skaitļi rāda').selectOption('Iedzīvotāju skaits');
	await page.getByRole('button', { name: 'Pārbaudīt tabulu' }).click();
	// The file is not chosen twice, whatever else was missing.
	await account.expectRefused('Avots', /Izvēlieties/);
	await expect(page.getByText('Nolasīta tabula: ird062.csv')).toBeVisible();
	await page.getByLabel('Avots', { exact: true }).selectOption('Jauns avots');
	await page.getByLabel('Avota nosaukums').fill(`Paraugs ${name}`);
	await page.getByLabel('Kas to publicējis').fill('Pārbaudes');
	await page.getByRole('button', { name: 'Pārbaudīt tabulu' }).click();
	await expect(page.getByRole('main')).toContainText('Tabulā nav kolonnas ar gadiem');
	await page.getByLabel(/^Gads/).fill('2025');
	await page.getByRole('button', { name: 'Pārbaudīt tabulu' }).click();

	const report = page.getByRole('region', { name: 'Ko no tabulas sapratām' });
	await expect(report).toContainText('Vērtību skaits: 4. Gadi: 2025.');
	await expect(report.getByRole('row').filter({ hasText: 'Ludzas novads' })).toContainText('20 900');
	await app.expectAccessible();
	await report.getByRole('button', { name: 'Ielādēt' }).click();
	await expect(page.getByRole('main')).toContainText('Dažas rindas vēl nav skaidras');
	await report.getByLabel('Zaļešjas pagasts').selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Pārbaudīt vēlreiz' }).click();
	await expect(report).toContainText('Vērtību skaits: 5. Gadi: 2025.');
	await report.getByLabel('Ielādēt pārējo').check();
	await report.getByLabel('Kā šo ielādi saukt').fill(name);
	await report.getByRole('button', { name: 'Ielādēt' }).click();
	await expect(page.getByRole('status')).toContainText(`Ielādēts: ${name}`);

	// Who counts people has counted density.
	const densities = await page.request.get('/map/export.csv?layer=population-density&level=municipality');
	expect(await densities.text()).toMatch(/^.*0037000.*\b2025\b.*\bderived\b/m);

	const entry = page.getByRole('listitem').filter({ hasText: name });
	await expect(entry).toContainText('Paraugs national');
	await entry.locator('summary').click();
	await entry.getByRole('button', { name: 'Jā, atsaukt' }).click();
	await expect(page.getByRole('status')).toContainText('Noņemto vērtību skaits: 5');
	await expect(entry).toContainText('Atsaukts');
});

test('a zone by distance and one by list are shown before they are saved; the protecting one is closed', async ({
	account,
	app,
	page
}) => {
	app.expectedErrors.push(REFUSED);
	const name = `Paraugs: robeža ${freshName()}`;
	await account.actAsSample(NATIONAL);
	await app.open('/admin/zones');
	await expect(page.getByRole('main')).toContainText('Šo zonu te labot nevar');
	await page.getByRole('link', { name: 'Jauna zona' }).click();
	await page.getByLabel('Nosaukums', { exact: true }).fill(name);
	await page.getByLabel('Kas tajā ietilpst').fill('Vietas, kas robežojas.');
	await page.getByLabel('Avots', { exact: true }).selectOption({ index: 2 });
	await page.getByLabel('pēc attāluma').check();
	await page.getByRole('button', { name: 'Parādīt zonu' }).click();
	await account.expectRefused('Attālums km', /./);
	await page.getByLabel('Attālums km').fill('0');
	await page.getByRole('button', { name: 'Parādīt zonu' }).click();
	const preview = page.getByRole('region', { name: 'Vietas šajā zonā' });
	await expect(preview).toContainText('Pagasti un pilsētas: 24');
	await expect(preview).toContainText('Pasienes pagasts');
	await app.expectAccessible();

	// Another list than the one shown is not saved unseen.
	await page.getByLabel('pēc saraksta').check();
	await page
		.locator('summary')
		.filter({ hasText: /^Ludzas novads$/ })
		.click();
	await page.getByLabel('Pasienes pagasts').check();
	await page.getByRole('button', { name: 'Saglabāt zonu' }).click();
	await expect(page.getByRole('main')).toContainText('Vietu saraksts ir mainījies');
	await expect(preview).toContainText('Pagasti un pilsētas: 1');
	await page.getByRole('button', { name: 'Saglabāt zonu' }).click();
	await expect(page.getByRole('status')).toContainText(`Zona saglabāta: ${name}`);
	const zone = page.getByRole('region', { name });
	await expect(zone).toContainText(/Spēkā no: .*Pagasti un pilsētas: 1 · /s);
	await zone.getByRole('link', { name: /Labot/ }).click();
	await expect(page.getByLabel('Pasienes pagasts')).toBeChecked();
	// Everybody can filter by it, also the list of communities; what was wrong is taken back.
	await app.open('/communities');
	await page.getByLabel('Zona').selectOption(name);
	await page.getByRole('button', { name: 'Atlasīt' }).click();
	await expect(page).toHaveURL(/[?&]zone=paraugs-robeza-/);
	await expect(page.getByRole('status')).toContainText('Nevienas tādas kopienas nezinām');
	await app.open('/admin/zones');
	await zone.locator('summary').click();
	await expect(zone).toContainText('kopā ar to pazudīs visa zona');
	await zone.getByRole('button', { name: 'Jā, noņemt' }).click();
	await expect(page.getByRole('status')).toContainText('Versija noņemta');
	await expect(page.getByRole('region', { name })).toHaveCount(0);
	expect(await app.open('/admin/zones/edit?zone=eastern-border')).toBe(403);
});

test('a smart village is entered with its source, stands on the map and is taken back', async ({
	account,
	app,
	page
}) => {
	app.expectedErrors.push(REFUSED);
	const name = `Paraugs: viedais ciems ${freshName()}`;
	await account.actAsSample(NATIONAL);
	await app.open('/admin/places');
	await page.getByLabel('Nosaukums', { exact: true }).fill(name);
	await page.getByLabel('Pagasts, pilsēta vai apkaime').selectOption('Pasienes pagasts');
	await page.getByLabel('Zināms kopš').fill('2026-01-02');
	await page.getByRole('button', { name: 'Saglabāt' }).click();
	await account.expectRefused('Avots', /Izvēlieties/);
	await expect(page.getByLabel('Nosaukums', { exact: true })).toHaveValue(name);
	await page.getByLabel('Avots', { exact: true }).selectOption({ index: 2 });
	await page.getByRole('button', { name: 'Saglabāt' }).click();
	await expect(page.getByRole('status')).toContainText('Vieta saglabāta');

	const signs = page.locator('.picture .signs use');
	await app.open('/map?second=smart-villages');
	await expect(signs).toHaveCount(1);
	await app.open('/map?second=smart-villages&asOf=2026-01-01');
	await expect(signs).toHaveCount(0);

	await app.open('/admin/places');
	const centre = page.getByRole('listitem').filter({ hasText: 'Zilupes Kopienas resursu centrs' });
	await centre.locator('summary').click();
	await centre.getByRole('button', { name: 'Jā, noņemt' }).click();
	await expect(page.getByRole('main')).toContainText('tā ir parakstījusi vienošanos');
	const village = page.getByRole('listitem').filter({ hasText: name });
	await village.locator('summary').click();
	await village.getByRole('button', { name: 'Jā, noņemt' }).click();
	await expect(page.getByRole('status')).toContainText('Vieta noņemta');
	await expect(village).toHaveCount(0);
});
