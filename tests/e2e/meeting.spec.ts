import { AccountPages } from './drivers/account.ts';
import { Assessments, QUICK } from './drivers/assessments.ts';
import { freshName } from './drivers/communities.ts';
import { Meeting, Respondent } from './drivers/meeting.ts';
import { somebodyElse, Workspace, type Somebody } from './drivers/workspace.ts';
import { expect, test as base } from './fixtures.ts';

/** The status of a refused form or page is an error of the network in the eyes of the browser. */
const REFUSED = /the server responded with a status of 4\d\d/;
const OFFLINE = /ERR_INTERNET_DISCONNECTED/;
const COORDINATOR = /Kopienas koordinators · Nautrēnu/;
/** Seen differently, all the same, close to each other, nobody is sure. */
const [APART = '', SAME = '', CLOSE = '', UNSURE = ''] = QUICK;
const NAMES = ['Vilma Paraugule', 'Jānis Paraugietis', 'Anna Paraugmeita'];
const SAID: Record<string, number | 'dk'>[] = [
	{ [APART]: 0, [SAME]: 2, [CLOSE]: 1, [UNSURE]: 'dk' },
	{ [APART]: 3, [SAME]: 2, [CLOSE]: 2, [UNSURE]: 2 },
	{ [APART]: 3, [SAME]: 2, [CLOSE]: 2, [UNSURE]: 2 }
];

const test = base.extend<{ assessments: Assessments; meeting: Meeting }>({
	assessments: async ({ page, app }, use) => use(new Assessments(page, app)),
	/** A meeting that has just been opened, after three people have answered on phones of their own. */
	meeting: async ({ page, app, browser, baseURL, assessments }, use) => {
		await new AccountPages(page, app).actAsSample(COORDINATOR);
		const id = await assessments.start(`Sanāksme ${freshName()}`, 'individual');
		await page.getByRole('button', { name: 'Izveidot saiti' }).click();
		const shown = await page.getByRole('region', { name: 'Saite ir gatava' }).innerText();
		const link = /\/join#([\w-]{43})/.exec(shown)?.[1] ?? '';
		const people: Somebody[] = [];
		for (const [n, values] of SAID.entries()) {
			const somebody = await somebodyElse(browser, baseURL);
			people.push(somebody);
			await new Respondent(somebody.page).answer(link, NAMES[n] ?? '', values);
		}
		await app.open(`/assessments/${id}`);
		await assessments.askAndDo('Atvērt sanāksmi', 'Jā, atvērt sanāksmi');
		await use(new Meeting(page, app, id));
		for (const somebody of people) await somebody.leave();
	}
});

test('talks about what is seen differently, records what is agreed, and names nobody', async ({
	meeting,
	assessments,
	app,
	page
}) => {
	test.slow();
	await page.getByRole('link', { name: 'Sanāksmes ekrāns' }).click();
	await expect(meeting.main.getByRole('heading', { level: 1 })).toHaveText('Sanāksme');
	await meeting.expectReady();
	await expect(meeting.main).toContainText('Vienojušies: 0 no');
	await expect(meeting.line(APART)).toHaveAttribute('data-standing', 'differ');
	await expect(meeting.line(UNSURE)).toHaveAttribute('data-standing', 'differ');
	await expect(meeting.line(SAME)).toHaveCount(0);
	await expect(meeting.line(CLOSE)).toHaveCount(0);
	await expect(meeting.main.getByRole('region', { name: 'Kā trūkst pie galda?' })).toContainText(
		'Paskatieties'
	);
	await app.expectAccessible();

	// Three people are dots and no statistic.
	await meeting.line(APART).getByRole('link').click();
	await expect(meeting.item(APART)).toBeFocused();
	await expect(meeting.choice('0')).toHaveAttribute('data-count', '1');
	await expect(meeting.choice('3')).toHaveAttribute('data-count', '2');
	await expect(meeting.choice('3').locator('.dot')).toHaveCount(2);
	await expect(meeting.main.locator('[data-median]')).toHaveAttribute('data-median', 'none');
	await app.expectAccessible();

	await meeting.dissent.fill('Daži to redz citādi');
	await meeting.item(APART).focus();
	await page.keyboard.press('2');
	await expect(meeting.choice('2').getByRole('radio')).toBeChecked();
	await page.keyboard.press('Enter');
	await expect(page).not.toHaveURL(new RegExp(`item=${APART}(&|$)`));
	await expect(page).toHaveURL(/item=/);
	await expect(meeting.main.getByRole('status').filter({ hasText: `${APART} pierakstīts` })).toBeVisible();
	await meeting.expectSent();
	expect(await meeting.told(APART)).toMatchObject({ value: 2, dissent: 'Daži to redz citādi', revision: 1 });

	// Back and forth by the arrows.
	const here = page.url();
	await page.keyboard.press('ArrowLeft');
	await expect(page).not.toHaveURL(here);
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL(here);

	// What all said alike goes in one step; what was only close does not.
	await page.getByRole('link', { name: 'Uz pārskatu' }).click();
	await expect(meeting.line(APART)).toHaveAttribute('data-agreed', 'true');
	await assessments.askAndDo('Pieņemt to, ko visi teica vienādi', 'Jā, pierakstīt');
	await expect(meeting.main).toContainText('Vienojušies: 2 no');
	await meeting.expectSent();
	expect(await meeting.told(SAME)).toMatchObject({ value: 2, revision: 1 });
	expect(await meeting.told(CLOSE)).toBeUndefined();
	await page.getByRole('link', { name: 'Rādīt visus jautājumus' }).click();
	await expect(meeting.line(CLOSE)).toHaveAttribute('data-standing', 'close');

	for (const query of ['', `?item=${APART}`, '?show=all']) {
		await meeting.open(query);
		const everything = await page.content();
		for (const name of NAMES) expect(everything).not.toContain(name);
		await expect(meeting.main).not.toContainText(/Paraugs/);
	}
});

