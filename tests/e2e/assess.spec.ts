import { expect, test } from './fixtures.ts';
import { AssessPages } from './drivers/assess.ts';

const PHONE = { width: 360, height: 740 };

test.describe('the private assessment', () => {
	test('quick form by keyboard on a phone, to a grade in words', async ({ app, page }) => {
		await page.setViewportSize(PHONE);
		const assess = new AssessPages(page, app);
		await assess.openStart();
		await page.locator('input[name="form"][value="quick"]').focus();
		await page.keyboard.press('Enter');
		await assess.expectOpen();
		for (let part = 0; part < 12; part++) {
			const count = await assess.items.count();
			expect(count).toBeGreaterThan(0);
			for (let nth = 0; nth < count; nth++) {
				const first = assess.items.nth(nth).locator('input[type="radio"]').first();
				await first.focus();
				await page.keyboard.press('ArrowDown');
				await page.keyboard.press('ArrowDown');
				await expect(assess.items.nth(nth).locator('input[value="2"]')).toBeChecked();
			}
			await page.locator('nav.steps a').last().focus();
			const before = await page.locator('h1').innerText();
			await page.keyboard.press('Enter');
			await expect(page.locator('h1')).not.toHaveText(before);
		}
		await expect(assess.grade).toHaveText('Noturīga');
		await expect(page.locator('[data-lift]')).toBeVisible();
		await expect(page.locator('[data-steps] > li')).toHaveCount(5);
		await app.expectNoSidewaysScroll();
		await app.expectAccessible();
	});

	test('a domain and the result are accessible, fit 320 px and work in the dark', async ({ app, page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		await page.emulateMedia({ colorScheme: 'dark' });
		const assess = new AssessPages(page, app);
		await assess.openStart();
		await app.expectNoSidewaysScroll();
		await app.expectAccessible();
		await assess.start('full', 'ru');
		await assess.choice('1.1', 2).check();
		for (const details of await page.locator('details').all())
			await details.evaluate((element) => element.setAttribute('open', ''));
		await app.expectNoSidewaysScroll();
		await app.expectAccessible();
		await assess.goToResult('ru');
		for (const details of await page.locator('details').all())
			await details.evaluate((element) => element.setAttribute('open', ''));
		await app.expectNoSidewaysScroll();
		await app.expectAccessible();
	});

	test('answers survive a reload, another language and a crash of the tab', async ({
		app,
		page,
		context
	}) => {
		const assess = new AssessPages(page, app);
		await assess.start();
		await assess.choice('1.1', 3).check();
		await assess.expectSaved();
		await page.reload();
		await assess.expectOpen();
		await expect(assess.choice('1.1', 3)).toBeChecked();

		await page.getByRole('link', { name: 'Русский' }).click();
		await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
		await assess.expectOpen();
		await expect(assess.choice('1.1', 3)).toBeChecked();

		const again = await context.newPage();
		await page.close();
		await again.goto('/assess/private');
		await expect(again.locator('input[name="item-1-1"][value="3"]')).toBeChecked();
	});

	test('two tabs do not overwrite each other', async ({ app, page, context }) => {
		const assess = new AssessPages(page, app);
		await assess.start();
		const other = await context.newPage();
		await other.goto(page.url());
		await expect(other.locator('[data-save-state]')).toBeVisible();
		await assess.choice('1.1', 2).check();
		await expect(other.locator('input[name="item-1-1"][value="2"]')).toBeChecked();
		await other.locator('input[name="item-1-3"][value="1"]').check();
		await expect(assess.choice('1.3', 1)).toBeChecked();
		await expect(assess.choice('1.1', 2)).toBeChecked();
		await page.reload();
		await expect(assess.choice('1.1', 2)).toBeChecked();
		await expect(assess.choice('1.3', 1)).toBeChecked();
	});

	test('a page that was asleep shows what was written meanwhile', async ({ app, page, context }) => {
		const assess = new AssessPages(page, app);
		await assess.start();
		const other = await context.newPage();
		// Nobody hears of what this one writes, as when a browser keeps a page for “Back”.
		await other.addInitScript(() => (BroadcastChannel.prototype.postMessage = () => undefined));
		await other.goto(page.url());
		await other.locator('input[name="item-1-1"][value="2"]').check();
		await expect(other.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'saved');
		await expect(assess.choice('1.1', 2)).not.toBeChecked();
		await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
		await expect(assess.choice('1.1', 2)).toBeChecked();
	});

	test('a draft deleted in another tab can be kept', async ({ app, page, context }) => {
		const assess = new AssessPages(page, app);
		await assess.start();
		await assess.choice('1.1', 2).check();
		await assess.expectSaved();
		const other = await context.newPage();
		await other.goto('/assess');
		await other.getByRole('button', { name: 'Dzēst visu no šīs ierīces' }).click();
		await other.getByRole('button', { name: 'Jā, dzēst' }).click();
		await expect(other.getByRole('status').filter({ hasText: 'Izdzēsts' })).toBeVisible();
		await expect(page.getByRole('alert')).toContainText('citā cilnē');
		await page.getByRole('button', { name: 'Saglabāt vēlreiz' }).click();
		await assess.expectSaved();
		await page.reload();
		await expect(assess.choice('1.1', 2)).toBeChecked();
	});

	test('full storage: says so, loses nothing, saves again when there is room', async ({ app, page }) => {
		await page.addInitScript(() => {
			const stores = IDBObjectStore.prototype;
			const put = Reflect.get(stores, 'put') as (
				this: IDBObjectStore,
				value: unknown
			) => IDBRequest<IDBValidKey>;
			stores.put = function (value: unknown) {
				if (document.documentElement.dataset.full !== undefined)
					throw new DOMException('no room', 'QuotaExceededError');
				return put.call(this, value);
			};
		});
		const assess = new AssessPages(page, app);
		await assess.start();
		await page.evaluate(() => (document.documentElement.dataset.full = ''));
		await assess.choice('1.1', 2).check();
		await expect(page.getByRole('alert')).toContainText('vairs nav vietas');
		await assess.choice('1.3', 1).check();
		const file = JSON.parse(await assess.downloadFile()) as { answers: { item: string; value: number }[] };
		expect(file.answers.map(({ item, value }) => [item, value])).toEqual([
			['1.1', 2],
			['1.3', 1]
		]);
		// Leaving the screen would lose them, so it asks first.
		page.once('dialog', (dialog) => void dialog.dismiss());
		await page.getByRole('link', { name: 'Uz pašnovērtējuma sākumu' }).click();
		await expect(assess.choice('1.3', 1)).toBeChecked();
		await page.evaluate(() => delete document.documentElement.dataset.full);
		await page.getByRole('button', { name: 'Saglabāt vēlreiz' }).click();
		await assess.expectSaved();
		await page.reload();
		await expect(assess.choice('1.1', 2)).toBeChecked();
		await expect(assess.choice('1.3', 1)).toBeChecked();
	});

	test('a file carries everything to another device; deleting deletes', async ({
		app,
		page,
		browser,
		baseURL
	}) => {
		const assess = new AssessPages(page, app);
		await assess.start();
		await assess.choice('1.1', 2).check();
		await assess.item('1.1').locator('summary').first().click();
		await assess.item('1.1').getByLabel('Piezīme').fill('Lapa bibliotēkā');
		await assess.expectSaved();
		await assess.goToResult();
		const text = await assess.downloadFile();

		const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
		const device = await context.newPage();
		const there = new AssessPages(device, app);
		await device.goto('/assess');
		await expect(device.locator('[data-ready="true"]')).toBeVisible();
		await there.openFile('{"not": "ours"}');
		await expect(device.getByRole('status').filter({ hasText: 'nevar atvērt' })).toBeVisible();
		await there.openFile(text.replace('"item": "1.1"', '"item": "99.1"'));
		await expect(device.getByRole('status').filter({ hasText: 'nevar atvērt' })).toBeVisible();
		await there.openFile(text);
		await expect(device.locator('#domains')).toBeVisible();
		await device.goto('/assess');
		await device.getByRole('link', { name: 'Turpināt' }).click();
		await device.locator('[data-domain="vadiba"] a').click();
		await expect(there.choice('1.1', 2)).toBeChecked();
		await there.item('1.1').locator('summary').first().click();
		await expect(there.item('1.1').getByLabel('Piezīme')).toHaveValue('Lapa bibliotēkā');

		await device.goto('/assess');
		await device.getByRole('button', { name: 'Dzēst visu no šīs ierīces' }).click();
		await device.getByRole('button', { name: 'Jā, dzēst' }).click();
		await expect(device.getByRole('link', { name: 'Turpināt' })).toHaveCount(0);
		await device.reload();
		await expect(device.locator('[data-ready="true"]')).toBeVisible();
		await expect(device.getByRole('link', { name: 'Turpināt' })).toHaveCount(0);
		await context.close();
	});

	test('free text that looks personal is warned about', async ({ app, page }) => {
		const assess = new AssessPages(page, app);
		await assess.start();
		await assess.item('1.1').locator('summary').first().click();
		const note = assess.item('1.1').getByLabel('Piezīme');
		for (const text of ['Zvanīt 29123456', 'kods 010203-12345', 'a@example.org', '56.94960, 24.10520']) {
			await note.fill(text);
			await expect(note).toHaveAccessibleDescription(/Izskatās pēc tālruņa/);
		}
		await note.fill('Lapa bibliotēkā');
		await expect(note).not.toHaveAccessibleDescription(/Izskatās/);
	});

	test('not applicable counts only with its reason', async ({ app, page }) => {
		const assess = new AssessPages(page, app);
		await assess.start('full');
		await assess.choice('1.6', 'na').check();
		await expect(page.locator('label[for="progress"]')).toHaveText(/^Atbildēts 0 /);
		await assess.item('1.6').getByLabel('Kāpēc tas uz jums neattiecas?').fill('Te nav vasarnieku');
		await expect(page.locator('label[for="progress"]')).toHaveText(/^Atbildēts 1 /);
	});

	test('a place in the border zone brings its items', async ({ app, page }) => {
		const assess = new AssessPages(page, app);
		await assess.openStart();
		await page.getByRole('combobox').fill('Šķaunes');
		await page.getByRole('option', { name: /Šķaunes/ }).click();
		await expect(page.getByText('būs arī jautājumi par pierobežu')).toBeVisible();
		await page.locator('input[name="form"][value="full"]').check();
		await page.getByRole('button', { name: 'Sākt', exact: true }).click();
		await expect(page.locator('label[for="progress"]')).toHaveText('Atbildēts 0 no 73');
	});

	test('a place that is not found leads nowhere else, and no region is offered', async ({ app, page }) => {
		const assess = new AssessPages(page, app);
		await assess.openStart();
		await page.locator('input[name="form"][value="full"]').check();
		const place = page.getByRole('combobox');
		await place.fill('Vidzemes plānošanas');
		await expect(page.getByRole('option').first()).toBeVisible();
		await expect(page.getByRole('option', { name: /^Vidzemes plānošanas/ })).toHaveCount(0);
		await place.fill('Nekurienes pagasts');
		await place.press('Enter');
		await page.getByRole('button', { name: 'Meklēt' }).click();
		await expect(page).toHaveURL(/\/assess$/);
		await expect(page.locator('input[name="form"][value="full"]')).toBeChecked();
	});

	test('form, place and hazards can be changed later; answers stay', async ({ app, page }) => {
		const assess = new AssessPages(page, app);
		await assess.start();
		await assess.choice('1.1', 2).check();
		await page.getByText('Mainīt veidu, vietu vai draudus').click();
		await page.locator('input[name="form"][value="full"]').check();
		await expect(page.locator('label[for="progress"]')).toHaveText('Atbildēts 1 no 72');
		await page.getByRole('combobox').first().fill('Šķaunes');
		await page.getByRole('option', { name: /Šķaunes/ }).click();
		await expect(page.locator('label[for="progress"]')).toHaveText('Atbildēts 1 no 73');
		await page.locator('summary', { hasText: 'Kas jūsu vietai draud vairāk' }).click();
		await page.getByLabel('Plūdi').check();
		await assess.expectSaved();
		await page.reload();
		await assess.expectOpen();
		await expect(page.locator('label[for="progress"]')).toHaveText('Atbildēts 1 no 73');
		await expect(assess.choice('1.1', 2)).toBeChecked();
		await page.getByText('Mainīt veidu, vietu vai draudus').click();
		await page.locator('summary', { hasText: 'Kas jūsu vietai draud vairāk' }).click();
		await expect(page.getByLabel('Plūdi')).toBeChecked();
		await expect(page.getByText(/^Izvēlēts: Šķaunes/)).toBeVisible();
	});

	test('at 200 % zoom everything fits and the result covers no question', async ({ app, page }) => {
		// What 1280 × 900 shows at 200 %.
		await page.setViewportSize({ width: 640, height: 450 });
		const assess = new AssessPages(page, app);
		await assess.start();
		await app.expectNoSidewaysScroll();
		await expect(page.locator('[data-live-index]')).toHaveCSS('position', 'static');
		await assess.goToResult();
		await app.expectNoSidewaysScroll();
	});

	test('says how much the grade depends on the weights', async ({ app, page }) => {
		test.slow(true, 'answers every question');
		const assess = new AssessPages(page, app);
		await assess.start();
		await assess.answerAll(0);
		await page.getByText('Cik ļoti vērtējums atkarīgs no svariem?').click();
		// Nothing in place is nothing in place, whatever it weighs.
		await expect(page.locator('[data-robustness]')).toHaveText('Vārds paliek tas pats 100\u00a0% gadījumu.');
	});

	test('the method page counts an example live', async ({ app, page }) => {
		await app.open('/about/method');
		const example = page.locator('[data-example]');
		await expect(example).toHaveAttribute('data-example', 'basics');
		await example.getByLabel('Kontaktpersona un vietnieks').selectOption({ label: '2 – ir' });
		await expect(example).toHaveAttribute('data-example', 'proven');
		await example.getByLabel('Izspēle').selectOption({ label: 'Vēl nav atbildes' });
		await expect(example).toHaveAttribute('data-example', 'resilient');
	});

	test('the result prints on one A4 page, also where words are longest and nothing is in place', async ({
		app,
		page
	}) => {
		test.slow(true, 'answers every question');
		const assess = new AssessPages(page, app);
		await assess.start('quick', 'ru');
		await assess.answerAll(0);
		await expect(assess.grade).toHaveText('В начале пути');
		const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
		expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
	});

	test('an opened checklist is finished without a network', async ({ app, page, context }) => {
		test.slow(true, 'answers every question');
		const assess = new AssessPages(page, app);
		await assess.start();
		await page.evaluate(async () => {
			await navigator.serviceWorker.ready;
		});
		app.expectedErrors.push(/Failed to load resource|ERR_INTERNET_DISCONNECTED|Failed to fetch/);
		await context.setOffline(true);
		await assess.choice('1.1', 1).check();
		await assess.expectSaved();
		await page.reload();
		await assess.expectOpen();
		await expect(assess.choice('1.1', 1)).toBeChecked();
		await assess.answerAll(1);
		await expect(assess.grade).toHaveText('Ceļa sākumā');
		await page.getByRole('link', { name: 'English' }).click();
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		await expect(assess.grade).toHaveText('At the start');
		await context.setOffline(false);
	});

	test('getting ready for offline use never reloads the page', async ({ app, page }) => {
		const assess = new AssessPages(page, app);
		await assess.openStart();
		await page.evaluate(() => (document.documentElement.dataset.same = ''));
		await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
		await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
		await page.waitForLoadState('networkidle');
		await expect(page.locator('html')).toHaveAttribute('data-same', '');
	});

	test('what is kept for offline use is the checklist, names nobody and carries no map', async ({
		app,
		page
	}) => {
		const assess = new AssessPages(page, app);
		await assess.openStart();
		const kept = await page.evaluate(async () => {
			await navigator.serviceWorker.ready;
			const cache = await caches.open((await caches.keys())[0] ?? '');
			const responses = await cache.matchAll();
			return Promise.all(
				responses.map(async (response) => ({
					path: new URL(response.url).pathname,
					text: await response.text()
				}))
			);
		});
		expect(kept.filter(({ text }) => text.includes('maplibregl-'))).toEqual([]);
		expect(kept.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(900_000);
		const pages = kept.map(({ path }) => path).filter((path) => !path.startsWith('/_app/immutable/'));
		expect(pages.sort()).toEqual([
			...[
				'/assess',
				'/assess/private',
				'/assess/round',
				'/en/assess',
				'/en/assess/private',
				'/en/assess/round'
			],
			...['/en/join', '/join', '/ru/assess', '/ru/assess/private', '/ru/assess/round', '/ru/join']
		]);
	});

	test.describe('without script', () => {
		test.use({ javaScriptEnabled: false });

		test('the whole checklist is there to read and print', async ({ app, page }) => {
			await app.open('/assess');
			await expect(page.locator('article')).toHaveCount(73);
			await expect(page.locator('h2')).toHaveCount(12);
			await app.expectNoSidewaysScroll();
		});
	});
});
