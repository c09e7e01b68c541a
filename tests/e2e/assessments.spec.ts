import { score } from '../../src/lib/scoring/score.ts';
import { AccountPages } from './drivers/account.ts';
import { Assessments, definition, NAUTRENI, QUICK, ROUNDS } from './drivers/assessments.ts';
import { freshName } from './drivers/communities.ts';
import { somebodyElse, Workspace, type Somebody } from './drivers/workspace.ts';
import { expect, test as base } from './fixtures.ts';

/** The status of a refused form or page is an error of the network in the eyes of the browser. */
const REFUSED = /the server responded with a status of 4\d\d/;
const COORDINATOR = /Kopienas koordinators · Nautrēnu/;
const MEMBER = /Kopienas dalībnieks/;
const MENTOR = /Kopienas mentors/;

interface Other extends Somebody {
	assessments: Assessments;
}

const test = base.extend<{
	account: AccountPages;
	assessments: Assessments;
	other: (name: RegExp) => Promise<Other>;
}>({
	account: async ({ page, app }, use) => use(new AccountPages(page, app)),
	assessments: async ({ page, app }, use) => use(new Assessments(page, app)),
	/** Somebody else of the sample people, at a browser of their own. */
	other: async ({ browser, baseURL }, use) => {
		const all: Somebody[] = [];
		await use(async (name) => {
			const somebody = await somebodyElse(browser, baseURL);
			all.push(somebody);
			await somebody.account.actAsSample(name);
			return { ...somebody, assessments: new Assessments(somebody.page, somebody.app) };
		});
		for (const somebody of all) await somebody.leave();
	}
});

const everything = (value: number) => Object.fromEntries(QUICK.map((item) => [item, value]));

test('a round from its beginning to its confirmed result, and a correction that leaves it as it is', async ({
	account,
	app,
	assessments,
	other,
	page
}) => {
	test.slow();
	await account.actAsSample(COORDINATOR);
	await app.open(`/communities/${NAUTRENI}`);
	await page.getByRole('link', { name: 'Pašnovērtējumi un rezultāti' }).click();
	await expect(page).toHaveURL(new RegExp(`${ROUNDS}$`));

	const name = `Kārta ${freshName()}`;
	const id = await assessments.start(name);
	await expect(assessments.main.getByRole('heading', { level: 1 })).toHaveText(name);
	await expect(assessments.main).toContainText('Iesniegt varēs, kad būs vismaz viena atbilde');
	await app.expectAccessible();

	const [weak = '', noted = ''] = QUICK;
	await assessments.write(id, everything(2));
	await assessments.write(id, { [noted]: 2 }, 1, { note: 'Pie bibliotēkas', dissent: 'Daži to nezina' });
	await assessments.submit(id);
	await expect(assessments.main).toContainText('Kas to redz');
	// What the page shows is what the engine says of these answers.
	const asOf = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' }).format(new Date());
	const expected = score(
		definition,
		QUICK.map((item) => ({ item, value: 2, asOf: '2026-05-01', evidence: 1 })),
		{ form: 'quick', borderZone: true, asOf }
	);
	expect(await assessments.grade()).toBe(expected.grade ?? 'none');
	await page.getByText('Visas atbildes').waitFor();
	const part = definition.items.find((item) => item.id === noted)?.domain ?? '';
	await page.locator(`#answers-${part} summary`).click();
	await expect(page.locator(`[data-item="${noted}"]`)).toContainText('Pie bibliotēkas');
	await expect(page.locator(`[data-item="${noted}"]`)).toContainText('Citādi domā: Daži to nezina');
	await app.expectAccessible();

	// A member sees it, and can neither confirm nor correct.
	const member = await other(MEMBER);
	await member.app.open(ROUNDS);
	await expect(member.assessments.card(id)).toContainText('Iesniegts');
	await expect(member.page.getByRole('button', { name: 'Sākt pašnovērtējumu' })).toBeHidden();
	await expect(member.assessments.main).toContainText('To izvēlas kopienas koordinators');
	await member.app.expectAccessible();
	await member.app.open(`/assessments/${id}`);
	await expect(member.assessments.main).toContainText('var koordinators, mentors vai PKC');
	await member.app.open(`/assessments/${id}/result`);
	expect(await member.assessments.grade()).toBe(expected.grade ?? 'none');

	const mentor = await other(MENTOR);
	await mentor.app.open(`/assessments/${id}`);
	await mentor.assessments.askAndDo('Apstiprināt', 'Jā, apstiprināt');
	await expect(mentor.assessments.status).toContainText('Apstiprināts');
	await mentor.app.expectAccessible();

	await app.open(`/assessments/${id}`);
	await expect(assessments.main).toContainText('Paraugs mentor');
	await page.locator('summary').filter({ hasText: 'Labot' }).click();
	await page.getByRole('button', { name: 'Sākt labojumu' }).click();
	app.expectedErrors.push(REFUSED);
	await account.expectRefused('Kāpēc jālabo?', /jāaizpilda/);
	await page.getByLabel('Kāpēc jālabo?').fill('Pārskatījāmies');
	await page.getByRole('button', { name: 'Sākt labojumu' }).click();
	await expect(page).toHaveURL(/\?done=started$/);
	const next = /[\w-]{36}(?=\?)/.exec(page.url())?.[0] ?? '';
	expect(next).not.toBe(id);
	await expect(assessments.main).toContainText('Pārskatījāmies');
	await assessments.write(next, { [weak]: 0 }, 1);
	await assessments.submit(next);
	await page.getByRole('link', { name: 'Skatīt agrāko' }).click();
	await expect(page).toHaveURL(new RegExp(`${id}/result$`));
	expect(await assessments.grade()).toBe(expected.grade ?? 'none');
	await expect(assessments.main).toContainText('vēlāk ir izlabots');
	await app.open(ROUNDS);
	await expect(assessments.card(id)).toContainText('vēlāk izlabots');
	await expect(assessments.card(next)).toContainText('labojums');
});

