import { AccountPages } from './drivers/account.ts';
import { freshName } from './drivers/communities.ts';
import { FieldWork } from './drivers/field-work.ts';
import { expect, test as base } from './fixtures.ts';
import { LOCALES } from './matrix.ts';

const test = base.extend<{ account: AccountPages; work: FieldWork }>({
	account: async ({ page, app }, use) => use(new AccountPages(page, app)),
	work: async ({ page, app }, use) => use(new FieldWork(page, app))
});

/** The status of a refused form is an error of the network in the eyes of the browser. */
const REFUSED = /the server responded with a status of 4\d\d/;
const PKC_LATGALE = /PKC darbinieks · Latgales/;
const PKC_VIDZEME = /PKC darbinieks · Vidzemes/;
const COORDINATOR = /Kopienas koordinators/;

/** Parishes in which no other test records anything, and none of them `emerging` before. */
const JUMURDA = '0038470';
const METRIENA = '0038530';
const VAIVE = '0026560';
const LUZNAVA = '0043520';
const NAUTRENI = '9c351a63-ee72-55c8-8d1b-a4b6818a1e03';

/** A title that no other test uses, nor an earlier run of this one. */
function title(name: string): string {
	return `${name} ${freshName()}`;
}

test.describe('a survey', () => {
	test('is recorded for a place of the own region, and everybody sees the finding at once', async ({
		account,
		work,
		app,
		page
	}) => {
		await account.actAsSample(PKC_VIDZEME);
		await work.choosePlace('/surveys/new', 'jumurd', /Jumurdas pagasts/);
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Jumurdas pagasts');
		await app.expectAccessible();

		await work.answer('Ko uzzinājāt', 'Pieklususi').check();
		await page.getByLabel('Kam jautājāt').fill('bibliotekāre');
		await page.getByLabel('Piezīme').fill('Agrāk bija koris.');
		await page.getByLabel('Nākamais solis').fill('Satikties rudenī');
		await work.save();
		await expect(work.done).toContainText('Saglabāts');
		await expect(work.earlier.first()).toContainText('Pieklususi');
		await expect(work.earlier.first()).toContainText('bibliotekāre');
		await expect(work.earlier.first()).toContainText('Satikties rudenī');
		await app.expectAccessible();

		await page.context().clearCookies();
		await app.open(`/territory/${JUMURDA}`);
		await expect(page.getByRole('region', { name: 'Stāvoklis' })).toContainText('Pieklususi');
		await expect(page.getByRole('main')).not.toContainText('Agrāk bija koris');
		await app.open(`/map?place=${JUMURDA}`);
		await expect(page.getByRole('main')).toContainText('Pieklususi');
	});

	test('inside the border zone the public learns nothing of a finding “nobody”', async ({
		account,
		work,
		app,
		page
	}) => {
		await account.actAsSample(PKC_LATGALE);
		await work.openSurvey(LUZNAVA);
		await work.answer('Ko uzzinājāt', 'Apzināts, kopienu neatradām').check();
		await work.save();
		await expect(work.done).toContainText('Austrumu pierobežā');
		await expect(work.earlier.first()).toContainText('kopienu neatradām');

		await page.context().clearCookies();
		await app.open(`/territory/${LUZNAVA}`);
		await expect(page.getByRole('region', { name: 'Stāvoklis' })).toContainText('Ziņu vēl nav');
		await expect(page.getByRole('main')).not.toContainText(/neatrad/);
	});

	test('names what is wrong beside the field, and nothing typed is lost', async ({
		account,
		work,
		app,
		page
	}) => {
		app.expectedErrors.push(REFUSED);
		await account.actAsSample(PKC_VIDZEME);
		await work.openSurvey(METRIENA);
		await page.getByLabel('Kad', { exact: true }).fill('2098-01-01');
		await page.getByLabel('Piezīme').fill('Zvanīt 29123456');
		await work.save();
		const summary = page.getByRole('region', { name: 'Vēl jāizlabo' });
		await expect(summary).toBeFocused();
		await expect(summary).toContainText('Izvēlieties vienu no iespējām');
		await expect(page.getByLabel('Kad', { exact: true })).toHaveAccessibleDescription(/vēl nav pienākusi/);
		await expect(page.getByLabel('Kad', { exact: true })).toHaveValue('2098-01-01');
		await expect(page.getByLabel('Piezīme')).toHaveAccessibleDescription(/tālruņa numurs/);
		await expect(page.getByLabel('Piezīme')).toHaveValue('Zvanīt 29123456');
		await summary.getByRole('link').first().click();
		await expect(work.answer('Ko uzzinājāt', 'Kopiena darbojas')).toBeFocused();
		await app.expectAccessible();
	});

	test('that was written while the session ended is not lost: sign in beside it, and send it again', async ({
		account,
		work,
		app,
		page,
		context
	}) => {
		app.expectedErrors.push(REFUSED);
		await account.actAsSample(PKC_VIDZEME);
		await work.writeAfterSessionEnd(METRIENA, 'Sesijas laikā rakstīts');
		await app.expectAccessible();
		await page.setViewportSize({ width: 320, height: 800 });
		await app.expectNoSidewaysScroll();

		const beside = context.waitForEvent('page');
		await page.getByRole('link', { name: /^Ieejiet/ }).click();
		const tab = await beside;
		await tab.getByRole('button', { name: PKC_VIDZEME }).click();
		await expect(tab).toHaveURL(/\/account/);
		await work.sendAgain();
		await expect(work.done).toContainText('Saglabāts');
		await expect(work.earlier.first()).toContainText('Sesijas laikā rakstīts');
	});

	test('is closed to another region and to everybody else', async ({ account, work, app, page }) => {
		app.expectedErrors.push(REFUSED);
		await account.actAsSample(PKC_VIDZEME);
		expect(await work.openSurvey(LUZNAVA)).toBe(403);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Šī lapa nav jums');
		await expect(page.getByRole('main').getByRole('link', { name: 'Uz sākumlapu' })).toBeVisible();
		await app.expectAccessible();
		expect(await app.open('/surveys/new?place=0038000')).toBe(404);
		await page.context().clearCookies();
		await account.actAsSample(COORDINATOR);
		expect(await app.open('/surveys/new')).toBe(403);
	});
});

