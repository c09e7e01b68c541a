/**
 * Letters with codes, as the embedded backend sends them: to a mail server, or, when there is none, into the log. In
 * demo mode they are kept in memory and shown on `/demo/mail`. A real Supabase writes its own (docs/deploy.md).
 */
import { SmtpEmailDriver } from '@supabase/lite';
import { m } from '../i18n/paraglide/messages.js';
import { getLocale } from '../i18n/paraglide/runtime.js';
import type { EmbeddedSettings } from './environment.ts';
import { sentence } from './errors.ts';
import { log } from './log.ts';

/** A letter, with what its reader needs of it. */
export interface Letter {
	to: string;
	/** Proves who asked to sign in, or who wants a new password. */
	purpose: 'sign_in' | 'reset';
	code: string;
	/** ISO moment. */
	sentAt: string;
}

type Message = { to: string; subject: string };

/** The letters of demo mode. */
export interface Letters {
	/** The latest ones, newest first. */
	all(): readonly Letter[];
	/** Takes out the newest letter to an address. */
	take(address: string): Letter | undefined;
}

/** What the auth library needs of us: one method. */
interface Postbox {
	send(message: Message): Promise<void>;
	/** Undefined outside demo mode. */
	letters: Letters | undefined;
}

/**
 * The library's own letters are in English and carry a link that signs in whoever opens it, link scanners of mail
 * servers included. So it is told to write only what we need into the subject, and the letter is written here.
 */
export const LETTER_TEMPLATES = {
	magic_link: { subject: 'sign_in {{ .Token }}' },
	confirmation: { subject: 'sign_in {{ .Token }}' },
	recovery: { subject: 'reset {{ .Token }}' }
};
const SUBJECT = /^(sign_in|reset) (\d+)$/;

/** Letters kept in demo mode. */
const KEPT = 50;

/**
 * Opens the postbox of an embedded backend. Sending never waits for the mail server: the database answers one request
 * at a time, and a visitor must not learn from the time whether an address is known.
 * @param settings demo mode keeps letters and sends none; otherwise `smtp` sends them, or the log shows them
 */
export function openPostbox(
	settings: Pick<EmbeddedSettings, 'demo' | 'smtp'> & { codeSeconds: number }
): Postbox {
	const kept: Letter[] = [];
	const server = settings.demo === undefined ? mailServer(settings.smtp) : undefined;
	return {
		letters: settings.demo === undefined ? undefined : keeper(kept),
		send(message) {
			const letter = readLetter(message);
			if (letter === null) return Promise.resolve();
			if (server) {
				const { subject, text } = write(letter, settings.codeSeconds);
				server.send({ to: letter.to, subject, text }).catch((error: unknown) => {
					// Mail servers repeat the address they refuse.
					const reason = sentence(error).replace(/\S+@\S+/g, '…');
					log.error({ code: 'letter' }, `A letter could not be sent (${reason}).`);
				});
			} else if (settings.demo !== undefined) {
				kept.unshift(letter);
				kept.length = Math.min(kept.length, KEPT);
			}
			if (!server && !isSample(letter.to)) {
				log.info(
					{ code: 'letter' },
					`No letters are sent. The code for ${maskAddress(letter.to)} is ${letter.code}.`
				);
			}
			return Promise.resolve();
		}
	};
}

function keeper(kept: Letter[]): Letters {
	return {
		all: () => kept,
		take(address) {
			const index = kept.findIndex((letter) => letter.to === address);
			return index < 0 ? undefined : kept.splice(index, 1)[0];
		}
	};
}

function mailServer(smtp: EmbeddedSettings['smtp']): SmtpEmailDriver | undefined {
	if (smtp === undefined) return undefined;
	const { host, port, user, password, from } = smtp;
	const credentials = user !== undefined && password !== undefined ? { user, pass: password } : {};
	return new SmtpEmailDriver({ host, port, from, timeoutMs: 20_000, ...credentials });
}

function readLetter({ to, subject }: Message): Letter | null {
	const [, purpose, code] = SUBJECT.exec(subject) ?? [];
	if ((purpose !== 'sign_in' && purpose !== 'reset') || code === undefined) return null;
	return { to, purpose, code, sentAt: new Date().toISOString() };
}

/** The letter in the language of the page that asked for it. */
function write({ purpose, code }: Letter, codeSeconds: number): { subject: string; text: string } {
	const locale = getLocale();
	const reset = purpose === 'reset';
	const minutes = Math.round(codeSeconds / 60);
	return {
		subject: reset ? m.letter_reset_subject({}, { locale }) : m.letter_sign_in_subject({}, { locale }),
		text: [
			reset ? m.letter_reset_text({ code }, { locale }) : m.letter_sign_in_text({ code }, { locale }),
			m.letter_valid({ minutes }, { locale }),
			m.letter_not_you({}, { locale }),
			m.site_name({}, { locale })
		].join('\n\n')
	};
}

/** An address that its owner recognises and nobody else: `a…@example.lv`. */
export function maskAddress(address: string): string {
	const at = address.lastIndexOf('@');
	return `${address.slice(0, 1)}…${address.slice(at)}`;
}

/** The address of a sample person. */
export function isSample(address: string): boolean {
	return address.endsWith('@paraugs.lv');
}
