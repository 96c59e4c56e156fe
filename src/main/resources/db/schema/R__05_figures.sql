-- The rows a figure is made of, and the rows it is shown with. There is no other way to a computed actual: the total is sum(quantity)
-- over these rows, the list on screen is these rows, so the two cannot differ. A row of quantity 0 is a recorded zero (a session that
-- was not held, a head count of nobody, a person already counted); no row at all is "not recorded".
--
-- A view for each family of records: whoever adds a new kind of record adds a view and one line to figure_row. Edited in place: Flyway
-- runs the file again when it changed, and then everything is counted again.

drop view if exists event_presence, official_row, closed_year, approval_in_force, figure_row, session_figure_row, presence_figure_row, grant_figure_row,
    placement_figure_row, company_figure_row, monthly_figure_row, intern_figure_row, consultation_figure_row, counted_visit,
    counted_presence, same_person, role_in_scope, session_in_scope, definition_in_force;

-- 年度 of a moment, in Japan.
create or replace function fiscal_year_of(at timestamptz) returns int language sql immutable as $$
    select extract(year from (at at time zone 'Asia/Tokyo') - interval '3 months')::int
$$;

-- measure_year follows measure_definition. Whoever changes what it is filled with fills it again for all measures, too.
create or replace function fill_measure_year() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from measure_year where measure_id = new.measure_id;
    insert into measure_year
    select m.id, m.programme_id, y.fiscal_year, d.counting, d.basis, d.event_types, d.event_codes, d.roles, d.direction, d.from_year,
           d.dated_by
    from measure m
    cross join generate_series(2019, 2099) as y (fiscal_year)
    join lateral (
        select * from measure_definition d
        where d.measure_id = m.id and d.from_year <= y.fiscal_year
        order by d.from_year desc
        limit 1
    ) d on true
    where m.id = new.measure_id;
    return null;
end $$;
create or replace trigger fill_years after insert or update on measure_definition for each row execute function fill_measure_year();

-- Which definition holds for a measure in a year.
create view definition_in_force as
select measure_id, programme_id, fiscal_year, counting, basis, event_types, event_codes, roles, direction, from_year, dated_by
from measure_year;

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

-- Which roles of a session count for which measure: those the definition names, else those the session says it counts.
create view role_in_scope as
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number, c.role
from session_in_scope x
cross join lateral (
    select unnest(x.roles) as role
    union all
    select r.role from session_counted_role r where x.roles is null and r.session_id = x.session_id
) c
where x.counting in ('ATTENDANCE_TOTAL', 'PERSONS_DISTINCT', 'BOOTH_VISITORS', 'BOOTH_VISITS');

-- People entered more than once, each with the one they stand for; nobody else.
create view same_person as
select id, merged_into as stands_for from person where merged_into is not null
union all
select distinct merged_into, merged_into from person where merged_into is not null;

-- How many of one kind came along (companion_kinds: "PUPIL:28 TEACHER:1").
create or replace function companions_as(kinds text, role text) returns int language sql immutable parallel safe as
$$ select coalesce(substring(kinds from '(?:^| )' || role || ':([0-9]+)')::int, 0) $$;

-- Present people in a counted role: one row per check-in, one per head count, one per kind of companions. Only people entered twice
-- (same_person) are put in an order; with everybody in it a million attendances took eleven times what the plain count takes.
-- Companions are present like a head count; of several sessions of one year the first counts for 実人数, with all its kinds, as for their
-- registrant. Together: the companions of one attendance in all counted kinds.
create view counted_presence as
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       coalesce(p.stands_for, a.person_id) as person_id, a.role, 1 as persons, 1 as new_persons,
       a.checked_in_at as recorded_at, 'PERSON'::text as kind,
       coalesce(p.stands_for, a.person_id) as of_person, p.id is not null as entered_twice, a.id as attendance_id, 1 as together
