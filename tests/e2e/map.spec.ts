import { MapPage } from './drivers/map.ts';
import { expect, test } from './fixtures.ts';

const MERDZENE = '0037510';
/** A point of Vidzeme; no sign is near. */
const IN_VIDZEME = [25.95, 57.35] as const;

test.describe('the map with script', () => {
	test('MapLibre takes over the drawn picture and paints the same classes', async ({ app, page }) => {
		const map = new MapPage(page);
		await app.open('/map');
		const drawn = await map.classesInPicture();
		expect(Object.values(drawn).reduce((sum, count) => sum + count, 0)).toBe(592);
		expect(drawn.emerging).toBe(10);
		await map.expectInteractive();
		expect(await map.classesOnMap()).toEqual(drawn);
		await expect(map.picture).toBeHidden();
	});

	test('the legend counts what the map paints', async ({ app, page }) => {
		const map = new MapPage(page);
		await app.open('/map');
		const drawn = await map.classesInPicture();
		await expect(map.legend.getByRole('listitem').filter({ hasText: 'Ir, ar ko sākt' })).toContainText(
			String(drawn.emerging)
		);
		await expect(map.legend.getByRole('listitem').filter({ hasText: 'Vēl nav apzināts' })).toContainText(
			String(drawn.not_surveyed)
		);
	});

	test('a place is found without diacritics and its card opens', async ({ app, page }) => {
		const map = new MapPage(page);
		await app.open('/map?status=emerging');
		await map.search.click();
		await map.search.pressSequentially('merdzene');
		const option = page.getByRole('option', { name: /Mērdzenes pagasts/ });
		await expect(option).toBeVisible();
		await app.expectAccessible();
		await option.click();
		await expect(map.card.getByRole('heading', { level: 2 })).toHaveText('Mērdzenes pagasts');
		expect(map.query()).toBe(`?status=emerging&place=${MERDZENE}`);
	});

	test('namesakes are told apart by their municipality', async ({ app, page }) => {
		const map = new MapPage(page);
		await app.open('/map');
		await map.search.click();
		await map.search.pressSequentially('salas pagasts');
		await expect(page.getByRole('option', { name: /Salas pagasts.*Jēkabpils novads/ })).toBeVisible();
		await expect(page.getByRole('option', { name: /Salas pagasts.*Mārupes novads/ })).toBeVisible();
	});

	test('a click on the map opens the card, Back closes it and gives the map its state back', async ({
		app,
		page
	}) => {
		const map = new MapPage(page);
		await app.open('/map');
		await map.expectInteractive();
		await map.pointAt(...IN_VIDZEME);
		await expect.poll(() => map.outlines('hover', ...IN_VIDZEME)).toBe(true);
		await map.clickAt(...IN_VIDZEME);
		await expect(map.card).toBeVisible();
		expect(map.query()).toMatch(/^\?place=\d{7}$/);
		await expect.poll(() => map.outlines('selected', ...IN_VIDZEME)).toBe(true);
		await page.goBack();
		await expect(map.card).toBeHidden();
		expect(map.query()).toBe('');
		await expect(map.outlined('selected')).toHaveAttribute('d', '');
		await page.goForward();
		await expect(map.card).toBeVisible();
		// The camera goes to a place that was not chosen on the map, and its outline goes along.
		await expect.poll(async () => (await map.inspect()).zoom).toBeGreaterThan(8);
		await expect.poll(() => map.outlines('selected', ...IN_VIDZEME)).toBe(true);
	});

	test('a filter shows its places in table and address, and a shared link opens the same state', async ({
		app,
		page,
		context
	}) => {
		const map = new MapPage(page);
		await app.open('/map');
		await map.legend.getByRole('link', { name: /Ir, ar ko sākt/ }).click();
		await expect(page).toHaveURL(/\?status=emerging$/);
		await expect(map.table.locator('tbody tr')).toHaveCount(10);
		await map.chooseLevel('municipality');
		await expect(page).toHaveURL(/level=municipality/);
		const shared = await context.newPage();
		await shared.goto(page.url());
		const other = new MapPage(shared);
		expect(other.query()).toBe(map.query());
		await expect(other.table.locator('tbody tr')).toHaveCount(await map.table.locator('tbody tr').count());

		// No resource centre lies in Kurzeme.
		await shared.goto('/map?region=kurzeme');
		await expect(other.legend).toContainText('nav zināms neviens');
		await other.expectInteractive();
		expect((await other.inspect()).signs).toBe(0);
		// The zone that protects has its name on days before it held, too.
		await shared.goto('/map?zone=eastern-border&asOf=2024-06-01');
		await expect(shared.getByRole('combobox', { name: 'Zona' }).first()).toHaveValue('eastern-border');
		const sheet = await page.request.get('/map/export.svg?zone=eastern-border&asOf=2024-06-01');
		expect(await sheet.text()).toContain('Tikai: Austrumu pierobeža');
	});

	test('as of an earlier day the map shows what was known then', async ({ app, page }) => {
		const map = new MapPage(page);
		await app.open('/map?asOf=2024-12-30');
		expect((await map.classesInPicture()).emerging).toBeUndefined();
		await app.open('/map?asOf=2025-01-15');
		expect((await map.classesInPicture()).emerging).toBeGreaterThan(10);
		await expect(map.legend).toContainText('2025. gada 15. janvāris');
	});

	test('municipalities and regions are painted by share, with as many areas as there are', async ({
		app,
		page
	}) => {
		const map = new MapPage(page);
		for (const [level, count] of [
			['municipality', 42],
			['region', 5]
		] as const) {
			await app.open(`/map?level=${level}`);
			await map.expectInteractive();
			const painted = await map.classesOnMap();
			expect(Object.values(painted).reduce((sum, each) => sum + each, 0)).toBe(count);
			expect(painted).toEqual(await map.classesInPicture());
		}
	});

	test('everything can be done with the keyboard alone', async ({ app, page }) => {
		const map = new MapPage(page);
		await app.open('/map');
		await map.expectInteractive();
		await map.stage.focus();
		await page.keyboard.press('ArrowRight');
		await expect(map.stage).toHaveAttribute('data-focused', /.+/);
		const first = await map.stage.getAttribute('data-focused');
		await page.keyboard.press('ArrowRight');
		await expect(map.stage).not.toHaveAttribute('data-focused', first ?? '');
		const focused = await map.stage.getAttribute('data-focused');
		await page.keyboard.press('Enter');
		await expect(map.card).toBeVisible();
		expect(map.query()).toBe(`?place=${focused ?? ''}`);
		await expect(map.card.getByRole('heading', { level: 2 })).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(map.card).toBeHidden();
		await expect(map.stage).toBeFocused();
	});

	test('a chosen place is announced once, politely', async ({ app, page }) => {
		const map = new MapPage(page);
		await app.open('/map');
		await map.legend.getByRole('link', { name: /Ir, ar ko sākt/ }).click();
		await expect(page.getByRole('status').filter({ hasText: '10' })).toHaveCount(1);
	});

	test('on a phone the card is a sheet over the map that opens and closes', async ({ app, page }) => {
		const map = new MapPage(page);
		await page.setViewportSize({ width: 360, height: 740 });
		await app.open(`/map?status=emerging&place=${MERDZENE}`);
		await expect(map.card).toBeInViewport();
		const peek = await map.card.boundingBox();
		await map.card.getByRole('button', { name: 'Rādīt vairāk' }).click();
		await expect
			.poll(async () => (await map.card.boundingBox())?.height ?? 0)
			.toBeGreaterThan(peek?.height ?? 0);
		await app.expectAccessible();
		await map.card.getByRole('link', { name: 'Aizvērt' }).click();
		await expect(map.card).toBeHidden();
	});

	test('an unreadable topology file costs the interaction only, and the page says so', async ({
		app,
		page
	}) => {
		const map = new MapPage(page);
		app.expectedErrors.push(/.*/);
		await page.route('**/geo/units.topo.json*', (route) => route.fulfill({ body: '{"type":"Topo' }));
		await app.open('/map?status=emerging');
		await expect(page.getByRole('status').filter({ hasText: /karti/i }).first()).toBeVisible();
		await expect(map.picture).toBeVisible();
		await expect(map.table.locator('tbody tr')).toHaveCount(10);
		await app.expectAccessible();
	});
});

