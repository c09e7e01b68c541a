import type { Layer, LayerClass } from '../layers/types.ts';
import type { AreaRow } from './types.ts';

/** How many areas inside the filter a class has. */
export interface ClassCount {
	look: LayerClass;
	count: number;
}

/**
 * Areas per class, in legend order. “No data” stands last and only where it occurs; every other class always
 * stands, so that a missing colour is seen to be missing.
 */
export function classCounts(rows: readonly AreaRow[], layer: Layer<AreaRow>): ClassCount[] {
	const counts = new Map<string, number>();
	for (const row of rows) {
		if (!row.matches) continue;
		const id = layer.classOf(row) ?? layer.noData.id;
		counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	const looks: readonly LayerClass[] = [...layer.classes, layer.noData];
	return looks
		.map((look) => ({ look, count: counts.get(look.id) ?? 0 }))
		.filter(({ look, count }) => count > 0 || look.id !== layer.noData.id);
}
