import type { Locator, Page } from '@playwright/test';

/** Drives `/map/compare`: two drawn maps, their legends, the form and the handle between them. */
export class ComparePage {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	/** The two drawn maps. */
	get pictures(): Locator {
		return this.page.locator('.maps img');
	}

	/** Where one map ends and the other begins. */
	get handle(): Locator {
		return this.page.getByRole('slider', { name: 'Robeža starp abām kartēm' });
	}

	/** The form of one side. */
	side(name: 'Pirmā karte' | 'Otrā karte'): Locator {
		return this.page.getByRole('group', { name });
	}

	/** How many pictures have arrived and can be seen. */
	async drawn(): Promise<number> {
		return this.pictures.evaluateAll(
			(images) => images.filter((image) => image instanceof HTMLImageElement && image.naturalWidth > 0).length
		);
	}

	/** Names of the classes in the legend of one side. */
	classesOf(side: 'left' | 'right'): Promise<string[]> {
		return this.page.locator(`.under-${side} li span:not(.count)`).allInnerTexts();
	}
}
