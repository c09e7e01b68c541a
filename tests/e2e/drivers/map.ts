import { expect, type Locator, type Page } from '@playwright/test';

/** What the interactive map tells of itself on the event `map:inspect` (see `MapInspection` in `area-map.ts`). */
interface Inspection {
	classes?: Record<string, number>;
	patterns?: Record<string, number>;
	over?: Record<string, number>;
	fills?: Record<string, number>;
	faded?: Record<string, number>;
	signs?: number;
	numbers?: number;
	hasOutline?: boolean;
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

	/** Numbers and years of the table that stand on more than one line, or reach into the next cell. */
	async brokenNumbers(): Promise<string[]> {
		const numbers = this.table.locator('td.n');
		await expect(numbers).not.toHaveCount(0);
		return numbers.evaluateAll((cells) =>
			cells.flatMap((cell) => {
				const range = document.createRange();
				range.selectNodeContents(cell);
				const lines = new Set([...range.getClientRects()].map(({ top }) => top)).size;
				const fits = cell.scrollWidth <= cell.clientWidth;
				return lines > 1 || !fits ? [cell.textContent] : [];
			})
		);
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
		return countsIn(this.picture, 'data-class');
	}

	/** Number of areas per class as the legend says them, without classes that have none. */
	async classesInLegend(): Promise<Record<string, number>> {
		return countsIn(this.legend, 'data-class');
	}

	/** Number of areas per pattern over the fills, as the legend says them. */
	async patternsInLegend(): Promise<Record<string, number>> {
		return countsIn(this.legend, 'data-pattern');
	}

	/** The form that chooses what the map shows. */
	get picker(): Locator {
		return this.page.getByRole('form', { name: 'Ko rādīt kartē' });
	}

	/** Chooses what colours the areas. */
	async chooseLayer(name: string): Promise<void> {
		await this.picker.getByRole('combobox', { name: 'Krāsa' }).selectOption(name);
	}

	/** Chooses what lies over the colours. */
	async chooseSecond(name: string): Promise<void> {
		await this.picker.getByRole('combobox', { name: 'Pāri tai' }).selectOption(name);
	}

	/** Types limits of classes of one's own. */
	async typeLimits(limits: string): Promise<void> {
		await this.picker.getByText('Klases un gads').click();
		await this.picker.getByRole('combobox', { name: 'Kā dalīt klasēs' }).selectOption('manual');
		await this.picker.getByRole('textbox', { name: 'Robežas' }).fill(limits);
	}

	/** Moves the pointer to where a point of the earth lies. */
	async pointAt(lon: number, lat: number): Promise<void> {
		await this.stage.hover({ position: await this.pixelOf(lon, lat) });
	}

	/** Clicks the map where a point of the earth lies. */
	async clickAt(lon: number, lat: number): Promise<void> {
		await this.stage.click({ position: await this.pixelOf(lon, lat) });
	}

	private async pixelOf(lon: number, lat: number): Promise<{ x: number; y: number }> {
		const { pixel } = await this.inspect([lon, lat]);
		if (!pixel) throw new Error('The map did not say where that point is.');
		return { x: pixel[0], y: pixel[1] };
	}

	/** The outline of the area that is pointed at, selected or focused. */
	outlined(mark: 'hover' | 'selected' | 'focus'): Locator {
		return this.stage.locator(`[data-mark=${mark}]`);
	}

	/** Whether an outline lies around a point of the earth, on the map as it is drawn now. */
	async outlines(mark: 'hover' | 'selected' | 'focus', lon: number, lat: number): Promise<boolean> {
		const pixel = await this.pixelOf(lon, lat);
		const stage = await this.stage.boundingBox();
		const outline = await this.outlined(mark).boundingBox();
		if (!stage || !outline) return false;
		const [right, down] = [stage.x + pixel.x - outline.x, stage.y + pixel.y - outline.y];
		const isAround = right > 0 && down > 0 && right < outline.width && down < outline.height;
		return isAround && outline.width < stage.width && outline.height < stage.height;
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

	/** What the interactive map draws, by its own query. */
	inspect(lngLat?: [number, number]): Promise<Inspection> {
		return this.stage.evaluate((element, point) => {
			const detail: Record<string, unknown> = point === null ? {} : { lngLat: point };
			element.dispatchEvent(new CustomEvent('map:inspect', { detail }));
			return JSON.parse(JSON.stringify(detail)) as Inspection;
		}, lngLat ?? null);
	}
}

/** Areas by the value of an attribute; what has no areas is left out. */
function countsIn(within: Locator, attribute: string): Promise<Record<string, number>> {
	return within.evaluate((element, name) => {
		const counts: Record<string, number> = {};
		for (const part of element.querySelectorAll(`[${name}]`)) {
			const key = part.getAttribute(name) ?? '';
			const areas = Number(part.getAttribute('data-areas'));
			if (areas > 0) counts[key] = (counts[key] ?? 0) + areas;
		}
		return counts;
	}, attribute);
}
