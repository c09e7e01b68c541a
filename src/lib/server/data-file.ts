/** Files that people take along. Class M is noted in the audit log before it is given (decision 9). */
import { createHash } from 'node:crypto';
import type { PrivacyClass } from '../map/export/types.ts';
import type { RegionCode } from '../territories/types.ts';
import { expectDone, type Client } from './client.ts';

/** Content types of the files that people take along. */
export const FILE_TYPE = {
	csv: 'text/csv; charset=utf-8; header=present',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	geojson: 'application/geo+json; charset=utf-8',
	svg: 'image/svg+xml; charset=utf-8'
};

/**
 * A file to be saved. A public one may be kept for a minute, as the picture of the page; one of class M by nobody.
 * @param content what stands for the body where that is never the same twice
 */
export function fileResponse(
	{ name, type, privacy }: { name: string; type: keyof typeof FILE_TYPE; privacy: PrivacyClass },
	body: string | Buffer,
	content: string | Buffer = body
): Response {
	const headers: Record<string, string> = {
		'Content-Type': FILE_TYPE[type],
		'Content-Disposition': `attachment; filename="${name}"`,
		'Cache-Control': privacy === 'M' ? 'private, no-store' : 'public, max-age=60'
	};
	// SvelteKit answers whoever has the same already with 304.
	if (privacy === 'P') headers.ETag = `"${createHash('sha256').update(content).digest('hex').slice(0, 32)}"`;
	return new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers });
}

/**
 * Notes in the audit log that data of class M leave the site. It comes before they are sent: what cannot be noted is
 * not given.
 * @param client reads with the rights of whoever asks
 * @param what lower-case letters, digits and dashes, at most 60
 * @param region whose log shows it besides the national one; null = no other
 * @throws AppError `forbidden` for people without a mandate
 */
export async function noteExport(client: Client, what: string, region: RegionCode | null): Promise<void> {
	expectDone(await client.rpc('record_export', { what, ...(region === null ? {} : { region }) }));
}
