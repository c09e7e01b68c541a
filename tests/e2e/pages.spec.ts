import { PAGES } from './pages.ts';
import { everyCombination, type Combination } from './matrix.ts';
import { expect, test } from './fixtures.ts';

/** A phone as narrow as any, or text twice as large. */
const VIEWPORTS = { phone: { width: 320, height: 640 }, desktop: { width: 1280, height: 900 } };
const factors = {
	page: PAGES,
	locale: ['lv', 'en', 'ru'],
	scheme: ['light', 'dark'],
	device: ['phone', 'desktop']
} as const;

/**
 * Each page on a phone in Russian, whose words are the longest; every third one also on a desktop in one of the others.
 * All of it is in `npm run test:deep`.
 */
function someCombinations(): Combination<typeof factors>[] {
	return PAGES.flatMap((page, n) => {
		const isEven = n % 2 === 0;
		const narrow = { page, locale: 'ru', scheme: isEven ? 'light' : 'dark', device: 'phone' } as const;
		if (n % 3 !== 0) return [narrow];
		const wide = { page, scheme: isEven ? 'dark' : 'light', device: 'desktop' } as const;
		return [narrow, { ...wide, locale: isEven ? 'lv' : 'en' } as const];
	});
}

test.slow(Boolean(process.env.DEEP), 'the long table of the whole country');

for (const { page: path, locale, scheme, device } of process.env.DEEP
	? everyCombination(factors)
	: someCombinations()) {
	test(`${path} in ${locale}, ${scheme}, ${device}: accessible, fits, speaks one language`, async ({
		app,
		page
	}) => {
		await page.setViewportSize(VIEWPORTS[device]);
		await page.emulateMedia({ colorScheme: scheme });
		expect(await app.open(path, locale)).toBe(200);
		await expect(page.locator('html')).toHaveAttribute('lang', locale);
		await expect(page.locator('h1')).toHaveCount(1);
		await app.expectNoSidewaysScroll();
		await app.expectAccessible();
	});
}
