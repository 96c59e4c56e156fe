-- The rows a figure is made of. There is no other way to a computed actual: the total is sum(quantity) over these rows,
-- the list on screen is these rows, so the two cannot differ. A row of quantity 0 is a recorded zero (a session that was
-- not held, a head count of nobody, a person already counted); no row at all is "not recorded".
create view definition_in_force as
select m.id as measure_id, m.programme_id, y.fiscal_year, d.counting, d.basis, d.event_types, d.event_codes, d.roles
from measure m
cross join generate_series(2019, 2099) as y (fiscal_year)
join lateral (
    select * from measure_definition d
    where d.measure_id = m.id and d.from_year <= y.fiscal_year
    order by d.from_year desc
    limit 1
) d on true;

-- Sessions in a measure's scope: of its programme, of a counted type, published, in the year.
create view session_in_scope as
select d.measure_id, d.fiscal_year, d.counting, d.roles, e.id as event_id, e.companies, s.id as session_id, s.outcome,
       s.held_on, s.number
from event_session s
join event e on e.id = s.event_id
join definition_in_force d on d.programme_id = e.programme_id and d.fiscal_year = s.fiscal_year
where e.state = 'PUBLISHED'
  and (d.event_types is null or e.type = any (d.event_types))
  and (d.event_codes is null or e.code = any (d.event_codes));

-- Present people in a counted role: one row per check-in, one row per head count.
create view counted_presence as
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       a.person_id, a.role, 1 as persons, 1 as new_persons, a.checked_in_at as recorded_at
from session_in_scope x
join attendance a on a.session_id = x.session_id
where a.role = any (coalesce(x.roles,
    (select array_agg(c.role) from session_counted_role c where c.session_id = x.session_id)))
union all
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       null, h.role, h.persons, h.new_persons, h.recorded_at
from session_in_scope x
join head_count h on h.session_id = x.session_id
where h.role = any (coalesce(x.roles,
    (select array_agg(c.role) from session_counted_role c where c.session_id = x.session_id)));

create view figure_row as
-- 開催回数
select measure_id, fiscal_year, 'SESSION' as kind, event_id, session_id, null::bigint as person_id, null::text as role,
       case outcome when 'HELD' then 1 else 0 end as quantity
from session_in_scope
where counting = 'SESSIONS_HELD' and outcome <> 'PLANNED'
union all
select measure_id, fiscal_year, 'EVENT', event_id, null, null, null,
       case when bool_or(outcome = 'HELD') then 1 else 0 end
from session_in_scope
where counting = 'EVENTS_HELD' and outcome <> 'PLANNED'
group by measure_id, fiscal_year, event_id
union all
-- 延べ人数
select measure_id, fiscal_year, case when person_id is null then 'HEAD_COUNT' else 'PERSON' end, event_id, session_id,
       person_id, role, persons
from counted_presence
where counting in ('ATTENDANCE_TOTAL', 'BOOTH_VISITORS')
union all
-- 実人数: a known person counts where he was first seen in the year, an anonymous head count by its new persons
select measure_id, fiscal_year, case when person_id is null then 'HEAD_COUNT' else 'PERSON' end, event_id, session_id,
       person_id, role,
       case when person_id is null then new_persons
            when row_number() over (partition by measure_id, fiscal_year, person_id
                                    order by held_on nulls last, recorded_at, session_id) = 1 then 1
            else 0 end
from counted_presence
where counting = 'PERSONS_DISTINCT'
union all
-- 参加企業数, as the organiser reported it for the event
select distinct measure_id, fiscal_year, 'COMPANIES', event_id, null::bigint, null::bigint, null::text, companies
from session_in_scope
where counting = 'COMPANIES_DISTINCT' and companies is not null and outcome = 'HELD';
