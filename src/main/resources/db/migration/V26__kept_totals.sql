-- Roll-ups that a planner can plan: which definition holds for a measure in a year is a table with statistics, made of
-- measure_definition and of nothing else. With the view of before, a million attendances took minutes.
create table measure_year (
    measure_id   bigint not null references measure,
    programme_id text   not null references programme,
    fiscal_year  int    not null,
    counting     text   not null,
    basis        text   not null,
    event_types  text[],
    event_codes  text[],
    roles        text[],
    direction    text   not null,
    from_year    int    not null,
    primary key (measure_id, fiscal_year)
);
insert into measure_year select measure_id, programme_id, fiscal_year, counting, basis, event_types, event_codes, roles, direction, from_year from definition_in_force;
create index measure_year_programme on measure_year (programme_id, fiscal_year);
create function fill_measure_year() returns trigger language plpgsql as $$
begin
    delete from measure_year where measure_id = new.measure_id;
    insert into measure_year
    select m.id, m.programme_id, y.fiscal_year, d.counting, d.basis, d.event_types, d.event_codes, d.roles, d.direction, d.from_year
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
create trigger fill_years after insert or update on measure_definition for each row execute function fill_measure_year();

create or replace view definition_in_force as
select measure_id, programme_id, fiscal_year, counting, basis, event_types, event_codes, roles, direction, from_year
from measure_year;
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
create or replace view counted_presence as
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       coalesce(p.merged_into, p.id) as person_id, a.role, 1 as persons, 1 as new_persons,
       a.checked_in_at as recorded_at, 'PERSON'::text as kind,
       coalesce(p.merged_into, p.id) as of_person
from role_in_scope x
join attendance a on a.session_id = x.session_id and a.role = x.role and a.undone_at is null
join person p on p.id = a.person_id
union all
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       null, h.role, h.persons, h.new_persons, h.recorded_at, 'HEAD_COUNT', null
from role_in_scope x
join head_count h on h.session_id = x.session_id and h.role = x.role
union all
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       null, a.companion_role, a.companions,
       case when row_number() over (partition by x.measure_id, x.fiscal_year, coalesce(p.merged_into, p.id)
                                    order by x.held_on nulls last, a.checked_in_at, x.session_id) = 1
            then a.companions else 0 end,
       a.checked_in_at, 'COMPANIONS', coalesce(p.merged_into, p.id)
from role_in_scope x
join attendance a on a.session_id = x.session_id and a.companion_role = x.role and a.undone_at is null and a.companions > 0
join person p on p.id = a.person_id;

-- Kept totals. Whoever changes something that figures are made of leaves a note here, in the same transaction; a reader who
-- sees notes counts again what they name and takes exactly these notes away. A note that becomes visible later stays, so a kept
-- total is never older than what the reader sees. Adding a note waits for nobody: the door never queues for the plan.
create table figure_change (
    id           bigint generated always as identity primary key,
    programme_id text,     -- null: all
    fiscal_year  int       -- null: all
);
create table figure_total (
    measure_id  bigint  not null references measure,
    fiscal_year int     not null,
    total       numeric not null,
    primary key (measure_id, fiscal_year)
);
insert into figure_change (programme_id) values (null);

create function note_session_change() returns trigger language plpgsql as $$
begin
    insert into figure_change (programme_id, fiscal_year)
    select distinct e.programme_id, s.fiscal_year
    from changed c join event_session s on s.id = c.session_id join event e on e.id = s.event_id
    where e.programme_id is not null;
    return null;
end $$;
create function note_programme_change() returns trigger language plpgsql as $$
begin
    insert into figure_change (programme_id) select distinct c.programme_id from changed c where c.programme_id is not null;
    return null;
end $$;
create function note_event_change() returns trigger language plpgsql as $$
begin
    insert into figure_change (programme_id)
    select distinct e.programme_id from changed c join event e on e.id = c.event_id where e.programme_id is not null;
    return null;
end $$;
create function note_measure_change() returns trigger language plpgsql as $$
begin
    insert into figure_change (programme_id)
    select distinct m.programme_id from changed c join measure m on m.id = c.measure_id;
    return null;
end $$;
create function note_any_change() returns trigger language plpgsql as $$
begin
    insert into figure_change (programme_id) values (null);
    return null;
end $$;
create trigger note_insert after insert on attendance referencing new table as changed
    for each statement execute function note_session_change();
create trigger note_update after update on attendance referencing new table as changed
    for each statement execute function note_session_change();
create trigger note_delete after delete on attendance referencing old table as changed
    for each statement execute function note_session_change();
create trigger note_insert after insert on head_count referencing new table as changed
    for each statement execute function note_session_change();
create trigger note_update after update on head_count referencing new table as changed
    for each statement execute function note_session_change();
create trigger note_delete after delete on head_count referencing old table as changed
    for each statement execute function note_session_change();
create trigger note_insert after insert on session_counted_role referencing new table as changed
    for each statement execute function note_session_change();
create trigger note_delete after delete on session_counted_role referencing old table as changed
    for each statement execute function note_session_change();
create trigger note_insert after insert on event_session referencing new table as changed
    for each statement execute function note_event_change();
create trigger note_update after update on event_session referencing new table as changed
    for each statement execute function note_event_change();
create trigger note_delete after delete on event_session referencing old table as changed
    for each statement execute function note_event_change();
create trigger note_insert after insert on booth_visit referencing new table as changed
    for each statement execute function note_event_change();
create trigger note_update after update on booth_visit referencing new table as changed
    for each statement execute function note_event_change();
create trigger note_delete after delete on booth_visit referencing old table as changed
    for each statement execute function note_event_change();
create trigger note_insert after insert on event referencing new table as changed
    for each statement execute function note_programme_change();
create trigger note_before after update on event referencing old table as changed
    for each statement execute function note_programme_change();
create trigger note_after after update on event referencing new table as changed
    for each statement execute function note_programme_change();
create trigger note_insert after insert on grant_decision referencing new table as changed
    for each statement execute function note_programme_change();
create trigger note_update after update on grant_decision referencing new table as changed
    for each statement execute function note_programme_change();
create trigger note_insert after insert on placement referencing new table as changed
    for each statement execute function note_programme_change();
create trigger note_update after update on placement referencing new table as changed
    for each statement execute function note_programme_change();
create trigger note_insert after insert on monthly_total referencing new table as changed
    for each statement execute function note_programme_change();
create trigger note_insert after insert on official_record referencing new table as changed
    for each statement execute function note_programme_change();
create trigger note_insert after insert on measure_definition referencing new table as changed
    for each statement execute function note_measure_change();
create trigger note_update after update on measure_definition referencing new table as changed
    for each statement execute function note_measure_change();
create trigger note_merge after update of merged_into on person for each statement execute function note_any_change();
create trigger note_new after insert on company for each statement execute function note_any_change();
create trigger note_merge after update of merged_into, published_at on company for each statement execute function note_any_change();
create trigger note_part after insert or update of state on participation for each statement execute function note_any_change();

create function refresh_figures() returns void language plpgsql set work_mem = '64MB' as $$
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
            where r.measure_id in (select id from measure where programme_id = each.programme_id) and r.fiscal_year = each.fiscal_year
            group by r.measure_id, r.fiscal_year;
        end loop;
    end if;
    delete from figure_change where id = any (notes);
end $$;
