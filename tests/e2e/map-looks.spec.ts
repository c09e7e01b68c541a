/**
 * What the main layers look like, compared with stored pictures of Chromium on Linux. Texts are left out, because fonts
 * differ from machine to machine. The interactive map only in `npm run test:deep`: how WebGL smooths lines depends on
 * the machine, too. New pictures: add `--update-snapshots`.
 */
import { AccountPages } from './drivers/account.ts';
import { MapPage } from './drivers/map.ts';
import { expect, test } from './fixtures.ts';

/** A day that stays: statuses grow old. */
const DAY = 'asOf=2025-11-21';

const LAYERS = {
	activity: DAY,
	'minority-share': `layer=minority-share&second=zone-eastern-border&${DAY}`,
	population: `layer=population&second=minority-share&${DAY}`,
	'border-distance': `layer=border-distance&second=municipalities&${DAY}`,
	'activity-minority': `mandated&layer=activity-minority&${DAY}`
};

/** A screen, and the size in which a drawn map fills it. */
const SCREENS = {
	light: { colorScheme: 'light', viewport: { width: 640, height: 900 }, drawn: { width: 480, height: 300 } },
	dark: { colorScheme: 'dark', viewport: { width: 640, height: 900 }, drawn: { width: 480, height: 300 } },
	phone: { colorScheme: 'light', viewport: { width: 360, height: 740 }, drawn: { width: 330, height: 205 } }
} as const;

/** A hundredth of the picture may differ: edges do, colours and patterns of areas must not. */
const LIKE = { maxDiffPixelRatio: 0.01, threshold: 0.1 };

test.skip(process.platform !== 'linux', 'pictures of Linux');

for (const [screen, { colorScheme, viewport, drawn }] of Object.entries(SCREENS)) {
	test.describe(screen, () => {
		test.use({ colorScheme, viewport });

		test('the drawn map of each main layer', async ({ app, page }) => {
			// A browser asks for the sign of a page also when a picture is opened by itself.
			app.expectedErrors.push(/404/);
			await new AccountPages(page, app).actAsSample(/PKC darbinieks\s· Latgales/);
			await page.setViewportSize(drawn);
			for (const [layer, query] of Object.entries(LAYERS)) {
				await page.goto(`/map/picture.svg?${query}`);
				await page.locator('svg').evaluate((svg) => svg.querySelector('.labels')?.remove());
				await expect.soft(page).toHaveScreenshot(`drawn-${layer}-${screen}.png`, LIKE);
			}
		});

		test('the interactive map', async ({ app, page }) => {
			test.skip(!process.env.DEEP, 'depends on the machine');
			const map = new MapPage(page);
			await app.open(`/map?${LAYERS['minority-share']}`);
			await map.legend.scrollIntoViewIfNeeded();
			await map.expectInteractive();
			await expect(map.stage.locator('canvas')).toHaveScreenshot(`interactive-${screen}.png`, LIKE);
		});
	});
}
