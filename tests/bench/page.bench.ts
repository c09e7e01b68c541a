import { chromium, type Browser } from '@playwright/test';
import { chromiumPath } from '../../src/cli/machine.ts';
import { CHROMIUM_ARGUMENTS } from '../e2e/chromium.ts';
import { summarise, type Measurement } from './measure.ts';
import { startServer } from './server.ts';

const RUNS = 7;

/** Milliseconds from navigation until an element matches, seen at a frame; each run in a fresh profile. */
async function timeUntil(browser: Browser, address: string, selectors: readonly string[]): Promise<number[]> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	try {
		const page = await context.newPage();
		await page.addInitScript((wanted: readonly string[]) => {
			const seen: (number | null)[] = wanted.map(() => null);
			Object.assign(globalThis, { benchSeen: seen });
			const look = () => {
				wanted.forEach((selector, i) => {
					if (seen[i] === null && document.querySelector(selector)) seen[i] = performance.now();
				});
				if (seen.includes(null)) requestAnimationFrame(look);
			};
			requestAnimationFrame(look);
		}, selectors);
		await page.goto(address, { waitUntil: 'commit' });
		const handle = await page.waitForFunction(
			() => {
				const { benchSeen } = globalThis as unknown as { benchSeen?: (number | null)[] };
				return benchSeen && !benchSeen.includes(null) ? benchSeen : false;
			},
			undefined,
			{ timeout: 60_000 }
		);
		return (await handle.jsonValue()) as number[];
	} finally {
		await context.close();
	}
}

/** Time to the first readable map and to the interactive one, against a text page of the same server. */
export async function page(): Promise<Measurement[]> {
	const server = await startServer();
	const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS });
	try {
		const blank: number[] = [];
		const readable: number[] = [];
		const interactive: number[] = [];
		for (let run = -1; run < RUNS; run++) {
			const [text = Number.NaN] = await timeUntil(browser, `${server.address}/about/accessibility`, [
				'main h1'
			]);
			const [drawn = Number.NaN, ready = Number.NaN] = await timeUntil(browser, `${server.address}/map`, [
				'svg.map-picture',
				'[data-map][data-ready]'
			]);
			if (run < 0) continue;
			blank.push(text);
			readable.push(drawn);
			interactive.push(ready);
		}
		const yardstick = summarise('text-page', {}, blank);
		return [
			yardstick,
			summarise('map-readable', {}, readable, yardstick),
			summarise('map-interactive', {}, interactive, yardstick)
		];
	} finally {
		await browser.close();
		await server.stop();
	}
}
