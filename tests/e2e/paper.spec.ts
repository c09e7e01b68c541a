import { questionName } from '../../src/lib/checklists/xlsform.ts';
import { PER_SHEET, PRINT_SIZES } from '../../src/lib/assessments/paper.ts';
import { AccountPages } from './drivers/account.ts';
import { Assessments, definition, QUICK, ROUNDS } from './drivers/assessments.ts';
import { freshName } from './drivers/communities.ts';
import { Paper } from './drivers/paper.ts';
import { somebodyElse, Workspace } from './drivers/workspace.ts';
import { expect, test as base } from './fixtures.ts';

/** The status of a refused page is an error of the network in the eyes of the browser. */
const REFUSED = /the server responded with a status of 4\d\d/;
const UNREACHABLE = /ERR_INTERNET_DISCONNECTED|Failed to load resource/;
const COORDINATOR = /Kopienas koordinators · Nautrēnu/;
const MEMBER = /Kopienas dalībnieks/;

const test = base.extend<{
	assessments: Assessments;
	account: AccountPages;
	paper: Paper;
	round: string;
	/** Begins a round of the full form on paper, as somebody who may. */
	startFull: () => Promise<string>;
}>({
	assessments: async ({ page, app }, use) => use(new Assessments(page, app)),
	account: async ({ page, app }, use) => use(new AccountPages(page, app)),
	paper: async ({ page, app }, use) => use(new Paper(page, app)),
	/** A round that has just begun. */
	round: async ({ account, assessments }, use) => {
		await account.actAsSample(COORDINATOR);
		await use(await assessments.start(`Papīrs ${freshName()}`));
	},
	startFull: async ({ app, page }, use) =>
		use(async () => {
			await app.open(ROUNDS);
			await page.getByLabel(/Pilnais novērtējums/).check();
			await page.getByLabel(/Uz papīra/).check();
			await page.getByRole('button', { name: 'Sākt pašnovērtējumu' }).click();
			await expect(page).toHaveURL(/\?done=started$/);
			return /[\w-]{36}(?=\?)/.exec(page.url())?.[0] ?? '';
		})
});

const [first = '', second = '', third = ''] = QUICK;
const onSecond = QUICK[PER_SHEET.normal] ?? '';

test('from a printed sheet, by its QR code or its short code, to the answers in the order of the paper', async ({
	app,
	page,
	paper,
	round
}) => {
	test.slow();
	await app.open(`/assessments/${round}`);
	await page.getByRole('link', { name: 'Drukāt lapas' }).click();
	await expect(paper.sheets).toHaveCount(Math.ceil(QUICK.length / PER_SHEET.normal));
	await expect(paper.sheet(1)).toContainText('vārdus');
	await app.expectAccessible();

	const codes = new Set<string>();
	const onPaper: string[][] = [];
	for (let number = 1; number <= (await paper.sheets.count()); number++) {
		const where = await paper.qrOf(number);
		expect(where.href).toBe(new URL(`/assessments/${round}/enter?sheet=${number}`, page.url()).href);
		codes.add(await paper.codeOf(number));
		onPaper.push(await paper.itemsOf(number));
	}
	expect(codes.size).toBe(onPaper.length);
	expect(onPaper.flat()).toEqual(QUICK);

	// One key for each item, and nothing else: the screen goes on by itself, also from sheet to sheet.
	const ofThird = onPaper[2]?.[0] ?? '';
	const { pathname, search } = await paper.qrOf(2);
	await app.open(pathname + search);
	await expect(paper.field(onSecond)).toBeFocused();
	for (const key of '1n3') await page.keyboard.press(key);
	await expect(paper.field(ofThird)).toBeFocused();
	await paper.expectSent();
	await app.open('/enter');
	await page.getByLabel('Īsais kods').fill([...codes][2] ?? '');
	await page.keyboard.press('Enter');
	await expect(paper.field(ofThird)).toBeFocused();
	for (const key of '023') await page.keyboard.press(key);
	await paper.expectSent();
	const typed = [1, 'dk', 3, 0, 2, 3];
	const items = [...(onPaper[1] ?? []), ...(onPaper[2] ?? [])];
	expect(await paper.answers(round)).toEqual(Object.fromEntries(items.map((item, n) => [item, typed[n]])));
});

