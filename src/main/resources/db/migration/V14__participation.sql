-- Who takes part in internships, what the city grants for it, and hires that belong to a programme of the plan.
create table internship_session (
    id            bigint  primary key,
    internship_id bigint  not null references internship,
    number        int     not null check (number >= 1),
    starts_on     date    not null,
    ends_on       date    not null,
    place         text    not null default '' check (char_length(place) <= 200),
    capacity      int     check (capacity between 1 and 1000),   -- null: no limit
    taken         int     not null default 0 check (taken >= 0),
    version       int     not null,
    unique (internship_id, number),
    check (ends_on >= starts_on),
    constraint places_within_capacity check (capacity is null or taken <= capacity)
);

-- Every internship that is there has the days it was announced with.
insert into internship_session (id, internship_id, number, starts_on, ends_on, place, capacity, version)
select nextval('tsunagu_seq'), id, 1, starts_on, ends_on, place, capacity, 1 from internship;

create table participation (
    id            bigint      primary key,
    code          text        not null unique,
    internship_id bigint      not null references internship,
    session_id    bigint      not null references internship_session,
    company_id    bigint      not null references company,
    person_id     bigint      not null references person,
    -- type and use of data as they were promised when the person applied (三省合意): never changed afterwards
    type          int         not null check (type between 1 and 4),
    data_used     boolean     not null,
    state         text        not null
        check (state in ('APPLIED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'PARTICIPATED', 'ABSENT')),
    name          text        not null check (char_length(name) between 1 and 100),
    email         text        not null check (char_length(email) <= 254),
    phone         text        not null default '' check (char_length(phone) <= 30),
    school        text        not null check (school in
        ('UNIVERSITY', 'GRADUATE_SCHOOL', 'JUNIOR_COLLEGE', 'KOSEN', 'VOCATIONAL', 'OTHER')),
    message       text        not null check (char_length(message) between 1 and 2000),
    subsidy       boolean     not null,              -- wishes for 交通費・宿泊費
    days          int         check (days between 1 and 366),
    applied_at    timestamptz not null,
    moved_at      timestamptz not null,
    version       int         not null,
    check (not data_used or type = 3),
    check ((state = 'PARTICIPATED') = (days is not null))
);
create unique index one_participation on participation (internship_id, person_id);
create index participation_company on participation (company_id);
create index participation_person on participation (person_id);

-- The only place a recruiting list is read from. Only type 3 may be used, and only where it was announced.
create view recruitable_participant as
select id, code, company_id, internship_id, session_id, name, email, school
from participation
where state = 'PARTICIPATED' and type = 3 and data_used;

-- 交付決定
create table grant_decision (
    id           bigint      primary key,
    programme_id text        not null references programme,
    about        text        not null default '',      -- what it is paid for; once only
    recipient    text        not null check (recipient in ('PERSON', 'SINGLE', 'HOUSEHOLD', 'COMPANY')),
    person_id    bigint      references person,
    company_id   bigint      references company,
    name         text        not null check (char_length(name) between 1 and 100),
    adults       int         not null default 1 check (adults >= 0),
    children     int         not null default 0 check (children >= 0),
    amount       bigint      not null check (amount between 1 and 1000000000),  -- yen
    decided_on   date        not null,
    note         text        not null default '' check (char_length(note) <= 500),
    entered_at   timestamptz not null,
    entered_by   bigint      references account,
    revoked_at   timestamptz,
    revoked_why  text        not null default '' check (char_length(revoked_why) <= 500),
    version      int         not null,
    check (recipient <> 'COMPANY' or adults = 0),
    check ((revoked_at is null) = (revoked_why = ''))
);
create unique index granted_once on grant_decision (programme_id, about) where about <> '' and revoked_at is null;
create index grant_decision_programme on grant_decision (programme_id, decided_on);

alter table placement add column programme_id text references programme;
alter table placement add column adviser_said_by bigint references account;

create function audit_participation() returns trigger language plpgsql as $$
begin
    if nullif(current_setting('tsunagu.actor', true), '') is null then
        raise exception 'change of % without a named actor', tg_table_name using errcode = 'TS001';
    end if;
    insert into audit_entry (actor, reason, table_name, row_id, action, before, after)
    values (current_setting('tsunagu.actor', true), nullif(current_setting('tsunagu.reason', true), ''), tg_table_name,
            coalesce(new.id, old.id)::text, tg_op,
            case when tg_op = 'INSERT' then null else jsonb_build_object('state', old.state, 'days', old.days) end,
            case when tg_op = 'DELETE' then null
                 else jsonb_build_object('state', new.state, 'days', new.days, 'internship_id', new.internship_id) end);
    return null;
end $$;
create trigger audit after insert or update or delete on participation
    for each row execute function audit_participation();
create trigger audit after insert or update or delete on internship_session
    for each row execute function audit_change('id');

-- Names of people stay out of the trail, which is never deleted.
create function audit_grant() returns trigger language plpgsql as $$
begin
    if nullif(current_setting('tsunagu.actor', true), '') is null then
        raise exception 'change of % without a named actor', tg_table_name using errcode = 'TS001';
    end if;
    insert into audit_entry (actor, reason, table_name, row_id, action, before, after)
    values (current_setting('tsunagu.actor', true), nullif(current_setting('tsunagu.reason', true), ''), tg_table_name,
            coalesce(new.id, old.id)::text, tg_op,
            case when tg_op = 'INSERT' then null else to_jsonb(old) - 'name' - 'note' end,
            case when tg_op = 'DELETE' then null else to_jsonb(new) - 'name' - 'note' end);
    return null;
end $$;
create trigger audit after insert or update or delete on grant_decision
    for each row execute function audit_grant();

-- Two more kinds of rows a figure is made of. A grant that was revoked and a hire that is not confirmed are no rows.
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
select measure_id, fiscal_year, case when person_id is null then 'HEAD_COUNT' else 'PERSON' end, event_id, session_id,
       person_id, role, persons, null, null
from counted_presence
where counting in ('ATTENDANCE_TOTAL', 'BOOTH_VISITORS')
union all
-- 実人数: a known person counts where he was first seen in the year, an anonymous head count by its new persons
select measure_id, fiscal_year, case when person_id is null then 'HEAD_COUNT' else 'PERSON' end, event_id, session_id,
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

-- From R8 on these three are counted from the register where it has entries (docs/decisions/0014).
select set_config('tsunagu.actor', 'system:migration', true);
insert into measure_definition (id, measure_id, from_year, counting, basis)
select nextval('tsunagu_seq'), m.id, 2026, d.counting, 'RECORDS'
from measure m join measure_definition d on d.measure_id = m.id
where (m.programme_id, m.code) in
    (('internship-subsidy', 'persons'), ('ice-age-generation', 'placed'), ('chutohoku-engineers', 'placed'))
  and not exists (select 1 from measure_definition x where x.measure_id = m.id and x.basis = 'RECORDS');
