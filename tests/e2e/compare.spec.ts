import { ComparePage } from './drivers/compare.ts';
import { MapPage } from './drivers/map.ts';
import { expect, test } from './fixtures.ts';

test('from the map to what was a year ago; one map is swiped over the other by keyboard', async ({
	app,
	page
}) => {
	const compare = new ComparePage(page);
	await app.open('/map?region=latgale');
	await page.getByRole('link', { name: 'Salīdzināt ar citu slāni vai laiku' }).click();
	await expect(page).toHaveURL(/\/map\/compare\?region=latgale&asOf=\d{4}-\d\d-\d\d$/);
	await expect.poll(() => compare.drawn()).toBe(2);
	await compare.side('Pirmā karte').getByLabel('Diena').fill('2025-01-15');
	await expect(page).toHaveURL(/asOf=2025-01-15/);

	await page.getByRole('link', { name: 'Vienu virs otras' }).click();
	await expect(page).toHaveURL(/view=swipe/);
	await compare.handle.focus();
	await page.keyboard.press('ArrowRight');
	await expect(compare.handle).toHaveAttribute('aria-valuetext', /51/);
	await page.keyboard.press('End');
	const seen = await compare.pictures.evaluateAll((images) =>
		images.map((image) => getComputedStyle(image).clipPath)
	);
	expect(seen).toEqual(['inset(0px 0% 0px 0px)', 'inset(0px 0px 0px 100%)']);
	await app.expectAccessible();
	await app.expectNoSidewaysScroll();
});

test('activity and ethnicity do not stand side by side; two years of one layer share their classes', async ({
	app,
	page
}) => {
	const compare = new ComparePage(page);
	await app.open('/map/compare?with.layer=minority-share');
	await expect(page.getByRole('status').filter({ hasText: 'blakus nerādām' })).toBeVisible();
	await expect(compare.side('Otrā karte').getByLabel('Krāsa')).toHaveValue('activity');
	await expect(page.locator('.maps img[src*="minority"]')).toHaveCount(0);

	await app.open('/map/compare?layer=russian-share&year=2011&with.layer=russian-share');
	const classes = async (side: 'left' | 'right') =>
		(await compare.classesOf(side)).filter((label) => /\d/.test(label));
	expect((await classes('left')).length).toBeGreaterThan(2);
	expect(await classes('left')).toEqual(await classes('right'));
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('two maps are compared by form, rows found by name, days walked by links', async ({ page }) => {
		const compare = new ComparePage(page);
		await page.goto('/map/compare?view=swipe');
		await compare.side('Otrā karte').getByLabel('Krāsa').selectOption('population');
		await page.getByRole('button', { name: 'Rādīt' }).click();
		await expect(page).toHaveURL(/with\.layer=population/);
		await expect.poll(() => compare.drawn()).toBe(2);
		await expect(compare.handle).toHaveCount(0);

		const map = new MapPage(page);
		await page.goto('/map?layer=population');
		await page.getByLabel('Vietas vai novada nosaukums').fill('merdzene');
		await page.getByRole('button', { name: 'Atlasīt', exact: true }).click();
		await expect(page).toHaveURL(/layer=population&name=merdzene/);
		await expect(map.table.locator('tbody tr')).toHaveCount(1);

		await page.goto('/map');
		await page.getByRole('link', { name: /^Agrāk:/ }).click();
		await expect(page).toHaveURL(/asOf=\d{4}-\d\d-(28|29|30|31)$/);
	});
});
