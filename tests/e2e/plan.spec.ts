import { AccountPages } from './drivers/account.ts';
import { App } from './drivers/app.ts';
import { Communities, freshName } from './drivers/communities.ts';
import { dayFromNow, PlanPages } from './drivers/plan.ts';
import { freshAddress, somebodyElse, type Somebody } from './drivers/workspace.ts';
import { expect, test as base } from './fixtures.ts';
import { LOCALES } from './matrix.ts';

const NAUTRENI = '9c351a63-ee72-55c8-8d1b-a4b6818a1e03';
const COORDINATOR = /Kopienas koordinators/;
const MEMBER = /Kopienas dalībnieks/;
const CIVIL = /civilās aizsardzības/;
const PKC = /PKC darbinieks · Latgales/;
const PKC_ELSEWHERE = /PKC darbinieks · Vidzemes/;
/** The status of a refused form or page is an error of the network in the eyes of the browser. */
const REFUSED = /the server responded with a status of 4\d\d/;

interface Municipality extends Somebody {
	plan: PlanPages;
}

/** A community of which no other test knows. */
interface New {
	plan: PlanPages;
	name: string;
}

const test = base.extend<{ account: AccountPages; plan: PlanPages; fresh: New; municipality: Municipality }>({
	account: async ({ page, app }, use) => use(new AccountPages(page, app)),
	/** The plan of a community, opened by its coordinator. */
	plan: async ({ page, app, account }, use) => {
		await account.actAsSample(COORDINATOR);
		await use(new PlanPages(page, app, NAUTRENI));
	},
	/** A new community in a state city, whose approval changes no status on the map, opened by its coordinator. */
	fresh: async ({ page, app, account, browser, baseURL }, use) => {
		const name = freshName();
		await account.actAs(freshAddress('plans'));
		const id = await new Communities(page, app).register(name, 'Daugavpils');
		const pkc = await somebodyElse(browser, baseURL);
		await pkc.account.actAsSample(PKC);
		await new Communities(pkc.page, pkc.app).decide(id, 'Apstiprināt');
		await expect(pkc.page).toHaveURL(/done=approved/);
		await pkc.leave();
		await use({ plan: new PlanPages(page, app, id), name });
	},
	/** Civil protection of the municipality in which the community is, at a browser of their own. */
	municipality: async ({ browser, baseURL }, use) => {
		const somebody = await somebodyElse(browser, baseURL);
		await somebody.account.actAsSample(CIVIL);
		await use({ ...somebody, plan: new PlanPages(somebody.page, somebody.app, NAUTRENI) });
		await somebody.leave();
	}
});

/** Words that no other test uses, nor an earlier run of this one. */
function words(text: string): string {
	return `${text} ${freshName()}`;
}

