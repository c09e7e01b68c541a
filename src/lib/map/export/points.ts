import { m } from '../../i18n/paraglide/messages.js';
import type { PlacePoint } from '../types.ts';
import type { Cell } from './types.ts';

/** One column of points, as `ExportColumn` is of areas. */
interface PointColumn {
	/** Heading for programs: lower-case English. */
	id: string;
	/** Heading for people. */
	label: () => string;
	value: (point: PlacePoint) => Cell;
}

/** What files say of places and bodies that lie over the areas; their headings are those of areas where they can be. */
export const POINT_COLUMNS: readonly PointColumn[] = [
	{ id: 'kind', label: m.export_kind, value: ({ kind }) => kind },
	{ id: 'name', label: m.table_name, value: ({ name }) => name },
	{ id: 'place', label: m.export_point_place, value: ({ place }) => place },
	{ id: 'territory-code', label: m.export_code, value: ({ territoryCode }) => territoryCode },
	{ id: 'territory', label: m.export_point_territory, value: ({ territory }) => territory },
	{ id: 'lon', label: m.export_point_lon, value: ({ lon }) => lon },
	{ id: 'lat', label: m.export_point_lat, value: ({ lat }) => lat },
	{ id: 'source', label: m.table_source, value: ({ sourceId }) => sourceId }
];
