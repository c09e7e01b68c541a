/**
 * `npm run people:first`: prints a link with which the first national user takes up their role, on an installation
 * that has none. It reads the settings of `npm start`; with the embedded database the server must be stopped meanwhile.
 */
import { closeBackend, openBackend } from '../lib/server/backend.ts';
import { unwrap } from '../lib/server/client.ts';
import { AppError, isAppError } from '../lib/server/errors.ts';
import { newToken } from '../lib/server/tokens.ts';

/** Long enough to start the server and sign in; short enough to be forgotten without harm. */
const HOURS = 24;

async function invite(): Promise<void> {
	const backend = await openBackend(process.env);
	try {
		const { token, hash } = newToken();
		const expires = new Date(Date.now() + HOURS * 60 * 60 * 1000);
		const { data, error } = await backend
			.serviceClient()
			.rpc('invite_first_national', { token_hash: hash, expires_at: expires.toISOString() });
		if (error?.code === 'DK004') {
			throw new AppError(
				'already_used',
				'There is a national user already: they invite others under “Workspace, Invitations”.'
			);
		}
		unwrap({ data, error });
		const origin = process.env.ORIGIN?.trim() || `http://localhost:${process.env.PORT?.trim() || '3000'}`;
		console.log(new URL(`/invite/${token}`, origin).href);
		console.log(`For one person, once, within ${HOURS} hours: open it on the running server and sign in.`);
	} finally {
		await closeBackend();
	}
}

try {
	await invite();
} catch (error) {
	console.error(isAppError(error) && !process.env.DEBUG ? error.message : error);
	// At the very end, because the embedded database sets the exit code to 0 when it closes.
	process.once('exit', () => (process.exitCode = 1));
}
