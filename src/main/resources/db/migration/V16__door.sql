-- The door without a network: devices, every fact they report, and what two of them did not agree about.
create table door_device (
    id          bigint      primary key,
    session_id  bigint      not null references event_session,
    secret_hash text        not null unique,
    opened_by   bigint      not null references account,
    opened_at   timestamptz not null,
    expires_at  timestamptz not null,
    seen_at     timestamptz not null,
    clock_off   int         not null default 0,     -- seconds by which its clock was behind ours when it last reported
    revoked_at  timestamptz,
    version     int         not null
);
create index door_device_session on door_device (session_id);

-- 出席 may be taken back and given again; the first time stays.
alter table attendance add column undone_at timestamptz;
alter table attendance add column source text not null default 'SCAN' check (source in ('SCAN', 'WALK_IN', 'PAPER'));

alter table scan add column kind text not null default 'SCAN' check (kind in ('SCAN', 'UNDO', 'WALK_IN', 'PAPER'));
alter table scan add column device_id bigint references door_device;
alter table scan add column device_time timestamptz;          -- as the device said; scanned_at is when we received it
alter table scan add column answered text;                    -- what the device told the person; null: it asked us
alter table scan add column force_asked boolean not null default false;
alter table scan add column overrode text;                    -- the refusal that was overridden
alter table scan add column attendance_id bigint references attendance;
create index scan_device on scan (device_id);

create table door_conflict (
    id         bigint      primary key,
    session_id bigint      not null references event_session,
    scan_id    bigint      not null unique references scan,
    kind       text        not null check (kind in ('LET_IN_TWICE', 'CANCELLED', 'OTHER_SESSION', 'WAITING', 'NOT_OPEN', 'CLOCK')),
    raised_at  timestamptz not null,
    settled_at timestamptz,
    settled_by bigint      references account,
    note       text        not null default '' check (char_length(note) <= 500),
    version    int         not null
);
create index door_conflict_session on door_conflict (session_id) where settled_at is null;

-- 頭数 by pressing a button; each press is a fact, their sum the head count of its role.
create table door_click (
    id          bigint      primary key,
    nonce       text        not null unique,
    session_id  bigint      not null references event_session,
    role        text        not null,
    delta       int         not null check (delta between -50 and 50 and delta <> 0),
    device_id   bigint      references door_device,
    device_time timestamptz not null,
    received_at timestamptz not null
);
create index door_click_session on door_click (session_id, role);

create or replace view counted_presence as
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       a.person_id, a.role, 1 as persons, 1 as new_persons, a.checked_in_at as recorded_at
from session_in_scope x
join attendance a on a.session_id = x.session_id and a.undone_at is null
where a.role = any (coalesce(x.roles,
    (select array_agg(c.role) from session_counted_role c where c.session_id = x.session_id)))
union all
select x.measure_id, x.fiscal_year, x.counting, x.event_id, x.session_id, x.held_on, x.number,
       null, h.role, h.persons, h.new_persons, h.recorded_at
from session_in_scope x
join head_count h on h.session_id = x.session_id
where h.role = any (coalesce(x.roles,
    (select array_agg(c.role) from session_counted_role c where c.session_id = x.session_id)));

create trigger audit after insert or update or delete on door_device
    for each row execute function audit_change('id');
create trigger audit after insert or update or delete on door_conflict
    for each row execute function audit_change('id');

-- A person who came without an account: how the name is read, and the year of birth, tell two of one name apart.
alter table person add column reading text not null default '' check (char_length(reading) <= 200);
alter table person add column birth_year int check (birth_year between 1900 and 2100);

-- The waiting list: WAITING for a seat; OFFERED one that is held until offer_until; LAPSED when nobody took it.
alter table registration drop constraint registration_state_check;
alter table registration add check (state in ('CONFIRMED', 'CANCELLED', 'WAITING', 'OFFERED', 'LAPSED'));
alter table registration add column offer_until timestamptz;
alter table registration add check ((state = 'OFFERED') = (offer_until is not null));
drop index one_live_registration;
create unique index one_live_registration on registration (session_id, person_id)
    where state in ('CONFIRMED', 'WAITING', 'OFFERED');
create index registration_waiting on registration (session_id, id) where state in ('WAITING', 'OFFERED');
