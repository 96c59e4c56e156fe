-- 受付: from when to when people may ask for a seat, and how seats are given.
alter table event_session add column intake text not null default 'FIRST_COME'
    check (intake in ('FIRST_COME', 'APPROVAL', 'LOTTERY'));
alter table event_session add column intake_opens_at timestamptz;    -- null: from publication
alter table event_session add column intake_closes_at timestamptz;   -- null: until the session begins
alter table event_session add check (intake_closes_at > intake_opens_at);
-- 抽選: the number is made when the session is written and kept secret until the draw; its SHA-256 is public from the beginning.
alter table event_session add column lottery_seed text;
alter table event_session add column drawn_at timestamptz;
alter table event_session add check (intake <> 'LOTTERY' or intake_closes_at is not null);

-- 区分ごとの定員, within the session's own. Counted from the registrations under the session's row lock: no counter to drift.
create table session_limit (
    session_id bigint not null references event_session,
    role       text   not null,
    capacity   int    not null check (capacity between 0 and 100000),
    primary key (session_id, role)
);
create trigger audit after insert or update or delete on session_limit
    for each row execute function audit_change('session_id');

-- APPLIED: asked for a seat that staff give or a lottery draws; REFUSED: not given.
alter table registration drop constraint registration_state_check;
alter table registration add constraint registration_state_check
    check (state in ('CONFIRMED', 'CANCELLED', 'WAITING', 'OFFERED', 'LAPSED', 'APPLIED', 'REFUSED'));
alter table registration add column lot int;          -- 抽選番号, from 1 in its session
alter table registration add column line_place int;   -- drawn place in the line; null: after those, as they came
create unique index one_lot on registration (session_id, lot) where lot is not null;
drop index one_live_registration;
create unique index one_live_registration on registration (session_id, person_id)
    where state in ('CONFIRMED', 'WAITING', 'OFFERED', 'APPLIED');
drop index one_live_guest;
create unique index one_live_guest on registration (session_id, lower(guest_email))
    where guest_email is not null and state in ('CONFIRMED', 'WAITING', 'OFFERED', 'APPLIED');

-- 申込者に聞くこと, and what was answered. Asked when registering, at the door, or afterwards (アンケート).
create table event_question (
    id         bigint primary key,
    event_id   bigint not null references event,
    number     int    not null,
    moment     text   not null check (moment in ('REGISTRATION', 'DOOR', 'AFTERWARDS')),
    kind       text   not null check (kind in ('TEXT', 'NUMBER', 'ONE', 'SOME')),
    text       text   not null check (char_length(text) between 1 and 200),
    options    text   not null default '',              -- of a choice, a line each
    required   boolean not null default false,
    role       text,                                    -- asked of these only; null: of everybody
    depends_on bigint references event_question,        -- asked only when that one was answered with depends_value
    depends_value text not null default '',
    withdrawn_at timestamptz,                           -- not asked any more; what was answered stays
    version    int    not null,
    check (kind not in ('ONE', 'SOME') or options ~ E'.\\n.'),
    check ((depends_on is null) = (depends_value = ''))
);
create index event_question_event on event_question (event_id);
create table event_answer (
    id              bigint primary key,
    question_id     bigint not null references event_question,
    registration_id bigint not null references registration,
    value           text   not null check (char_length(value) between 1 and 1000),   -- several choices: a line each
    answered_at     timestamptz not null,
    version         int    not null,
    unique (question_id, registration_id)
);
create index event_answer_registration on event_answer (registration_id);
create trigger audit after insert or update or delete on event_question
    for each row execute function audit_change('id');

-- 引率する学級の名簿: names of those who come along, where the school gives them; no more than names.
create table companion_name (
    registration_id bigint not null references registration,
    number          int    not null,
    name            text   not null check (char_length(name) between 1 and 100),
    primary key (registration_id, number)
);

-- シリーズ, and who stands at a booth.
alter table event add column series text not null default '' check (char_length(series) <= 100);
create index event_series on event (series) where series <> '';
alter table event_exhibitor add column staff text not null default '' check (char_length(staff) <= 200);

