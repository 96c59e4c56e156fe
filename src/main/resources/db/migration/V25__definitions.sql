-- What measures may count is widened; definitions say which way is good, and who changed them and why.
set local tsunagu.actor = 'system:migration';
alter table measure_definition drop constraint measure_definition_counting_check;
alter table measure_definition add constraint measure_definition_counting_check check (counting in (
    'SESSIONS_HELD', 'EVENTS_HELD', 'ATTENDANCE_TOTAL', 'PERSONS_DISTINCT', 'COMPANIES_DISTINCT', 'BOOTH_VISITORS',
    'BOOTH_VISITS', 'COMPANIES_NEW', 'COMPANIES_REGISTERED', 'PLACEMENTS', 'GRANT_CASES', 'GRANT_COMPANIES', 'GRANT_HOUSEHOLDS',
    'GRANT_SINGLES', 'GRANT_PERSONS', 'GRANT_AMOUNT', 'MONTHLY_CONSULTATIONS', 'MONTHLY_REGISTRANTS', 'MONTHLY_PLACED', 'INTERNS',
    'MANUAL'));
alter table measure_definition add column direction text not null default 'HIGHER' check (direction in ('HIGHER', 'LOWER', 'KEEP'));
alter table measure_definition add column reason text not null default '' check (char_length(reason) <= 500);
alter table measure_definition add column entered_at timestamptz;
alter table measure_definition add column entered_by bigint references account;

-- 目標 on another basis than the city's own: 国の交付金KPI 25人 beside 市の目標 20人.
alter table target add column basis text not null default '' check (char_length(basis) <= 30);
alter table target drop constraint target_measure_id_fiscal_year_revision_key;
alter table target add unique (measure_id, fiscal_year, basis, revision);

-- Numbers that a contractor (ジョブカフェ, サポステ) reports for a month; never a row about a person. Only ever added.
create table monthly_total (
    id           bigint      primary key,
    programme_id text        not null references programme,
    kind         text        not null check (kind in ('CONSULTATIONS', 'REGISTRANTS', 'PLACED')),
    month        date        not null check (extract(day from month) = 1),
    revision     int         not null check (revision >= 1),
    quantity     int         not null check (quantity between 0 and 1000000),
    source       text        not null check (char_length(source) between 1 and 200),
    entered_at   timestamptz not null,
    entered_by   bigint      references account,
    unique (programme_id, kind, month, revision)
);
create trigger audit after insert or update or delete on monthly_total
    for each row execute function audit_change('id');
create trigger no_change before update or delete on monthly_total for each row execute function refuse_change();

-- 委託先: reports for the programmes staff gave to it.
alter table account_role drop constraint account_role_role_check;
alter table account_role add constraint account_role_role_check
    check (role in ('SEEKER', 'COMPANY', 'STAFF', 'DOOR', 'COMMITTEE', 'ADMINISTRATOR', 'MANAGER', 'PARTNER'));
create table partner_programme (
    account_id   bigint not null references account,
    programme_id text   not null references programme,
    primary key (account_id, programme_id)
);
create trigger audit after insert or update or delete on partner_programme
    for each row execute function audit_change('account_id');

create function fiscal_year_of(at timestamptz) returns int language sql immutable as $$
    select extract(year from (at at time zone 'Asia/Tokyo') - interval '3 months')::int
$$;

create or replace view definition_in_force as
select m.id as measure_id, m.programme_id, y.fiscal_year, d.counting, d.basis, d.event_types, d.event_codes, d.roles,
       d.direction, d.from_year
from measure m
cross join generate_series(2019, 2099) as y (fiscal_year)
join lateral (
    select * from measure_definition d
    where d.measure_id = m.id and d.from_year <= y.fiscal_year
    order by d.from_year desc
    limit 1
) d on true;

drop view official_difference;
drop view official_row;
drop view figure_row;
create view figure_row as
select measure_id, fiscal_year, 'SESSION' as kind, event_id, session_id, null::bigint as person_id, null::text as role,
       case outcome when 'HELD' then 1 else 0 end as quantity, null::bigint as grant_id, null::bigint as placement_id, null::bigint as company_id, null::bigint as monthly_id
from session_in_scope
where counting = 'SESSIONS_HELD' and outcome <> 'PLANNED'
union all
select measure_id, fiscal_year, 'EVENT', event_id, null, null, null,
       case when bool_or(outcome = 'HELD') then 1 else 0 end, null, null, null, null
