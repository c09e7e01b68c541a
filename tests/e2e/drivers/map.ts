import { expect, type Locator, type Page } from '@playwright/test';

/** What the interactive map tells of itself on the event `map:inspect` (see `MapCanvas.svelte`). */
interface Inspection {
	classes?: Record<string, number>;
	zoom?: number;
	pixel?: [number, number] | null;
}

/** Drives `/map`: the interactive map, the drawn picture, table, legend, filters and card. */
export class MapPage {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	/** The interactive map; it takes focus and keys. */
	get stage(): Locator {
		return this.page.locator('[data-map]');
	}

	/** The picture that the server drew into the page. */
	get picture(): Locator {
		return this.page.locator('svg.map-picture');
	}

	get table(): Locator {
		return this.page.getByRole('table');
	}

	get card(): Locator {
		return this.page.locator('section[aria-labelledby="card-title"]');
	}

	get legend(): Locator {
		return this.page.locator('section[aria-labelledby="legend-title"]');
	}

	get search(): Locator {
		return this.page.getByRole('combobox', { name: /vietu|place|место/i });
	}

	/** MapLibre has taken over and drawn. */
	async expectInteractive(): Promise<void> {
		await expect(this.stage).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });
	}

	/** Number of areas per class on the interactive map, by its own query of what is painted. */
	async classesOnMap(): Promise<Record<string, number>> {
		return (await this.inspect()).classes ?? {};
	}

	/** Number of areas per class in the drawn picture. */
	async classesInPicture(): Promise<Record<string, number>> {
		return this.picture.evaluate((svg) => {
			const counts: Record<string, number> = {};
			for (const group of svg.querySelectorAll<SVGGElement>('[data-class]')) {
				const name = group.getAttribute('data-class') ?? '';
				counts[name] = (counts[name] ?? 0) + Number(group.getAttribute('data-areas'));
			}
			return counts;
		});
	}

	/** Clicks the map where a point of the earth lies. */
	async clickAt(lon: number, lat: number): Promise<void> {
		const { pixel } = await this.inspect([lon, lat]);
		if (!pixel) throw new Error('The map did not say where that point is.');
		await this.stage.click({ position: { x: pixel[0], y: pixel[1] } });
	}

	/** Chooses parishes, municipalities, regions or the level that fits the zoom. */
	async chooseLevel(level: 'parish' | 'municipality' | 'region' | 'auto'): Promise<void> {
		const value = level === 'parish' ? ':not([href*="level="])' : `[href*="level=${level}"]`;
		await this.page.locator(`nav a${value}[href*="/map"]`).last().click();
	}

	/** The state in the address, without the language. */
	query(): string {
		return decodeURIComponent(new URL(this.page.url()).search);
	}

	private inspect(lngLat?: [number, number]): Promise<Inspection> {
		return this.stage.evaluate((element, point) => {
			const detail: Record<string, unknown> = point === null ? {} : { lngLat: point };
			element.dispatchEvent(new CustomEvent('map:inspect', { detail }));
			return JSON.parse(JSON.stringify(detail)) as Inspection;
		}, lngLat ?? null);
	}
}
