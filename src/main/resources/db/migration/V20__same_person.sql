-- One person under two registrations. What each did stays where it is; figures count them as one, and that can be taken back.
alter table person add column merged_into bigint references person;
alter table person add check (merged_into <> id);
create index person_merged on person (merged_into) where merged_into is not null;

create table person_merge (
    id        bigint      primary key,
    merged    bigint      not null references person,
    into_id   bigint      not null references person,
    merged_at timestamptz not null,
    merged_by bigint      references account,
    undone_at timestamptz,
    undone_by bigint      references account
);
create unique index one_live_merge on person_merge (merged) where undone_at is null;
create trigger audit after insert or update or delete on person_merge
    for each row execute function audit_change('id');

create or replace view counted_presence as
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       coalesce(p.merged_into, p.id) as person_id, a.role, 1 as persons, 1 as new_persons,
       a.checked_in_at as recorded_at, 'PERSON'::text as kind
from session_in_scope x
join attendance a on a.session_id = x.session_id and a.undone_at is null
join person p on p.id = a.person_id
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
       case when row_number() over (partition by x.measure_id, x.fiscal_year, coalesce(p.merged_into, p.id)
                                    order by x.held_on nulls last, a.checked_in_at, x.session_id) = 1
            then a.companions else 0 end,
       a.checked_in_at, 'COMPANIONS'
from session_in_scope x
join attendance a on a.session_id = x.session_id and a.undone_at is null and a.companions > 0
join person p on p.id = a.person_id
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
-- one person by two registrations is at one session once
select measure_id, fiscal_year, kind, event_id, session_id,
       person_id, role,
       case when person_id is not null
             and row_number() over (partition by measure_id, fiscal_year, session_id, person_id order by recorded_at) > 1
            then 0 else persons end,
       null, null
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
