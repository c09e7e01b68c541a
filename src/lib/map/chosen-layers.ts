import { ACTIVITY_LAYERS } from '../layers/activity.ts';
import type { PreparedFill } from '../layers/catalogue.ts';
import type { FigureRow } from '../layers/figures.ts';
import { OUTLINE_LAYERS, POINT_LAYERS, zoneOutline, type SecondLayer } from '../layers/overlays.ts';
import type { Layer } from '../layers/types.ts';
import type LegendGrid from './LegendGrid.svelte';
import type PickClasses from './PickClasses.svelte';
import type { Level } from '../territories/types.ts';

/** The layers of a map, made of what the server has prepared. */
export interface ChosenLayers {
	layerByLevel: Record<Level, Layer<FigureRow>>;
	second: SecondLayer | null;
	/** The legend of two values at once; null for layers of one. */
	Grid: typeof LegendGrid | null;
	/** The choice of window, classes and year; null where there is nothing to choose. */
	Classing: typeof PickClasses | null;
}

/** What the server says of the chosen layers (`MapView`). */
interface Prepared {
	fillByLevel: Record<Level, PreparedFill>;
	/** Id of what lies over the fill; null = nothing. */
	second: string | null;
	zones: readonly Parameters<typeof zoneOutline>[0][];
}

/** The layers to show. Most readers look at activity alone: all other layers are fetched when they are wanted. */
export async function chosenLayers({ fillByLevel, second, zones }: Prepared): Promise<ChosenLayers> {
	const zoneLayers = zones.map(zoneOutline);
	const light = [...POINT_LAYERS, ...OUTLINE_LAYERS, ...zoneLayers].find(({ id }) => id === second) ?? null;
	if (fillByLevel.parish.id === 'activity' && light?.id === (second ?? undefined)) {
		return { layerByLevel: ACTIVITY_LAYERS, second: light, Grid: null, Classing: null };
	}
	const [{ fillLayer, secondLayer }, { default: Classing }] = await Promise.all([
		import('../layers/catalogue.ts'),
		import('./PickClasses.svelte')
	]);
	const parish = fillLayer(fillByLevel.parish, 'parish');
	return {
		layerByLevel: {
			parish,
			municipality: fillLayer(fillByLevel.municipality, 'municipality'),
			region: fillLayer(fillByLevel.region, 'region')
		},
		second: second === null ? null : secondLayer(second, zoneLayers),
		Grid: parish.grid ? (await import('./LegendGrid.svelte')).default : null,
		Classing
	};
}
