import type { ExportedMap } from './types.ts';

/** The files that the server makes of a map, as their endings. */
export const SERVED_FORMATS = ['xlsx', 'csv', 'geojson', 'svg'] as const;
export type ServedFormat = (typeof SERVED_FORMATS)[number];
/** A browser makes one more, of the drawn picture. */
export type ExportFormat = ServedFormat | 'png';

/**
 * The name of a file: what it is, of which class of privacy and of which day. The letters of all file systems
 * only: `drosa-kopiena-minority-share-parish-P-2026-11-22.csv`
 */
export function exportFileName(
	{
		layer,
		level,
		privacy,
		asOf
	}: { layer: { id: string } } & Pick<ExportedMap, 'level' | 'privacy' | 'asOf'>,
	format: ExportFormat
): string {
	return `drosa-kopiena-${layer.id}-${level}-${privacy}-${asOf}.${format}`;
}
