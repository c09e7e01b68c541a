import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type JSHandle, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { chromiumPath } from '../../src/cli/machine.ts';
import { CHROMIUM_ARGUMENTS } from '../e2e/chromium.ts';
import type { Bench, MapName } from './layers/page.ts';
import { summarise, type Measurement } from './measure.ts';
import { PORT } from './server.ts';

/** Fresh pages for each map, in turn: a busy moment of the machine then meets all of them. */
const ROUNDS = 2;
const SWITCHES = 25;
const MOVES = 25;
const VIEWPORT = { width: 1000, height: 640 };
const MAPS: readonly MapName[] = ['maplibre', 'leaflet-svg', 'area-map', 'area-map-activity'];
/** The first ones are yardsticks for the others. */
const YARDSTICKS: readonly MapName[] = ['maplibre', 'leaflet-svg'];

/** Frames as fast as they come: at 60 a second, work of 1 ms and of 15 ms would take the same time. */
const UNLIMITED_FRAMES = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** The page of this benchmark, built as pages of the product are. */
async function servePage(): Promise<{ address: string; stop: () => Promise<void> }> {
	const outDir = mkdtempSync(join(tmpdir(), 'drosa-kopiena-bench-'));
	const common = {
		configFile: false,
		root: join(import.meta.dirname, 'layers'),
		logLevel: 'error'
	} as const;
	await build({ ...common, build: { outDir, target: 'es2022', chunkSizeWarningLimit: 2000 } });
	const server = await preview({
		...common,
		build: { outDir },
		preview: { port: PORT, strictPort: true }
	});
	return {
		address: `http://localhost:${PORT}/`,
		stop: async () => {
			await server.close();
			rmSync(outDir, { recursive: true, force: true });
		}
	};
}

/** The two layers must look different, or nothing was measured. */
async function checkPictures(page: Page, bench: JSHandle<Bench>, name: MapName): Promise<void> {
	const before = await page.screenshot();
	await bench.evaluate(({ switchLayer }) => switchLayer());
	if (before.equals(await page.screenshot()))
		throw new Error(`${name}: a switch changed nothing on the screen.`);
}

interface Pointed {
	times: number[];
	/** How often the canvas was drawn for it in all. */
	redraws: number;
}

/** Moves the pointer in waves from west to east, and waits for the map after each step. */
async function movePointer(page: Page, bench: JSHandle<Bench>, name: MapName): Promise<Pointed> {
	const { width, height } = VIEWPORT;
	const before = await bench.evaluate(({ pointer }) => pointer());
	const plain = await page.screenshot();
	for (let move = 0; move < MOVES; move++) {
		const part = move / MOVES;
		await page.mouse.move(width * (0.3 + 0.4 * part), height * (0.55 + 0.1 * Math.sin(move)));
		await bench.evaluate(({ rest }) => rest());
	}
	if (plain.equals(await page.screenshot())) throw new Error(`${name}: the pointer singled out nothing.`);
	const { times, redraws } = await bench.evaluate(({ pointer }) => pointer());
	return { times, redraws: redraws - before.redraws };
}

interface Visit {
	units: number;
	first: number;
	switches: number[];
	/** How often outlines of areas went to the worker, or were read there again, in all switches. */
	shapesSent: number;
	pointer: Pointed;
}

/** Everything about one map on a fresh page. */
async function visit(browser: Browser, address: string, name: MapName): Promise<Visit> {
	const page = await browser.newPage({ viewport: VIEWPORT });
	try {
		await page.goto(address);
		const bench = await page.evaluateHandle(() => (globalThis as unknown as { bench: Bench }).bench);
		const started = await bench.evaluate(({ start }, wanted) => start(wanted), name);
		await checkPictures(page, bench, name);
		const { times, shapesSent } = await bench.evaluate(
			({ switchLayers }, runs) => switchLayers(runs),
			SWITCHES
		);
		return { ...started, switches: times, shapesSent, pointer: await movePointer(page, bench, name) };
	} finally {
		await page.close();
	}
}

/**
 * Time until the country is drawn, until another layer is shown, and until the area under the pointer is singled out:
 * the product's map against plain MapLibre (`setPaintProperty`) and against Leaflet with SVG. Throws when a switch of
 * the product's map sends outlines again, or when it draws its canvas anew for the pointer.
 */
export async function layers(): Promise<Measurement[]> {
	const site = await servePage();
	const browser = await chromium.launch({
		executablePath: chromiumPath(),
		args: [...CHROMIUM_ARGUMENTS, ...UNLIMITED_FRAMES]
	});
	try {
		const visits = new Map<MapName, Visit[]>(MAPS.map((name) => [name, []]));
		for (let round = 0; round < ROUNDS; round++) {
			for (const name of MAPS) visits.get(name)?.push(await visit(browser, site.address, name));
		}
		return report(visits);
	} finally {
		await browser.close();
		await site.stop();
	}
}

function report(visits: ReadonlyMap<MapName, readonly Visit[]>): Measurement[] {
	const of = (name: MapName) => visits.get(name) ?? [];
	const sentPerSwitch = (name: MapName) =>
		of(name).reduce((sum, { shapesSent }) => sum + shapesSent, 0) / (ROUNDS * SWITCHES);
	const pointerTimes = (name: MapName) => of(name).flatMap(({ pointer }) => pointer.times);
	const redrawsPerArea = (name: MapName) =>
		of(name).reduce((sum, { pointer }) => sum + pointer.redraws, 0) / pointerTimes(name).length;
	const ours = MAPS.filter((name) => !YARDSTICKS.includes(name));
	for (const name of ours) {
		if (sentPerSwitch(name) > 0) throw new Error(`${name}: a switch of the layer sent outlines again.`);
		if (redrawsPerArea(name) > 0) throw new Error(`${name}: the pointer had the canvas drawn anew.`);
	}
	// What the first frame and the pointer cost does not hang on the pair of layers.
	const measured = MAPS.filter((name) => name !== 'area-map-activity');
	return [
		...compared('layers-first-draw', measured, (name) => of(name).map(({ first }) => first)),
		...compared(
			'layers-switch',
			MAPS,
			(name) => of(name).flatMap(({ switches }) => switches),
			(name) => ({ units: of(name)[0]?.units ?? 0, shapesSent: sentPerSwitch(name) })
		),
		...compared('layers-hover', measured, pointerTimes, (name) => ({ redraws: redrawsPerArea(name) }))
	];
}

/** The yardsticks alone, and every other map once against each of them. */
function compared(
	what: string,
	names: readonly MapName[],
	times: (name: MapName) => readonly number[],
	parameters: (name: MapName) => Measurement['parameters'] = () => ({})
): Measurement[] {
	const of = (name: MapName, yardstick?: Measurement) =>
		summarise(`${what}-${name}`, parameters(name), times(name), yardstick);
	const yardsticks = YARDSTICKS.map((name) => of(name));
	const others = names.filter((name) => !YARDSTICKS.includes(name));
	return [...yardsticks, ...others.flatMap((name) => yardsticks.map((yardstick) => of(name, yardstick)))];
}
