-- Room: consultation. 相談の予約: times an office offers, and who took one. What was talked about is nowhere; that it took place feeds
-- 相談件数.

create table consultation_office (
    id           bigint primary key,
    code         text   not null unique,
    name         text   not null check (char_length(name) between 1 and 100),
    about        text   not null default '' check (char_length(about) <= 500),
    place        text   not null default '' check (char_length(place) <= 200),
    telephone    text   not null default '' check (char_length(telephone) <= 30),
    programme_id text   references programme,      -- whose 相談件数 it feeds; its contractor keeps the times, too
    position     int    not null,                  -- in lists
    version      int    not null
);

-- A time an office offers.
create table consultation_time (
    id           bigint      primary key,
    office_id    bigint      not null references consultation_office,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null check (ends_at > starts_at),
    fiscal_year  int         not null,
    online_url   text        not null default '' check (char_length(online_url) <= 500),   -- '': only at the place
    withdrawn_at timestamptz,                                                              -- null: is offered
    version      int         not null
);
create unique index consultation_time_once on consultation_time (office_id, starts_at) where withdrawn_at is null;
create index consultation_time_start on consultation_time (starts_at);

-- Who took a time.
create table consultation_booking (
    id        bigint      primary key,
    code      text        not null unique,
    time_id   bigint      not null references consultation_time,
    person_id bigint      not null references person,
    online    boolean     not null,
    -- CANCELLED by the person, CALLED_OFF by the office; it took place (KEPT) or nobody came (MISSED)
    state     text        not null check (state in ('BOOKED', 'CANCELLED', 'CALLED_OFF', 'KEPT', 'MISSED')),
    booked_at timestamptz not null,
    moved_at  timestamptz not null,    -- last change of state
    version   int         not null
);
-- One time, one person: whoever presses second is told that it is taken.
create unique index one_booking on consultation_booking (time_id) where state in ('BOOKED', 'KEPT', 'MISSED');
create index consultation_booking_person on consultation_booking (person_id);
-- Rows are seen by whom they are about (R__10_seen_rows.sql).
alter table consultation_booking enable row level security;
