import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { chromiumPath } from '../../src/cli/machine.ts';
import { CHROMIUM_ARGUMENTS } from '../e2e/chromium.ts';
import { AccountPages } from '../e2e/drivers/account.ts';
import { App } from '../e2e/drivers/app.ts';
import { Assessments } from '../e2e/drivers/assessments.ts';
import { summarise, type Measurement } from './measure.ts';
import { PORT, startServer } from './server.ts';
import { openLine, SLOW_3G, type Line } from './slow-line.ts';

const RUNS = 5;
/** A slow phone, in relation to this machine. */
const SLOWDOWN = 4;
const PHONE = { viewport: { width: 360, height: 740 }, locale: 'lv-LV' };

/** The framework has taken over a page: what its root adds then, on every page. */
const HYDRATED = '#svelte-announcer';
const FIELD = 'fieldset[id^="item-"] input:enabled';
/** A question that can be answered: the server draws it, and what is chosen is kept when the script has come. */
const QUESTION = `:is([data-early], [data-open="true"]) ${FIELD}`;
/** The script keeps what is chosen. */
const KEPT = `[data-open="true"] ${FIELD}`;
const JOIN_FORM = '[data-ready="true"] form:has(#name) button:enabled';

/** Milliseconds on this page from when it began, or from a press, until an element matches, seen at a frame. */
async function timeUntil(page: Page, selector: string, press?: string): Promise<number> {
	const handle = await page.waitForFunction(
		({ wanted, pressed }) =>
			new Promise<number>((resolve) => {
				let start = 0;
				if (pressed !== undefined) {
					start = performance.now();
					document.querySelector<HTMLElement>(pressed)?.click();
				}
				const look = () => {
					if (document.querySelector(wanted) === null) requestAnimationFrame(look);
					else resolve(performance.now() - start);
				};
				look();
			}),
		{ wanted: selector, pressed: press },
		{ timeout: 60_000 }
	);
	return handle.jsonValue();
}

/** Opens an address on a slow phone with a slow line. */
async function openSlowly(context: BrowserContext, line: Line, path: string): Promise<Page> {
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
	line.setSlow(true);
	await page.goto(line.address + path, { waitUntil: 'commit' });
	return page;
}

/** Waits with a fast line until the browser keeps what it keeps for the next visit. */
async function settle(page: Page, line: Line, keepsPages: boolean): Promise<void> {
	await page.waitForLoadState('networkidle');
	line.setSlow(false);
	if (keepsPages) await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await page.close();
}

/** First and second visit of somebody with a fresh browser: until each of the elements is there. */
async function visitTwice(
	browser: Browser,
	line: Line,
	path: string,
	selectors: readonly string[],
	who: Awaited<ReturnType<BrowserContext['storageState']>>
): Promise<[first: number[], second: number[]]> {
	const context = await browser.newContext({ ...PHONE, storageState: who });
	try {
		const visit = async (): Promise<number[]> => {
			const page = await openSlowly(context, line, path);
			const times = await Promise.all(selectors.map((selector) => timeUntil(page, selector)));
			await settle(page, line, selectors.includes(KEPT));
			return times;
		};
		return [await visit(), await visit()];
	} finally {
		await context.close();
	}
}

/** Somebody without an account: until the form of the link can be used, and from its button to the first question. */
async function join(browser: Browser, line: Line, link: string): Promise<[form: number, question: number]> {
	const context = await browser.newContext(PHONE);
	try {
		const page = await openSlowly(context, line, `/join#${link}`);
		const form = await timeUntil(page, JOIN_FORM);
		return [form, await timeUntil(page, QUESTION, JOIN_FORM)];
	} finally {
		line.setSlow(false);
		await context.close();
	}
}

/**
 * Time to the first question of a community's round on a slow phone with a slow line, at the first visit and at the
 * second, against a page of this site with nothing on it: the address of no page.
 */
export async function firstQuestion(): Promise<Measurement[]> {
	const line = await openLine(PORT);
	const server = await startServer(line.address);
	const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS });
	try {
		const context = await browser.newContext({ ...PHONE, baseURL: line.address });
		const page = await context.newPage();
		const app = new App(page);
		await new AccountPages(page, app).actAsSample(/Kopienas koordinators · Nautrēnu/);
		const round = await new Assessments(page, app).start('Mērījums', 'individual');
		await page.getByRole('button', { name: 'Izveidot saiti' }).click();
		const shown = await page.getByRole('region', { name: 'Saite ir gatava' }).innerText();
		const link = /\/join#([\w-]{43})/.exec(shown)?.[1] ?? '';
		const who = await context.storageState();
		await context.close();

		const times: Record<string, number[]> = {};
		const note = (name: string, ms = Number.NaN) => (times[name] ??= []).push(ms);
		for (let run = -1; run < RUNS; run++) {
			const blank = await visitTwice(browser, line, '/no-such-page', [HYDRATED], who);
			const question = await visitTwice(
				browser,
				line,
				`/assess/round?assessment=${round}`,
				[QUESTION, KEPT],
				who
			);
			const joined = await join(browser, line, link);
			// The first run warms up the server.
			if (run < 0) continue;
			note('blank-page', blank[0][0]);
			note('blank-page-again', blank[1][0]);
			note('first-question', question[0][0]);
			note('first-question-kept', question[0][1]);
			note('first-question-again', question[1][0]);
			note('first-question-again-kept', question[1][1]);
			note('join-form', joined[0]);
			note('join-to-first-question', joined[1]);
		}
		const of = (name: string, yardstick?: Measurement) =>
			summarise(name, { ...SLOW_3G, slowdown: SLOWDOWN }, times[name] ?? [], yardstick, 0);
		const [first, again] = [of('blank-page'), of('blank-page-again')];
		return [
			first,
			of('first-question', first),
			of('first-question-kept', first),
			of('join-form', first),
			of('join-to-first-question', first),
			again,
			of('first-question-again', again),
			of('first-question-again-kept', again)
		];
	} finally {
		await browser.close();
		await server.stop();
		await line.close();
	}
}
