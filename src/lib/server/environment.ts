/**
 * The settings of the backend, read from the environment once at start.
 */
import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from './errors.ts';
import { isLoopbackHost } from './loopback.ts';

/** A real Supabase: hosted by Supabase or by ourselves. */
export interface HostedSettings {
	kind: 'hosted';
	url: string;
	publishableKey: string;
	secretKey: string;
}

/** The backend inside this process. */
export interface EmbeddedSettings {
	kind: 'embedded';
	/** Absolute path of the directory that holds the database, the keys and the lock. */
	dataDir: string;
	/** Absolute path of `supabase/`: migrations and seed. */
	supabaseDir: string;
	/** Absolute path of `checklists/`: the published versions in it are written into the database. */
	checklistsDir?: string | undefined;
	/** Who may call `/rest/v1` and `/auth/v1`: this machine only, or anybody who reaches the server. */
	api: 'loopback' | 'open';
	/**
	 * Demo mode: sample people exist, and whoever may use them needs no proof of who they are. `loopback`: this machine
	 * only; `open`: anybody who reaches the server.
	 */
	demo?: 'loopback' | 'open' | undefined;
	/** How letters are sent. Without it codes are shown in the log. */
	smtp?: SmtpSettings | undefined;
	/** How long a code in a letter counts, in seconds. */
	codeSeconds?: number | undefined;
}

/** A mail server that sends our letters. */
export interface SmtpSettings {
	host: string;
	port: number;
	user?: string | undefined;
	password?: string | undefined;
	/** Address of the sender, with or without a name. */
	from: string;
}

export type BackendSettings = HostedSettings | EmbeddedSettings;

export type Environment = Readonly<Record<string, string | undefined>>;

/** An empty setting is one that is not set: `FOO=` in a file of settings must not count as a value. */
const optionalText = z.preprocess(
	(value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined),
	z.string().optional()
);

const schema = z.object({
	SUPABASE_URL: optionalText.pipe(z.url({ protocol: /^https?$/ }).optional()),
	SUPABASE_PUBLISHABLE_KEY: optionalText,
	SUPABASE_SECRET_KEY: optionalText,
	DATA_DIR: optionalText,
	APP_ROOT: optionalText,
	EMBEDDED_API: optionalText.pipe(z.enum(['loopback', 'open']).optional()),
	HOST: optionalText,
	ORIGIN: optionalText,
	DEMO: optionalText.pipe(z.enum(['0', '1']).optional()),
	SMTP_HOST: optionalText,
	SMTP_PORT: optionalText.pipe(z.coerce.number<string | undefined>().int().min(1).max(65_535).optional()),
	SMTP_USER: optionalText,
	SMTP_PASSWORD: optionalText,
	SMTP_FROM: optionalText
});

/** Where mail servers take letters from programs, encrypted by STARTTLS. */
const SUBMISSION_PORT = 587;

type Settings = z.infer<typeof schema>;

const HOSTED = ['SUPABASE_URL', 'SUPABASE_PUBLISHABLE_KEY', 'SUPABASE_SECRET_KEY'] as const;

const MEANT: Record<string, string> = {
	SUPABASE_URL: 'an address that begins with http:// or https://',
	EMBEDDED_API: 'loopback or open',
	DEMO: '1 (sample people) or 0 (none)',
	SMTP_PORT: 'a number from 1 to 65535'
};

/**
 * Decides which backend to use: all three `SUPABASE_…` settings → hosted, none → embedded.
 *
 * `APP_ROOT` is the directory that holds `supabase/` and `checklists/`. `npm start` sets it from its own place on disk; otherwise it
 * is the working directory. Nothing is derived from the place of this file, because bundling moves it. A relative
 * `DATA_DIR` counts from there too, wherever the command was called. Without it, data is kept in `.data`, that of demo
 * mode in `.data/demo`.
 *
 * @throws AppError `config` when a setting is missing or has an impossible value
 */
export function readBackendSettings(env: Environment): BackendSettings {
	const parsed = schema.safeParse(env);
	if (!parsed.success) {
		const name = String(parsed.error.issues[0]?.path[0]);
		throw new AppError('config', `${name} must be ${MEANT[name] ?? 'text'}; correct it and start again.`);
	}
	const settings = parsed.data;

	const {
		SUPABASE_URL: url,
		SUPABASE_PUBLISHABLE_KEY: publishableKey,
		SUPABASE_SECRET_KEY: secretKey
	} = settings;
	if (url && publishableKey && secretKey) {
		if (settings.DEMO === '1') {
			throw new AppError(
				'config',
				'DEMO=1 makes sample people that anybody may act as, so it works with the embedded database only: leave out DEMO, or the SUPABASE_… settings.'
			);
		}
		return { kind: 'hosted', url, publishableKey, secretKey };
	}

	const missing = HOSTED.filter((name) => settings[name] === undefined);
	if (missing.length < HOSTED.length) {
		const present = HOSTED.filter((name) => settings[name] !== undefined);
		throw new AppError(
			'config',
			`${present.join(' and ')} ${present.length > 1 ? 'are' : 'is'} set but ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not: ` +
				`set all three to use a Supabase project, or none of them to use the embedded database.`
		);
	}

	const root = resolve(settings.APP_ROOT ?? '.');
	const demo = demoMode(settings);
	return {
		kind: 'embedded',
		dataDir: resolve(root, settings.DATA_DIR ?? (demo ? '.data/demo' : '.data')),
		supabaseDir: resolve(root, 'supabase'),
		checklistsDir: resolve(root, 'checklists'),
		api: settings.EMBEDDED_API ?? 'loopback',
		demo,
		smtp: smtpSettings(settings)
	};
}

/**
 * Demo mode is what `npm start` gives on one's own machine. An installation that others reach by `HOST` or under the
 * name in `ORIGIN` is not a demo unless it says so.
 */
function demoMode(settings: Settings): 'loopback' | 'open' | undefined {
	if (settings.DEMO !== undefined) return settings.DEMO === '1' ? 'open' : undefined;
	const origin = settings.ORIGIN ?? 'http://localhost';
	const ours =
		settings.HOST !== undefined &&
		isLoopbackHost(settings.HOST) &&
		URL.canParse(origin) &&
		isLoopbackHost(new URL(origin).host);
	return ours ? 'loopback' : undefined;
}

function smtpSettings(settings: Settings): SmtpSettings | undefined {
	const { SMTP_HOST: host, SMTP_FROM: from, SMTP_USER: user, SMTP_PASSWORD: password } = settings;
	if (host === undefined && from === undefined) return undefined;
	if (host === undefined || from === undefined) {
		const [present, missing] = host === undefined ? ['SMTP_FROM', 'SMTP_HOST'] : ['SMTP_HOST', 'SMTP_FROM'];
		throw new AppError(
			'config',
			`${present} is set but ${missing} is not: set both to send letters, or none to have codes in the log.`
		);
	}
	return { host, port: settings.SMTP_PORT ?? SUBMISSION_PORT, user, password, from };
}