-- 配布資料
create table event_file (
    id       bigint primary key,
    event_id bigint not null references event,
    name     text   not null check (char_length(name) between 1 and 120),
    type     text   not null,
    content  bytea  not null,
    added_at timestamptz not null,
    version  int    not null
);
create index event_file_event on event_file (event_id);

create or replace view finding_event_card as
select e.id, e.code, e.type, e.title, e.state, e.area, e.published_at, e.programme_id,
       (select jsonb_agg(jsonb_build_object(
                   'id', s.id, 'number', s.number, 'title', s.title, 'knownTo', s.known_to, 'heldOn', s.held_on,
                   'startsAt', extract(epoch from s.starts_at)::bigint, 'endsAt', extract(epoch from s.ends_at)::bigint,
                   'fiscalYear', s.fiscal_year, 'place', s.place, 'online', s.online_url <> '', 'capacity', s.capacity,
                   'taken', s.taken, 'outcome', s.outcome,
                   'intake', s.intake, 'opensAt', extract(epoch from s.intake_opens_at)::bigint,
                   'closesAt', extract(epoch from s.intake_closes_at)::bigint,
                   'limits', (select jsonb_object_agg(l.role, l.capacity) from session_limit l where l.session_id = s.id),
                   'roles', (select jsonb_agg(r.role) from session_counted_role r where r.session_id = s.id))
               order by s.number)
        from event_session s where s.event_id = e.id) as sessions
from event e
where e.state in ('PUBLISHED', 'CANCELLED');

-- A guest's address is an address, and the lottery's number is secret until the draw.
create or replace function audit_change() returns trigger language plpgsql as $$
declare
    acting text := nullif(current_setting('tsunagu.actor', true), '');
    secret text[] := array['ticket_token', 'short_code', 'password_hash', 'email', 'guest_email', 'lottery_seed'];
    old_row jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
    new_row jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
begin
    if acting is null then
        raise exception 'change of % without a named actor', tg_table_name using errcode = 'TS001';
    end if;
    old_row := old_row - secret;
    new_row := new_row - secret;
    -- Counters and versions move with every registration; the registration itself is in the trail.
    if tg_op = 'UPDATE' and old_row - array['version', 'taken'] = new_row - array['version', 'taken'] then
        return null;
    end if;
    insert into audit_entry (actor, reason, table_name, row_id, action, before, after)
    values (acting, nullif(current_setting('tsunagu.reason', true), ''), tg_table_name,
            coalesce(new_row, old_row) ->> tg_argv[0], tg_op, old_row, new_row);
    return null;
end $$;
create or replace view finding_event_page as
select k.*, e.description, e.access, e.bring, e.companies, e.note,
       (select jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'industry', c.industry, 'booth', x.booth,
                                            'staff', x.staff)
                         order by x.booth, c.reading)
        from event_exhibitor x join company c on c.id = x.company_id where x.event_id = e.id) as exhibitors,
       e.series,
       (select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) order by f.id)
        from event_file f where f.event_id = e.id) as files,
       (select jsonb_agg(jsonb_build_object('code', o.code, 'title', o.title, 'day', o.day) order by o.day)
        from (select s.code, s.title, min(t.held_on) as day from event s join event_session t on t.event_id = s.id
              where s.series = e.series and e.series <> '' and s.id <> e.id and s.state = 'PUBLISHED'
              group by s.id having min(t.held_on) is not null order by min(t.held_on) desc limit 12) o) as siblings
from event e
join finding_event_card k on k.id = e.id;

alter table measure_definition drop constraint measure_definition_counting_check;
alter table measure_definition add constraint measure_definition_counting_check check (counting in (
    'SESSIONS_HELD', 'EVENTS_HELD', 'ATTENDANCE_TOTAL', 'PERSONS_DISTINCT', 'COMPANIES_DISTINCT', 'BOOTH_VISITORS',
    'BOOTH_VISITS', 'COMPANIES_NEW', 'PLACEMENTS', 'GRANT_CASES', 'GRANT_COMPANIES', 'GRANT_HOUSEHOLDS', 'GRANT_SINGLES',
    'GRANT_PERSONS', 'MANUAL'));

