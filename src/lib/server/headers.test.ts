import { expect, it } from 'vitest';
import { setSecurityHeaders } from './headers.ts';

it('sets the security headers, and asks for https only when it is there', () => {
	const headers = new Headers();
	setSecurityHeaders(headers, false);
	expect(Object.fromEntries(headers)).toEqual({
		'cross-origin-opener-policy': 'same-origin',
		'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
		'referrer-policy': 'same-origin',
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY'
	});
	setSecurityHeaders(headers, true);
	expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
});

it('leaves a stricter header of a page as it is', () => {
	const headers = new Headers({ 'Referrer-Policy': 'no-referrer' });
	setSecurityHeaders(headers, false);
	expect(headers.get('referrer-policy')).toBe('no-referrer');
});

it('lets other sites show a page in a frame only where that is said', () => {
	const policy = "default-src 'none'; frame-ancestors 'none'; object-src 'none'";
	const set = (framed: boolean) => {
		const headers = new Headers({ 'Content-Security-Policy': policy });
		setSecurityHeaders(headers, false, framed);
		return [headers.get('x-frame-options'), headers.get('content-security-policy')];
	};
	expect(set(false)).toEqual(['DENY', policy]);
	expect(set(true)).toEqual([null, "default-src 'none'; frame-ancestors *; object-src 'none'"]);
});