from role_in_scope x
join attendance a on a.session_id = x.session_id and a.role = x.role and a.undone_at is null
left join same_person p on p.id = a.person_id
union all
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       null, h.role, h.persons, h.new_persons, h.recorded_at, 'HEAD_COUNT', null, false, null, h.persons
from role_in_scope x
join head_count h on h.session_id = x.session_id and h.role = x.role
union all
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       null, x.role, companions_as(a.companion_kinds, x.role),
       case when rank() over (partition by x.measure_id, x.fiscal_year, coalesce(p.stands_for, a.person_id)
                              order by x.held_on nulls last, a.checked_in_at, x.session_id, a.id) = 1
            then companions_as(a.companion_kinds, x.role) else 0 end,
       a.checked_in_at, 'COMPANIONS', coalesce(p.stands_for, a.person_id), p.id is not null, a.id,
       sum(companions_as(a.companion_kinds, x.role)) over (partition by x.measure_id, x.fiscal_year, a.id)::int
from role_in_scope x
join attendance a on a.session_id = x.session_id and a.undone_at is null and a.companions > 0
                 and companions_as(a.companion_kinds, x.role) > 0
left join same_person p on p.id = a.person_id;

-- A visit at a booth, in the role of the visitor's registration, at its session; of a course on the day on which it was made (the last
-- that had come, where it was on none).
create view counted_visit as
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, coalesce(p.merged_into, p.id) as person_id, r.role,
       v.visited_at, v.id as visit_id
from booth_visit v
join registration r on r.id = v.registration_id
join event e on e.id = r.event_id
cross join lateral (
    select case when e.course then coalesce((
        select d.id
        from event_session d
        where d.event_id = e.id and d.outcome <> 'NOT_HELD' and d.held_on <= (v.visited_at at time zone 'Asia/Tokyo')::date
        order by d.held_on desc, d.starts_at <= v.visited_at desc, d.starts_at desc
        limit 1), r.session_id) else r.session_id end as session_id) made
join session_in_scope x on x.session_id = made.session_id
join person p on p.id = v.person_id
where x.counting in ('BOOTH_VISITORS', 'BOOTH_VISITS')
  and r.role = any (coalesce(x.roles,
    (select array_agg(c.role) from session_counted_role c where c.session_id = x.session_id)));

-- 開催回数・開催した行事・参加企業数 as the organiser reported it for the event
create view session_figure_row as
select measure_id, fiscal_year, 'SESSION' as kind, event_id, session_id, null::bigint as person_id, null::text as role,
       case outcome when 'HELD' then 1 else 0 end::numeric as quantity
from session_in_scope
where counting = 'SESSIONS_HELD' and outcome <> 'PLANNED'
union all
select measure_id, fiscal_year, 'EVENT', event_id, null, null, null,
       case when bool_or(outcome = 'HELD') then 1 else 0 end
from session_in_scope
where counting = 'EVENTS_HELD' and outcome <> 'PLANNED'
group by measure_id, fiscal_year, event_id
union all
select distinct measure_id, fiscal_year, 'COMPANIES', event_id, null::bigint, null::bigint, null::text, companies
from session_in_scope
where counting = 'COMPANIES_DISTINCT' and companies is not null and outcome = 'HELD';

create view presence_figure_row as
-- 延べ人数
select measure_id, fiscal_year, kind, event_id, session_id, person_id, role, persons::numeric as quantity
from counted_presence
where counting = 'ATTENDANCE_TOTAL' and not entered_twice
union all
-- one person by two registrations is at one session once, and with the larger of the two groups, all its kinds
select measure_id, fiscal_year, kind, event_id, session_id, person_id, role,
       case when rank() over (partition by measure_id, fiscal_year, session_id, kind, of_person
                              order by together desc, recorded_at, attendance_id) > 1
            then 0 else persons end
