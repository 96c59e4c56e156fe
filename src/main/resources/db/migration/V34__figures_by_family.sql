-- The rows of figures, a view for each family: whoever adds a new kind of record adds a view and one line to figure_row.
-- Only people entered twice (same_person) are put in an order; with everybody in it a million attendances took eleven times what
-- the plain count takes.
set local tsunagu.actor = 'system:migration';
alter table measure_definition drop constraint measure_definition_counting_check;
alter table measure_definition add constraint measure_definition_counting_check check (counting in (
    'SESSIONS_HELD', 'EVENTS_HELD', 'ATTENDANCE_TOTAL', 'PERSONS_DISTINCT', 'COMPANIES_DISTINCT', 'BOOTH_VISITORS',
    'BOOTH_VISITS', 'COMPANIES_NEW', 'COMPANIES_REGISTERED', 'COMPANIES_EVER', 'PLACEMENTS', 'GRANT_CASES', 'GRANT_COMPANIES',
    'GRANT_HOUSEHOLDS', 'GRANT_SINGLES', 'GRANT_PERSONS', 'GRANT_AMOUNT', 'MONTHLY_CONSULTATIONS', 'MONTHLY_REGISTRANTS',
    'MONTHLY_PLACED', 'CONSULTATIONS_KEPT', 'INTERNS', 'MANUAL'));

-- どの日で年度を決めるか, where a record has more than one: the first day of work or the day both sides agreed on; the first or the
-- last day of a run. Null: the usual one, the first named here.
alter table measure_definition add column dated_by text check (dated_by in ('FIRST_DAY', 'AGREED', 'START', 'END'));
alter table measure_year add column dated_by text;
alter table approved_figure add column dated_by text;
create or replace function fill_measure_year() returns trigger language plpgsql as $$
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
create or replace view definition_in_force as
select measure_id, programme_id, fiscal_year, counting, basis, event_types, event_codes, roles, direction, from_year, dated_by
from measure_year;

-- 登録の抹消: a company that left, and came back or not. 登録事業所数 at a year's end needs both days.
create table company_leaving (
    id          bigint not null primary key,
    company_id  bigint not null references company,
    left_on     date   not null,
    reason      text   not null check (char_length(reason) between 1 and 500),
    returned_on date   check (returned_on >= left_on),
    version     int    not null
);
create unique index left_once on company_leaving (company_id) where returned_on is null;
create trigger audit after insert or update or delete on company_leaving
    for each row execute function audit_change('id');
create trigger note_leaving after insert or update on company_leaving for each statement execute function note_any_change();

alter table posting drop constraint posting_ended_because_check;
alter table posting add constraint posting_ended_because_check
    check (ended_because in ('FILLED', 'CLOSED', 'CITY', 'UNCONFIRMED', 'LEFT'));

-- People entered more than once, each with the one they stand for; nobody else.
create view same_person as
select id, merged_into as stands_for from person where merged_into is not null
union all
select distinct merged_into, merged_into from person where merged_into is not null;
create index attendance_companions on attendance (session_id) where companions > 0;

create or replace view counted_presence as
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       coalesce(p.stands_for, a.person_id) as person_id, a.role, 1 as persons, 1 as new_persons,
       a.checked_in_at as recorded_at, 'PERSON'::text as kind,
       coalesce(p.stands_for, a.person_id) as of_person, p.id is not null as entered_twice
from role_in_scope x
join attendance a on a.session_id = x.session_id and a.role = x.role and a.undone_at is null
left join same_person p on p.id = a.person_id
union all
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       null, h.role, h.persons, h.new_persons, h.recorded_at, 'HEAD_COUNT', null, false
from role_in_scope x
join head_count h on h.session_id = x.session_id and h.role = x.role
union all
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       null, a.companion_role, a.companions,
       case when row_number() over (partition by x.measure_id, x.fiscal_year, coalesce(p.stands_for, a.person_id)
                                    order by x.held_on nulls last, a.checked_in_at, x.session_id) = 1
            then a.companions else 0 end,
       a.checked_in_at, 'COMPANIONS', coalesce(p.stands_for, a.person_id), p.id is not null
