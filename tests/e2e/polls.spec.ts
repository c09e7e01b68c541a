import { AccountPages } from './drivers/account.ts';
import { ROUNDS } from './drivers/assessments.ts';
import { Polls, POLLS } from './drivers/polls.ts';
import { readQrOf } from './drivers/qr-reader.ts';
import { somebodyElse, Workspace, type Somebody } from './drivers/workspace.ts';
import { expect, test as base } from './fixtures.ts';

/** The status of a refused form or page is an error of the network in the eyes of the browser. */
const REFUSED = /the server responded with a status of 4\d\d/;
const UNREACHABLE = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource|Failed to fetch/;
const COORDINATOR = /Kopienas koordinators · Nautrēnu/;
const MEMBER = /Kopienas dalībnieks/;

interface Neighbour extends Somebody {
	polls: Polls;
}

const test = base.extend<{ account: AccountPages; polls: Polls; neighbour: Neighbour }>({
	account: async ({ page, app }, use) => use(new AccountPages(page, app)),
	/** The polls of a community, for its coordinator. */
	polls: async ({ page, app, account }, use) => {
		await account.actAsSample(COORDINATOR);
		await use(new Polls(page, app));
	},
	/** Somebody with a phone and without an account. */
	neighbour: async ({ browser, baseURL }, use) => {
		const somebody = await somebodyElse(browser, baseURL);
		await somebody.page.setViewportSize({ width: 320, height: 640 });
		await use({ ...somebody, polls: new Polls(somebody.page, somebody.app) });
		await somebody.leave();
	}
});

test('a poll from its beginning by link and paper to its result, hidden at nine and shown at ten', async ({
	app,
	neighbour,
	page,
	polls
}) => {
	test.slow();
	await app.open(ROUNDS);
	await page.getByRole('link', { name: 'Mājsaimniecību aptauja' }).click();
	await expect(page).toHaveURL(new RegExp(`${POLLS}$`));
	await app.expectAccessible();
	const { id, link } = await polls.start();
	await app.expectAccessible();
	await app.expectNoSidewaysScroll();
	const path = new URL(await readQrOf(polls.newLink.getByRole('img')));
	expect(path.pathname + path.hash).toBe(link);

	// Two homes by link.
	const theirs = neighbour.polls;
	const asked: string[] = [];
	neighbour.page.on('request', (request) => asked.push(request.url()));
	await theirs.open(link);
	await expect(theirs.main).toContainText('Nautrēnu darbīgā kopiena');
	await neighbour.app.expectAccessible();
	await neighbour.app.expectNoSidewaysScroll();
	await theirs.page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
	await expect(theirs.main.getByRole('status')).toContainText('vismaz uz vienu jautājumu');
	await theirs.question(0).getByLabel('Vienu vai divas dienas').check();
	await theirs.question(1).getByLabel('Nav').check();
	await theirs.page.getByRole('button', { name: 'Nosūtīt atbildes' }).dblclick();
	await expect(theirs.page.getByRole('heading', { level: 1 })).toHaveText('Paldies!');
	await expect(theirs.page.getByRole('heading', { level: 1 })).toBeFocused();
	await neighbour.app.expectAccessible();
	await theirs.page.reload();
	await expect(theirs.main).toContainText('jau ir nosūtīta');
	await theirs.page.getByRole('button', { name: 'Atbild cita māja' }).click();
	await expect(theirs.question(0).getByLabel('Izlaist')).toBeChecked();
	await theirs.question(0).getByLabel('Trīs dienas vai ilgāk').check();
	await theirs.page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
	await expect(theirs.main).toContainText('Jūsu mājas atbildes ir saskaitītas');
	expect(asked.filter((url) => url.includes(link.split('#')[1] ?? '') && !url.includes('#'))).toEqual([]);

	// Seven from paper, by keys alone; then the eighth.
	await app.open(POLLS);
	await expect(polls.card(id)).toHaveAttribute('data-ballots', '2');
	await polls.card(id).getByRole('link', { name: 'Ierakstīt no papīra' }).click();
	await app.expectAccessible();
	for (let n = 3; n <= 9; n++) {
		await expect(polls.question(0).getByRole('radio').last()).toBeFocused();
		await page.keyboard.press('3');
		await page.keyboard.press('1');
		await page.keyboard.press('0');
		await expect(polls.question(3).getByRole('radio').last()).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(polls.main.getByRole('status')).toHaveAttribute('data-ballots', String(n));
		await expect(polls.question(0).getByRole('radio').last()).toBeChecked();
	}
	await expect(polls.main.getByRole('status')).toContainText('Tagad anketu ir 9');
	await app.open(POLLS);
	await expect(polls.card(id).locator('[data-hidden]')).toContainText('kad aptauja būs slēgta');
	await app.open(`${POLLS}/${id}/enter`);
	await page.keyboard.press('3');
	await page.keyboard.press('Backspace');
	await expect(polls.question(0).getByRole('radio').nth(2)).toBeFocused();
	await page.keyboard.press('1');
	await page.keyboard.press('Enter');
	await expect(polls.main.getByRole('status')).toHaveAttribute('data-ballots', '10');

	await app.open(POLLS);
	await expect(polls.card(id).locator('[data-hidden]')).toBeVisible();
	await polls.close(id);
	await expect(polls.main.getByRole('status')).toContainText('Aptauja ir slēgta');
	const water = polls.card(id).locator('[data-question="0"]');
	await expect(water.getByRole('caption')).toHaveText('Atbildēja 10 no 10');
	await expect(water.getByRole('row', { name: /Trīs dienas/ }).getByRole('cell')).toHaveText([
		...['8', '80\u00a0%']
	]);
	await expect(water.getByRole('row', { name: /Mazāk/ }).getByRole('cell').first()).toHaveText('1');
	// Of the second question there are eight answers.
	await expect(polls.card(id).locator('[data-question="1"]')).toContainText('mazāk nekā 10 mājas');
	await app.expectAccessible();
	await page.setViewportSize({ width: 320, height: 640 });
	await app.expectNoSidewaysScroll();

	await theirs.page.reload();
	await theirs.page.getByRole('button', { name: 'Atbild cita māja' }).click();
	await expect(theirs.main.getByRole('status')).toContainText('jau ir slēgta');
	await neighbour.app.expectAccessible();
});

