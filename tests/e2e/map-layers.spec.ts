import { AccountPages } from './drivers/account.ts';
import { MapPage } from './drivers/map.ts';
import { expect, test } from './fixtures.ts';

const ETHNICITY = 'Mazākumtautību daļa';
const sum = (counts: Record<string, number> = {}) =>
	Object.values(counts).reduce((total, count) => total + count, 0);

test('another layer repaints the map: picture, map and legend count alike, and no boundaries are sent again', async ({
	app,
	page
}) => {
	const map = new MapPage(page);
	await app.open('/map');
	await map.expectInteractive();
	const boundaries: string[] = [];
	page.on('request', (request) => {
		if (request.url().includes('/geo/')) boundaries.push(request.url());
	});

	const stateCities = 7;
	await expect.poll(async () => (await map.inspect()).numbers).toBe(stateCities);

	await map.chooseLayer(ETHNICITY);
	await expect(page).toHaveURL(/[?&]layer=minority-share/);
	await expect(map.legend).toContainText('Par atsevišķu cilvēku');
	const legend = await map.classesInLegend();
	expect(sum(legend)).toBe(592);
	expect(legend.no_data, 'some parishes have no value').toBeGreaterThan(0);
	await expect.poll(async () => (await map.inspect()).classes).toEqual(legend);
	const { patterns, fills, signs, numbers } = await map.inspect();
	// “No data” and values of a larger unit are told apart from the rest without colour.
	expect(patterns?.hatch).toBe(legend.no_data);
	expect(patterns?.lines).toBe((await map.patternsInLegend()).lines);
	expect(patterns?.lines).toBeGreaterThan(100);
	expect(Object.keys(fills ?? {})).toHaveLength(Object.keys(legend).length);
	expect(signs, 'no points about activity over a map of ethnicity').toBe(0);
	expect(numbers, 'no numbers of communities either').toBe(0);
	await expect.poll(() => map.classesInPicture()).toEqual(legend);

	// Legend and map point at each other: an area at its class, a class at its areas.
	const text = await map.table.locator('tr[data-code="0002000"] td').nth(1).textContent();
	const share = Number.parseFloat(text?.replace(',', '.') ?? '');
	await map.pointAt(26.53, 55.88);
	await expect(map.legend.locator('.highlighted')).toHaveAttribute(
		'data-class',
		`c${1 + [10, 25, 50, 75].filter((limit) => share > limit).length}`
	);
	const most = map.legend.locator('[data-class=c5]').getByRole('link');
	await most.focus();
	const inFull = async () => (await map.inspect()).faded?.false;
	await expect.poll(inFull).toBe(legend.c5);
	await most.blur();
	await expect.poll(inFull).toBe(592);

	await most.click();
	await expect(page).toHaveURL(/class=c5/);
	await expect.poll(() => map.classesInLegend()).toEqual({ c5: legend.c5 });
	await expect(map.table.locator('tbody tr')).toHaveCount(legend.c5 ?? 0);

	await map.chooseSecond('Austrumu pierobeža');
	await expect(page).toHaveURL(/second=zone-eastern-border/);
	await expect.poll(async () => (await map.inspect()).hasOutline).toBe(true);
	await map.chooseLayer('Iedzīvotāju skaits');
	await expect(map.legend).toContainText('Iedzīvotāju skaits');
	await expect.poll(async () => (await map.inspect()).classes).toEqual(await map.classesInLegend());
	await map.chooseLayer('Kopienu aktivitāte');
	await expect.poll(async () => (await map.inspect()).numbers).toBe(stateCities);
	expect(boundaries).toEqual([]);
});

test('how far municipalities are on the way to five communities, over a time that one chooses', async ({
	app,
	page
}) => {
	const map = new MapPage(page);
	await app.open('/map?level=municipality&region=latgale');
	await map.expectInteractive();
	await map.chooseLayer('Kopienas, par kurām ir ziņas');
	await expect(map.legend).toContainText('5 kopienas katrā pašvaldībā');
	expect(sum(await map.classesInLegend())).toBe(9);
	await expect(map.table).toContainText('Ceļā uz 5 kopienām');

	await map.table.locator('tr[data-code="0042000"] td').first().click();
	await expect(map.card).toContainText(/\d+ no 5/);
	await app.expectAccessible();

	await map.picker.getByRole('combobox', { name: 'Par kādu laiku' }).selectOption('12');
	await expect(page).toHaveURL(/layer=active-communities&window=12/);
	await expect(map.legend).toContainText('pēdējā gada laikā');
	await expect(map.legend).not.toContainText('5 kopienas katrā pašvaldībā');
	await map.chooseLayer('Iedzīvotāju skaits');
	await expect(page).toHaveURL(/layer=population&level/);
});

