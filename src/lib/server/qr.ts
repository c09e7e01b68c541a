import { encode } from 'uqr';

/** A QR code, drawn: dark squares of one unit on a light ground of `size` × `size` units, quiet zone included. */
export interface QrCode {
	size: number;
	/** Path of the dark squares, for `<path d>`. */
	path: string;
}

/** What the standard asks to be left blank around a code. */
const QUIET_ZONE = 4;

/** The QR code of a text; a damaged or badly printed one is still read (15 % may be lost). */
export function drawQr(text: string): QrCode {
	const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
	let path = '';
	for (const [y, row] of data.entries()) {
		for (let x = 0; x < row.length; x++) {
			if (!row[x]) continue;
			const from = x;
			while (row[x + 1]) x += 1;
			const run = x + 1 - from;
			path += `M${from} ${y}h${run}v1h-${run}z`;
		}
	}
	return { size, path };
}
