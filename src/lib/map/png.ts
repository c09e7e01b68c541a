/** Makes a picture of dots out of a drawn one. Runs in browsers only. */

/** Width in CSS pixels, and dots for each of them: sharp on paper up to A4. */
const WIDTH = 1200;
const DENSITY = 2;

/** Size of a drawn picture in its own units; throws RangeError when it does not say. */
export function sizeOf(svg: string): { width: number; height: number } {
	const [, , width, height] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
	if (width === undefined || height === undefined || !(width > 0) || !(height > 0)) {
		throw new RangeError('The picture does not say how large it is.');
	}
	return { width, height };
}

/**
 * Draws an SVG document as PNG.
 * @throws Error when the browser cannot draw or pack it
 */
async function svgToPng(svg: string): Promise<Blob> {
	const { width, height } = sizeOf(svg);
	const [across, down] = [WIDTH * DENSITY, Math.round((WIDTH * DENSITY * height) / width)];
	// Some browsers draw nothing of a picture without a size of its own.
	const sized = svg.replace('<svg ', `<svg width="${across}" height="${down}" `);
	const address = URL.createObjectURL(new Blob([sized], { type: 'image/svg+xml' }));
	try {
		const image = new Image(across, down);
		image.src = address;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = across;
		canvas.height = down;
		const context = canvas.getContext('2d');
		if (context === null) throw new Error('The browser has no canvas.');
		context.drawImage(image, 0, 0, across, down);
		return await new Promise((done, refuse) => {
			canvas.toBlob((blob) => {
				if (blob === null) refuse(new Error('The picture is too large for the browser.'));
				else done(blob);
			}, 'image/png');
		});
	} finally {
		URL.revokeObjectURL(address);
	}
}

/**
 * Fetches a drawn picture of our own server and hands it to the reader as PNG.
 * @param method `POST` where a mandate adds to it
 * @throws Error when there is no picture, or the browser cannot draw it
 */
export async function savePng(address: string, method: 'GET' | 'POST', name: string): Promise<void> {
	const drawn = await fetch(address, { method });
	if (!drawn.ok) throw new Error(`picture: HTTP ${drawn.status}`);
	saveFile(await svgToPng(await drawn.text()), name);
}

/** Hands a file to the reader, as a link would. */
function saveFile(file: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = name;
	link.click();
	// The browser has begun to read it by then.
	setTimeout(() => {
		URL.revokeObjectURL(link.href);
	}, 60_000);
}
