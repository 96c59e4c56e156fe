-- How many rows of an approved year are other rows now, kept like the totals: the list of a year's programmes asks for all of them.
create table difference_total (
    programme_id text not null references programme,
    fiscal_year  int  not null,
    differing    int  not null,
    primary key (programme_id, fiscal_year)
);
insert into figure_change (programme_id) values (null);

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
        delete from difference_total;
        insert into difference_total
        select m.programme_id, d.fiscal_year, count(*)
        from official_difference d join measure m on m.id = d.measure_id
        group by m.programme_id, d.fiscal_year;
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
            delete from difference_total t where t.programme_id = each.programme_id and t.fiscal_year = each.fiscal_year;
            if exists (select 1 from approval_in_force a
                       where a.programme_id = each.programme_id and a.fiscal_year = each.fiscal_year) then
                insert into difference_total
                select each.programme_id, each.fiscal_year, count(*) from official_difference d
                where d.measure_id in (select id from measure where programme_id = each.programme_id)
                  and d.fiscal_year = each.fiscal_year
                having count(*) > 0;
            end if;
        end loop;
    end if;
    delete from figure_change where id = any (notes);
end $$;