test('the next round says what changed since the one before', async ({ account, app, assessments, page }) => {
	await account.actAsSample(COORDINATOR);
	const [better = '', worse = ''] = QUICK;
	for (const change of [{}, { [better]: 3, [worse]: 0 }]) {
		const id = await assessments.start(`Kārta ${freshName()}`);
		await assessments.write(id, { ...everything(1), ...change });
		await assessments.submit(id);
	}
	const changed = page.getByRole('region', { name: 'Kopš iepriekšējās reizes' });
	await expect(changed).toContainText(`kopā ${QUICK.length}`);
	await expect(changed.locator('[data-break]')).toBeHidden();
	await expect(changed.getByRole('heading', { name: 'Kas kļuvis stiprāks' }).locator('+ ul')).toContainText(
		`${better} `
	);
	await expect(changed.getByRole('heading', { name: 'Kam pievērst uzmanību' }).locator('+ ul')).toContainText(
		`${worse} `
	);
	await changed.getByRole('link').first().click();
	await expect(changed).toBeVisible();
	await app.expectAccessible();
});

test('people join by a link that is shown once; the meeting waits for three of them', async ({
	account,
	app,
	assessments,
	page
}) => {
	app.expectedErrors.push(REFUSED);
	await account.actAsSample(COORDINATOR);
	const id = await assessments.start(`Kārta ${freshName()}`, 'individual');
	await page.getByRole('button', { name: 'Izveidot saiti' }).click();
	const shown = page.getByRole('region', { name: 'Saite ir gatava' });
	await expect(shown).toBeFocused();
	await expect(shown.getByRole('img', { name: /QR/ })).toBeVisible();
	const link = /\/join#([\w-]{43})/.exec(await shown.innerText())?.[1] ?? '';
	expect(link).not.toBe('');
	await app.expectAccessible();
	await app.open(`/assessments/${id}`);
	await expect(shown).toBeHidden();

	await assessments.askAndDo('Atvērt sanāksmi', 'Jā, atvērt sanāksmi');
	await expect(page.getByRole('region', { name: 'Vēl jāizlabo' })).toContainText('vismaz trīs');
	for (const end of ['a', 'b', 'c']) {
		const token = id.replaceAll('-', '').padEnd(43, end);
		const headers = { authorization: `Bearer ${token}` };
		const joined = await page.request.post('/api/respondents/join', {
			headers,
			data: { link, id: crypto.randomUUID() }
		});
		expect(joined.status()).toBe(200);
		const writes = [
			{
				...{ write_id: crypto.randomUUID(), item: QUICK[0], base_revision: 0, value: 2, as_of: '2026-05-01' },
				...{ evidence: 0, reason: null, note: null, changed_at: new Date().toISOString() }
			}
		];
		await page.request.post('/api/respondents/writes', { headers, data: { writes } });
	}
	await app.open(`/assessments/${id}`);
	await expect(assessments.main).toContainText('Pievienojušies: 3');
	await assessments.askAndDo('Atvērt sanāksmi', 'Jā, atvērt sanāksmi');
	await expect(assessments.status).toContainText('Sanāksme ir atvērta');
	await expect(page.getByRole('link', { name: 'Sanāksmes ekrāns' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Izveidot saiti' })).toBeHidden();
});

test('who took part is kept in numbers, and a wrong one is put right', async ({
	account,
	app,
	assessments,
	page
}) => {
	app.expectedErrors.push(REFUSED);
	await account.actAsSample(COORDINATOR);
	await assessments.start(`Kārta ${freshName()}`);
	await page.locator('summary').filter({ hasText: 'Mainīt' }).click();
	await page.getByLabel('Cilvēki kopā').fill('daudz');
	await page.getByLabel('Plūdi').check();
	await page.getByRole('button', { name: 'Saglabāt' }).click();
	await account.expectRefused('Cilvēki kopā', /veselu skaitli/);
	await expect(page.getByLabel('Plūdi')).toBeChecked();
	await page.getByLabel('Cilvēki kopā').fill('12');
	await page.getByRole('button', { name: 'Saglabāt' }).click();
	await expect(assessments.status).toContainText('Saglabāts');
	await expect(assessments.main).toContainText('Cilvēki kopā: 12');
});

test('others do not learn that a community has rounds', async ({ account, assessments, other }) => {
	await account.actAsSample(COORDINATOR);
	const id = await assessments.start(`Kārta ${freshName()}`);
	for (const name of [
		/PKC darbinieks · Vidzemes/,
		/civilās aizsardzības/,
		/Plānošanas reģiona speciālists/
	]) {
		const outsider = await other(name);
		outsider.app.expectedErrors.push(REFUSED);
		for (const path of [ROUNDS, `/assessments/${id}`, `/assessments/${id}/result`]) {
			expect(await outsider.app.open(path)).toBe(404);
		}
		await outsider.app.open(`/communities/${NAUTRENI}`);
		await expect(outsider.page.getByRole('link', { name: 'Pašnovērtējumi un rezultāti' })).toBeHidden();
	}
});

test('the pages are accessible and fit, in every language', async ({ account, app, assessments, page }) => {
	test.slow();
	await account.actAsSample(COORDINATOR);
	const id = await assessments.start(`Kārta ${freshName()}`, 'individual');
	await assessments.write(id, everything(3), 0, { as_of: '2023-01-01' });
	const pages = new Workspace(page, app);
	await pages.expectGoodInAllLanguages(`/assessments/${id}`);
	await assessments.submit(id);
	await expect(page.getByRole('heading', { name: 'Laiks pārbaudīt no jauna' })).toBeVisible();
	await pages.expectGoodInAllLanguages(`/assessments/${id}/result`);
	await pages.expectGoodInAllLanguages(`/assessments/${id}`);
	await pages.expectGoodInAllLanguages(ROUNDS);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('a round begins, is submitted and read', async ({ account, assessments, page }) => {
		await account.actAsSample(COORDINATOR);
		const id = await assessments.start(`Kārta ${freshName()}`);
		await assessments.write(id, everything(2));
		await assessments.submit(id);
		await expect(page.locator('[data-grade]')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Drukāt' })).toBeHidden();
	});
});
