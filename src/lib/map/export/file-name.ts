import type { ExportedMap } from './types.ts';

/** The files that the server makes of a map, as their endings. */
export const SERVED_FORMATS = ['xlsx', 'csv', 'geojson', 'svg'] as const;
export type ServedFormat = (typeof SERVED_FORMATS)[number];
/** A browser makes one more, of the drawn picture. */
export type ExportFormat = ServedFormat | 'png';

/**
 * The name of a file: what it is, of which class of privacy and of which day. The letters of all file systems
 * only: `drosa-kopiena-minority-share-parish-P-2026-11-22.csv`
 * @param what lower-case letters, digits and dashes
 */
export function fileName(
	what: string,
	{ privacy, asOf }: Pick<ExportedMap, 'privacy' | 'asOf'>,
	format: ExportFormat
): string {
	return `drosa-kopiena-${what}-${privacy}-${asOf}.${format}`;
}

/** The name of the file of a map. */
export function exportFileName(
	{ layer, level, ...of }: { layer: { id: string } } & Pick<ExportedMap, 'level' | 'privacy' | 'asOf'>,
	format: ExportFormat
): string {
	return fileName(`${layer.id}-${level}`, of, format);
}