from counted_presence
where counting = 'ATTENDANCE_TOTAL' and entered_twice
union all
-- ブース訪問者数: where visits are recorded they count, not the entrance; a person once for an event. ブース訪問の延べ: every visit.
select measure_id, fiscal_year, kind, event_id, session_id, person_id, role,
       case when entered_twice
             and rank() over (partition by measure_id, fiscal_year, session_id, kind, of_person
                              order by together desc, recorded_at, attendance_id) > 1
            then 0 else persons end
from counted_presence p
where counting = 'BOOTH_VISITORS'
  and not exists (select 1 from booth_visit v where v.event_id = p.event_id and p.kind <> 'HEAD_COUNT')
union all
select measure_id, fiscal_year, 'VISIT', event_id, session_id, person_id, role,
       case when counting = 'BOOTH_VISITS'
             or row_number() over (partition by measure_id, fiscal_year, event_id, person_id order by visited_at, visit_id) = 1
            then 1 else 0 end
from counted_visit
union all
select measure_id, fiscal_year, kind, event_id, session_id, null, role, persons
from counted_presence
where counting = 'BOOTH_VISITS' and kind = 'HEAD_COUNT'
union all
-- 実人数: a known person counts where they were first seen in the year, an anonymous head count by its new persons
select measure_id, fiscal_year, kind, event_id, session_id, person_id, role,
       case when person_id is null then new_persons
            when row_number() over (partition by measure_id, fiscal_year, person_id
                                    order by held_on nulls last, recorded_at, session_id) = 1 then 1
            else 0 end
from counted_presence
where counting = 'PERSONS_DISTINCT';

-- 交付決定: in the year of the decision; a person or company once a year where persons or companies are counted. 交付額 in yen.
create view grant_figure_row as
select d.measure_id, d.fiscal_year, coalesce(p.stands_for, g.person_id) as person_id,
       case d.counting
           when 'GRANT_CASES' then 1
           when 'GRANT_AMOUNT' then g.amount
           when 'GRANT_HOUSEHOLDS' then case when g.recipient = 'HOUSEHOLD' then 1 else 0 end
           when 'GRANT_SINGLES' then case when g.recipient = 'SINGLE' then 1 else 0 end
           when 'GRANT_COMPANIES' then
               case when g.recipient = 'COMPANY' and row_number() over (
                   partition by d.measure_id, d.fiscal_year, coalesce(g.company_id, -g.id)
                   order by g.decided_on, g.id) = 1 then 1 else 0 end
           else case when g.recipient = 'COMPANY' then 0
                     when g.person_id is null then g.adults + g.children
                     when row_number() over (partition by d.measure_id, d.fiscal_year, coalesce(p.stands_for, g.person_id)
                                             order by g.decided_on, g.id) = 1 then g.adults + g.children
                     else 0 end
       end::numeric as quantity,
       g.id as grant_id
from definition_in_force d
join grant_decision g on g.programme_id = d.programme_id and g.revoked_at is null
    and extract(year from g.decided_on - interval '3 months') = d.fiscal_year
left join same_person p on p.id = g.person_id
where d.counting in ('GRANT_CASES', 'GRANT_COMPANIES', 'GRANT_HOUSEHOLDS', 'GRANT_SINGLES', 'GRANT_PERSONS', 'GRANT_AMOUNT')
  and d.basis = 'RECORDS';

-- 就職決定: agreed by both sides
create view placement_figure_row as
select d.measure_id, d.fiscal_year, p.person_id, 1::numeric as quantity, p.id as placement_id
from definition_in_force d
join placement p on p.programme_id = d.programme_id and p.person_said_at is not null
    and case when d.dated_by = 'AGREED' then fiscal_year_of(greatest(p.person_said_at, p.company_said_at))
             else extract(year from p.hired_on - interval '3 months') end = d.fiscal_year
where d.counting = 'PLACEMENTS' and d.basis = 'RECORDS';