test('keys lead back and on, and what is no answer is said', async ({ app, page, paper, round }) => {
	test.slow();
	await app.open(`/assessments/${round}/enter?sheet=2`);
	await expect(paper.field(onSecond)).toBeFocused();

	// Back to the first sheet by arrow, then through it.
	await page.keyboard.press('ArrowUp');
	await expect(paper.field(third)).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowUp');
	await expect(paper.field(first)).toBeFocused();
	await page.keyboard.press('2');
	await expect(paper.field(second)).toBeFocused();
	await expect(paper.said).toContainText(`${first}: 2.`);
	await page.keyboard.press('n');
	await expect(paper.field(third)).toBeFocused();
	// What is no answer is said, and nothing moves.
	await page.keyboard.press('7');
	await expect(paper.said).toContainText('Te der tikai');
	await expect(paper.field(third)).toBeFocused();
	await page.keyboard.press('0');
	await expect(paper.field(onSecond)).toBeFocused();
	// The other items by pressing: the screen stays where it is.
	await paper.row(onSecond).getByRole('button', { name: /^3 – / }).click();
	await expect(paper.row(onSecond)).toHaveAttribute('data-value', '3');
	await app.expectAccessible();
	await app.expectNoSidewaysScroll();

	await paper.expectSent();
	expect(await paper.answers(round)).toEqual({ [first]: 2, [second]: 'dk', [third]: 0, [onSecond]: 3 });
	await page.reload();
	await expect(paper.row(first)).toHaveAttribute('data-value', '2');
	await expect(paper.field(second)).toHaveValue('n');
});

test('“does not apply” asks why, and only where it may be said', async ({
	account,
	app,
	page,
	paper,
	startFull
}) => {
	const may = definition.items.find(({ naAllowed }) => naAllowed)?.id ?? '';
	await account.actAsSample(COORDINATOR);
	const round = await startFull();
	await app.open(`/assessments/${round}/enter?sheet=1`);
	await expect(paper.field(first)).toBeFocused();
	await page.keyboard.press('x');
	await expect(paper.said).toContainText('attiecas uz katru vietu');
	await expect(paper.row(first)).not.toHaveAttribute('data-value');
	await paper.field(may).focus();
	await page.keyboard.press('x');
	const reason = paper.row(may).getByLabel('Kāpēc tas uz jums neattiecas?');
	await expect(reason).toBeFocused();
	await page.keyboard.type('Pie mums tā nav');
	await page.keyboard.press('Enter');
	await expect(reason).not.toBeFocused();
	await paper.expectSent();
	expect(await paper.answers(round)).toEqual({ [may]: 'na' });
});

test('without a connection answers wait on the device, and are sent when it is back', async ({
	app,
	context,
	page,
	paper,
	round
}) => {
	app.expectedErrors.push(UNREACHABLE);
	await app.open(`/assessments/${round}/enter?sheet=1`);
	await expect(paper.field(first)).toBeFocused();
	await context.setOffline(true);
	await page.keyboard.press('1');
	await expect(paper.row(first)).toHaveAttribute('data-value', '1');
	await expect(page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'waiting');
	await expect(page.getByRole('button', { name: 'Sūtīt tagad' })).toBeVisible();
	await context.setOffline(false);
	await paper.expectSent();
	expect(await paper.answers(round)).toEqual({ [first]: 1 });
});

test('what somebody else entered meanwhile is set beside it, and somebody chooses', async ({
	app,
	assessments,
	page,
	paper,
	round
}) => {
	// What the server has is fetched once; what comes after that nobody here has seen.
	const fetched = page.waitForResponse((response) => response.url().endsWith('/answers'));
	await app.open(`/assessments/${round}/enter?sheet=1`);
	await fetched;
	await expect(paper.field(first)).toBeFocused();
	await assessments.write(round, { [first]: 3 });
	await page.keyboard.press('1');
	const conflict = page.locator(`[data-conflict="${first}"]`);
	await expect(conflict).toBeVisible({ timeout: 15_000 });
	await expect(conflict.getByRole('listitem')).toHaveCount(2);
	await expect(page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'attention');
	expect(await paper.answers(round)).toEqual({ [first]: 3 });
	await app.expectAccessible();
	await conflict.getByRole('button', { name: 'Paturēt šo: Jūsu' }).click();
	await expect(conflict).toBeHidden();
	await paper.expectSent();
	expect(await paper.answers(round)).toEqual({ [first]: 1 });
});

