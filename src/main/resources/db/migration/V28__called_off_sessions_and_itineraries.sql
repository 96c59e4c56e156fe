-- One session of several can be called off; why is said to everybody who had registered and to whoever comes later.
alter table event_session add column off_why text not null default '' check (char_length(off_why) <= 500);

-- 行程: a bus tour stops at several places, one in each line, with the time where it is known.
alter table event_session add column itinerary text not null default '' check (char_length(itinerary) <= 2000);

create or replace view finding_event_card as
select e.id, e.code, e.type, e.title, e.state, e.area, e.published_at, e.programme_id,
       (select jsonb_agg(jsonb_build_object(
                   'id', s.id, 'number', s.number, 'title', s.title, 'knownTo', s.known_to, 'heldOn', s.held_on,
                   'startsAt', extract(epoch from s.starts_at)::bigint, 'endsAt', extract(epoch from s.ends_at)::bigint,
                   'fiscalYear', s.fiscal_year, 'place', s.place, 'itinerary', s.itinerary, 'online', s.online_url <> '', 'capacity', s.capacity,
                   'taken', s.taken, 'outcome', s.outcome,
                   'offWhy', case when e.state = 'CANCELLED' then e.cancelled_why else s.off_why end,
                   'intake', s.intake, 'opensAt', extract(epoch from s.intake_opens_at)::bigint,
                   'closesAt', extract(epoch from s.intake_closes_at)::bigint,
                   'limits', (select jsonb_object_agg(l.role, l.capacity) from session_limit l where l.session_id = s.id),
                   'roles', (select jsonb_agg(r.role) from session_counted_role r where r.session_id = s.id))
               order by s.number)
        from event_session s where s.event_id = e.id) as sessions
from event e
where e.state in ('PUBLISHED', 'CANCELLED');