from session_in_scope
where counting = 'EVENTS_HELD' and outcome <> 'PLANNED'
group by measure_id, fiscal_year, event_id
union all
-- 延べ人数
-- one person by two registrations is at one session once
select measure_id, fiscal_year, kind, event_id, session_id,
       person_id, role,
       case when of_person is not null
             and row_number() over (partition by measure_id, fiscal_year, session_id, kind, of_person
                                    order by persons desc, recorded_at) > 1
            then 0 else persons end,
       null, null, null, null
from counted_presence p
where counting = 'ATTENDANCE_TOTAL'
   or counting = 'BOOTH_VISITORS' and not exists (select 1 from booth_visit v where v.event_id = p.event_id and p.kind <> 'HEAD_COUNT')
union all
-- ブース訪問者数: where visits are recorded they count, not the entrance; a person once for an event. ブース訪問の延べ: every visit.
select measure_id, fiscal_year, 'VISIT', event_id, session_id, person_id, role,
       case when counting = 'BOOTH_VISITS'
             or row_number() over (partition by measure_id, fiscal_year, event_id, person_id order by visited_at, visit_id) = 1
            then 1 else 0 end,
       null, null, null, null
from counted_visit
union all
select measure_id, fiscal_year, kind, event_id, session_id, null, role, persons, null, null, null, null
from counted_presence
where counting = 'BOOTH_VISITS' and kind = 'HEAD_COUNT'
union all
-- 実人数: a known person counts where he was first seen in the year, an anonymous head count by its new persons
select measure_id, fiscal_year, kind, event_id, session_id,
       person_id, role,
       case when person_id is null then new_persons
            when row_number() over (partition by measure_id, fiscal_year, person_id
                                    order by held_on nulls last, recorded_at, session_id) = 1 then 1
            else 0 end, null, null, null, null
from counted_presence
where counting = 'PERSONS_DISTINCT'
union all
-- 参加企業数, as the organiser reported it for the event
select distinct measure_id, fiscal_year, 'COMPANIES', event_id, null::bigint, null::bigint, null::text, companies,
       null::bigint, null::bigint, null::bigint, null::bigint
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
       g.id, null, null, null
from definition_in_force d
join grant_decision g on g.programme_id = d.programme_id and g.revoked_at is null
    and extract(year from g.decided_on - interval '3 months') = d.fiscal_year
where d.counting in ('GRANT_CASES', 'GRANT_COMPANIES', 'GRANT_HOUSEHOLDS', 'GRANT_SINGLES', 'GRANT_PERSONS')
  and d.basis = 'RECORDS'
union all
-- 就職決定: agreed by both sides, in the year of the first day of work
select d.measure_id, d.fiscal_year, 'PLACEMENT', null, null, p.person_id, null, 1, null, p.id, null, null
from definition_in_force d
join placement p on p.programme_id = d.programme_id and p.person_said_at is not null
    and extract(year from p.hired_on - interval '3 months') = d.fiscal_year
where d.counting = 'PLACEMENTS' and d.basis = 'RECORDS'
union all
-- 登録事業所数: admitted in the year; registered at its end; ever. An entry merged into another one is no company of its own.
select d.measure_id, d.fiscal_year, 'COMPANY', null, null, null, null, 1, null, null, c.id, null
from definition_in_force d
join company c on c.merged_into is null and
    case d.counting when 'COMPANIES_NEW' then fiscal_year_of(c.published_at) = d.fiscal_year
                    else fiscal_year_of(c.published_at) <= d.fiscal_year end
where d.counting in ('COMPANIES_NEW', 'COMPANIES_REGISTERED') and d.basis = 'RECORDS'
  and d.fiscal_year <= fiscal_year_of(now())
union all
-- 委託先の月の数: of the programme's own contractor, the latest revision of each month
select d.measure_id, d.fiscal_year, 'MONTHLY', null, null, null, null, t.quantity, null, null, null, t.id
from definition_in_force d
join monthly_total t on t.programme_id = d.programme_id
    and t.kind = case d.counting when 'MONTHLY_CONSULTATIONS' then 'CONSULTATIONS' when 'MONTHLY_REGISTRANTS' then 'REGISTRANTS' else 'PLACED' end
    and extract(year from t.month - interval '3 months') = d.fiscal_year
    and not exists (select 1 from monthly_total later where later.programme_id = t.programme_id and later.kind = t.kind
                    and later.month = t.month and later.revision > t.revision)
