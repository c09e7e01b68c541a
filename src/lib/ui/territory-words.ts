import { m } from '../i18n/paraglide/messages.js';
import type { TerritoryKind } from '../territories/types.ts';

/** What a territory is, in the language of the page. */
export const territoryKindWord: Record<TerritoryKind, () => string> = {
	country: m.territory_kind_country,
	region: m.territory_kind_region,
	municipality: m.territory_kind_municipality,
	state_city: m.territory_kind_state_city,
	parish: m.territory_kind_parish,
	town: m.territory_kind_town,
	neighbourhood: m.territory_kind_neighbourhood
};
