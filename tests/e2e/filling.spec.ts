import { AccountPages } from './drivers/account.ts';
import { App } from './drivers/app.ts';
import { Assessments, QUICK } from './drivers/assessments.ts';
import { freshName } from './drivers/communities.ts';
import { FillingPages } from './drivers/filling.ts';
import { Paper } from './drivers/paper.ts';
import { readQrOf } from './drivers/qr-reader.ts';
import { somebodyElse, Workspace } from './drivers/workspace.ts';
import { expect, test as base } from './fixtures.ts';
import { LOCALES } from './matrix.ts';

/** The status of a refused request is an error of the network in the eyes of the browser. */
const REFUSED = /the server responded with a status of 4\d\d/;
const UNREACHABLE = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource/;
const COORDINATOR = /Kopienas koordinators · Nautrēnu/;
const MEMBER = /Kopienas dalībnieks/;
const [first = '', second = '', third = ''] = QUICK;

const test = base.extend<{ account: AccountPages; assessments: Assessments; filling: FillingPages }>({
	account: async ({ page, app }, use) => use(new AccountPages(page, app)),
	assessments: async ({ page, app }, use) => use(new Assessments(page, app)),
	filling: async ({ page, app }, use) => use(new FillingPages(page, app))
});

/** A round that the coordinator has just begun. */
async function begin(
	{ account, assessments }: { account: AccountPages; assessments: Assessments },
	mode: 'individual' | 'together' = 'together'
): Promise<string> {
	await account.actAsSample(COORDINATOR);
	return assessments.start(`Aizpilde ${freshName()}`, mode);
}

/** The answers that the server has, by item. */
const told = (filling: FillingPages, round: string): Promise<Record<string, unknown>> =>
	new Paper(filling.page, filling.app).answers(round);

test('the first question is there before the script, and what is answered meanwhile is kept', async ({
	account,
	app,
	assessments,
	filling,
	page
}) => {
	const round = await begin({ account, assessments });
	let arrive = (): void => undefined;
	const script = new Promise<void>((resolve) => (arrive = resolve));
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		await script;
		await route.continue();
	});
	await page.goto(`/assess/round?assessment=${round}`, { waitUntil: 'commit' });
	await filling.choice(first, 2).check();
	await filling.writeNote(first, 'Ir saraksts.');
	await expect(page.locator('[data-early="true"]')).toBeVisible();

	arrive();
	await filling.expectReady();
	await expect(filling.choice(first, 2)).toBeChecked();
	await filling.expectState('sent');
	expect(await told(filling, round)).toEqual({ [first]: 2 });
	await app.open(page.url());
	await filling.expectReady();
	await expect(filling.note(first)).toHaveValue('Ir saraksts.');
});

test('a day without a connection: answered, reloaded, the tab killed, and all of it arrives', async ({
	account,
	app,
	assessments,
	context,
	filling,
	page
}) => {
	test.slow();
	app.expectedErrors.push(UNREACHABLE);
	const round = await begin({ account, assessments });
	await page.getByRole('link', { name: 'Aizpildīt', exact: true }).click();
	await filling.expectReady();
	await filling.answer(first, 1);
	await filling.expectState('sent');
	await filling.expectOffline();
	const address = page.url();

	await context.setOffline(true);
	await filling.answer(first, 2);
	await filling.expectState('waiting');
	await page.reload();
	await filling.expectReady();
	await filling.goTo(first);
	await expect(filling.choice(first, 2)).toBeChecked();
	await filling.answer(second, 3);
	await filling.answer(third, 'dk');
	await filling.expectState('waiting');

	// The tab dies; another one goes on with the same.
	const again = await context.newPage();
	await page.close();
	const there = new FillingPages(again, app);
	await again.goto(address);
	await there.expectReady();
	await there.goTo(second);
	await expect(there.choice(second, 3)).toBeChecked();
	await context.setOffline(false);
	await there.expectState('sent');
	expect(await told(there, round)).toEqual({ [first]: 2, [second]: 3, [third]: 'dk' });
	await again.goto('/assess');
	await expect(again.locator(`[data-round="${round}"]`)).toContainText('Nosūtīts');
});

