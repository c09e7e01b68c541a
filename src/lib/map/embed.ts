import { escapeXml } from './svg-text.ts';

/** Height of the frame in CSS pixels: map and legend on a phone without scrolling inside it. */
const HEIGHT = 620;

/** HTML that shows the embedded map on another site. */
export function embedCode(address: string, title: string): string {
	return `<iframe src="${escapeXml(address)}" title="${escapeXml(title)}" width="100%" height="${HEIGHT}" style="border:0" loading="lazy"></iframe>`;
}