test.describe('a step', () => {
	test('is added in own words, begun and done', async ({ plan, page, app }) => {
		const text = words('Norunāt, kas apstaigā viensētas');
		await app.open('/workspace');
		await page.getByRole('main').getByRole('link', { name: 'Kopienas plāns' }).click();
		await page.getByRole('link', { name: 'Pievienot soli' }).click();
		await plan.fill({ text, owner: 'Kodolgrupa', helper: 'Pagasta pārvalde', due: dayFromNow(30) });
		await plan.save();
		await expect(page.getByRole('status')).toContainText('Saglabāts');

		const step = plan.group('Tuvākās 90 dienas').getByRole('listitem').filter({ hasText: text });
		await expect(step).toContainText('Vēl nav sākts');
		await expect(step).toContainText('Kodolgrupa');
		await expect(step).toContainText('Pagasta pārvalde');
		await step.getByRole('button', { name: /^Sākām/ }).click();
		await expect(step).toContainText('Darām');
		await step.getByRole('button', { name: /^Padarīts/ }).click();
		await expect(step).toHaveCount(0);
		await expect(plan.group('Padarīts vai vairs nevajag')).toContainText(text);
		await app.expectAccessible();
	});

	test('stands where its day puts it, and says when that is over', async ({ plan }) => {
		const [late, far, none] = [words('Nokavēts'), words('Tāls'), words('Bez dienas')];
		await plan.add({ text: late, due: dayFromNow(-3) });
		await plan.add({ text: far, due: dayFromNow(120) });
		await plan.add({ text: none });
		await expect(plan.group('Tuvākās 90 dienas')).toContainText(late);
		await expect(plan.step(late)).toContainText('Diena jau pagājusi');
		await expect(plan.group('Vēlāk')).toContainText(far);
		await expect(plan.group('Bez dienas')).toContainText(none);
		await plan.edit(none);
		await plan.page.getByLabel('Līdz kurai dienai').fill(dayFromNow(10));
		await plan.page.getByRole('radio', { name: 'Vairs nevajag' }).check();
		await plan.save();
		await expect(plan.group('Padarīts vai vairs nevajag')).toContainText(none);
	});

	test('is written without script, too', async ({ browser, baseURL }) => {
		const context = await browser.newContext({
			...(baseURL === undefined ? {} : { baseURL }),
			javaScriptEnabled: false,
			locale: 'lv-LV'
		});
		const page = await context.newPage();
		await page.goto('/sign-in');
		await page.getByRole('button', { name: COORDINATOR }).click();
		const plan = new PlanPages(page, new App(page), NAUTRENI);
		const text = words('Bez skripta');
		await page.goto(`/communities/${NAUTRENI}/plan?add=`);
		await plan.helper.fill('zvanīt 29123456');
		await page.getByRole('button', { name: 'Saglabāt', exact: true }).click();
		await expect(page.getByRole('region', { name: 'Vēl jāizlabo' })).toContainText('Šis lauks jāaizpilda');
		await expect(plan.helper).toHaveValue('zvanīt 29123456');
		await plan.helper.fill('Bibliotēka');
		await page.getByLabel('Ko darīsim').fill(text);
		await page.getByRole('button', { name: 'Saglabāt', exact: true }).click();
		const step = page.getByRole('listitem').filter({ hasText: text });
		await step.getByRole('button', { name: /^Padarīts/ }).click();
		await expect(page.getByRole('region', { name: 'Padarīts vai vairs nevajag' })).toContainText(text);
		await context.close();
	});

	test('names what is wrong beside the field, and nothing typed is lost', async ({
		plan,
		app,
		account,
		page
	}) => {
		app.expectedErrors.push(REFUSED);
		await plan.open('?add=');
		await plan.fill({ text: 'Zvanīt 29123456', owner: 'Kodolgrupa', shared: true });
		await plan.save();
		await account.expectRefused('Ko darīsim', /tālruņa numurs/);
		await expect(plan.owner).toHaveValue('Kodolgrupa');
		await expect(page.getByRole('radio', { name: /^Jā/ })).toBeChecked();
		await app.expectAccessible();
	});

	test('that two change at once is shown side by side, and nothing is overwritten unseen', async ({
		plan,
		app,
		page,
		context
	}) => {
		app.expectedErrors.push(REFUSED);
		const text = words('Divi reizē');
		await plan.add({ text });
		await plan.edit(text);
		const other = await context.newPage();
		const theirs = new PlanPages(other, app, NAUTRENI);
		await other.goto(page.url());
		await theirs.helper.fill('Pagasta pārvalde');
		await theirs.save();
		await expect(other).toHaveURL(/done=saved/);

		await plan.helper.fill('Bibliotēka');
		await plan.save();
		const row = page.getByRole('row').filter({ hasText: 'Kas palīdz' });
		await expect(row).toContainText('Bibliotēka');
		await expect(row).toContainText('Pagasta pārvalde');
		await app.expectAccessible();
		await plan.save();
		await expect(plan.step(text)).toContainText('Bibliotēka');

		// The other window still shows an older plan.
		await other
			.getByRole('listitem')
			.filter({ hasText: text })
			.getByRole('button', { name: /^Padarīts/ })
			.click();
		await expect(other.getByRole('region', { name: 'Vēl jāizlabo' })).toContainText('nekas nav pārrakstīts');
		await expect(theirs.group('Bez dienas')).toContainText(text);
		await other.close();
	});

	test('sent twice is added once', async ({ plan, page }) => {
		const text = words('Divreiz nospiests');
		await plan.open('?add=');
		const id = await page.locator('input[name="id"]').inputValue();
		const form = {
			...{ id, text, assessment_id: '', item_id: '', owner_role: '', helper: '', due_on: '' },
			...{ status: 'open', shared: 'no', expected_updated_at: '' }
		};
		expect(await plan.post(`${plan.path}?/save&add=`, form)).toBe(303);
		expect(await plan.post(`${plan.path}?/save&add=`, form)).toBe(303);
		await plan.open();
		await expect(plan.step(text)).toHaveCount(1);
	});
});