test.describe('the map without script', () => {
	test.use({ javaScriptEnabled: false });

	test('picture, legend, table, filters and card work', async ({ page }) => {
		const map = new MapPage(page);
		await page.goto('/map');
		await expect(map.picture).toBeVisible();
		await expect(map.table.locator('tbody tr')).toHaveCount(592);
		await page.getByRole('combobox', { name: 'Reģions' }).selectOption('latgale');
		await page.getByRole('button', { name: 'Rādīt' }).last().click();
		await expect(page).toHaveURL(/region=latgale/);
		const rows = await map.table.locator('tbody tr').count();
		expect(rows).toBeGreaterThan(100);
		expect(rows).toBeLessThan(200);
		await page.goto(`/map?place=${MERDZENE}`);
		await expect(map.card).toContainText('Mērdzenes pagasts');
	});

	test('the place search answers with a page', async ({ page }) => {
		await page.goto('/map');
		await page.locator('#map-search').fill('salas pagasts');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/search\?q=salas/);
		await expect(page.getByRole('link', { name: /Salas pagasts.*Mārupes novads/ })).toBeVisible();
	});
});

test('on paper the map is the drawn picture with legend and table, without controls', async ({
	app,
	page
}) => {
	const map = new MapPage(page);
	// Many columns on the width of A4.
	await app.open('/map?layer=population&second=minority-share&region=latgale');
	await map.expectInteractive();
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({ width: 718, height: 1000 });
	await expect(map.picture).toBeVisible();
	await expect(map.stage).toBeHidden();
	await expect(map.legend).toBeVisible();
	await expect(map.table).toBeVisible();
	expect(await map.brokenNumbers()).toEqual([]);
	await expect(page.getByRole('navigation').first()).toBeHidden();
	await expect(page.locator('#map-search')).toBeHidden();
	const pdf = await page.pdf({ format: 'A4' });
	expect(pdf.byteLength).toBeGreaterThan(20_000);
});

