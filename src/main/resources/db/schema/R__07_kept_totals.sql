-- Kept totals: who notes that something figures are made of has changed, and who counts again. Edited in place: Flyway runs the file
-- again when it changed, and then everything is counted again.

-- Something of one session: its programme's figures of its year.
create or replace function note_session_change() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into figure_change (programme_id, fiscal_year)
    select distinct e.programme_id, s.fiscal_year
    from changed c join event_session s on s.id = c.session_id join event e on e.id = s.event_id
    where e.programme_id is not null;
    return null;
end $$;

-- A row that names its programme; of which year is not asked, because it may be another one than before.
create or replace function note_programme_change() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into figure_change (programme_id) select distinct c.programme_id from changed c where c.programme_id is not null;
    return null;
end $$;

-- A row that names its event.
create or replace function note_event_change() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into figure_change (programme_id)
    select distinct e.programme_id from changed c join event e on e.id = c.event_id where e.programme_id is not null;
    return null;
end $$;

-- A row that names its measure.
create or replace function note_measure_change() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into figure_change (programme_id)
    select distinct m.programme_id from changed c join measure m on m.id = c.measure_id;
    return null;
end $$;

-- Something that may be in any figure.
create or replace function note_any_change() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into figure_change (programme_id) values (null);
    return null;
end $$;

-- A booking: the figures of its office's programme, of its time's year.
create or replace function note_consultation() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into figure_change (programme_id, fiscal_year)
    select distinct o.programme_id, t.fiscal_year
    from changed c join consultation_time t on t.id = c.time_id join consultation_office o on o.id = t.office_id
    where o.programme_id is not null;
    return null;
end $$;

-- A trigger that lists what changed serves one event only, so that there is one for each.
create or replace trigger note_insert after insert on attendance referencing new table as changed
    for each statement execute function note_session_change();
create or replace trigger note_update after update on attendance referencing new table as changed
    for each statement execute function note_session_change();
create or replace trigger note_delete after delete on attendance referencing old table as changed
    for each statement execute function note_session_change();
create or replace trigger note_insert after insert on head_count referencing new table as changed
    for each statement execute function note_session_change();
create or replace trigger note_update after update on head_count referencing new table as changed
    for each statement execute function note_session_change();
create or replace trigger note_delete after delete on head_count referencing old table as changed
    for each statement execute function note_session_change();
create or replace trigger note_insert after insert on session_counted_role referencing new table as changed
    for each statement execute function note_session_change();
create or replace trigger note_delete after delete on session_counted_role referencing old table as changed
    for each statement execute function note_session_change();
create or replace trigger note_insert after insert on event_session referencing new table as changed
    for each statement execute function note_event_change();
create or replace trigger note_update after update on event_session referencing new table as changed
    for each statement execute function note_event_change();
create or replace trigger note_delete after delete on event_session referencing old table as changed
    for each statement execute function note_event_change();
create or replace trigger note_insert after insert on booth_visit referencing new table as changed
    for each statement execute function note_event_change();
create or replace trigger note_update after update on booth_visit referencing new table as changed
    for each statement execute function note_event_change();
create or replace trigger note_delete after delete on booth_visit referencing old table as changed
    for each statement execute function note_event_change();
create or replace trigger note_insert after insert on event referencing new table as changed
    for each statement execute function note_programme_change();
create or replace trigger note_before after update on event referencing old table as changed
    for each statement execute function note_programme_change();
create or replace trigger note_after after update on event referencing new table as changed
    for each statement execute function note_programme_change();
create or replace trigger note_insert after insert on grant_decision referencing new table as changed
    for each statement execute function note_programme_change();
create or replace trigger note_update after update on grant_decision referencing new table as changed
    for each statement execute function note_programme_change();
create or replace trigger note_insert after insert on placement referencing new table as changed
    for each statement execute function note_programme_change();
create or replace trigger note_update after update on placement referencing new table as changed
    for each statement execute function note_programme_change();
create or replace trigger note_insert after insert on monthly_release referencing new table as changed
    for each statement execute function note_programme_change();
create or replace trigger note_insert after insert on official_record referencing new table as changed
    for each statement execute function note_programme_change();
create or replace trigger note_insert after insert on measure_definition referencing new table as changed
    for each statement execute function note_measure_change();
create or replace trigger note_update after update on measure_definition referencing new table as changed
    for each statement execute function note_measure_change();
create or replace trigger note_merge after update of merged_into on person for each statement execute function note_any_change();
create or replace trigger note_new after insert on company for each statement execute function note_any_change();
create or replace trigger note_merge after update of merged_into, published_at on company
    for each statement execute function note_any_change();
create or replace trigger note_part after insert or update of state on participation for each statement execute function note_any_change();
create or replace trigger note_leaving after insert or update on company_leaving for each statement execute function note_any_change();
create or replace trigger note_insert after insert on consultation_booking referencing new table as changed
    for each statement execute function note_consultation();
create or replace trigger note_update after update on consultation_booking referencing new table as changed
    for each statement execute function note_consultation();
create or replace trigger note_office after update of programme_id on consultation_office
    for each statement execute function note_any_change();
create or replace trigger note_insert after insert on target referencing new table as changed
    for each statement execute function note_measure_change();
create or replace trigger note_insert after insert on reported_figure referencing new table as changed
    for each statement execute function note_measure_change();

-- Counts again what the notes name, and takes exactly these notes away. One at a time: the others wait for the advisory lock.
create or replace function refresh_figures() returns void
    language plpgsql security definer set search_path = public, pg_temp set work_mem = '64MB' as $$
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

-- What is noted and how it is counted may be other than before.
insert into figure_change (programme_id) values (null);