test.describe('an activity', () => {
	test('is added by a coordinator with its dates, places and numbers, and counts on the map', async ({
		account,
		work,
		app,
		page
	}) => {
		const name = title('Ezera talka');
		await account.actAsSample(COORDINATOR);
		await app.open('/activities/new');
		await page.getByRole('link', { name: 'Nautrēnu darbīgā kopiena' }).click();
		await app.expectAccessible();
		await work.fillActivity(name, 'Gaigalavas pagasts');
		await work.answer('Cik precīzi zināt laiku', 'mēnesis').check();
		await expect(page.getByRole('group', { name: 'diena', exact: true })).toBeHidden();
		await page.getByRole('group', { name: 'mēnesis', exact: true }).getByLabel('Sākums').fill('2026-05');
		await page.getByText('Ludzas novads').click();
		await work.answer('Vēl citās vietās', 'Pušmucovas pagasts').check();
		await page.getByLabel('Dalībnieki').fill('40');
		await work.answer('Cik precīzs ir dalībnieku skaits', 'vairāk nekā').check();
		await page.getByLabel('Ideju līdzautori').fill('5');
		await page.getByLabel('Organizācijas').fill('3');
		await work.answer('Kam tas bija domāts', 'seniori').check();
		await page.getByLabel('Pašvaldības nauda').fill('120,50');
		await page.getByLabel('Piesaistītā nauda').fill('1 500');
		await work.save();
		await expect(work.done).toContainText('Karte un vietas lapa');
		await app.expectAccessible();
		await expect(page.getByLabel('Pašvaldības nauda')).toHaveValue('120.5');
		await expect(page.getByRole('region', { name: 'Kas un kad mainīja' })).toBeHidden();

		// From the page of the community it is found again.
		const form = page.url().split('?')[0] ?? '';
		await app.open(`/communities/${NAUTRENI}`);
		const listed = page.getByRole('listitem').filter({ hasText: name });
		await listed.getByRole('link', { name: /^Labot/ }).click();
		await expect(page).toHaveURL(form);

		await page.context().clearCookies();
		await app.open(`/communities/${NAUTRENI}`);
		await expect(page.getByRole('main').getByRole('link', { name: /^Labot/ })).toHaveCount(0);
		for (const code of ['0043460', '0037570']) {
			await app.open(`/territory/${code}`);
			const entry = page.getByRole('listitem').filter({ hasText: name });
			await expect(entry).toContainText('2026. g. maijs');
			await expect(entry).toContainText('vairāk nekā 40');
			await expect(page.getByRole('region', { name: 'Stāvoklis' })).toContainText('Kopiena darbojas');
		}
	});

	test('is added by PKC for no community, changed and hidden; the history says who', async ({
		account,
		work,
		app,
		page
	}) => {
		const name = title('Kora diena');
		await account.actAsSample(PKC_VIDZEME);
		await work.choosePlace('/activities/new', 'metrien', /Mētrienas pagasts/);
		await work.fillActivity(name, 'Mētrienas pagasts');
		await work.answer('Cik precīzi zināt laiku', 'tikai laikposms').check();
		const period = page.getByRole('group', { name: 'tikai laikposms', exact: true });
		await period.getByLabel('Sākums').fill('2019');
		await period.getByLabel('Beigas').fill('2021-05');
		await work.save();
		await expect(period.getByLabel('Sākums')).toHaveValue('2019');
		await expect(period.getByLabel('Beigas')).toHaveValue('2021-05');

		await page.getByLabel('Dalībnieki').fill('55');
		await work.answer('Vai rādīt visiem', /^Nē/).check();
		await work.save();
		await expect(work.done).toContainText('Saglabāts');
		const history = page.getByRole('region', { name: 'Kas un kad mainīja' }).getByRole('listitem');
		await expect(history).toHaveCount(2);
		await expect(history.first()).toContainText('Paraugs pkc.vidzeme');
		await expect(history.first()).toContainText('Dalībnieki');
		await expect(history.last()).toContainText('pierakstīja');

		await page.getByRole('link', { name: 'Pierakstīt vēl vienu' }).click();
		await expect(
			page.getByRole('region', { name: 'Jau pierakstīts' }).getByRole('listitem').filter({ hasText: name })
		).toContainText('nav publisks');
		await app.open(`/territory/${METRIENA}`);
		await expect(page.getByRole('main')).not.toContainText(name);
	});

	test('that is an agreement is read by the coordinator, and changed by PKC', async ({
		account,
		work,
		app,
		page
	}) => {
		const name = title('Sadarbības vienošanās');
		await account.actAsSample(PKC_LATGALE);
		await app.open(`/activities/new?community=${NAUTRENI}`);
		await work.fillActivity(name, 'Nautrēnu pagasts');
		await page.getByLabel('Kas tas bija').selectOption('agreement');
		// Long ago, so that it changes nothing of what others count.
		await page.getByLabel('Sākums').first().fill('2019-03-01');
		await work.answer('Vai rādīt visiem', /^Nē/).check();
		await work.save();
		await expect(work.done).toContainText('Pierakstīts');
		await expect(page.getByLabel('Nosaukums')).toHaveValue(name);
		const path = new URL(page.url()).pathname;

		await page.context().clearCookies();
		await account.actAsSample(COORDINATOR);
		expect(await app.open(path)).toBe(200);
		await expect(page.getByRole('main')).toContainText('To labo jūsu reģiona PKC');
		await expect(page.getByRole('main')).toContainText('2019. gada 1. marts');
		await expect(page.getByRole('button', { name: 'Saglabāt', exact: true })).toHaveCount(0);
		await app.expectAccessible();
	});

	test('of two who change it at once the second sees both versions and loses nothing', async ({
		account,
		work,
		app,
		page,
		context
	}) => {
		app.expectedErrors.push(REFUSED);
		const name = title('Divi raksta');
		await account.actAsSample(PKC_VIDZEME);
		await app.open(`/activities/new?place=${METRIENA}`);
		await work.fillActivity(name, 'Mētrienas pagasts');
		await page.getByLabel('Sākums').first().fill('2026-04-25');
		await work.answer('Vai rādīt visiem', /^Nē/).check();
		await work.save();
		await expect(work.done).toBeVisible();

		const other = await context.newPage();
		await other.goto(page.url());
		await other.getByLabel('Dalībnieki').fill('70');
		await other.getByRole('main').getByRole('button', { name: 'Saglabāt', exact: true }).click();
		await expect(other.getByRole('main').getByRole('status')).toContainText('Saglabāts');

		await page.getByLabel('Dalībnieki').fill('80');
		await page.getByLabel('Iekšēja piezīme').fill('Mans teksts');
		await work.save();
		await expect(page.getByRole('region', { name: 'Vēl jāizlabo' })).toBeFocused();
		const row = page.getByRole('row').filter({ hasText: 'Dalībnieki' });
		await expect(row.getByRole('cell')).toHaveText(['80', '70']);
		await expect(page.getByLabel('Iekšēja piezīme')).toHaveValue('Mans teksts');
		await app.expectAccessible();
		await page.setViewportSize({ width: 320, height: 800 });
		await app.expectNoSidewaysScroll();

		await work.save();
		await expect(work.done).toContainText('Saglabāts');
		await expect(page.getByLabel('Dalībnieki')).toHaveValue('80');
		await expect(page.getByLabel('Iekšēja piezīme')).toHaveValue('Mans teksts');
	});

	test('is closed to those who may only read it, and unknown to others', async ({ account, app, page }) => {
		app.expectedErrors.push(REFUSED);
		await account.actAsSample(/Kopienas dalībnieks/);
		expect(await app.open(`/activities/new?community=${NAUTRENI}`)).toBe(403);
		await page.context().clearCookies();
		await account.actAsSample(PKC_VIDZEME);
		expect(await app.open(`/activities/new?community=${NAUTRENI}`)).toBe(404);
		expect(await app.open(`/activities/new?place=${LUZNAVA}`)).toBe(403);
		expect(await app.open(`/activities/${NAUTRENI}`)).toBe(404);
		expect(await app.open('/activities/1')).toBe(404);
		await page.context().clearCookies();
		await app.open('/activities/new');
		await expect(page).toHaveURL(/\/sign-in\?next=/);
	});
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('a survey written while the session ended is not lost either', async ({
		account,
		work,
		app,
		page
	}) => {
		app.expectedErrors.push(REFUSED);
		await account.actAsSample(PKC_VIDZEME);
		const session = await page.context().cookies();
		await work.writeAfterSessionEnd(VAIVE, 'Bez skripta rakstīts');
		await page.context().addCookies(session);
		await work.sendAgain();
		await expect(work.done).toContainText('Saglabāts');
		await expect(work.earlier.first()).toContainText('Bez skripta rakstīts');
	});

	test('a survey and an activity are recorded, and mistakes are shown with everything typed', async ({
		account,
		work,
		app,
		page
	}) => {
		app.expectedErrors.push(REFUSED);
		await account.actAsSample(PKC_VIDZEME);
		await app.open('/surveys/new');
		await page.getByRole('combobox', { name: 'Vieta jūsu reģionā' }).fill('madona');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\?place=/);
		await app.open('/surveys/new?q=mezotne');
		await expect(page.getByRole('main')).toContainText('“mezotne” jūsu reģionā');
		await app.open('/surveys/new?q=salas');
		await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
		await expect(page).toHaveURL(/\?place=/);
		await work.save();
		await expect(page.getByRole('region', { name: 'Vēl jāizlabo' })).toBeFocused();

		const name = title('Bez skripta');
		await app.open(`/activities/new?place=${METRIENA}`);
		await work.fillActivity(name, 'Mētrienas pagasts');
		await work.answer('Cik precīzi zināt laiku', 'gads').check();
		const year = page.getByRole('group', { name: 'gads', exact: true });
		await expect(page.getByRole('group', { name: 'diena', exact: true })).toBeHidden();
		await year.getByLabel('Sākums').fill('2019');
		await year.getByLabel('Beigas').fill('2018');
		await page.locator('summary').filter({ hasText: 'Gulbenes novads' }).click();
		await work.answer('Vēl citās vietās', 'Lejasciema pagasts').check();
		await work.answer('Kam tas bija domāts', 'jaunieši').check();
		await work.answer('Vai rādīt visiem', /^Nē/).check();
		await work.save();
		await expect(page.getByRole('region', { name: 'Vēl jāizlabo' })).toBeFocused();
		await expect(year.getByLabel('Beigas')).toHaveAccessibleDescription(/pirms sākuma/);
		await expect(work.answer('Vēl citās vietās', 'Lejasciema pagasts')).toBeChecked();
		await expect(work.answer('Kam tas bija domāts', 'jaunieši')).toBeChecked();
		await year.getByLabel('Beigas').fill('');
		await work.save();
		await expect(work.done).toContainText('Pierakstīts');
		await expect(year.getByLabel('Sākums')).toHaveValue('2019');
	});
});

