/**
 * Letters with codes and invitations, as the embedded backend sends them: to a mail server, or, when there is none,
 * codes into the log. In demo mode they are kept in memory and shown on `/demo/mail`. A real Supabase writes its own
 * letters with codes, and none with invitations (docs/deploy.md).
 */
import { SmtpEmailDriver } from '@supabase/lite';
import { m } from '../i18n/paraglide/messages.js';
import { getLocale } from '../i18n/paraglide/runtime.js';
import type { EmbeddedSettings } from './environment.ts';
import { sentence } from './errors.ts';
import { log } from './log.ts';

/** A letter with what proves who asked to sign in, or who wants a new password. */
export interface CodeLetter {
	to: string;
	purpose: 'sign_in' | 'reset';
	code: string;
	/** ISO moment. */
	sentAt: string;
}

/** A letter that invites somebody to a role. */
export interface Invitation {
	to: string;
	link: string;
	/** The role with its place, in the language of the letter. */
	role: string;
	/** Who invites: an organisation or a role, no name. */
	inviter: string;
	/** The last day of the link, written out. */
	until: string;
}

export interface InvitationLetter extends Invitation {
	purpose: 'invitation';
	sentAt: string;
}

export type Letter = CodeLetter | InvitationLetter;

/** What became of a letter: on its way, kept for the demo, or not sent because there is no mail server. */
export type Delivery = 'sent' | 'kept' | 'none';

type Message = { to: string; subject: string };

/** The letters of demo mode. */
export interface Letters {
	/** The latest ones, newest first. */
	all(): readonly Letter[];
	/** Takes out the newest code for an address. */
	take(address: string): CodeLetter | undefined;
}

interface Postbox {
	/** All that the auth library needs of us. */
	send(message: Message): Promise<void>;
	/** Sends an invitation, in the language of the page. Without a mail server the link stays with who invites. */
	invite(invitation: Invitation): Delivery;
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
	const post = (letter: Letter): Delivery => {
		if (server) {
			const { subject, text } = write(letter, settings.codeSeconds);
			server.send({ to: letter.to, subject, text }).catch((error: unknown) => {
				// Mail servers repeat the address they refuse.
				const reason = sentence(error).replace(/\S+@\S+/g, '…');
				log.error({ code: 'letter' }, `A letter could not be sent (${reason}).`);
			});
			return 'sent';
		}
		if (settings.demo === undefined) return 'none';
		kept.unshift(letter);
		kept.length = Math.min(kept.length, KEPT);
		return 'kept';
	};
	return {
		letters: settings.demo === undefined ? undefined : keeper(kept),
		invite(invitation) {
			const delivery = post({ ...invitation, purpose: 'invitation', sentAt: new Date().toISOString() });
			// Without the link: it opens a role for weeks, and who invites has it on the screen.
			if (delivery === 'none') {
				log.info(
					{ code: 'letter' },
					`No letters are sent. ${maskAddress(invitation.to)} was invited by link.`
				);
			}
			return delivery;
		},
		send(message) {
			const letter = readLetter(message);
			if (letter === null) return Promise.resolve();
			post(letter);
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
			const found = kept.filter((letter) => letter.purpose !== 'invitation').find(({ to }) => to === address);
			if (found !== undefined) kept.splice(kept.indexOf(found), 1);
			return found;
		}
	};
}

function mailServer(smtp: EmbeddedSettings['smtp']): SmtpEmailDriver | undefined {
	if (smtp === undefined) return undefined;
	const { host, port, user, password, from } = smtp;
	const credentials = user !== undefined && password !== undefined ? { user, pass: password } : {};
	return new SmtpEmailDriver({ host, port, from, timeoutMs: 20_000, ...credentials });
}

function readLetter({ to, subject }: Message): CodeLetter | null {
	const [, purpose, code] = SUBJECT.exec(subject) ?? [];
	if ((purpose !== 'sign_in' && purpose !== 'reset') || code === undefined) return null;
	return { to, purpose, code, sentAt: new Date().toISOString() };
}

/** The letter in the language of the page that asked for it. */
function write(letter: Letter, codeSeconds: number): { subject: string; text: string } {
	const locale = getLocale();
	if (letter.purpose === 'invitation') {
		const { inviter, role, link, until } = letter;
		return {
			subject: m.letter_invitation_subject({}, { locale }),
			text: [
				m.letter_invitation_text({ inviter, role }, { locale }),
				link,
				m.letter_invitation_valid({ until }, { locale }),
				m.letter_invitation_not_you({}, { locale }),
				m.site_name({}, { locale })
			].join('\n\n')
		};
	}
	const { purpose, code } = letter;
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
function maskAddress(address: string): string {
	const at = address.lastIndexOf('@');
	return `${address.slice(0, 1)}…${address.slice(at)}`;
}

/** The address of a sample person. */
export function isSample(address: string): boolean {
	return address.endsWith('@paraugs.lv');
}