test('evidence, day, note and a dissenting view go along with an answer', async ({
	account,
	app,
	assessments,
	filling,
	page
}) => {
	const round = await begin({ account, assessments });
	await filling.open(round);
	await filling.answer(first, 2);
	const item = page.locator(`fieldset#item-${first.replace('.', '-')}`);
	await item.getByText('Pierādījums un piezīme').click();
	await item.getByLabel('Uz ko balstās atbilde?').selectOption('2');
	await item.getByLabel('Uz kuru dienu tas attiecas?').fill('2026-03-01');
	await item.getByLabel('Piezīme').fill('Izmēģināts pavasarī');
	await item.getByLabel(/^Kāds domā citādi/).fill('Daži šaubās');
	await app.expectAccessible();
	await filling.expectState('sent');
	const response = await page.request.get(`/api/assessments/${round}/answers`);
	const { answers } = (await response.json()) as { answers: { item: string }[] };
	expect(answers.find((answer) => answer.item === first)).toMatchObject({
		...{ value: 2, evidence: 2, as_of: '2026-03-01' },
		...{ note: 'Izmēģināts pavasarī', dissent: 'Daži šaubās' }
	});
});

test('what two devices say differently is set side by side, and somebody chooses', async ({
	account,
	app,
	assessments,
	baseURL,
	browser,
	filling
}) => {
	test.slow();
	app.expectedErrors.push(UNREACHABLE);
	const round = await begin({ account, assessments });
	await filling.open(round);
	await filling.goTo(first);

	const member = await somebodyElse(browser, baseURL);
	await member.account.actAsSample(MEMBER);
	const theirs = new FillingPages(member.page, member.app);
	await theirs.open(round);
	await filling.page.context().setOffline(true);
	await filling.choice(first, 1).check();
	await filling.expectState('waiting');
	await theirs.answer(first, 3);
	await theirs.expectState('sent');
	await member.leave();

	await filling.page.context().setOffline(false);
	await expect(filling.conflict(first)).toBeVisible({ timeout: 20_000 });
	await expect(filling.conflict(first).getByRole('listitem')).toHaveCount(2);
	await filling.expectState('attention');
	expect(await told(filling, round)).toEqual({ [first]: 3 });
	await app.expectAccessible();
	await filling.conflict(first).getByRole('button', { name: 'Paturēt šo: Jūsu' }).click();
	await expect(filling.conflict(first)).toBeHidden();
	await filling.expectState('sent');
	expect(await told(filling, round)).toEqual({ [first]: 1 });
});

test('a session that ends while somebody writes loses nothing', async ({
	account,
	app,
	assessments,
	context,
	filling,
	page
}) => {
	test.slow();
	app.expectedErrors.push(REFUSED);
	const round = await begin({ account, assessments });
	await filling.open(round);
	await context.clearCookies();
	await filling.answer(first, 2);
	await expect(page.getByRole('alert')).toContainText('Jūs vairs neesat iegājis', { timeout: 20_000 });
	await filling.expectState('attention');
	await filling.answer(second, 1);

	// In a tab of its own; this one goes on.
	const other = await context.newPage();
	const there = new AccountPages(other, new App(other));
	await there.actAsSample(COORDINATOR);
	await other.close();
	await page.getByRole('button', { name: 'Sūtīt tagad' }).click();
	await filling.expectState('sent');
	expect(await told(filling, round)).toEqual({ [first]: 2, [second]: 1 });
});

test('on a shared device nothing of somebody who has signed out is shown', async ({
	account,
	assessments,
	filling,
	page
}) => {
	const round = await begin({ account, assessments });
	await filling.open(round);
	await filling.answer(first, 2);
	await filling.expectState('sent');
	const address = page.url();
	await page.goto('/sign-out');
	await page.getByRole('button', { name: 'Iziet šajā ierīcē' }).click();
	await expect(page).toHaveURL(/\/sign-out\?done/);
	await page.goto('/assess');
	await expect(page.locator('[data-ready="true"]')).toBeVisible();
	await expect(page.locator(`[data-round="${round}"]`)).toHaveCount(0);
	await page.goto(address);
	await expect(page.getByRole('main')).toContainText('šāda pašnovērtējuma jums nav');
});

