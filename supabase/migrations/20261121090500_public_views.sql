-- What the public may read: the only relations granted to `anon`.
--
-- Each view runs with the rights of its owner, lists its columns one by one and is a security barrier. Each begins
-- with `with`, which keeps PostgreSQL from making it writable: a grant of too much must never become a way in.

create view public.public_sources with (security_barrier) as
	with sources as (select * from public.data_sources)
	select s.id, s.kind, s.title, s.publisher, s.published, s.place, s.url, s.licence, s.weaknesses
	from sources s;
comment on view public.public_sources is 'Class P. Sources of every figure, community and activity.';

create view public.public_territories with (security_barrier) as
	with border as (select b.code from private.eastern_border_territories b)
	select
		t.code,
		t.code_current,
		t.kind,
		t.name,
		t.name_normalised,
		t.parent_code,
		t.region,
		t.lon,
		t.lat,
		t.area_km2,
		border.code is not null as eastern_border,
		t.source_id
	from public.territories t
	left join border on border.code = t.code;
comment on view public.public_territories is 'Class P. Territory reference with the border flag of the default definition.';

create view public.public_zones with (security_barrier) as
	with published as (select * from public.zones z where z.complete)
	select z.id, z.name, z.definition, z.source_id
	from published z;
comment on view public.public_zones is 'Class P. Zones whose list of territories is complete.';

create view public.public_zone_territories with (security_barrier) as
	with recursive inside (zone_id, code) as (
		select zt.zone_id, zt.territory_code
		from public.zone_territories zt
		join public.zones z on z.id = zt.zone_id and z.complete
		union
		select inside.zone_id, t.code
		from public.territories t
		join inside on inside.code = t.parent_code
	)
	select inside.zone_id, inside.code as territory_code
	from inside;
comment on view public.public_zone_territories is
	'Class P. Every territory of a published zone: those listed and all that lies inside them.';

create view public.public_communities with (security_barrier) as
	with approved as (select * from public.communities c where c.status = 'approved')
	select
		c.id,
		c.name,
		c.kind,
		c.territory_code,
		case when c.place_public then c.place end as place,
		array(
			select ct.territory_code
			from public.community_territories ct
			where ct.community_id = c.id and ct.territory_code <> c.territory_code
			order by ct.territory_code
		) as further_territory_codes,
		c.web,
		c.known_since,
		c.confirmed_on,
		c.source_id
	from approved c;
comment on view public.public_communities is 'Class P. Public card of approved communities.';

create view public.public_places with (security_barrier) as
	with shown as (select * from public.places p where p.public)
	select
		p.id,
		p.name,
		p.kind,
		p.territory_code,
		p.place,
		p.outdoor,
		p.lon,
		p.lat,
		c.id as community_id,
		p.source_id
	from shown p
	left join public.communities c on c.id = p.community_id and c.status = 'approved';
comment on view public.public_places is 'Class P. Public buildings and open-air places; the community only when it is approved.';

create view public.public_activities with (security_barrier) as
	with
	shown as (
		select a.*
		from public.activities a
		where a.public
			and (
				a.community_id is null
				or a.community_id in (select c.id from public.communities c where c.status = 'approved')
			)
	),
	linked as (
		select
			at.activity_id,
			array_agg(at.territory_code order by at.role desc, at.territory_code) as territory_codes
		from public.activity_territories at
		group by at.activity_id
	),
	parties as (
		select
			ap.activity_id,
			array_agg(c.id order by c.id) filter (where c.id is not null) as communities,
			array_agg(p.id order by p.id) filter (where p.id is not null) as places,
			array_agg(ap.territory_code order by ap.territory_code) filter (where ap.territory_code is not null)
				as territories
		from public.activity_parties ap
		left join public.communities c on c.id = ap.community_id and c.status = 'approved'
		left join public.places p on p.id = ap.place_id and p.public
		group by ap.activity_id
	)
	select
		a.id,
		a.title,
		a.kind,
		coalesce(linked.territory_codes, '{}') as territory_codes,
		a.community_id,
		a.starts_on,
		a.ends_on,
		a.precision,
		a.target_groups,
		a.participants,
		a.participants_qualifier,
		a.co_authors,
		a.organisations,
		a.eur_municipal,
		a.eur_attracted,
		coalesce(parties.communities, '{}') as party_community_ids,
		coalesce(parties.places, '{}') as party_place_ids,
		coalesce(parties.territories, '{}') as party_territory_codes,
		a.source_id
	from shown a
	left join linked on linked.activity_id = a.id
	left join parties on parties.activity_id = a.id;
comment on view public.public_activities is
	'Class P. Public activities of no or of approved communities; own territory first; parties only as far as they are public themselves.';

create view public.public_surveys with (security_barrier) as
	with ranked as (
		select
			s.*,
			row_number() over (
				partition by s.territory_code order by s.surveyed_on desc, s.created_at desc, s.id desc
			) as nth
		from public.territory_surveys s
	)
	select s.territory_code, s.surveyed_on, s.finding, o.name as organisation
	from ranked s
	join public.organisations o on o.id = s.organisation_id
	left join private.eastern_border_territories b on b.code = s.territory_code
	where b.code is null or (s.nth = 1 and s.finding in ('active', 'emerging'));
comment on view public.public_surveys is
	'Class P. Finding, date and organisation; inside the eastern border zone only the latest survey, and only when it found somebody.';
