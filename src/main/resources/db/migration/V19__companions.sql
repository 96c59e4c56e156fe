-- 同伴者・引率: one registration for several people: a mother with two children, a teacher with a class. They have seats and are
-- counted, in a role of their own; nothing else is known of them.
alter table registration add column companions int not null default 0 check (companions between 0 and 200);
alter table registration add column companion_role text;
alter table registration add check ((companions > 0) = (companion_role is not null));
alter table attendance add column companions int not null default 0 check (companions between 0 and 200);
alter table attendance add column companion_role text;
alter table attendance add check (companions = 0 or companion_role is not null);
alter table scan drop constraint scan_kind_check;
alter table scan add check (kind in ('SCAN', 'UNDO', 'WALK_IN', 'PAPER', 'COMPANIONS'));

-- Companions are present like a head count; of several sessions of one year the first counts for 実人数, as for their registrant.
create or replace view counted_presence as
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       a.person_id, a.role, 1 as persons, 1 as new_persons, a.checked_in_at as recorded_at, 'PERSON'::text as kind
from session_in_scope x
join attendance a on a.session_id = x.session_id and a.undone_at is null
where a.role = any (coalesce(x.roles,
    (select array_agg(c.role) from session_counted_role c where c.session_id = x.session_id)))
union all
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       null, h.role, h.persons, h.new_persons, h.recorded_at, 'HEAD_COUNT'
from session_in_scope x
join head_count h on h.session_id = x.session_id
where h.role = any (coalesce(x.roles,
    (select array_agg(c.role) from session_counted_role c where c.session_id = x.session_id)))
union all
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       null, a.companion_role, a.companions,
       case when row_number() over (partition by x.measure_id, x.fiscal_year, a.person_id
                                    order by x.held_on nulls last, a.checked_in_at, x.session_id) = 1
            then a.companions else 0 end,
       a.checked_in_at, 'COMPANIONS'
from session_in_scope x
join attendance a on a.session_id = x.session_id and a.undone_at is null and a.companions > 0
where a.companion_role = any (coalesce(x.roles,
    (select array_agg(c.role) from session_counted_role c where c.session_id = x.session_id)));

create or replace view figure_row as
select measure_id, fiscal_year, 'SESSION' as kind, event_id, session_id, null::bigint as person_id, null::text as role,
       case outcome when 'HELD' then 1 else 0 end as quantity, null::bigint as grant_id, null::bigint as placement_id
from session_in_scope
where counting = 'SESSIONS_HELD' and outcome <> 'PLANNED'
union all
select measure_id, fiscal_year, 'EVENT', event_id, null, null, null,
       case when bool_or(outcome = 'HELD') then 1 else 0 end, null, null
from session_in_scope
where counting = 'EVENTS_HELD' and outcome <> 'PLANNED'
group by measure_id, fiscal_year, event_id
union all
-- 延べ人数
select measure_id, fiscal_year, kind, event_id, session_id,
       person_id, role, persons, null, null
from counted_presence
where counting in ('ATTENDANCE_TOTAL', 'BOOTH_VISITORS')
union all
-- 実人数: a known person counts where he was first seen in the year, an anonymous head count by its new persons
select measure_id, fiscal_year, kind, event_id, session_id,
       person_id, role,
       case when person_id is null then new_persons
            when row_number() over (partition by measure_id, fiscal_year, person_id
                                    order by held_on nulls last, recorded_at, session_id) = 1 then 1
            else 0 end, null, null
from counted_presence
where counting = 'PERSONS_DISTINCT'
union all
-- 参加企業数, as the organiser reported it for the event
select distinct measure_id, fiscal_year, 'COMPANIES', event_id, null::bigint, null::bigint, null::text, companies,
       null::bigint, null::bigint
from session_in_scope
where counting = 'COMPANIES_DISTINCT' and companies is not null and outcome = 'HELD'
union all
-- 交付決定: in the year of the decision; a person or company once a year where persons or companies are counted
select d.measure_id, d.fiscal_year, 'GRANT', null, null, g.person_id, null,
       case d.counting
           when 'GRANT_CASES' then 1
           when 'GRANT_HOUSEHOLDS' then case when g.recipient = 'HOUSEHOLD' then 1 else 0 end
           when 'GRANT_SINGLES' then case when g.recipient = 'SINGLE' then 1 else 0 end
           when 'GRANT_COMPANIES' then
               case when g.recipient = 'COMPANY' and row_number() over (
                   partition by d.measure_id, d.fiscal_year, coalesce(g.company_id, -g.id)
                   order by g.decided_on, g.id) = 1 then 1 else 0 end
           else case when g.recipient = 'COMPANY' then 0
                     when g.person_id is null then g.adults + g.children
                     when row_number() over (partition by d.measure_id, d.fiscal_year, g.person_id
                                             order by g.decided_on, g.id) = 1 then g.adults + g.children
                     else 0 end
       end,
       g.id, null
from definition_in_force d
join grant_decision g on g.programme_id = d.programme_id and g.revoked_at is null
    and extract(year from g.decided_on - interval '3 months') = d.fiscal_year
where d.counting in ('GRANT_CASES', 'GRANT_COMPANIES', 'GRANT_HOUSEHOLDS', 'GRANT_SINGLES', 'GRANT_PERSONS')
  and d.basis = 'RECORDS'
union all
-- 就職決定: agreed by both sides, in the year of the first day of work
select d.measure_id, d.fiscal_year, 'PLACEMENT', null, null, p.person_id, null, 1, null, p.id
from definition_in_force d
join placement p on p.programme_id = d.programme_id and p.person_said_at is not null
    and extract(year from p.hired_on - interval '3 months') = d.fiscal_year
where d.counting = 'PLACEMENTS' and d.basis = 'RECORDS';
