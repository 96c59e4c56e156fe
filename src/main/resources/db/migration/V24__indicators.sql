-- Indicators (計画の指標・戦略の指標) by year: a formula over measures, or an outside statistic with the period it describes, the
-- year in which it was reported, and its source. A figure for R3 reported in R5 is normal.
set local tsunagu.actor = 'system:migration';
alter table indicator add column code text;
update indicator set code = level || '-' || position;
alter table indicator alter column code set not null;
alter table indicator add constraint indicator_code unique (code);
alter table indicator add column method text not null default '' check (char_length(method) <= 300);   -- 現状把握の方法

create table indicator_value (
    id            bigint      primary key,
    indicator_id  bigint      not null references indicator,
    fiscal_year   int         not null,          -- reported in
    observed_year int         not null,          -- describes
    revision      int         not null check (revision >= 1),
    value         numeric     not null check (value between 0 and 1000000000000),
    numerator     numeric     check (numerator >= 0),
    denominator   numeric     check (denominator > 0),
    source        text        not null check (char_length(source) between 1 and 500),
    entered_at    timestamptz not null,
    unique (indicator_id, fiscal_year, revision),
    check (observed_year <= fiscal_year),
    check ((numerator is null) = (denominator is null))
);
create trigger audit after insert or update or delete on indicator_value
    for each row execute function audit_change('id');
create trigger no_change before update or delete on indicator_value for each row execute function refuse_change();
insert into indicator_value (id, indicator_id, fiscal_year, observed_year, revision, value, source, entered_at)
select nextval('tsunagu_seq'), id, greatest(observed_year, 2023), observed_year, 1, latest_actual, '資料3', now()
from indicator where latest_actual is not null;
alter table indicator drop column latest_actual;
alter table indicator drop column observed_year;

-- What the path to the target should have reached in a year, where it is not the straight line from base to target.
create table indicator_target (
    indicator_id bigint  not null references indicator,
    fiscal_year  int     not null,
    value        numeric not null check (value >= 0),
    reason       text    not null,
    primary key (indicator_id, fiscal_year)
);

-- A formula: the sum of these measures' actuals. Versioned by its first year, like a measure's definition.
create table indicator_formula (
    id           bigint      primary key,
    indicator_id bigint      not null references indicator,
    from_year    int         not null,
    measures     bigint[]    not null,   -- empty: no formula from this year on
    reason       text        not null check (char_length(reason) between 1 and 500),
    entered_at   timestamptz not null,
    unique (indicator_id, from_year)
);
create trigger audit after insert or update or delete on indicator_formula
    for each row execute function audit_change('id');

-- The year as a whole was closed, and nothing of it is open again.
create view closed_year as
select r.fiscal_year, r.seq
from official_record r
where r.kind = 'YEAR' and not exists (
    select 1 from official_record later
    where later.fiscal_year = r.fiscal_year and later.kind = 'REOPENING' and later.seq > r.seq);

create function refuse_indicator_when_closed() returns trigger language plpgsql as $$
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
create trigger locked before insert or update on indicator_value for each row execute function refuse_indicator_when_closed();
create trigger locked before insert or update on indicator_target for each row execute function refuse_indicator_when_closed();
create trigger locked before insert or update on indicator_formula for each row execute function refuse_indicator_when_closed();