test('nobody without a mandate gets activity and ethnicity together, by no address', async ({
	app,
	page
}) => {
	const map = new MapPage(page);
	const notice = page.getByRole('status').filter({ hasText: 'tikai tie, kam ir pilnvara' });
	for (const layer of ['plan-done', 'activity-minority']) {
		await app.open(`/map?layer=${layer}&region=latgale`);
		await expect(notice).toBeVisible();
		await expect(page).toHaveURL(/\/map\?region=latgale$/);
	}
	expect(Object.keys(await map.classesInPicture())).toContain('emerging');

	await app.open('/map?second=minority-share&region=latgale');
	await expect(page.getByRole('status').filter({ hasText: 'Otrais slānis ir noņemts' })).toBeVisible();
	expect(await page.content()).not.toContain('data-over');

	// Neither the page nor its data say anything of activity beside ethnicity, whatever is asked for.
	for (const query of ['', '&status=emerging', '&sort=-communities', '&second=resource-centres']) {
		const data = await page.request.get(`/map/__data.json?layer=minority-share&region=latgale${query}`);
		const text = await data.text();
		expect(text, query).toContain('minority-share');
		for (const word of ['emerging', 'dormant', 'vienošanās', 'resursu centrs']) {
			expect(text, `${word} with ${query}`).not.toContain(word);
		}
	}
	const picture = await page.request.get('/map/picture.svg?mandated&layer=activity-minority');
	expect(await picture.text()).not.toContain('unknown-most');
});

test('people with a mandate see activity and ethnicity together, as far as it reaches', async ({
	app,
	page
}) => {
	const map = new MapPage(page);
	await new AccountPages(page, app).actAsSample(/PKC darbinieks\s· Latgales/);
	await app.open('/map?layer=activity-minority');
	await expect(page.getByText('tikai savā teritorijā')).toBeVisible();
	const legend = await map.classesInLegend();
	// The parishes and towns of Latgale and its state cities, which have no single status.
	expect(sum(legend)).toBeGreaterThan(100);
	expect(sum(legend)).toBeLessThan(200);
	expect(legend['unknown-most'], 'border parishes that nobody has asked').toBeGreaterThan(0);
	await expect(map.legend.getByRole('table')).toBeVisible();
	expect(await map.classesInPicture()).toMatchObject({ 'unknown-most': legend['unknown-most'] });

	// How communities do is a matter of today, and of three communities or more.
	await app.open('/map?layer=plan-done&level=municipality&asOf=2025-01-01');
	await expect(page).toHaveURL(/[?]layer=plan-done&level=municipality$/);
	await expect(map.legend.locator('[data-class=few]')).toContainText('Maz datu');

	await app.open('/map?second=minority-share');
	await map.expectInteractive();
	const { bars } = await map.patternsInLegend();
	expect(bars).toBeGreaterThan(10);
	expect((await map.inspect()).over?.bars).toBe(bars);
	// A short table: axe needs a minute for 592 rows.
	await app.open('/map?layer=activity-minority&municipality=0037000');
	await app.expectAccessible();
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('layers are chosen by a form, classes filtered by links, own limits typed in', async ({ page }) => {
		const map = new MapPage(page);
		await page.goto('/map');
		await map.chooseLayer(ETHNICITY);
		await map.picker.getByRole('button', { name: 'Rādīt' }).click();
		await expect(page).toHaveURL(/layer=minority-share/);
		expect(await map.classesInPicture()).toEqual(await map.classesInLegend());
		await map.chooseSecond('zone-eastern-border');
		await map.typeLimits('30; 70,5');
		await map.picker.getByRole('button', { name: 'Rādīt' }).click();
		await expect(page).toHaveURL(/limits=30,70\.5/);
		await expect(map.legend).toContainText('30,1–70,5');
		await expect(map.picture.locator('[data-outline]')).toBeVisible();
		await map.legend.locator('[data-class=c3]').getByRole('link').click();
		await expect(map.table.locator('tbody tr')).toHaveCount((await map.classesInLegend()).c3 ?? 0);
	});
});
