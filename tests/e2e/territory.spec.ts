import { expect, test } from './fixtures.ts';

test('from the start page to a parish: search, status with its reason, way back', async ({ app, page }) => {
	await app.open('/');
	const search = page.getByRole('combobox').first();
	await search.click();
	await search.pressSequentially('nautrenu');
	await page.getByRole('option', { name: /Nautrēnu pagasts/ }).click();
	await expect(page).toHaveURL(/\/territory\/0043560$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Nautrēnu pagasts/);
	await expect(page.getByText('Ir, ar ko sākt').first()).toBeVisible();
	await expect(page.getByText('2025. gada 29. oktobr').first()).toBeVisible();
	await expect(page.getByText('Nautrēnu darbīgā kopiena').first()).toBeVisible();
	await page.getByRole('link', { name: 'Rēzeknes novads' }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Rēzeknes novads/);
});

test('who types before the script has come still gets suggestions', async ({ page }) => {
	let goOn = (): void => undefined;
	const held = new Promise<void>((resolve) => (goOn = resolve));
	await page.route('**/_app/**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto('/', { waitUntil: 'commit' });
	await page.locator('input[name="q"]').first().click();
	await page.keyboard.type('merdzene');
	goOn();
	await expect(page.getByRole('option', { name: /Mērdzenes pagasts/ })).toBeVisible();
});

test('the national picture counts every parish and town once', async ({ app, page }) => {
	await app.open('/');
	const counts = await page.getByRole('table').first().locator('tbody tr td:first-of-type').allInnerTexts();
	expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(592 - 7);
});

/** What the public does not see of a place inside the eastern border zone. */
const HIDDEN = ['Pieklususi', 'Apzināts, kopienu neatradām'];

test('inside the eastern border zone the public sees three states only', async ({ app, page }) => {
	await app.open('/territory/latgale');
	const text = await page.locator('main').innerText();
	for (const hidden of HIDDEN) expect(text).not.toContain(hidden);
	await app.open('/map?region=latgale');
	const table = page.locator('table tbody').last();
	await expect(table).toContainText('Ziņu vēl nav');
	for (const hidden of HIDDEN) await expect(table).not.toContainText(hidden);
});

test('a page of a place prints with its sources', async ({ app, page }) => {
	await app.open('/territory/0042200');
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByText('Iniciatīva “Darbīgās kopienas” Latgalē').first()).toBeVisible();
	await expect(page.locator('header').first()).toBeHidden();
});

test('language changes keep the page', async ({ app, page }) => {
	await app.open('/territory/0042200');
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page).toHaveURL(/\/en\/territory\/0042200$/);
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await page.getByRole('link', { name: 'Русский' }).click();
	await expect(page).toHaveURL(/\/ru\/territory\/0042200$/);
});

test('answers carry the security headers', async ({ page }) => {
	const response = await page.request.get('/map');
	const headers = response.headers();
	const policy = headers['content-security-policy'] ?? '';
	expect(policy).toMatch(/script-src 'self' 'nonce-/);
	expect(policy.match(/script-src [^;]*/)?.[0]).not.toContain('unsafe-inline');
	expect(policy).toContain("frame-ancestors 'none'");
	expect(headers['x-content-type-options']).toBe('nosniff');
	expect(headers['referrer-policy']).toBeTruthy();
	expect(headers['permissions-policy']).toBeTruthy();
});