test('shows side by side what somebody else recorded meanwhile', async ({
	meeting,
	assessments,
	app,
	page
}) => {
	await meeting.open(`?item=${APART}`);
	await assessments.write(meeting.id, { [APART]: 1 }, 0, { note: 'No citas ierīces' });
	await meeting.choice('3').getByRole('radio').check();
	await meeting.record();
	await page.getByRole('link', { name: 'Uz pārskatu' }).click();
	await expect(meeting.line(APART)).toContainText('divas atšķirīgas atbildes');
	await meeting.line(APART).getByRole('link').click();
	const versions = meeting.main.locator(`[data-conflict="${APART}"]`);
	await expect(versions).toContainText('No citas ierīces');
	await expect(versions).toContainText('Pierakstīts šeit');
	await app.expectAccessible();
	expect(await meeting.told(APART)).toMatchObject({ value: 1, revision: 1 });
	await page.getByRole('button', { name: 'Paturēt šo: Pierakstīts šeit' }).click();
	await meeting.expectSent();
	await expect.poll(() => meeting.told(APART)).toMatchObject({ value: 3, revision: 2 });
});

test('goes on without a connection and sends later', async ({ meeting, app, page, context }) => {
	app.expectedErrors.push(OFFLINE);
	await meeting.open(`?item=${APART}`);
	await context.setOffline(true);
	await meeting.choice('2').getByRole('radio').check();
	await meeting.record();
	await expect(page).not.toHaveURL(new RegExp(`item=${APART}(&|$)`));
	await expect(meeting.main).toContainText('Saglabāts šajā ierīcē, gaida nosūtīšanu: 1');
	await meeting.choice('1').getByRole('radio').check();
	await meeting.record();
	await expect(meeting.main).toContainText('gaida nosūtīšanu: 2');
	await context.setOffline(false);
	await meeting.expectSent();
	expect(await meeting.told(APART)).toMatchObject({ value: 2 });
});

test('what is typed stays while one looks at another item', async ({ meeting, page }) => {
	await meeting.open(`?item=${APART}`);
	await meeting.dissent.fill('Vēl runājam');
	await page.locator('a[rel="next"]').click();
	await expect(meeting.item(APART)).toHaveCount(0);
	await page.locator('a[rel="prev"]').click();
	await expect(meeting.dissent).toHaveValue('Vēl runājam');
	await expect(meeting.main).toContainText('Vēl nav pierakstīts');
});

test('is accessible and fits, in every language', async ({ meeting, app, page }) => {
	test.slow();
	const pages = new Workspace(page, app);
	await pages.expectGoodInAllLanguages(`${meeting.path}?show=all`);
	await pages.expectGoodInAllLanguages(`${meeting.path}?item=${APART}`);
});

test('is for those who see the round, and only while the meeting is on', async ({
	page,
	app,
	assessments,
	browser,
	baseURL
}) => {
	await new AccountPages(page, app).actAsSample(COORDINATOR);
	const id = await assessments.start(`Sanāksme ${freshName()}`, 'individual');
	await app.open(`/assessments/${id}/meeting`);
	await expect(page).toHaveURL(new RegExp(`/assessments/${id}$`));
	const outsider = await somebodyElse(browser, baseURL);
	await outsider.account.actAsSample(/PKC darbinieks · Vidzemes/);
	expect(await outsider.app.open(`/assessments/${id}/meeting`)).toBe(404);
	await outsider.leave();
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('an answer is agreed on, refused with a reason, and never overwritten', async ({
		meeting,
		assessments,
		app,
		page
	}) => {
		app.expectedErrors.push(REFUSED);
		await app.open(`${meeting.path}?item=${APART}`);
		await meeting.record();
		await expect(page.getByRole('region', { name: 'Vēl jāizlabo' })).toContainText('Mūsu kopīgā atbilde');
		await meeting.choice('2').getByRole('radio').check();
		await meeting.dissent.fill('Zvanīt 29123456');
		await meeting.record();
		await expect(page.getByRole('region', { name: 'Vēl jāizlabo' })).toContainText('tālruņa numurs');
		await expect(meeting.choice('2').getByRole('radio')).toBeChecked();
		await meeting.dissent.fill('Daži domā citādi');
		await assessments.write(meeting.id, { [APART]: 1 });
		await meeting.record();
		await expect(meeting.main.getByRole('region', { name: 'Tagad pierakstīts' })).toBeVisible();
		await expect(meeting.dissent).toHaveValue('Daži domā citādi');
		expect(await meeting.told(APART)).toMatchObject({ value: 1, revision: 1 });
		await meeting.record();
		await expect(page).toHaveURL(/item=.*done=agreed$/);
		expect(await meeting.told(APART)).toMatchObject({ value: 2, dissent: 'Daži domā citādi', revision: 2 });

		await app.open(meeting.path);
		await assessments.askAndDo('Pieņemt to, ko visi teica vienādi', 'Jā, pierakstīt');
		await expect(page).toHaveURL(/done=accepted$/);
		expect(await meeting.told(SAME)).toMatchObject({ value: 2, revision: 1 });
		await expect(meeting.main).toContainText('Vienojušies: 2 no');
	});
});
