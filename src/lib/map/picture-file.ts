/**
 * A drawn map fetched as a file (`/map/picture.svg`), made fit for a page: without the style it carries for
 * itself. The page has that style already, and its security policy forbids style elements from elsewhere.
 */
export function withoutStyle(svg: string): string {
	return svg.replace(/<style>[^<]*<\/style>/, '');
}
