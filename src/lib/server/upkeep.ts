/** What the server does on its own, with its own key: once a day it deletes what may no longer be kept. */
import { z } from 'zod';
import { unwrap, type Backend } from './client.ts';
import { sentence } from './errors.ts';
import { log } from './log.ts';
import { parseRows } from './rows.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const deletedSchema = z.object({
	contacts: z.number(),
	invitation_hints: z.number(),
	respondent_links: z.number(),
	respondents: z.number()
});

/**
 * Deletes contacts without consent in force, whom old invitations were for, old links of respondents, and the
 * respondents whose time is over with all they answered. Several servers may do it at once.
 * @returns how many of each
 */
export async function deleteExpired(backend: Backend): Promise<z.infer<typeof deletedSchema>> {
	const rows = unwrap(await backend.serviceClient().rpc('delete_expired'));
	const [deleted] = parseRows('delete_expired', deletedSchema, rows);
	return deleted ?? { contacts: 0, invitation_hints: 0, respondent_links: 0, respondents: 0 };
}

/**
 * Deletes now and once a day. A failure is logged and tried again the next day: nothing is shown that has expired,
 * the policies see to that.
 * @returns ends it
 */
export function startUpkeep(backend: Backend): () => void {
	const run = (): void => {
		deleteExpired(backend).then(
			(deleted) => {
				if (Object.values(deleted).some((count) => count > 0))
					log.info({ code: 'upkeep', ...deleted }, 'Deleted what had expired.');
			},
			(error: unknown) => log.error({ code: 'upkeep' }, sentence(error))
		);
	};
	run();
	const timer = setInterval(run, DAY_MS);
	timer.unref();
	return () => clearInterval(timer);
}
