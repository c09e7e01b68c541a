/** A text that a form carries from one step to the next: packed, because nothing is stored before the last step. */
import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * Letters of a packed text. A request may hold 512 kB, and a newly chosen file of 300 kB needs room beside the carried
 * one. Tables pack to about a seventh, so some 1 MB of them fits: so say form and docs/data.md.
 */
const MOST_PACKED = 200_000;
/** Bytes of an unpacked text; a small packed one must not fill the memory. */
const MOST_UNPACKED = 8 * 1024 * 1024;

/** The text as letters that a hidden field can hold; null when it is too long for one. */
export function pack(text: string): string | null {
	const packed = gzipSync(text).toString('base64url');
	return packed.length > MOST_PACKED ? null : packed;
}

/** The text that was packed; null when it was tampered with, or nothing is carried. */
export function unpack(packed: string): string | null {
	if (packed === '') return null;
	try {
		return gunzipSync(Buffer.from(packed, 'base64url'), { maxOutputLength: MOST_UNPACKED }).toString();
	} catch {
		return null;
	}
}
