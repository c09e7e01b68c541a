import { AccountPages } from './drivers/account.ts';
import { Communities, freshName } from './drivers/communities.ts';
import { MapPage } from './drivers/map.ts';
import { freshAddress, somebodyElse, Workspace, type Somebody } from './drivers/workspace.ts';
import { expect, test as base } from './fixtures.ts';
import { LOCALES } from './matrix.ts';

/**
 * What PKC approves here lies in Daugavpils: a state city has no status of its own, so the counts that other specs
 * expect stay as they are.
 */
const CITY = 'Daugavpils';
const PKC = /PKC darbinieks · Latgales/;
const PKC_ELSEWHERE = /PKC darbinieks · Vidzemes/;
const NAUTRENI = '9c351a63-ee72-55c8-8d1b-a4b6818a1e03';
/** The status of a refused form or page is an error of the network in the eyes of the browser. */
const REFUSED = /the server responded with a status of 4\d\d/;

interface Pkc extends Somebody {
	communities: Communities;
}

const test = base.extend<{ account: AccountPages; communities: Communities; pkc: Pkc }>({
	account: async ({ page, app }, use) => use(new AccountPages(page, app)),
	communities: async ({ page, app }, use) => use(new Communities(page, app)),
	/** PKC staff of Latgale, at a browser of their own. */
	pkc: async ({ browser, baseURL }, use) => {
		const somebody = await somebodyElse(browser, baseURL);
		await somebody.account.actAsSample(PKC);
		await use({ ...somebody, communities: new Communities(somebody.page, somebody.app) });
		await somebody.leave();
	}
});

for (const locale of LOCALES) {
	test(`registering a community in ${locale}: three steps, then what happens next`, async ({
		account,
		app,
		communities,
		page
	}) => {
		const name = freshName();
		await account.actAs(freshAddress('ieva'));
		await app.open('/communities/register', locale);
		await communities.expectGood();
		await communities.nameField.fill(name);
		await communities.placeField.pressSequentially('merdzene');
		await page.getByRole('option', { name: /Mērdzenes pagasts/ }).click();
		await communities.next(locale);
		await communities.expectGood();
		await communities.sayWhat(locale);
		await communities.expectGood();
		await expect(communities.main).toContainText('Mērdzenes pagasts');
		await communities.sayWhom('ieva@example.org', locale);
		await communities.expectRegistered(name);
		await expect(communities.done).toContainText(/PKC/);
		await expect(page.locator('html')).toHaveAttribute('lang', locale);
		await expect(
			communities.main.getByRole('heading', { name: /Kas notiks tālāk|happens next|будет дальше/ })
		).toBeVisible();
		await communities.expectGood();
		await app.open('/account', locale);
		await expect(communities.main).toContainText(
			/Reģistrējāt šo kopienu|You registered this community|Вы зарегистрировали это сообщество/
		);
	});
}

test('whoever is not signed in is asked to, and comes back with the place', async ({
	account,
	app,
	page
}) => {
	await app.open('/territory/0037500');
	await page.getByRole('link', { name: 'Reģistrēt savu kopienu' }).click();
	const email = freshAddress('jana');
	await page.getByLabel('E-pasta adrese').fill(email);
	await page.keyboard.press('Enter');
	await expect(account.codeField()).toBeVisible();
	await account.typeCode(await account.readCode(email));
	await expect(page).toHaveURL(/\/communities\/register\?place=0037500$/);
	await expect(page.getByRole('combobox')).toHaveValue('Mežvidu pagasts');
});

