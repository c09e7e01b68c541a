/**
 * Headers that tell browsers to be careful. The content security policy, which needs a nonce per page, is in
 * `svelte.config.js`.
 */
const HEADERS = {
	'X-Content-Type-Options': 'nosniff',
	// Forms need the origin of our own pages; other sites learn nothing of what was looked at here.
	'Referrer-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	// For browsers that do not know `frame-ancestors`.
	'X-Frame-Options': 'DENY',
	'Cross-Origin-Opener-Policy': 'same-origin'
};

/** What a page may not be shown in: a frame of another site. */
const UNFRAMED = "frame-ancestors 'none'";

/**
 * Sets the security headers of an answer. One that a page has set itself stays: it knows of a stricter one.
 * @param headers changed in place
 * @param https the visitor's connection is encrypted; only then may a browser be told to insist on it
 * @param framed other sites may show it in a frame
 */
export function setSecurityHeaders(headers: Headers, https: boolean, framed = false): void {
	for (const [name, value] of Object.entries(HEADERS)) {
		if (!headers.has(name)) headers.set(name, value);
	}
	if (https) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
	if (framed) allowFrames(headers);
}

function allowFrames(headers: Headers): void {
	headers.delete('X-Frame-Options');
	const policy = headers.get('Content-Security-Policy');
	if (policy !== null) headers.set('Content-Security-Policy', policy.replace(UNFRAMED, 'frame-ancestors *'));
}
