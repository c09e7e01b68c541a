/** The checklist that anybody may try. */
export const CHECKLIST = 'drosa-kopiena';