-- 名簿の取り込み: people who were there, out of a list somebody else kept.
alter table attendance drop constraint attendance_source_check;
alter table attendance add constraint attendance_source_check check (source in ('SCAN', 'WALK_IN', 'PAPER', 'IMPORT'));
alter table scan drop constraint scan_kind_check;
alter table scan add constraint scan_kind_check check (kind in ('SCAN', 'UNDO', 'WALK_IN', 'PAPER', 'COMPANIONS', 'IMPORT'));

create or replace view counted_presence as
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       coalesce(p.merged_into, p.id) as person_id, a.role, 1 as persons, 1 as new_persons,
       a.checked_in_at as recorded_at, 'PERSON'::text as kind,
       coalesce(p.merged_into, p.id) as of_person
from session_in_scope x
join attendance a on a.session_id = x.session_id and a.undone_at is null
join person p on p.id = a.person_id
where a.role = any (coalesce(x.roles,
    (select array_agg(c.role) from session_counted_role c where c.session_id = x.session_id)))
union all
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       null, h.role, h.persons, h.new_persons, h.recorded_at, 'HEAD_COUNT', null
from session_in_scope x
join head_count h on h.session_id = x.session_id
where h.role = any (coalesce(x.roles,
    (select array_agg(c.role) from session_counted_role c where c.session_id = x.session_id)))
union all
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       null, a.companion_role, a.companions,
       case when row_number() over (partition by x.measure_id, x.fiscal_year, coalesce(p.merged_into, p.id)
                                    order by x.held_on nulls last, a.checked_in_at, x.session_id) = 1
            then a.companions else 0 end,
       a.checked_in_at, 'COMPANIONS', coalesce(p.merged_into, p.id)
from session_in_scope x
join attendance a on a.session_id = x.session_id and a.undone_at is null and a.companions > 0
join person p on p.id = a.person_id
where a.companion_role = any (coalesce(x.roles,
    (select array_agg(c.role) from session_counted_role c where c.session_id = x.session_id)));

-- A visit at a booth, in the role of the visitor's registration.
create view counted_visit as
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, coalesce(p.merged_into, p.id) as person_id, r.role,
       v.visited_at, v.id as visit_id
from session_in_scope x
join registration r on r.session_id = x.session_id
join booth_visit v on v.registration_id = r.id
join person p on p.id = v.person_id
where x.counting in ('BOOTH_VISITORS', 'BOOTH_VISITS')
  and r.role = any (coalesce(x.roles,
    (select array_agg(c.role) from session_counted_role c where c.session_id = x.session_id)));

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
-- one person by two registrations is at one session once
select measure_id, fiscal_year, kind, event_id, session_id,
       person_id, role,
       case when of_person is not null
             and row_number() over (partition by measure_id, fiscal_year, session_id, kind, of_person
                                    order by persons desc, recorded_at) > 1
            then 0 else persons end,
       null, null
from counted_presence p
where counting = 'ATTENDANCE_TOTAL'
   or counting = 'BOOTH_VISITORS' and not exists (select 1 from booth_visit v where v.event_id = p.event_id and p.kind <> 'HEAD_COUNT')
union all
-- ブース訪問者数: where visits are recorded they count, not the entrance; a person once for an event. ブース訪問の延べ: every visit.
select measure_id, fiscal_year, 'VISIT', event_id, session_id, person_id, role,
       case when counting = 'BOOTH_VISITS'
             or row_number() over (partition by measure_id, fiscal_year, event_id, person_id order by visited_at, visit_id) = 1
            then 1 else 0 end,
       null, null
from counted_visit
union all
select measure_id, fiscal_year, kind, event_id, session_id, null, role, persons, null, null
from counted_presence
where counting = 'BOOTH_VISITS' and kind = 'HEAD_COUNT'
union all
-- 実人数: a known person counts where he was first seen in the year, an anonymous head count by its new persons
select measure_id, fiscal_year, kind, event_id, session_id,
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