test.describe('bad addresses', () => {
	test('a day that is none opens today with a clear notice', async ({ app, page }) => {
		expect(await app.open('/map?status=emerging&asOf=31-31-2026')).toBe(200);
		await expect(page.getByText('31-31-2026')).toBeVisible();
		await expect(page).toHaveURL(/\/map\?status=emerging$/);
		await app.expectAccessible();
	});

	test('a day in the future opens today with a clear notice', async ({ app, page }) => {
		expect(await app.open('/map?asOf=2999-01-01')).toBe(200);
		await expect(page.getByText('2999', { exact: false }).first()).toBeVisible();
	});

	test('unknown filter values are dropped and the address is corrected', async ({ app, page }) => {
		await app.open('/map?status=foo&region=latgale&level=galaxy');
		expect(new MapPage(page).query()).toBe('?region=latgale');
	});

	test('an unknown code is a 404 page with the nearest names', async ({ app, page }) => {
		app.expectedErrors.push(/404/);
		expect(await app.open('/territory/0042201')).toBe(404);
		await expect(page.getByRole('link', { name: /Preiļi/ })).toBeVisible();
		await app.expectAccessible();
	});

	test('an address that does not exist is a 404 page with a way out', async ({ app, page }) => {
		app.expectedErrors.push(/404/);
		expect(await app.open('/nothing/here', 'ru')).toBe(404);
		await expect(page.getByRole('link', { name: /карт/i }).first()).toBeVisible();
		await app.expectAccessible();
	});
});