-- 登録事業所数: admitted in the year; registered at its end, or today; ever. An entry merged into another one is no company of its own.
create view company_figure_row as
select d.measure_id, d.fiscal_year, 1::numeric as quantity, c.id as company_id
from definition_in_force d
join company c on c.merged_into is null
    and case d.counting when 'COMPANIES_NEW' then fiscal_year_of(c.published_at) = d.fiscal_year
                        else fiscal_year_of(c.published_at) <= d.fiscal_year end
where d.counting in ('COMPANIES_NEW', 'COMPANIES_REGISTERED', 'COMPANIES_EVER') and d.basis = 'RECORDS'
  and d.fiscal_year <= fiscal_year_of(now())
  and (d.counting <> 'COMPANIES_REGISTERED' or not exists (
      select 1 from company_leaving l
      where l.company_id = c.id and extract(year from l.left_on - interval '3 months') <= d.fiscal_year
        and (l.returned_on is null or extract(year from l.returned_on - interval '3 months') > d.fiscal_year)));

-- 委託先の月の数: of the programme's own contractor, the latest revision of each month that the city released
create view monthly_figure_row as
select d.measure_id, d.fiscal_year, t.quantity::numeric as quantity, t.id as monthly_id
from definition_in_force d
join monthly_total t on t.programme_id = d.programme_id
    and t.kind = case d.counting when 'MONTHLY_CONSULTATIONS' then 'CONSULTATIONS' when 'MONTHLY_REGISTRANTS' then 'REGISTRANTS'
                                 else 'PLACED' end
    and extract(year from t.month - interval '3 months') = d.fiscal_year and t.quantity is not null
    and exists (select 1 from monthly_release r where r.monthly_id = t.id)
    and not exists (select 1 from monthly_total later join monthly_release r on r.monthly_id = later.id
                    where later.programme_id = t.programme_id and later.kind = t.kind
                    and later.month = t.month and later.revision > t.revision)
where d.counting in ('MONTHLY_CONSULTATIONS', 'MONTHLY_REGISTRANTS', 'MONTHLY_PLACED') and d.basis = 'RECORDS';

-- 仕事体験の参加者: a person once a year, in the year of the run they took part in
create view intern_figure_row as
select d.measure_id, d.fiscal_year, coalesce(m.stands_for, p.person_id) as person_id,
       case when row_number() over (partition by d.measure_id, d.fiscal_year, coalesce(m.stands_for, p.person_id)
                                    order by s.starts_on, p.id) = 1 then 1 else 0 end::numeric as quantity,
       p.company_id
from definition_in_force d
join participation p on p.state = 'PARTICIPATED'
join internship_session s on s.id = p.session_id
    and extract(year from case when d.dated_by = 'END' then s.ends_on else s.starts_on end - interval '3 months') = d.fiscal_year
left join same_person m on m.id = p.person_id
where d.counting = 'INTERNS' and d.basis = 'RECORDS';

-- 相談件数: consultations that took place by a booking of this portal; a person counts each time
create view consultation_figure_row as
select d.measure_id, d.fiscal_year, coalesce(m.stands_for, b.person_id) as person_id, 1::numeric as quantity, b.id as consultation_id
from definition_in_force d
join consultation_office o on o.programme_id = d.programme_id
join consultation_time t on t.office_id = o.id and t.fiscal_year = d.fiscal_year
join consultation_booking b on b.time_id = t.id and b.state = 'KEPT'
left join same_person m on m.id = b.person_id
where d.counting = 'CONSULTATIONS_KEPT' and d.basis = 'RECORDS';

-- All rows of all figures.
create view figure_row as
select measure_id, fiscal_year, kind, event_id, session_id, person_id, role, quantity,
       null::bigint as grant_id, null::bigint as placement_id, null::bigint as company_id, null::bigint as monthly_id,
       null::bigint as consultation_id