where d.counting in ('MONTHLY_CONSULTATIONS', 'MONTHLY_REGISTRANTS', 'MONTHLY_PLACED') and d.basis = 'RECORDS'
union all
-- 交付額: yen, by the day of the decision
select d.measure_id, d.fiscal_year, 'GRANT', null, null, g.person_id, null, g.amount, g.id, null, null, null
from definition_in_force d
join grant_decision g on g.programme_id = d.programme_id and g.revoked_at is null
    and extract(year from g.decided_on - interval '3 months') = d.fiscal_year
where d.counting = 'GRANT_AMOUNT' and d.basis = 'RECORDS'
union all
-- 仕事体験の参加者: a person once a year, in the year of the run he took part in
select d.measure_id, d.fiscal_year, 'INTERN', null, null, p.person_id, null,
       case when row_number() over (partition by d.measure_id, d.fiscal_year, p.person_id order by s.starts_on, p.id) = 1 then 1 else 0 end,
       null, null, p.company_id, null
from definition_in_force d
join participation p on p.state = 'PARTICIPATED'
join internship_session s on s.id = p.session_id and extract(year from s.starts_on - interval '3 months') = d.fiscal_year
where d.counting = 'INTERNS' and d.basis = 'RECORDS';

alter table approved_row add column company_id bigint;
alter table approved_row add column monthly_id bigint;
alter table approved_figure add column direction text not null default 'HIGHER';
alter table approved_figure add column definition_from int;
alter table approved_figure alter column direction drop default;

create view official_row as
select f.measure_id, f.fiscal_year, f.kind, f.event_id, f.session_id, f.person_id, f.role, f.quantity::numeric as quantity,
       f.grant_id, f.placement_id, f.company_id, f.monthly_id
from figure_row f
where not exists (
    select 1 from approval_in_force a join measure m on m.programme_id = a.programme_id
    where m.id = f.measure_id and a.fiscal_year = f.fiscal_year)
union all
select w.measure_id, w.fiscal_year, w.kind, w.event_id, w.session_id, w.person_id, w.role, w.quantity, w.grant_id,
       w.placement_id, w.company_id, w.monthly_id
from approved_row w
join approval_in_force a on a.seq = w.seq;

-- 差分, now also of companies and monthly numbers. One key tells the rows apart.
create view official_difference as
with frozen as (
    select w.seq, w.measure_id, w.fiscal_year, w.kind, w.event_id, w.session_id, w.person_id, w.role, w.grant_id, w.placement_id,
           w.company_id, w.monthly_id, sum(w.quantity) as quantity
    from approved_row w join approval_in_force a on a.seq = w.seq
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
), live as (
    select a.seq, f.measure_id, f.fiscal_year, f.kind, f.event_id, f.session_id, f.person_id, f.role, f.grant_id, f.placement_id,
           f.company_id, f.monthly_id, sum(f.quantity) as quantity
    from figure_row f
    join measure m on m.id = f.measure_id
    join approval_in_force a on a.programme_id = m.programme_id and a.fiscal_year = f.fiscal_year
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
)
select coalesce(z.seq, l.seq) as seq, coalesce(z.measure_id, l.measure_id) as measure_id,
       coalesce(z.fiscal_year, l.fiscal_year) as fiscal_year, coalesce(z.kind, l.kind) as kind,
       coalesce(z.event_id, l.event_id) as event_id, coalesce(z.session_id, l.session_id) as session_id,
       coalesce(z.person_id, l.person_id) as person_id, coalesce(z.role, l.role) as role,
       coalesce(z.grant_id, l.grant_id) as grant_id, coalesce(z.placement_id, l.placement_id) as placement_id,
       coalesce(z.company_id, l.company_id) as company_id, coalesce(z.monthly_id, l.monthly_id) as monthly_id,
       z.quantity as frozen, l.quantity as live
from frozen z
full join live l on l.seq = z.seq and l.measure_id = z.measure_id and l.kind = z.kind
    and row (l.event_id, l.session_id, l.person_id, l.role, l.grant_id, l.placement_id, l.company_id, l.monthly_id)::text
      = row (z.event_id, z.session_id, z.person_id, z.role, z.grant_id, z.placement_id, z.company_id, z.monthly_id)::text
where z.quantity is distinct from l.quantity;

-- A year that was approved takes no more numbers of its months, except under an exception.
create function refuse_month_when_locked() returns trigger language plpgsql as $$
begin
    if year_locked(new.programme_id, extract(year from new.month - interval '3 months')::int) then
        raise exception 'month of an approved year' using errcode = 'TS003';
    end if;
    return new;
end $$;
create trigger locked before insert on monthly_total for each row execute function refuse_month_when_locked();