test('members read the plan and change nothing; others do not learn of it', async ({
	plan,
	app,
	account,
	page
}) => {
	app.expectedErrors.push(REFUSED);
	const text = words('Lasāms visiem savējiem');
	await plan.add({ text });
	await plan.edit(text);
	const id = await page.locator('input[name="id"]').inputValue();

	await page.context().clearCookies();
	await account.actAsSample(MEMBER);
	expect(await plan.open(`?step=${id}`)).toBe(200);
	await expect(plan.step(text)).toBeVisible();
	await expect(page.getByRole('link', { name: 'Pievienot soli' })).toHaveCount(0);
	await expect(plan.main.getByRole('button', { name: /^(Saglabāt|Padarīts|Sākām)/ })).toHaveCount(0);
	expect(await plan.post(`${plan.path}?/status`, { id, status: 'done', expected_updated_at: '' })).toBe(403);

	for (const person of [PKC_ELSEWHERE, CIVIL]) {
		await page.context().clearCookies();
		await account.actAsSample(person);
		for (const path of [plan.path, `/communities/${NAUTRENI}/summary`])
			expect(await app.open(path)).toBe(404);
		expect((await plan.calendar()).status).toBe(404);
	}
	await page.context().clearCookies();
	await page.goto(plan.path);
	await expect(page).toHaveURL(/\/sign-in\?next=/);
	expect((await plan.calendar()).status).toBe(303);
});