test('what is refused is named beside the field, and nothing typed is lost', async ({
	account,
	app,
	communities,
	page
}) => {
	app.expectedErrors.push(REFUSED);
	const name = freshName();
	await account.actAs(freshAddress('karlis'));

	await communities.sayWhere('', 'Salas pagasts');
	await account.expectRefused('Kopienas nosaukums', /jāaizpilda/);
	await expect(communities.placeField).toHaveValue('Salas pagasts');
	await app.expectAccessible();
	await communities.nameField.fill(name);
	await page.getByRole('radio', { name: /Salas pagasts, Jēkabpils novads/ }).check();
	await communities.next();

	await expect(page).toHaveURL(/\/about(#|$)/);
	await page.getByLabel('Kur tiekaties').fill('Skolā');
	await page.getByLabel('Tīmekļa vietne').fill('nav adrese');
	await communities.next();
	await account.expectRefused('Tīmekļa vietne', /neizskatās pēc tīmekļa adreses/);
	await expect(page.getByLabel('Kur tiekaties')).toHaveValue('Skolā');
	await expect(page.getByRole('group', { name: 'Kas tā ir' })).toContainText('Izvēlieties');
	await app.expectAccessible();
	await page.getByLabel('Tīmekļa vietne').fill('www.piemers.lv');
	await page.getByRole('radio', { name: 'Biedrība' }).check();
	await communities.next();

	await page.getByLabel('Ko dara kopienā').fill('Pavāre');
	await communities.send();
	for (const words of [/jāaizpilda/, /vismaz vienu/, /piekrišanas/])
		await expect(page.getByRole('region', { name: 'Vēl jāizlabo' })).toContainText(words);
	await account.expectRefused('Vārds', /jāaizpilda/);
	await expect(page.getByLabel('Ko dara kopienā')).toHaveValue('Pavāre');
	await app.expectAccessible();

	// Going back shows what was written, and the last step still knows it.
	await page.getByRole('link', { name: 'Atpakaļ' }).click();
	await expect(page.getByLabel('Tīmekļa vietne')).toHaveValue('https://www.piemers.lv');
	await expect(page.getByRole('radio', { name: 'Biedrība' })).toBeChecked();
	await communities.next();
	await communities.sayWhom('karlis@example.org');
	await communities.expectRegistered(name);
});

test('a place can be chosen on the map, by pointer and by keyboard', async ({
	account,
	app,
	communities,
	page
}) => {
	await account.actAs(freshAddress('liga'));
	await app.open('/communities/register');
	await page.getByRole('button', { name: 'Izvēlēties kartē' }).click();
	const map = new MapPage(page);
	await map.expectInteractive();
	await map.clickAt(27.41, 56.73);
	await expect(communities.placeField).toHaveValue(/pagasts/);
	await app.expectAccessible();
	const byPointer = await communities.placeField.inputValue();
	await map.stage.focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await expect(communities.placeField).not.toHaveValue(byPointer);
	const byKeyboard = await communities.placeField.inputValue();
	await communities.nameField.fill(freshName());
	await communities.next();
	await expect(page).toHaveURL(/\/about(#|$)/);
	await app.open('/communities/register');
	await expect(communities.placeField).toHaveValue(byKeyboard);
});

test('a pending community is seen by its coordinator and the PKC of its region only', async ({
	account,
	app,
	baseURL,
	browser,
	communities,
	pkc
}) => {
	const name = freshName();
	await account.actAs(freshAddress('maris'));
	const id = await communities.register(name, 'Rundēnu pagasts');
	await expect(communities.main).toContainText('Gaida PKC lēmumu');
	await expect(communities.main).toContainText('kopiena@example.org');

	const stranger = await somebodyElse(browser, baseURL);
	expect(await stranger.app.open(`/communities/${id}`)).toBe(404);
	await stranger.account.actAsSample(PKC_ELSEWHERE);
	expect(await stranger.app.open(`/communities/${id}`)).toBe(404);
	expect(await stranger.app.open(`/workspace/review/${id}`)).toBe(404);
	await stranger.app.open('/workspace/review');
	await expect(stranger.page.getByRole('main')).not.toContainText(name);
	await stranger.app.open(`/communities?q=${name}`);
	await expect(stranger.page.getByRole('main')).toContainText('Nevienas tādas kopienas nezinām');
	await stranger.leave();

	await pkc.app.open('/workspace/review');
	await expect(pkc.page.getByRole('region', { name: /Gaida jūsu lēmumu/ })).toContainText(name);
	await pkc.page.getByRole('link', { name }).click();
	await expect(pkc.page.getByRole('main')).toContainText('kopiena@example.org');
	// The coordinator decides nothing.
	app.expectedErrors.push(REFUSED);
	expect(await app.open(`/workspace/review/${id}`)).toBe(403);
});

test('PKC asks, the coordinator mends, PKC approves: then everybody sees it', async ({
	account,
	app,
	baseURL,
	browser,
	communities,
	page,
	pkc
}) => {
	const name = freshName();
	await account.actAs(freshAddress('nora'));
	const id = await communities.register(name, CITY);

	await pkc.communities.decide(id, 'Jautāt kopienai');
	await expect(pkc.page.getByRole('region', { name: 'Vēl jāizlabo' })).toContainText('Ziņa kopienai');
	await pkc.communities.decide(id, 'Jautāt kopienai', { message: 'Kur jūs tiekaties?' });
	await expect(pkc.communities.done).toContainText('Jautājums nosūtīts');
	await expect(pkc.page.getByRole('region', { name: /Gaida kopienas atbildi/ })).toContainText(name);

	await app.open(`/communities/${id}`);
	await expect(communities.main).toContainText('Kur jūs tiekaties?');
	await communities.expectGood();
	await page.getByRole('link', { name: 'Labot un nosūtīt vēlreiz' }).click();
	await communities.expectGood();
	await page.getByLabel('Kur tiekaties').fill('Bibliotēkā');
	await page.getByLabel(/sabiedriska ēka/).check();
	await page.getByRole('button', { name: 'Nosūtīt PKC vēlreiz' }).click();
	await expect(communities.done).toContainText('Labojumi ir nosūtīti');
	await expect(communities.main).toContainText('Koordinators nosūtīja vēlreiz');

	await pkc.communities.decide(id, 'Apstiprināt');
	await expect(pkc.communities.done).toContainText('Apstiprināta');
	await expect(pkc.page.getByRole('region', { name: 'Nesen izlemtās' })).toContainText(name);
	// Decided is decided.
	await pkc.app.open(`/workspace/review/${id}`);
	await expect(pkc.page.getByRole('radio', { name: /^Apstiprināt/ })).toHaveCount(0);

	const visitor = await somebodyElse(browser, baseURL);
	await visitor.app.open(`/communities?q=${name.toUpperCase()}&region=latgale`);
	await visitor.page.getByRole('link', { name }).click();
	await expect(visitor.page.getByRole('heading', { level: 1 })).toHaveText(name);
	await expect(visitor.page.getByRole('main')).toContainText('Bibliotēkā');
	await expect(visitor.page.getByRole('main')).not.toContainText('kopiena@example.org');
	await expect(visitor.page.getByRole('main')).toContainText('Kā pievienoties');
	await visitor.leave();
});

test('PKC rejects with a reason, which the coordinator reads', async ({
	account,
	app,
	communities,
	page,
	pkc
}) => {
	await account.actAs(freshAddress('olga'));
	const id = await communities.register(freshName(), 'Istras pagasts');
	await pkc.communities.decide(id, 'Noraidīt', { message: 'Tā ir iestāde.' });
	await expect(pkc.communities.done).toContainText('Noraidīta');
	await app.open('/workspace');
	const tasks = page.getByRole('region', { name: 'Ko var darīt' }).getByRole('listitem');
	await expect(tasks).toHaveCount(1);
	await tasks.getByRole('link', { name: 'Kopienas lapa' }).click();
	await expect(communities.main).toContainText('neapstiprināja');
	await expect(communities.main).toContainText('Tā ir iestāde.');
	await expect(page.getByRole('link', { name: 'Labot kartīti' })).toHaveCount(0);
	await app.expectAccessible();
	await page.getByRole('link', { name: 'Mainīt kontaktpersonas' }).click();
	await expect(communities.main).toContainText('nepievieno');
	await expect(page.getByLabel('Vārds', { exact: true })).toHaveCount(0);
	await app.expectAccessible();
});

test('a similar name is shown first: it is ours, or another one; PKC merges what was two', async ({
	account,
	app,
	baseURL,
	browser,
	communities,
	page,
	pkc
}) => {
	// Several people, one after the other.
	test.slow();
	const name = `${freshName()}ī ļaudis`;
	const plain = name.replace('ī ļ', 'i l').toLowerCase();
	await account.actAs(freshAddress('peteris'));
	const first = await communities.register(name, CITY);
	await pkc.communities.decide(first, 'Apstiprināt');

	const rita = await somebodyElse(browser, baseURL);
	const theirs = new Communities(rita.page, rita.app);
	await rita.account.actAs(freshAddress('rita'));
	await theirs.sayWhere(plain, CITY);
	await expect(rita.page).toHaveURL(/\/similar$/);
	await expect(theirs.main).toContainText(name);
	await theirs.expectGood();
	await rita.page.getByRole('link', { name: 'Tā ir mūsu' }).click();
	await expect(rita.page.getByRole('heading', { level: 1 })).toHaveText(name);
	await expect(theirs.main).toContainText('palūdziet uzaicinājumu');
	await rita.app.expectAccessible();

	await theirs.sayWhere(plain, CITY);
	await rita.page.getByRole('link', { name: 'Tā ir cita, turpinu' }).click();
	await theirs.sayWhat();
	await theirs.sayWhom('rita@example.org');
	const second = await theirs.expectRegistered(plain);

	await pkc.app.open(`/workspace/review/${second}`);
	await expect(pkc.page.getByRole('region', { name: 'Līdzīgi nosaukumi' })).toContainText(name);
	await pkc.communities.expectGood();
	await pkc.communities.decide(second, 'Apvienot ar citu');
	await expect(pkc.page.getByRole('region', { name: 'Vēl jāizlabo' })).toContainText('Ar kuru apvienot');
	await pkc.communities.decide(second, 'Apvienot ar citu', { into: first });
	await expect(pkc.communities.done).toContainText('Apvienota');

	await rita.app.open(`/communities/${second}`);
	await rita.page.getByRole('link', { name: 'Tās ziņas tagad ir šeit' }).click();
	await expect(rita.page).toHaveURL(new RegExp(first));
	// Who registered it a second time is a member of the first one from now on.
	await expect(rita.page.getByRole('region', { name: 'Kontaktpersonas' })).toContainText(
		'kopiena@example.org'
	);
	await expect(rita.page.getByRole('link', { name: 'Labot kartīti' })).toHaveCount(0);
	await rita.app.open('/workspace');
	await expect(theirs.main).toContainText(`Kopienas dalībnieks · ${name}`);
	await rita.leave();

	await app.open(`/communities/${first}`);
	await expect(page.getByRole('link', { name: 'Labot kartīti' })).toBeVisible();
});

test('PKC staff do not decide on a community of their own', async ({
	app,
	account,
	communities,
	page,
	pkc
}) => {
	app.expectedErrors.push(REFUSED);
	const email = freshAddress('sandra');
	const link = await new Workspace(pkc.page, pkc.app).invite('pkc', 'Latgales plānošanas reģions', { email });
	await new Workspace(page, app).accept(link, account, email);
	const id = await communities.register(freshName(), 'Zvirgzdenes pagasts');
	await app.open(`/workspace/review/${id}`);
	await expect(communities.main).toContainText('jūs koordinējat paši');
	await expect(page.getByRole('button', { name: 'Saglabāt lēmumu' })).toHaveCount(0);
});

test('PKC staff record a community they came across, and approve it themselves', async ({
	app,
	baseURL,
	browser,
	pkc
}) => {
	const name = freshName();
	await pkc.communities.sayWhere(name, CITY);
	await pkc.communities.sayWhat();
	await expect(pkc.communities.main).not.toContainText('Jūs jau esat tās koordinators');
	await pkc.page.getByRole('checkbox', { name: /Es neesmu šīs kopienas koordinators/ }).check();
	await pkc.communities.send();
	// A mistake elsewhere does not untick it.
	await expect(pkc.page.getByRole('region', { name: 'Vēl jāizlabo' })).toBeFocused();
	await expect(pkc.page.getByRole('checkbox', { name: /Es neesmu/ })).toBeChecked();
	await pkc.communities.expectGood();
	await pkc.communities.sayWhom('atrasta@example.org');
	await expect(pkc.page).toHaveURL(/\/communities\/[\da-f-]{36}\?done=recorded$/);
	await expect(pkc.communities.done).toContainText('varat par to lemt jau tagad');
	await pkc.app.expectAccessible();
	await pkc.communities.done.getByRole('link', { name: 'Izlemt par šo kopienu' }).click();
	await pkc.page.getByRole('radio', { name: /^Apstiprināt/ }).check();
	await pkc.page.getByRole('button', { name: 'Saglabāt lēmumu' }).click();
	await expect(pkc.communities.done).toContainText('Apstiprināta');
	await app.open(`/communities?q=${name}`);
	await expect(app.page.getByRole('main').getByRole('link', { name })).toBeVisible();

	// Elsewhere they are like anybody who registers.
	const stranger = await somebodyElse(browser, baseURL);
	await stranger.account.actAsSample(PKC_ELSEWHERE);
	const theirs = new Communities(stranger.page, stranger.app);
	await theirs.sayWhere(freshName(), CITY);
	await theirs.sayWhat();
	await expect(stranger.page.getByRole('checkbox', { name: /Es neesmu/ })).toHaveCount(0);
	await stranger.leave();
});

test('a registration that waits is shown to PKC beside one with a similar name', async ({
	account,
	app,
	communities,
	page,
	pkc
}) => {
	app.expectedErrors.push(REFUSED);
	const name = `${freshName()} pulciņš`;
	await account.actAs(freshAddress('zane'));
	const first = await communities.register(name, 'Pušmucovas pagasts');
	await communities.sayWhere(`${name} otrais`, 'Pušmucovas pagasts');
	await expect(communities.main).toContainText('gaida lēmumu');
	await page.getByRole('link', { name: 'Tā ir cita, turpinu' }).click();
	await communities.sayWhat();
	await communities.sayWhom('zane@example.org');
	const second = await communities.expectRegistered(`${name} otrais`);
	await pkc.app.open(`/workspace/review/${second}`);
	const similar = pkc.page.getByRole('region', { name: 'Līdzīgi nosaukumi' }).getByRole('listitem');
	await expect(similar.filter({ hasText: name })).toContainText('gaida lēmumu');
	await similar.getByRole('link', { name }).click();
	await expect(pkc.page).toHaveURL(new RegExp(first));
});

for (const locale of LOCALES) {
	test(`what waits, and what two changed at once, is good in ${locale}`, async ({
		account,
		app,
		communities,
		pkc
	}) => {
		app.expectedErrors.push(REFUSED);
		pkc.app.expectedErrors.push(REFUSED);
		await account.actAs(freshAddress('zigrida'));
		const id = await communities.register(freshName(), 'Briģu pagasts');
		await app.open(`/communities/${id}/edit`, locale);
		await communities.expectGood();
		await pkc.app.open(`/workspace/review/${id}`, locale);
		await pkc.communities.expectGood();

		const other = await pkc.page.context().newPage();
		const path = `${locale === 'lv' ? '' : `/${locale}`}/communities/${id}/edit`;
		await pkc.page.goto(path);
		await other.goto(path);
		for (const each of [other, pkc.page]) {
			await each.locator('textarea[name="note"]').fill(`Piezīme ${freshName()}`);
			await each.locator('main form[method="post"] button.button').last().click();
			if (each === other) await expect(each).toHaveURL(/done=saved/);
		}
		await expect(pkc.page.locator('#theirs')).toBeVisible();
		await pkc.communities.expectGood();
	});
}

test('PKC confirms that a community exists and edits its card; who was faster is told', async ({
	account,
	app,
	communities,
	page,
	pkc
}) => {
	// Several people, one after the other.
	test.slow();
	app.expectedErrors.push(REFUSED);
	const name = freshName();
	await account.actAs(freshAddress('talis'));
	const id = await communities.register(name, CITY);
	await pkc.communities.decide(id, 'Apstiprināt');

	await pkc.app.open(`/communities/${id}`);
	await pkc.communities.expectGood();
	await pkc.page.getByLabel('Diena').fill('2001-01-01');
	await pkc.page.getByRole('button', { name: 'Apstiprināt, ka darbojas' }).click();
	await pkc.account.expectRefused('Diena', /starp pirmo ziņu un šodienu/);
	await expect(pkc.page.getByLabel('Diena')).toHaveValue('2001-01-01');
	await pkc.app.open(`/communities/${id}`);
	await pkc.page.getByRole('button', { name: 'Apstiprināt, ka darbojas' }).click();
	await expect(pkc.communities.done).toContainText('kopiena darbojas');
	await expect(pkc.communities.main).toContainText('Pēdējoreiz apstiprināts');
	const history = pkc.page.getByRole('region', { name: 'Kas un kad mainīja' });
	await expect(history).toContainText('apliecināja, ka kopiena joprojām darbojas');
	await expect(history).toContainText('Paraugs pkc.latgale');

	// Both open the form; the coordinator saves first.
	await pkc.app.open(`/communities/${id}/edit`);
	await app.open(`/communities/${id}/edit`);
	await communities.expectGood();
	await expect(communities.main).toContainText('maina PKC');
	await page.getByLabel('Iekšēja piezīme').fill('Tiekas otrdienās');
	await page.getByRole('button', { name: 'Saglabāt', exact: true }).click();
	await expect(communities.done).toContainText('Saglabāts');

	await pkc.page.getByLabel('Tīmekļa vietne').fill('piemers.lv');
	await pkc.page.getByRole('button', { name: 'Saglabāt', exact: true }).click();
	await expect(pkc.page.getByRole('region', { name: 'Vēl jāizlabo' })).toContainText('kāds cits to mainīja');
	await expect(pkc.page.getByRole('region', { name: 'Tagad saglabāts' })).toContainText('Tiekas otrdienās');
	await expect(pkc.page.getByLabel('Tīmekļa vietne')).toHaveValue('piemers.lv');
	await pkc.communities.expectGood();
	await pkc.page.getByLabel('Iekšēja piezīme').fill('Tiekas otrdienās');
	await pkc.page.getByRole('button', { name: 'Saglabāt', exact: true }).click();
	await expect(pkc.communities.done).toContainText('Saglabāts');
	await app.open(`/communities/${id}`);
	await expect(communities.main).toContainText('piemers.lv');
	await expect(communities.main).toContainText('Tiekas otrdienās');
});

test('contact persons are added with consent, and removed', async ({ account, app, communities, page }) => {
	app.expectedErrors.push(REFUSED);
	await account.actAs(freshAddress('uldis'));
	const id = await communities.register(freshName(), 'Ciblas pagasts');
	await app.open(`/communities/${id}/contacts`);
	await communities.expectGood();
	await page.getByLabel('Vārds', { exact: true }).fill('Otrs paraugs');
	await page.getByLabel('Tālrunis').fill('+371 20 000 000');
	await page.getByRole('button', { name: 'Pievienot kontaktpersonu' }).click();
	await expect(page.getByRole('region', { name: 'Vēl jāizlabo' })).toContainText('piekrišanas');
	await expect(page.getByLabel('Tālrunis')).toHaveValue('+371 20 000 000');
	await page.getByLabel(/piekritis/).check();
	await page.getByRole('button', { name: 'Pievienot kontaktpersonu' }).click();
	await expect(communities.done).toContainText('pievienota');
	const first = communities.main.getByRole('listitem').filter({ hasText: 'kopiena@example.org' });
	await first.getByText('Izdzēst').first().click();
	await app.expectAccessible();
	await first.getByRole('button', { name: /^Jā, izdzēst/ }).click();
	await expect(communities.done).toContainText('izdzēsta');
	await expect(communities.main).not.toContainText('kopiena@example.org');
	await expect(communities.main).toContainText('Otrs paraugs');
});

test('others change neither card nor contacts', async ({ account, app }) => {
	app.expectedErrors.push(REFUSED);
	await account.actAsSample(/Kopienas dalībnieks · Nautrēnu/);
	for (const path of ['edit', 'contacts'])
		expect(await app.open(`/communities/${NAUTRENI}/${path}`)).toBe(403);
	expect(await app.open('/workspace/review')).toBe(403);
	expect(await app.open('/communities/not-an-id')).toBe(404);
});

for (const locale of LOCALES.filter((one) => one !== 'lv')) {
	test(`the pages of PKC are good in ${locale}`, async ({ app, account, communities }) => {
		await account.actAsSample(PKC);
		for (const path of [
			'/workspace/review',
			`/workspace/review/${NAUTRENI}`,
			`/communities/${NAUTRENI}`,
			`/communities/${NAUTRENI}/edit`,
			`/communities/${NAUTRENI}/contacts`
		]) {
			expect(await app.open(path, locale)).toBe(200);
			await communities.expectGood();
		}
	});
}

test('the list is filtered by its address', async ({ app, page }) => {
	await app.open('/communities?region=latgale&page=x');
	await page.getByLabel('Nosaukums vai tā daļa').fill('NAUTRENU');
	await page.getByRole('button', { name: 'Atlasīt' }).click();
	await expect(page).toHaveURL(/\?q=NAUTRENU&region=latgale&zone=$/);
	await expect(page.getByRole('status')).toContainText('1');
	await page.getByRole('link', { name: 'Nautrēnu darbīgā kopiena' }).click();
	await expect(page).toHaveURL(new RegExp(`/communities/${NAUTRENI}$`));
	await app.open('/communities?region=kurzeme&q=nautrenu');
	await expect(page.getByRole('status')).toContainText('Nevienas tādas kopienas nezinām');
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('everything works: places to choose from, similar names, refusals, registering', async ({
		account,
		app,
		communities,
		page
	}) => {
		app.expectedErrors.push(REFUSED);
		const name = freshName();
		await account.actAs(freshAddress('valda'));
		await communities.sayWhere(name, 'Preiļu novads');
		await expect(page.getByRole('region', { name: 'Vēl jāizlabo' })).toBeFocused();
		await expect(communities.placeField).toHaveAccessibleDescription(/kuru vietu domājat/);
		await expect(communities.nameField).toHaveValue(name);
		await page.getByRole('radio', { name: /Pelēču pagasts/ }).check();
		await communities.next();
		await expect(page).toHaveURL(/\/about(#|$)/);
		await communities.next();
		await expect(page.getByRole('region', { name: 'Vēl jāizlabo' })).toBeFocused();
		await page.getByRole('radio', { name: 'Biedrība' }).check();
		await page.getByText('Darbojamies arī citur').first().click();
		await page.getByRole('checkbox', { name: /Aizkalnes pagasts/ }).check();
		await communities.next();
		await expect(communities.main).toContainText('Aizkalnes pagasts');
		await communities.send();
		await account.expectRefused('Vārds', /jāaizpilda/);
		await communities.sayWhom('valda@example.org');
		await communities.expectRegistered(name);
		await expect(communities.main).toContainText('Aizkalnes pagasts');
	});
});
