import pino from 'pino';

/**
 * The server's log: JSON lines on stderr, so that stdout stays for people. `LOG_LEVEL` is one of pino's levels
 * (default `info`). Never log keys, tokens, search words or anything of class C (what only a community and its helpers may see).
 */
export const log = pino(
	{
		level: process.env.LOG_LEVEL?.trim() || 'info',
		base: undefined,
		timestamp: pino.stdTimeFunctions.isoTime
	},
	// Written at once: a process that ends on an error must not lose the line that says why.
	pino.destination({ dest: 2, sync: true })
);
