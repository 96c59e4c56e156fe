-- Rooms: participation, grant. Who takes part in internships; what the city grants (交付決定).

-- A run of an internship: the days one group of people comes.
create table internship_session (
    id            bigint  primary key,
    internship_id bigint  not null references internship,
    number        int     not null check (number >= 1),
    starts_on     date    not null,
    ends_on       date    not null,
    place         text    not null default '' check (char_length(place) <= 200),    -- '': that of the internship
    hours         text    not null default '' check (char_length(hours) <= 100),    -- '': those of the internship
    capacity      int     check (capacity between 1 and 1000),   -- places; null: no limit
    taken         int     not null default 0 check (taken >= 0), -- places
    version       int     not null,
    unique (internship_id, number),
    check (ends_on >= starts_on),
    constraint places_within_capacity check (capacity is null or taken <= capacity)
);

-- Who applied for an internship, and whether they took part.
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
    email         sealed_text,                       -- null: taken away
    email_key     mark,
    phone         sealed_text,                       -- null: not stated, or taken away
    school        text        not null check (school in
        ('UNIVERSITY', 'GRADUATE_SCHOOL', 'JUNIOR_COLLEGE', 'KOSEN', 'VOCATIONAL', 'OTHER')),
    message       text        not null check (char_length(message) between 1 and 2000),
    subsidy       boolean     not null,              -- wishes for 交通費・宿泊費
    days          int         check (days between 1 and 366),    -- on which they were there
    applied_at    timestamptz not null,
    moved_at      timestamptz not null,              -- last change of state
    version       int         not null,
    check (not data_used or type = 3),
    check ((state = 'PARTICIPATED') = (days is not null))
);
create unique index one_participation on participation (internship_id, person_id);
create index participation_company on participation (company_id);
create index participation_person on participation (person_id);
-- Rows are seen by whom they are about (R__10_seen_rows.sql).
alter table participation enable row level security;

-- 交付決定
-- 交付要綱 of a programme, as far as a decision can be held against it.
create table grant_rule (
    programme_id text   primary key references programme,
    ceiling      bigint check (ceiling > 0),                -- yen for one decision; null for none
    once         text   check (once in ('YEAR', 'EVER')),   -- how often one recipient may get it; null for any number
    rounds       int    check (rounds between 1 and 12),    -- 募集回 of a year; null where applications are taken all year
    source       text   not null check (char_length(source) <= 500)
);

create table grant_decision (
    id           bigint      primary key,
    programme_id text        not null references programme,
    round        int         check (round between 1 and 99),    -- 募集回
    about        text        not null default '',      -- what it is paid for; once only
    recipient    text        not null check (recipient in ('PERSON', 'SINGLE', 'HOUSEHOLD', 'COMPANY')),
    person_id    bigint      references person,        -- null: has no account, or is a company
    company_id   bigint      references company,       -- null: not in the register, or is a person
    name         text        not null check (char_length(name) between 1 and 100),
    adults       int         not null default 1 check (adults >= 0),
    children     int         not null default 0 check (children >= 0),
    amount       bigint      not null check (amount between 1 and 1000000000),  -- yen
    decided_on   date        not null,
    despite      text        not null default '' check (char_length(despite) <= 500),    -- why, although a rule speaks against it
    note         text        not null default '' check (char_length(note) <= 500),
    entered_at   timestamptz not null,
    entered_by   bigint      references account,
    revoked_at   timestamptz,                          -- null: holds
    revoked_why  text        not null default '' check (char_length(revoked_why) <= 500),
    version      int         not null,
    check (recipient <> 'COMPANY' or adults = 0),
    check ((revoked_at is null) = (revoked_why = ''))
);
create unique index granted_once on grant_decision (programme_id, about) where about <> '' and revoked_at is null;
create index grant_decision_programme on grant_decision (programme_id, decided_on);