from session_figure_row
union all
select measure_id, fiscal_year, kind, event_id, session_id, person_id, role, quantity, null, null, null, null, null from presence_figure_row
union all
select measure_id, fiscal_year, 'GRANT', null, null, person_id, null, quantity, grant_id, null, null, null, null from grant_figure_row
union all
select measure_id, fiscal_year, 'PLACEMENT', null, null, person_id, null, quantity, null, placement_id, null, null, null
from placement_figure_row
union all
select measure_id, fiscal_year, 'COMPANY', null, null, null, null, quantity, null, null, company_id, null, null from company_figure_row
union all
select measure_id, fiscal_year, 'MONTHLY', null, null, null, null, quantity, null, null, null, monthly_id, null from monthly_figure_row
union all
select measure_id, fiscal_year, 'INTERN', null, null, person_id, null, quantity, null, null, company_id, null, null from intern_figure_row
union all
select measure_id, fiscal_year, 'CONSULTATION', null, null, person_id, null, quantity, null, null, null, null, consultation_id
from consultation_figure_row;

-- The approval that holds now: the latest word about a programme's year, unless that is a re-opening.
create view approval_in_force as
select r.seq, r.programme_id, r.fiscal_year, r.hash, r.decided_at, r.decided_by
from official_record r
where r.kind = 'APPROVAL' and not exists (
    select 1 from official_record later
    where later.programme_id = r.programme_id and later.fiscal_year = r.fiscal_year and later.seq > r.seq
      and later.kind in ('APPROVAL', 'REOPENING'));

-- The year as a whole was closed, and nothing of it is open again.
create view closed_year as
select r.fiscal_year, r.seq
from official_record r
where r.kind = 'YEAR' and not exists (
    select 1 from official_record later
    where later.fiscal_year = r.fiscal_year and later.kind = 'REOPENING' and later.programme_id is null and later.seq > r.seq)
and r.seq = (select max(y.seq) from official_record y where y.kind = 'YEAR' and y.fiscal_year = r.fiscal_year);

-- The rows a figure is shown with: the frozen ones where the year is approved, the live ones where it is not. Totals and lists
-- are both made of these, so they are equal in both cases.
create view official_row as
select f.measure_id, f.fiscal_year, f.kind, f.event_id, f.session_id, f.person_id, f.role, f.quantity, f.grant_id,
       f.placement_id, f.company_id, f.monthly_id, f.consultation_id
from figure_row f
where not exists (
    select 1 from approval_in_force a join measure m on m.programme_id = a.programme_id
    where m.id = f.measure_id and a.fiscal_year = f.fiscal_year)
union all
select w.measure_id, w.fiscal_year, w.kind, w.event_id, w.session_id, w.person_id, w.role, w.quantity, w.grant_id,
       w.placement_id, w.company_id, w.monthly_id, w.consultation_id
from approved_row w
join approval_in_force a on a.seq = w.seq;

-- The views above may count otherwise than those of before: all kept totals are counted again.
insert into figure_change (programme_id) values (null);

-- Who was there, as far as the plan counts the event: head counts by role with who counted, and how many were recorded one by one.
create view event_presence as
select e.id as event_id, e.programme_id, h.heads, a.recorded, coalesce(h.persons, 0) + coalesce(a.recorded, 0) as people
from event e
left join (
    select k.event_id, sum(k.persons)::int as persons,
           jsonb_agg(jsonb_build_object('role', k.role, 'persons', k.persons, 'sources', k.sources) order by k.role) as heads
    from (select s.event_id, c.role, sum(c.persons) as persons, jsonb_agg(distinct c.source) as sources
          from head_count c
          join event_session s on s.id = c.session_id and s.outcome = 'HELD'
          group by s.event_id, c.role) k
    group by k.event_id) h on h.event_id = e.id
left join (
    select s.event_id, sum(1 + a.companions)::int as recorded
    from attendance a
    join event_session s on s.id = a.session_id and s.outcome = 'HELD'
    where a.undone_at is null
    group by s.event_id) a on a.event_id = e.id
where e.programme_id is not null and e.state in ('PUBLISHED', 'CANCELLED') and (h.event_id is not null or a.event_id is not null);