test.describe('the municipality', () => {
	test('sees what is shared and nothing else, replies, and the community reads it', async ({
		plan,
		municipality,
		app
	}) => {
		const [shared, kept] = [words('Lūdzam sāls kasti'), words('Tikai mums')];
		await plan.add({ text: shared, owner: 'Kodolgrupa', due: dayFromNow(20), shared: true });
		await plan.add({ text: kept });
		await expect(plan.step(shared)).toContainText('Redz arī pašvaldība');

		const theirs = municipality.plan;
		await municipality.app.open('/workspace');
		await theirs.main.getByRole('link', { name: 'Kopienu soļi' }).click();
		await expect(theirs.main).toContainText('Rēzeknes novads');
		await expect(theirs.step(shared)).toContainText('Kodolgrupa');
		await expect(theirs.main).not.toContainText(kept);
		await municipality.app.expectAccessible();
		await theirs.openReply(shared);
		await municipality.app.expectAccessible();
		await theirs.reply('Atvedīsim novembrī. Gādā komunālā nodaļa.');
		await expect(municipality.page.getByRole('status')).toContainText('Kopiena to redz');

		await plan.open();
		await expect(plan.step(shared)).toContainText('Atvedīsim novembrī');
		await expect(plan.step(shared)).not.toContainText('solis pēc tam ir mainīts');
		await plan
			.step(shared)
			.getByRole('button', { name: /^Sākām/ })
			.click();
		await expect(plan.step(shared)).toContainText('solis pēc tam ir mainīts');
		await app.expectAccessible();

		await theirs.openReply(shared);
		await theirs.reply('');
		await expect(theirs.step(shared)).not.toContainText('Atvedīsim');
	});

	test('is told when the step changed while it wrote, or is not shown any more; what it wrote is not lost', async ({
		plan,
		municipality
	}) => {
		const text = words('Lūdzam karti');
		await plan.add({ text, shared: true });
		const theirs = municipality.plan;
		await theirs.openReply(text);
		await plan.edit(text);
		await plan.helper.fill('Bibliotēka');
		await plan.save();
		await expect(plan.step(text)).toContainText('Bibliotēka');
		await theirs.reply('Karti izdrukāsim.');
		await expect(municipality.page.getByRole('region', { name: 'Vēl jāizlabo' })).toContainText(
			'solis vai atbilde'
		);
		await expect(theirs.main).toContainText('Bibliotēka');
		await expect(municipality.page.getByLabel('Pašvaldības atbilde')).toHaveValue('Karti izdrukāsim.');

		await plan.edit(text);
		await plan.share(false);
		await plan.save();
		await expect(plan.step(text)).not.toContainText('Redz arī pašvaldība');
		await municipality.page.getByRole('button', { name: 'Saglabāt atbildi' }).click();
		await expect(theirs.main).toContainText('šo soli pašvaldībai vairs nerāda');
		await expect(theirs.main).toContainText('Karti izdrukāsim.');
		await expect(theirs.step(text)).toHaveCount(0);
	});

	test('alone has its page', async ({ plan, app }) => {
		app.expectedErrors.push(REFUSED);
		await plan.open();
		expect(await app.open('/workspace/plans')).toBe(403);
	});
});

