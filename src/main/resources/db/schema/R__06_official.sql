-- Approved years: what differs from them now, and what may not be changed in them. Edited in place: Flyway runs the file again when it
-- changed, and then the differences are looked for again.

-- 差分 of an approval: rows, and what was entered by hand (TARGET, REPORTED). Nothing of it changes the approved figure.
create or replace function differences_of(approval bigint, year int, measures bigint[])
    returns setof figure_difference language sql stable as $$
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

-- Gives new differences their numbers and ends those that are no more.
create or replace function number_differences(programme text, year int) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
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

-- The lock: an approval holds, and no exception was made.
create or replace function year_locked(programme text, year int) returns boolean language sql stable as $$
    select exists (select 1 from approval_in_force a where a.programme_id = programme and a.fiscal_year = year)
       and not exists (select 1 from lock_exception x where x.programme_id = programme and x.fiscal_year = year
                       and x.revoked_at is null)
$$;

create or replace function refuse_when_locked() returns trigger language plpgsql as $$
declare
    locked boolean;
begin
    -- A count pressed at a door is a fact, however late its device reports.
    if is_fact() then
        return case when tg_op = 'DELETE' then old else new end;
    end if;
    if tg_table_name = 'head_count' or tg_table_name = 'session_counted_role' then
        select bool_or(year_locked(e.programme_id, s.fiscal_year)) into locked
        from event_session s join event e on e.id = s.event_id
        where s.id in (case when tg_op = 'DELETE' then old.session_id else new.session_id end);
    elsif tg_table_name = 'event_session' then
        if tg_op = 'INSERT' or old.fiscal_year <> new.fiscal_year
           or old.outcome <> new.outcome and new.outcome = 'NOT_HELD' then
            select year_locked(e.programme_id, new.fiscal_year)
                   or tg_op = 'UPDATE' and year_locked(e.programme_id, old.fiscal_year) into locked
            from event e where e.id = new.event_id;
        end if;
    elsif tg_table_name = 'event' then
        if old.programme_id is distinct from new.programme_id or old.type <> new.type
           or old.companies is distinct from new.companies then
            select bool_or(year_locked(p.id, s.fiscal_year)) into locked
            from event_session s, (values (old.programme_id), (new.programme_id)) as p (id)
            where s.event_id = new.id and p.id is not null;
        end if;
    elsif tg_table_name = 'grant_decision' then
        if tg_op = 'INSERT' then
            locked := year_locked(new.programme_id, extract(year from new.decided_on - interval '3 months')::int);
        end if;
    elsif tg_table_name = 'measure_definition' then
        select bool_or(year_locked(m.programme_id, a.fiscal_year)) into locked
        from measure m join approval_in_force a on a.programme_id = m.programme_id and a.fiscal_year >= new.from_year
        where m.id = new.measure_id and not exists (
            select 1 from measure_definition d where d.measure_id = new.measure_id and d.from_year > new.from_year
              and d.from_year <= a.fiscal_year);
    else
        select year_locked(m.programme_id, new.fiscal_year) into locked from measure m where m.id = new.measure_id;
    end if;
    if locked then
        raise exception '% of an approved year', tg_table_name using errcode = 'TS003';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create or replace trigger locked before insert or update or delete on head_count for each row execute function refuse_when_locked();
create or replace trigger locked before insert or delete on session_counted_role for each row execute function refuse_when_locked();
create or replace trigger locked before insert or update on event_session for each row execute function refuse_when_locked();
create or replace trigger locked before update on event for each row execute function refuse_when_locked();
create or replace trigger locked before insert on grant_decision for each row execute function refuse_when_locked();
create or replace trigger locked before insert or update on measure_definition for each row execute function refuse_when_locked();
create or replace trigger locked before insert on target for each row execute function refuse_when_locked();
create or replace trigger locked before insert on reported_figure for each row execute function refuse_when_locked();

-- Grades, too, stay as they were approved.
create or replace function refuse_grade_when_locked() returns trigger language plpgsql as $$
begin
    if year_locked(new.programme_id, new.fiscal_year) then
        raise exception 'grade of an approved year' using errcode = 'TS003';
    end if;
    return new;
end $$;
create or replace trigger locked before insert or update on evaluation for each row execute function refuse_grade_when_locked();

-- A year that was approved takes no more numbers of its months, except under an exception.
create or replace function refuse_month_when_locked() returns trigger language plpgsql as $$
begin
    if year_locked(new.programme_id, extract(year from new.month - interval '3 months')::int) then
        raise exception 'month of an approved year' using errcode = 'TS003';
    end if;
    return new;
end $$;
create or replace trigger locked before insert on monthly_total for each row execute function refuse_month_when_locked();

create or replace function refuse_release_when_locked() returns trigger language plpgsql as $$
begin
    if (select year_locked(t.programme_id, extract(year from t.month - interval '3 months')::int)
        from monthly_total t where t.id = new.monthly_id) then
        raise exception 'month of an approved year' using errcode = 'TS003';
    end if;
    return new;
