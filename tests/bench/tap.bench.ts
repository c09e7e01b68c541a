import { chromium, type Page } from '@playwright/test';
import { chromiumPath } from '../../src/cli/machine.ts';
import { CHROMIUM_ARGUMENTS } from '../e2e/chromium.ts';
import { summarise, type Measurement } from './measure.ts';
import { startServer } from './server.ts';

const RUNS = 40;

/** Starts the full form and waits for its first questions. */
async function openForm(page: Page, address: string): Promise<void> {
	await page.goto(`${address}/assess`);
	await page.locator('[data-ready="true"]').waitFor();
	await page.locator('input[name="form"][value="full"]').check();
	await page.locator('form:has(input[name="form"]) button').click();
	await page.locator('[data-live-index]').waitFor({ state: 'attached' });
}

/**
 * Milliseconds from a tap until the frame after what it changes: levels 1 and 2 of the first question in turn, seen
 * in the result beside it; as yardstick a box that only ticks itself.
 */
async function timeTaps(page: Page, target: 'answer' | 'box'): Promise<number[]> {
	return page.evaluate(
		async ({ runs, answer }) => {
			const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
			const find = (selector: string) => {
				const found = document.querySelector<HTMLElement>(selector);
				if (found === null) throw new Error(`no ${selector}`);
				return found;
			};
			const box = document.createElement('input');
			box.type = 'checkbox';
			document.body.append(box);
			const times: number[] = [];
			for (let run = -5; run < runs; run++) {
				const level = 1 + (Math.abs(run) % 2);
				const tapped = answer ? find(`fieldset[id^="item-"] input[value="${level}"]`) : box;
				const seen = () => (answer ? find('[data-live-index]').dataset.liveIndex : String(box.checked));
				const before = seen();
				await frame();
				const start = performance.now();
				tapped.click();
				while (seen() === before) {
					if (performance.now() - start > 5000) throw new Error('A tap changed nothing.');
					await new Promise((resolve) => setTimeout(resolve));
				}
				await frame();
				if (run >= 0) times.push(performance.now() - start);
			}
			box.remove();
			return times;
		},
		{ runs: RUNS, answer: target === 'answer' }
	);
}

/** Time from a tap on an answer to the updated result on the page, with the whole checklist open. */
export async function tap(): Promise<Measurement[]> {
	const server = await startServer();
	const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS });
	try {
		const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
		await openForm(page, server.address);
		const yardstick = summarise('tap-a-box', {}, await timeTaps(page, 'box'));
		return [yardstick, summarise('tap-to-result', {}, await timeTaps(page, 'answer'), yardstick)];
	} finally {
		await browser.close();
		await server.stop();
	}
}
