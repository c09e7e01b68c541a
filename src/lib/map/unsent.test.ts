import * as devalue from 'devalue';
import { describe, expect, it } from 'vitest';
import { unsent } from './unsent.ts';

describe('unsent', () => {
	it('is readable where it was made and is not among the data that are sent', () => {
		const data = { picture: unsent('<svg/>'), title: 'Karte' };
		expect(data.picture.value).toBe('<svg/>');
		// The serialisation of SvelteKit, for the page and for requests of data.
		expect(devalue.uneval(data)).toBe('{picture:{},title:"Karte"}');
		expect(devalue.parse(devalue.stringify(data))).toEqual({ picture: {}, title: 'Karte' });
	});
});
