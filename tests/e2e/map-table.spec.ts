import { MapPage } from './drivers/map.ts';
import { expect, test } from './fixtures.ts';

const ETHNIC = '/map?layer=minority-share&second=none&municipality=0042000';

test('the table shows what the map shows, and is one stop of the Tab key', async ({ app, page }) => {
	const map = new MapPage(page);
	await app.open(ETHNIC);
	const rows = map.table.locator('tbody tr');
	const counted = Object.values(await map.classesInLegend()).reduce((sum, count) => sum + count, 0);
	await expect(rows).toHaveCount(counted);
	const headings = await map.table.getByRole('columnheader').allInnerTexts();
	expect(headings.slice(0, 5).map((text) => text.trim())).toEqual([
		'Vieta',
		'Novads',
		'Mazākumtautību daļa',
		'Gads',
		'Kā zināms'
	]);

	await map.table.getByRole('link', { name: 'Mazākumtautību daļa' }).click();
	await expect(page).toHaveURL(/sort=-value/);
	const values = (await rows.locator('td:nth-of-type(2)').allInnerTexts()).map((text) =>
		text === 'Nav datu' ? null : Number.parseFloat(text.replace(',', '.'))
	);
	const known = values.filter((value) => value !== null);
	expect(known).toEqual(known.toSorted((a, b) => b - a));
	expect(values.slice(0, known.length)).toEqual(known);

	// Arrows walk through the rows; each is spoken with its value.
	await rows.first().getByRole('link').focus();
	await page.keyboard.press('ArrowDown');
	const second = rows.nth(1);
	await expect(second.getByRole('link')).toBeFocused();
	await expect(second.getByRole('link')).toHaveAccessibleDescription(
		await second.locator('td').nth(1).innerText()
	);
	expect(await map.table.locator('tbody [tabindex="0"]').count()).toBe(2);
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await expect(map.card).toBeVisible();
	await expect(second).toHaveAttribute('aria-current', 'true');

	await page.getByLabel('Vietas vai novada nosaukums').fill('rožu');
	await expect(page).toHaveURL(/name=ro%C5%BEu/);
	await expect(page.getByLabel('Vietas vai novada nosaukums')).toBeFocused();
});

test('the card sets the number of the map against municipality, region and country, without activity', async ({
	app,
	page
}) => {
	const map = new MapPage(page);
	await app.open(`${ETHNIC}&place=0042200`);
	const row = map.table.locator('tr[data-code="0042200"]');
	const value = await row.locator('td').nth(1).innerText();
	await expect(map.card).toContainText(`Mazākumtautību daļa: ${value}`);
	await expect(map.card.getByRole('heading', { name: /salīdzinājums/ })).toBeVisible();
	await expect(
		map.card.getByRole('listitem').filter({ hasText: 'Latgales plānošanas reģions' })
	).toContainText(/zināmas vietas: \d+ no \d+; no tām par lielāku teritoriju: \d+; 20\d\d/);
	await expect(map.card.getByRole('figure')).toContainText(/Vērtība zināma \d+ vietām no 592/);
	await expect(map.card).toContainText('blakus datiem par tautībām nerādām');
	await expect(map.card).not.toContainText('Pasākumi');
	await app.expectAccessible();

	await map.card.getByRole('link', { name: 'Visas ziņas par šo vietu' }).click();
	const figures = page.getByRole('region', { name: /skaitļi, to gads un avots/ });
	await expect(figures).toContainText('Attālums');
	await expect(figures).not.toContainText('Mazākumtautību daļa');
});

test('the map moves through the months by keyboard', async ({ app, page }) => {
	await app.open('/map?status=emerging');
	const time = page.getByRole('slider', { name: 'Diena' });
	await time.focus();
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('ArrowLeft');
	await expect(page).toHaveURL(/asOf=\d{4}-\d\d-(28|29|30|31)/);
	await expect(time).toBeFocused();
});
