import { createHash } from 'node:crypto';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { todayInRiga } from '$lib/activity/dates.ts';
import { compareText } from '$lib/i18n/format.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { localizeHref } from '$lib/i18n/paraglide/runtime.js';
import { LOCATOR_WIDTH, locatorOfUnits } from '$lib/map/locator.ts';
import { admit, attempt } from '$lib/server/actions.ts';
import type { Backend } from '$lib/server/client.ts';
import { loadSources } from '$lib/server/communities.ts';
import { requireMandate } from '$lib/server/guard.ts';
import { answer } from '$lib/server/http.ts';
import { loadZones } from '$lib/server/indicators.ts';
import type { Session } from '$lib/server/session.ts';
import { loadTerritories } from '$lib/server/territories.ts';
import { lightPlane } from '$lib/server/topology.ts';
import { loadBorderDistances, saveZone } from '$lib/server/zones.ts';
import { isUnitKind, type TerritoryIndex } from '$lib/territories/hierarchy.ts';
import { plainId } from '$lib/territories/names.ts';
import { EASTERN_BORDER, partsOfZone, territoriesInZone, unitsWithinKm } from '$lib/territories/zones.ts';
import { readForm, refuse, type Refused } from '$lib/ui/forms.ts';
import { sourceOf } from '../../source.ts';
import { kilometres, zoneForm, type ZoneForm } from './form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await requireMandate(event, ['national']);
	const { backend } = event.locals;
	const [zones, sources, index] = await answer(
		Promise.all([loadZones(backend), loadSources(backend), loadTerritories(backend)])
	);
	const params = event.url.searchParams;
	const asked = params.get('zone');
	const zone = zones.find(({ id }) => id === asked) ?? null;
	if (asked !== null && zone === null) error(404, { message: 'not_found', code: 'not_found' });
	if (zone?.id === EASTERN_BORDER) error(403, { message: 'forbidden', code: 'forbidden' });
	const day = params.get('version');
	// A new version begins as a copy of the newest.
	const version =
		zone?.versions.find(({ validFrom }) => validFrom === day) ??
		(day === null ? zone?.versions.at(-1) : undefined);
	if (day !== null && version === undefined) error(404, { message: 'not_found', code: 'not_found' });
	return {
		zone: zone === null ? null : { id: zone.id, name: zone.name },
		version: version === undefined ? null : { ...version, isNew: day === null },
		today: todayInRiga(new Date()),
		sources: sources.map(({ id, title }) => ({ value: id, label: title })),
		places: index
			.atLevel('municipality')
			.map(({ code, name }) => ({
				code,
				name,
				units: index
					.unitsOf(code)
					.filter((unit) => unit.code !== code)
					.map((unit) => ({ code: unit.code, name: unit.name }))
					.sort((a, b) => compareText(a.name, b.name))
			}))
			.sort((a, b) => compareText(a.name, b.name))
	};
};

/** A form that can be read, and the territories that it names. */
interface ReadZone {
	form: ZoneForm;
	values: Record<string, string>;
	/** As they will be listed. */
	codes: string[];
	index: TerritoryIndex;
}
type ZoneOutcome = ({ ok: true } & ReadZone) | ({ ok: false } & Refused & { codes: string[] });

export const actions: Actions = {
	/** Shows which places the zone holds; nothing is stored. */
	check: async (event) => {
		const { outcome } = await enter(event);
		return outcome.ok ? shown(outcome) : refused(outcome);
	},

	save: async (event) => {
		const { session, outcome } = await enter(event);
		if (!outcome.ok) return refused(outcome);
		const { form, values, codes } = outcome;
		if (form.seen !== markOf(codes)) return shown(outcome, m.zone_look_first());
		const { backend } = event.locals;
		const done = await attempt(event, values, async () => {
			const [zones, sources] = await Promise.all([loadZones(backend), loadSources(backend)]);
			const taken = zones.map(({ id }) => id);
			const zoneId = form.zone === '' ? plainId(form.name, taken) : form.zone;
			const written = {
				...{ zoneId, name: form.name, definition: form.definition, validFrom: form.validFrom },
				validTo: form.validTo === '' ? null : form.validTo,
				borderKm: form.how === 'border' ? kilometres(form.km) : null,
				territoryCodes: codes
			};
			await saveZone(session.client, written, sourceOf(form), sources);
			return zoneId;
		});
		if (done.failure) return done.failure;
		redirect(303, `${localizeHref('/admin/zones')}?done=${done.value}`);
	}
};

async function enter(event: RequestEvent): Promise<{ session: Session; outcome: ZoneOutcome }> {
	const formData = await event.request.formData();
	const { session } = await admit(event, formData, () => requireMandate(event, ['national']));
	return { session, outcome: await answer(readZone(event.locals.backend, formData)) };
}

async function readZone(backend: Backend, formData: FormData): Promise<ZoneOutcome> {
	const read = readForm(zoneForm, formData);
	const index = await loadTerritories(backend);
	const ticked = formData.getAll('territory').filter((code) => typeof code === 'string');
	const listed = ticked.filter((code) => isListable(index, code));
	if (!read.ok) return { ...read, codes: listed };
	const { data, values } = read;
	const codes =
		data.how === 'list'
			? listed
			: unitsWithinKm(index, await loadBorderDistances(backend), kilometres(data.km));
	if (codes.length === 0) {
		const problems = data.how === 'list' ? { territory: 'choose' as const } : { km: 'number' as const };
		return { ok: false, values, problems, codes };
	}
	return { ok: true, form: data, values, codes, index };
}

/** Municipalities and units can be listed. */
function isListable(index: TerritoryIndex, code: string): boolean {
	const kind = index.byCode(code)?.kind;
	return kind !== undefined && (kind === 'municipality' || isUnitKind(kind));
}

function markOf(codes: readonly string[]): string {
	return createHash('sha256').update(codes.toSorted().join(' ')).digest('base64url');
}

function refused(outcome: Refused & { codes: string[] }) {
	const { data, ...rest } = refuse(400, outcome);
	return fail(rest.status, { ...data, codes: outcome.codes });
}

/** The places of the zone, by municipality and on a small map; with a message it is a refusal to save. */
function shown({ values, codes, index }: ReadZone, message?: string) {
	const inside = territoriesInZone(index, { territoryCodes: codes });
	const parts = partsOfZone(index, inside);
	const units = parts.flatMap((part) => part.units.map(({ code }) => code));
	const plane = lightPlane(LOCATOR_WIDTH);
	const told = {
		values: { ...values, seen: markOf(codes) },
		problems: {},
		codes,
		preview: {
			units: units.length,
			picture: plane && locatorOfUnits(plane, units),
			parts: parts
				.map(({ municipality, isWhole, units: inPart }) => ({
					name: municipality.name,
					isWhole,
					units: isWhole ? [] : inPart.map(({ name }) => name).sort(compareText)
				}))
				.sort((a, b) => compareText(a.name, b.name))
		}
	};
	return message === undefined ? told : fail(400, { ...told, message });
}