test('the short code leads to its sheet, however it is typed; a wrong one is said to be', async ({
	app,
	browser,
	baseURL,
	page,
	paper,
	round
}) => {
	await paper.open(round, '?size=large');
	const code = await paper.codeOf(3);
	await app.open('/workspace');
	await page.getByRole('link', { name: 'Ierakstīt no papīra' }).click();
	await app.expectAccessible();
	await page.getByLabel('Īsais kods').fill(code.toLowerCase().replace('-', ' '));
	await page.getByRole('button', { name: 'Atvērt lapu' }).click();
	await expect(page).toHaveURL(new RegExp(`/assessments/${round}/enter\\?sheet=3&size=large$`));

	await app.open('/enter');
	const swapped = `${code.slice(1, 2)}${code.slice(0, 1)}${code.slice(2)}`;
	const wrong = swapped === code ? `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}` : swapped;
	await page.getByLabel('Īsais kods').fill(wrong);
	await page.getByRole('button', { name: 'Atvērt lapu' }).click();
	await expect(page.getByRole('region', { name: 'Vēl jāizlabo' })).toContainText('Šāda koda nav');
	await expect(page.getByLabel('Īsais kods')).toHaveValue(wrong);

	// Of somebody else's round they learn nothing.
	const other = await somebodyElse(browser, baseURL);
	other.app.expectedErrors.push(REFUSED);
	await other.account.actAsSample(/civilās aizsardzības/);
	await other.app.open(`/enter?code=${code}`);
	await expect(other.page.getByRole('region', { name: 'Vēl jāizlabo' })).toContainText('tāda nav');
	expect(await other.app.open(`/assessments/${round}/sheets`)).toBe(404);
	expect(await other.app.open(`/assessments/${round}/enter`)).toBe(404);
	await other.leave();

	const member = await somebodyElse(browser, baseURL);
	await member.account.actAsSample(MEMBER);
	await member.app.open(`/enter?code=${code}`);
	await expect(member.page).toHaveURL(new RegExp(`/assessments/${round}/enter`));
	await member.leave();
});

