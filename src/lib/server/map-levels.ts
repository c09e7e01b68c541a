import type { PreparedFill } from '../layers/catalogue.ts';
import { byName } from '../map/rows.ts';
import type { AreaRow } from '../map/types.ts';
import { LEVELS, type Level } from '../territories/types.ts';
import type { MapView } from './map-view.ts';

/** What a browser needs to draw every level: rows in name order, and the data of which the layers are made. */
export function levelsOf(view: MapView): {
	rowsByLevel: Record<Level, AreaRow[]>;
	fillByLevel: Record<Level, PreparedFill>;
} {
	const of = <T>(make: (level: Level) => T) =>
		Object.fromEntries(LEVELS.map((level) => [level, make(level)])) as Record<Level, T>;
	return {
		rowsByLevel: of((level) => byName(view.at(level).rows)),
		fillByLevel: of((level) => view.at(level).fill)
	};
}