test('with nine ballots a closed poll shows no answers, and says why', async ({ polls }) => {
	const { id, link } = await polls.start();
	await polls.cast(link, 9);
	await polls.close(id);
	await expect(polls.card(id).locator('[data-hidden]')).toContainText('vajag vismaz 10');
	await expect(polls.card(id).getByRole('table')).toHaveCount(0);
});

test('members see polls and begin none; others do not learn of them', async ({
	account,
	app,
	page,
	polls
}) => {
	app.expectedErrors.push(REFUSED);
	const { id } = await polls.start();
	await page.context().clearCookies();
	await account.actAsSample(MEMBER);
	expect(await app.open(POLLS)).toBe(200);
	await expect(polls.card(id)).toContainText('Atvērta');
	await expect(page.getByRole('button', { name: 'Sākt aptauju' })).toHaveCount(0);
	await expect(polls.card(id).getByRole('link')).toHaveCount(0);
	expect(await app.open(`${POLLS}/${id}/enter`)).toBe(403);
	expect(await app.open(`${POLLS}/${id}/sheets`)).toBe(403);
	await page.context().clearCookies();
	await account.actAsSample(/civilās aizsardzības/i);
	for (const path of [POLLS, `${POLLS}/${id}/enter`, `${POLLS}/${id}/sheets`])
		expect(await app.open(path)).toBe(404);
});

test('a form that is refused names the field, and keeps every word', async ({
	account,
	app,
	page,
	polls
}) => {
	app.expectedErrors.push(REFUSED);
	await app.open(POLLS);
	await page.getByLabel('1. jautājuma atbildes').fill('Tikai viena');
	await page.getByLabel('2. jautājums').fill('Zvaniet 29123456?');
	await page.getByRole('button', { name: 'Sākt aptauju' }).click();
	await account.expectRefused('2. jautājums', /tālruņa numurs/);
	await expect(page.getByLabel('1. jautājuma atbildes')).toHaveValue('Tikai viena');
	await page.getByLabel('2. jautājums').fill('Vai zināt, kam zvanīt?');
	await page.getByRole('button', { name: 'Sākt aptauju' }).click();
	await account.expectRefused('1. jautājuma atbildes', /nav pareizi/);
	await app.expectAccessible();
	await page.getByLabel('1. jautājuma atbildes').fill('Jā\nNē');
	await page.getByRole('button', { name: 'Sākt aptauju' }).click();
	await expect(polls.newLink).toBeVisible();
	await expect(polls.main).toContainText('Vai zināt, kam zvanīt?');
});