test('answers collected with KoboToolbox come in from a file, all or none, once, and are taken back', async ({
	account,
	app,
	assessments,
	browser,
	baseURL,
	page
}) => {
	test.slow();
	await account.actAsSample(COORDINATOR);
	const round = await assessments.start(`Kobo ${freshName()}`, 'individual');
	await app.open(`/assessments/${round}`);
	await page.getByRole('link', { name: 'Ievest atbildes no KoboToolbox vai ODK' }).click();
	await app.expectAccessible();
	await app.expectNoSidewaysScroll();
	const workbook = await page.getByRole('link', { name: /XLSX/ }).getAttribute('href');
	const file = await page.request.get(workbook ?? '');
	expect(file.headers()['content-disposition']).toContain(
		`drosa-kopiena-quick-border-${definition.version}-xlsform.xlsx`
	);

	const headings = `checklist_id;checklist_version;as_of;_uuid;_submitted_by;d/${questionName(first)}`;
	const people = (...answers: string[]): string =>
		[
			headings,
			...answers.map(
				(value, n) => `drosa-kopiena;${definition.version};2026-05-01;${round}-${n};anna;${value}`
			)
		].join('\n');
	const check = async (csv: string): Promise<void> => {
		await page
			.getByLabel('CSV fails')
			.setInputFiles({ name: 'kobo.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
		await page.getByRole('button', { name: 'Pārbaudīt failu' }).click();
	};
	app.expectedErrors.push(REFUSED);
	await check(people('1').replace(definition.version, '0.9.0'));
	await expect(page.getByRole('region', { name: 'Vēl jāizlabo' })).toContainText('drosa-kopiena 0.9.0');
	await check(people('1', '7', 'dk'));
	await expect(page.locator('[data-sheets]')).toHaveAttribute('data-faults', '1');
	await expect(page.locator('[data-sheets]')).toHaveAttribute('data-sheets', '3');
	await expect(page.getByRole('row', { name: `3 ${questionName(first)} “7” nav atbilde` })).toBeVisible();
	await expect(page.getByRole('button', { name: /^Ievest/ })).toHaveCount(0);
	await app.expectAccessible();
	await app.expectNoSidewaysScroll();

	const load = async (added: number, known: number): Promise<void> => {
		await check(people('1', '3', 'dk'));
		await expect(page.locator('[data-left-out="personal"]')).toHaveText('_submitted_by');
		await page.getByRole('button', { name: 'Ievest atbilžu lapas: 3' }).click();
		await expect(page.locator(`[data-added="${added}"][data-known="${known}"]`)).toBeVisible();
	};
	await load(3, 0);
	await load(0, 3);
	await app.open(`/assessments/${round}`);
	await expect(page.locator('[data-joined]')).toHaveAttribute('data-finished', '3');
	await expect(page.locator('[data-state="imported"]')).toHaveCount(1);
	await app.expectAccessible();
	await assessments.askAndDo('Neskaitīt ievestās atbildes', 'Jā, neskaitīt');
	await expect(page.locator('[data-joined]')).toHaveAttribute('data-joined', '0');
	await page.goto(`/assessments/${round}/import`);
	await load(3, 0);

	const member = await somebodyElse(browser, baseURL);
	member.app.expectedErrors.push(REFUSED);
	await member.account.actAsSample(MEMBER);
	expect(await member.app.open(`/assessments/${round}/import`)).toBe(403);
	await member.leave();
});

test('every sheet fits on its page, in every form, size and language', async ({
	paper,
	round,
	startFull
}) => {
	test.slow();
	for (const id of [round, await startFull()]) {
		for (const size of ['normal', 'large']) {
			for (const language of ['lv', 'en', 'ru']) {
				await paper.open(id, `?size=${size}&lang=${language}`);
				await expect(paper.sheet(1)).toHaveAttribute('lang', language);
				// The page has 267 mm between its margins; the rest is for long names of communities.
				expect(await paper.tallest(), `${size} ${language}`).toBeLessThanOrEqual(260);
			}
		}
	}
});

test('one A4 page is printed for each sheet, and none besides', async ({
	browserName,
	page,
	paper,
	round,
	startFull
}) => {
	test.skip(browserName !== 'chromium', 'only Chromium makes PDF');
	test.slow();
	const full = await startFull();
	const itemsOf = { [round]: QUICK.length, [full]: definition.items.length };
	for (const [id, count] of Object.entries(itemsOf)) {
		for (const size of PRINT_SIZES) {
			await paper.open(id, `?size=${size}`);
			const sheets = Math.ceil(count / PER_SHEET[size]);
			await expect(paper.sheets).toHaveCount(sheets);
			const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
			// Each sheet begins a page: where there are no more pages than sheets, none is split.
			expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g), `${count} ${size}`).toHaveLength(sheets);
			for (const [, width, height] of pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)) {
				// 210 × 297 mm in points of 1/72 inch.
				expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
			}
		}
	}
});

test('the pages are accessible and fit, in every language', async ({ app, page, round }) => {
	test.slow();
	const pages = new Workspace(page, app);
	await pages.expectGoodInAllLanguages(`/assessments/${round}/enter`);
	await pages.expectGoodInAllLanguages('/enter?code=2222-2223');
	await pages.expectGoodInAllLanguages(`/assessments/${round}/sheets`);
	await pages.expectGoodInAllLanguages(`/assessments/${round}/import`);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('sheets are shown, and found by their code', async ({ page, paper, round }) => {
		await paper.open(round);
		await page.getByLabel('Valoda uz papīra').selectOption('ru');
		await page.getByRole('button', { name: 'Rādīt lapas' }).click();
		await expect(paper.sheet(1)).toHaveAttribute('lang', 'ru');
		await expect(page.locator('html')).toHaveAttribute('lang', 'lv');
		const code = await paper.codeOf(1);
		await page.goto('/enter');
		await page.getByLabel('Īsais kods').fill(code);
		await page.getByRole('button', { name: 'Atvērt lapu' }).click();
		await expect(page).toHaveURL(new RegExp(`/assessments/${round}/enter\\?sheet=1$`));
		// Playwright finds no text in what stands there for browsers without script.
		await expect(page.locator('noscript p')).toBeVisible();
		await expect(page.locator('noscript p')).toContainText('ieslēgts JavaScript');
		await expect(page.locator('[data-save-state]')).toHaveCount(0);
	});
});