end $$;
create or replace trigger locked before insert on monthly_release for each row execute function refuse_release_when_locked();

-- What is said of indicators stays as it was when the year as a whole was closed.
create or replace function refuse_indicator_when_closed() returns trigger language plpgsql as $$
declare
    from_year int := case tg_table_name when 'indicator_formula' then (to_jsonb(new) ->> 'from_year')::int
                     else (to_jsonb(new) ->> 'fiscal_year')::int end;
begin
    if exists (select 1 from closed_year c where c.fiscal_year = from_year
               or tg_table_name = 'indicator_formula' and c.fiscal_year >= from_year) then
        raise exception '% of a closed year', tg_table_name using errcode = 'TS003';
    end if;
    return new;
end $$;
create or replace trigger locked before insert or update on indicator_value for each row execute function refuse_indicator_when_closed();
create or replace trigger locked before insert or update on indicator_target for each row execute function refuse_indicator_when_closed();
create or replace trigger locked before insert or update on indicator_formula for each row execute function refuse_indicator_when_closed();

-- Which programmes a closed year has, under which numbers, and from which share on a grade was suggested.
create or replace function refuse_when_closed() returns trigger language plpgsql as $$
declare
    year int := coalesce(case when tg_op = 'DELETE' then null else new.fiscal_year end, old.fiscal_year);
begin
    if exists (select 1 from closed_year c where c.fiscal_year = year) then
        raise exception '% of a closed year', tg_table_name using errcode = 'TS003';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create or replace trigger locked before insert or update or delete on programme_number for each row execute function refuse_when_closed();
create or replace trigger locked before insert or update or delete on programme_year for each row execute function refuse_when_closed();
create or replace trigger locked before insert or update or delete on unplaced_programme for each row execute function refuse_when_closed();
create or replace trigger locked before insert or update or delete on grade_rule for each row execute function refuse_when_closed();

-- A year's own target of an indicator can be taken back, but not of a closed year; who did it is in the trail.
create or replace function refuse_target_gone() returns trigger language plpgsql as $$
begin
    if exists (select 1 from closed_year c where c.fiscal_year = old.fiscal_year) then
        raise exception 'target of a closed year' using errcode = 'TS003';
    end if;
    return old;
end $$;
create or replace trigger kept before delete on indicator_target for each row execute function refuse_target_gone();

-- A closed event: who came, who had a seat and what counts stay as the report says. Whoever writes such a row holds its session as a foreign
-- key does, and whoever closes waits for them: a record is before the closing, and in the report, or it is refused.
create or replace function refuse_when_event_closed() returns trigger language plpgsql as $$
declare
    session bigint := case when tg_op = 'DELETE' then old.session_id else new.session_id end;
begin
    perform 1 from event_session where id = session for key share;
    if exists (select 1 from event_session s join event e on e.id = s.event_id where s.id = session and e.closed_at is not null) then
        raise exception '% of a closed event', tg_table_name using errcode = 'TS004';
    end if;
    return null;
end $$;
create or replace trigger event_closed after insert or delete or update of role, companion_kinds, undone_at, session_id on attendance
    for each row execute function refuse_when_event_closed();
create or replace trigger event_closed after insert or update or delete on head_count
    for each row execute function refuse_when_event_closed();
create or replace trigger event_closed after insert or delete on session_counted_role
    for each row execute function refuse_when_event_closed();
create or replace trigger event_closed after insert on registration
    for each row execute function refuse_when_event_closed();
create or replace trigger event_closed_seat after update of state, role, companion_kinds, session_id on registration
    for each row when (old.state = 'CONFIRMED' or new.state = 'CONFIRMED') execute function refuse_when_event_closed();

create or replace function refuse_change_of_closed_event() returns trigger language plpgsql as $$
begin
    if old.closed_at is null then
        if new.closed_at is not null then
            perform 1 from event_session where event_id = new.id order by id for update;
        end if;
    elsif new.closed_at is not null
          and (old.state, old.type, old.programme_id, old.companies)
              is distinct from (new.state, new.type, new.programme_id, new.companies) then
        raise exception 'closed event' using errcode = 'TS004';
    end if;
    return new;
end $$;
create or replace trigger event_closed before update on event for each row execute function refuse_change_of_closed_event();

create or replace function refuse_session_of_closed_event() returns trigger language plpgsql as $$
begin
    if exists (select 1 from event e where e.id = coalesce(new.event_id, old.event_id) and e.closed_at is not null) then
        raise exception 'session of a closed event' using errcode = 'TS004';
    end if;
    return null;
end $$;
create or replace trigger event_closed after insert or delete or update of outcome, held_on, starts_at, ends_at, fiscal_year on event_session
    for each row execute function refuse_session_of_closed_event();

-- The functions above may find other differences than those of before.
insert into figure_change (programme_id) values (null);