for (const locale of LOCALES) {
	test(`the forms in ${locale} are accessible and fit a narrow phone`, async ({ account, app, page }) => {
		await account.actAsSample(PKC_LATGALE);
		await page.setViewportSize({ width: 320, height: 800 });
		for (const path of [
			'/surveys/new',
			`/surveys/new?place=${LUZNAVA}`,
			'/activities/new',
			`/activities/new?place=${LUZNAVA}`
		]) {
			await app.open(path, locale);
			await expect(page.locator('html')).toHaveAttribute('lang', locale);
			await app.expectAccessible();
			await app.expectNoSidewaysScroll();
		}
	});
}

for (const locale of LOCALES) {
	test(`an activity, and what two changed in it at once, in ${locale} is accessible and fits a narrow phone`, async ({
		account,
		work,
		app,
		page,
		context
	}) => {
		app.expectedErrors.push(REFUSED);
		await account.actAsSample(PKC_VIDZEME);
		await app.open(`/activities/new?place=${METRIENA}`);
		await work.fillActivity(title('Trīs valodas'), 'Mētrienas pagasts');
		await page.getByLabel('Sākums').first().fill('2026-03-07');
		await work.answer('Vai rādīt visiem', /^Nē/).check();
		await work.save();
		await expect(work.done).toBeVisible();
		const path = new URL(page.url()).pathname;
		await page.setViewportSize({ width: 320, height: 800 });
		await app.open(path, locale);
		await app.expectAccessible();
		await app.expectNoSidewaysScroll();

		const other = await context.newPage();
		await other.goto(page.url());
		for (const [each, count] of [
			[other, '70'],
			[page, '80']
		] as const) {
			await each.locator('input[name="participants"]').fill(count);
			await each.locator('main form[novalidate] button.button').last().click();
			if (each === other) await expect(each).toHaveURL(/done=saved/);
		}
		await expect(page.getByRole('row').filter({ hasText: '80' })).toContainText('70');
		await app.expectAccessible();
		await app.expectNoSidewaysScroll();
	});
}

test('PKC is led to the form of a survey from the place and from the map, others are not', async ({
	account,
	app,
	page
}) => {
	const link = page.getByRole('main').getByRole('link', { name: 'Pierakstīt apzināšanu' });
	const [place, card, elsewhere] = [
		`/territory/${METRIENA}`,
		`/map?place=${METRIENA}`,
		`/territory/${LUZNAVA}`
	];
	for (const path of [place, card]) {
		await app.open(path);
		await expect(link).toHaveCount(0);
	}
	await account.actAsSample(PKC_VIDZEME);
	for (const path of [place, card]) {
		await app.open(path);
		await expect(link).toHaveAttribute('href', `/surveys/new?place=${METRIENA}`);
	}
	await app.open(place);
	await app.expectAccessible();
	await app.open(elsewhere);
	await expect(link).toHaveCount(0);
});