test('the sheet for the municipality is one page: shared steps, nothing of answers, result or gaps', async ({
	fresh,
	page
}) => {
	test.slow(true, 'a community of its own, and eight forms');
	const { plan, name } = fresh;
	const asked = Array.from({ length: 6 }, (_one, i) => words(`Lūgums ${i + 1}: ģenerators ūdens sūknim`));
	for (const text of asked)
		await plan.add({ text, owner: 'Kodolgrupa', helper: 'Pašvaldība', due: dayFromNow(40), shared: true });
	await plan.add({ text: 'Paliek kopienā' });
	await plan.assess(0);
	await plan.open();
	await plan.main.getByRole('link', { name: 'Lapa pašvaldībai' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kopienas lūgums pašvaldībai');
	await expect(plan.main).toContainText(name);
	await expect(plan.main).toContainText('Daugavpils');
	await expect(plan.main).toContainText('Kopiena pati novērtēja');
	for (const text of asked) await expect(plan.main).toContainText(text);
	const sheet = await (await page.request.get(new URL(page.url()).pathname)).text();
	expect(sheet).not.toContain('Paliek kopienā');
	expect(sheet).not.toMatch(/Ceļa sākumā|item_id|assessment_id|grade|Kontaktpersona krīzē/);

	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('button', { name: 'Drukāt' })).toBeHidden();
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test('gaps become steps in own words, and the must-haves come back after six months', async ({
	fresh,
	page,
	app
}) => {
	test.slow(true, 'a community of its own, assessed twice');
	const { plan, name } = fresh;
	await plan.open();
	await expect(plan.main).toContainText('Pašnovērtējuma vēl nav');
	await expect(page.getByRole('link', { name: 'Lejupielādēt kalendāram' })).toHaveCount(0);
	expect((await plan.calendar()).status).toBe(303);

	const round = await plan.assess(0);
	await plan.open();
	const check = plan.group('Bez kā neiztikt: vēl darāms');
	await expect(check).toContainText('pēc sešiem mēnešiem');
	await check.getByText('Kas tās ir (13)').click();
	await expect(check.getByRole('listitem').first()).toContainText('1.1 Kontaktpersona krīzē');
	const proposals = plan.group('Ko iesaka pašnovērtējums');
	await expect(proposals.getByRole('listitem')).toHaveCount(5);
	await proposals.getByRole('link', { name: /^Pievienot plānam ?: 1\.1 / }).click();

	await expect(plan.main).toContainText('1.1 Kontaktpersona krīzē un vietnieks');
	await expect(page.getByLabel('Ko darīsim')).toHaveValue(/^Sanāciet uz pusstundu/);
	await expect(plan.helper).toHaveAccessibleDescription(/pagasta pārvalde/);
	await app.expectAccessible();
	const text = 'Sanāksim bibliotēkā; izraudzīsim divus, no dažādām mājām';
	await plan.fill({ text, owner: 'Kodolgrupa', due: dayFromNow(14) });
	await plan.save();
	await expect(plan.step(text)).toContainText('1.1 Kontaktpersona krīzē');
	await expect(proposals).not.toContainText('Kontaktpersona krīzē');
	await check.getByText('Kas tās ir (13)').click();
	await expect(check.getByRole('listitem').first()).toContainText('jau plānā');
	await app.expectAccessible();

	const { headers, text: file } = await plan.calendar();
	expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
	expect(headers['content-disposition']).toMatch(
		new RegExp(`^attachment; filename="plans-${name.toLowerCase()}-C-\\d{4}-\\d\\d-\\d\\d\\.ics"$`)
	);
	expect(headers['cache-control']).toContain('no-store');
	expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2);
	expect(file).toContain('SUMMARY:Sanāksim bibliotēkā\\; izraudzīsim divus\\, no dažādām mājām\r\n');
	expect(file).toContain('DESCRIPTION:Kas par to gādā: Kodolgrupa\r\n');
	expect(file).toContain(`DTSTART;VALUE=DATE:${dayFromNow(14).replaceAll('-', '')}\r\n`);
	expect(file).toContain(`UID:${round}-must-haves\r\n`);
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Lejupielādēt kalendāram' }).click();
	expect((await download).suggestedFilename()).toMatch(/^plans-.*\.ics$/);

	// What is done is not checked any more.
	await plan
		.step(text)
		.getByRole('button', { name: /^Padarīts/ })
		.click();
	await expect(check).not.toContainText('Kontaktpersona krīzē');
	// Reassessed: nothing is missing, nothing is left to check.
	await plan.assess(2);
	await plan.open();
	await expect(check).toHaveCount(0);
});

for (const locale of LOCALES) {
	test(`the pages in ${locale} are accessible and fit a narrow phone`, async ({
		plan,
		municipality,
		app,
		page
	}) => {
		test.slow();
		const text = words('Valodām');
		await plan.add({ text, owner: 'Kodolgrupa', due: dayFromNow(-1), shared: true });
		await plan.edit(text);
		const step = new URL(page.url()).search;
		for (const size of [
			{ width: 1280, height: 900 },
			{ width: 320, height: 800 }
		]) {
			await page.setViewportSize(size);
			for (const path of [
				plan.path,
				`${plan.path}?add=`,
				plan.path + step,
				`/communities/${NAUTRENI}/summary`
			]) {
				expect(await app.open(path, locale)).toBe(200);
				await expect(page.locator('html')).toHaveAttribute('lang', locale);
				await app.expectAccessible();
				await app.expectNoSidewaysScroll();
			}
		}
		const theirs = municipality.page;
		await theirs.setViewportSize({ width: 320, height: 800 });
		for (const path of ['/workspace/plans', `/workspace/plans${step}`]) {
			expect(await municipality.app.open(path, locale)).toBe(200);
			await municipality.app.expectAccessible();
			await municipality.app.expectNoSidewaysScroll();
		}
	});
}