from role_in_scope x
join attendance a on a.session_id = x.session_id and a.companion_role = x.role and a.undone_at is null and a.companions > 0
left join same_person p on p.id = a.person_id;

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
-- one person by two registrations is at one session once
select measure_id, fiscal_year, kind, event_id, session_id, person_id, role,
       case when row_number() over (partition by measure_id, fiscal_year, session_id, kind, of_person
                                    order by persons desc, recorded_at) > 1
            then 0 else persons end
from counted_presence
where counting = 'ATTENDANCE_TOTAL' and entered_twice
union all
-- ブース訪問者数: where visits are recorded they count, not the entrance; a person once for an event. ブース訪問の延べ: every visit.
select measure_id, fiscal_year, kind, event_id, session_id, person_id, role,
       case when entered_twice
             and row_number() over (partition by measure_id, fiscal_year, session_id, kind, of_person
                                    order by persons desc, recorded_at) > 1
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
-- 実人数: a known person counts where he was first seen in the year, an anonymous head count by its new persons
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

-- 委託先の月の数: of the programme's own contractor, the latest revision of each month
create view monthly_figure_row as
select d.measure_id, d.fiscal_year, t.quantity::numeric as quantity, t.id as monthly_id
from definition_in_force d
join monthly_total t on t.programme_id = d.programme_id
    and t.kind = case d.counting when 'MONTHLY_CONSULTATIONS' then 'CONSULTATIONS' when 'MONTHLY_REGISTRANTS' then 'REGISTRANTS'
                                 else 'PLACED' end
    and extract(year from t.month - interval '3 months') = d.fiscal_year
    and not exists (select 1 from monthly_total later where later.programme_id = t.programme_id and later.kind = t.kind
                    and later.month = t.month and later.revision > t.revision)
where d.counting in ('MONTHLY_CONSULTATIONS', 'MONTHLY_REGISTRANTS', 'MONTHLY_PLACED') and d.basis = 'RECORDS';

-- 仕事体験の参加者: a person once a year, in the year of the run he took part in
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
create function note_consultation() returns trigger language plpgsql as $$
begin
    insert into figure_change (programme_id, fiscal_year)
    select distinct o.programme_id, t.fiscal_year
    from changed c join consultation_time t on t.id = c.time_id join consultation_office o on o.id = t.office_id
    where o.programme_id is not null;
    return null;
end $$;
create trigger note_insert after insert on consultation_booking referencing new table as changed
    for each statement execute function note_consultation();
create trigger note_update after update on consultation_booking referencing new table as changed
    for each statement execute function note_consultation();
create trigger note_office after update of programme_id on consultation_office for each statement execute function note_any_change();

alter table approved_row add column consultation_id bigint;
drop view official_difference;
drop view official_row;
drop view figure_row;
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

create trigger note_insert after insert on target referencing new table as changed
    for each statement execute function note_measure_change();
create trigger note_insert after insert on reported_figure referencing new table as changed
    for each statement execute function note_measure_change();

-- A difference keeps its number: what was said of 差分 3 in a meeting is found under 3 afterwards. One that is no more keeps it too,
-- with the day it ended; one that changes again ends and gets a new number.
create table numbered_difference (
    seq          bigint      not null references official_record,
    number       int         not null,
    programme_id text        not null references programme,
    measure_id   bigint      not null references measure,
    fiscal_year  int         not null,
    kind         text        not null,
    event_id     bigint,
    session_id   bigint,
    person_id    bigint,
    role         text,
    grant_id     bigint,
    placement_id bigint,
    company_id   bigint,
    monthly_id   bigint,
    consultation_id bigint,
    frozen       numeric,
    live         numeric,
    found_at     timestamptz not null default now(),
    ended_at     timestamptz,
    primary key (seq, number)
);
drop table difference_total;

