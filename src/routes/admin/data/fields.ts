/** Names that the form and those who read it share; without the schema, which browsers need not load. */

/** Fields that say where in the table something stands. */
export const COLUMN_FIELDS = [
	...(['code', 'name', 'municipality', 'yearColumn', 'category', 'value', 'of'] as const),
	...(['part', 'without', 'where'] as const)
] as const;

/** Fields `place:LABEL` say which territory a row means. */
export const PLACE = 'place:';

/** Name of the field that says what a row means. */
export function placeField(label: string): string {
	return `${PLACE}${label}`;
}