test('without a connection answers stay on the phone, in every language, and count once it is back', async ({
	neighbour,
	polls
}) => {
	const { id, link } = await polls.start();
	const theirs = neighbour.polls;
	neighbour.app.expectedErrors.push(UNREACHABLE);
	await theirs.open(link);
	await theirs.question(4).getByLabel('Nezinu').check();
	await neighbour.page.context().setOffline(true);
	await theirs.page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
	await expect(theirs.main.getByRole('status')).toContainText('Atbildes nav pazudušas');
	await neighbour.page.context().setOffline(false);
	// The language changes; link and answers stay.
	await theirs.page.getByRole('link', { name: 'Русский' }).click();
	await expect(theirs.page.locator('html')).toHaveAttribute('lang', 'ru');
	await expect(theirs.question(4).getByLabel('Nezinu')).toBeChecked();
	await neighbour.app.expectAccessible();
	await theirs.page.getByRole('button', { name: 'Отправить ответы' }).click();
	await expect(theirs.page.getByRole('heading', { level: 1 })).toHaveText('Спасибо!');
	await polls.app.open(POLLS);
	await expect(polls.card(id)).toHaveAttribute('data-ballots', '1');
});

test('a ballot from paper that does not reach the server stays on the screen', async ({
	app,
	context,
	page,
	polls
}) => {
	app.expectedErrors.push(UNREACHABLE);
	const { id } = await polls.start();
	await app.open(`${POLLS}/${id}/enter`);
	await context.setOffline(true);
	await page.keyboard.press('2');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText('Nav saglabāts');
	await expect(polls.question(0).getByRole('radio').nth(1)).toBeChecked();
	await context.setOffline(false);
	await page.getByRole('button', { name: 'Saglabāt un nākamā' }).click();
	await expect(polls.main.getByRole('status')).toHaveAttribute('data-ballots', '1');
});

test('a link that is none is said to be, in every language', async ({ neighbour }) => {
	const { app, page, polls } = neighbour;
	app.expectedErrors.push(REFUSED);
	await polls.open('/poll');
	await expect(polls.main.getByRole('status')).toContainText('nav derīga');
	await polls.open(`/poll#${'a'.repeat(43)}`, 'en');
	await expect(polls.main.getByRole('status')).toContainText('not valid');
	await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
	await new Workspace(page, app).expectGoodInAllLanguages('/poll');
});

test('the poster has the code and strips to tear off, on one page; the ballot has every question', async ({
	browserName,
	context,
	page,
	polls
}) => {
	const { id, link } = await polls.start();
	const opened = context.waitForEvent('page');
	await polls.newLink.getByRole('button', { name: /Plakāts un anketas/ }).click();
	const sheets = await opened;
	await expect(sheets.locator('[data-poster]')).toBeVisible();
	// In no address, and so in no log and no history.
	expect(sheets.url()).not.toContain(link.split('#')[1]);
	await expect(sheets.locator('[data-poster] .strips li')).toHaveCount(5);
	await expect(sheets.locator('[data-ballot] ol > li')).toHaveCount(7);
	await expect(sheets.locator('[data-ballot]')).toContainText('Nerakstiet vārdu un adresi');
	for (const nth of [0, 3]) {
		await sheets.emulateMedia({ media: 'print' });
		const code = await readQrOf(sheets.locator('[data-poster] svg').nth(nth));
		expect(code.endsWith(link)).toBe(true);
	}
	await sheets.emulateMedia({ media: null });
	if (browserName === 'chromium') {
		const pdf = (await sheets.pdf({ preferCSSPageSize: true })).toString('latin1');
		expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
	}
	await sheets.close();

	const good = new Workspace(page, polls.app);
	await good.expectGoodInAllLanguages(`${POLLS}/${id}/sheets`);
	await good.expectGoodInAllLanguages(`${POLLS}/${id}/enter`);
	await good.expectGoodInAllLanguages(POLLS);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('a poll begins, its poster is shown, and ballots are entered', async ({ context, page, polls }) => {
		await page.goto(POLLS);
		const id = await page.locator('form[action="?/start"] input[name="id"]').inputValue();
		await page.getByRole('button', { name: 'Sākt aptauju' }).click();
		const link = (await polls.newLink.locator('.address').innerText()).trim();
		const opened = context.waitForEvent('page');
		await polls.newLink.getByRole('button', { name: /Plakāts un anketas/ }).click();
		await expect((await opened).locator('[data-poster]')).toBeVisible();

		await page.goto(`${POLLS}/${id}/sheets`);
		await page.getByLabel('Aptaujas saite').fill(link);
		await page.getByRole('button', { name: 'Rādīt plakātu' }).click();
		await expect(page.locator('[data-poster]')).toBeVisible();

		await page.goto(`${POLLS}/${id}/enter`);
		await polls.question(0).getByRole('radio').first().check();
		await page.getByRole('button', { name: 'Saglabāt un nākamā' }).click();
		await expect(polls.main.getByRole('status')).toContainText('Tagad anketu ir 1');
		await page.goto('/poll');
		await expect(page.locator('noscript p')).toBeVisible();
		await expect(page.locator('noscript p')).toContainText('palūdziet papīra anketu');
	});
});