-- 差分: what is another one now than when it was approved: rows, and what was entered by hand (TARGET, REPORTED).
create type figure_difference as (
    measure_id bigint, kind text, event_id bigint, session_id bigint, person_id bigint, role text, grant_id bigint, placement_id bigint,
    company_id bigint, monthly_id bigint, consultation_id bigint, frozen numeric, live numeric);

create function differences_of(approval bigint, year int, measures bigint[]) returns setof figure_difference language sql stable as $$
    with frozen as (
        select w.measure_id, w.kind, w.event_id, w.session_id, w.person_id, w.role, w.grant_id, w.placement_id, w.company_id, w.monthly_id,
               w.consultation_id,
               sum(w.quantity) as quantity
        from approved_row w where w.seq = approval
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
    ), live as (
        select f.measure_id, f.kind, f.event_id, f.session_id, f.person_id, f.role, f.grant_id, f.placement_id, f.company_id, f.monthly_id,
               f.consultation_id,
               sum(f.quantity) as quantity
        from figure_row f where f.fiscal_year = year and f.measure_id = any (measures)
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
    )
    select coalesce(z.measure_id, l.measure_id), coalesce(z.kind, l.kind), coalesce(z.event_id, l.event_id),
           coalesce(z.session_id, l.session_id), coalesce(z.person_id, l.person_id), coalesce(z.role, l.role),
           coalesce(z.grant_id, l.grant_id), coalesce(z.placement_id, l.placement_id), coalesce(z.company_id, l.company_id),
           coalesce(z.monthly_id, l.monthly_id), coalesce(z.consultation_id, l.consultation_id), z.quantity, l.quantity
    from frozen z
    full join live l on l.measure_id = z.measure_id and l.kind = z.kind
        and row (l.event_id, l.session_id, l.person_id, l.role, l.grant_id, l.placement_id, l.company_id, l.monthly_id,
             l.consultation_id)::text
          = row (z.event_id, z.session_id, z.person_id, z.role, z.grant_id, z.placement_id, z.company_id, z.monthly_id,
             z.consultation_id)::text
    where z.quantity is distinct from l.quantity
    union all
    select f.measure_id, 'TARGET', null, null, null, null, null, null, null, null, null, f.target, t.value
    from approved_figure f
    left join lateral (select value from target t where t.measure_id = f.measure_id and t.fiscal_year = f.fiscal_year and t.basis = ''
                       order by revision desc limit 1) t on true
    where f.seq = approval and f.target is distinct from t.value
    union all
    select f.measure_id, 'REPORTED', null, null, null, null, null, null, null, null, null, f.reported, t.value
    from approved_figure f
    left join lateral (select value from reported_figure t where t.measure_id = f.measure_id and t.fiscal_year = f.fiscal_year
                       order by revision desc limit 1) t on true
    where f.seq = approval and f.reported is distinct from t.value
$$;

create function number_differences(programme text, year int) returns void language plpgsql as $$
declare
    approval bigint := (select seq from approval_in_force a where a.programme_id = programme and a.fiscal_year = year);
    found figure_difference[];