test('somebody joins by the QR code of a link, answers alone, is done, and takes it all back', async ({
	account,
	app,
	assessments,
	baseURL,
	browser,
	page
}) => {
	test.slow();
	const round = await begin({ account, assessments }, 'individual');
	await page.getByRole('button', { name: 'Izveidot saiti' }).click();
	const panel = page.getByRole('region', { name: 'Saite ir gatava' });
	const link = new URL(await readQrOf(panel.getByRole('img'))).hash.slice(1);

	const guest = await somebodyElse(browser, baseURL);
	const there = new FillingPages(guest.page, guest.app);
	await guest.page.setViewportSize({ width: 320, height: 640 });
	await there.openLink(link);
	await expect(guest.page.getByRole('main')).toContainText('neredz neviens');
	await guest.app.expectAccessible();
	await guest.app.expectNoSidewaysScroll();
	await there.join('Kaimiņš');
	await there.answer(first, 1);
	await there.expectState('sent');

	// A second scan on the same device goes on with the same.
	await there.openLink(link);
	await guest.page.getByRole('link', { name: 'Turpināt' }).click();
	await there.expectReady();
	await there.goTo(first);
	await expect(there.choice(first, 1)).toBeChecked();
	await there.goToEnd();
	await guest.page.getByRole('button', { name: 'Atzīmēt kā pabeigtu' }).click();
	await expect(guest.page.getByRole('status').filter({ hasText: 'Paldies!' })).toBeVisible();
	await guest.app.expectAccessible();
	await app.open(`/assessments/${round}`);
	await expect(page.getByRole('main')).toContainText('Pievienojušies: 1. Pabeiguši: 1.');
	await expect(page.getByRole('main')).not.toContainText('Kaimiņš');

	await guest.page.locator('summary').filter({ hasText: 'Aiziet un dzēst manas atbildes' }).click();
	await guest.page.getByRole('button', { name: 'Jā, dzēst visu' }).click();
	await expect(guest.page.getByRole('status').filter({ hasText: 'Jūsu atbildes ir dzēstas' })).toBeVisible();
	await expect(guest.page.locator('[data-round]')).toHaveCount(0);
	await page.reload();
	await expect(page.getByRole('main')).toContainText('Pievienojušies: 0.');
	await guest.leave();
});

test('a link that is revoked or unknown says what to do', async ({
	account,
	app,
	assessments,
	filling,
	page
}) => {
	app.expectedErrors.push(REFUSED);
	await begin({ account, assessments }, 'individual');
	await page.getByRole('button', { name: 'Izveidot saiti' }).click();
	const panel = page.getByRole('region', { name: 'Saite ir gatava' });
	const link = /\/join#([\w-]{43})/.exec(await panel.innerText())?.[1] ?? '';
	await assessments.askAndDo('Atsaukt saiti', 'Jā, atsaukt');
	await filling.openLink(link);
	await expect(page.getByRole('main')).toContainText('Šī saite ir atsaukta');
	await page.goto('/');
	await filling.openLink('x'.repeat(43));
	await expect(page.getByRole('main')).toContainText('palūdziet koordinatoram jaunu saiti');
});

test('the pages are accessible and fit, in every language', async ({
	account,
	app,
	assessments,
	filling,
	page
}) => {
	test.slow();
	const round = await begin({ account, assessments });
	await filling.open(round);
	const { pathname, search } = new URL(page.url());
	for (const step of ['', '&step=result']) {
		for (const locale of LOCALES) {
			await page.setViewportSize({ width: 320, height: 640 });
			await app.open(`${pathname}${search}${step}`, locale);
			await filling.expectReady();
			await app.expectAccessible();
			await app.expectNoSidewaysScroll();
		}
	}
	await new Workspace(page, app).expectGoodInAllLanguages('/join');
});
