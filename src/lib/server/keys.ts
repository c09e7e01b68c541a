/**
 * The keys of an embedded installation: made at its first start, kept beside its data, never committed or logged.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from './errors.ts';

const schema = z.object({
	/** Opens the API as `anon`. */
	publishable: z.string().startsWith('sb_publishable_'),
	/** Opens the API as `service_role`. */
	secret: z.string().startsWith('sb_secret_'),
	/** Signs the tokens of signed-in people. The library's own default is a published constant. */
	jwtSecret: z.string().min(32)
});

export type InstallationKeys = z.infer<typeof schema>;

/**
 * Reads the keys of an installation, or makes them when there are none yet.
 * @param file where they are kept; readable by the owner only
 * @throws AppError `data_dir` when the file is there but cannot be used
 */
export async function loadKeys(file: string): Promise<InstallationKeys> {
	try {
		const text = readFileSync(file, 'utf8');
		chmodSync(file, 0o600);
		return schema.parse(JSON.parse(text));
	} catch (error) {
		if (isMissing(error)) return await makeKeys(file);
		throw new AppError(
			'data_dir',
			`The keys in ${file} cannot be read: put the file back from a backup, or delete it to get new keys (everybody has to sign in again).`,
			{ cause: error }
		);
	}
}

async function makeKeys(file: string): Promise<InstallationKeys> {
	const { generateApiKey } = await import('@supabase/lite');
	const keys = {
		publishable: (await generateApiKey('publishable')).key,
		secret: (await generateApiKey('secret')).key,
		jwtSecret: randomBytes(48).toString('base64url')
	};
	writeFileSync(file, `${JSON.stringify(keys, null, '\t')}\n`, { mode: 0o600, flag: 'wx' });
	return keys;
}

function isMissing(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