begin
    if approval is null then
        return;
    end if;
    select coalesce(array_agg(d), '{}') into found
    from differences_of(approval, year, array(select id from measure m where m.programme_id = programme)) d;
    update numbered_difference n set ended_at = now()
    where n.seq = approval and n.ended_at is null and not exists (
        select 1 from unnest(found) d
        where d is not distinct from row (n.measure_id, n.kind, n.event_id, n.session_id, n.person_id, n.role, n.grant_id, n.placement_id,
                                          n.company_id, n.monthly_id, n.consultation_id, n.frozen, n.live)::figure_difference);
    insert into numbered_difference (seq, number, programme_id, measure_id, fiscal_year, kind, event_id, session_id, person_id, role,
                                     grant_id, placement_id, company_id, monthly_id, consultation_id, frozen, live)
    select approval, coalesce((select max(number) from numbered_difference n where n.seq = approval), 0)
                     + row_number() over (order by m.position, d.kind, d.session_id, d.role, d::text),
           programme, d.measure_id, year, d.kind, d.event_id, d.session_id, d.person_id, d.role, d.grant_id, d.placement_id,
           d.company_id, d.monthly_id, d.consultation_id, d.frozen, d.live
    from unnest(found) d join measure m on m.id = d.measure_id
    where not exists (
        select 1 from numbered_difference n
        where n.seq = approval and n.ended_at is null
          and d is not distinct from row (n.measure_id, n.kind, n.event_id, n.session_id, n.person_id, n.role, n.grant_id, n.placement_id,
                                          n.company_id, n.monthly_id, n.consultation_id, n.frozen, n.live)::figure_difference);
end $$;

create or replace function refresh_figures() returns void language plpgsql set work_mem = '64MB' as $$
declare
    notes bigint[];
    each record;
begin
    if not exists (select 1 from figure_change) then
        return;
    end if;
    perform pg_advisory_xact_lock(7348);
    select array_agg(id) into notes from figure_change;
    if exists (select 1 from figure_change where id = any (notes) and programme_id is null) then
        delete from figure_total;
        insert into figure_total select measure_id, fiscal_year, sum(quantity) from official_row group by measure_id, fiscal_year;
        perform number_differences(a.programme_id, a.fiscal_year) from approval_in_force a;
    else
        for each in
            select distinct c.programme_id, y.fiscal_year
            from figure_change c
            join lateral (select c.fiscal_year where c.fiscal_year is not null
                          union select generate_series(2019, 2099) where c.fiscal_year is null) y on true
            where c.id = any (notes)
              and (c.fiscal_year is not null or not exists (
                  select 1 from figure_change w where w.id < c.id and w.programme_id = c.programme_id and w.fiscal_year is null))
        loop
            delete from figure_total t using measure m
            where m.id = t.measure_id and m.programme_id = each.programme_id and t.fiscal_year = each.fiscal_year;
            insert into figure_total
            select r.measure_id, r.fiscal_year, sum(r.quantity) from official_row r
            where r.measure_id = any (array(select id from measure where programme_id = each.programme_id))
              and r.fiscal_year = each.fiscal_year
            group by r.measure_id, r.fiscal_year;
            perform number_differences(each.programme_id, each.fiscal_year);
        end loop;
    end if;
    delete from figure_change where id = any (notes);
end $$;
insert into figure_change (programme_id) values (null);

-- A company that left is on no list.
create or replace view finding_company_card as
select c.id, c.code, c.name, c.reading, c.industry, c.summary, c.plain_words, c.employees, c.founded, c.changed_at,
       array(select p.area from company_place p where p.company_id = c.id group by p.area order by min(p.number)) as areas,
       array(select f.feature from company_feature f where f.company_id = c.id and f.offered order by f.feature) as features,
       (select p.number from company_picture p where p.company_id = c.id order by p.number limit 1) as picture
from company c
where c.merged_into is null
  and not exists (select 1 from company_leaving l where l.company_id = c.id and l.returned_on is null);

-- A year's own target of an indicator can be taken back, but not of a closed year; who did it is in the trail.
create trigger audit after insert or update or delete on indicator_target
    for each row execute function audit_change('indicator_id');
create function refuse_target_gone() returns trigger language plpgsql as $$
begin
    if exists (select 1 from closed_year c where c.fiscal_year = old.fiscal_year) then
        raise exception 'target of a closed year' using errcode = 'TS003';
    end if;
    return old;
end $$;
create trigger kept before delete on indicator_target for each row execute function refuse_target_gone();
