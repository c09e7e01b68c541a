/** Tokens of links. Only hashes reach the database; the token itself is in the link and nowhere else. */
import { createHash, randomBytes } from 'node:crypto';

export interface Token {
	/** 32 random bytes as base64url: what stands in the link. */
	token: string;
	/** What the functions of the database are called with; see `hashToken`. */
	hash: string;
}

/** A token nobody can guess. */
export function newToken(): Token {
	const token = randomBytes(32).toString('base64url');
	return { token, hash: hashToken(token) };
}

/** SHA-256 of a token, in hex. The database stores the hash of this hash. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
